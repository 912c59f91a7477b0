"""The way of a dossier: drawn up, submitted, returned, resubmitted, accepted; each step with its journal entry (N1-N4)."""

import pytest

from tests.factories.dossiers import (
    JULY,
    JUNE,
    actor,
    add_facts,
    add_initiative,
    add_teachers,
    describe,
    fresh,
    make_dossier,
    submit,
)
from thidua.awards.actions import dossiers, nominations, papers
from thidua.awards.errors import AwardsError, EditConflict
from thidua.awards.models import Dossier, Nomination
from thidua.core.time.moments import day_of
from thidua.core.workflow import WrongState
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.orgs.models import HoldRecord


@pytest.fixture(autouse=True)
def surroundings(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def teacher(world):
    add_facts(world.people["teacher"], world.school)
    return world.people["teacher"]


@pytest.fixture
def dossier(world, teacher):
    return make_dossier(world, teacher)


def codes(row):
    return [entry.code for entry in reversed(list_history(row))]


def test_the_whole_way_to_acceptance(world, dossier):
    submitted = submit(world, dossier)
    assert (submitted.state, submitted.received_on) == ("submitted", day_of(JUNE))
    clerk = actor(world, "commune_secretary")
    returned = dossiers.send_back(
        dossier=submitted, reason="Thiếu biên bản bình xét.", version=submitted.version, by=clerk, at=JUNE
    )
    assert (returned.state, returned.received_on) == ("returned", None)
    assert returned.return_reason == "Thiếu biên bản bình xét."
    secretary = actor(world, "school_secretary")
    papers.attach(
        dossier=returned, data=b"%PDF-1.7 x", name="bien-ban.pdf", part="Biên bản bình xét", by=secretary, at=JUNE
    )
    again = submit(world, returned, at=JULY)
    assert (again.state, again.received_on, again.return_reason) == ("submitted", day_of(JULY), "")
    accepted = dossiers.accept(
        dossier=again, version=again.version, by=actor(world, "commune_secretary", JULY), at=JULY
    )
    assert accepted.state == "accepted"
    assert codes(dossier) == [
        "awards.dossier.create", "awards.nomination.add", "awards.dossier.submit", "awards.dossier.return",
        "awards.paper.attach", "awards.dossier.submit", "awards.dossier.accept",
    ]  # fmt: skip


def test_submitting_issues_the_letter_and_sends_it_up(world, dossier, teacher):
    letter = submit(world, dossier).submission
    assert (letter.code, letter.state, letter.issued_on) == ("01/TTr-THCSMS", "issued", day_of(JUNE))
    assert [row.unit_id for row in letter.dispatches.all()] == [world.commune.pk]
    assert (letter.signer_name, letter.signer_position) == ("Trần Văn Đức", "Hiệu trưởng")
    assert letter.content["addressees"] == ["Uỷ ban nhân dân xã Mộc Sơn"]
    assert any("06/2022/QH15" in line or "Luật Thi đua, khen thưởng" in line for line in letter.content["legal_bases"])
    assert teacher.full_name in str(letter.content["annexes"])


def test_submitting_again_gives_a_new_number_and_keeps_the_old_letter(world, dossier):
    first = submit(world, dossier)
    dossiers.withdraw(dossier=first, reason="Sửa danh sách", by=actor(world, "school_head"), at=JUNE)
    second = submit(world, dossier)
    assert (first.submission.number, second.submission.number) == (1, 2)


def test_a_second_click_on_submit_changes_nothing(world, dossier):
    version = dossier.version
    submit(world, dossier)
    by = actor(world, "school_head")
    with pytest.raises(EditConflict):
        dossiers.submit(dossier=dossier, version=version, accept_missing=True, by=by, at=JUNE)
    with pytest.raises(WrongState):
        submit(world, dossier)
    assert world.school.documents.count() == 1


def test_an_empty_dossier_is_not_submitted(world):
    with pytest.raises(AwardsError, match="chưa có cá nhân, tập thể nào"):
        submit(world, make_dossier(world))


def test_missing_papers_stop_the_dossier_until_the_head_accepts_that(world, dossier):
    by = actor(world, "school_head")
    with pytest.raises(AwardsError, match=r"còn thiếu: Báo cáo thành tích.*Biên bản bình xét"):
        dossiers.submit(dossier=dossier, version=dossier.version, by=by, at=JUNE)
    assert fresh(dossier).state == "draft"
    dossiers.submit(dossier=dossier, version=dossier.version, accept_missing=True, by=by, at=JUNE)
    assert "Biên bản bình xét" in list_history(dossier)[0].data["missing"]


def test_who_is_not_eligible_stops_the_dossier_with_the_reason(world):
    person = world.people["teacher"]
    add_facts(person, world.school, rating="HT")
    dossier = make_dossier(world, person)
    assert dossier.nominations.get().outcome == "NOT_ELIGIBLE"
    entries = JournalEntry.objects.count()
    with pytest.raises(AwardsError, match=r"Nguyễn Văn An \(LĐTT\): không đủ điều kiện. Được đánh giá"):
        submit(world, dossier)
    assert fresh(dossier).state == "draft"
    assert JournalEntry.objects.count() == entries
    assert not world.school.documents.exists()


def test_who_is_suspended_stops_the_dossier(world, dossier, teacher):
    HoldRecord.objects.create(person=teacher, reason="complaint", starts_on=day_of(JUNE))
    with pytest.raises(AwardsError, match="đang tạm dừng xét"):
        submit(world, dossier)


def test_who_needs_a_person_to_look_may_go_on(world):
    dossier = make_dossier(world, world.people["teacher"])
    assert dossier.nominations.get().outcome == "NEEDS_HUMAN"
    assert submit(world, dossier).state == "submitted"


def test_a_hold_after_submission_stops_acceptance(world, dossier, teacher):
    submitted = submit(world, dossier)
    HoldRecord.objects.create(person=teacher, reason="press", starts_on=day_of(JUNE))
    with pytest.raises(AwardsError, match="tạm dừng"):
        dossiers.accept(
            dossier=submitted, version=submitted.version, by=actor(world, "commune_secretary", JULY), at=JULY
        )
    assert fresh(dossier).state == "submitted"


def test_accepting_or_returning_an_older_version_is_refused(world, dossier):
    submitted = submit(world, dossier)
    clerk, head = actor(world, "commune_secretary"), actor(world, "school_head")
    dossiers.withdraw(dossier=submitted, reason="Bổ sung danh sách", by=head, at=JUNE)
    submit(world, dossier)
    with pytest.raises(EditConflict):
        dossiers.accept(dossier=dossier, version=submitted.version, by=clerk, at=JUNE)
    with pytest.raises(EditConflict):
        dossiers.send_back(dossier=dossier, reason="Thiếu", version=submitted.version, by=clerk, at=JUNE)


def test_returning_needs_a_reason(world, dossier):
    submitted = submit(world, dossier)
    with pytest.raises(AwardsError, match="lý do"):
        dossiers.send_back(
            dossier=submitted, reason="  ", version=submitted.version, by=actor(world, "commune_secretary"), at=JUNE
        )
    assert fresh(dossier).state == "submitted"


def test_a_submitted_dossier_is_not_edited(world, dossier):
    submit(world, dossier)
    by, nomination = actor(world, "school_secretary"), dossier.nominations.get()
    with pytest.raises(AwardsError, match="không sửa được"):
        nominations.remove(nomination=nomination, by=by, at=JUNE)
    with pytest.raises(AwardsError, match="không sửa được"):
        papers.attach(dossier=dossier, data=b"x", name="a.txt", part="", by=by, at=JUNE)
    assert dossier.nominations.count() == 1


def test_the_second_of_two_editors_is_told(world, dossier):
    by = actor(world, "school_secretary")
    dossiers.revise(
        dossier=dossier, description=describe(world, title="Tên mới"), version=dossier.version, by=by, at=JUNE
    )
    with pytest.raises(EditConflict):
        dossiers.revise(
            dossier=dossier, description=describe(world, title="Tên khác"), version=dossier.version, by=by, at=JUNE
        )
    assert fresh(dossier).title == "Tên mới"


def test_the_second_of_two_editors_of_a_nomination_is_told(world, dossier):
    by, row = actor(world, "school_secretary"), dossier.nominations.get()
    nominations.revise(nomination=row, achievement="Một", initiative=None, version=row.version, by=by, at=JUNE)
    with pytest.raises(EditConflict):
        nominations.revise(nomination=row, achievement="Hai", initiative=None, version=row.version, by=by, at=JUNE)
    assert fresh(row).achievement == "Một"


def test_the_same_person_twice_in_one_dossier_is_one_nomination(world, dossier, teacher):
    by = actor(world, "school_secretary")
    assert nominations.add(dossier=dossier, honour_code="LDTT", people=[teacher, teacher], by=by, at=JUNE) == []
    assert dossier.nominations.count() == 1


def test_the_same_person_in_another_open_dossier_is_refused_by_name(world, dossier, teacher):
    with pytest.raises(AwardsError, match="Nguyễn Văn An đã được đề nghị Lao động tiên tiến năm 2025-2026 trong hồ sơ"):
        make_dossier(world, teacher)


def test_another_year_or_honour_is_no_double(world, dossier, teacher):
    make_dossier(world, teacher, honour="CSTDCS")
    make_dossier(world, teacher, year="2024-2025")
    assert Nomination.objects.count() == 3


def test_who_was_refused_by_a_council_may_be_put_forward_again(world, dossier, teacher):
    dossier.nominations.update(is_carried=False)
    assert make_dossier(world, teacher).nominations.count() == 1


def test_commendations_of_another_stream_are_no_double(world, teacher):
    make_dossier(world, teacher, honour="GK")
    make_dossier(world, teacher, honour="GK", stream="AD_HOC")
    with pytest.raises(AwardsError, match="Giấy khen"):
        make_dossier(world, teacher, honour="GK", stream="AD_HOC")


def test_a_collective_title_is_not_for_people(world, dossier, teacher):
    with pytest.raises(AwardsError, match="không dành cho cá nhân"):
        nominations.add(
            dossier=dossier, honour_code="TTLDTT", people=[teacher], by=actor(world, "school_secretary"), at=JUNE
        )


def test_an_initiative_of_somebody_else_is_no_ground(world, dossier):
    other = add_initiative(world.people["school_head"], world.school)
    row = dossier.nominations.get()
    with pytest.raises(AwardsError, match="không phải của người được đề nghị"):
        nominations.revise(
            nomination=row,
            achievement="",
            initiative=other,
            version=row.version,
            by=actor(world, "school_secretary"),
            at=JUNE,
        )


def test_a_used_initiative_is_no_ground_for_a_form(world, teacher):
    used = add_initiative(teacher, world.school, used_for="TITLE:CSTDCS")
    row = make_dossier(world, teacher, honour="GK").nominations.get()
    with pytest.raises(AwardsError, match="không dùng lại được"):
        nominations.revise(
            nomination=row,
            achievement="",
            initiative=used,
            version=row.version,
            by=actor(world, "school_secretary"),
            at=JUNE,
        )


def test_the_same_file_twice_is_one_paper(world, dossier):
    by = actor(world, "school_secretary")
    for part in ("", "Biên bản bình xét"):
        papers.attach(dossier=dossier, data=b"%PDF-1.7 bb", name="bb.pdf", part=part, by=by, at=JUNE)
    assert [paper.part for paper in dossier.papers.all()] == ["Biên bản bình xét"]
    papers.detach(paper=dossier.papers.get(), by=by, at=JUNE)
    assert not dossier.papers.exists()


def test_a_draft_is_discarded_but_the_journal_remembers(world, dossier):
    dossiers.discard(dossier=dossier, reason="Lập nhầm", by=actor(world, "school_secretary"), at=JUNE)
    assert not Dossier.objects.exists()
    assert (list_history(dossier)[0].code, list_history(dossier)[0].reason) == ("awards.dossier.discard", "Lập nhầm")


def test_what_was_once_submitted_is_not_discarded(world, dossier):
    submitted = submit(world, dossier)
    dossiers.withdraw(dossier=submitted, reason="Sửa", by=actor(world, "school_head"), at=JUNE)
    with pytest.raises(AwardsError, match="phải giữ lại"):
        dossiers.discard(dossier=dossier, reason="Thôi", by=actor(world, "school_head"), at=JUNE)


def test_a_thematic_dossier_names_its_movement(world):
    with pytest.raises(AwardsError, match="chọn phong trào"):
        make_dossier(world, stream="THEMATIC")


def test_reviewing_many_takes_as_many_queries_as_one(world, teacher):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from thidua.awards.facts.review import review

    one = make_dossier(world, teacher)
    crowd = add_teachers(world.school, 5)
    many = make_dossier(world, *crowd)
    counts = []
    for row in (one, many):
        with CaptureQueriesContext(connection) as queries:
            review(fresh(row), today=day_of(JUNE))
        counts.append(len(queries))
    assert counts[0] == counts[1]
