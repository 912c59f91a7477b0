"""What waits for a member of a council."""

from django.db.models import Exists, OuterRef, QuerySet

from thidua.core.workflow.meeting import VOTING
from thidua.councils.models import Attendance, CouncilMeeting, VoterMark


def list_votes_waiting(person_id: int) -> QuerySet[CouncilMeeting]:
    """Meetings that vote now, at which the person is present and has handed in no paper."""
    present = Attendance.objects.filter(meeting=OuterRef("pk"), member__person_id=person_id, is_present=True)
    voted = VoterMark.objects.filter(meeting=OuterRef("pk"), member__person_id=person_id)
    waiting = CouncilMeeting.objects.filter(Exists(present), ~Exists(voted), state=VOTING)
    return waiting.select_related("council").order_by("held_on", "pk")
