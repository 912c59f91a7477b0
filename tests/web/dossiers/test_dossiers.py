"""Pages of dossiers: who may, what is refused and why, lists, papers, queries (N1-N4)."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.dossiers import (
    JUNE,
    actor,
    add_award,
    add_collective_facts,
    add_facts,
    add_initiative,
    add_teachers,
    fresh,
    make_dossier,
    submit,
)
from thidua.awards.actions import dossiers, nominations
from thidua.awards.models import Award, Dossier, Nomination, Revocation
from thidua.journal.models import JournalEntry
from thidua.orgs.models import HoldRecord

CAST = ("school_head", "school_secretary", "commune_secretary", "commune_head", "secretary", "head", "teacher", "outsider",
        "member1", "block_head")  # fmt: skip


@pytest.fixture(autouse=True)
def surroundings(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(datetime(2026, 6, 10, 2, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def teacher(world):
    add_facts(world.people["teacher"], world.school)
    return world.people["teacher"]


@pytest.fixture
def dossier(world, teacher):
    return make_dossier(world, teacher)


def text(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_who_sees_the_dossier(client_for, dossier):
    statuses = {who: client_for(who).get(f"/ho-so/{dossier.pk}/").status_code for who in CAST}
    assert statuses == {
        "school_head": 200, "school_secretary": 200, "commune_secretary": 200, "commune_head": 200, "secretary": 200,
        "head": 200, "teacher": 404, "outsider": 404, "member1": 403, "block_head": 403,
    }  # fmt: skip


def steps(dossier):
    """Every press on a dossier in the state it is allowed in, with its form."""
    nomination = dossier.nominations.get()
    return {
        f"/ho-so/{dossier.pk}/chon/": {"honour": "GK", "subject": "individual", "candidate": [nomination.person_id]},
        f"/ho-so/{dossier.pk}/giay-to/": {"part": ""},
        f"/ho-so/de-nghi/{nomination.pk}/": {"achievement": "Đã sửa", "version": nomination.version},
        f"/ho-so/{dossier.pk}/trinh/": {"version": dossier.version, "accept_missing": "1"},
        f"/ho-so/{dossier.pk}/doi-chieu/": {},
        f"/ho-so/{dossier.pk}/bo/": {"reason": "Thử"},
        f"/ho-so/de-nghi/{nomination.pk}/bo/": {},
    }


@pytest.mark.parametrize(
    "who", ["commune_secretary", "commune_head", "secretary", "head", "outsider", "member1", "teacher"]
)
def test_who_may_not_change_a_draft(client_for, dossier, who):
    client, before = client_for(who), JournalEntry.objects.count()
    for path, form in steps(dossier).items():
        upload = {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7")} if path.endswith("giay-to/") else {}
        assert client.post(path, {**form, **upload}).status_code in {403, 404}, path
    assert (fresh(dossier).version, fresh(dossier).state) == (dossier.version, "draft")
    assert JournalEntry.objects.count() == before


def test_the_secretary_may_not_submit_and_the_page_says_who_may(client_for, dossier):
    client = client_for("school_secretary")
    assert client.post(f"/ho-so/{dossier.pk}/trinh/", {"version": dossier.version}).status_code == 403
    assert "dành cho: Thủ trưởng đơn vị" in text(client.get(f"/ho-so/{dossier.pk}/"))


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("commune_secretary", 302), ("commune_head", 403), ("secretary", 403), ("school_head", 403),
        ("school_secretary", 403), ("outsider", 403), ("teacher", 403), ("member1", 403),
    ],
)  # fmt: skip
def test_who_appraises(client_for, world, dossier, who, status):
    row = submit(world, dossier)
    response = client_for(who).post(f"/ho-so/{row.pk}/tra-lai/", {"reason": "Thiếu biên bản", "version": row.version})
    assert response.status_code == status
    assert fresh(row).state == ("returned" if status == 302 else "submitted")
    if status != 302:
        assert client_for(who).post(f"/ho-so/{row.pk}/tiep-nhan/", {"version": row.version}).status_code == status
        assert fresh(row).state == "submitted"


@pytest.mark.parametrize(
    ("who", "status"),
    [("teacher", 200), ("school_head", 200), ("commune_secretary", 200), ("outsider", 404), ("member1", 403)],
)
def test_who_sees_a_nomination(client_for, dossier, who, status):
    assert client_for(who).get(f"/ho-so/de-nghi/{dossier.nominations.get().pk}/").status_code == status


def test_a_teacher_does_not_see_anothers_nomination(client_for, world):
    add_facts(world.people["school_secretary"], world.school)
    row = make_dossier(world, world.people["school_secretary"])
    client = client_for("teacher")
    assert client.get(f"/ho-so/de-nghi/{row.nominations.get().pk}/").status_code == 404
    assert "Bạn chưa được đề nghị lần nào" in text(client.get("/ho-so/"))


def test_refusals_stand_on_the_page_and_nothing_is_sent(client_for, world):
    person = world.people["teacher"]
    add_facts(person, world.school, rating="HT")
    row = make_dossier(world, person)
    client = client_for("school_head")
    page = text(client.get(f"/ho-so/{row.pk}/"))
    assert "Chưa trình được" in page
    assert "Nguyễn Văn An (LĐTT): không đủ điều kiện" in page
    answer = client.post(f"/ho-so/{row.pk}/trinh/", {"version": row.version, "accept_missing": "1"})
    assert "Chưa thực hiện được" in text(answer, 422)
    assert fresh(row).state == "draft"
    assert not world.school.documents.exists()


def test_missing_papers_are_named_and_may_be_accepted(client_for, dossier):
    client = client_for("school_head")
    assert "Vẫn trình" in text(client.get(f"/ho-so/{dossier.pk}/"))
    assert "còn thiếu" in text(client.post(f"/ho-so/{dossier.pk}/trinh/", {"version": dossier.version}), 422)
    form = {"version": dossier.version, "accept_missing": "1"}
    assert client.post(f"/ho-so/{dossier.pk}/trinh/", form).status_code == 302
    assert "còn thiếu" not in text(client.get(f"/ho-so/{dossier.pk}/"))


def test_a_second_press_is_told_and_makes_no_second_letter(client_for, world, dossier):
    client, form = client_for("school_head"), {"version": dossier.version, "accept_missing": "1"}
    client.post(f"/ho-so/{dossier.pk}/trinh/", form)
    assert "Người khác vừa sửa" in text(client.post(f"/ho-so/{dossier.pk}/trinh/", form), 422)
    again = {"version": fresh(dossier).version, "accept_missing": "1"}
    assert "hiện ở trạng thái" in text(client.post(f"/ho-so/{dossier.pk}/trinh/", again), 422)
    assert world.school.documents.count() == 1


def test_returning_without_a_reason_is_told(client_for, world, dossier):
    row = submit(world, dossier)
    answer = client_for("commune_secretary").post(f"/ho-so/{row.pk}/tra-lai/", {"reason": "", "version": row.version})
    assert "Hãy ghi lý do" in text(answer, 422)


def test_the_head_takes_a_dossier_back(client_for, world, dossier):
    row = submit(world, dossier)
    client = client_for("school_head")
    assert client.post(f"/ho-so/{row.pk}/rut/", {"reason": "Bổ sung danh sách"}).status_code == 302
    assert fresh(row).state == "draft"
    assert "Bổ sung danh sách" in text(client.get(f"/ho-so/{row.pk}/"))


def test_a_candidate_of_another_unit_cannot_be_chosen(client_for, world, dossier):
    form = {"honour": "LDTT", "subject": "individual", "candidate": [world.people["outsider"].pk]}
    assert client_for("school_secretary").post(f"/ho-so/{dossier.pk}/chon/", form).status_code == 404
    form = {"honour": "TTLDTT", "subject": "collective", "candidate": [world.other_school.pk]}
    assert client_for("school_secretary").post(f"/ho-so/{dossier.pk}/chon/", form).status_code == 404
    assert dossier.nominations.count() == 1


def test_the_pick_page_says_who_lacks_what(client_for, world, teacher):
    row = make_dossier(world)
    weak, unknown, held = add_teachers(world.school, 3)
    add_facts(weak, world.school, rating="HT")
    add_facts(held, world.school)
    HoldRecord.objects.create(person=held, reason="complaint", starts_on=JUNE.date())
    client, path = client_for("school_secretary"), f"/ho-so/{row.pk}/chon/?honour=LDTT"
    names = {one: one.full_name for one in (teacher, weak, unknown, held)}
    for group, person in (("eligible", teacher), ("one", weak), ("suspended", held)):
        page = text(client.get(f"{path}&group={group}"))
        assert [name for one, name in names.items() if name in page] == [names[person]]
    missing = text(client.get(f"{path}&group=unknown"))
    assert names[unknown] in missing
    assert names[teacher] not in missing
    assert names[weak] in text(client.get(f"{path}&q=van+so+1"))


def test_many_are_added_at_once_and_those_here_already_cannot_be_chosen(client_for, world, dossier, teacher):
    crowd = add_teachers(world.school, 4)
    client = client_for("school_secretary")
    form = {"honour": "LDTT", "subject": "individual", "candidate": [one.pk for one in crowd]}
    assert client.post(f"/ho-so/{dossier.pk}/chon/", form).status_code == 302
    assert dossier.nominations.count() == 5
    assert text(client.get(f"/ho-so/{dossier.pk}/chon/?honour=LDTT")).count("Đã có trong hồ sơ này") == 5


def test_nobody_chosen_is_told(client_for, dossier):
    answer = client_for("school_secretary").post(
        f"/ho-so/{dossier.pk}/chon/", {"honour": "LDTT", "subject": "individual"}
    )
    assert "Chưa chọn cá nhân, tập thể nào" in text(answer, 422)


def test_a_double_in_another_dossier_is_told_by_name(client_for, world, dossier, teacher):
    other = make_dossier(world)
    client = client_for("school_secretary")
    assert "Đã có trong hồ sơ “Đề nghị" in text(client.get(f"/ho-so/{other.pk}/chon/?honour=LDTT"))
    form = {"honour": "LDTT", "subject": "individual", "candidate": [teacher.pk]}
    assert "của Trường THCS Mộc Sơn" in text(client.post(f"/ho-so/{other.pk}/chon/", form), 422)


def test_a_collective_counts_those_nominated_in_the_same_dossier(client_for, world, dossier):
    add_collective_facts(world.school)
    by = actor(world, "school_secretary")
    nominations.add(dossier=dossier, honour_code="TTLDTT", collectives=[world.school], by=by, at=JUNE)
    row = dossier.nominations.get(collective=world.school)
    page = text(client_for("school_secretary").get(f"/ho-so/de-nghi/{row.pk}/"))
    assert "3 người" in page
    assert "0 đã có quyết định, 1 đang đề nghị cùng hồ sơ" in page


def test_an_honour_of_another_level_is_pointed_out(client_for, world, dossier):
    page = text(client_for("school_secretary").get(f"/ho-so/{dossier.pk}/chon/?honour=CSTD_BT"))
    assert "Chủ tịch UBND tỉnh quyết định, trình qua Uỷ ban nhân dân tỉnh Thanh Lâm" in page


def test_the_nomination_page_shows_clause_dates_and_links(client_for, world, dossier, teacher):
    submit(world, dossier)
    page = text(client_for("commune_secretary").get(f"/ho-so/de-nghi/{dossier.nominations.get().pk}/"))
    for part in (
        "06/2022/QH15 Điều 24 khoản 1", "152/2025/NĐ-CP Điều 4 khoản 4", "Hội đồng xem xét", "10/06/2026",
        "Chủ tịch UBND xã", "Biểu quyết, quá bán", f"/nhan-su/{teacher.pk}/",
    ):  # fmt: skip
        assert part in page


def test_the_standard_is_that_of_the_day_of_receipt(client_for, world, teacher):
    """Received before 1/10/2026 the amended law of that day does not yet unsettle the standard of CSTĐCS."""
    add_initiative(teacher, world.school)
    row = submit(world, make_dossier(world, teacher, honour="CSTDCS"))
    with time_machine.travel(datetime(2026, 11, 22, 2, tzinfo=UTC), tick=False):
        page = text(client_for("commune_secretary").get(f"/ho-so/de-nghi/{row.nominations.get().pk}/"))
        fresh_draft = make_dossier(world, world.people["school_secretary"], honour="CSTDCS")
        other = text(client_for("school_secretary").get(f"/ho-so/de-nghi/{fresh_draft.nominations.get().pk}/"))
    assert ">Đủ điều kiện<" in page.replace("\n", "")
    assert "Tiêu chuẩn chưa xác nhận" not in page
    assert "Tiêu chuẩn chưa xác nhận" in other


def test_papers_are_downloaded_and_removed(client_for, dossier):
    client, path = client_for("school_secretary"), f"/ho-so/{dossier.pk}/giay-to/"
    file = SimpleUploadedFile("biên bản.pdf", b"%PDF-1.7 bb")
    assert client.post(path, {"file": file, "part": "Biên bản bình xét"}).status_code == 302
    paper = dossier.papers.get()
    response = client_for("commune_secretary").get(f"/ho-so/giay-to/{paper.pk}/")
    assert response.content == b"%PDF-1.7 bb"
    assert response["Content-Disposition"].startswith("attachment")
    assert client_for("outsider").get(f"/ho-so/giay-to/{paper.pk}/").status_code == 404
    assert client_for("commune_secretary").post(f"/ho-so/giay-to/{paper.pk}/go/").status_code == 403
    assert client.post(f"/ho-so/giay-to/{paper.pk}/go/").status_code == 302
    assert not dossier.papers.exists()


@pytest.mark.parametrize(("data", "message"), [(b"", "rỗng"), (None, "Hãy chọn tệp")])
def test_a_bad_paper_is_told(client_for, dossier, data, message):
    form = {"part": ""} | ({} if data is None else {"file": SimpleUploadedFile("a.pdf", data)})
    assert message in text(client_for("school_secretary").post(f"/ho-so/{dossier.pk}/giay-to/", form), 422)
    assert not dossier.papers.exists()


def test_a_thematic_dossier_needs_its_movement(client_for, world):
    form = {"title": "Chuyên đề", "year": "2025-2026", "stream": "THEMATIC", "deciding_unit": world.commune.pk}
    page = text(client_for("school_secretary").post("/ho-so/lap/", form), 422)
    assert "cần chọn phong trào" in page
    assert 'value="Chuyên đề"' in page
    assert not Dossier.objects.exists()


def test_before_the_reform_the_district_handles_the_dossier(client_for, world):
    with time_machine.travel(datetime(2025, 6, 2, 2, tzinfo=UTC), tick=False):
        page = text(client_for("school_secretary").get("/ho-so/lap/"))
    assert "Phòng Giáo dục và Đào tạo huyện Mộc Sơn – " in page
    assert "Chủ tịch UBND huyện quyết định" in page


def test_the_second_editor_of_the_details_is_told(client_for, world, dossier):
    form = {
        "title": "Một", "year": "2025-2026", "stream": "MERIT", "deciding_unit": world.commune.pk, "version": dossier.version,
    }  # fmt: skip
    assert client_for("school_secretary").post(f"/ho-so/{dossier.pk}/sua/", form).status_code == 302
    answer = client_for("school_head").post(f"/ho-so/{dossier.pk}/sua/", {**form, "title": "Hai"})
    assert "Người khác vừa sửa" in text(answer, 422)
    assert fresh(dossier).title == "Một"


def test_the_list_is_searched_filtered_and_sorted(client_for, world, dossier):
    make_dossier(world, title="Khen thưởng đột xuất phòng chống bão", stream="AD_HOC")
    client = client_for("school_head")
    storm, name = "Khen thưởng đột xuất phòng chống bão", dossier.title
    for query, found in (
        ("q=phong+chong+bao", {storm}), ("q=nguyen+van+an", {name}), ("stream=AD_HOC", {storm}), ("state=submitted", set()),
        ("year=2025-2026&sort=unit", {storm, name}), ("sort=-title", {storm, name}),
        ("sort=-submitted", {storm, name}),
    ):  # fmt: skip
        page = text(client.get(f"/ho-so/?{query}"))
        assert {title for title in (storm, name) if title in page} == found, query


def test_the_inbox_shows_no_drafts_of_others(client_for, world, dossier):
    client = client_for("commune_secretary")
    assert dossier.title not in text(client.get("/ho-so/?box=incoming"))
    submit(world, dossier)
    assert dossier.title in text(client.get("/ho-so/"))
    assert dossier.title not in text(client_for("outsider").get("/ho-so/?box=all"))


def test_the_list_goes_to_excel(client_for, dossier):
    assert client_for("school_head").get("/ho-so/?format=xlsx").content.startswith(b"PK")


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        text(client.get(path))
    return len(queries)


def test_pages_take_as_many_queries_for_three_as_for_one(client_for, world, dossier):
    client = client_for("school_secretary")
    paths = ["/ho-so/?box=own", f"/ho-so/{dossier.pk}/", f"/ho-so/{dossier.pk}/chon/?honour=LDTT"]
    before = [queries_of(client, path) for path in paths]
    crowd = add_teachers(world.school, 2)
    for person in crowd:
        add_facts(person, world.school)
        add_award(person, world.school, "LDTT", "2023-2024", datetime(2024, 7, 1).date())
    by = actor(world, "school_secretary")
    nominations.add(dossier=dossier, honour_code="LDTT", people=crowd, by=by, at=JUNE)
    for _ in range(2):
        make_dossier(world)
    assert [queries_of(client, path) for path in paths] == before
    assert before[0] <= 15


def test_a_decided_and_revoked_nomination_still_shows(client_for, world, dossier, teacher):
    row = submit(world, dossier)
    row = dossiers.accept(dossier=row, version=row.version, by=actor(world, "commune_secretary"), at=JUNE)
    nomination = row.nominations.get()
    Nomination.objects.filter(pk=nomination.pk).update(is_carried=True)
    Dossier.objects.filter(pk=row.pk).update(state="decided")
    award = add_award(teacher, world.school, "LDTT", "2025-2026", JUNE.date(), nomination=nomination)
    client = client_for("commune_secretary")
    page = text(client.get(f"/ho-so/de-nghi/{nomination.pk}/"))
    assert "Đã được khen thưởng" in page
    assert "Đã được tặng Lao động tiên tiến" not in page
    letter = row.submission
    Revocation.objects.create(
        award=award, ground="fraud", explanation="Khai sai", document=letter, revoked_on=JUNE.date()
    )
    assert "Đã thu hồi" in text(client.get(f"/ho-so/de-nghi/{nomination.pk}/"))
    assert "Hội đồng thông qua" in text(client.get(f"/ho-so/{row.pk}/"))
    assert Award.objects.count() == 1
