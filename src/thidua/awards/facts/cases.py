"""From candidates to the cases of `core.law`."""

from collections.abc import Hashable, Iterable
from datetime import date

from thidua.awards.facts.candidates import Candidate, of_nomination
from thidua.awards.facts.collectives import load_collectives
from thidua.awards.facts.members import tally_members
from thidua.awards.facts.people import PeopleTable, load_people
from thidua.awards.facts.service import current_post
from thidua.awards.facts.units import load_units
from thidua.awards.models import AwardDecision, Nomination
from thidua.core.law.facts import AwardCase, CaseFacts, UnitFacts
from thidua.core.time.years import parse_year


def gather(candidates: Iterable[Candidate], *, today: date) -> dict[Hashable, AwardCase]:
    """The case of every candidate, by key.

    At most eleven queries when only people are asked for and twelve when only collectives are, whatever their number.
    """
    everybody = list(candidates)
    individuals = [one for one in everybody if one.person_id is not None]
    collectives = [one for one in everybody if one.collective_id is not None]
    return {**_of_people(individuals, today), **_of_collectives(collectives, today)}


def gather_cases(nominations: Iterable[Nomination], *, today: date) -> dict[int, AwardCase]:
    """The cases of stored nominations by id; their dossiers should be loaded with them (`select_related`)."""
    rows = list(nominations)
    decided = AwardDecision.objects.filter(dossiers__in={row.dossier_id for row in rows}, state="issued")
    days = dict(decided.values_list("dossiers__id", "decided_on"))
    cases = gather([of_nomination(row, days.get(row.dossier_id)) for row in rows], today=today)
    return {row.pk: cases[row.pk] for row in rows}


def gather_case(candidate: Candidate, *, today: date) -> AwardCase:
    """The case of one candidate."""
    return gather([candidate], today=today)[candidate.key]


def _of_people(candidates: list[Candidate], today: date) -> dict[Hashable, AwardCase]:
    if not candidates:
        return {}
    people = load_people(
        (one.person_id for one in candidates if one.person_id is not None),
        (one.year for one in candidates),
        (one.unit_id for one in candidates),
    )
    units = load_units(
        {one.unit_id for one in candidates} | {post.unit_id for posts in people.posts.values() for post in posts}
    )
    # One person is often looked at for several honours: everything but the honour is the same.
    known: dict[object, tuple[CaseFacts, UnitFacts]] = {}
    cases: dict[Hashable, AwardCase] = {}
    for one in candidates:
        same = (
            one.person_id, one.year, one.unit_id, one.received_on, one.decided_on, one.nomination_id, one.initiative_id,
        )  # fmt: skip
        if same not in known:
            as_of = one.as_of(today)
            facts = people.facts(one, units, as_of)
            known[same] = facts, units.facts(_unit_of(one, people, as_of), as_of)
        facts, unit = known[same]
        cases[one.key] = _case(one, "individual", facts, unit)
    return cases


def _unit_of(candidate: Candidate, people: PeopleTable, as_of: date) -> int:
    """Where the person works on the day; the unit that puts them forward when no post is known."""
    assert candidate.person_id is not None
    post = current_post(people.posts[candidate.person_id], as_of)
    return post.unit_id if post else candidate.unit_id


def _of_collectives(candidates: list[Candidate], today: date) -> dict[Hashable, AwardCase]:
    if not candidates:
        return {}
    ids = {one.collective_id for one in candidates if one.collective_id is not None}
    table = load_collectives(ids, (one.year for one in candidates))
    units = load_units(ids)
    tallies = tally_members(candidates, today)
    return {
        one.key: _case(
            one,
            "collective",
            table.facts(one, tallies[one.key], one.as_of(today)),
            units.facts(one.collective_id or 0, one.as_of(today)),
        )
        for one in candidates
    }


def _case(candidate: Candidate, subject: str, facts: CaseFacts, unit: UnitFacts) -> AwardCase:
    return AwardCase(
        honour=candidate.honour,
        subject=subject,
        year=parse_year(candidate.year),
        stream=candidate.stream,
        dossier_received_on=candidate.received_on,
        decided_on=candidate.decided_on,
        unit=unit,
        facts=facts,
    )
