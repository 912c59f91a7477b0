"""From accepted dossier to a revoked award that the public page reports, in the browser's own steps (N5, N7, N8)."""

import re

import pytest
import time_machine

from tests.factories import council_walk as steps
from tests.factories.world import AT, FOUNDED
from thidua.accounts.actions import roles
from thidua.awards.models import Award, AwardDecision
from thidua.core.access import SYSTEM, Role
from thidua.councils.models import CouncilMeeting

MEETING_DAY = "2026-07-10T02:00:00Z"
DECISION_DAY = "2026-07-15T02:00:00Z"


@pytest.fixture
def walk(world):
    return steps.nominate(steps.found_council(world))


def post(client, path, data=None, status=302):
    response = client.post(path, data or {}, follow=False)
    assert response.status_code == status, response.content.decode()
    return response


def text(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_walk(walk, client_for, client, world):
    with time_machine.travel(MEETING_DAY, tick=False):
        meeting = hold_meeting(walk, client_for)
    with time_machine.travel(DECISION_DAY, tick=False):
        decision = decide(walk, client_for, meeting)
        award = Award.objects.get(decision=decision, honour="CSTDCS")
        check_public(client, award)
        revoke(client_for, client, award)


def hold_meeting(walk, client_for):
    secretary = client_for("commune_secretary")
    planned = {"title": "Xét khen thưởng năm học", "held_on": "10/07/2026", "place": "Phòng họp 1"}
    post(secretary, f"/hoi-dong/{walk.council.pk}/phien-hop/", planned)
    meeting = CouncilMeeting.objects.get()
    base = f"/hoi-dong/phien-hop/{meeting.pk}/"
    post(secretary, base + "chuong-trinh/", {"dossiers": [walk.dossier.pk]})
    assert "Tổ Khoa học tự nhiên" in text(secretary, base)
    post(secretary, base + "khai-mac/")
    assert "cần ít nhất 4" in text(secretary, base)
    present = {f"present_{member.pk}": "on" for member in walk.members.values()}
    post(secretary, base + "diem-danh/", present)
    post(secretary, base + "y-kien/", {"text": "Các thành viên thống nhất."})
    post(secretary, base + "mo-bo-phieu/")
    for key in walk.members:
        cast_paper(client_for(key), base, meeting)
    post(secretary, base + "kiem-phieu/", hands(meeting, 5))
    page = text(secretary, base)
    assert page.count("Thông qua") >= 3
    post(secretary, base + "bien-ban/")
    for name in ("hop.pdf", "hop.docx", "kiem-phieu.pdf", "kiem-phieu.docx"):
        assert secretary.get(base + "bien-ban/" + name).content[:4] in {b"%PDF", b"PK\x03\x04"}
    meeting.refresh_from_db()
    check_minutes_are_not_for_everybody(client_for, walk.world, meeting)
    return meeting


def check_minutes_are_not_for_everybody(client_for, world, meeting):
    """The staff of the unit read its documents, but not what the council said and counted."""
    staff = world.users["outsider"]
    roles.assign(user=staff, role=Role.STAFF, unit=world.commune, starts_on=FOUNDED, by=SYSTEM, at=AT)
    for document in (meeting.minutes, meeting.count_minutes):
        for path in (f"/van-ban/{document.pk}/", f"/van-ban/{document.pk}/tai/pdf/"):
            assert client_for("outsider").get(path).status_code == 404
            assert client_for("commune_head").get(path).status_code == 200
        assert document.code not in text(client_for("outsider"), "/van-ban/")
        assert document.code in text(client_for("commune_secretary"), "/van-ban/")


def cast_paper(member, base, meeting):
    paper = text(member, base + "phieu/")
    fields = set(re.findall(r'name="(item_\d+)"', paper))
    assert len(fields) == 1
    assert "checked" not in paper
    post(member, base + "phieu/", dict.fromkeys(fields, "yes"))
    assert "Bạn đã bỏ phiếu" in text(member, base)


def hands(meeting, yes):
    found = {}
    for item in meeting.items.exclude(method="BALLOT"):
        found |= {f"yes_{item.pk}": str(yes), f"no_{item.pk}": "0"}
    return found


def decide(walk, client_for, meeting):
    secretary, head = client_for("commune_secretary"), client_for("commune_head")
    post(secretary, "/quyet-dinh/du-thao/", {"title": "Khen thưởng năm học 2025-2026", "dossiers": [walk.dossier.pk]})
    decision = AwardDecision.objects.get()
    base = f"/quyet-dinh/{decision.pk}/"
    draft = text(secretary, base)
    assert "5.320.000 đồng" in draft
    assert "2.530.000" in draft
    assert client_for("commune_secretary").post(base + "ban-hanh/", {"on": "15/07/2026"}).status_code == 403
    post(head, base + "ban-hanh/", {"on": "15/07/2026"})
    issued = text(secretary, base)
    assert "Quyết định số 01/QĐ-UBND" in issued
    assert "Uỷ ban nhân dân xã Mộc Sơn" in text(secretary, base + "toan-van/")
    for name in ("van-ban.pdf", "van-ban.docx", "giay-chung-nhan.pdf", "chi-tien-thuong.xlsx"):
        response = secretary.get(base + name)
        assert response.content[:4] in {b"%PDF", b"PK\x03\x04"}
    decision.refresh_from_db()
    return decision


def check_public(client, award):
    assert "Có hiệu lực" in text(client, f"/xac-thuc/{award.code}/")
    honours = text(client, "/cong-khai/bang-vang/?q=nguyen+van+an")
    assert "Nguyễn Văn An" in honours
    assert award.code not in honours


def revoke(client_for, client, award):
    head = client_for("commune_head")
    base = f"/quyet-dinh/khen-thuong/{award.pk}/"
    text(head, base + "thu-hoi/")
    given = {"ground": "fraud", "explanation": "Thành tích không có thật.", "on": "15/07/2026"}
    post(head, base + "thu-hoi/", given)
    assert "2.530.000 đồng" in text(head, base)
    answer = text(client, f"/xac-thuc/{award.code.lower()}/")
    assert "Đã bị thu hồi" in answer
    assert "Gian dối" in answer
    assert "không có thật" not in answer
    assert "Nguyễn Văn An" not in text(client, "/cong-khai/bang-vang/")
