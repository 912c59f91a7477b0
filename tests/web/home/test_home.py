"""What waits for me, by role and deadline; the number of queries does not grow with it."""

from datetime import date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.movements import make_movement, make_target
from tests.factories.world import AT
from thidua.awards.models import Dossier
from thidua.core.access import SYSTEM
from thidua.movements.actions import targets
from thidua.records.actions import dispatches

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def frozen():
    with time_machine.travel(datetime(2026, 2, 1, 3), tick=False):
        yield


def send_plan(world, respond_by=date(2026, 1, 25)):
    movement = make_movement(world.department, name="Phong trào thi đua năm 2026")
    dispatches.send(document=movement.plan, unit_ids=[world.school.pk], respond_by=respond_by, by=SYSTEM, at=AT)
    return movement


def home(client_for, key):
    return client_for(key).get("/viec-cua-toi/").content.decode()


def test_empty_for_somebody_without_anything(client_for):
    assert "Không có việc nào đang chờ bạn" in home(client_for, "block_head")


def test_late_plan_waits_for_the_school_and_not_for_its_teacher(client_for, world):
    send_plan(world)
    page = home(client_for, "school_head")
    assert "Xác nhận đã nhận kế hoạch" in page
    assert "Quá hạn" in page
    assert "Xác nhận đã nhận kế hoạch" not in home(client_for, "teacher")


def test_after_acknowledging_the_own_plan_waits_until_it_is_issued(client_for, world):
    movement = send_plan(world)
    dispatches.acknowledge(dispatch=movement.plan.dispatches.get(), by=SYSTEM, at=AT)
    assert "Ban hành kế hoạch của đơn vị" in home(client_for, "school_head")
    make_movement(world.school, name="Kế hoạch của trường", parent=movement)
    assert "Ban hành kế hoạch của đơn vị" not in home(client_for, "school_head")


def make_dossier(world, state):
    return Dossier.objects.create(
        unit=world.school, deciding_unit=world.commune, title=f"Hồ sơ {state}", search_title="ho so", year="2025-2026",
        state=state, created_at=AT, updated_at=AT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "key", "words"),
    [
        ("submitted", "commune_secretary", "Thẩm định hồ sơ khen thưởng"),
        ("returned", "school_secretary", "Bổ sung hồ sơ bị trả lại"),
        ("draft", "school_head", "Hoàn thiện và trình hồ sơ"),
    ],
)
def test_dossiers_wait_for_whose_turn_it_is(client_for, world, state, key, words):
    make_dossier(world, state)
    assert words in home(client_for, key)
    assert words not in home(client_for, "outsider")


def test_figure_that_falls_due(client_for, world):
    target = make_target(make_movement(world.department))
    due = date(2026, 2, 10)
    targets.allot(target=target, values={world.school.pk: Decimal(95)}, due_on=due, by=SYSTEM, at=AT)
    assert "Báo cáo số liệu chỉ tiêu" in home(client_for, "school_secretary")


def test_query_count_is_the_same_for_one_and_for_three(client_for, world):
    client, counts = client_for("school_head"), []
    for number in (1, 2):
        for _ in range(number):
            make_dossier(world, "draft")
        client.get("/viec-cua-toi/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/viec-cua-toi/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20


def test_bare_address_leads_home_or_to_the_public(client_for, client, db):
    assert client_for("teacher").get("/").headers["Location"] == "/viec-cua-toi/"
    assert client.get("/").headers["Location"].startswith("/cong-khai/")
