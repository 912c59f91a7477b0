"""The parts of a movement as items, in the same shape as the items of a draft (`core.plans.draft`)."""

from decimal import Decimal
from typing import Any

from django.db.models import Model

from thidua.movements.models import LegalBasis, Movement, NamedMovement, Target, Task

Item = dict[str, Any]

# Section of `core.plans.sections` -> model, and the field of the model for each value of an item.
PARTS: dict[str, tuple[type[Model], dict[str, str]]] = {
    "bases": (
        LegalBasis,
        {"kind": "kind", "number": "number", "date": "dated", "issuer": "issuer", "about": "about"},
    ),
    "movements": (NamedMovement, {"name": "name", "period": "period", "launched_by": "launched_by"}),
    "targets": (
        Target,
        {
            name: name
            for name in (
                "subject", "comparator", "value", "unit", "numerator", "denominator", "group", "lower_is_better",
            )
        },
    ),
    "tasks": (Task, {"unit": "unit_text", "task": "text", "due": "due_on"}),
}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if hasattr(value, "isoformat") else value


def list_items(movement: Movement, section: str) -> list[Item]:
    """The rows of a part in order; `key` is the row's id as text."""
    model, names = PARTS[section]
    rows = model._default_manager.filter(movement=movement).order_by("ordinal")
    return [
        {"key": str(row.pk), "dropped": False, **{name: _plain(getattr(row, field)) for name, field in names.items()}}
        for row in rows
    ]
