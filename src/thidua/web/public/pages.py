"""Public pages: home, list of honour, one movement, the answer to a code."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from thidua.awards.models import Award
from thidua.awards.queries.public import find_by_code, list_honours, list_public_movements, search_honours
from thidua.core.law.honours import honour, honours
from thidua.core.time.years import parse_year
from thidua.core.verification import normalise, show
from thidua.core.workflow.machine import State
from thidua.core.workflow.movement import PROCESS
from thidua.movements.models import Movement
from thidua.orgs.queries.units import get_spans
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort

SORTS = {"name": "recipient_search", "decided_on": "decided_on", "unit": "unit_name", "year": "year"}
LATEST_HONOURS, LATEST_MOVEMENTS = 12, 8


@dataclass(frozen=True, slots=True)
class HonourRow:
    """Một khen thưởng công khai."""

    name: str
    unit: str
    honour: str
    year: str
    number: str
    decided_on: date
    is_person: bool


@dataclass(frozen=True, slots=True)
class MovementCard:
    """Một phong trào công khai."""

    url: str
    name: str
    unit: str
    starts_on: date
    ends_on: date
    state: State
    theme: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Trang chủ công khai."""

    movements: tuple[MovementCard, ...]
    honours: tuple[HonourRow, ...]
    total: int


def build_home(today: date) -> HomePage:
    movements = list(list_public_movements()[:LATEST_MOVEMENTS])
    return HomePage(
        movements=_cards(movements, today),
        honours=build_rows(list(list_honours()[:LATEST_HONOURS])),
        total=list_honours().count(),
    )


def _cards(movements: list[Movement], today: date) -> tuple[MovementCard, ...]:
    spans = get_spans([row.unit_id for row in movements], today)
    return tuple(_card(row, spans[row.unit_id].name) for row in movements)


def _card(row: Movement, unit: str) -> MovementCard:
    return MovementCard(
        url=reverse("web:public_movement", args=[row.pk]),
        name=row.name,
        unit=unit,
        starts_on=row.starts_on,
        ends_on=date.fromordinal(row.ends_before.toordinal() - 1),
        state=PROCESS.by_code[row.state],
        theme=row.theme,
    )


def build_rows(awards: list[Award]) -> tuple[HonourRow, ...]:
    return tuple(
        HonourRow(
            name=row.recipient_name,
            unit=row.unit_name,
            honour=honour(row.honour).name,
            year=row.year,
            number=row.decision_number,
            decided_on=row.decided_on,
            is_person=row.person_id is not None,
        )
        for row in awards
    )


@dataclass(frozen=True, slots=True)
class HonoursPage:
    """Bảng vàng."""

    rows: tuple[HonourRow, ...]
    pager: Pager
    search: str
    year: str
    years: tuple[tuple[str, str], ...]
    honour: str
    honours: tuple[tuple[str, str], ...]
    unit: str
    units: tuple[tuple[str, str], ...]


def select_honours(request: HttpRequest):
    get = request.GET.get
    found = search_honours(
        list_honours(), text=get("q", ""), year=get("year", ""), honour=get("honour", ""), unit=get("unit", "")
    )
    key, descending = chosen_sort(request, frozenset(SORTS), "-decided_on")
    return found.order_by(f"{'-' if descending else ''}{SORTS[key]}", "-pk")


def build_honours(request: HttpRequest) -> HonoursPage:
    found = select_honours(request)
    pager = pager_of(request, found.count())
    standing = list_honours().order_by()
    given = set(standing.values_list("honour", flat=True).distinct())
    years = sorted(standing.values_list("year", flat=True).distinct(), reverse=True)
    units = sorted(standing.values_list("unit_name", flat=True).distinct())
    return HonoursPage(
        rows=build_rows(list(found[pager.rows])),
        pager=pager,
        search=request.GET.get("q", ""),
        year=request.GET.get("year", ""),
        years=tuple((year, parse_year(year).title.capitalize()) for year in years),
        honour=request.GET.get("honour", ""),
        honours=tuple((each.code, each.name) for each in honours() if each.code in given),
        unit=request.GET.get("unit", ""),
        units=tuple((unit, unit) for unit in units),
    )


@dataclass(frozen=True, slots=True)
class MovementPage:
    """Một phong trào, như công chúng xem."""

    movement: Movement
    card: MovementCard
    honours: tuple[HonourRow, ...]
    answered: int


def build_movement(movement: Movement, today: date) -> MovementPage:
    spans = get_spans([movement.unit_id], today)
    awards = list_honours().filter(nomination__dossier__movement=movement)
    return MovementPage(
        movement=movement,
        card=_card(movement, spans[movement.unit_id].name),
        honours=build_rows(list(awards[:50])),
        answered=movement.children.exclude(state=Movement.State.DRAFT).count(),
    )


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """Kết quả kiểm tra một mã: valid, revoked or unknown. `code` as printed."""

    code: str
    outcome: str
    row: HonourRow | None = None
    decided_by: str = ""
    revoked_on: date | None = None
    ground: str = ""
    revocation_number: str = ""


def build_verify(typed: str) -> VerifyPage:
    """The same answer for what is no code and for a code that is nobody's."""
    award = find_by_code(typed)
    if award is None:
        return VerifyPage(code=show(normalise(typed)[:20]), outcome="unknown")
    revocation = getattr(award, "revocation", None)
    return VerifyPage(
        code=show(award.code),
        outcome="revoked" if revocation else "valid",
        row=build_rows([award])[0],
        decided_by=award.decided_by,
        revoked_on=revocation.revoked_on if revocation else None,
        ground=revocation.get_ground_display() if revocation else "",
        revocation_number=revocation.document.code if revocation else "",
    )
