"""Pages of units and people: lists with search and paging, one unit, one person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from thidua.awards.models import Award, Initiative
from thidua.core.access import Actor, Decision, Permission
from thidua.core.law.honours import honours
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.orgs.models import (
    Appointment,
    CollectiveFacts,
    DisciplineRecord,
    HoldRecord,
    Person,
    UnitKind,
    UnitSpan,
    YearlyFacts,
)
from thidua.orgs.queries.people import list_appointments, search_people
from thidua.orgs.queries.units import below, list_below, list_sections, list_spans, search_spans
from thidua.web.paging import Pager

KINDS = dict(UnitKind.choices)


@dataclass(frozen=True, slots=True)
class UnitRow:
    url: str
    name: str
    kind: str
    managing_body: str
    area: str
    people: int


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """Danh sách đơn vị."""

    rows: tuple[UnitRow, ...]
    pager: Pager
    search: str
    kind: str
    kinds: tuple[tuple[str, str], ...]


def select_units(actor: Actor, today: date, search: str, kind: str) -> QuerySet[UnitSpan]:
    """Units whose pages the actor may open, filtered; sections only when asked for."""
    own = Q(unit_id__in=actor.units_granting(Permission.UNIT_VIEW))
    seen = list_spans(today).filter(own | below(actor.units_over(Permission.UNIT_VIEW), today))
    spans = search_spans(seen, search)
    return spans.filter(kind=kind) if kind in KINDS else spans.exclude(kind=UnitKind.SECTION)


def build_unit_rows(spans: list[UnitSpan], today: date) -> tuple[UnitRow, ...]:
    """Three queries whatever the number of rows."""
    names = dict(
        list_spans(today).filter(unit_id__in=[s.managing_body_id for s in spans]).values_list("unit_id", "name")
    )
    counted = list_appointments(today).filter(unit_id__in=[s.unit_id for s in spans])
    people = dict(counted.values_list("unit_id").annotate(Count("person_id", distinct=True)))
    return tuple(
        UnitRow(
            url=reverse("web:unit", args=[span.unit_id]),
            name=span.name,
            kind=span.get_kind_display(),
            managing_body=names.get(span.managing_body_id, ""),
            area=span.get_area_display(),
            people=people.get(span.unit_id, 0),
        )
        for span in spans
    )


@dataclass(frozen=True, slots=True)
class SpanRow:
    name: str
    managing_body: str
    professional_body: str
    starts_on: date
    ends_before: date | None


@dataclass(frozen=True, slots=True)
class AwardRow:
    honour: str
    year: str
    number: str
    decided_on: date
    decided_by: str
    revoked_on: date | None
    code: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """Một đơn vị: who it is, under whom, since when; its sections, yearly ratings and awards."""

    span: UnitSpan
    spans: tuple[SpanRow, ...]
    sections: tuple[tuple[str, str], ...]
    people: int
    facts: tuple[CollectiveFacts, ...]
    awards: tuple[AwardRow, ...]
    edit_facts: Decision
    history: list[JournalEntry]


def build_unit(span: UnitSpan, *, today: date, edit_facts: Decision, sees: Callable[[int], bool]) -> UnitPage:
    """`sees`: may the reader open the page of a unit; its sections all lie below it, so the first speaks for them."""
    spans = list(UnitSpan.objects.filter(unit_id=span.unit_id).order_by("-starts_on"))
    above = {pk for row in spans for pk in (row.managing_body_id, row.professional_body_id) if pk}
    names = dict(UnitSpan.objects.filter(unit_id__in=above).order_by("starts_on").values_list("unit_id", "name"))
    sections = list(list_sections(span.unit_id, today).order_by("search_name"))
    opens = bool(sections) and sees(sections[0].unit_id)
    return UnitPage(
        span=span,
        spans=tuple(
            SpanRow(
                row.name,
                names.get(row.managing_body_id, ""),
                names.get(row.professional_body_id, ""),
                row.starts_on,
                row.ends_before,
            )
            for row in spans
        ),
        sections=tuple((row.name, reverse("web:unit", args=[row.unit_id]) if opens else "") for row in sections),
        people=list_appointments(today).filter(Q(unit_id=span.unit_id) | Q(section_id=span.unit_id)).count(),
        facts=tuple(CollectiveFacts.objects.filter(unit_id=span.unit_id).order_by("-year")),
        awards=_awards(Award.objects.filter(collective_id=span.unit_id)),
        edit_facts=edit_facts,
        history=list_history(span.unit, limit=20),
    )


def _awards(awards: QuerySet[Award]) -> tuple[AwardRow, ...]:
    titles = {honour.code: honour.name for honour in honours()}
    return tuple(
        AwardRow(
            titles.get(row.honour, row.honour), row.year, row.decision_number, row.decided_on, row.decided_by,
            row.revocation.revoked_on if hasattr(row, "revocation") else None, row.code,
        )
        for row in awards.select_related("revocation").order_by("-decided_on", "-pk")
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonRow:
    url: str
    code: str
    name: str
    title: str
    unit: str
    section: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Danh sách nhân sự."""

    rows: tuple[PersonRow, ...]
    pager: Pager
    search: str
    unit: str
    units: tuple[tuple[str, str], ...]
    import_url: str


def select_posts(unit_ids: tuple[int, ...], today: date, search: str, unit: str) -> QuerySet[Appointment]:
    """Posts held today in the units that the actor sees, filtered."""
    visible = list_below(unit_ids, today).values("unit_id")
    posts = list_appointments(today).filter(unit_id__in=visible)
    if unit.isdecimal():
        posts = posts.filter(unit_id=int(unit))
    if search.strip():
        posts = posts.filter(person__in=search_people(Person.objects.all(), search))
    return posts


def build_people_rows(posts: list[Appointment], today: date) -> tuple[PersonRow, ...]:
    ids = {pk for post in posts for pk in (post.unit_id, post.section_id) if pk}
    names = dict(list_spans(today).filter(unit_id__in=ids).values_list("unit_id", "name"))
    return tuple(
        PersonRow(
            url=reverse("web:person", args=[post.person_id]),
            code=post.person.code,
            name=post.person.full_name,
            title=post.title,
            unit=names.get(post.unit_id, ""),
            section=names.get(post.section_id, ""),
        )
        for post in posts
    )


@dataclass(frozen=True, slots=True)
class PostRow:
    title: str
    unit: str
    unit_url: str
    section: str
    starts_on: date
    ends_before: date | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Một cá nhân: posts, what each year says, discipline and holds, initiatives, awards."""

    person: Person
    posts: tuple[PostRow, ...]
    facts: tuple[YearlyFacts, ...]
    disciplines: tuple[DisciplineRecord, ...]
    holds: tuple[HoldRecord, ...]
    initiatives: tuple[Initiative, ...]
    awards: tuple[AwardRow, ...]
    edit_facts: Decision
    history: list[JournalEntry]
    years_in_sector: int | None


def build_person(person: Person, *, today: date, edit_facts: Decision) -> PersonPage:
    posts = list(Appointment.objects.filter(person=person).order_by("-starts_on"))
    ids = {pk for post in posts for pk in (post.unit_id, post.section_id) if pk}
    names = dict(UnitSpan.objects.filter(unit_id__in=ids).order_by("starts_on").values_list("unit_id", "name"))
    joined = person.joined_sector_on
    years = today.year - joined.year - ((today.month, today.day) < (joined.month, joined.day)) if joined else None
    return PersonPage(
        person=person,
        posts=tuple(
            PostRow(
                post.title, names.get(post.unit_id, ""), reverse("web:unit", args=[post.unit_id]),
                names.get(post.section_id, ""), post.starts_on, post.ends_before,
            )
            for post in posts
        ),
        facts=tuple(YearlyFacts.objects.filter(person=person).order_by("-year")),
        disciplines=tuple(DisciplineRecord.objects.filter(person=person).order_by("-starts_on")),
        holds=tuple(HoldRecord.objects.filter(person=person).order_by("-starts_on")),
        initiatives=tuple(Initiative.objects.filter(person=person).order_by("-recognised_on")),
        awards=_awards(Award.objects.filter(person=person)),
        edit_facts=edit_facts,
        history=list_history(person, limit=20),
        years_in_sector=years,
    )  # fmt: skip
