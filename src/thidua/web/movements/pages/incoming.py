"""Plans that came from superiors: the list, and one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from thidua.core.access import Decision, Permission
from thidua.core.documents.parse import parse_document
from thidua.core.plans.answers import ANSWER_TITLES, ANSWER_TONES, Answer, check_answer, days_late
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import Movement
from thidua.movements.queries.answers import get_answer_facts
from thidua.orgs.queries.units import get_unit_names
from thidua.records.models import Dispatch
from thidua.records.queries.dispatches import list_incoming
from thidua.web.access import may
from thidua.web.documents.sheet import SheetView, draw
from thidua.web.paging import Pager, pager_of

DOING = "Đang soạn kế hoạch"


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """Một kế hoạch đến: from whom, to which unit, how far the unit is, its own plan."""

    dispatch: Dispatch
    url: str
    sender: str
    unit: str
    state: str
    tone: str
    late: int
    days_left: int | None
    own: Movement | None
    own_url: str


@dataclass(frozen=True, slots=True)
class IncomingList:
    """Danh sách kế hoạch đến."""

    rows: tuple[IncomingRow, ...]
    pager: Pager
    search: str
    states: tuple[tuple[str, str], ...]
    state: str
    several_units: bool
    crumbs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IncomingPage:
    """Trang một kế hoạch đến."""

    row: IncomingRow
    sheet: SheetView
    target_count: int
    acknowledge: Decision
    answer: Decision
    is_open: bool
    crumbs: tuple[tuple[str, str], ...]


def build_rows(request: HttpRequest, dispatches: Iterable[Dispatch]) -> list[IncomingRow]:
    """Rows for dispatches of plans (two further queries); drafts of the own plan only for who may write them."""
    found = list(dispatches)
    movements = [row.document.movement for row in found]
    own = {
        (child.parent_id, child.unit_id): child
        for child in Movement.objects.filter(
            parent__in=movements, unit_id__in={row.unit_id for row in found}
        ).select_related("plan")
    }
    names = get_unit_names({*(row.unit_id for row in found), *(each.unit_id for each in movements)}, request.today)
    editable = set(request.actor.units_granting(Permission.MOVEMENT_EDIT))
    return [
        _row(row, own.get((row.document.movement.pk, row.unit_id)), names, request.today, row.unit_id in editable)
        for row in found
    ]


def _row(dispatch: Dispatch, own: Movement | None, names: dict[int, str], on: date, may_edit: bool) -> IncomingRow:
    drafting = own is not None and own.state == Movement.State.DRAFT
    facts = get_answer_facts(dispatch, None if drafting else own)
    answer = check_answer(facts)
    shown = own if own and (may_edit or not drafting) else None
    title = DOING if drafting and may_edit else "Chưa mở xem" if answer is Answer.SENT else ANSWER_TITLES[answer]
    left = (dispatch.respond_by - on).days if dispatch.respond_by and answer is not Answer.ISSUED else None
    return IncomingRow(
        dispatch=dispatch, url=reverse("web:incoming_plan", args=(dispatch.pk,)),
        sender=names[dispatch.document.movement.unit_id], unit=names[dispatch.unit_id], state=title,
        tone="warn" if answer is Answer.SENT else ANSWER_TONES[answer],
        late=days_late(facts, on) if answer is not Answer.ISSUED else 0, days_left=left, own=shown,
        own_url=reverse("web:movement", args=(shown.pk,)) if shown else "",
    )  # fmt: skip


def build_incoming_list(request: HttpRequest, *, whole: bool = False) -> IncomingList:
    """What was sent to the person's units, newest first, by search and state."""
    units = request.actor.units_granting(Permission.MOVEMENT_VIEW)
    rows = list_incoming(units).filter(document__movement__isnull=False).select_related("document__movement")
    for word in fold(request.GET.get("q", "")).split():
        rows = rows.filter(document__search_text__contains=word)
    state = request.GET.get("state", "")
    if state == "waiting":
        rows = rows.filter(acknowledged_at=None)
    elif state == "acknowledged":
        rows = rows.filter(acknowledged_at__isnull=False)
    pager = pager_of(request, rows.count())
    return IncomingList(
        rows=tuple(build_rows(request, rows if whole else rows[pager.rows])),
        pager=pager,
        search=request.GET.get("q", ""),
        states=(("waiting", "Chưa xác nhận"), ("acknowledged", "Đã xác nhận")),
        state=state,
        several_units=len(units) > 1,
        crumbs=(("Phong trào thi đua", reverse("web:movements")), ("Kế hoạch đến", "")),
    )


def build_incoming_page(request: HttpRequest, dispatch: Dispatch) -> IncomingPage:
    """The plan itself and what the unit can do with it now."""
    document = dispatch.document
    return IncomingPage(
        row=build_rows(request, [dispatch])[0],
        sheet=draw(parse_document(document.content)),
        target_count=document.movement.targets.count(),
        acknowledge=may(request, Permission.PLAN_ACKNOWLEDGE, dispatch.unit_id),
        answer=may(request, Permission.MOVEMENT_EDIT, dispatch.unit_id),
        is_open=document.movement.state == Movement.State.LAUNCHED,
        crumbs=(
            ("Phong trào thi đua", reverse("web:movements")), ("Kế hoạch đến", reverse("web:incoming_plans")),
            (document.code, ""),
        ),
    )  # fmt: skip
