"""Every plan at hand, of 2020 to 2026, goes from its file to an issued plan on its own date."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from thidua.core.plans.dates import complete_date
from thidua.core.reading.reader import read_text
from thidua.movements.models import Movement, PlanReading
from thidua.records.models import OfficialDocument

UNDATED = date(2024, 1, 15)  # the one plan that leaves its date blank is of 2024
SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples" / "plans").glob("*.txt"))


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def walk(client_for, who, unit, data, name):
    """Upload, accept what is proposed, save the plan, launch to every unit; gives the movement."""
    client = client_for(who)
    file = SimpleUploadedFile(name, data)
    address = client.post("/phong-trao/doc-ke-hoach/", {"unit": unit.pk, "file": file})["Location"]
    assert client.get(address).status_code == 200
    reading = PlanReading.objects.latest("pk")
    initial = client.get(f"{address}lap/").context["form"].initial
    details = {name: value for name, value in initial.items() if value is not None}
    for day in {"starts_on", "ends_on"} & details.keys():
        details[day] = f"{details[day]:%d/%m/%Y}"
    made = client.post(f"{address}lap/", {**details, "name": details["name"] or "Thi đua", "version": reading.version})
    assert made.status_code == 302, made.context["form"].errors
    movement = Movement.objects.get(reading=reading)
    url = f"/phong-trao/{movement.pk}/"
    initial = client.get(f"{url}ke-hoach/").context["form"].initial
    saved = client.post(f"{url}ke-hoach/", {**initial, "version": movement.version})
    assert saved.status_code == 302, saved.context["form"].errors
    movement.refresh_from_db()
    launched = client.post(f"{url}phat-dong/", {"mode": "all", "version": movement.version})
    assert launched.status_code == 302, launched.context["form"].errors
    movement.refresh_from_db()
    for fmt, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        assert client.get(f"/van-ban/{movement.plan_id}/tai/{fmt}/").content.startswith(start)
    assert client.get(url).status_code == client.get(f"{url}don-vi/").status_code == 200
    return movement


def date_of(text: str) -> date:
    return complete_date(read_text(text).as_dict()["date"]) or UNDATED


def check(client_for, world, path):
    on = date_of(path.read_text("utf-8"))
    who, unit = ("district_head", world.district) if on.year in {2021, 2022} else ("head", world.department)
    with time_machine.travel(datetime.combine(on, time(2), tzinfo=UTC), tick=False):
        movement = walk(client_for, who, unit, path.read_bytes(), path.name)
    assert (movement.state, movement.plan.issued_on) == ("launched", on)
    assert movement.plan.code.startswith("01/KH-")
    assert OfficialDocument.objects.get().dispatches.exists()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_own_plans_walk(client_for, world, path):
    check(client_for, world, path)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_corpus_walks(client_for, world, shared_dir, number):
    (path,) = (shared_dir / "corpus").glob(f"{number}_*.txt")
    check(client_for, world, path)
