"""The list of dossiers: what my units put forward, what was submitted to them, everything in reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from thidua.awards.facts.verdicts import REFUSED
from thidua.awards.models import Dossier, Nomination, Stream
from thidua.awards.queries.dossiers import count_boxes, list_incoming, list_own, list_visible, search_dossiers
from thidua.core.access import Permission
from thidua.core.workflow.dossier import PROCESS
from thidua.core.workflow.machine import State
from thidua.orgs.queries.units import get_unit_names, list_spans
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort

BOXES = {"incoming": "Trình đến đơn vị", "own": "Đơn vị lập", "all": "Tất cả trong phạm vi"}
SORTS = {
    "title": "search_title", "unit": "unit_order", "year": "year", "submitted": "submitted_at", "updated": "updated_at",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DossierRow:
    """Một hồ sơ trong danh sách; `trouble` counts candidates that the law refuses as last checked."""

    url: str
    title: str
    unit: str
    deciding_unit: str
    year: str
    stream: str
    state: State
    people: int
    collectives: int
    counted: str
    trouble: int
    submitted_at: datetime | None
    received_on: date | None
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Tab:
    """One part of the list."""

    label: str
    href: str
    count: int | None
    active: bool


@dataclass(frozen=True, slots=True)
class Options:
    """What the filters offer."""

    states: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...]
    units: tuple[tuple[int, str], ...]
    streams: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """Danh sách hồ sơ khen thưởng."""

    rows: tuple[DossierRow, ...]
    pager: Pager
    tabs: tuple[Tab, ...]
    options: Options
    chosen: Mapping[str, str]
    may_create: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """The dossiers asked for, in order; `box` is the part of the list, `base` that part without filters."""

    rows: QuerySet[Dossier]
    base: QuerySet[Dossier]
    box: str
    counts: Mapping[str, int]
    chosen: Mapping[str, str]


def select(request: HttpRequest) -> Selection:
    """Read box, filters and order from the address (one query, two for everything in reach)."""
    units = request.actor.units_granting(Permission.DOSSIER_VIEW)
    counts = count_boxes(units)
    box = request.GET.get("box", "")
    if box not in BOXES:
        box = "incoming" if counts["incoming"] else "own"
    base = list_incoming(units) if box == "incoming" else list_own(units)
    if box == "all":
        base = list_visible(units, request.today)
    chosen = {key: request.GET.get(key, "") for key in ("q", "state", "year", "unit", "stream")}
    rows = search_dossiers(base, chosen["q"])
    for key in ("state", "year", "stream"):
        if chosen[key]:
            rows = rows.filter(**{key: chosen[key]})
    if chosen["unit"].isdecimal():
        rows = rows.filter(unit_id=int(chosen["unit"]))
    return Selection(_in_order(request, rows), base, box, counts, chosen)


def _in_order(request: HttpRequest, rows: QuerySet[Dossier]) -> QuerySet[Dossier]:
    key, descending = chosen_sort(request, frozenset(SORTS), "-updated")
    if key == "unit":
        name = list_spans(request.today).filter(unit_id=OuterRef("unit_id")).values("search_name")[:1]
        rows = rows.annotate(unit_order=Subquery(name))
    column = SORTS[key]
    if key == "submitted":  # databases disagree on where what has no date stands
        by_date = F(column).desc(nulls_last=True) if descending else F(column).asc(nulls_last=True)
        return rows.order_by(by_date, "-pk")
    return rows.order_by(f"-{column}" if descending else column, "-pk")


def build_list(request: HttpRequest) -> ListPage:
    """The page asked for (at most eight queries, however many dossiers)."""
    found = select(request)
    pager = pager_of(request, found.rows.count())
    shown = list(found.rows[pager.rows])
    pairs = list(found.base.order_by().values_list("unit_id", "year").distinct())
    unit_ids, years = {pk for pk, _ in pairs}, sorted({year for _, year in pairs}, reverse=True)
    names = get_unit_names(unit_ids | {row.deciding_unit_id for row in shown}, request.today)
    return ListPage(
        rows=build_rows(shown, names),
        pager=pager,
        tabs=tuple(Tab(title, f"?box={key}", found.counts.get(key), key == found.box) for key, title in BOXES.items()),
        options=Options(
            states=tuple((state.code, state.title) for state in PROCESS.states),
            years=tuple((year, year) for year in years),
            units=tuple(sorted(((pk, names[pk]) for pk in unit_ids if pk in names), key=lambda pair: pair[1])),
            streams=tuple(Stream.choices),
        ),
        chosen={**found.chosen, "box": found.box},
        may_create=bool(request.actor.units_granting(Permission.DOSSIER_EDIT)),
    )


def build_all_rows(request: HttpRequest) -> tuple[DossierRow, ...]:
    """Every dossier that the filters leave, for Excel."""
    rows = list(select(request).rows)
    return build_rows(
        rows, get_unit_names({pk for row in rows for pk in (row.unit_id, row.deciding_unit_id)}, request.today)
    )


def build_rows(rows: list[Dossier], names: Mapping[int, str]) -> tuple[DossierRow, ...]:
    """Rows of the list (one query)."""
    counts = {
        entry["dossier_id"]: entry
        for entry in Nomination.objects.filter(dossier_id__in=[row.pk for row in rows])
        .values("dossier_id")
        .annotate(
            people=Count("person_id"),
            collectives=Count("collective_id"),
            trouble=Count("pk", filter=Q(outcome__in=REFUSED)),
        )
    }
    nobody = {"people": 0, "collectives": 0, "trouble": 0}
    return tuple(_row(row, names, counts.get(row.pk, nobody)) for row in rows)


def _counted(people: int, collectives: int) -> str:
    """`3 cá nhân, 1 tập thể`; what there is none of is left out."""
    parts = [f"{number} {noun}" for number, noun in ((people, "cá nhân"), (collectives, "tập thể")) if number]
    return ", ".join(parts) or "Chưa có đề nghị"


def _row(row: Dossier, names: Mapping[int, str], count: Mapping[str, int]) -> DossierRow:
    return DossierRow(
        url=reverse("web:dossier", args=[row.pk]),
        title=row.title,
        unit=names.get(row.unit_id, ""),
        deciding_unit=names.get(row.deciding_unit_id, ""),
        year=row.year,
        stream=Stream(row.stream).label,
        state=PROCESS.by_code[row.state],
        people=count["people"],
        collectives=count["collectives"],
        counted=_counted(count["people"], count["collectives"]),
        trouble=count["trouble"],
        submitted_at=row.submitted_at,
        received_on=row.received_on,
        updated_at=row.updated_at,
    )
