"""What is wrong with the documents a plan cites."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from thidua.core.reading.model import ActRecord, Citation, Finding, Header
from thidua.core.reading.normalise import fold
from thidua.core.reading.numbers import number_key, type_code
from thidua.core.reading.titles import TYPE_CODES

_TYPE_OF_CODE = {fold(code): name for name, code in TYPE_CODES.items()}
_CODED = {*TYPE_CODES, "Công văn", "Thông tư", "Nghị định"}
_YEAR = re.compile(r"\bnam (?:hoc )?(20\d{2})\b(?!\s*-)")
_OF_ONE_YEAR = re.compile(
    r"giao (?:cac )?chi tieu|chi tieu ke hoach|ke hoach phat trien|du toan|nhiem vu (?:trong tam )?nam|phat dong phong trao thi dua nam"
)
_LOOKING_BACK = re.compile(r"tong ket|ket qua|so ket|danh gia|bao cao|thanh tich")


def incomplete(citations: Sequence[Citation], text: str) -> Iterator[Finding]:
    """A numbered document without its date."""
    for citation in citations:
        if citation.number and not citation.date:
            missing = "ngày ban hành" if citation.issuer else "ngày ban hành và cơ quan ban hành"
            yield Finding("incomplete_citation", _printed(citation, text), f"Viện dẫn thiếu {missing}.", citation.span)


def mismatched(mentions: Sequence[Citation], text: str) -> Iterator[Finding]:
    """A document called by one type whose symbol bears the code of another ("Công văn số 12/KH-...")."""
    seen: set[str] = set()
    for citation in mentions:
        printed = _TYPE_OF_CODE.get(type_code(citation.number or ""))
        kind = "Chương trình" if citation.kind.startswith("Chương trình") else citation.kind
        if not printed or kind not in _CODED or kind == printed or citation.number in seen:
            continue
        seen.add(citation.number or "")
        why = f"Gọi là {citation.kind} nhưng ký hiệu {citation.number} là của {printed.lower()}."
        yield Finding("kind_symbol_mismatch", _printed(citation, text), why, citation.span)


def conflicting(mentions: Sequence[Citation], text: str) -> Iterator[Finding]:
    """The same number cited with two dates."""
    first: dict[str, Citation] = {}
    for mention in mentions:
        if mention.number and mention.date and len(mention.date) == 10:
            known = first.setdefault(number_key(mention.number), mention)
            if known.date != mention.date:
                why = f"{_name(mention)} được ghi hai ngày khác nhau: {_day(known.date)} và {_day(mention.date)}."
                yield Finding("conflicting_dates", _printed(mention, text), why, mention.span)


def stale(citations: Sequence[Citation], header: Header, text: str) -> Iterator[Finding]:
    """A cited act that sets the targets or the tasks of an earlier year."""
    year = _plan_year(header)
    for citation in citations:
        about = fold(citation.about or "")
        match = _YEAR.search(about)
        if not year or not match or int(match[1]) >= year:
            continue
        if _OF_ONE_YEAR.search(about) and not _LOOKING_BACK.search(about):
            why = f"Văn bản này dành cho năm {match[1]}, còn kế hoạch là của năm {year}."
            yield Finding("stale_reference", _printed(citation, text), why, citation.span)


def superseded(
    citations: Sequence[Citation], header: Header, acts: Sequence[ActRecord], text: str
) -> Iterator[Finding]:
    """An act that was no longer in force when the document was issued, by the register of acts."""
    known = {number_key(act.number): act for act in acts if act.number}
    day = _issued_not_before(header, citations)
    for citation in citations:
        act = known.get(number_key(citation.number or ""))
        if act and day and act.ends_before and act.ends_before <= day:
            by = f", được thay bằng {act.replaced_by}" if act.replaced_by else ""
            why = f"Văn bản đã hết hiệu lực từ ngày {act.ends_before.strftime('%d/%m/%Y')}{by}."
            yield Finding("superseded", _printed(citation, text), why, citation.span)


def _printed(citation: Citation, text: str) -> str:
    """The place of the text where the document is named, wrapped lines joined."""
    return " ".join(text[citation.span.start : citation.span.end].split())


def _name(citation: Citation) -> str:
    return f"{citation.kind} số {citation.number}" if citation.number else citation.kind


def _day(iso: str | None) -> str:
    return date.fromisoformat(iso).strftime("%d/%m/%Y") if iso else ""


def _plan_year(header: Header) -> int | None:
    """First year the subject names, else the year of issue."""
    if header.subject:
        years = re.findall(r"nam (?:hoc )?(20\d{2})", fold(header.subject.value))
        if years:
            return int(years[0])
    return int(header.date.value[:4]) if header.date else None


def _issued_not_before(header: Header, citations: Sequence[Citation]) -> date | None:
    """A day the document is certainly not older than: its own date, else the latest date it cites."""
    if header.date:
        return date.fromisoformat(header.date.value + "-01-01"[len(header.date.value) - 4 :])
    days = [date.fromisoformat(c.date) for c in citations if c.date and len(c.date) == 10]
    return max(days, default=None)
