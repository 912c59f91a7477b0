"""From the file of a plan to the plans of the units that answer it, through the pages alone (issue walk, steps 2 and 3)."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.plans import SAMPLE
from thidua.movements.models import Movement, PlanReading
from thidua.records.models import Dispatch, OfficialDocument

NOW = "2026-01-20T09:00:00+07:00"
DETAILS = {
    "name": "Phong trào thi đua ngành Giáo dục tỉnh Thanh Lâm năm 2026", "kind": "regular",
    "period_kind": "calendar_year", "year": "2026", "theme": "Kỷ cương trong quản lý, ân cần với học trò",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def plan_data(client, movement):
    form = client.get(f"/phong-trao/{movement.pk}/ke-hoach/").context["form"]
    return {**form.initial, "version": movement.version}


@time_machine.travel(NOW, tick=False)
def test_plan_goes_from_its_file_to_the_plans_of_the_units(client_for, world):
    secretary, head = client_for("secretary"), client_for("head")
    upload = {"unit": world.department.pk, "file": SimpleUploadedFile("Kế hoạch 2026.txt", SAMPLE.read_bytes())}
    reading = PlanReading.objects.get(
        pk=int(secretary.post("/phong-trao/doc-ke-hoach/", upload).headers["Location"].split("/")[-2])
    )
    page = secretary.get(f"/phong-trao/doc-ke-hoach/{reading.pk}/")
    assert page.status_code == 200
    assert "80,75" in page.content.decode()

    made = secretary.post(f"/phong-trao/doc-ke-hoach/{reading.pk}/lap/", {**DETAILS, "version": reading.version})
    movement = Movement.objects.get(reading=reading)
    assert made.headers["Location"] == f"/phong-trao/{movement.pk}/"
    assert movement.targets.count() == 4

    secretary.post(f"/phong-trao/{movement.pk}/ke-hoach/", plan_data(secretary, movement))
    movement.refresh_from_db()
    assert movement.plan.state == OfficialDocument.State.DRAFT

    order = {"mode": "all", "respond_by": "15/02/2026", "version": movement.version}
    assert secretary.post(f"/phong-trao/{movement.pk}/phat-dong/", order).status_code == 403
    launched = head.post(f"/phong-trao/{movement.pk}/phat-dong/", order)
    assert launched.headers["Location"] == f"/phong-trao/{movement.pk}/don-vi/"
    movement.refresh_from_db()
    assert (movement.state, movement.plan.code, movement.plan.issued_on) == (
        "launched",
        "01/KH-SGDĐT",
        date(2026, 1, 20),
    )
    sent = set(Dispatch.objects.values_list("unit_id", flat=True))
    assert sent == {
        world.commune.pk, world.other_commune.pk, world.school.pk, world.other_school.pk, world.upper_school.pk
    }  # fmt: skip

    school = client_for("school_head")
    dispatch = Dispatch.objects.get(unit=world.school)
    assert "01/KH-SGDĐT" in school.get("/phong-trao/den/").content.decode()
    assert school.get(f"/phong-trao/den/{dispatch.pk}/").status_code == 200
    school.post(f"/phong-trao/den/{dispatch.pk}/xac-nhan/")
    dispatch.refresh_from_db()
    assert dispatch.received_at
    assert dispatch.acknowledged_at

    answered = school.post(f"/phong-trao/den/{dispatch.pk}/huong-ung/")
    child = Movement.objects.get(parent=movement)
    assert answered.headers["Location"] == f"/phong-trao/{child.pk}/"
    first = child.legal_bases.order_by("ordinal").first()
    assert (first.number, first.dated, first.issuer) == ("01/KH-SGDĐT", "2026-01-20", "Sở Giáo dục và Đào tạo")
    assert [row.parent.movement_id for row in child.targets.all()] == [movement.pk] * 4

    school.post(f"/phong-trao/{child.pk}/ke-hoach/", plan_data(school, child))
    child.refresh_from_db()
    school.post(f"/phong-trao/{child.pk}/phat-dong/", {"mode": "none", "version": child.version})
    child.refresh_from_db()
    assert child.plan.code == "01/KH-THCSMS"
    board = head.get(f"/phong-trao/{movement.pk}/don-vi/").content.decode()
    assert "01/KH-THCSMS" in board
