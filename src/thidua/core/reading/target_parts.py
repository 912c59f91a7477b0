"""Which words around a figure are its subject, and how the figure compares."""

import re

from thidua.core.reading.figures import COUNTED, Figure
from thidua.core.reading.patterns import any_of
from thidua.core.reading.prose import Prose, trim

_LIMITS = "tu | it nhat | toi thieu | tren | duoi | khong qua | khong duoi | toi da | hon | gan | khoang"
_YEAR = r"\d{4}(?:\s*-\s*\d{4})?"
_LEAD = any_of(
    "trong do | phan dau | co | dam bao | bao dam | duy tri | giu vung | dat | ty le | ti le | so luong | muc",
    _LIMITS,
    "tang them | tang | them | giam | hoan thanh(?: xuat sac| tot)? | van dong | huy dong | thuc hien | va | cung voi",
    f"moi nam | hang nam | hang nam co | ca nam | den nam {_YEAR},? | trong nam(?: hoc)?(?: {_YEAR})? | nam (?:hoc )?{_YEAR}",
    "moi (?:truong|don vi|to|lop|giao vien|can bo) | xay dung(?: duoc)? | to chuc | cho | do | do do | rieng | nham",
    "chi tieu | la",
)
_ALL_LEAD = re.compile(rf"^[\s,:;\-+–]*(?:{_LEAD}\b[\s,:]*)*$")
_TRAILING_LEAD = re.compile(rf"(?P<join>\s*,\s*|\s+(?=va\b|trong do\b)|\s*:\s*)(?:{_LEAD}\b[\s,:]*)*$")
_LINK = any_of("dat | la | chiem | bang | = | : | con | xuong | len | duoc | ty le | ti le")
_MORE = any_of(_LIMITS, "va vuot | thap hon | cao hon")
_CONNECTED = re.compile(rf"(?<!chua ){_LINK}\s*(?:ty le|ti le|muc|con)?\s*{_MORE}?\s*$")
_TAIL_WORD = any_of(
    "(?<!chua )(?<!khong )dat | dat ty le | la | chiem | bang | con | xuong | ty le | ti le | muc | khong | den | phan dau",
    _LIMITS,
    "va vuot | thap hon | cao hon",
)
_STRIP_END = re.compile(rf"(?:[\s,:(=-]|\b{_TAIL_WORD}\b)+$")
_STRIP_START = re.compile(
    r"^(?:[\s,:;\-+–]|\b"
    + any_of(
        "trong do | phan dau | dam bao | bao dam | duy tri | giu vung | co | va | nang | dua | giam | tang | cu the | nhu sau",
        f"den nam {_YEAR},? | trong nam(?: hoc)? \\S+",
    )
    + r"\b)+"
)
_STARTS = re.compile(
    r".*(?:\b(?:phan dau|bao dam|dam bao)\b|[:])\s*(?=\S+\s+\S+)|.*[\s,](?=(?:ty le|ti le)\b)", re.DOTALL
)
_UP = re.compile(r"\s*(?:so [a-z]+ )?tro (?:len|xuong)\s*")
_NO_SUBJECT = re.compile(r"(?:so voi|trong do|va |tong so$)")
_BARE = re.compile(rf"{COUNTED}(?:\s+hoc sinh)?\s*(?:\([^)]*\)?)?$")
_BEFORE = (
    (
        ">=",
        any_of(
            "khong duoi | khong thap hon | khong it hon | it nhat | toi thieu | thap nhat | tu | dat va vuot",
            "bang hoac (?:cao|lon|vuot) hon",
        ),
    ),
    ("<=", any_of("khong qua | khong vuot(?: qua)? | khong cao hon | toi da | nhieu nhat | cao nhat")),
    ("<", any_of("duoi | thap hon | it hon | nho hon")),
    (">", any_of("tren | hon | vuot | cao hon")),
)
_SIGNS = tuple((sign, re.compile(rf"\b{words}\s*(?:la|dat|muc)?\s*$")) for sign, words in _BEFORE)


def leads(folded: str, at: int, figure: Figure, limit: int) -> bool:
    """Whether the figure stands before its subject ("100% học sinh ...") and not after it ("... đạt 75%")."""
    left = folded[at : figure.start]
    up = _UP.match(folded, figure.end, limit)
    right = folded[up.end() if up else figure.end : limit].strip()
    follows = re.match(r"[a-z\"]", right) is not None and not _NO_SUBJECT.match(right)
    if not follows:
        return figure.unit == "count" and figure.denominator is None and _ALL_LEAD.match(left) is not None
    label, _, tail = left.rpartition(":")
    if figure.unit == "count" and label.strip() and _ALL_LEAD.match(tail) and _BARE.match(right):
        return False
    if _ALL_LEAD.match(tail):
        return True
    trailing = _TRAILING_LEAD.search(left)
    if trailing and not _CONNECTED.search(left[trailing.end("join") :]):
        return True
    return figure.unit == "%" and not _CONNECTED.search(left)


def follows_subject(folded: str, at: int, figure: Figure) -> bool:
    """Whether a figure that does not lead is tied to the words before it; a stray count is not."""
    return figure.unit == "%" or _CONNECTED.search(folded[at : figure.start]) is not None


def subject_end(folded: str, at: int, limit: int, *, last: bool) -> int:
    """Where the subject of a leading figure ends: clause end, bracket, or before the lead of the next figure."""
    between = folded[at:limit]
    bracket = re.search(r"\s\(", between)
    if last:
        stop = re.search(r",\s*trong do\b|,\s*(?:gop phan|nham|qua do|tu do|phan dau)\b", between)
        return at + min((m.start() for m in (bracket, stop) if m), default=len(between))
    if bracket and ")" not in between[bracket.end() :]:
        return at + bracket.start()
    trailing = _TRAILING_LEAD.search(between)
    if trailing:
        return at + trailing.start()
    comma = max(between.rfind(","), between.rfind(" va "))
    return at + (comma if comma > 0 else len(between))


def after(folded: str, figure: Figure, limit: int) -> int:
    """End of what belongs to a figure behind its subject ("trở lên", "so với năm trước", a bracket)."""
    match = re.match(r"\s*(?:tro len|tro xuong|so voi [^,;.]*|\([^)]*\))", folded[figure.end : limit])
    return figure.end + (match.end() if match else 0)


_COUNT_UP = re.compile(r"(\S+(?: \S+){0,3}) tro (?:len|xuong)")  # "02 sáng kiến trở lên"
_LEAD_SIGN = re.compile(rf"(?:tang them |giam )?(?:{any_of(_LIMITS)}\s*)?$")


def forward(prose: Prose, at: int, figure: Figure, stop: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """(whole, subject) ranges of a target whose figure stands first."""
    left = prose.folded[at : figure.start]
    lead = _LEAD_SIGN.search(left)
    begin = at + (lead.start() if lead else len(left))
    up = _UP.match(prose.folded, figure.end, stop)
    start, end = trim(prose.text, up.end() if up else figure.end, stop, " ,:")
    closing = _COUNT_UP.fullmatch(prose.folded, start, end) if figure.unit == "count" else None
    return (begin, end), (start, closing.end(1) if closing else end)


def backward(prose: Prose, at: int, figure: Figure) -> tuple[tuple[int, int], tuple[int, int]]:
    """(whole, subject) ranges of a target whose figure closes it."""
    cut = _STARTS.match(prose.folded[at : figure.start])
    begin = at + (cut.end() if cut else 0)
    lead = _STRIP_START.match(prose.folded[begin : figure.start])
    begin += lead.end() if lead else 0
    tail = _STRIP_END.search(prose.folded[begin : figure.start])
    end = begin + tail.start() if tail else figure.start
    up = _UP.match(prose.folded, figure.end)
    return (begin, up.end() if up else figure.end), (begin, end)


def comparator(folded: str, figure: Figure) -> str:
    """The sign the words before or after the figure give; "=" where they give none."""
    before = folded[max(0, figure.start - 30) : figure.start]
    for sign, pattern in _SIGNS:
        if pattern.search(before):
            return sign
    up = _UP.match(folded, figure.end)
    if not up and figure.unit == "count":
        up = re.compile(r"\s*(?:\S+ ){1,4}tro (?:len|xuong)\b").match(folded, figure.end)
    return "=" if not up else (">=" if "len" in up.group() else "<=")
