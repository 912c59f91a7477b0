"""The board of a unit: who registered for what, who has not yet; its collectives; the units below."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.urls import reverse

from thidua.awards.models import TitleRegistration
from thidua.awards.queries.registrations import UnitCount, count_by_unit, get_by_person, list_of_collectives
from thidua.core.access import Decision, Permission
from thidua.core.law.honours import honour, honours
from thidua.core.vietnamese.folding import fold
from thidua.orgs.models import Appointment, UnitKind, UnitSpan
from thidua.orgs.queries.people import list_appointments
from thidua.orgs.queries.units import get_spans, list_below, list_sections, list_spans
from thidua.web.access import may
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort
from thidua.web.years import chosen_year, year_choices, year_of

STATES = {"yes": "Đã đăng ký", "no": "Chưa đăng ký"}
SORTS = frozenset({"name", "section", "registered"})


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Một người trên bảng đăng ký; `honours` is empty for somebody who has not registered."""

    person_id: int
    name: str
    sort_name: str
    search: str
    title: str
    section: str
    codes: tuple[str, ...]
    honours: tuple[str, ...]
    pledge: str
    registered_at: datetime | None


@dataclass(frozen=True, slots=True)
class CollectiveRow:
    """Một tập thể và danh hiệu đã đăng ký."""

    unit_id: int
    name: str
    kind: str
    registrations: tuple[tuple[str, TitleRegistration, str], ...]


@dataclass(frozen=True, slots=True)
class BelowRow:
    """Một đơn vị trực thuộc: how many of its people have registered."""

    url: str
    name: str
    count: UnitCount


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Bảng đăng ký thi đua của một đơn vị."""

    unit: UnitSpan
    year: str
    years: tuple[tuple[str, str], ...]
    units: tuple[tuple[int, str], ...]
    honours: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...]
    chosen: Mapping[str, str]
    people: int
    registered: int
    by_honour: tuple[tuple[str, str, int], ...]
    rows: tuple[PersonRow, ...]
    all_rows: tuple[PersonRow, ...]
    pager: Pager
    collectives: tuple[CollectiveRow, ...]
    below: tuple[BelowRow, ...]
    make: Decision


def build_board(request: HttpRequest, roots: tuple[int, ...]) -> BoardPage:
    """The page of one unit out of those the actor may see (a constant number of queries)."""
    spans = _units(roots, request.today)
    asked = request.GET.get("unit", "")
    unit = next((span for span in spans if str(span.unit_id) == asked), spans[0])
    years = year_choices(unit.kind, request.today)
    year = chosen_year(request.GET.get("year", ""), years, year_of(unit.kind, request.today).label)
    chosen = {key: request.GET.get(key, "") for key in ("q", "honour", "state")}
    everybody = _people(unit, year, request.today)
    found = _in_order(request, [row for row in everybody if _fits(row, chosen)])
    pager = pager_of(request, len(found))
    make = may(request, Permission.REGISTRATION_MAKE, unit.unit_id)
    return BoardPage(
        unit=unit,
        year=year,
        years=tuple(years),
        units=tuple((span.unit_id, span.name) for span in spans),
        honours=tuple((one.code, one.name) for one in honours() if one.is_individual),
        states=tuple(STATES.items()),
        chosen={**chosen, "unit": str(unit.unit_id), "year": year},
        people=len(everybody),
        registered=sum(1 for row in everybody if row.codes),
        by_honour=_by_honour(everybody),
        rows=tuple(found[pager.rows]),
        all_rows=tuple(found),
        pager=pager,
        collectives=_collectives(unit, year, request.today),
        below=_below(unit, year, request.today),
        make=make,
    )


def _units(roots: tuple[int, ...], on: date) -> list[UnitSpan]:
    """The actor's own units first, then everything below by name, sections left out."""
    spans = list_below(roots, on).exclude(kind=UnitKind.SECTION)
    return sorted(spans, key=lambda span: (span.unit_id not in roots, span.search_name))


def _people(unit: UnitSpan, year: str, on: date) -> list[PersonRow]:
    posts = list(
        list_appointments(on).filter(unit_id=unit.unit_id).select_related("person").order_by("person__sort_name")
    )
    made = get_by_person((post.person_id for post in posts), year)
    sections = get_spans((post.section_id for post in posts if post.section_id), on)
    seen: dict[int, PersonRow] = {}
    for post in posts:
        section = sections[post.section_id].name if post.section_id else ""
        seen.setdefault(post.person_id, _person(post, section, made.get(post.person_id, [])))
    return list(seen.values())


def _person(post: Appointment, section: str, made: list[TitleRegistration]) -> PersonRow:
    return PersonRow(
        person_id=post.person_id,
        name=post.person.full_name,
        sort_name=post.person.sort_name,
        search=post.person.search_name,
        title=post.title,
        section=section,
        codes=tuple(row.honour for row in made),
        honours=tuple(honour(row.honour).name for row in made),
        pledge="; ".join(row.pledge for row in made if row.pledge),
        registered_at=max((row.registered_at for row in made), default=None),
    )


def _fits(row: PersonRow, chosen: Mapping[str, str]) -> bool:
    return (
        all(word in row.search for word in fold(chosen["q"]).split())
        and (not chosen["honour"] or chosen["honour"] in row.codes)
        and (chosen["state"] not in STATES or (chosen["state"] == "yes") == bool(row.codes))
    )


def _in_order(request: HttpRequest, rows: list[PersonRow]) -> list[PersonRow]:
    key, descending = chosen_sort(request, SORTS, "name")
    keys = {
        "name": lambda row: row.sort_name,
        "section": lambda row: (fold(row.section), row.sort_name),
        "registered": lambda row: (row.registered_at is None, row.registered_at or 0, row.sort_name),
    }
    return sorted(rows, key=keys[key], reverse=descending)


def _by_honour(rows: list[PersonRow]) -> tuple[tuple[str, str, int], ...]:
    counts = [(one.code, one.name, sum(one.code in row.codes for row in rows)) for one in honours()]
    return tuple(entry for entry in counts if entry[2])


def _collectives(unit: UnitSpan, year: str, on: date) -> tuple[CollectiveRow, ...]:
    spans = [unit, *list_sections(unit.unit_id, on).order_by("search_name")]
    made: dict[int, list[TitleRegistration]] = {}
    for row in list_of_collectives((span.unit_id for span in spans), year):
        made.setdefault(row.unit_id, []).append(row)
    return tuple(
        CollectiveRow(
            span.unit_id,
            span.name,
            UnitKind(span.kind).label,
            tuple(
                (honour(row.honour).name, row, reverse("web:registration_withdraw", args=[row.pk]))
                for row in made.get(span.unit_id, [])
            ),
        )
        for span in spans
    )


def _below(unit: UnitSpan, year: str, on: date) -> tuple[BelowRow, ...]:
    """Units that this one manages, with the year of the same label: schools of a commune."""
    spans = list(
        list_spans(on).filter(managing_body_id=unit.unit_id).exclude(kind=UnitKind.SECTION).order_by("search_name")
    )
    counts = count_by_unit((span.unit_id for span in spans), year_of(spans[0].kind, on).label, on) if spans else {}
    return tuple(BelowRow(f"?unit={span.unit_id}", span.name, counts[span.unit_id]) for span in spans)
