"""Meetings: lists, agenda, attendance and turnout. Nothing here reads a choice."""

from dataclasses import dataclass

from django.db.models import QuerySet

from thidua.core.vietnamese.folding import fold
from thidua.councils.models import AgendaItem, Attendance, CouncilMeeting, CouncilMember
from thidua.councils.queries.councils import in_order, list_members


@dataclass(frozen=True, slots=True)
class Turnout:
    """Tình hình bỏ phiếu: who of those present has handed in a paper; never what they chose."""

    voted: tuple[CouncilMember, ...]
    waiting: tuple[CouncilMember, ...]
    absent: tuple[CouncilMember, ...]


def list_meetings(unit_ids: tuple[int, ...]) -> QuerySet[CouncilMeeting]:
    """Meetings of the councils of the units, with their councils, newest first."""
    return (
        CouncilMeeting.objects.filter(council__unit_id__in=unit_ids)
        .select_related("council")
        .order_by("-held_on", "-pk")
    )


def search_meetings(meetings: list[CouncilMeeting], text: str) -> list[CouncilMeeting]:
    """Those with every word of the text in title, place or council, with or without diacritics.

    A council meets a few times a year, so that the titles are folded here rather than stored a second time.
    """
    words = fold(text).split()
    return [
        meeting
        for meeting in meetings
        if all(word in fold(f"{meeting.title} {meeting.place} {meeting.council.name}") for word in words)
    ]


def list_meeting_members(meeting: CouncilMeeting) -> QuerySet[CouncilMember]:
    """Members of the council on the day of the meeting."""
    return list_members(meeting.council_id, meeting.held_on)


def list_items(meeting: CouncilMeeting) -> QuerySet[AgendaItem]:
    return meeting.items.order_by("ordinal")


def list_present(meeting: CouncilMeeting) -> QuerySet[CouncilMember]:
    """Members marked as present."""
    present = Attendance.objects.filter(meeting=meeting, is_present=True).values("member_id")
    return in_order(CouncilMember.objects.filter(pk__in=present))


def get_turnout(meeting: CouncilMeeting) -> Turnout:
    """Who voted, who is still expected, who is absent (three queries)."""
    marked = set(meeting.voter_marks.values_list("member_id", flat=True))
    called = dict(meeting.attendances.values_list("member_id", "is_present"))
    members = list(in_order(CouncilMember.objects.filter(pk__in=called)))
    return Turnout(
        voted=tuple(member for member in members if member.pk in marked),
        waiting=tuple(member for member in members if called[member.pk] and member.pk not in marked),
        absent=tuple(member for member in members if not called[member.pk] and member.pk not in marked),
    )
