"""Reading, drafting, launching and answering movements: state and journal, and what is refused changes nothing."""

from datetime import date, timedelta

import pytest

from tests.factories.plans import DAY, DETAILS, NOW, SAMPLE, confirm_sample, launch_sample, launch_to, upload_sample
from tests.factories.world import actor_for
from thidua.adapters.text import UnreadableFile
from thidua.core.access import SYSTEM
from thidua.core.documents.parse import parse_document
from thidua.core.plans.draft import StaleSection, items_of
from thidua.core.workflow import WrongState
from thidua.journal.models import JournalEntry
from thidua.movements.actions import following, launches, movements, parts, readings
from thidua.movements.actions.errors import MovementError
from thidua.movements.actions.launches import LaunchOrder
from thidua.movements.facts import compose_plan, get_header
from thidua.movements.models import Allotment, Movement, PlanReading, Target
from thidua.movements.queries.answers import list_answers
from thidua.movements.queries.parts import list_items
from thidua.movements.queries.visible import list_possible_parents
from thidua.records.actions import dispatches
from thidua.records.actions.documents import EditConflict
from thidua.records.actions.files import FileError
from thidua.records.models import Dispatch, OfficialDocument, Register, StoredFile

WHO = {"by": SYSTEM, "at": NOW}


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def codes(target):
    rows = JournalEntry.objects.filter(object_type=target._meta.label_lower, object_id=str(target.pk))
    return list(rows.order_by("pk").values_list("code", flat=True))


# Reading


def test_upload_keeps_the_file_and_begins_a_draft(world):
    reading = upload_sample(world)
    assert reading.file.size == SAMPLE.stat().st_size
    assert [item["value"] for item in items_of(reading.draft, "targets")] == ["80.75", "99.8", "0.3", "12"]
    assert any(item["kind"] == "superseded" for item in items_of(reading.draft, "findings"))
    assert codes(reading) == ["movements.reading.upload"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", FileError), (b"x" * (20 * 2**20 + 1), FileError), (b"\xff\xd8\xff\xe0 anh".ljust(200, b"\x00"), UnreadableFile),
        (b"%PDF-1.4 broken", UnreadableFile), (b"PK\x03\x04 broken", UnreadableFile),
    ],
)  # fmt: skip
def test_unusable_file_leaves_nothing_behind(world, data, error):
    with pytest.raises(error):
        readings.upload(data=data, name="kế hoạch.docx", unit=world.department, **WHO)
    assert not StoredFile.objects.exists()
    assert not PlanReading.objects.exists()


def save_theme(reading, text, version=1):
    items = [{"key": "theme-1", "text": text}]
    return readings.save_section(reading=reading, section="theme", items=items, version=version, reviewed=True, **WHO)


def test_saved_section_counts_the_whole_draft_on(world):
    saved = save_theme(upload_sample(world), "Dạy tốt, học tốt")
    assert saved.version == 2
    assert [item["text"] for item in items_of(saved.draft, "theme")] == ["Dạy tốt, học tốt"]
    assert codes(saved)[-1] == "movements.reading.save"


def test_second_editor_of_a_section_changes_nothing(world):
    reading = upload_sample(world)
    save_theme(reading, "Của người thứ nhất")
    before = JournalEntry.objects.count()
    with pytest.raises(StaleSection, match="Hệ thống"):
        save_theme(reading, "Của người thứ hai")
    reading.refresh_from_db()
    assert items_of(reading.draft, "theme")[0]["text"] == "Của người thứ nhất"
    assert JournalEntry.objects.count() == before


def test_discarded_plan_is_over(world):
    reading = readings.discard(reading=upload_sample(world), reason="Tải nhầm tệp", **WHO)
    assert JournalEntry.objects.latest("pk").reason == "Tải nhầm tệp"
    with pytest.raises(MovementError, match="đã bị bỏ"):
        save_theme(reading, "x")
    with pytest.raises(MovementError, match="đã bị bỏ"):
        movements.confirm(reading=reading, details=DETAILS, version=reading.version, **WHO)


# Drafting


def test_confirmed_draft_becomes_rows(world):
    movement = confirm_sample(world)
    assert [str(row) for row in movement.legal_bases.order_by("ordinal")][1] == "Kế hoạch 08/KH-UBND"
    assert movement.targets.get(ordinal=1).denominator == 478
    assert movement.targets.get(ordinal=3).lower_is_better
    assert {row.due_on for row in movement.tasks.all()} >= {date(2026, 2, 15), date(2026, 11, 30)}
    assert movement.findings.filter(kind="superseded", settled_at=None).exists()
    assert codes(movement) == ["movements.movement.draft"]


def test_confirming_twice_makes_one_movement(world):
    movement = confirm_sample(world)
    again = movements.confirm(reading=movement.reading, details=DETAILS, version=1, **WHO)
    assert again == movement
    assert Movement.objects.count() == 1


def test_confirming_a_draft_that_changed_meanwhile_is_refused(world):
    reading = upload_sample(world)
    save_theme(reading, "Mới")
    with pytest.raises(EditConflict):
        movements.confirm(reading=reading, details=DETAILS, version=1, **WHO)
    assert not Movement.objects.exists()


def test_finding_with_a_note_is_settled_from_the_start(world):
    reading = upload_sample(world)
    items = [{**item, "note": "Đã đối chiếu"} for item in items_of(reading.draft, "findings")]
    reading = readings.save_section(reading=reading, section="findings", items=items, version=1, reviewed=True, **WHO)
    movement = movements.confirm(reading=reading, details=DETAILS, version=reading.version, **WHO)
    assert not movement.findings.filter(settled_at=None).exists()


def test_second_editor_of_a_movement_is_told(world):
    movement = confirm_sample(world)
    movements.edit(movement=movement, details=DETAILS, version=1, **WHO)
    with pytest.raises(EditConflict):
        movements.edit(movement=movement, details=DETAILS, version=1, **WHO)


def test_parent_must_have_been_sent_to_the_unit(world):
    above = launch_to(world, confirm_sample(world), [world.commune])
    details = type(DETAILS)(**{**{name: getattr(DETAILS, name) for name in DETAILS.__slots__}, "parent_id": above.pk})
    with pytest.raises(MovementError, match="chưa được gửi"):
        movements.draft(unit=world.school, details=details, **WHO)
    assert movements.draft(unit=world.commune, details=details, **WHO).parent == above
    assert not list_possible_parents(world.commune.pk).exists()


def test_parts_are_replaced_by_key(world):
    movement = confirm_sample(world)
    items = list_items(movement, "targets")
    kept, changed, *_ = items
    new = {**kept, "key": "new-1", "subject": "Giáo viên đạt chuẩn", "value": "100"}
    parts.save(movement=movement, section="targets", items=[kept, {**changed, "value": "99.9"}, new], version=1, **WHO)
    rows = [(row.pk, str(row.value)) for row in movement.targets.order_by("ordinal")]
    assert rows[:2] == [(int(kept["key"]), "80.75"), (int(changed["key"]), "99.90")]
    assert [row.subject for row in movement.targets.order_by("ordinal")][2:] == ["Giáo viên đạt chuẩn"]
    with pytest.raises(EditConflict):
        parts.save(movement=movement, section="targets", items=[], version=1, **WHO)
    assert movement.targets.count() == 3


# Launching


def test_launch_issues_sends_and_journals(world):
    movement = launch_sample(world)
    assert (movement.state, movement.plan.code, movement.plan.series) == ("launched", "01/KH-SGDĐT", "VB")
    assert movement.plan.content["date"] == "2026-01-20"
    parse_document(movement.plan.content)
    assert set(Dispatch.objects.values_list("respond_by", flat=True)) == {DAY + timedelta(days=20)}
    assert codes(movement) == ["movements.movement.draft", "movements.movement.launch"]
    assert codes(movement.plan) == ["records.document.draft", "records.document.issue", "records.dispatch.send"]


def test_plan_says_what_the_movement_holds(world):
    movement = confirm_sample(world)
    movement.purpose = "1. Mục đích\nĐể dạy tốt.\n2. Yêu cầu\nSát với thực tế."
    document = compose_plan(movement, get_header(movement, DAY))
    words = str(document)
    assert "Căn cứ Kế hoạch số 08/KH-UBND ngày 05/01/2026" in words
    assert "đạt 80,75% (386/478)" in words
    assert "Đến ngày 15/02/2026" in words
    assert document.signer.name == "Phạm Quốc Hưng"
    assert document.subject == "Phát động phong trào thi đua ngành Giáo dục tỉnh Thanh Lâm năm 2026"


def try_launch(world, movement, *, units=(), respond_by=None, version=None):
    return launches.launch(
        movement=movement, header=get_header(movement, DAY), order=LaunchOrder(tuple(units), respond_by),
        version=movement.version if version is None else version, on=DAY, by=actor_for(world.users["head"], DAY), at=NOW,
    )  # fmt: skip


def test_second_launch_takes_no_second_number(world):
    movement = launch_sample(world)
    with pytest.raises(WrongState, match="Đang thực hiện"):
        try_launch(world, movement)
    assert Register.objects.get().last_number == 1


@pytest.mark.parametrize("wrong", ["unit", "deadline", "version"])
def test_refused_launch_takes_no_number_and_leaves_no_document(world, wrong):
    movement = confirm_sample(world)
    before = JournalEntry.objects.count()
    order = {
        "unit": {"units": [world.district.pk]}, "deadline": {"units": [world.commune.pk], "respond_by": date(2026, 1, 19)},
        "version": {"version": 7},
    }[wrong]  # fmt: skip
    with pytest.raises((MovementError, EditConflict)):
        try_launch(world, movement, **order)
    movement.refresh_from_db()
    assert (movement.state, movement.plan) == ("draft", None)
    assert not OfficialDocument.objects.exists()
    assert not Register.objects.exists()
    assert JournalEntry.objects.count() == before


def test_saved_plan_keeps_its_header_and_follows_the_movement(world):
    movement = confirm_sample(world)
    header = get_header(movement, DAY)
    saved = launches.save_plan(
        movement=movement, header=type(header)(**{**header_values(header), "place": "Mộc Sơn"}), version=1, **WHO
    )
    movement = movements.edit(movement=saved, details=DETAILS, version=saved.version, **WHO)
    Target.objects.filter(movement=movement, ordinal__gt=1).delete()
    launched = launch_to(world, movement, [])
    assert launched.plan.content["place"] == "Mộc Sơn"
    assert "99,8%" not in str(launched.plan.content)


def header_values(header):
    return {name: getattr(header, name) for name in header.__slots__}


def test_district_office_launches_to_its_school_in_2022(world):
    """The units of the day: the school was the district office's until 30/6/2025."""
    on = date(2022, 3, 4)
    details = type(DETAILS)(
        "Phát động phong trào thi đua năm 2022", "regular", "calendar_year", date(2022, 1, 1), date(2023, 1, 1)
    )
    movement = movements.draft(unit=world.district, details=details, **WHO)
    launched = launch_to(world, movement, [world.school], head="district_head", on=on)
    assert launched.plan.code == "01/KH-PGDĐT"
    assert launched.plan.signer_position == "Trưởng phòng"
    with pytest.raises(MovementError, match="không còn trực thuộc"):
        launches.send_more(movement=launched, order=LaunchOrder((world.commune.pk,), None), on=on, **WHO)


# Answering


def test_own_plan_inherits_bases_targets_and_deadlines(world):
    above = launch_sample(world)
    target = above.targets.get(ordinal=2)
    Allotment.objects.create(target=target, unit=world.school, value="98.5")
    child = movements.answer(parent=above, unit=world.school, **WHO)
    bases = list(child.legal_bases.order_by("ordinal"))
    assert (bases[0].number, bases[0].dated) == ("01/KH-SGDĐT", "2026-01-20")
    assert len(bases) == above.legal_bases.count() + 1
    own = {row.parent_id: row for row in child.targets.all()}
    assert str(own[target.pk].value) == "98.50"
    assert own[above.targets.get(ordinal=1).pk].denominator is None
    assert {row.due_on for row in child.tasks.all()} == {date(2026, 2, 15), date(2026, 11, 30)}
    assert (child.theme, child.starts_on, child.state) == (above.theme, above.starts_on, "draft")


def test_answering_twice_makes_one_plan(world):
    above = launch_sample(world)
    first = movements.answer(parent=above, unit=world.school, **WHO)
    assert movements.answer(parent=above, unit=world.school, **WHO) == first


def test_a_unit_that_got_no_plan_cannot_answer_it(world):
    above = launch_to(world, confirm_sample(world), [world.commune])
    with pytest.raises(MovementError, match="không được gửi"):
        movements.answer(parent=above, unit=world.school, **WHO)
    assert not Movement.objects.filter(unit=world.school).exists()


def test_a_unit_answers_both_of_its_lines(world):
    """School of the commune: plans from the department (profession) and from the commune (management)."""
    above = launch_sample(world)
    commune = launch_to(
        world, movements.answer(parent=above, unit=world.commune, **WHO), [world.school], head="commune_head"
    )
    own = [movements.answer(parent=each, unit=world.school, **WHO) for each in (above, commune)]
    assert [row.parent_id for row in own] == [above.pk, commune.pk]
    assert Dispatch.objects.filter(unit=world.school).count() == 2


def test_answers_show_each_unit(world):
    above = launch_sample(world)
    dispatch = Dispatch.objects.get(unit=world.commune)
    dispatches.acknowledge(dispatch=dispatch, **WHO)
    launch_to(world, movements.answer(parent=above, unit=world.school, **WHO), [], head="school_head")
    movements.answer(parent=above, unit=world.upper_school, **WHO)  # a draft says nothing yet
    late = DAY + timedelta(days=23)
    rows = {row.unit.unit_id: (row.answer.value, row.late_days) for row in list_answers(above, late)}
    assert rows == {
        world.commune.pk: ("acknowledged", 3), world.other_commune.pk: ("sent", 3), world.school.pk: ("issued", 0),
        world.upper_school.pk: ("sent", 3),
    }  # fmt: skip


def test_reminder_leaves_out_who_has_answered(world):
    above = launch_sample(world)
    launch_to(world, movements.answer(parent=above, unit=world.school, **WHO), [], head="school_head")
    ids = list(Dispatch.objects.filter(document=above.plan).values_list("pk", flat=True))
    assert launches.remind(movement=above, dispatch_ids=ids, **WHO) == 3
    assert Dispatch.objects.get(unit=world.school).reminded_at is None


# Following


def test_task_is_done_and_opened_again(world):
    movement = launch_sample(world)
    task = movement.tasks.order_by("ordinal").first()
    done = following.finish_task(task=task, on=DAY, note="Đã gửi", **WHO)
    assert (done.done_on, done.done_note) == (DAY, "Đã gửi")
    again = following.finish_task(task=task, on=date(2026, 3, 1), note="", **WHO)
    assert again.done_on == DAY
    assert following.finish_task(task=task, on=None, note="", **WHO).done_on is None
    assert codes(movement)[-2:] == ["movements.task.finish", "movements.task.reopen"]


def test_tasks_of_a_draft_are_not_followed(world):
    task = confirm_sample(world).tasks.first()
    with pytest.raises(MovementError, match="đang thực hiện"):
        following.finish_task(task=task, on=DAY, note="", **WHO)


def test_finding_needs_words_and_is_settled_once(world):
    finding = confirm_sample(world).findings.first()
    with pytest.raises(MovementError, match="cách xử lý"):
        following.settle_finding(finding=finding, note="  ", **WHO)
    settled = following.settle_finding(finding=finding, note="Đã sửa số", **WHO)
    assert (settled.settled_note, settled.settled_at) == ("Đã sửa số", NOW)
    with pytest.raises(MovementError, match="trước đó"):
        following.settle_finding(finding=finding, note="Lần nữa", **WHO)


def test_movement_closes_after_its_period_only(world):
    movement = launch_sample(world)
    with pytest.raises(MovementError, match="31/12/2026"):
        movements.close(movement=movement, on=date(2026, 12, 31), **WHO)
    assert movements.close(movement=movement, on=date(2027, 1, 1), **WHO).state == "closed"
    with pytest.raises(WrongState):
        movements.close(movement=movement, on=date(2027, 1, 2), **WHO)
