"""Allotting targets to units (T2)."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from thidua.core.access import Actor
from thidua.journal.actions.entries import record
from thidua.movements.models import Allotment, Figure, Target


class TargetError(Exception):
    """The target cannot be allotted or reported on; the message says why in Vietnamese."""


@transaction.atomic
def allot(
    *, target: Target, values: Mapping[int, Decimal], due_on: date | None, by: Actor, at: datetime
) -> list[Allotment]:
    """Set which units are to reach which value (`values` by unit id); units left out lose their allotment.

    Raises TargetError when a unit that has reported would lose it, or when the movement is closed.
    """
    row = Target.objects.select_for_update().select_related("movement").get(pk=target.pk)
    if row.movement.state == row.movement.State.CLOSED:
        raise TargetError("Phong trào đã kết thúc nên không giao lại chỉ tiêu được.")
    dropped = row.allotments.exclude(unit_id__in=values)
    if Figure.objects.filter(target=row, unit_id__in=dropped.values("unit_id")).exists():
        raise TargetError("Có đơn vị đã báo cáo số liệu nên không bỏ chỉ tiêu của đơn vị đó được.")
    dropped.delete()
    Allotment.objects.bulk_create(
        [Allotment(target=row, unit_id=unit_id, value=value, due_on=due_on) for unit_id, value in values.items()],
        update_conflicts=True,
        unique_fields=["target", "unit"],
        update_fields=["value", "due_on"],
    )
    record(
        code="movements.target.allot", target=row, unit_id=row.movement.unit_id, values=dict(values), due_on=due_on,
        by=by, at=at,
    )  # fmt: skip
    return list(row.allotments.order_by("unit_id"))
