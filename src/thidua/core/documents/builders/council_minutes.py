"""Biên bản họp hội đồng thi đua, khen thưởng: what was said and voted in a council's meeting."""

from dataclasses import dataclass
from datetime import datetime

from thidua.core.documents.builders.attendance import Attendee, attendance
from thidua.core.documents.builders.letterhead import Letterhead
from thidua.core.documents.model import Align, Column, Document, Node, Paragraph, Point, Signer, Table
from thidua.core.vietnamese.dates import official_date, official_time
from thidua.core.vietnamese.numbers import format_number


@dataclass(frozen=True)
class VoteLine:
    """Kết quả bỏ phiếu: votes for one candidate. `base` is the number the percentage is taken of (all members or
    those present, as the law of the honour says)."""

    name: str
    detail: str
    honour: str
    agree: int
    disagree: int
    invalid: int
    base: int
    passed: bool

    @property
    def percent(self) -> str:
        """The share of agreement as printed: "93,33%"."""
        return f"{format_number(round(100 * self.agree / self.base, 2))}%"


@dataclass(frozen=True)
class CouncilMinutesText:
    """Nội dung biên bản: a meeting from opening to closing; the times are local."""

    letterhead: Letterhead
    council: str
    subject: str
    opened_at: datetime
    closed_at: datetime
    venue: str
    present: tuple[Attendee, ...]
    chair: Signer
    secretary: Signer
    absent: tuple[Attendee, ...] = ()
    invited: tuple[Attendee, ...] = ()
    discussion: tuple[str, ...] = ()
    votes: tuple[VoteLine, ...] = ()
    threshold: str = ""
    conclusions: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ("Các thành viên Hội đồng", "Lưu: VT, hồ sơ")


def build_council_minutes(text: CouncilMinutesText) -> Document:
    """Write the minutes of a council's meeting (form 1.9 of Decree 30/2020: no place and date in the header)."""
    head = text.letterhead
    parts = (
        ("Thành phần", attendance(text.present, text.absent, text.invited)),
        ("Nội dung", tuple(Point("1", text=each) for each in text.discussion)),
        ("Kết quả bỏ phiếu", _votes(text)),
        ("Kết luận", tuple(Point("1", text=each) for each in text.conclusions)),
    )
    return Document(
        kind="BB",
        parent_body=head.parent_body,
        issuer=head.issuer,
        number=head.number,
        symbol=head.symbol("BB"),
        place=head.place,
        date=head.date,
        subject=text.subject,
        body=(
            *_opening(text),
            *(Point("I", title, children=nodes) for title, nodes in parts if nodes),
            Paragraph(_closing(text)),
        ),
        recipients=text.recipients,
        signer=text.chair,
        co_signers=(text.secretary,),
    )


def vote_table(votes: tuple[VoteLine, ...]) -> Table:
    """Make the table of a vote: each candidate with votes for, against, invalid, the share and the outcome."""
    middle: Align = "center"
    columns = (
        Column("STT", 1.1, middle),
        Column("Họ và tên, tên tập thể", 3),
        Column("Chức vụ, đơn vị", 3.4),
        Column("Danh hiệu, hình thức", 2.6),
        Column("Đồng ý", 1.3, middle),
        Column("Không đồng ý", 1.5, middle),
        Column("Không hợp lệ", 1.5, middle),
        Column("Tỷ lệ", 1.6, middle),
        Column("Kết quả", 1.5, middle),
    )
    rows = []
    for number, vote in enumerate(votes, 1):
        counted = (str(vote.agree), str(vote.disagree), str(vote.invalid), vote.percent)
        rows.append((str(number), vote.name, vote.detail, vote.honour, *counted, "Đạt" if vote.passed else "Không đạt"))
    return Table(columns, tuple(rows))


def _opening(text: CouncilMinutesText) -> tuple[Node, ...]:
    start = f"Hồi {official_time(text.opened_at.time())}, {official_date(text.opened_at.date())}, tại {text.venue}"
    return (Paragraph(f"{start}, {text.council} họp với nội dung sau:"),)


def _votes(text: CouncilMinutesText) -> tuple[Node, ...]:
    if not text.votes:
        return ()
    passed = sum(vote.passed for vote in text.votes)
    lead = "Hội đồng bỏ phiếu kín đối với từng trường hợp."
    if text.threshold:
        lead += f" Tỷ lệ phiếu đồng ý cần đạt: {text.threshold}."
    result = f"Có {passed:02d}/{len(text.votes):02d} trường hợp đạt tỷ lệ phiếu theo quy định."
    return (Paragraph(lead), vote_table(text.votes), Paragraph(result))


def _closing(text: CouncilMinutesText) -> str:
    end = f"{official_time(text.closed_at.time())}, {official_date(text.closed_at.date())}"
    return f"Biên bản đã được thông qua tại cuộc họp. Cuộc họp kết thúc vào hồi {end}."
