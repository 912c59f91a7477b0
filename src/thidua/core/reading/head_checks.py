"""What the head of a document lacks: number, day, issuing body."""

from collections.abc import Iterator

from thidua.core.reading.layout import Layout
from thidua.core.reading.model import Finding, Header, Span
from thidua.core.reading.prose import Prose


def check_head(layout: Layout, header: Header) -> Iterator[Finding]:
    """Blank number, incomplete date, and components of Decree 30/2020 (Annex I) that are not there at all."""
    number_line = _line_of(layout, header.symbol.span) if header.symbol else None
    date_line = _line_of(layout, header.date.span) if header.date else None
    if number_line and not header.number:
        yield _finding("blank_number", number_line, "Số văn bản còn để trống.")
    if date_line and header.date and len(header.date.value) < 10:
        missing = "ngày" if len(header.date.value) == 7 else "ngày, tháng"
        yield _finding("incomplete_date", date_line, f"Thời gian ban hành còn thiếu {missing}.")
    lost = _lost(layout, header)
    anchor = (number_line if header.number else None) or date_line or number_line or _title(layout, header)
    if lost and anchor:
        yield _finding("missing_header", anchor, f"Phần đầu văn bản không có {lost}.")


def _finding(kind: str, line: Prose, why: str) -> Finding:
    return Finding(kind, line.text, why, line.whole)


def _lost(layout: Layout, header: Header) -> str | None:
    """What the head lacks of issuing body, number and symbol, place and date (named in one phrase)."""
    end = max((line.end for block in layout.head for line in block), default=0)
    parts = []
    if header.issuer is None or header.issuer.span.start >= end or _is_in_subject(header):
        parts.append("tên cơ quan ban hành")
    if header.symbol is None:
        parts.append("số, ký hiệu")
    if header.date is None:
        parts.append("địa danh và thời gian ban hành")
    return ", ".join(parts) if parts else None


def _is_in_subject(header: Header) -> bool:
    issuer, subject = header.issuer, header.subject
    return bool(issuer and subject and subject.span.start <= issuer.span.start < subject.span.end)


def _line_of(layout: Layout, span: Span) -> Prose | None:
    for block in [*layout.head, *layout.tail]:
        lines = [line for line in block if line.start < span.end and line.end > span.start]
        if lines:
            return Prose(lines)
    return None


def _title(layout: Layout, header: Header) -> Prose | None:
    """Type and subject, to point at where nothing else of the head is there."""
    spans = [field.span for field in (header.kind, header.subject) if field]
    lines = [
        line
        for block in layout.head
        for line in block
        if any(line.start < span.end and line.end > span.start for span in spans)
    ]
    return Prose(lines) if lines else None
