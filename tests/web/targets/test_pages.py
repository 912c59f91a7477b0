"""Targets through the web: the board, allotting, reporting with evidence, corrections, who may."""

from datetime import datetime
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.movements import make_movement, make_target
from tests.factories.world import AT
from thidua.core.access import SYSTEM
from thidua.journal.models import JournalEntry
from thidua.movements.actions import targets
from thidua.movements.models import Allotment, Figure
from thidua.records.actions import dispatches


@pytest.fixture(autouse=True)
def surroundings(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(datetime(2026, 6, 1, 3), tick=False):
        yield


@pytest.fixture
def target(world):
    row = make_target(make_movement(world.department))
    values = {world.school.pk: Decimal(95), world.upper_school.pk: Decimal(97)}
    targets.allot(target=row, values=values, due_on=datetime(2026, 5, 1).date(), by=SYSTEM, at=AT)
    return row


def report_path(target, unit):
    return f"/chi-tieu/{target.pk}/bao-cao/{unit.pk}/"


FORM = {"as_of": "31/05/2026", "numerator": "190", "denominator": "200", "note": ""}


def test_head_allots_and_sees_whether_it_adds_up(client_for, world):
    target = make_target(make_movement(world.department))
    client, path = client_for("head"), f"/chi-tieu/{target.pk}/giao/"
    form = {"due_on": "30/06/2026", f"unit_{world.upper_school.pk}": "90", f"unit_{world.school.pk}": "92,5"}
    assert client.post(path, form).status_code == 302
    assert set(Allotment.objects.values_list("unit_id", "value")) == {
        (world.upper_school.pk, Decimal(90)), (world.school.pk, Decimal("92.50")),
    }  # fmt: skip
    page = client.get(f"/chi-tieu/{target.pk}/").content.decode()
    assert "chưa bảo đảm chỉ tiêu chung" in page
    assert "<svg" in page


def test_nothing_allotted_is_told(client_for, world):
    target = make_target(make_movement(world.department))
    response = client_for("head").post(f"/chi-tieu/{target.pk}/giao/", {"due_on": "30/06/2026"})
    assert response.status_code == 422
    assert "Chưa giao cho đơn vị nào" in response.content.decode()


def test_school_reports_with_evidence_and_the_department_sees_it(client_for, world, target):
    client = client_for("school_secretary")
    evidence = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 x")
    assert client.post(report_path(target, world.school), {**FORM, "evidence": evidence}).status_code == 302
    page = client_for("head").get(f"/chi-tieu/{target.pk}/").content.decode()
    assert "95% (190/200)" in page
    assert "1/2" in page
    figure = Figure.objects.get()
    link = f"/chi-tieu/minh-chung/{figure.pk}/"
    assert link in client_for("head").get(f"/chi-tieu/{target.pk}/").content.decode()
    assert link not in client_for("block_head").get(f"/chi-tieu/{target.pk}/").content.decode()
    download = client_for("head").get(f"/chi-tieu/minh-chung/{figure.pk}/")
    assert download.content == b"%PDF-1.7 x"
    assert "attachment" in download["Content-Disposition"]
    assert client_for("outsider").get(f"/chi-tieu/minh-chung/{figure.pk}/").status_code == 404


def test_correction_needs_a_reason_and_shows_history(client_for, world, target):
    client, path = client_for("school_head"), report_path(target, world.school)
    client.post(path, FORM)
    again = client.post(path, {**FORM, "numerator": "195"})
    assert again.status_code == 422
    assert "195" in again.content.decode()
    client.post(path, {**FORM, "numerator": "195", "note": "Đếm lại"})
    page = client.get(path).content.decode()
    assert "Đã sửa" in page
    assert "97,5% (195/200)" in page


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"denominator": "0"}, "lớn hơn 0"),
        ({"numerator": "nhiều"}, "Hãy nhập số"),
        ({"as_of": "31/12/2026"}, "không được sau hôm nay"),
        ({"evidence": SimpleUploadedFile("rong.pdf", b"")}, "rỗng"),
    ],
)
def test_bad_figures_are_told_and_nothing_is_kept(client_for, world, target, change, message):
    response = client_for("school_head").post(report_path(target, world.school), {**FORM, **change})
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Figure.objects.exists()


@pytest.mark.parametrize(
    ("key", "status"), [("teacher", 403), ("outsider", 404), ("commune_head", 404), ("member1", 403)]
)
def test_others_do_not_report_for_the_school(client_for, world, target, key, status):
    before = JournalEntry.objects.count()
    assert client_for(key).post(report_path(target, world.school), FORM).status_code == status
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("head", 200),
        ("secretary", 200),
        ("school_head", 200),
        ("teacher", 200),
        ("outsider", 404),
        ("commune_head", 404),
    ],
)
def test_who_sees_a_target(client_for, target, key, status):
    assert client_for(key).get(f"/chi-tieu/{target.pk}/").status_code == status


def test_my_targets_late_first_and_board(client_for, world, target):
    page = client_for("school_head").get("/chi-tieu/").content.decode()
    assert "Học sinh tham gia bảo hiểm y tế" in page
    assert "Quá hạn" in page
    assert "95%" in page
    board = client_for("head").get(f"/phong-trao/{target.movement_id}/chi-tieu/").content.decode()
    assert "0/2" in board
    assert client_for("head").get(f"/chi-tieu/{target.pk}/?format=xlsx").content.startswith(b"PK")


def test_evidence_of_one_unit_is_not_for_another(client_for, world, target):
    evidence = SimpleUploadedFile("danh-sach.pdf", b"%PDF-1.7 x")
    client_for("school_secretary").post(report_path(target, world.school), {**FORM, "evidence": evidence})
    path = f"/chi-tieu/minh-chung/{Figure.objects.get().pk}/"
    targets.allot(
        target=target, values={world.school.pk: Decimal(95), world.other_school.pk: Decimal(95)}, due_on=None, by=SYSTEM,
        at=AT,
    )  # fmt: skip
    assert client_for("outsider").get(f"/chi-tieu/{target.pk}/").status_code == 200
    assert client_for("outsider").get(path).status_code == 404
    assert [client_for(key).get(path).status_code for key in ("head", "teacher", "school_head")] == [200, 200, 200]


def test_targets_of_a_draft_are_seen_by_who_drafts_it(client_for, world):
    target = make_target(make_movement(world.school, launched=False))
    for path in (f"/chi-tieu/{target.pk}/", f"/phong-trao/{target.movement_id}/chi-tieu/"):
        assert client_for("school_secretary").get(path).status_code == 200
        assert client_for("teacher").get(path).status_code == 404


def test_a_unit_that_received_the_plan_sees_its_board(client_for, world, target):
    path = f"/phong-trao/{target.movement_id}/chi-tieu/"
    assert client_for("commune_head").get(path).status_code == 404
    dispatches.send(document=target.movement.plan, unit_ids=[world.commune.pk], by=SYSTEM, at=AT)
    assert client_for("commune_head").get(path).status_code == 200
    assert client_for("commune_head").get(f"/chi-tieu/{target.pk}/").status_code == 200
    assert client_for("outsider").get(path).status_code == 404
