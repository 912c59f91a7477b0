"""The personal page: what I aim for this year, what is known of my year, what the law still asks for."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from thidua.awards.facts import Assessed, Candidate, assess
from thidua.awards.models import Award, TitleRegistration
from thidua.awards.queries.registrations import list_of_person
from thidua.core.law.honours import Honour, honour, honours
from thidua.core.time.years import parse_year
from thidua.orgs.models import Person, YearlyFacts
from thidua.web.dossiers.words import OUTCOMES, Label, condition_label


@dataclass(frozen=True, slots=True)
class Need:
    """Một điều kiện của danh hiệu, in the words of the law."""

    text: str
    label: Label
    found: str


@dataclass(frozen=True, slots=True)
class Option:
    """Một danh hiệu, hình thức có thể đăng ký, with what the law says of the year so far."""

    code: str
    name: str
    outcome: Label
    open_count: int
    needs: tuple[Need, ...]
    is_registered: bool


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """Một đăng ký của tôi."""

    honour: str
    year: str
    pledge: str
    registration: TitleRegistration
    withdraw_url: str


@dataclass(frozen=True, slots=True)
class AwardRow:
    """Một lần được khen thưởng."""

    honour: str
    year: str
    decision: str
    decided_on: date
    is_revoked: bool


@dataclass(frozen=True, slots=True)
class MinePage:
    """Trang đăng ký thi đua của cá nhân."""

    person: Person
    unit: str
    year: str
    year_title: str
    years: tuple[tuple[str, str], ...]
    facts: YearlyFacts | None
    registrations: tuple[RegistrationRow, ...]
    earlier: tuple[RegistrationRow, ...]
    titles: tuple[Option, ...]
    others: tuple[Option, ...]
    awards: tuple[AwardRow, ...]


def build_mine(
    person: Person, unit_id: int, unit: str, year: str, years: list[tuple[str, str]], *, today: date
) -> MinePage:
    """The page of a person for a year (a constant number of queries)."""
    rows = [_row(row) for row in list_of_person(person.pk).filter(withdrawn_at=None)]
    current = tuple(row for row in rows if row.year == year)
    taken = {row.registration.honour for row in current}
    offered = [one for one in honours() if one.is_individual]
    found = assess(
        (Candidate(key=one.code, honour=one.code, year=year, unit_id=unit_id, person_id=person.pk) for one in offered),
        today=today,
    )
    awards = Award.objects.filter(person=person).select_related("revocation").order_by("-decided_on", "-pk")
    return MinePage(
        person=person,
        unit=unit,
        year=year,
        year_title=parse_year(year).title,
        years=tuple(years),
        facts=YearlyFacts.objects.filter(person=person, year=year).first(),
        registrations=current,
        earlier=tuple(row for row in rows if row.year != year),
        titles=tuple(_option(one, found[one.code], one.code in taken) for one in offered if one.is_title),
        others=tuple(_option(one, found[one.code], one.code in taken) for one in offered if not one.is_title),
        awards=tuple(_award(award) for award in awards),
    )


def _row(row: TitleRegistration) -> RegistrationRow:
    url = reverse("web:registration_withdraw", args=[row.pk])
    return RegistrationRow(honour(row.honour).name, row.year, row.pledge, row, url)


def _award(award: Award) -> AwardRow:
    return AwardRow(
        honour(award.honour).name, award.year, award.decision_number, award.decided_on, hasattr(award, "revocation")
    )


def _option(one: Honour, found: Assessed, is_registered: bool) -> Option:
    conditions = found.verdict.conditions if found.verdict else ()
    return Option(
        code=one.code,
        name=one.name,
        outcome=OUTCOMES[found.outcome],
        open_count=len(found.unmet) + len(found.unknown),
        needs=tuple(Need(each.text, condition_label(each), each.found) for each in conditions),
        is_registered=is_registered,
    )
