"""How far a unit has answered a plan that was sent to it (M4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Answer(StrEnum):
    """Mức độ đáp ứng, in order."""

    SENT = "sent"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ISSUED = "issued"


ANSWER_TITLES = {
    Answer.SENT: "Đã gửi",
    Answer.RECEIVED: "Đã nhận",
    Answer.ACKNOWLEDGED: "Đã xác nhận",
    Answer.ISSUED: "Đã ban hành kế hoạch",
}
ANSWER_TONES = {Answer.SENT: "neutral", Answer.RECEIVED: "busy", Answer.ACKNOWLEDGED: "busy", Answer.ISSUED: "good"}


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """Gửi và nhận một kế hoạch: days in Viet Nam; None where it has not happened. `respond_by` None: nothing is expected."""

    received: bool
    acknowledged: bool
    issued_on: date | None
    respond_by: date | None


def check_answer(facts: AnswerFacts) -> Answer:
    """The furthest step the unit has taken."""
    if facts.issued_on is not None:
        return Answer.ISSUED
    if facts.acknowledged:
        return Answer.ACKNOWLEDGED
    return Answer.RECEIVED if facts.received else Answer.SENT


def days_late(facts: AnswerFacts, on: date) -> int:
    """Days by which the unit's own plan is or was late; 0 while there is time and where none is expected.

    The plan may be issued on the last day itself.
    """
    if facts.respond_by is None:
        return 0
    return max(0, ((facts.issued_on or on) - facts.respond_by).days)
