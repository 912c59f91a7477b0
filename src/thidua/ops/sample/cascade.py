"""How plans go down the tree: launched, sent, acknowledged, answered by own plans, in time and late."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from thidua.movements.actions import launches, movements
from thidua.movements.actions.launches import LaunchOrder
from thidua.movements.facts import get_header
from thidua.movements.models import Movement
from thidua.ops.sample.acting import Cast
from thidua.ops.sample.context import Sample, School, moment
from thidua.orgs.models import Unit
from thidua.orgs.queries.units import get_span
from thidua.records.actions import dispatches
from thidua.records.models import Dispatch


def launch(cast: Cast, movement: Movement, units: Iterable[Unit], on: date, respond_by: date | None) -> Movement:
    """Launch the unit's draft and send its plan to `units`."""
    span = get_span(movement.unit_id, on)
    parent = get_span(span.managing_body_id, on).name if span.managing_body_id else ""
    header = replace(get_header(movement, on), issuer=span.name, parent_body=parent, place=span.place)
    order = LaunchOrder(tuple(unit.pk for unit in units), respond_by)
    return launches.launch(
        movement=movement, header=header, order=order, version=movement.version, on=on, by=cast.head(movement.unit),
        at=moment(on, 14),
    )  # fmt: skip


def acknowledge(sample: Sample, cast: Cast, movement: Movement, but: Iterable[Unit] = (), share: float = 1.0) -> None:
    """Receivers confirm within a few days; about `share` of them, and never those in `but`."""
    left_out = {unit.pk for unit in but}
    for row in Dispatch.objects.filter(document=movement.plan_id).select_related("unit").order_by("pk"):
        if row.unit_id in left_out:
            continue
        at = row.sent_at + timedelta(days=sample.random.randint(0, 4), hours=sample.random.randint(0, 2))
        if sample.random.random() < share:
            dispatches.acknowledge(dispatch=row, by=cast.secretary(row.unit), at=at)
        elif sample.random.random() < 0.5:
            dispatches.receive(dispatch=row, by=cast.secretary(row.unit), at=at)


def answer(
    cast: Cast, parent: Movement, unit: Unit, on: date, units: Iterable[Unit] = (), respond_by: date | None = None
) -> Movement:
    """The unit issues its own plan from the superior's, the day after drafting it, and sends it on to `units`."""
    at = moment(on - timedelta(days=1), 10)
    child = movements.answer(parent=parent, unit=unit, by=cast.secretary(unit), at=at)
    return launch(cast, child, units, on, respond_by)


def schools_of(sample: Sample, unit: Unit) -> list[School]:
    """Schools that the commune manages, or, for the department, its own."""
    wanted = None if unit is sample.department else unit
    return [school for school in sample.schools if school.commune is wanted]


def close_all(cast: Cast, movement: Movement, on: date) -> None:
    """Close the movement after those of the units below."""
    for child in movement.children.filter(state=Movement.State.LAUNCHED).select_related("unit").order_by("pk"):
        close_all(cast, child, on)
    movements.close(movement=movement, on=on, by=cast.head(movement.unit), at=moment(on, 15))
