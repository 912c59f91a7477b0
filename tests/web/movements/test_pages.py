"""Lists, one movement, launching, the board, incoming plans: content, permissions, counted queries."""

import io
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.factories.plans import DAY, DETAILS, NOW, confirm_sample, launch_sample, launch_to
from thidua.core.access import SYSTEM
from thidua.journal.models import JournalEntry
from thidua.movements.actions import movements
from thidua.movements.models import Movement
from thidua.records.actions import dispatches
from thidua.records.models import Dispatch, OfficialDocument, Register

WHO = {"by": SYSTEM, "at": NOW}
CAST = ("secretary", "head", "commune_head", "school_head", "block_head", "member1", "teacher", "outsider")


@pytest.fixture(autouse=True)
def _travel(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel("2026-01-20T09:00:00+07:00", tick=False):
        yield


@pytest.fixture
def draft(world):
    return confirm_sample(world)


@pytest.fixture
def launched(world):
    return launch_sample(world)


def sheet_of(answer):
    assert answer.headers["Content-Disposition"].startswith("attachment")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    return [[cell for cell in row if cell != ""] for row in rows]


def text_of(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


# Who sees what


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        ("draft", {"secretary", "head"}),
        # The school, its commune and the upper school received the plan; the outsider's school did not.
        ("launched", {"secretary", "head", "commune_head", "school_head", "teacher", "block_head", "member1"}),
    ],
)
def test_who_sees_a_movement(client_for, world, state, seen):
    movement = confirm_sample(world) if state == "draft" else launch_sample(world)
    pages = (f"/phong-trao/{movement.pk}/",)
    for who in CAST:
        expected = 200 if who in seen else 404
        for page in pages:
            assert client_for(who).get(page).status_code == expected, (who, page)
        assert (movement.name in text_of(client_for(who), "/phong-trao/")) is (who in seen), who


CHANGES = (
    "sua/", "sua/targets/", "sua/tasks/", "ke-hoach/", "ke-hoach/tai/docx/", "phat-dong/",
)  # fmt: skip


@pytest.mark.parametrize("page", CHANGES)
def test_only_the_own_unit_changes_a_draft(client_for, draft, page):
    before = JournalEntry.objects.count()
    for who in CAST:
        status = client_for(who).get(f"/phong-trao/{draft.pk}/{page}").status_code
        if who == "head" or (who == "secretary" and page != "phat-dong/"):
            assert status == 200
        elif who == "secretary":
            assert status == 403
        else:
            assert status in {403, 404}, who
            assert client_for(who).post(f"/phong-trao/{draft.pk}/{page}", {"version": 1}).status_code in {403, 404}
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("page", ["don-vi/", "don-vi/nhac/", "gui-them/", "ket-thuc/", "sua/"])
def test_having_received_a_plan_gives_no_right_to_change_it(client_for, launched, page):
    before = JournalEntry.objects.count()
    client = client_for("school_head")
    assert client.get(f"/phong-trao/{launched.pk}/{page}").status_code in {403, 405}
    assert client.post(f"/phong-trao/{launched.pk}/{page}", {"mode": "none"}).status_code == 403
    assert JournalEntry.objects.count() == before


def test_a_units_draft_is_hidden_from_its_superiors(client_for, world, launched):
    child = movements.answer(parent=launched, unit=world.school, **WHO)
    assert client_for("head").get(f"/phong-trao/{child.pk}/").status_code == 404
    assert client_for("teacher").get(f"/phong-trao/{child.pk}/").status_code == 404
    launch_to(world, child, [], head="school_head")
    assert client_for("head").get(f"/phong-trao/{child.pk}/").status_code == 200
    assert client_for("teacher").get(f"/phong-trao/{child.pk}/").status_code == 200
    assert client_for("outsider").get(f"/phong-trao/{child.pk}/").status_code == 404


def test_receivers_see_the_plan_without_the_writers_findings(client_for, launched):
    own, received = (text_of(client_for(who), f"/phong-trao/{launched.pk}/") for who in ("secretary", "school_head"))
    for words in ("Điểm cần xem lại", f"/phong-trao/{launched.pk}/chi-tieu/", f"/phong-trao/{launched.pk}/don-vi/"):
        assert words in own
        assert words not in received
    assert "Kế hoạch đến đơn vị" in received


# The list


def test_list_is_searched_filtered_and_sorted(client_for, world, launched):
    other = type(DETAILS)("Thi đua nước rút", "ad_hoc", "span", date(2025, 3, 1), date(2025, 6, 1))
    movements.draft(unit=world.department, details=other, **WHO)
    client = client_for("secretary")

    def found(query):
        return [row.name for row in client.get(f"/phong-trao/?{query}").context["page"].rows]

    assert found("q=nuoc+rut") == ["Thi đua nước rút"]
    assert found("q=NƯỚC") == ["Thi đua nước rút"]
    assert found("state=launched") == [launched.name]
    assert found("kind=ad_hoc") == ["Thi đua nước rút"]
    assert found("year=2026") == [launched.name]
    assert found("scope=above") == []
    assert found("sort=starts") == ["Thi đua nước rút", launched.name]
    assert found("sort=nonsense&page=99&year=abc&state=x")[0] == launched.name
    school = client_for("school_head").get("/phong-trao/?scope=above").context["page"]
    assert [row.name for row in school.rows] == [launched.name]


def test_list_as_excel_has_every_row_and_no_formula(client_for, world):
    details = type(DETAILS)("=1+1", "regular", "calendar_year", date(2026, 1, 1), date(2027, 1, 1))
    movements.draft(unit=world.department, details=details, **WHO)
    rows = sheet_of(client_for("secretary").get("/phong-trao/?format=xlsx"))
    assert rows[-1][0] == "=1+1"


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_lists_ask_the_same_number_of_queries_for_one_and_three_rows(client_for, world):
    client, school = client_for("secretary"), client_for("school_head")
    counts = []
    for _ in range(3):
        movement = launch_sample(world)
        dispatch = Dispatch.objects.get(document=movement.plan, unit=world.school)
        counts.append(
            (
                queries(client, "/phong-trao/"), queries(client, f"/phong-trao/{movement.pk}/"),
                queries(client, f"/phong-trao/{movement.pk}/don-vi/"), queries(school, "/phong-trao/den/"),
                queries(school, f"/phong-trao/den/{dispatch.pk}/"), queries(client, "/van-ban/"),
                queries(client, f"/van-ban/{movement.plan_id}/"),
            )
        )  # fmt: skip
    assert counts[0] == counts[2]


def test_board_asks_the_same_number_of_queries_for_one_and_four_units(client_for, world):
    one = launch_to(world, confirm_sample(world), [world.commune])
    four = launch_sample(world)
    client = client_for("secretary")
    assert queries(client, f"/phong-trao/{one.pk}/don-vi/") == queries(client, f"/phong-trao/{four.pk}/don-vi/")


# Drafting and editing


def test_movement_without_a_file(client_for, world):
    client = client_for("school_secretary")
    data = {"name": "Dạy tốt, học tốt", "kind": "thematic", "period_kind": "school_year", "year": "2025-2026"}
    answer = client.post("/phong-trao/moi/", data)
    movement = Movement.objects.get()
    assert answer.headers["Location"] == f"/phong-trao/{movement.pk}/"
    assert (movement.unit, movement.starts_on) == (world.school, date(2025, 8, 1))
    assert "Chưa có chỉ tiêu nào" in text_of(client, f"/phong-trao/{movement.pk}/")


def test_movement_page_shows_what_the_plan_says(client_for, draft):
    html = text_of(client_for("head"), f"/phong-trao/{draft.pk}/")
    for words in (
        "Kỷ cương trong quản lý", "đạt 80,75% (386/478)", "Không còn hiệu lực", "Còn hiệu lực", "15/02/2026",
        "Đổi mới, sáng tạo trong quản lý", "Soạn kế hoạch", "Lịch sử", "Lập phong trào",
    ):  # fmt: skip
        assert words in html, words


def test_edit_conflict_keeps_the_words(client_for, draft):
    client = client_for("secretary")
    data = {"name": "Tên mới", "kind": "regular", "period_kind": "calendar_year", "year": "2026", "version": 1}
    assert client.post(f"/phong-trao/{draft.pk}/sua/", data).status_code == 302
    answer = client.post(f"/phong-trao/{draft.pk}/sua/", {**data, "name": "Tên thứ hai"})
    assert answer.status_code == 422
    assert "bản mới hơn" in answer.content.decode()
    assert "Tên thứ hai" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.name == "Tên mới"


def test_part_is_edited_and_wrong_values_are_named(client_for, draft):
    client, url = client_for("secretary"), f"/phong-trao/{draft.pk}/sua/tasks/"
    new = {"key": "new-1", "new-1-unit": "Các trường", "new-1-task": "Gửi báo cáo", "version": 1}
    wrong = client.post(url, {**new, "new-1-due": "31/02/2026"})
    assert wrong.status_code == 422
    assert "Gửi báo cáo" in wrong.content.decode()
    kept = [str(pk) for pk in draft.tasks.values_list("pk", flat=True)]
    assert client.post(url, {**new, "new-1-due": "28/02/2026"}).status_code == 302
    assert list(draft.tasks.values_list("text", "due_on")) == [("Gửi báo cáo", date(2026, 2, 28))]
    assert kept


def test_part_of_a_launched_movement_is_closed(client_for, launched):
    answer = client_for("head").post(f"/phong-trao/{launched.pk}/sua/bases/", {"version": launched.version})
    assert answer.status_code == 422
    assert "đã phát động" in answer.content.decode()
    assert launched.legal_bases.exists()


# Plan and launch


def test_plan_is_previewed_and_downloaded_before_it_has_a_number(client_for, draft):
    client = client_for("secretary")
    page = text_of(client, f"/phong-trao/{draft.pk}/ke-hoach/")
    assert "KẾ HOẠCH" in page
    assert "Nơi nhận" in page
    for fmt, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        answer = client.get(f"/phong-trao/{draft.pk}/ke-hoach/tai/{fmt}/")
        assert answer.content.startswith(start)
        assert "D%E1%BB%B1%20th%E1%BA%A3o" in answer.headers["Content-Disposition"]
    assert client.get(f"/phong-trao/{draft.pk}/ke-hoach/tai/exe/").status_code == 404
    assert not OfficialDocument.objects.exists()


def plan_data(client, movement, **changes):
    form = client.get(f"/phong-trao/{movement.pk}/ke-hoach/").context["form"]
    return {**form.initial, "version": movement.version, **changes}


def test_plan_needs_its_header(client_for, draft):
    client = client_for("secretary")
    answer = client.post(
        f"/phong-trao/{draft.pk}/ke-hoach/", plan_data(client, draft, symbol="KH / SGD", signer_name="")
    )
    assert answer.status_code == 422
    assert "không có khoảng trắng" in answer.content.decode()
    assert not OfficialDocument.objects.exists()


def test_saving_the_plan_twice_keeps_one_draft(client_for, draft):
    client = client_for("secretary")
    for _ in range(2):
        client.post(f"/phong-trao/{draft.pk}/ke-hoach/", plan_data(client, draft))
        draft.refresh_from_db()
    assert OfficialDocument.objects.get() == draft.plan
    assert draft.plan.number is None


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"mode": "some"}, "ít nhất một đơn vị"),
        ({"mode": "kinds"}, "ít nhất một loại"),
        ({"mode": "all", "respond_by": "19/01/2026"}, "từ hôm nay trở đi"),
        ({"mode": "some", "units": ["999999"]}, "999999"),
        ({}, "Gửi kế hoạch đến"),
        ({"mode": "all", "version": "77"}, "bản mới hơn"),
    ],
)
def test_wrong_launch_changes_nothing(client_for, draft, choice, words):
    answer = client_for("head").post(f"/phong-trao/{draft.pk}/phat-dong/", {"version": 1, **choice})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    draft.refresh_from_db()
    assert draft.state == "draft"
    assert not Register.objects.exists()


def test_launch_by_kind_and_by_choice(client_for, world, draft):
    head = client_for("head")
    head.post(f"/phong-trao/{draft.pk}/phat-dong/", {"version": 1, "mode": "kinds", "kinds": ["XA"]})
    assert set(Dispatch.objects.values_list("unit_id", flat=True)) == {world.commune.pk, world.other_commune.pk}
    units = {"mode": "some", "units": [world.school.pk, world.commune.pk], "respond_by": "10/02/2026"}
    more = head.post(f"/phong-trao/{draft.pk}/gui-them/", units)
    assert more.headers["Location"] == f"/phong-trao/{draft.pk}/don-vi/"
    assert Dispatch.objects.count() == 3
    assert Dispatch.objects.get(unit=world.school).respond_by == date(2026, 2, 10)
    assert Dispatch.objects.get(unit=world.commune).respond_by is None


def test_search_among_units_keeps_what_was_ticked_and_launches_nothing(client_for, world, draft):
    data = {"version": 1, "mode": "some", "units": [world.commune.pk], "q": "thpt", "step": "search"}
    answer = client_for("head").post(f"/phong-trao/{draft.pk}/phat-dong/", data)
    page = answer.context["page"]
    assert [(span.unit_id, ticked) for span, ticked in page.units] == [(world.upper_school.pk, False)]
    assert page.chosen_elsewhere == (world.commune.pk,)
    assert not Dispatch.objects.exists()


def test_double_launch_is_harmless(client_for, draft):
    head = client_for("head")
    for _ in range(2):
        head.post(f"/phong-trao/{draft.pk}/phat-dong/", {"version": 1, "mode": "all"})
    assert Register.objects.get().last_number == 1
    assert OfficialDocument.objects.count() == 1


def test_district_office_of_2022_sees_its_own_units(client_for, world):
    with time_machine.travel("2022-03-04T09:00:00+07:00", tick=False):
        details = type(DETAILS)("Thi đua 2022", "regular", "calendar_year", date(2022, 1, 1), date(2023, 1, 1))
        movement = movements.draft(unit=world.district, details=details, **WHO)
        page = client_for("district_head").get(f"/phong-trao/{movement.pk}/phat-dong/").context["page"]
        assert [span.unit_id for span, _ in page.units] == [world.school.pk]
        client_for("district_head").post(f"/phong-trao/{movement.pk}/phat-dong/", {"version": 1, "mode": "all"})
        assert "Thi đua 2022" in text_of(client_for("school_head"), "/phong-trao/")


# The board


def test_board_counts_filters_and_reminds(client_for, world, launched):
    dispatch = Dispatch.objects.get(unit=world.commune)
    dispatches.acknowledge(dispatch=dispatch, **WHO)
    launch_to(world, movements.answer(parent=launched, unit=world.school, **WHO), [], head="school_head")
    client, url = client_for("secretary"), f"/phong-trao/{launched.pk}/don-vi/"
    page = client.get(url).context["page"]
    assert [(label, number) for label, number, *_ in page.stats] == [
        ("Chưa mở xem", "2"), ("Đã nhận", "0"), ("Đã xác nhận", "1"), ("Đã ban hành kế hoạch", "1"), ("Chậm hạn", "0"),
    ]  # fmt: skip
    names = {query: {row.answer.unit.name for row in client.get(f"{url}?{query}").context["page"].rows} for query in (
        "state=issued", "state=open", "kind=XA", "q=thpt", "state=late")}  # fmt: skip
    assert names["state=issued"] == {"Trường THCS Mộc Sơn"}
    assert len(names["state=open"]) == 3
    assert names["kind=XA"] == {"Uỷ ban nhân dân xã Mộc Sơn", "Uỷ ban nhân dân xã Tân Lập"}
    assert names["q=thpt"] == {"Trường THPT Thanh Lâm"}
    assert names["state=late"] == set()
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        late = client_for("secretary")
        assert "Chậm 10 ngày" in text_of(late, url)
        late.post(f"{url}nhac/", {"who": "late"})
    assert Dispatch.objects.filter(reminded_at__isnull=False).count() == 3
    with time_machine.travel(NOW + timedelta(days=31), tick=False):
        incoming = Dispatch.objects.get(unit=world.commune)
        assert "Chậm 11 ngày" in text_of(client_for("commune_head"), f"/phong-trao/den/{incoming.pk}/")


def test_nobody_chosen_nobody_reminded(client_for, launched):
    before = JournalEntry.objects.count()
    client_for("secretary").post(f"/phong-trao/{launched.pk}/don-vi/nhac/", {})
    assert JournalEntry.objects.count() == before


def test_board_as_excel(client_for, world, launched):
    rows = sheet_of(client_for("secretary").get(f"/phong-trao/{launched.pk}/don-vi/?format=xlsx"))
    assert rows[2][:3] == ["Đơn vị", "Loại đơn vị", "Tình trạng"]
    assert ["Trường THCS Mộc Sơn", "Trường trung học cơ sở", "Đã gửi"] in [row[:3] for row in rows]


# Incoming plans


def test_opening_marks_received_for_those_who_answer_for_the_unit(client_for, world, launched):
    dispatch = Dispatch.objects.get(unit=world.school)
    url = f"/phong-trao/den/{dispatch.pk}/"
    text_of(client_for("teacher"), url)
    dispatch.refresh_from_db()
    assert dispatch.received_at is None
    text_of(client_for("school_secretary"), url)
    dispatch.refresh_from_db()
    assert dispatch.received_at
    count = JournalEntry.objects.count()
    text_of(client_for("school_head"), url)
    assert JournalEntry.objects.count() == count


@pytest.mark.parametrize(
    ("who", "status"),
    [("school_secretary", 302), ("school_head", 302), ("teacher", 403), ("outsider", 404), ("commune_head", 403)],
)
def test_who_acknowledges_and_answers(client_for, world, launched, who, status):
    dispatch = Dispatch.objects.get(unit=world.school)
    for step in ("xac-nhan", "huong-ung"):
        assert client_for(who).post(f"/phong-trao/den/{dispatch.pk}/{step}/").status_code == status
    dispatch.refresh_from_db()
    assert (dispatch.acknowledged_at is not None) is (status == 302)
    assert Movement.objects.filter(unit=world.school).exists() is (status == 302)


def test_other_receivers_stay_out_of_the_history(client_for, world, launched):
    mine, other = (Dispatch.objects.get(unit=unit) for unit in (world.school, world.upper_school))
    dispatches.acknowledge(dispatch=other, **WHO)
    html = text_of(client_for("school_head"), f"/phong-trao/den/{mine.pk}/")
    assert "Ban hành văn bản" in html
    assert "Xác nhận đã nhận văn bản" not in html
    assert "Xác nhận đã nhận văn bản" in text_of(client_for("head"), f"/van-ban/{launched.plan_id}/")


def test_incoming_list_is_searched_and_exported(client_for, launched):
    client = client_for("school_head")
    for query, count in (("q=thanh+lam", 1), ("q=khong+co", 0), ("state=waiting", 1), ("state=acknowledged", 0)):
        assert len(client.get(f"/phong-trao/den/?{query}").context["page"].rows) == count, query
    assert sheet_of(client.get("/phong-trao/den/?format=xlsx"))[-1][0] == "01/KH-SGDĐT"


# Following


def test_task_and_finding_are_settled_on_the_page(client_for, launched):
    client = client_for("secretary")
    task, finding = launched.tasks.first(), launched.findings.first()
    client.post(f"/phong-trao/nhiem-vu/{task.pk}/", {"done": "1", "note": "Xong"})
    client.post(f"/phong-trao/diem-xem-lai/{finding.pk}/", {"note": "Đã sửa"})
    task.refresh_from_db()
    finding.refresh_from_db()
    assert (task.done_on, finding.settled_note) == (DAY, "Đã sửa")
    html = text_of(client, f"/phong-trao/{launched.pk}/")
    assert "Đã sửa" in html
    assert client_for("school_head").post(f"/phong-trao/nhiem-vu/{task.pk}/", {"done": "0"}).status_code == 403
    task.refresh_from_db()
    assert task.done_on == DAY


def test_closing_waits_for_the_end_of_the_period(client_for, launched):
    client = client_for("head")
    client.post(f"/phong-trao/{launched.pk}/ket-thuc/")
    assert "31/12/2026" in text_of(client, f"/phong-trao/{launched.pk}/")
    with time_machine.travel("2027-01-04T09:00:00+07:00", tick=False):
        client_for("head").post(f"/phong-trao/{launched.pk}/ket-thuc/")
    launched.refresh_from_db()
    assert launched.state == "closed"
