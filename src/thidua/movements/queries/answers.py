"""How the units answered a plan: sent, received, acknowledged, own plan issued, late (M4)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from thidua.core.plans.answers import Answer, AnswerFacts, check_answer, days_late
from thidua.movements.models import Movement
from thidua.orgs.models import UnitSpan
from thidua.orgs.queries.units import get_spans
from thidua.records.models import Dispatch


@dataclass(frozen=True, slots=True)
class UnitAnswer:
    """Đơn vị và mức độ đáp ứng. `own` is the unit's own launched movement, None until it has issued a plan."""

    dispatch: Dispatch
    unit: UnitSpan
    answer: Answer
    late_days: int
    own: Movement | None


def list_children(movement: Movement) -> QuerySet[Movement]:
    """Launched movements that answer this one."""
    children = movement.children.exclude(state=Movement.State.DRAFT)
    return children.select_related("plan").order_by("launched_at", "pk")


def list_answers(movement: Movement, on: date) -> list[UnitAnswer]:
    """One row per unit the plan was sent to, in the order of names (three queries). Raises nothing for drafts: no rows."""
    if movement.plan_id is None:
        return []
    dispatches = list(Dispatch.objects.filter(document_id=movement.plan_id))
    own = {child.unit_id: child for child in list_children(movement)}
    spans = get_spans([row.unit_id for row in dispatches], _launch_day(movement) or on)
    rows = [_answer(row, spans[row.unit_id], own.get(row.unit_id), on) for row in dispatches]
    return sorted(rows, key=lambda row: (row.unit.kind, row.unit.search_name, row.dispatch.pk))


def get_answer_facts(dispatch: Dispatch, own: Movement | None) -> AnswerFacts:
    """What the rule asks about one unit and one plan."""
    return AnswerFacts(
        received=dispatch.received_at is not None,
        acknowledged=dispatch.acknowledged_at is not None,
        issued_on=own.plan.issued_on if own and own.plan else None,
        respond_by=dispatch.respond_by,
    )


def _answer(dispatch: Dispatch, unit: UnitSpan, own: Movement | None, on: date) -> UnitAnswer:
    facts = get_answer_facts(dispatch, own)
    return UnitAnswer(dispatch, unit, check_answer(facts), days_late(facts, on), own)


def _launch_day(movement: Movement) -> date | None:
    return timezone.localdate(movement.launched_at) if movement.launched_at else None
