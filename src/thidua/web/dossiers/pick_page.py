"""Choosing candidates: everybody of a unit with what the law says about them for one honour."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from thidua.awards.facts import Assessed, Candidate, assess
from thidua.awards.facts.units import load_units
from thidua.awards.models import Dossier
from thidua.awards.queries.authority import find_routes
from thidua.awards.queries.nominations import find_awarded, find_doubles, get_posts
from thidua.awards.queries.registrations import list_active
from thidua.core.law.honours import Honour, honours
from thidua.core.law.verdict import ELIGIBLE, SUSPENDED
from thidua.core.vietnamese.folding import fold
from thidua.orgs.models import UnitKind, UnitSpan
from thidua.orgs.queries.people import list_people_of
from thidua.orgs.queries.units import list_spans
from thidua.web.dossiers.words import OUTCOMES, Label, summary
from thidua.web.paging import Pager, pager_of

GROUPS = {
    "eligible": "Đủ điều kiện",
    "unknown": "Thiếu dữ kiện, cần xem xét",
    "one": "Chỉ thiếu một điều kiện",
    "more": "Thiếu từ hai điều kiện",
    "suspended": "Tạm dừng xét",
}
PEOPLE, COLLECTIVES = "individual", "collective"
SUBJECTS = {PEOPLE: "Cá nhân", COLLECTIVES: "Tập thể"}
ROWS = 100  # more than the staff of a school, so that one press chooses everybody


@dataclass(frozen=True, slots=True)
class PickRow:
    """Một người hoặc tập thể có thể đề nghị. `taken` says why it cannot be chosen any more."""

    pk: int
    name: str
    detail: str
    group: str
    outcome: Label
    summary: str
    registered: bool
    taken: str


@dataclass(frozen=True, slots=True)
class PickPage:
    """Trang chọn cá nhân, tập thể."""

    dossier: Dossier
    crumbs: tuple[tuple[str, str], ...]
    honour: Honour
    honours: tuple[tuple[str, str], ...]
    subject: str
    subjects: tuple[tuple[str, str], ...]
    units: tuple[tuple[int, str], ...]
    groups: tuple[tuple[str, str], ...]
    tallies: tuple[tuple[str, str, int], ...]
    chosen: Mapping[str, str]
    rows: tuple[PickRow, ...]
    pager: Pager
    deciding_note: str


@dataclass(frozen=True, slots=True)
class _Someone:
    pk: int
    name: str
    detail: str
    search: str


def reachable_units(dossier: Dossier, request: HttpRequest) -> list[UnitSpan]:
    """Units whose people and sections the dossier may put forward: its own and those it manages, sections left out."""
    spans = list_spans(request.today).filter(path__contains=f"/{dossier.unit_id}/").exclude(kind=UnitKind.SECTION)
    return sorted(spans, key=lambda span: (span.unit_id != dossier.unit_id, span.search_name))


def build_pick(request: HttpRequest, dossier: Dossier) -> PickPage:
    """Everybody of the chosen unit with their verdict for the chosen honour (a constant number of queries)."""
    offered, note = _offered(request, dossier)
    wanted = next((one for one in offered if one.code == request.GET.get("honour")), offered[0])
    units = reachable_units(dossier, request)
    asked = request.GET.get("unit", "")
    unit = next((span for span in units if str(span.unit_id) == asked), units[0])
    subject = _subject(request, wanted)
    everybody = _people(unit, request) if subject == PEOPLE else _collectives(unit, request)
    rows = _rows(request, dossier, wanted, subject, unit, everybody)
    text = request.GET.get("q", "")
    found = [row for row, one in zip(rows, everybody, strict=True) if _matches(one, text)]
    group = request.GET.get("group", "")
    shown = [row for row in found if not group or row.group == group]
    pager = pager_of(request, len(shown), ROWS)
    return PickPage(
        dossier=dossier,
        crumbs=(
            ("Hồ sơ khen thưởng", reverse("web:dossiers")),
            (dossier.title, reverse("web:dossier", args=[dossier.pk])),
            ("Thêm đề nghị", ""),
        ),
        honour=wanted,
        honours=tuple((one.code, one.name) for one in offered),
        subject=subject,
        subjects=tuple((key, title) for key, title in SUBJECTS.items() if key in wanted.subjects),
        units=tuple((span.unit_id, span.name) for span in units),
        groups=tuple(GROUPS.items()),
        tallies=_tallies(found),
        chosen={"q": text, "group": group, "unit": str(unit.unit_id), "honour": wanted.code, "subject": subject},
        rows=tuple(shown[pager.rows]),
        pager=pager,
        deciding_note=note(wanted),
    )


def _offered(request: HttpRequest, dossier: Dossier) -> tuple[list[Honour], Callable[[Honour], str]]:
    """Honours with those that the addressee decides first, and a function that says where another one belongs."""
    facts = load_units([dossier.unit_id]).facts(dossier.unit_id, request.today)
    routes = find_routes(dossier.unit_id, facts, request.today)
    decided = {one.code: (route, post) for route in routes for one, post in route.decided}

    def is_here(one: Honour) -> bool:
        return one.code in decided and decided[one.code][0].unit_id == dossier.deciding_unit_id

    def note(one: Honour) -> str:
        if is_here(one) or one.code not in decided:
            return ""
        route, post = decided[one.code]
        return f"{one.name} do {post} quyết định, trình qua {route.name}; hồ sơ này trình nơi khác."

    return sorted(honours(), key=lambda one: not is_here(one)), note


def _subject(request: HttpRequest, wanted: Honour) -> str:
    asked = request.GET.get("subject", "")
    allowed = [key for key in SUBJECTS if key in wanted.subjects]
    return asked if asked in allowed else allowed[0]


def _people(unit: UnitSpan, request: HttpRequest) -> list[_Someone]:
    people = list(list_people_of(unit.unit_id, request.today))
    posts = get_posts((person.pk for person in people), request.today)
    return [
        _Someone(one.pk, one.full_name, posts[one.pk].title if one.pk in posts else "", one.search_name)
        for one in people
    ]


def _collectives(unit: UnitSpan, request: HttpRequest) -> list[_Someone]:
    """The unit itself, then its sections."""
    sections = list_spans(request.today).filter(managing_body_id=unit.unit_id, kind=UnitKind.SECTION)
    spans = [unit, *sections.order_by("search_name")]
    return [_Someone(span.unit_id, span.name, UnitKind(span.kind).label, span.search_name) for span in spans]


def _rows(
    request: HttpRequest, dossier: Dossier, wanted: Honour, subject: str, unit: UnitSpan, everybody: list[_Someone]
) -> list[PickRow]:
    ids = [one.pk for one in everybody]
    verdicts = assess((_candidate(dossier, wanted, subject, unit, pk) for pk in ids), today=request.today)
    taken = _taken(dossier, wanted, subject, ids)
    active = list_active(dossier.year).filter(honour=wanted.code)
    if subject == PEOPLE:
        registered = set(active.filter(person_id__in=ids).values_list("person_id", flat=True))
    else:
        registered = set(active.filter(person=None, unit_id__in=ids).values_list("unit_id", flat=True))
    return [
        PickRow(
            pk=one.pk,
            name=one.name,
            detail=one.detail,
            group=group_of(verdicts[one.pk]),
            outcome=OUTCOMES[verdicts[one.pk].outcome],
            summary=summary(verdicts[one.pk]),
            registered=one.pk in registered,
            taken=taken.get(one.pk, ""),
        )
        for one in everybody
    ]


def _candidate(dossier: Dossier, wanted: Honour, subject: str, unit: UnitSpan, pk: int) -> Candidate:
    return Candidate(
        key=pk,
        honour=wanted.code,
        year=dossier.year,
        unit_id=unit.unit_id,
        person_id=pk if subject == PEOPLE else None,
        collective_id=None if subject == PEOPLE else pk,
        stream=dossier.stream,
        received_on=dossier.received_on,
        dossier_id=dossier.pk,
    )


def group_of(assessed: Assessed) -> str:
    """Which of GROUPS the verdict belongs to."""
    if assessed.outcome == SUSPENDED:
        return "suspended"
    if assessed.outcome == ELIGIBLE:
        return "eligible"
    if not assessed.unmet:
        return "unknown"
    return "one" if len(assessed.unmet) == 1 else "more"


def _taken(dossier: Dossier, wanted: Honour, subject: str, ids: list[int]) -> dict[int, str]:
    """Why some cannot be chosen: here already, in another open dossier, or awarded."""
    field = "person_id" if subject == PEOPLE else "collective_id"
    which = {"person_ids" if subject == PEOPLE else "collective_ids": ids}
    taken = {
        getattr(row, field): f"Đã có trong hồ sơ “{row.dossier.title}”"
        for row in find_doubles(dossier, wanted.code, **which)
    }
    taken |= {
        getattr(row, field): f"Đã được tặng ({row.decision_number})"
        for row in find_awarded(dossier, wanted.code, **which)
    }
    here = dossier.nominations.filter(honour=wanted.code).values_list(field, flat=True)
    return taken | dict.fromkeys(here, "Đã có trong hồ sơ này")


def _tallies(rows: list[PickRow]) -> tuple[tuple[str, str, int], ...]:
    """How many are in each group that somebody is in."""
    groups = [row.group for row in rows]
    return tuple((key, title, groups.count(key)) for key, title in GROUPS.items() if key in groups)


def _matches(one: _Someone, text: str) -> bool:
    return all(word in one.search for word in fold(text).split())
