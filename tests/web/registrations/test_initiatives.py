"""Initiatives through the pages: entering, correcting, searching, what they were used for (A3)."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.factories.dossiers import add_initiative, fresh
from thidua.awards.models import Initiative
from thidua.journal.models import JournalEntry


@pytest.fixture(autouse=True)
def surroundings():
    with time_machine.travel(datetime(2026, 6, 10, 2, tzinfo=UTC), tick=False):
        yield


def form(world, **changes):
    return {
        "person": world.people["teacher"].pk, "kind": "initiative", "title": "Dạy  đọc theo nhóm", "scope": "co_so",
        "recognised_on": "10/04/2026", "recognised_by": "Quyết định số 15/QĐ-HĐSK", **changes,
    }  # fmt: skip


def text(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_the_secretary_enters_one_and_finds_it_without_diacritics(client_for, world):
    client = client_for("school_secretary")
    assert client.post("/sang-kien/them/", form(world)).status_code == 302
    row = Initiative.objects.get()
    assert (row.title, row.recognised_on, row.unit) == ("Dạy đọc theo nhóm", date(2026, 4, 10), world.school)
    assert JournalEntry.objects.filter(code="awards.initiative.enter", object_id=str(row.pk)).count() == 1
    for query in ("day doc", "nguyen van an", "Đọc theo", world.people["teacher"].code):
        assert "Dạy đọc theo nhóm" in text(client.get("/sang-kien/", {"q": query}))
    assert "Dạy đọc theo nhóm" not in text(client.get("/sang-kien/?q=hoa+hoc"))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"recognised_on": "31/02/2026"}, "Ngày không hợp lệ"),
        ({"recognised_on": "11/06/2026"}, "ở sau hôm nay"),
        ({"title": ""}, "bắt buộc"),
        ({"person": "0"}, "chọn trong danh sách"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_kept(client_for, world, changes, message):
    response = client_for("school_secretary").post("/sang-kien/them/", form(world, **changes))
    assert message in text(response, 422)
    assert not Initiative.objects.exists()


def test_entering_the_same_twice_is_told(client_for, world):
    client = client_for("school_secretary")
    client.post("/sang-kien/them/", form(world))
    assert "đã được nhập" in text(client.post("/sang-kien/them/", form(world)), 422)
    assert Initiative.objects.count() == 1


def test_somebody_of_another_unit_is_no_author(client_for, world):
    response = client_for("school_secretary").post("/sang-kien/them/", form(world, person=world.people["outsider"].pk))
    assert response.status_code == 422
    assert not Initiative.objects.exists()


def test_a_correction_says_why(client_for, world):
    row = add_initiative(world.people["teacher"], world.school)
    client, path = client_for("school_secretary"), f"/sang-kien/{row.pk}/"
    assert "bắt buộc" in text(client.post(path, form(world, reason="")), 422)
    assert client.post(path, form(world, scope="bo_tinh", reason="Tỉnh công nhận")).status_code == 302
    assert fresh(row).scope == "bo_tinh"
    assert "Tỉnh công nhận" in text(client.get(path))


def test_one_that_was_used_is_not_corrected(client_for, world):
    row = add_initiative(world.people["teacher"], world.school, used_for="TITLE:CSTDCS")
    client, path = client_for("school_secretary"), f"/sang-kien/{row.pk}/"
    assert "Chiến sĩ thi đua cơ sở" in text(client.get(path))
    assert "không sửa được" in text(client.post(path, form(world, reason="Sửa")), 422)


@pytest.mark.parametrize(
    ("who", "listed", "seen", "changed"),
    [
        ("school_head", 200, 200, 302), ("school_secretary", 200, 200, 302), ("head", 200, 200, 403),
        ("commune_secretary", 200, 200, 403), ("teacher", 200, 200, 403), ("outsider", 200, 404, 404),
        ("member1", 403, 403, 403), ("block_head", 403, 403, 403),
    ],
)  # fmt: skip
def test_who_may(client_for, world, who, listed, seen, changed):
    row = add_initiative(world.people["teacher"], world.school)
    client, path = client_for(who), f"/sang-kien/{row.pk}/"
    assert client.get("/sang-kien/").status_code == listed
    assert client.get(path).status_code == seen
    assert client.post(path, form(world, scope="bo_tinh", reason="Thử")).status_code == changed
    assert fresh(row).scope == ("bo_tinh" if changed == 302 else "co_so")


def test_a_teacher_sees_only_the_own(client_for, world):
    add_initiative(world.people["teacher"], world.school, "Của An")
    add_initiative(world.people["school_head"], world.school, "Của Đức")
    listed = text(client_for("teacher").get("/sang-kien/"))
    assert "Của An" in listed
    assert "Của Đức" not in listed


def test_the_list_goes_to_excel(client_for, world):
    add_initiative(world.people["teacher"], world.school)
    response = client_for("school_head").get("/sang-kien/?format=xlsx&use=free&scope=co_so")
    assert response.content.startswith(b"PK")
