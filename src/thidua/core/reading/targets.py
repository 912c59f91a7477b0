"""Targets (chỉ tiêu): subject, comparator, value; and levels to be reached or kept."""

import re
from collections.abc import Iterator

from thidua.core.reading.figures import Figure, find_figures
from thidua.core.reading.model import Level, Target
from thidua.core.reading.prose import Prose, trim
from thidua.core.reading.quotes import find_quotes, inside
from thidua.core.reading.sentences import clauses
from thidua.core.reading.tree import Paragraph

_NO_TARGETS = re.compile(
    r"tieu chuan (?:khen|xet|danh hieu|tang)|hinh thuc khen|so luong (?:de nghi|khen)|doi tuong khen|ho so|thu tuc|dac diem tinh hinh"
    r"|danh gia tinh hinh|ket qua (?:dat duoc|thuc hien nam|nam)|thuc trang|thang diem|cach (?:tinh|cham) diem|kinh phi|ton tai|han che"
    r"|tieu chuan khen|dinh muc|muc thuong|ty le (?:xet|khen|binh)|tong ket nam hoc \d{4}"
)
_TARGET_PLACE = re.compile(r"chi tieu|muc tieu|phan dau|phan dau|giao uoc|dang ky")
_STRIVING = re.compile(r"\b(?:phan dau|it nhat|toi thieu|chi tieu|dam bao co|phan dau co)\b")
_QUOTA = re.compile(
    r"\b(?:de nghi|xet (?:tang|chon|khen|de nghi)|binh (?:xet|chon)|giay khen|bang khen|ca nhan/|tap the/|duoc xet|ty le khen)\b"
)
_NO_SHARE = re.compile(
    r"^\s*(?:(?:tong )?so diem|diem|luong|kinh phi|muc|hoc phi|tong (?:kinh phi|diem)|don gia|gia tri)"
)
_PAST = re.compile(
    r"\b(?:da dat|ket qua dat duoc|nam (?:hoc )?truoc (?:dat|co)|dat duoc trong nam (?:hoc )?\d{4}|nam (?:hoc )?qua)\b"
)
_BEFORE = (
    (">=", re.compile(r"(?:khong duoi|khong thap hon|khong it hon|it nhat|toi thieu|thap nhat|tu|dat va vuot|bang hoac (?:cao|lon|vuot) hon)\s*(?:la|dat)?\s*$")),
    ("<=", re.compile(r"(?:khong qua|khong vuot(?: qua)?|khong cao hon|toi da|nhieu nhat|cao nhat)\s*(?:la)?\s*$")),
    ("<", re.compile(r"(?:duoi|thap hon|it hon|nho hon)\s*(?:muc)?\s*$")),
    (">", re.compile(r"(?:tren|hon|vuot|cao hon)\s*(?:muc)?\s*$")),
)  # fmt: skip
_AFTER = ((">=", re.compile(r"\s*(?:so [a-z]+ )?tro len")), ("<=", re.compile(r"\s*tro xuong")))
_LEAD = (
    r"(?:trong do|phan dau|co|dam bao|bao dam|duy tri|giu vung|dat|ty le|ti le|khoang|tren|tu|it nhat|toi thieu|duoi|khong qua|khong duoi|toi da|gan|hon"
    r"|tang them|tang|them|giam|hoan thanh(?: xuat sac| tot)?|van dong|huy dong|thuc hien|va|cung voi|moi nam|hang nam|hang nam co|den nam \d{4},?"
    r"|trong nam(?: hoc)?(?: \d{4}(?:\s*-\s*\d{4})?)?|nam (?:hoc )?\d{4}(?:\s*-\s*\d{4})?|so luong|muc|xay dung(?: duoc)?|to chuc|cho|ca nam|do|do do|rieng|nham|chi tieu|"
    r"moi (?:truong|don vi|to|lop|giao vien|can bo)|quan tam|la|:)"
)
_ALL_LEAD = re.compile(rf"^[\s,:;\-+–]*(?:{_LEAD}[\s,:]*)*$")
_TRAILING_LEAD = re.compile(rf"(?P<join>\s*,\s*|\s+(?=va\b|trong do\b)|\s*:\s*)(?:{_LEAD}[\s,:]*)*$")
_CONNECTED = re.compile(
    r"(?:dat|la|chiem|bang|=|:|con|xuong|len|duoc|ty le|ti le)\s*(?:ty le|ti le|muc|con)?\s*(?:khoang|tu|tren|duoi|it nhat|toi thieu|khong qua|khong duoi|toi da|hon|va vuot|thap hon|cao hon)?\s*$"
)
_STRIP_END = re.compile(
    r"(?:[\s,:(=-]|\b(?:dat|la|chiem|bang|con|xuong|khoang|tu|tren|duoi|it nhat|toi thieu|khong qua|khong duoi|toi da|hon|va vuot|ty le|ti le|muc|khong|den|dat ty le|thap hon|cao hon|phan dau)\b)+$"
)
_STRIP_START = re.compile(
    r"^(?:[\s,:;\-+–]|\b(?:trong do|phan dau|dam bao|bao dam|duy tri|giu vung|co|va|den nam \d{4},?|trong nam(?: hoc)? \S+|nang|dua|giam|tang|cu the|nhu sau)\b)+"
)
_STARTS = re.compile(
    r".*(?:\b(?:phan dau|bao dam|dam bao)\b|[:])\s*(?=\S+\s+\S+)|.*[\s,](?=(?:ty le|ti le)\b)", re.DOTALL
)
_LEVEL = re.compile(r"\b(?:muc do|muc|cap do)\s+(\d|[ivx]{1,3})\b")
_SUBJECT_OF_LEVEL = re.compile(r"(?:xoa mu chu|pho cap giao duc|chuan quoc gia|kiem dinh chat luong|pho cap)[^,;.]*$")


def read_targets(items: list[Paragraph]) -> tuple[Target, ...]:
    """Every target in the order of the text; quotas, criteria of awards, scales and past results are none."""
    found: list[Target] = []
    for item in items:
        where = f"{item.section} | {item.prose.folded[:100] if item.is_heading else ''}"
        if _NO_TARGETS.search(where) and not re.search(r"chi tieu|muc tieu", where):
            continue
        found += _in_item(item, bool(_TARGET_PLACE.search(where)))
    return tuple(found)


def _in_item(item: Paragraph, in_place: bool) -> Iterator[Target]:
    prose = item.prose
    if not any(c.isdigit() for c in prose.text):
        return
    quotes = find_quotes(prose.text)
    group = _group(item)
    for start, end in clauses(prose.text, item.title_at):
        folded = prose.folded[start:end]
        striving = in_place or _STRIVING.search(folded) is not None
        if _PAST.search(folded) or (_QUOTA.search(folded) and not in_place):
            continue
        figures = [f for f in find_figures(prose.folded, start, end, counts=striving) if not inside(quotes, f.start)]
        figures = [f for f in figures if f.unit != "%" or not _NO_SHARE.match(prose.folded[f.end : f.end + 30])]
        yield from _in_clause(prose, start, end, figures, group)


def _group(item: Paragraph) -> str | None:
    """Nearest heading above that announces targets, else the outermost one."""
    for parent in reversed(item.path):
        if _TARGET_PLACE.search(parent.prose.folded):
            return parent.title if len(parent.path) else parent.text.strip(" .:;")
    return item.path[0].text.strip(" .:;") if item.path else None


def _in_clause(prose: Prose, start: int, end: int, figures: list[Figure], group: str | None) -> Iterator[Target]:
    at = start
    for i, figure in enumerate(figures):
        limit = figures[i + 1].start if i + 1 < len(figures) else end
        if _leads(prose.folded, at, figure, limit, end):
            stop = _subject_end(prose.folded, figure.end, limit, last=i + 1 == len(figures))
            target = _forward(prose, at, figure, stop, group)
            at = stop
        else:
            target = _backward(prose, at, figure, group)
            at = _after(prose.folded, figure, limit)
        if target and len(target.subject.split()) >= 2:
            yield target


def _leads(folded: str, at: int, figure: Figure, limit: int, end: int) -> bool:
    """Whether the figure stands before its subject ("100% học sinh ...") and not after it ("... đạt 75%")."""
    left, right = folded[at : figure.start], folded[figure.end : limit].strip()
    follows = re.match(r"[a-z\"]", right) is not None and not re.match(
        r"(?:tro len|tro xuong|so voi|trong do|va |tong so$)", right
    )
    if left.rstrip().endswith(":"):
        return follows
    if _ALL_LEAD.match(left):
        return follows or figure.unit == "count"
    if not follows:
        return False
    tail = left[left.rfind(":") + 1 :] if ":" in left else left
    if _ALL_LEAD.match(tail):
        return True
    trailing = _TRAILING_LEAD.search(left)
    if trailing and not _CONNECTED.search(left[trailing.end("join") :]):
        return True
    return not _CONNECTED.search(left)


def _subject_end(folded: str, at: int, limit: int, *, last: bool) -> int:
    """Where the subject of a leading figure ends: clause end, bracket, or before the lead of the next figure."""
    between = folded[at:limit]
    bracket = re.search(r"\s\(", between)
    if last:
        stop = re.search(r",\s*trong do\b|,\s*(?:gop phan|nham|qua do|tu do|phan dau)\b", between)
        ends = [m.start() for m in (bracket, stop) if m]
        return at + min(ends, default=len(between))
    if bracket and ")" not in between[bracket.end() :]:
        return at + bracket.start()
    trailing = _TRAILING_LEAD.search(between)
    if trailing:
        return at + trailing.start()
    comma = max(between.rfind(","), between.rfind(" va "))
    return at + (comma if comma > 0 else len(between))


def _after(folded: str, figure: Figure, limit: int) -> int:
    match = re.match(r"\s*(?:tro len|tro xuong|so voi [^,;.]*|\([^)]*\))", folded[figure.end : limit])
    return figure.end + (match.end() if match else 0)


def _forward(prose: Prose, at: int, figure: Figure, stop: int, group: str | None) -> Target | None:
    left = prose.folded[at : figure.start]
    lead = re.search(
        r"(?:tang them |giam )?(?:(?:tu|it nhat|toi thieu|tren|duoi|khong qua|khong duoi|toi da|hon|gan)\s*)?$", left
    )
    begin = at + (lead.start() if lead else len(left))
    from_, to = trim(prose.text, figure.end, stop, " ,:")
    again = re.match(r"tro (?:len|xuong)\s*", prose.folded[from_:to])
    from_ += again.end() if again else 0
    return _target(prose, figure, (begin, to), (from_, to), group)


def _backward(prose: Prose, at: int, figure: Figure, group: str | None) -> Target | None:
    left = prose.folded[at : figure.start]
    cut = _STARTS.match(left)
    begin = at + (cut.end() if cut else 0)
    lead = _STRIP_START.match(prose.folded[begin : figure.start])
    begin += lead.end() if lead else 0
    tail = _STRIP_END.search(prose.folded[begin : figure.start])
    to = begin + (tail.start() if tail else figure.start - begin)
    end = _after(prose.folded, figure, len(prose.text))
    return _target(
        prose, figure, (begin, end if "tro " in prose.folded[figure.end : end] else figure.end), (begin, to), group
    )


def _target(
    prose: Prose, figure: Figure, whole: tuple[int, int], subject: tuple[int, int], group: str | None
) -> Target | None:
    name = prose.field(*trim(prose.text, *subject, " ,;:.")).value
    if figure.noun:
        name = f"{prose.field(*figure.noun).value} {name}".strip()
    if not name:
        return None
    start, end = trim(prose.text, *whole, " ,;:")
    return Target(
        prose.field(start, end).value, name, _comparator(prose.folded, figure), figure.value, figure.unit,
        figure.numerator, figure.denominator, group, prose.span(start, end),
    )  # fmt: skip


def _comparator(folded: str, figure: Figure) -> str:
    before = folded[max(0, figure.start - 30) : figure.start]
    for sign, pattern in _BEFORE:
        if pattern.search(before):
            return sign
    for sign, pattern in _AFTER:
        if pattern.match(folded[figure.end : figure.end + 24]):
            return sign
    return "="


def read_levels(items: list[Paragraph], targets: tuple[Target, ...]) -> tuple[Level, ...]:
    """Levels to reach or keep ("phổ cập giáo dục tiểu học mức độ 3") outside of targets."""
    found = []
    for item in items:
        for match in _LEVEL.finditer(item.prose.folded):
            span = item.prose.span(*match.span())
            if any(t.span.start <= span.start < t.span.end for t in targets):
                continue
            subject = _SUBJECT_OF_LEVEL.search(item.prose.folded, max(0, match.start() - 90), match.start())
            if not subject:
                continue
            value = (
                int(match[1])
                if match[1].isdigit()
                else ("i", "ii", "iii").index(match[1]) + 1
                if match[1] in ("i", "ii", "iii")
                else 0
            )
            name = item.prose.field(*subject.span())
            text = item.prose.field(subject.start(), match.end())
            found.append(Level(text.value, name.value, value, text.span))
    return tuple(found)
