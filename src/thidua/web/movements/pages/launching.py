"""The plan before it goes out, and the choice of the units it goes to."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from thidua.core.documents.model import Document
from thidua.movements.facts import draft_plan, get_header
from thidua.movements.models import Movement
from thidua.orgs.models import UnitSpan
from thidua.records.queries.documents import get_next_number
from thidua.web.documents.sheet import SheetView, draw
from thidua.web.movements.forms.launch import LaunchForm

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Trang soạn kế hoạch."""

    movement: Movement
    sheet: SheetView
    saved: bool
    crumbs: Crumbs


@dataclass(frozen=True, slots=True)
class LaunchPage:
    """Trang phát động. `chosen_elsewhere`: units ticked that the search does not show."""

    movement: Movement
    code: str
    subject: str
    on: date
    units: tuple[tuple[UnitSpan, bool], ...]
    chosen_elsewhere: tuple[int, ...]
    total: int
    open_findings: int
    target_count: int
    crumbs: Crumbs


def _crumbs(movement: Movement, last: str) -> Crumbs:
    home = reverse("web:movement", args=(movement.pk,))
    return (("Phong trào thi đua", reverse("web:movements")), (movement.name, home), (last, ""))


def build_plan_page(movement: Movement, document: Document) -> PlanPage:
    """The document as it will look."""
    return PlanPage(movement, draw(document), movement.plan_id is not None, _crumbs(movement, "Soạn kế hoạch"))


def build_launch_page(request: HttpRequest, movement: Movement, form: LaunchForm) -> LaunchPage:
    """What will happen, and the units to tick."""
    chosen, shown = form.chosen_ids(), form.shown()
    draft = draft_plan(movement, get_header(movement, request.today))
    number = get_next_number(movement.unit_id, draft.series, request.today)
    visible = {span.unit_id for span in shown}
    issued = movement.plan.code if movement.plan and movement.plan.number else f"{number:02d}/{draft.symbol}"
    return LaunchPage(
        movement=movement, code=issued, subject=draft.subject, on=request.today,
        units=tuple((span, span.unit_id in chosen) for span in shown),
        chosen_elsewhere=tuple(sorted(chosen - visible)),
        total=len(form.spans),
        open_findings=movement.findings.filter(settled_at=None).count(),
        target_count=movement.targets.count(),
        crumbs=_crumbs(movement, "Phát động"),
    )  # fmt: skip
