"""What the database says about people: one query per kind of fact, for all of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from thidua.awards.facts.candidates import Candidate
from thidua.awards.facts.service import current_post, years_in_hard_area
from thidua.awards.facts.units import UnitTable
from thidua.awards.models import Award, Initiative, TitleRegistration
from thidua.core.law import facts as law
from thidua.core.law.context import years_between
from thidua.core.time.years import Year, parse_year
from thidua.orgs.models import Appointment, DisciplineRecord, HoldRecord, Person, YearlyFacts


def last_day(ends_before: date | None) -> date | None:
    """The law counts spans with both days included; the database keeps them half-open."""
    return None if ends_before is None else ends_before - timedelta(days=1)


def to_fraction(value: object) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def past_award(award: Award) -> law.PastAward:
    """A stored award as the law looks at it; `revocation` should be joined."""
    return law.PastAward(
        honour=award.honour,
        year=parse_year(award.year),
        decided_on=award.decided_on,
        revoked=hasattr(award, "revocation"),
        stream=award.stream,
    )


@dataclass(slots=True)
class PeopleTable:
    """Facts of the people asked for, by person."""

    people: dict[int, Person] = field(default_factory=dict)
    years: dict[int, dict[str, YearlyFacts]] = field(default_factory=lambda: defaultdict(dict))
    disciplines: dict[int, list[law.Discipline]] = field(default_factory=lambda: defaultdict(list))
    holds: dict[int, list[law.Hold]] = field(default_factory=lambda: defaultdict(list))
    works: dict[int, list[Initiative]] = field(default_factory=lambda: defaultdict(list))
    awards: dict[int, list[Award]] = field(default_factory=lambda: defaultdict(list))
    posts: dict[int, list[Appointment]] = field(default_factory=lambda: defaultdict(list))
    registered: set[tuple[int, str]] = field(default_factory=set)
    registering_units: set[tuple[int, str]] = field(default_factory=set)

    def facts(self, candidate: Candidate, units: UnitTable, as_of: date) -> law.CaseFacts:
        """Everything known about the candidate for the year; what nobody entered stays None."""
        pk, year = candidate.person_id, parse_year(candidate.year)
        assert pk is not None
        person, row, posts = self.people[pk], self.years[pk].get(candidate.year), self.posts[pk]
        post = current_post(posts, as_of)
        return law.CaseFacts(
            rating=(row.rating or None) if row else None,
            takes_part=row.takes_part if row else None,
            registered=self._is_registered(candidate),
            months_worked=to_fraction(row.months_worked) if row else None,
            leave_working_days=to_fraction(row.leave_working_days) if row else None,
            maternity_days=to_fraction(row.maternity_days) if row else None,
            discipline=tuple(self.disciplines[pk]),
            holds=tuple(self.holds[pk]),
            initiatives=self._initiatives(candidate),
            research=self._research(candidate),
            ratings=self._ratings(pk, year),
            history=self._history(candidate, as_of),
            years_in_sector=_years_in_sector(person, as_of),
            years_in_hard_area=years_in_hard_area(posts, units, as_of),
            gender=person.gender,
            is_manager=post.is_manager if post else None,
        )

    def _is_registered(self, candidate: Candidate) -> bool | None:
        """Not known where the unit keeps no registrations of that year here."""
        assert candidate.person_id is not None
        if (candidate.person_id, candidate.year) in self.registered:
            return True
        return False if (candidate.unit_id, candidate.year) in self.registering_units else None

    def _ratings(self, pk: int, year: Year) -> dict[Year, str | None]:
        rows = {parse_year(label): row.rating or None for label, row in self.years[pk].items()}
        return {earlier: rating for earlier, rating in rows.items() if earlier.first < year.first}

    def _history(self, candidate: Candidate, as_of: date) -> tuple[law.PastAward, ...]:
        """Awards decided by the day, the one that this very nomination led to left out."""
        assert candidate.person_id is not None
        return tuple(
            past_award(award)
            for award in self.awards[candidate.person_id]
            if award.decided_on <= as_of and not _is_own(award.nomination_id, candidate)
        )

    def _initiatives(self, candidate: Candidate) -> tuple[law.Initiative, ...]:
        assert candidate.person_id is not None
        return tuple(
            law.Initiative(work.scope, work.recognised_on, self._use(work, candidate))
            for work in self.works[candidate.person_id]
            if work.kind == Initiative.Kind.INITIATIVE
        )

    def _research(self, candidate: Candidate) -> tuple[law.Research, ...]:
        assert candidate.person_id is not None
        return tuple(
            law.Research(work.scope, work.recognised_on, self._use(work, candidate))
            for work in self.works[candidate.person_id]
            if work.kind == Initiative.Kind.RESEARCH
        )

    def _use(self, work: Initiative, candidate: Candidate) -> str | None:
        """What the work was used for; the use by this very nomination does not stand against it."""
        assert candidate.person_id is not None
        if work.pk == candidate.initiative_id and any(
            _is_own(award.nomination_id, candidate) for award in self.awards[candidate.person_id]
        ):
            return None
        return work.used_for or None


def _is_own(nomination_id: int | None, candidate: Candidate) -> bool:
    return nomination_id is not None and nomination_id == candidate.nomination_id


def _years_in_sector(person: Person, as_of: date) -> Fraction | None:
    if person.joined_sector_on is None or person.joined_sector_on > as_of:
        return None
    return years_between(person.joined_sector_on, as_of)


def load_people(person_ids: Iterable[int], years: Iterable[str], unit_ids: Iterable[int]) -> PeopleTable:
    """The table for these people (nine queries); `years` and `unit_ids` bound the registrations looked at."""
    ids = list(set(person_ids))
    table = PeopleTable(people=Person.objects.in_bulk(ids))
    for facts in YearlyFacts.objects.filter(person_id__in=ids):
        table.years[facts.person_id][facts.year] = facts
    for row in DisciplineRecord.objects.filter(person_id__in=ids):
        one = law.Discipline(row.level, row.starts_on, last_day(row.ends_before), row.duty_related)
        table.disciplines[row.person_id].append(one)
    for hold in HoldRecord.objects.filter(person_id__in=ids):
        assert hold.person_id is not None
        table.holds[hold.person_id].append(law.Hold(hold.reason, hold.starts_on, last_day(hold.ends_before)))
    for work in Initiative.objects.filter(person_id__in=ids).order_by("recognised_on", "pk"):
        table.works[work.person_id].append(work)
    for award in Award.objects.filter(person_id__in=ids).select_related("revocation").order_by("decided_on"):
        assert award.person_id is not None
        table.awards[award.person_id].append(award)
    for post in Appointment.objects.filter(person_id__in=ids).order_by("starts_on"):
        table.posts[post.person_id].append(post)
    _load_registrations(table, ids, set(years), set(unit_ids))
    return table


def _load_registrations(table: PeopleTable, ids: list[int], years: set[str], unit_ids: set[int]) -> None:
    active = TitleRegistration.objects.filter(year__in=years, withdrawn_at=None).exclude(person=None)
    for person_id, year in active.filter(person_id__in=ids).values_list("person_id", "year"):
        assert person_id is not None
        table.registered.add((person_id, year))
    table.registering_units.update(active.filter(unit_id__in=unit_ids).values_list("unit_id", "year").distinct())
