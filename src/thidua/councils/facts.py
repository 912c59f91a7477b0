"""Facts that the council's rules ask for."""

from thidua.core.councils.rules import Quorum, check_quorum, has_conflict
from thidua.councils.models import AgendaItem, CouncilMeeting, CouncilMember
from thidua.councils.queries.meetings import list_meeting_members


def gather_quorum(meeting: CouncilMeeting) -> Quorum:
    """How many members the council has on the day, how many are there and how many it needs (two queries)."""
    members = meeting.members_total or list_meeting_members(meeting).count()
    present = meeting.attendances.filter(is_present=True).count()
    return check_quorum(members=members, present=present)


def gather_declared(meeting: CouncilMeeting) -> dict[int, frozenset[int]]:
    """Ids of the persons each member declared a relation with, by member id (one query)."""
    declared: dict[int, set[int]] = {}
    for member_id, person_id in meeting.declarations.values_list("member_id", "person_id"):
        declared.setdefault(member_id, set()).add(person_id)
    return {member_id: frozenset(persons) for member_id, persons in declared.items()}


def is_recused(item: AgendaItem, member: CouncilMember, declared: dict[int, frozenset[int]]) -> bool:
    """Does the member stay out of this item?"""
    return has_conflict(
        member_person_id=member.person_id,
        candidate_person_id=item.candidate_person_id,
        declared=declared.get(member.pk, frozenset()),
    )
