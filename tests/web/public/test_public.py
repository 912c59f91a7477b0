"""What everybody sees without an account, and how little of persons that is (C2, N7)."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import council_walk as steps
from thidua.awards.actions import revocations
from thidua.awards.models import Award
from thidua.core.verification import make_code, show
from thidua.movements.models import Movement
from thidua.records.models import OfficialDocument


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    with time_machine.travel("2026-09-01T03:00:30Z", tick=False):
        yield
    cache.clear()


@pytest.fixture
def award(world):
    walk = steps.reach_issued(world)
    found = Award.objects.get(honour="CSTDCS")
    found.walk = walk
    return found


def add_awards(award, count):
    rows = []
    for number in range(count):
        rows.append(
            Award(
                person_id=award.person_id,
                unit_id=award.unit_id,
                recipient_name=f"Người {number:03d}",
                recipient_search=f"nguoi {number:03d}",
                unit_name="Trường khác",
                honour="GK",
                year="2024-2025",
                decided_on=date(2025, 6, 1),
                decision_number="9/QĐ",
                decided_by="Chủ tịch",
                code=make_code(number),
            )
        )
    Award.objects.bulk_create(rows)


def revoke(award):
    on, at = date(2026, 9, 1), datetime(2026, 9, 1, 3, tzinfo=UTC)
    return revocations.revoke(
        award=award,
        ground="violation",
        explanation="Chi tiết nội bộ.",
        on=on,
        by=award.walk.actor("commune_head", on),
        at=at,
    )


class TestVerify:
    @pytest.mark.parametrize("typed", [str, str.lower, show, lambda code: f" {show(code).lower()} "])
    def test_a_code_is_found_however_it_is_typed(self, award, client, typed):
        page = client.get(f"/xac-thuc/{typed(award.code)}/").content.decode()
        for words in (
            "Có hiệu lực",
            "Nguyễn Văn An",
            "Trường THCS Mộc Sơn",
            "01/QĐ-UBND",
            "Chủ tịch Uỷ ban nhân dân xã Mộc Sơn",
        ):
            assert words in page

    def test_a_revoked_award_says_so_at_once(self, award, client):
        revoke(award)
        page = client.get(f"/xac-thuc/{award.code}/").content.decode()
        for words in ("Đã bị thu hồi", "01/09/2026", "Có kết luận vi phạm", "02/QĐ-UBND"):
            assert words in page
        assert "Có hiệu lực" not in page
        assert "Chi tiết nội bộ" not in page

    def test_unknown_and_impossible_codes_get_the_same_answer(self, award, client):
        bodies = set()
        for code in (make_code(12345), "ABCD", "%3Cscript%3E", "000000000000"):
            response = client.get(f"/xac-thuc/{code}/")
            assert response.status_code == 404
            bodies.add(response.content.decode())
        assert all("Không tìm thấy" in body for body in bodies)
        assert len({re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body) for body in bodies}) == 1

    def test_no_personal_data_but_what_is_needed(self, award, client, world):
        person = world.people["teacher"]
        person.born_on = date(1985, 3, 7)
        person.save()
        for address in (f"/xac-thuc/{award.code}/", "/cong-khai/bang-vang/", "/cong-khai/"):
            page = client.get(address).content.decode()
            assert "07/03/1985" not in page
            assert person.code not in page
            assert "2.530.000" not in page

    def test_the_form_leads_to_the_code(self, award, client):
        response = client.get("/xac-thuc/", {"code": show(award.code).lower()})
        assert response.url == f"/xac-thuc/{award.code}/"
        for typed in ("", "<x>", "../../etc"):
            response = client.get("/xac-thuc/", {"code": typed})
            assert response.status_code == 422
        assert client.get("/xac-thuc/").status_code == 200

    def test_thirty_checks_a_minute_from_one_address(self, award, client):
        for _ in range(30):
            assert client.get(f"/xac-thuc/{award.code}/").status_code == 200
        response = client.get(f"/xac-thuc/{award.code}/")
        assert response.status_code == 429
        assert response["Retry-After"] == "60"
        assert "Nguyễn Văn An" not in response.content.decode()
        assert client.get(f"/xac-thuc/{award.code}/", REMOTE_ADDR="127.0.0.2").status_code == 200
        with time_machine.travel("2026-09-01T03:01:05Z", tick=False):
            assert client.get(f"/xac-thuc/{award.code}/").status_code == 200

    def test_an_address_cannot_be_made_up(self, award, client):
        """Without a proxy in front the header is not believed."""
        for number in range(30):
            client.get(f"/xac-thuc/{award.code}/", headers={"X-Forwarded-For": f"10.0.0.{number}"})
        assert client.get(f"/xac-thuc/{award.code}/").status_code == 429

    def test_behind_the_proxy_its_own_word_counts(self, award, client, settings):
        settings.HTTPS = True
        for _ in range(30):
            client.get(f"/xac-thuc/{award.code}/", headers={"X-Forwarded-For": "1.2.3.4, 10.0.0.1"})
        get = lambda value: client.get(f"/xac-thuc/{award.code}/", headers={"X-Forwarded-For": value})  # noqa: E731
        assert get("9.9.9.9, 10.0.0.1").status_code == 429
        assert get("1.2.3.4, 10.0.0.2").status_code == 200


class TestHonours:
    def test_codes_are_not_given_away(self, award, client):
        for address in ("/cong-khai/", "/cong-khai/bang-vang/"):
            page = client.get(address).content.decode()
            assert "Nguyễn Văn An" in page
            assert award.code not in page
            assert show(award.code) not in page
        assert award.code.encode() not in client.get("/cong-khai/bang-vang/?format=xlsx").content

    def test_revoked_awards_are_gone(self, award, client):
        revoke(award)
        for address in ("/cong-khai/", "/cong-khai/bang-vang/"):
            assert "Nguyễn Văn An" not in client.get(address).content.decode()

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("q=nguyen+van+an", True), ("q=NGUYỄN", True), ("q=tran", False), ("honour=CSTDCS", True), ("honour=GK", False),
            ("year=2025-2026", True), ("year=2024-2025", False), ("unit=Trường+THCS+Mộc+Sơn", True), ("unit=x", False),
            ("sort=-name&page=99", True), ("sort=bad", True),
        ],
    )  # fmt: skip
    def test_search_and_filters(self, award, client, query, found):
        assert ("Nguyễn Văn An" in client.get(f"/cong-khai/bang-vang/?{query}").content.decode()) is found

    def test_paging_keeps_the_filters(self, award, client):
        add_awards(award, 60)
        page = client.get("/cong-khai/bang-vang/?honour=GK&sort=name").content.decode()
        assert "Người 000" in page
        assert "Người 059" not in page
        assert "honour=GK&amp;sort=name&amp;page=2" in page
        assert "Người 059" in client.get("/cong-khai/bang-vang/?honour=GK&sort=name&page=2").content.decode()

    def test_the_number_of_queries_does_not_grow(self, award, client):
        counts = []
        for address in ("/cong-khai/bang-vang/", "/cong-khai/"):
            client.get(address)
        for count in (0, 30, 200):
            Award.objects.filter(honour="GK").delete()
            add_awards(award, count)
            with CaptureQueriesContext(connection) as queries:
                client.get("/cong-khai/bang-vang/"), client.get("/cong-khai/")
            counts.append(len(queries))
        assert len(set(counts)) == 1


class TestMovements:
    def add(self, world, name, state="launched", parent=None, unit=None) -> Movement:
        plan = OfficialDocument.objects.create(
            unit=world.department,
            kind="KH",
            series="VB",
            symbol="KH-SGDĐT",
            subject=name,
            content={},
            created_at=steps.AT,
        )
        return Movement.objects.create(
            unit=unit or world.department, name=name, search_name=name.lower(), theme="Dạy tốt, học tốt",
            starts_on=date(2026, 1, 1), ends_before=date(2027, 1, 1), state=state, parent=parent, plan=plan,
            created_at=steps.AT, launched_at=None if state == "draft" else steps.AT,
        )  # fmt: skip

    def test_launched_movements_are_public_drafts_and_answers_are_not(self, world, client):
        shown = self.add(world, "Đổi mới sáng tạo")
        drafted = self.add(world, "Chưa phát động", state="draft")
        answer = self.add(world, "Kế hoạch của xã", parent=shown, unit=world.commune)
        page = client.get("/cong-khai/").content.decode()
        assert "Đổi mới sáng tạo" in page
        assert "Chưa phát động" not in page
        assert "Kế hoạch của xã" not in page
        own = client.get(f"/cong-khai/phong-trao/{shown.pk}/").content.decode()
        assert "Dạy tốt, học tốt" in own
        assert "1 đơn vị đã ban hành kế hoạch" in own
        for hidden in (drafted, answer):
            assert client.get(f"/cong-khai/phong-trao/{hidden.pk}/").status_code == 404
