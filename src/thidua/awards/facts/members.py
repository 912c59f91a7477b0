"""Counting the members of a collective: who belongs to it at the end of the year, and what they achieved."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q

from thidua.awards.facts.candidates import Candidate
from thidua.awards.models import Award, Nomination
from thidua.core.law.facts import DISCIPLINE_LEVELS, RATINGS, MemberFacts
from thidua.core.time.years import parse_year
from thidua.orgs.models import Appointment, DisciplineRecord, YearlyFacts

# Whoever is chosen chiến sĩ thi đua has met the standard of lao động tiên tiến (Law 06/2022 Đ.21-23), so counts for both.
COUNTS_AS = {
    "LDTT": {"LDTT"},
    "CSTDCS": {"LDTT", "CSTDCS"},
    "CSTD_BT": {"LDTT", "CSTDCS"},
    "CSTDTQ": {"LDTT", "CSTDCS"},
}
HEAVY = frozenset(DISCIPLINE_LEVELS[DISCIPLINE_LEVELS.index("canh_cao") :])
DONE = frozenset(RATINGS[RATINGS.index("HT") :])


@dataclass(frozen=True, slots=True)
class MemberTally:
    """Số liệu thành viên on `counted_on`. `awarded` = decided already, `pending` = nominated in the same dossier or passed by a council."""

    counted_on: date
    total: int = 0
    rated: int = 0
    below_ht: int = 0
    awarded: dict[str, int] = field(default_factory=dict)
    pending: dict[str, int] = field(default_factory=dict)
    disciplined: int = 0

    def as_facts(self) -> MemberFacts:
        """The counts as the law asks for them; a rating that somebody lacks leaves the number of rated ones open."""
        if self.total == 0:
            return MemberFacts()
        # One member below is enough to know that not all are rated; otherwise everybody's rating is needed.
        at_least_ht = self.total - self.below_ht if self.below_ht or self.rated == self.total else None
        return MemberFacts(
            total=self.total,
            at_least_ht=at_least_ht,
            LDTT=self.awarded.get("LDTT", 0) + self.pending.get("LDTT", 0),
            CSTDCS=self.awarded.get("CSTDCS", 0) + self.pending.get("CSTDCS", 0),
            disciplined_canh_cao_or_more=self.disciplined,
        )


def tally_members(candidates: Iterable[Candidate], today: date) -> dict[Hashable, MemberTally]:
    """One tally per collective among the candidates (five queries, none when there is no collective)."""
    collectives = [one for one in candidates if one.collective_id is not None]
    if not collectives:
        return {}
    days = {one.key: _counted_on(one, today) for one in collectives}
    members = _members(collectives, days)
    everybody = {pk for ids in members.values() for pk in ids}
    achieved = _Achieved.load(everybody, collectives)
    return {one.key: achieved.tally(one, days[one.key], members[one.key]) for one in collectives}


def _counted_on(candidate: Candidate, today: date) -> date:
    """The last day of the year assessed, or the present day while the year still runs."""
    end = parse_year(candidate.year).span.ends_before
    assert end is not None
    return min(end - timedelta(days=1), candidate.as_of(today))


def _members(collectives: list[Candidate], days: dict[Hashable, date]) -> dict[Hashable, set[int]]:
    ids = {one.collective_id for one in collectives}
    posts = Appointment.objects.filter(Q(unit_id__in=ids) | Q(section_id__in=ids))
    rows = list(posts.values_list("person_id", "unit_id", "section_id", "starts_on", "ends_before"))
    return {
        one.key: {
            person
            for person, unit, section, starts_on, ends_before in rows
            if one.collective_id in (unit, section)
            and starts_on <= days[one.key]
            and (ends_before is None or days[one.key] < ends_before)
        }
        for one in collectives
    }


@dataclass(slots=True)
class _Achieved:
    """What the members achieved, by person and year."""

    ratings: dict[tuple[int, str], str] = field(default_factory=dict)
    awarded: dict[tuple[int, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    nominated: dict[tuple[int, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    carried: dict[tuple[int, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    disciplined: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def load(cls, people: set[int], collectives: list[Candidate]) -> "_Achieved":
        found = cls()
        years = {one.year for one in collectives}
        dossiers = {one.dossier_id for one in collectives if one.dossier_id is not None}
        rated = YearlyFacts.objects.filter(person_id__in=people, year__in=years).exclude(rating="")
        found.ratings = {(pk, year): rating for pk, year, rating in rated.values_list("person_id", "year", "rating")}
        awards = Award.objects.filter(person_id__in=people, year__in=years, honour__in=COUNTS_AS, revocation=None)
        for pk, year, honour in awards.values_list("person_id", "year", "honour"):
            found.awarded[pk or 0, year] |= COUNTS_AS[honour]
        found._load_nominations(people, years, dossiers)
        heavy = DisciplineRecord.objects.filter(person_id__in=people, level__in=HEAVY)
        for pk, starts_on in heavy.values_list("person_id", "starts_on"):
            found.disciplined[pk].append(starts_on)
        return found

    def _load_nominations(self, people: set[int], years: set[str], dossiers: set[int]) -> None:
        """Those of the same dossier that no council refused, and those of other dossiers that a council passed."""
        same = Q(dossier_id__in=dossiers) & ~Q(is_carried=False)
        passed = Q(is_carried=True, dossier__year__in=years)
        rows = Nomination.objects.filter(same | passed, person_id__in=people, honour__in=COUNTS_AS)
        for pk, dossier, year, honour, carried in rows.values_list(
            "person_id", "dossier_id", "dossier__year", "honour", "is_carried"
        ):
            self.nominated[pk or 0, dossier] |= COUNTS_AS[honour]
            if carried:
                self.carried[pk or 0, year] |= COUNTS_AS[honour]

    def tally(self, candidate: Candidate, counted_on: date, members: set[int]) -> MemberTally:
        year = candidate.year
        span = parse_year(year).span
        awarded, pending = dict.fromkeys(("LDTT", "CSTDCS"), 0), dict.fromkeys(("LDTT", "CSTDCS"), 0)
        for pk in members:
            waiting = self.nominated.get((pk, candidate.dossier_id or 0), set()) | self.carried.get((pk, year), set())
            decided = self.awarded.get((pk, year), set())
            for honour in awarded:
                awarded[honour] += honour in decided
                pending[honour] += honour in waiting and honour not in decided
        ratings = [self.ratings[pk, year] for pk in members if (pk, year) in self.ratings]
        return MemberTally(
            counted_on=counted_on,
            total=len(members),
            rated=len(ratings),
            below_ht=sum(rating not in DONE for rating in ratings),
            awarded=awarded,
            pending=pending,
            disciplined=sum(any(day in span for day in self.disciplined.get(pk, ())) for pk in members),
        )
