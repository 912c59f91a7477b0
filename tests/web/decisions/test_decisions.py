"""Decisions and awards through the web: who may do what, lists, papers, revocation (N7, N8)."""

import io

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.factories import council_walk as steps
from tests.factories.world import add_person
from thidua.awards.actions import decisions
from thidua.awards.models import Award, AwardDecision, Nomination, Revocation
from thidua.core.access import SYSTEM
from thidua.journal.models import JournalEntry

DAY = "2026-07-15T02:00:00Z"
CAST = ("head", "secretary", "commune_secretary", "commune_head", "school_head", "teacher", "member1", "block_head",
        "administrator", "outsider")  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(DAY, tick=False):
        yield


@pytest.fixture
def draft(world):
    walk = steps.reach_voted(world)
    walk.decision = decisions.prepare(
        unit=world.commune, title="Khen thưởng năm học", dossiers=[walk.dossier], by=SYSTEM, at=steps.DECIDED_AT
    )
    return walk


@pytest.fixture
def issued(world):
    return steps.reach_issued(world)


def path(walk, rest=""):
    return f"/quyet-dinh/{walk.decision.pk}/{rest}"


def award_path(rest="", honour="CSTDCS"):
    return f"/quyet-dinh/khen-thuong/{Award.objects.get(honour=honour).pk}/{rest}"


@pytest.mark.parametrize("key", CAST)
def test_who_sees_a_draft(draft, client_for, key):
    expected = {"commune_secretary": 200, "commune_head": 200, "member1": 403, "block_head": 403, "administrator": 403}
    assert client_for(key).get(path(draft)).status_code == expected.get(key, 404)


@pytest.mark.parametrize("key", CAST)
def test_who_sees_an_issued_decision(issued, client_for, key):
    expected = {"teacher": 404, "member1": 403, "block_head": 403, "administrator": 403, "outsider": 404}
    assert client_for(key).get(path(issued)).status_code == expected.get(key, 200)


@pytest.mark.parametrize("key", CAST)
def test_who_sees_an_award(issued, client_for, key):
    """The teacher sees their own; somebody else's they do not."""
    expected = {"member1": 403, "block_head": 403, "administrator": 403, "outsider": 404}
    assert client_for(key).get(award_path()).status_code == expected.get(key, 200)
    if key == "teacher":
        assert client_for(key).get(award_path(honour="LDTT")).status_code == 404


def test_an_award_remembers_its_decision(issued, client_for):
    assert "Ban hành quyết định khen thưởng" in client_for("commune_head").get(award_path()).content.decode()


@pytest.mark.parametrize("key", [key for key in CAST if key != "commune_head"])
def test_only_the_head_of_the_unit_issues(draft, client_for, key):
    before = JournalEntry.objects.count()
    assert client_for(key).post(path(draft, "ban-hanh/"), {"on": "15/07/2026"}).status_code in {403, 404}
    draft.decision.refresh_from_db()
    assert draft.decision.state == "draft"
    assert not Award.objects.exists()
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("key", [key for key in CAST if key != "commune_head"])
def test_only_the_head_of_the_deciding_unit_revokes(issued, client_for, key):
    given = {"ground": "fraud", "explanation": "x", "on": "15/07/2026"}
    assert client_for(key).post(award_path("thu-hoi/"), given).status_code in {403, 404}
    assert not Revocation.objects.exists()


def test_a_refusal_says_who_may(draft, client_for):
    page = client_for("commune_secretary").get(path(draft)).content.decode()
    assert "Thủ trưởng đơn vị của đơn vị có thẩm quyền" in page
    assert f"{path(draft, 'ban-hanh/')}" not in page


def test_nobody_without_account(draft, client):
    for address in ("/quyet-dinh/", path(draft), "/quyet-dinh/du-thao/"):
        assert client.get(address).url.startswith("/dang-nhap/")


def test_who_was_turned_down_is_not_for_other_units(issued, client_for, world):
    refused = steps.add_nomination(issued.dossier, "LDTT", person=world.people["school_head"])
    Nomination.objects.filter(pk=refused.pk).update(is_carried=False)
    Award.objects.filter(honour="LDTT").update(unit=world.other_school)
    shown = {key: client_for(key).get(path(issued)) for key in ("commune_head", "head", "school_head", "outsider")}
    assert {response.status_code for response in shown.values()} == {200}
    for key, response in shown.items():
        page = response.context["page"]
        assert (len(page.out), len(page.dossiers)) == ((0, 0) if key == "outsider" else (1, 1)), key


class TestDraft:
    def test_it_is_made_of_ready_dossiers_once(self, world, client_for):
        walk = steps.reach_voted(world)
        client = client_for("commune_secretary")
        assert (
            "Hồ sơ cuối năm – Trường THCS Mộc Sơn (năm học 2025-2026)"
            in client.get("/quyet-dinh/du-thao/").content.decode()
        )
        given = {"title": "Khen thưởng", "dossiers": [walk.dossier.pk]}
        assert client.post("/quyet-dinh/du-thao/", given).status_code == 302
        assert client.post("/quyet-dinh/du-thao/", given).status_code == 422
        assert AwardDecision.objects.count() == 1

    def test_what_is_missing_is_named_and_the_rest_kept(self, world, client_for):
        steps.reach_voted(world)
        response = client_for("commune_secretary").post("/quyet-dinh/du-thao/", {"title": "Khen thưởng"})
        assert response.status_code == 422
        assert 'value="Khen thưởng"' in response.content.decode()
        assert "Hãy chọn ít nhất một hồ sơ." in response.content.decode()

    def test_it_shows_the_money_and_how_it_comes_about(self, draft, client_for):
        page = client_for("commune_secretary").get(path(draft)).content.decode()
        for words in ("2.530.000 đồng", "0,8", "2.030.000 đồng", "152/2025/NĐ-CP Điều 50 khoản 1", "5.320.000 đồng"):
            assert words in page

    def test_another_unit_cannot_use_the_dossier(self, world, client_for):
        walk = steps.reach_voted(world)
        response = client_for("secretary").post("/quyet-dinh/du-thao/", {"title": "x", "dossiers": [walk.dossier.pk]})
        assert response.status_code == 422
        assert not AwardDecision.objects.exists()

    def test_it_is_edited_and_discarded(self, draft, client_for):
        client = client_for("commune_secretary")
        client.post(path(draft, "sua/"), {"title": "Tên mới", "dossiers": [draft.dossier.pk]})
        draft.decision.refresh_from_db()
        assert draft.decision.title == "Tên mới"
        assert client.post(path(draft, "xoa/"), {"reason": ""}).status_code == 422
        client.post(path(draft, "xoa/"), {"reason": "Lập lại"})
        assert not AwardDecision.objects.exists()

    def test_it_has_no_papers_yet(self, draft, client_for):
        client = client_for("commune_secretary")
        for name in ("van-ban.pdf", "toan-van/", "giay-chung-nhan.pdf", "chi-tien-thuong.xlsx"):
            assert client.get(path(draft, name)).status_code == 404


class TestIssue:
    def test_a_wrong_day_comes_back_with_the_reason(self, draft, client_for):
        client = client_for("commune_head")
        for day, words in (
            ("16/07/2026", "tương lai"),
            ("01/07/2026", "trước ngày họp"),
            ("32/07/2026", "Ngày không hợp lệ"),
        ):
            response = client.post(path(draft, "ban-hanh/"), {"on": day})
            assert response.status_code == 422
            assert words in response.content.decode()
            assert day in response.content.decode()
        assert not Award.objects.exists()

    def test_twice_is_once(self, draft, client_for):
        client = client_for("commune_head")
        assert client.post(path(draft, "ban-hanh/"), {"on": "15/07/2026"}).status_code == 302
        response = client.post(path(draft, "ban-hanh/"), {"on": "15/07/2026"})
        assert response.status_code == 422
        assert Award.objects.count() == 3
        assert client.post(path(draft, "sua/"), {"title": "x", "dossiers": [draft.dossier.pk]}).status_code == 302
        draft.decision.refresh_from_db()
        assert draft.decision.title == "Khen thưởng năm học"


class TestPapers:
    def test_certificates_leave_out_what_was_revoked(self, issued, client_for):
        import pypdfium2

        def pages():
            data = client_for("commune_secretary").get(path(issued, "giay-chung-nhan.pdf")).content
            with pypdfium2.PdfDocument(data) as pdf:
                return len(pdf)

        assert pages() == 3
        given = {"ground": "forged", "explanation": "Giấy tờ giả.", "on": "15/07/2026"}
        client_for("commune_head").post(award_path("thu-hoi/"), given)
        assert pages() == 2
        assert client_for("commune_head").get(award_path("giay-chung-nhan.pdf")).status_code == 404

    def test_a_teacher_prints_their_own_certificate(self, issued, client_for):
        assert client_for("teacher").get(award_path("giay-chung-nhan.pdf")).content.startswith(b"%PDF")
        assert client_for("outsider").get(award_path("giay-chung-nhan.pdf")).status_code == 404

    def test_the_payment_list_adds_up(self, issued, client_for):
        data = client_for("commune_secretary").get(path(issued, "chi-tien-thuong.xlsx")).content
        rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
        assert "01/QĐ-UBND ngày 15/07/2026" in rows[0][0]
        paid = {row[1]: row[4] for row in rows[3:]}
        assert paid == {
            "Tổ Khoa học tự nhiên": 2_030_000, "Lê Thị Ánh": 760_000, "Nguyễn Văn An": 2_530_000,
            "Tổng cộng phải chi": 5_320_000,
        }  # fmt: skip

    @pytest.mark.parametrize("key", ["school_head", "teacher", "outsider", "head"])
    def test_lists_for_payment_stay_in_the_unit(self, issued, client_for, key):
        for name in ("giay-chung-nhan.pdf", "chi-tien-thuong.xlsx"):
            assert client_for(key).get(path(issued, name)).status_code in {403, 404}

    def test_the_document_is_for_everybody_concerned(self, issued, client_for):
        assert client_for("school_head").get(path(issued, "van-ban.docx")).content.startswith(b"PK")
        assert client_for("school_head").get(path(issued, "van-ban.exe")).status_code == 404
        assert client_for("outsider").get(path(issued, "van-ban.docx")).status_code == 404


class TestRevoke:
    def test_the_form_names_the_consequences_and_keeps_what_was_typed(self, issued, client_for):
        client = client_for("commune_head")
        page = client.get(award_path("thu-hoi/")).content.decode()
        assert "2.530.000 đồng" in page
        assert "vẫn tính là đã sử dụng" in page
        response = client.post(
            award_path("thu-hoi/"), {"ground": "fraud", "explanation": "Gian dối.", "on": "01/07/2026"}
        )
        assert response.status_code == 422
        assert "Gian dối." in response.content.decode()
        assert not Revocation.objects.exists()

    def test_twice_is_once(self, issued, client_for):
        client = client_for("commune_head")
        given = {"ground": "fraud", "explanation": "Gian dối.", "on": "15/07/2026"}
        assert client.post(award_path("thu-hoi/"), given).status_code == 302
        assert client.post(award_path("thu-hoi/"), given).status_code == 422
        assert Revocation.objects.count() == 1
        assert client.get(award_path("thu-hoi/")).url == award_path()
        assert client_for("school_head").get(award_path("quyet-dinh-thu-hoi.pdf")).content.startswith(b"%PDF")


class TestList:
    def test_search_filter_sort_and_excel(self, issued, client_for):
        client = client_for("commune_secretary")
        for query, found in (
            ("q=nguyen+van+an", True), ("q=01/QĐ", True), ("q=khong+co", False), ("state=draft", False),
            ("year=2025-2026&sort=-money", True), ("year=2024-2025", False), ("sort=number&page=7", True),
        ):  # fmt: skip
            assert ("Khen thưởng năm học 2025-2026" in client.get(f"/quyet-dinh/?{query}").content.decode()) is found
        assert client.get("/quyet-dinh/?format=xlsx").content.startswith(b"PK")

    def test_drafts_are_listed_for_those_who_prepare_them(self, draft, client_for):
        assert "Khen thưởng năm học" in client_for("commune_secretary").get("/quyet-dinh/").content.decode()
        for key in ("school_head", "head", "outsider"):
            assert "Khen thưởng năm học" not in client_for(key).get("/quyet-dinh/").content.decode()

    def test_the_number_of_queries_does_not_grow(self, issued, client_for, world):
        client = client_for("commune_secretary")
        client.get("/quyet-dinh/"), client.get(path(issued))
        counts = []
        for number in range(3):
            with CaptureQueriesContext(connection) as queries:
                client.get("/quyet-dinh/")
                client.get(path(issued))
            counts.append(len(queries))
            person = add_person(f"Q{number}", "Vũ Thị Mới", world.school, "Giáo viên")
            award = Award.objects.get(honour="LDTT")
            award.pk, award.person, award.nomination, award.code = None, person, None, f"CODE{number}"
            award.recipient_name, award.honour = "Vũ Thị Mới", "GK"
            award.save()
            AwardDecision.objects.create(
                unit=world.commune, title=f"Dự thảo {number}", year="2025-2026", created_at=steps.AT
            )
        assert len(set(counts)) == 1
