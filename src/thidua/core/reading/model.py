"""What the reader proposes. Every proposal carries the span of `Reading.text` it was read from."""

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of character offsets in `Reading.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the header or of the signature, as printed (dates in ISO form)."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """Thể thức phần đầu: what the head of the document says; None where it says nothing."""

    kind: Field | None = None
    number: Field | None = None
    symbol: Field | None = None
    issuer: Field | None = None
    parent_body: Field | None = None
    place: Field | None = None
    date: Field | None = None
    subject: Field | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Người ký: capacity (TM., KT. ...), position and name."""

    capacity: Field | None = None
    position: Field | None = None
    name: Field | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Văn bản viện dẫn. `number` as printed; `date` ISO, possibly partial."""

    kind: str
    number: str | None
    date: str | None
    issuer: str | None
    about: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Movement:
    """Phong trào, cuộc vận động or đợt thi đua that the text names."""

    name: str
    period: str | None
    launched_by: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """Chỉ tiêu. `unit` is "%", "count" or a word; `value` in that unit."""

    text: str
    subject: str
    comparator: str
    value: float
    unit: str
    numerator: int | None
    denominator: int | None
    group: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Level:
    """Mức độ to be reached or kept (universal education level 2), which is no number to be measured."""

    text: str
    subject: str
    level: int
    span: Span


@dataclass(frozen=True, slots=True)
class Assignment:
    """Nhiệm vụ giao cho một đơn vị."""

    unit: str
    task: str
    span: Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """Thời hạn: `date` (ISO or --MM-DD) or `month` (YYYY-MM or --MM)."""

    text: str
    date: str | None
    month: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Điểm cần xem lại: `text` literal from the document, `why` one Vietnamese sentence."""

    kind: str
    text: str
    why: str
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered or dashed item of the text with its place in the tree (level 1 is outermost)."""

    marker: str
    title: str
    level: int
    span: Span


class ActRecord(Protocol):
    """What the reader needs to know of an act to say that it is no longer in force."""

    @property
    def number(self) -> str: ...
    @property
    def in_force_from(self) -> date | None: ...
    @property
    def ends_before(self) -> date | None: ...
    @property
    def replaced_by(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything proposed for one document; `text` is what the person sees beside it."""

    text: str
    header: Header
    signer: Signer
    theme: tuple[Field, ...] = ()
    recipients: tuple[Field, ...] = ()
    citations: tuple[Citation, ...] = ()
    movements: tuple[Movement, ...] = ()
    targets: tuple[Target, ...] = ()
    levels: tuple[Level, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    findings: tuple[Finding, ...] = ()
    tree: tuple[Heading, ...] = ()
    footnotes: tuple[Field, ...] = ()
    looks_like_plan: bool = False
    reasons: tuple[str, ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """Give the JSON object of `thidua read_document`."""
        from thidua.core.reading.export import as_dict

        return as_dict(self)
