"""Biên bản kiểm phiếu: how the ballots of a council were counted."""

from dataclasses import dataclass
from datetime import datetime

from thidua.core.documents.builders.attendance import Attendee
from thidua.core.documents.builders.council_minutes import VoteLine, vote_table
from thidua.core.documents.builders.letterhead import Letterhead
from thidua.core.documents.model import Document, Node, Paragraph, Point, Signer
from thidua.core.vietnamese.dates import official_date, official_time


@dataclass(frozen=True)
class CountMinutesText:
    """Nội dung biên bản kiểm phiếu: the counting committee, the ballots and the outcome.

    members: all members of the council; issued, collected, valid: numbers of ballots.
    """

    letterhead: Letterhead
    council: str
    subject: str
    counted_at: datetime
    venue: str
    committee: tuple[Attendee, ...]
    head_of_count: Signer
    counters: tuple[Signer, ...]
    members: int
    present: int
    issued: int
    collected: int
    valid: int
    votes: tuple[VoteLine, ...]
    threshold: str
    recipients: tuple[str, ...] = ("Chủ tịch Hội đồng", "Lưu: VT, hồ sơ")


def build_count_minutes(text: CountMinutesText) -> Document:
    """Write the minutes of a count. Raises ValueError when more ballots came back than were issued."""
    if not text.valid <= text.collected <= text.issued:
        raise ValueError(
            "Số phiếu thu về không thể nhiều hơn số phiếu phát ra, số phiếu hợp lệ không thể hơn số thu về"
        )
    head = text.letterhead
    return Document(
        kind="BB",
        parent_body=head.parent_body,
        issuer=head.issuer,
        number=head.number,
        symbol=head.symbol("BB"),
        place=head.place,
        date=head.date,
        subject=text.subject,
        body=(_opening(text), *_committee(text), *_ballots(text), *_outcome(text), _closing()),
        recipients=text.recipients,
        signer=text.head_of_count,
        co_signers=text.counters,
    )


def _opening(text: CountMinutesText) -> Node:
    start = f"Hồi {official_time(text.counted_at.time())}, {official_date(text.counted_at.date())}, tại {text.venue}"
    return Paragraph(f"{start}, Ban kiểm phiếu của {text.council} tiến hành kiểm phiếu, kết quả như sau:")


def _committee(text: CountMinutesText) -> tuple[Node, ...]:
    return (Point("I", "Ban kiểm phiếu", children=tuple(Point("1", text=each.line) for each in text.committee)),)


def _ballots(text: CountMinutesText) -> tuple[Node, ...]:
    lines = (
        f"Tổng số thành viên Hội đồng: {text.members:02d}; số thành viên tham gia bỏ phiếu: {text.present:02d}.",
        f"Số phiếu phát ra: {text.issued:02d}; số phiếu thu về: {text.collected:02d}.",
        f"Số phiếu hợp lệ: {text.valid:02d}; số phiếu không hợp lệ: {text.collected - text.valid:02d}.",
    )
    return (Point("I", "Số phiếu", children=tuple(Point("1", text=line) for line in lines)),)


def _outcome(text: CountMinutesText) -> tuple[Node, ...]:
    passed = sum(vote.passed for vote in text.votes)
    result = f"Có {passed:02d}/{len(text.votes):02d} trường hợp đạt tỷ lệ phiếu đồng ý {text.threshold}."
    return (Point("I", "Kết quả", children=(vote_table(text.votes), Paragraph(result))),)


def _closing() -> Node:
    return Paragraph(
        "Biên bản được lập thành 02 bản, đã đọc cho các thành viên Ban kiểm phiếu cùng nghe và thống nhất ký."
    )
