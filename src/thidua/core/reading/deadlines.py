"""Deadlines: days, months and ends of phases by which something is due."""

import re
from collections.abc import Iterator

from thidua.core.reading.dates import FULL_DATE, iso
from thidua.core.reading.model import Deadline, Header
from thidua.core.reading.normalise import fold
from thidua.core.reading.prose import Prose
from thidua.core.reading.sentences import clauses
from thidua.core.reading.tree import Paragraph

_DATE = rf"(?:{FULL_DATE.pattern})"
_DAY = r"(?P<sd>\d{1,2})\s?[/.-]\s?(?P<sm>\d{1,2})(?![\d/.%-]|\s*/)|(?P<ld>\d{1,2})\s+thang\s+(?P<lm>\d{1,2})(?!\s*(?:nam|/)?\s*\d)"
_MONTH = r"thang\s*(?P<mm>\d{1,2})(?:\s*(?:/|-|\.|nam|,\s*nam)\s*(?P<my>(?:19|20)\d{2}))?(?!\d|\s*/\s*\d|\s*tuoi)"
_WHEN = rf"(?:(?:het\s+)?(?:ngay\s*)?(?:{_DATE}|{_DAY})|(?:het\s+|cuoi\s+|dau\s+|giua\s+)?{_MONTH})"
_CUE = (
    r"(?:cham nhat(?: la| vao| den| trong| truoc)?|muon nhat(?: la)?|truoc|han (?:cuoi|chot|nop)(?: la)?\s*:?|thoi han\s*:?|hoan thanh (?:vao|trong|truoc)|den het"
    r"|het|vao(?: dau| cuoi| giua)?|trong|xong truoc|den|thoi gian\s*:|dinh ky)"
)
_DUE = re.compile(rf"\b(?P<cue>{_CUE})\s*(?:\d{{1,2}}\s*(?:h|gio)\s*\d{{0,2}}\s*,?\s*)?(?P<when>{_WHEN})")
_RANGE = re.compile(
    r"\b(?:tu|bat dau tu)\s+(?:nay|khi|(?:ngay|thang|dau|cuoi)?\s*[\d/.\-]+[^.;]{0,30}?|ngay[^.;]{0,24}?|thang[^.;]{0,24}?)\s+(?:cho )?den\s+$"
)
_OPENING = re.compile(
    rf"^(?P<when>{_MONTH})(?=\s*[,:]?\s+(?:tien hanh|to chuc|tong ket|so ket|danh gia|hoan thanh|binh xet|nop|gui|xet|bao cao))"
)
_VERB = re.compile(
    r"\b(?:gui|nop|bao cao|hoan thanh|tong ket|so ket|dang ky|trinh|ban hanh|to chuc|xay dung|tien hanh|binh xet|ky ket|tong hop|danh gia|phat dong|trien khai|lap)\b"
)
_YEARLY = re.compile(r"\b(?:hang nam|hang nam|moi nam|cac nam)\b")
_NO_DEADLINE = re.compile(
    r"\b(?:tinh den|ke tu|ky niem|thanh lap|ngay sinh|chien thang|da ban hanh|co hieu luc|giai phong|quoc khanh|khai sinh|ngay nha giao)\b[^,;]{0,60}$"
)
_YEARS = re.compile(r"nam hoc\s*(\d{4})\s*-\s*(\d{4})|nam\s*(\d{4})")


def read_deadlines(items: list[Paragraph], header: Header) -> tuple[Deadline, ...]:
    """Deadlines in the order of the text; anniversaries and dates of cited documents are none."""
    years = _plan_years(header, items)
    found: dict[str, Deadline] = {}
    for item in items:
        for deadline in _in_prose(item.prose, item.title_at, years):
            found.setdefault(f"{deadline.date or deadline.month} {deadline.text}", deadline)
    return tuple(found.values())


def _plan_years(header: Header, items: list[Paragraph]) -> tuple[int, int] | None:
    """First and last year the plan covers, to complete dates printed without a year."""
    texts = [fold(header.subject.value)] if header.subject else []
    for text in [*texts, *(item.prose.folded for item in items[:4])]:
        match = _YEARS.search(text)
        if match:
            return (int(match[1]), int(match[2])) if match[1] else (int(match[3]), int(match[3]))
    year = int(header.date.value[:4]) if header.date else None
    return (year, year) if year else None


def _in_prose(prose: Prose, start: int, years: tuple[int, int] | None) -> Iterator[Deadline]:
    if "thang" not in prose.folded and not any(c.isdigit() for c in prose.text):
        return
    for from_, to in clauses(prose.text, start):
        opening = _OPENING.match(prose.folded[from_:to])
        if opening:
            yield from _deadline(prose, (from_, to), opening, years, _YEARLY.search(prose.folded[from_:to]) is not None)
            continue
        for match in _DUE.finditer(prose.folded, from_, to):
            before = prose.folded[from_ : match.start()]
            if _NO_DEADLINE.search(before) or (
                match["cue"] in {"den", "trong"} and not match["mm"] and match["cue"] == "trong"
            ):
                continue
            reach = (
                _RANGE.search(prose.folded[from_ : match.start("cue")] + "den ")
                if match["cue"].startswith("den")
                else None
            )
            if match["cue"] == "den" and not reach and not match["mm"] and not _VERB.search(before):
                continue
            begin = from_ + reach.start() if reach else _begin(prose.folded, from_, match.start())
            yearly = _YEARLY.search(prose.folded[match.end() : match.end() + 16]) is not None
            yield from _deadline(prose, (begin, match.end()), match, years, yearly)


def _begin(folded: str, start: int, at: int) -> int:
    """Where the words of a deadline begin: its verb, else the clause or its last comma."""
    verbs = list(_VERB.finditer(folded, max(start, at - 110), at))
    if verbs:
        return verbs[-1].start()
    comma = folded.rfind(",", start, at)
    return comma + 1 if comma > 0 and at - start > 80 else start


def _deadline(
    prose: Prose, place: tuple[int, int], match: re.Match[str], years: tuple[int, int] | None, yearly: bool
) -> Iterator[Deadline]:
    field = prose.field(*place)
    parts = match.groupdict()
    day, month = _value(match, parts, years, yearly)
    if day or month:
        yield Deadline(field.value.strip(" ,;:-"), day, month, field.span)


def _value(
    match: re.Match[str], parts: dict[str, str | None], years: tuple[int, int] | None, yearly: bool
) -> tuple[str | None, str | None]:
    if parts.get("y") or parts.get("yl"):
        return iso(match), None
    day, month = parts.get("sd") or parts.get("ld"), parts.get("sm") or parts.get("lm") or parts.get("mm")
    if not month or not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return None, None
    if parts.get("my"):
        return None, f"{parts['my']}-{int(month):02}"
    if yearly or years is None:
        prefix = "-"
    else:
        prefix = str(years[0] if years[0] == years[1] or int(month) >= 8 else years[1])
    text = f"{prefix}-{int(month):02}"
    return (f"{text}-{int(day):02}", None) if day else (None, text)
