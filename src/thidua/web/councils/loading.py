"""Councils and meetings, fetched together with the right to them."""

from django.http import Http404, HttpRequest

from thidua.core.access import Permission
from thidua.councils.models import Council, CouncilMeeting, CouncilMember
from thidua.councils.queries.councils import find_member
from thidua.web.access import load


def load_council(request: HttpRequest, pk: int, *, manage: bool = False) -> Council:
    """404 for who may not see the unit's council, 403 for who may not run it."""
    change = Permission.COUNCIL_MANAGE if manage else None
    return load(request, Council.objects.all(), view=Permission.COUNCIL_VIEW, change=change, pk=pk)


def load_meeting(request: HttpRequest, pk: int, *, manage: bool = False) -> CouncilMeeting:
    change = Permission.COUNCIL_MANAGE if manage else None
    rows = CouncilMeeting.objects.select_related("council", "minutes", "count_minutes")
    return load(request, rows, view=Permission.COUNCIL_VIEW, change=change, unit="council.unit_id", pk=pk)


def load_membership(request: HttpRequest, pk: int) -> CouncilMember:
    """A member of a council that the actor runs."""
    rows = CouncilMember.objects.select_related("council", "person")
    return load(
        request, rows, view=Permission.COUNCIL_VIEW, change=Permission.COUNCIL_MANAGE, unit="council.unit_id", pk=pk
    )


def own_membership(request: HttpRequest, meeting: CouncilMeeting) -> CouncilMember | None:
    """The actor's own place in the council on the day of the meeting."""
    return find_member(meeting.council_id, request.actor.person_id, meeting.held_on)


def require_membership(request: HttpRequest, meeting: CouncilMeeting) -> CouncilMember:
    """404 for who is no member: there is no paper for them."""
    member = own_membership(request, meeting)
    if member is None:
        raise Http404("Không tìm thấy.")
    return member
