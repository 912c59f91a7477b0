"""Registering on the own page, the board of a unit, collectives, taking back (A1)."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests.factories.dossiers import add_award, add_teachers
from thidua.awards.models import TitleRegistration
from thidua.journal.models import JournalEntry

NOW = datetime(2026, 9, 15, 2, tzinfo=UTC)
FORM = {"year": "2026-2027", "honour": "CSTDCS", "pledge": "Một sáng kiến dạy Toán 6."}


@pytest.fixture(autouse=True)
def surroundings():
    with time_machine.travel(NOW, tick=False):
        yield


def text(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def register(client, **changes):
    return client.post("/dang-ky/cua-toi/", {**FORM, **changes})


def test_a_teacher_registers_and_sees_what_the_law_asks(client_for, world):
    teacher = world.people["teacher"]
    add_award(teacher, world.school, "LDTT", "2024-2025", datetime(2025, 7, 20).date())
    client = client_for("teacher")
    before = text(client.get("/dang-ky/cua-toi/"))
    assert "năm học 2026-2027" in before
    assert "Được đánh giá hoàn thành tốt nhiệm vụ trở lên" in before
    assert "Chưa rõ" in before
    assert "12/QĐ-UBND" in before
    assert register(client).status_code == 302
    row = TitleRegistration.objects.get()
    assert (row.person, row.unit, row.year, row.honour) == (teacher, world.school, "2026-2027", "CSTDCS")
    after = text(client.get("/dang-ky/cua-toi/"))
    assert "Một sáng kiến dạy Toán 6." in after


def test_registering_twice_is_one_registration_with_the_newer_pledge(client_for):
    client = client_for("teacher")
    register(client)
    register(client)
    register(client, pledge="Hai sáng kiến.")
    assert TitleRegistration.objects.get().pledge == "Hai sáng kiến."
    codes = JournalEntry.objects.filter(code__startswith="awards.registration").values_list("code", flat=True)
    assert list(codes) == ["awards.registration.make", "awards.registration.revise"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"honour": ""}, "Hãy chọn danh hiệu"),
        ({"honour": "TTLDTT"}, "chọn trong danh sách"),
        ({"year": "1999"}, "chọn trong danh sách"),
    ],
)
def test_what_cannot_be_registered_is_told_beside_the_field(client_for, changes, message):
    response = register(client_for("teacher"), **changes)
    assert message in text(response, 422)
    assert "Một sáng kiến dạy Toán 6." in response.content.decode()
    assert not TitleRegistration.objects.exists()


def test_a_person_takes_the_own_registration_back(client_for):
    client = client_for("teacher")
    register(client)
    row = TitleRegistration.objects.get()
    assert client.post(f"/dang-ky/{row.pk}/rut/").status_code == 302
    row.refresh_from_db()
    assert row.withdrawn_at == NOW
    register(client)
    assert TitleRegistration.objects.filter(withdrawn_at=None).count() == 1


@pytest.mark.parametrize(
    ("who", "status"),
    [("school_head", 403), ("school_secretary", 403), ("head", 403), ("outsider", 404), ("block_head", 403)],
)
def test_nobody_takes_back_the_registration_of_another(client_for, who, status):
    register(client_for("teacher"))
    row = TitleRegistration.objects.get()
    assert client_for(who).post(f"/dang-ky/{row.pk}/rut/").status_code == status
    row.refresh_from_db()
    assert row.withdrawn_at is None


def test_the_board_says_who_registered_and_who_did_not(client_for, world):
    register(client_for("teacher"))
    client = client_for("school_secretary")
    board = text(client.get("/dang-ky/"))
    assert "1/3 người đã đăng ký" in board
    assert "Chiến sĩ thi đua cơ sở" in board
    only = text(client.get("/dang-ky/?state=no"))
    assert "Trần Văn Đức" in only
    assert "Nguyễn Văn An</a>" not in only
    assert "Nguyễn Văn An</a>" in text(client.get("/dang-ky/?q=nguyen+van&honour=CSTDCS"))


@pytest.mark.parametrize(
    ("who", "status"),
    [("school_head", 200), ("head", 200), ("commune_secretary", 200), ("teacher", 302), ("member1", 403)],
)
def test_who_sees_a_board(client_for, who, status):
    assert client_for(who).get("/dang-ky/").status_code == status


def test_another_units_board_is_not_shown(client_for, world):
    register(client_for("teacher"))
    board = text(client_for("outsider").get(f"/dang-ky/?unit={world.school.pk}"))
    assert "Trường Tiểu học Tân Lập" in board
    assert "Nguyễn Văn An" not in board


def test_the_board_goes_to_excel(client_for):
    register(client_for("teacher"), pledge="=1+1")
    response = client_for("school_head").get("/dang-ky/?format=xlsx&honour=CSTDCS")
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert response.content.startswith(b"PK")


def test_a_collective_is_registered_by_its_unit(client_for, world):
    client = client_for("school_secretary")
    for unit in (world.school, world.section):
        path = f"/dang-ky/tap-the/{unit.pk}/"
        assert client.post(path, {"year": "2026-2027", "honour": "TTLDTT"}).status_code == 302
        assert client.post(path, {"year": "2026-2027", "honour": "TTLDTT"}).status_code == 302
    rows = TitleRegistration.objects.filter(person=None, withdrawn_at=None)
    assert set(rows.values_list("unit_id", flat=True)) == {world.school.pk, world.section.pk}
    assert "Tổ Khoa học tự nhiên" in text(client.get("/dang-ky/"))
    for row in rows:
        client.post(f"/dang-ky/{row.pk}/rut/")
    assert not TitleRegistration.objects.filter(withdrawn_at=None).exists()


@pytest.mark.parametrize(
    ("who", "status"), [("head", 403), ("commune_head", 403), ("teacher", 404), ("outsider", 404), ("member1", 403)]
)
def test_who_may_not_register_a_collective(client_for, world, who, status):
    response = client_for(who).post(f"/dang-ky/tap-the/{world.school.pk}/", {"year": "2026-2027", "honour": "TTLDTT"})
    assert response.status_code == status
    assert not TitleRegistration.objects.exists()


def count_queries(client, path):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        text(client.get(path))
    return len(queries)


def test_the_board_takes_as_many_queries_for_more_people(client_for, world):
    client = client_for("school_head")
    register(client_for("teacher"))
    before = count_queries(client, "/dang-ky/")
    for person in add_teachers(world.school, 3):
        TitleRegistration.objects.create(
            unit=world.school, person=person, year="2026-2027", honour="LDTT", registered_at=NOW
        )
    assert count_queries(client, "/dang-ky/") == before
