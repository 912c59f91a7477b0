"""Councils and meetings through the web: who gets in, forms, lists, and that nothing of a ballot shows."""

import re

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.factories import council_walk as steps
from thidua.core.access import Role
from thidua.councils.actions import meetings
from thidua.councils.actions.ballots import Choice
from thidua.councils.models import BallotBox, Council, CouncilMeeting, CouncilMember, InterestDeclaration, VoterMark
from thidua.journal.models import JournalEntry

DAY = "2026-07-10T02:00:00Z"
CAST = ("head", "secretary", "commune_secretary", "commune_head", "member1", "school_head", "teacher", "block_head",
        "administrator", "outsider")  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(DAY, tick=False):
        yield


@pytest.fixture
def walk(world):
    """Voting is open; member4 is absent."""
    return steps.open_vote(steps.plan_meeting(steps.nominate(steps.found_council(world))), absent=("member4",))


@pytest.fixture
def planned(world):
    return steps.plan_meeting(steps.nominate(steps.found_council(world)))


def path(walk, rest=""):
    return f"/hoi-dong/phien-hop/{walk.meeting.pk}/{rest}"


SEES = {"commune_secretary", "commune_head", "member1"}
NO_ROLE = {"teacher", "block_head", "administrator"}  # no role of theirs opens any council


@pytest.mark.parametrize("key", CAST)
def test_who_sees_a_meeting(walk, client_for, key):
    expected = 200 if key in SEES else 403 if key in NO_ROLE else 404
    assert client_for(key).get(path(walk)).status_code == expected
    assert client_for(key).get(f"/hoi-dong/{walk.council.pk}/").status_code == expected


def test_nobody_without_account(walk, client):
    for address in (path(walk), path(walk, "phieu/"), "/hoi-dong/", f"/hoi-dong/{walk.council.pk}/"):
        response = client.get(address)
        assert response.status_code == 302
        assert response.url.startswith("/dang-nhap/")


STEPS = ("khai-mac/", "diem-danh/", "y-kien/", "mo-bo-phieu/", "chuong-trinh/", "bien-ban/")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("key", [key for key in CAST if key != "commune_secretary"])
def test_only_the_councils_secretary_takes_steps(planned, client_for, key, step):
    before = JournalEntry.objects.count()
    response = client_for(key).post(path(planned, step), {"text": "x"})
    assert response.status_code in {403, 404}
    planned.meeting.refresh_from_db()
    assert (planned.meeting.state, planned.meeting.discussion) == ("planned", "")
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_taken_by_post_only(planned, client_for, step):
    assert client_for("commune_secretary").get(path(planned, step)).status_code == 405


@pytest.mark.parametrize("key", [key for key in CAST if key != "member1"])
def test_who_is_no_member_has_no_paper(walk, client_for, key):
    field = f"item_{walk.item('teacher').pk}"
    response = client_for(key).post(path(walk, "phieu/"), {field: "yes"})
    assert response.status_code in {403, 404}
    assert not VoterMark.objects.exists()
    assert BallotBox.objects.get().yes == 0


def test_a_member_of_another_council_has_no_paper(walk, client_for, world):
    world.users["outsider"].role_assignments.create(
        role=Role.COUNCIL_MEMBER, unit=world.other_commune, starts_on=steps.date(2025, 7, 1)
    )
    assert client_for("outsider").get(path(walk, "phieu/")).status_code == 404


def test_a_meeting_of_a_later_day_says_why_it_cannot_open(planned, client_for):
    client = client_for("commune_secretary")
    client.post(path(planned, "sua/"), {"title": "Họp", "held_on": "20/07/2026", "place": "P"})
    page = client.get(path(planned)).content.decode()
    assert "lên lịch ngày 20/07/2026" in page
    assert path(planned, "khai-mac/") not in page
    client.post(path(planned, "khai-mac/"))
    planned.meeting.refresh_from_db()
    assert planned.meeting.state == "planned"


class TestPaper:
    def field(self, walk):
        return f"item_{walk.item('teacher').pk}"

    def test_it_is_sent_once_and_twice_is_harmless(self, walk, client_for):
        client = client_for("member1")
        for choice in ("yes", "no"):
            assert client.post(path(walk, "phieu/"), {self.field(walk): choice}).url == path(walk)
        assert "Bạn đã bỏ phiếu. Mỗi thành viên chỉ bỏ phiếu một lần." in client.get(path(walk)).content.decode()
        box = BallotBox.objects.get()
        assert (box.yes, box.no) == (1, 0)

    def test_an_empty_one_comes_back_with_the_reason(self, walk, client_for):
        response = client_for("member1").post(path(walk, "phieu/"), {})
        assert response.status_code == 422
        assert response.content.decode().count("Hãy chọn ý kiến.") == 2  # above the form and beside the field
        assert not VoterMark.objects.exists()

    def test_nonsense_is_refused(self, walk, client_for):
        assert client_for("member1").post(path(walk, "phieu/"), {self.field(walk): "maybe"}).status_code == 422
        assert not VoterMark.objects.exists()

    def test_an_absent_member_is_told_what_to_do(self, walk, client_for):
        response = client_for("member4").post(path(walk, "phieu/"), {self.field(walk): "yes"})
        assert response.status_code == 422
        assert "Hãy báo thư ký Hội đồng" in response.content.decode()
        assert "Bạn chưa được điểm danh" in client_for("member4").get(path(walk)).content.decode()

    def test_it_is_not_kept_by_the_browser(self, walk, client_for):
        assert "no-store" in client_for("member1").get(path(walk, "phieu/"))["Cache-Control"]

    def test_there_is_none_before_the_vote(self, planned, client_for):
        assert client_for("member1").get(path(planned, "phieu/")).url == path(planned)

    def test_items_with_an_interest_are_not_on_it(self, walk, client_for):
        client = client_for("member2")
        given = {"member": walk.members["member2"].pk, "person": walk.world.people["teacher"].pk, "relation": "Chồng"}
        client.post(path(walk, "lien-quan/"), given)
        paper = client.get(path(walk, "phieu/")).content.decode()
        assert self.field(walk) not in paper
        assert "Bạn không bỏ phiếu các trường hợp sau" in paper
        client.post(path(walk, "phieu/"), {})
        assert BallotBox.objects.get().recused == 1


class TestSecrecy:
    """Before the count nobody sees a result; after it nobody sees whose it was."""

    def pages(self, walk, client_for):
        found = []
        for key in ("commune_secretary", "commune_head", "member1", "member5"):
            client = client_for(key)
            for address in (path(walk), "/hoi-dong/", f"/hoi-dong/{walk.council.pk}/"):
                found.append(_without_tokens(client.get(address).content.decode()))
        found.append(_without_tokens(client_for("commune_secretary").get(path(walk, "kiem-phieu/")).content.decode()))
        return found

    def test_pages_are_the_same_whatever_was_chosen(self, walk, client_for):
        seen = []
        for choice in (Choice.YES, Choice.NO, Choice.BLANK):
            with transaction.atomic():
                for key in ("member1", "member2"):
                    client_for(key).post(path(walk, "phieu/"), {f"item_{walk.item('teacher').pk}": choice.value})
                seen.append(self.pages(walk, client_for))
                transaction.set_rollback(True)
        assert seen[0] == seen[1] == seen[2]

    def test_the_session_keeps_no_choice(self, walk, client_for):
        kept = []
        for key, choice in (("member1", "yes"), ("member2", "no")):
            client = client_for(key)
            client.post(path(walk, "phieu/"), {f"item_{walk.item('teacher').pk}": choice})
            session = Session.objects.get(session_key=client.session.session_key).get_decoded()
            kept.append({name: value for name, value in session.items() if not name.startswith("_auth")})
        assert kept[0] == kept[1]

    def test_the_turnout_shows_who_not_what(self, walk, client_for):
        steps.vote(walk, "member2", Choice.NO)
        page = client_for("commune_secretary").get(path(walk)).content.decode()
        assert re.search(r"Đã bỏ phiếu</span>\s*Mai Thị Hội Hai", page)
        assert re.search(r"Chưa bỏ phiếu</span>\s*Mai Thị Hội Một", page)
        assert re.search(r"Vắng mặt</span>\s*Mai Thị Hội Bốn", page)


def _without_tokens(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


class TestCount:
    def hands(self, walk, yes="4", no="0"):
        items = walk.meeting.items.exclude(method="BALLOT")
        return {f"yes_{item.pk}": yes for item in items} | {f"no_{item.pk}": no for item in items}

    def vote_all(self, walk):
        for key in ("member1", "member2", "member3", "member5"):
            steps.vote(walk, key)

    def test_it_asks_before_counting_without_everybody(self, walk, client_for):
        client = client_for("commune_secretary")
        for key in ("member1", "member2"):
            steps.vote(walk, key)
        response = client.post(path(walk, "kiem-phieu/"), self.hands(walk))
        assert response.status_code == 422
        response = client.post(path(walk, "kiem-phieu/"), self.hands(walk) | {"confirmed": "on"})
        assert response.status_code == 422
        assert "Mới có 2 phiếu; cần ít nhất 4/5" in response.content.decode()
        walk.meeting.refresh_from_db()
        assert walk.meeting.state == "voting"

    @pytest.mark.parametrize(
        ("yes", "no", "words"),
        [("", "0", "bắt buộc"), ("5", "0", "nhỏ hơn hoặc bằng 4"), ("3", "2", "nhiều hơn 4 người")],
    )
    def test_wrong_hands_come_back_with_what_was_typed(self, walk, client_for, yes, no, words):
        self.vote_all(walk)
        response = client_for("commune_secretary").post(path(walk, "kiem-phieu/"), self.hands(walk, yes, no))
        assert response.status_code == 422
        assert f'value="{no}"' in response.content.decode()
        walk.meeting.refresh_from_db()
        assert walk.meeting.state == "voting"

    def test_counting_twice_counts_once(self, walk, client_for):
        self.vote_all(walk)
        client = client_for("commune_secretary")
        for _ in range(2):
            assert client.post(path(walk, "kiem-phieu/"), self.hands(walk)).status_code == 302
        assert JournalEntry.objects.filter(code="councils.meeting.close").count() == 1
        for _ in range(2):
            client.post(path(walk, "bien-ban/"))
        assert JournalEntry.objects.filter(code="councils.minutes.draw_up").count() == 1

    def test_the_minutes_are_there_after_they_were_drawn_up(self, walk, client_for):
        self.vote_all(walk)
        client = client_for("commune_secretary")
        assert client.get(path(walk, "bien-ban/hop.pdf")).status_code == 404
        client.post(path(walk, "kiem-phieu/"), self.hands(walk))
        client.post(path(walk, "bien-ban/"))
        assert client_for("member1").get(path(walk, "bien-ban/kiem-phieu.pdf")).content.startswith(b"%PDF")
        for address in ("bien-ban/khac.pdf", "bien-ban/hop.exe"):
            assert client.get(path(walk, address)).status_code == 404
        assert client_for("outsider").get(path(walk, "bien-ban/hop.pdf")).status_code == 404


class TestForms:
    def test_a_council_is_established_once(self, client_for, world):
        client = client_for("commune_secretary")
        given = {"unit": world.commune.pk, "name": "Hội đồng xã", "symbol": "HĐTĐKT", "starts_on": "01/07/2026"}
        assert client.post("/hoi-dong/thanh-lap/", given).url == f"/hoi-dong/{Council.objects.get().pk}/"
        response = client.post("/hoi-dong/thanh-lap/", given)
        assert response.status_code == 422
        assert Council.objects.count() == 1

    def test_nobody_establishes_for_another_unit(self, client_for, world):
        given = {"unit": world.commune.pk, "name": "Hội đồng", "symbol": "HĐ", "starts_on": "01/07/2026"}
        assert client_for("secretary").post("/hoi-dong/thanh-lap/", given).status_code == 422
        assert client_for("commune_head").post("/hoi-dong/thanh-lap/", given).status_code == 403
        assert not Council.objects.exists()

    @pytest.mark.parametrize(
        ("typed", "status", "words"),
        [
            ("Nguyễn Thị Bình (CB006)", 302, ""),
            ("nguyen thi binh", 302, ""),
            ("CB006", 302, ""),
            ("Không Có Ai", 422, "Không tìm thấy “Không Có Ai”"),
            ("mai thi hoi", 422, "Có nhiều người phù hợp"),
            ("HD002", 422, "đã là thành viên"),
        ],
    )
    def test_members_are_named_by_name_or_code(self, walk, client_for, typed, status, words):
        response = client_for("commune_secretary").post(
            f"/hoi-dong/{walk.council.pk}/thanh-vien/", {"person": typed, "role": "member", "starts_on": "10/07/2026"}
        )
        assert response.status_code == status
        assert words in response.content.decode()

    def test_ending_a_membership_needs_a_reason(self, walk, client_for):
        address = f"/hoi-dong/thanh-vien/{walk.members['member3'].pk}/ket-thuc/"
        client = client_for("commune_secretary")
        assert client.post(address, {"ends_before": "01/08/2026", "reason": ""}).status_code == 422
        assert client.post(address, {"ends_before": "01/08/2026", "reason": "Chuyển công tác"}).status_code == 302
        assert CouncilMember.objects.get(pk=walk.members["member3"].pk).ends_before == steps.date(2026, 8, 1)
        assert client_for("member1").post(address, {}).status_code == 403

    def test_a_meeting_keeps_what_was_typed(self, walk, client_for):
        client = client_for("commune_secretary")
        address = f"/hoi-dong/{walk.council.pk}/phien-hop/"
        response = client.post(address, {"title": "Họp xét", "held_on": "31/02/2026", "place": "P1"})
        assert response.status_code == 422
        assert 'value="Họp xét"' in response.content.decode()
        assert "31/02/2026" in response.content.decode()
        for _ in range(2):
            client.post(address, {"title": "Họp xét", "held_on": "20/07/2026", "place": "P1"})
        assert CouncilMeeting.objects.filter(title="Họp xét").count() == 1

    def test_editing_a_planned_meeting(self, planned, client_for):
        client = client_for("commune_secretary")
        client.post(path(planned, "sua/"), {"title": "Họp lại", "held_on": "12/07/2026", "place": "P2"})
        planned.meeting.refresh_from_db()
        assert (planned.meeting.title, planned.meeting.place) == ("Họp lại", "P2")

    def test_a_dossier_is_taken_off_the_agenda(self, planned, client_for):
        client = client_for("commune_secretary")
        client.post(path(planned, f"chuong-trinh/{planned.dossier.pk}/rut/"))
        assert planned.meeting.items.count() == 0
        assert client.post(path(planned, f"chuong-trinh/{planned.dossier.pk}/rut/")).status_code == 404

    def test_a_member_declares_for_themself_only(self, walk, client_for):
        given = {"member": walk.members["member1"].pk, "person": walk.world.people["teacher"].pk, "relation": "Anh"}
        client_for("member2").post(path(walk, "lien-quan/"), given)
        assert not InterestDeclaration.objects.exists()
        client_for("commune_secretary").post(path(walk, "lien-quan/"), given)
        declared = InterestDeclaration.objects.get()
        assert declared.member == walk.members["member1"]
        assert client_for("member2").post(path(walk, f"lien-quan/{declared.pk}/rut/")).status_code == 403
        client_for("member1").post(path(walk, f"lien-quan/{declared.pk}/rut/"))
        assert not InterestDeclaration.objects.exists()


class TestList:
    def test_search_filter_sort_and_excel(self, walk, client_for):
        client = client_for("commune_secretary")
        for text, found in (("XET khen", True), ("phong hop", True), ("sáng kiến", False)):
            assert ("Xét khen thưởng năm học" in client.get("/hoi-dong/", {"q": text}).content.decode()) is found
        assert "Xét khen thưởng" not in client.get("/hoi-dong/?state=closed").content.decode()
        assert client.get("/hoi-dong/?sort=-title&state=voting&page=99").status_code == 200
        assert client.get("/hoi-dong/?format=xlsx").content.startswith(b"PK")

    def test_the_number_of_queries_does_not_grow(self, walk, client_for):
        client = client_for("commune_secretary")
        client.get("/hoi-dong/")
        counts = []
        for number in range(3):
            with CaptureQueriesContext(connection) as queries:
                client.get("/hoi-dong/")
            counts.append(len(queries))
            meetings.plan(
                council=walk.council,
                title=f"Họp {number}",
                held_on=steps.HELD_ON,
                place="P",
                by=steps.SYSTEM,
                at=steps.AT,
            )
        assert len(set(counts)) == 1

    def test_nor_on_the_meetings_own_page(self, planned, client_for, world):
        client = client_for("commune_secretary")
        client.get(path(planned))
        counts = []
        for key in ("school_head", "block_head", "head"):
            with CaptureQueriesContext(connection) as queries:
                client.get(path(planned))
            counts.append(len(queries))
            steps.add_nomination(planned.dossier, "LDTT", person=world.people[key])
            steps.agenda.fill(meeting=planned.meeting, dossiers=[planned.dossier], by=steps.SYSTEM, at=steps.AT)
        assert len(set(counts)) == 1
