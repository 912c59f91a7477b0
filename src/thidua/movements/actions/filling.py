"""The rows of a new movement: from a reviewed draft, or from the superior's movement. Part of the actions that call it."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from thidua.core.documents.kinds import KINDS
from thidua.core.plans.draft import Draft, items_of
from thidua.movements.models import Allotment, LegalBasis, Movement, NamedMovement, PlanFinding, Target, Task
from thidua.orgs.queries.units import get_span

CENT = Decimal("0.01")
EVERYBODY = "Các đơn vị"


def fill_from_draft(movement: Movement, draft: Draft, at: datetime) -> None:
    """Write bases, named movements, targets, tasks and findings; what the person dropped is left out."""
    _bases(movement, items_of(draft, "bases"))
    _named(movement, items_of(draft, "movements"))
    _targets(movement, items_of(draft, "targets"))
    _tasks(movement, items_of(draft, "tasks"), items_of(draft, "deadlines"))
    _findings(movement, items_of(draft, "findings"), at)


def _text(item: dict[str, Any], name: str, limit: int | None = None) -> str:
    return str(item.get(name) or "").strip()[:limit]


def _number(value: str | None) -> Decimal | None:
    return Decimal(value).quantize(CENT, ROUND_HALF_UP) if value not in (None, "") else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _bases(movement: Movement, items: list[dict[str, Any]]) -> None:
    LegalBasis.objects.bulk_create(
        LegalBasis(
            movement=movement, ordinal=ordinal, kind=_text(item, "kind", 60), number=_text(item, "number", 80),
            dated=_text(item, "date", 10), issuer=_text(item, "issuer", 200), about=_text(item, "about"),
        )
        for ordinal, item in enumerate(items, 1)
    )  # fmt: skip


def _named(movement: Movement, items: list[dict[str, Any]]) -> None:
    NamedMovement.objects.bulk_create(
        NamedMovement(
            movement=movement, ordinal=ordinal, name=_text(item, "name", 400), period=_text(item, "period", 120),
            launched_by=_text(item, "launched_by", 200),
        )
        for ordinal, item in enumerate(items, 1)
    )  # fmt: skip


def _targets(movement: Movement, items: list[dict[str, Any]]) -> None:
    Target.objects.bulk_create(
        Target(
            movement=movement, ordinal=ordinal, subject=_text(item, "subject"), group=_text(item, "group"),
            comparator=item["comparator"], value=_number(item["value"]) or Decimal(0), unit=_text(item, "unit", 40) or "%",
            numerator=_number(item.get("numerator")), denominator=_number(item.get("denominator")) or None,
            lower_is_better=bool(item.get("lower_is_better")),
        )
        for ordinal, item in enumerate(items, 1)
    )  # fmt: skip


def _tasks(movement: Movement, tasks: list[dict[str, Any]], deadlines: list[dict[str, Any]]) -> None:
    """Deadlines of no task become tasks of every unit; one without a day says nothing that could be followed."""
    rows = [(_text(item, "unit", 300) or EVERYBODY, _text(item, "task"), _day(item.get("due"))) for item in tasks]
    rows += [(EVERYBODY, _text(item, "text"), _day(item["date"])) for item in deadlines if item.get("date")]
    Task.objects.bulk_create(
        Task(movement=movement, ordinal=ordinal, unit_text=unit, text=text, due_on=due)
        for ordinal, (unit, text, due) in enumerate(rows, 1)
    )


def _findings(movement: Movement, items: list[dict[str, Any]], at: datetime) -> None:
    PlanFinding.objects.bulk_create(
        PlanFinding(
            movement=movement, ordinal=ordinal, kind=_text(item, "kind", 40), text=_text(item, "text"),
            why=_text(item, "why"), settled_note=_text(item, "note", 300),
            settled_at=at if _text(item, "note") else None,
        )
        for ordinal, item in enumerate(items, 1)
    )  # fmt: skip


def copy_parts(above: Movement, movement: Movement) -> None:
    """Hand the superior's plan down: it becomes the first basis, its bases follow; targets keep their link; deadlines stay.

    A target that was allotted to the unit takes the allotted value.
    """
    bases = [_superior_basis(above), *above.legal_bases.order_by("ordinal")]
    for ordinal, basis in enumerate(bases, 1):
        basis.pk, basis.movement, basis.ordinal = None, movement, ordinal
    LegalBasis.objects.bulk_create(bases)
    named = list(above.named_movements.order_by("ordinal"))
    for row in named:
        row.pk, row.movement = None, movement
    NamedMovement.objects.bulk_create(named)
    _copy_targets(above, movement)
    dated = above.tasks.filter(due_on__isnull=False).order_by("ordinal")
    Task.objects.bulk_create(
        Task(movement=movement, ordinal=ordinal, unit_text=task.unit_text, text=task.text, due_on=task.due_on)
        for ordinal, task in enumerate(dated, 1)
    )


def _superior_basis(above: Movement) -> LegalBasis:
    plan = above.plan
    if plan is None or plan.issued_on is None:
        raise ValueError("A launched movement has an issued plan.")
    issuer = plan.content.get("issuer") or get_span(above.unit_id, plan.issued_on).name
    return LegalBasis(
        kind=KINDS[plan.kind].name, number=plan.code, dated=plan.issued_on.isoformat(), issuer=issuer[:200],
        about=plan.subject[0].lower() + plan.subject[1:],
    )  # fmt: skip


def _copy_targets(above: Movement, movement: Movement) -> None:
    allotted = dict(
        Allotment.objects.filter(target__movement=above, unit_id=movement.unit_id).values_list("target_id", "value")
    )
    copies = []
    for target in above.targets.order_by("ordinal"):
        copies.append(
            Target(
                movement=movement, ordinal=target.ordinal, subject=target.subject, group=target.group,
                comparator=target.comparator, value=allotted.get(target.pk, target.value), unit=target.unit,
                # The superior's fraction counts all its units; it says nothing about one of them.
                numerator=None, denominator=None, lower_is_better=target.lower_is_better, parent=target,
            )
        )  # fmt: skip
    Target.objects.bulk_create(copies)
