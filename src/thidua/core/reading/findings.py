"""What a careful clerk would point out before the plan goes out. Each finding states only what the text shows."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from thidua.core.reading.layout import Layout
from thidua.core.reading.model import ActRecord, Citation, Finding, Header, Span, Target
from thidua.core.reading.normalise import fold
from thidua.core.reading.numbers import number_key, type_code
from thidua.core.reading.prose import Prose
from thidua.core.reading.titles import TYPE_CODES
from thidua.core.reading.tree import Paragraph

_TOLERANCE = 0.05  # percentage points between a printed share and the one its fraction gives
_CODES = {fold(code): name for name, code in TYPE_CODES.items()}
_CODE_KINDS = set(TYPE_CODES) | {"Công văn", "Thông tư", "Nghị định"}
_YEAR = re.compile(r"\bnam (?:hoc )?(20\d{2})\b(?!\s*-)")
_ASSIGNING = re.compile(
    r"giao (?:cac )?chi tieu|chi tieu ke hoach|ke hoach phat trien|du toan|nhiem vu (?:trong tam )?nam|phat dong phong trao thi dua nam"
)
_LOOKING_BACK = re.compile(r"tong ket|ket qua|so ket|danh gia|bao cao|khen thuong thanh tich")
_WORDS = re.compile(r"[^\W\d_]+", re.UNICODE)


def read_findings(
    layout: Layout, header: Header, items: list[Paragraph], mentions: list[Citation], citations: Sequence[Citation],
    targets: Sequence[Target], acts: Sequence[ActRecord], text: str,
) -> tuple[Finding, ...]:  # fmt: skip
    """All findings, in the order of the text."""
    found = [
        *_head(layout, header, text),
        *_ratios(targets),
        *_incomplete(citations, mentions),
        *_mismatched(mentions, text),
        *_conflicting(mentions),
        *_stale(citations, header),
        *_superseded(citations, header, acts),
        *_doubled(items),
        *_growth(targets),
    ]
    return tuple(sorted(found, key=lambda f: (f.span.start, f.kind)))


def _head(layout: Layout, header: Header, text: str) -> Iterator[Finding]:
    number_line = _line_of(layout, header.symbol.span) if header.symbol else None
    date_line = _line_of(layout, header.date.span) if header.date else None
    if number_line and not header.number:
        yield _finding("blank_number", number_line, "Số văn bản còn để trống.")
    if date_line and header.date and len(header.date.value) < 10:
        missing = "ngày" if len(header.date.value) == 7 else "ngày, tháng"
        yield _finding("incomplete_date", date_line, f"Ngày ban hành còn thiếu {missing}.")
    lost = _lost(layout, header)
    if lost:
        anchor = (number_line if header.number else None) or date_line or number_line or _title_line(layout, header)
        if anchor:
            yield _finding("missing_header", anchor, f"Phần đầu văn bản không có {lost}.")


def _finding(kind: str, line: Prose, why: str) -> Finding:
    return Finding(kind, line.text, why, line.whole)


def _lost(layout: Layout, header: Header) -> str | None:
    """What the head lacks of issuing body, number and symbol, place and date (named in one phrase)."""
    end = max((line.end for block in layout.head for line in block), default=0)
    parts = []
    if header.issuer is None or header.issuer.span.start >= end or _only_in_subject(header):
        parts.append("tên cơ quan ban hành")
    if header.symbol is None:
        parts.append("số, ký hiệu")
    if header.date is None:
        parts.append("địa danh và ngày ban hành")
    return ", ".join(parts) if parts else None


def _only_in_subject(header: Header) -> bool:
    issuer, subject = header.issuer, header.subject
    return bool(issuer and subject and subject.span.start <= issuer.span.start < subject.span.end)


def _line_of(layout: Layout, span: Span) -> Prose | None:
    for block in [*layout.head, *layout.tail]:
        lines = [line for line in block if line.start < span.end and line.end > span.start]
        if lines:
            return Prose(lines)
    return None


def _title_line(layout: Layout, header: Header) -> Prose | None:
    field = header.subject or header.kind
    if not field:
        return None
    lines = [
        line for block in layout.head for line in block if line.start < field.span.end and line.end > field.span.start
    ]
    first = [line for block in layout.head for line in block if header.kind and line.start == header.kind.span.start]
    return (
        Prose(sorted({line.start: line for line in [*first, *lines]}.values(), key=lambda line: line.start))
        if lines
        else None
    )


def _ratios(targets: Sequence[Target]) -> Iterator[Finding]:
    """B III.1.a: a fraction that does not give the percentage printed beside it."""
    for target in targets:
        if target.unit != "%" or not target.denominator or target.numerator is None:
            continue
        share = 100 * target.numerator / target.denominator
        if abs(share - target.value) > _TOLERANCE:
            match = re.search(r"\d+\s*/\s*\d+.*%|\d[\d.,]*\s*%.*\d+\s*/\s*\d+", target.text)
            literal = match.group() if match else target.text
            given = f"{target.numerator}/{target.denominator}"
            why = f"{given} bằng {_comma(round(share, 2))}%, không phải {_comma(target.value)}%."
            yield Finding("ratio_mismatch", literal, why, target.span)


def _comma(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _incomplete(citations: Sequence[Citation], mentions: list[Citation]) -> Iterator[Finding]:
    for citation in citations:
        if citation.number and not citation.date:
            missing = "ngày ban hành" if citation.issuer else "ngày và cơ quan ban hành"
            issuer = f" của {citation.issuer}" if citation.issuer else ""
            yield Finding(
                "incomplete_citation",
                f"{citation.kind} số {citation.number}{issuer}",
                f"Viện dẫn thiếu {missing}.",
                citation.span,
            )


def _mismatched(mentions: list[Citation], text: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for citation in mentions:
        code = type_code(citation.number or "")
        printed = _CODES.get(code)
        kind = "Chương trình" if citation.kind.startswith("Chương trình") else citation.kind
        if not printed or kind not in _CODE_KINDS or kind == printed or citation.number in seen:
            continue
        seen.add(citation.number or "")
        literal = " ".join(text[citation.span.start : citation.span.end].split())
        why = f"Gọi là {citation.kind} nhưng ký hiệu {citation.number} là của {printed.lower()}."
        yield Finding("kind_symbol_mismatch", literal, why, citation.span)


def _conflicting(mentions: list[Citation]) -> Iterator[Finding]:
    first: dict[str, Citation] = {}
    for mention in mentions:
        if not mention.number or not mention.date or len(mention.date) < 10:
            continue
        known = first.setdefault(number_key(mention.number), mention)
        if known.date != mention.date:
            why = f"Cùng {mention.kind} số {mention.number} nhưng ghi hai ngày khác nhau: {_day(known.date)} và {_day(mention.date)}."
            yield Finding("conflicting_dates", f"{mention.kind} số {mention.number}", why, mention.span)


def _day(iso: str | None) -> str:
    return date.fromisoformat(iso).strftime("%d/%m/%Y") if iso else ""


def _stale(citations: Sequence[Citation], header: Header) -> Iterator[Finding]:
    """A cited act that sets the targets of an earlier year."""
    year = _plan_year(header)
    for citation in citations:
        about = fold(citation.about or "")
        match = _YEAR.search(about)
        if (
            not year
            or not match
            or int(match[1]) >= year
            or not _ASSIGNING.search(about)
            or _LOOKING_BACK.search(about)
        ):
            continue
        name = f"{citation.kind} số {citation.number}" if citation.number else citation.kind
        literal = f"{name} ngày {_day(citation.date)}" if citation.date and len(citation.date) == 10 else name
        yield Finding(
            "stale_reference",
            literal,
            f"Văn bản này dành cho năm {match[1]}, kế hoạch là của năm {year}.",
            citation.span,
        )


def _plan_year(header: Header) -> int | None:
    if header.subject:
        years = re.findall(r"nam (?:hoc )?(20\d{2})", fold(header.subject.value))
        if years:
            return int(years[0])
    return int(header.date.value[:4]) if header.date else None


def _superseded(citations: Sequence[Citation], header: Header, acts: Sequence[ActRecord]) -> Iterator[Finding]:
    known = {number_key(act.number): act for act in acts if act.number}
    day = _issued_not_before(header, citations)
    for citation in citations:
        act = known.get(number_key(citation.number or ""))
        if not act or not day or not act.ends_before or act.ends_before > day:
            continue
        by = f", được thay bằng {act.replaced_by}" if act.replaced_by else ""
        why = f"Văn bản đã hết hiệu lực từ ngày {act.ends_before.strftime('%d/%m/%Y')}{by}."
        yield Finding("superseded", f"{citation.kind} số {citation.number}", why, citation.span)


def _issued_not_before(header: Header, citations: Sequence[Citation]) -> date | None:
    """A day the document is certainly not older than: its own date, else the latest date it cites."""
    if header.date:
        return date.fromisoformat((header.date.value + "-01-01")[:10])
    days = [date.fromisoformat(c.date) for c in citations if c.date and len(c.date) == 10]
    return max(days, default=None)


# --- doubled words ---------------------------------------------------------------------------------------------------

# Words that are both the end of one compound and the start of another, or are doubled on purpose.
_MAY_DOUBLE = set(
    ["nhan", "sinh", "vien", "dan", "hoc", "chuc", "thoi", "chinh", "the", "hanh", "cong", "truong", "luon", "thuong", "ngay", "nguoi", "nha", "doi", "nganh", "xanh", "dan", "lan", "tung", "cham", "dan", "thi", "gia", "hoa", "nam", "quan", "tam", "dong", "hop", "tin", "luc", "dau", "cao", "toan", "nang", "phong", "trao", "vi", "co", "dao", "ba", "nay", "ai", "gi", "dau", "ay", "rieng", "chung", "lop", "thay", "tri", "binh", "an", "hai", "mot", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "tram", "doan", "thanh", "phu", "to", "ban", "bo", "so", "do", "dung", "tu", "tai", "y", "nghiem", "kinh", "te", "ky", "luat", "dang", "su", "viec"]
)  # fmt: skip
_NOUN_AND_VERB = {
    "to chuc", "hoat dong", "lao dong", "thi dua", "lanh dao", "quy dinh", "bao cao", "de nghi", "ke hoach", "hoc tap", "giao duc",
    "quan ly", "dao tao", "huong dan", "chi dao", "cong tac", "yeu cau", "dai dien", "khen thuong", "phu trach", "tham muu", "nghien cuu",
    "kiem tra", "giam sat", "bieu duong", "phat trien", "doi moi", "tu nguyen", "chuyen mon", "doi doi", "dong chi", "tuyen truyen",
}  # fmt: skip


def _doubled(items: list[Paragraph]) -> Iterator[Finding]:
    """A word or a pair of words printed twice in a row, where Vietnamese does not double it on purpose."""
    for item in items:
        words = [(m.start(), m.end(), m.group()) for m in _WORDS.finditer(item.text)]
        for i in range(len(words) - 1):
            if i + 3 < len(words) and _same(item.text, words[i : i + 2], words[i + 2 : i + 4], _NOUN_AND_VERB):
                yield _double(item, words, i, 2)
            elif _same(item.text, words[i : i + 1], words[i + 1 : i + 2], _MAY_DOUBLE):
                yield _double(item, words, i, 1)


_Word = tuple[int, int, str]


def _same(text: str, first: list[_Word], second: list[_Word], allowed: set[str]) -> bool:
    one, two = " ".join(w[2] for w in first), " ".join(w[2] for w in second)
    if one.lower() != two.lower() or (one[0].islower() and two[0].isupper()) or (one.isupper() and len(one) < 3):
        return False
    if fold(one) in allowed or (len(first) == 2 and fold(first[0][2]) == fold(first[1][2])):
        return False
    return (
        not text[first[0][0] : second[-1][1]]
        .replace(" ", "")
        .replace(one.replace(" ", ""), "")
        .replace(two.replace(" ", ""), "")
    )


def _double(item: Paragraph, words: list[_Word], at: int, size: int) -> Finding:
    start, end = words[at][0], words[at + 2 * size - 1][1]
    first, last = words[max(0, at - 2)][0], words[min(len(words) - 1, at + 2 * size)][1]
    word = item.text[start : words[at + size - 1][1]]
    return Finding(
        "duplicated_word", item.text[first:last], f"“{word}” được viết hai lần liền nhau.", item.prose.span(start, end)
    )


def _growth(targets: Sequence[Target]) -> Iterator[Finding]:
    for target in targets:
        if target.unit == "%" and re.match(r"(?:tang|giam)\b", fold(target.text)) and "so voi" not in fold(target.text):
            yield Finding(
                "increase_target", target.text, "Chỉ tiêu tăng, giảm nhưng chưa nêu năm gốc để so sánh.", target.span
            )
