"""What the database says about collectives: one query per kind of fact, for all of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from thidua.awards.facts.candidates import Candidate
from thidua.awards.facts.members import MemberTally
from thidua.awards.facts.people import last_day, past_award
from thidua.awards.models import Award, TitleRegistration
from thidua.core.law import facts as law
from thidua.core.time.years import parse_year
from thidua.orgs.models import CollectiveFacts, HoldRecord


@dataclass(slots=True)
class CollectiveTable:
    """Facts of the collectives asked for, by unit."""

    years: dict[int, dict[str, CollectiveFacts]] = field(default_factory=lambda: defaultdict(dict))
    holds: dict[int, list[law.Hold]] = field(default_factory=lambda: defaultdict(list))
    awards: dict[int, list[Award]] = field(default_factory=lambda: defaultdict(list))
    registered: set[tuple[int, str]] = field(default_factory=set)

    def facts(self, candidate: Candidate, tally: MemberTally, as_of: date) -> law.CaseFacts:
        """Everything known about the collective for the year; what nobody entered stays None."""
        pk, year = candidate.collective_id, parse_year(candidate.year)
        assert pk is not None
        row = self.years[pk].get(candidate.year)
        ratings = {parse_year(label): facts.rating or None for label, facts in self.years[pk].items()}
        return law.CaseFacts(
            rating=(row.rating or None) if row else None,
            takes_part=row.takes_part if row else None,
            registered=True if (pk, candidate.year) in self.registered else None,
            holds=tuple(self.holds[pk]),
            ratings={earlier: rating for earlier, rating in ratings.items() if earlier.first < year.first},
            history=tuple(
                past_award(award)
                for award in self.awards[pk]
                if award.decided_on <= as_of
                and (award.nomination_id is None or award.nomination_id != candidate.nomination_id)
            ),
            members=tally.as_facts(),
        )


def load_collectives(unit_ids: Iterable[int], years: Iterable[str]) -> CollectiveTable:
    """The table for these units (four queries)."""
    ids = list(set(unit_ids))
    table = CollectiveTable()
    for facts in CollectiveFacts.objects.filter(unit_id__in=ids):
        table.years[facts.unit_id][facts.year] = facts
    for hold in HoldRecord.objects.filter(unit_id__in=ids):
        assert hold.unit_id is not None
        table.holds[hold.unit_id].append(law.Hold(hold.reason, hold.starts_on, last_day(hold.ends_before)))
    for award in Award.objects.filter(collective_id__in=ids).select_related("revocation").order_by("decided_on"):
        assert award.collective_id is not None
        table.awards[award.collective_id].append(award)
    registered = TitleRegistration.objects.filter(unit_id__in=ids, person=None, withdrawn_at=None, year__in=set(years))
    table.registered.update(registered.values_list("unit_id", "year"))
    return table
