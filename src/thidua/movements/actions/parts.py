"""Editing the parts of a draft movement: bases, named movements, targets, tasks."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from django.db import models, transaction

from thidua.core.access import Actor
from thidua.core.plans.sections import BY_CODE
from thidua.journal.actions.entries import record
from thidua.movements.actions.movements import lock_draft
from thidua.movements.models import Movement
from thidua.movements.queries.parts import PARTS


def _value(field: "models.Field[Any, Any]", value: Any) -> Any:
    """An item's plain value as the field keeps it; text fields have no null."""
    if value is None:
        return None if field.null else field.get_default()
    if isinstance(field, models.DecimalField):
        return Decimal(value)
    return date.fromisoformat(value) if isinstance(field, models.DateField) else value


@transaction.atomic
def save(
    *, movement: Movement, section: str, items: Iterable[dict[str, Any]], version: int, by: Actor, at: datetime
) -> Movement:
    """Make the part exactly the items: known keys changed, others added, missing and dropped ones deleted.

    Raises EditConflict when somebody saved the movement since `version` was read, MovementError when it is launched.
    """
    row = lock_draft(movement, version)
    model, names = PARTS[section]
    fields = {name: cast("models.Field[Any, Any]", model._meta.get_field(field)) for name, field in names.items()}
    known = {str(each.pk): each for each in model._default_manager.filter(movement=row)}
    last = max((getattr(each, "ordinal", 0) for each in known.values()), default=0)
    kept = set()
    for item in items:
        if item.get("dropped"):
            continue
        part = known.get(item["key"])
        if part is None:
            last += 1
            part = model(movement=row, ordinal=last)
        for name, field in fields.items():
            setattr(part, field.name, _value(field, item.get(name)))
        part.save()
        kept.add(part.pk)
    model._default_manager.filter(movement=row).exclude(pk__in=kept).delete()
    row.version += 1
    row.save(update_fields=["version"])
    record(
        code="movements.movement.edit", target=row, unit_id=row.unit_id, section=BY_CODE[section].title,
        count=len(kept), by=by, at=at,
    )  # fmt: skip
    return row
