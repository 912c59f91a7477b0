"""A plan on its way: uploaded, confirmed, launched; by the world's own people, through the actions."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.factories.world import World, actor_for
from thidua.movements.actions import launches, movements, readings
from thidua.movements.actions.launches import LaunchOrder
from thidua.movements.actions.movements import MovementDetails
from thidua.movements.facts import get_header
from thidua.movements.models import Movement, PlanReading
from thidua.orgs.models import Unit

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "movements" / "so_thanh_lam_2026.txt"
DAY = date(2026, 1, 20)
NOW = datetime(2026, 1, 20, 2, 0, tzinfo=UTC)

DETAILS = MovementDetails(
    name="Phong trào thi đua ngành Giáo dục tỉnh Thanh Lâm năm 2026",
    kind="regular",
    period_kind="calendar_year",
    starts_on=date(2026, 1, 1),
    ends_before=date(2027, 1, 1),
    theme="Kỷ cương trong quản lý, ân cần với học trò",
)


def upload_sample(world: World) -> PlanReading:
    """The department's plan, read and under review."""
    actor = actor_for(world.users["secretary"], DAY)
    return readings.upload(data=SAMPLE.read_bytes(), name=SAMPLE.name, unit=world.department, by=actor, at=NOW)


def confirm_sample(world: World) -> Movement:
    """The department's movement, drafted from the sample plan."""
    reading = upload_sample(world)
    actor = actor_for(world.users["secretary"], DAY)
    return movements.confirm(reading=reading, details=DETAILS, version=reading.version, by=actor, at=NOW)


def launch_to(
    world: World, movement: Movement, units: list[Unit], *, head: str = "head", on: date = DAY, days: int = 20
) -> Movement:
    """The movement launched on the day, its plan sent to the units, answers due so many days later."""
    return launches.launch(
        movement=movement,
        header=get_header(movement, on),
        order=LaunchOrder(tuple(unit.pk for unit in units), on + timedelta(days=days)),
        version=movement.version,
        on=on,
        by=actor_for(world.users[head], on),
        at=NOW + (on - DAY),
    )


def launch_sample(world: World) -> Movement:
    """The department's movement, launched and sent to both communes, the school and the upper school."""
    return launch_to(
        world, confirm_sample(world), [world.commune, world.other_commune, world.school, world.upper_school]
    )
