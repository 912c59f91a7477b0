"""The list of movements: mine, those of superiors, those below; and the plans still under review."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse

from thidua.core.access import GRANTS, Permission, Reach
from thidua.core.workflow.machine import State
from thidua.core.workflow.movement import PROCESS
from thidua.movements.models import Movement, PlanReading, Target
from thidua.movements.queries.visible import (
    list_open_readings,
    list_received_movements,
    list_visible_movements,
    search_movements,
)
from thidua.orgs.queries.units import get_unit_names
from thidua.records.models import Dispatch
from thidua.records.queries.dispatches import list_waiting
from thidua.web.movements.forms.movement import period_words
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort

SCOPES = {"own": "Của đơn vị", "above": "Cấp trên phát động", "below": "Đơn vị khác phát động"}
SORTS = {"name": "search_name", "starts": "starts_on", "launched": "launched_at", "state": "state"}


@dataclass(frozen=True, slots=True)
class MovementRow:
    """Một phong trào trong danh sách. `answered` of `sent` units have issued their own plan (0, 0: not sent to any)."""

    url: str
    name: str
    unit: str
    kind: str
    period: str
    starts_on: date
    ends_before: date
    plan: str
    launched_at: object
    state: State
    targets: int
    sent: int
    answered: int


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """Kế hoạch đang rà soát."""

    url: str
    name: str
    unit: str
    at: object
    reviewed: int
    total: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """Danh sách phong trào."""

    rows: tuple[MovementRow, ...]
    readings: tuple[ReadingRow, ...]
    waiting: int
    pager: Pager
    search: str
    scopes: tuple[tuple[str, str, bool], ...]
    filters: tuple[tuple[str, str, tuple[tuple[str, str], ...], str], ...]
    may_draft: bool


def build_list_page(request: HttpRequest, *, whole: bool = False) -> ListPage:
    """Rows of the address's search, filters, sort and page; `whole` for a file with all of them."""
    actor, wanted = request.actor, request.GET
    scope = wanted.get("scope", "")
    rows = _filtered(_of_scope(request, scope), wanted)
    key, descending = chosen_sort(request, frozenset(SORTS), "-starts")
    rows = rows.order_by(("-" if descending else "") + SORTS[key], "-pk").select_related("plan")
    pager = pager_of(request, rows.count())
    found = list(_counted(rows) if whole else _counted(rows)[pager.rows])
    readings = [] if whole else list(list_open_readings(actor)[:20])
    names = get_unit_names([row.unit_id for row in [*found, *readings]], request.today)
    return ListPage(
        rows=tuple(_row(row, names) for row in found),
        readings=tuple(_reading(row, names) for row in readings),
        waiting=0 if whole else list_waiting(actor.units_granting(Permission.PLAN_ACKNOWLEDGE)).count(),
        pager=pager,
        search=wanted.get("q", ""),
        scopes=tuple((code, title, code == scope) for code, title in (("", "Tất cả"), *_scopes(request))),
        filters=_filters(request),
        may_draft=bool(actor.units_granting(Permission.MOVEMENT_EDIT)),
    )


def _counted(rows: QuerySet[Movement]) -> QuerySet[Movement]:
    """Counts as subqueries: joining targets, units and answers at once would multiply them."""
    answers = Movement.objects.filter(parent=OuterRef("pk")).exclude(state=Movement.State.DRAFT)
    return rows.annotate(
        target_count=_count(Target.objects.filter(movement=OuterRef("pk")), "movement"),
        sent_count=_count(Dispatch.objects.filter(document=OuterRef("plan")), "document"),
        answered_count=_count(answers, "parent"),
    )


def _count(rows: QuerySet, key: str) -> Coalesce:
    counted = rows.order_by().values(key).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())


def _scopes(request: HttpRequest) -> list[tuple[str, str]]:
    """Whoever sees no unit below is not offered them."""
    below = any(GRANTS[held.role].get(Permission.MOVEMENT_VIEW) is Reach.BELOW for held in request.actor.roles)
    return [(code, title) for code, title in SCOPES.items() if code != "below" or below]


def _of_scope(request: HttpRequest, scope: str) -> QuerySet[Movement]:
    actor = request.actor
    own = actor.units_granting(Permission.MOVEMENT_VIEW)
    rows = list_visible_movements(actor, request.today)
    if scope == "own":
        return rows.filter(unit_id__in=own)
    if scope == "above":
        return list_received_movements(actor)
    if scope == "below":
        return rows.exclude(unit_id__in=own).exclude(pk__in=list_received_movements(actor).values("pk"))
    return rows


def _filtered(rows: QuerySet[Movement], wanted) -> QuerySet[Movement]:
    if wanted.get("state") in PROCESS.by_code:
        rows = rows.filter(state=wanted["state"])
    if wanted.get("kind") in Movement.Kind.values:
        rows = rows.filter(kind=wanted["kind"])
    year = wanted.get("year", "")
    if year.isascii() and year.isdigit() and 1900 < int(year) < 2200:
        first, after = date(int(year), 1, 1), date(int(year) + 1, 1, 1)
        rows = rows.filter(starts_on__lt=after, ends_before__gt=first)
    return search_movements(rows, wanted.get("q", ""))


def _filters(request: HttpRequest) -> tuple[tuple[str, str, tuple[tuple[str, str], ...], str], ...]:
    years = list_visible_movements(request.actor, request.today).dates("starts_on", "year", order="DESC")
    states = tuple((state.code, state.title) for state in PROCESS.states)
    wanted = request.GET
    return (
        ("state", "Trạng thái", states, wanted.get("state", "")),
        ("kind", "Hình thức", tuple(Movement.Kind.choices), wanted.get("kind", "")),
        ("year", "Năm", tuple((str(day.year), str(day.year)) for day in years), wanted.get("year", "")),
    )


def _row(row: Movement, names: dict[int, str]) -> MovementRow:
    return MovementRow(
        url=reverse("web:movement", args=(row.pk,)), name=row.name, unit=names.get(row.unit_id, ""),
        kind=row.get_kind_display(), period=period_words(row), starts_on=row.starts_on, ends_before=row.ends_before,
        plan=row.plan.code if row.plan else "", launched_at=row.launched_at, state=PROCESS.by_code[row.state],
        targets=row.target_count, sent=row.sent_count, answered=row.answered_count,
    )  # fmt: skip


def _reading(row: PlanReading, names: dict[int, str]) -> ReadingRow:
    sections = row.draft["sections"].values()
    return ReadingRow(
        url=reverse("web:reading", args=(row.pk,)), name=row.file.name, unit=names.get(row.unit_id, ""),
        at=row.created_at, reviewed=sum(section["reviewed"] for section in sections), total=len(sections),
    )  # fmt: skip
