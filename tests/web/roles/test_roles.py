"""Roles through the web: given and ended by the administrator alone, accounts opened with the first role (G2)."""

import re

import pytest
from django.test import Client

from tests.factories.world import add_person, add_user
from thidua.accounts.models import RoleAssignment, User
from thidua.core.access import Role
from thidua.journal.models import JournalEntry

OTHERS = ["head", "secretary", "teacher", "member1", "block_head", "outsider"]


def give(client, world, code="CB009", role="secretary", unit=None):
    data = {"person": code, "unit": unit or world.school.pk, "role": role, "starts_on": "01/01/2026"}
    return client.post("/vai-tro/phan/", data, follow=True)


@pytest.mark.parametrize("key", OTHERS)
def test_others_are_refused_with_the_reason(client_for, world, key):
    before = RoleAssignment.objects.count(), JournalEntry.objects.count()
    response = give(client_for(key), world)
    assert response.status_code == 403
    assert "Quản trị hệ thống" in response.content.decode()
    assert before == (RoleAssignment.objects.count(), JournalEntry.objects.count())


def test_role_is_given_and_used(client_for, world):
    assert client_for("teacher").get(f"/don-vi/{world.school.pk}/nhap-ket-qua/").status_code == 403
    give(client_for("administrator"), world)
    assert client_for("teacher").get(f"/don-vi/{world.school.pk}/nhap-ket-qua/").status_code == 200
    page = client_for("administrator").get("/vai-tro/", {"q": "nguyen van an"}).content.decode()
    assert "Chuyên viên thường trực thi đua" in page


def test_same_role_twice_is_told(client_for, world):
    client = client_for("administrator")
    give(client, world)
    response = give(client, world)
    assert response.status_code == 422
    assert "đã giữ vai trò này" in response.content.decode()
    assert RoleAssignment.objects.filter(user=world.users["teacher"], role="secretary").count() == 1


def test_person_without_account_gets_one_that_signs_in(client_for, world):
    User.objects.filter(pk=world.users["teacher"].pk).update(person=None)
    page = give(client_for("administrator"), world).content.decode()
    password = re.search(r"mật khẩu ban đầu: (\S+)\. Hãy", page)[1]
    fresh = Client()
    response = fresh.post("/dang-nhap/", {"username": "cb009", "password": password})
    assert response.status_code == 302
    assert password not in str(list(JournalEntry.objects.values_list("data", flat=True)))


def test_ended_role_gives_nothing_and_stays_in_history(client_for, world):
    row = RoleAssignment.objects.get(user=world.users["school_head"], role="head")
    data = {"ends_before": "01/01/2026", "reason": "Chuyển công tác"}
    assert client_for("administrator").post(f"/vai-tro/{row.pk}/ket-thuc/", data).status_code == 302
    assert client_for("school_head").get("/nhan-su/").status_code == 403
    assert "Trần Văn Đức" in client_for("administrator").get("/vai-tro/?state=ended").content.decode()
    assert JournalEntry.objects.order_by("-pk").first().reason == "Chuyển công tác"


def test_changing_the_own_password_keeps_the_session(client_for, world):
    world.users["teacher"].set_password("Mat-khau-cu-2026!")
    world.users["teacher"].save()
    client = client_for("teacher")
    new = {"old_password": "Mat-khau-cu-2026!", "new_password1": "Hoa-ban-trang-9", "new_password2": "Hoa-ban-trang-9"}
    assert client.post("/doi-mat-khau/", {**new, "old_password": "sai"}).status_code == 422
    assert client.post("/doi-mat-khau/", new).status_code == 302
    assert client.get("/doi-mat-khau/").status_code == 200


def test_five_wrong_passwords_lock_the_name(client_for, world):
    client = Client()
    for _ in range(5):
        client.post("/dang-nhap/", {"username": "teacher", "password": "sai"})
    assert client.post("/dang-nhap/", {"username": "teacher", "password": "sai"}).status_code == 429


def test_a_role_given_by_mistake_is_taken_back_the_same_day(client_for, world):
    client = client_for("administrator")
    give(client, world)
    row = RoleAssignment.objects.get(user=world.users["teacher"], role="secretary")
    path, data = f"/vai-tro/{row.pk}/ket-thuc/", {"ends_before": "31/12/2025", "reason": "Phân nhầm"}
    early = client.post(path, data)
    assert early.status_code == 422
    assert "không được trước ngày bắt đầu 01/01/2026" in early.content.decode()
    assert client.post(path, {**data, "ends_before": "01/01/2026"}).status_code == 302
    assert client_for("teacher").get(f"/don-vi/{world.school.pk}/nhap-ket-qua/").status_code == 403
    again = give(client, world)
    assert again.status_code == 422
    assert "Hãy chọn ngày khác" in again.content.decode()


def test_no_account_is_opened_for_people_of_units_out_of_reach(client_for, world):
    own = add_person("QT1", "Hà Văn Trị", world.school, "Nhân viên")
    add_user(world, "school_admin", own, (Role.ADMINISTRATOR, world.school))
    outsider = add_person("NGOAI1", "Hà Văn Ngoài", world.other_school, "Giáo viên")
    response = give(client_for("school_admin"), world, code="NGOAI1", role="staff")
    assert response.status_code == 422
    assert "ngoài phạm vi bạn quản trị" in response.content.decode()
    assert not User.objects.filter(person=outsider).exists()
