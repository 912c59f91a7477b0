"""Hội đồng, phiên họp, phiếu kín."""

from thidua.councils.models.ballots import BallotBox, InterestDeclaration, VoterMark
from thidua.councils.models.councils import Council, CouncilMember
from thidua.councils.models.meetings import AgendaItem, Attendance, CouncilMeeting

__all__ = [
    "AgendaItem", "Attendance", "BallotBox", "Council", "CouncilMeeting", "CouncilMember", "InterestDeclaration",
    "VoterMark",
]  # fmt: skip
