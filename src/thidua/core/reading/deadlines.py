"""Deadlines: days, months and ends of phases by which something is due."""

import re
from collections.abc import Iterator

from thidua.core.reading.dates import FULL_DATE, iso
from thidua.core.reading.model import Deadline, Header
from thidua.core.reading.normalise import fold
from thidua.core.reading.patterns import any_of
from thidua.core.reading.prose import Prose
from thidua.core.reading.sentences import clauses
from thidua.core.reading.tree import Paragraph

_DATE = rf"(?:{FULL_DATE.pattern})"
_DAY = any_of(
    r"(?P<sd>\d{1,2})\s?[/.-]\s?(?P<sm>\d{1,2})(?![\d/.%-]|\s*/)",
    r"(?P<ld>\d{1,2})\s+thang\s+(?P<lm>\d{1,2})(?!\s*(?:nam|/)?\s*\d)",
)
_MONTH = r"thang\s*(?P<mm>\d{1,2})(?:\s*(?:/|-|\.|nam|,\s*nam)\s*(?P<my>(?:19|20)\d{2}))?(?!\d|\s*/\s*\d|\s*tuoi)"
_WHEN = rf"(?:(?:het\s+)?(?:ngay\s*)?(?:{_DATE}|{_DAY})|(?:het\s+|cuoi\s+|dau\s+|giua\s+)?{_MONTH})"
_CUE = any_of(
    "cham nhat(?: la| vao| den| trong| truoc)? | muon nhat(?: la)? | truoc | xong truoc | den het | het | den",
    r"han (?:cuoi|chot|nop)(?: la)?\s*:? | thoi (?:han|gian)[^:;.]{0,30}: | hoan thanh (?:vao|trong|truoc)",
    "ket thuc(?: vao| truoc)? | vao(?: dau| cuoi| giua)? | cuoi | trong",
)
_DUE = re.compile(rf"\b(?P<cue>{_CUE})\s*(?:\d{{1,2}}\s*(?:h|gio)\s*\d{{0,2}}\s*,?\s*)?(?P<when>{_WHEN})")
_FROM = any_of(
    r"nay | khi | (?:ngay|thang|dau|cuoi)?\s*[\d/.\-]+[^.;]{0,30}? | ngay[^.;]{0,24}? | thang[^.;]{0,24}?",
)
_RANGE = re.compile(rf"\b(?:tu|bat dau tu)\s+{_FROM}\s+(?:cho )?den\s+$")
_DOING = any_of(
    "tien hanh | to chuc | tong ket | so ket | danh gia | hoan thanh | binh xet | nop | gui | xet | bao cao | phat dong | ky ket | ky",
)
_OPENING = re.compile(rf"^(?P<when>{_MONTH})(?=\s*[,:]?\s+{_DOING}\b|\s*:)")
_VERB = re.compile(
    r"\b"
    + any_of(
        "gui | nop | bao cao | hoan thanh | tong ket | so ket | dang ky | trinh | ban hanh | to chuc | xay dung | tien hanh",
        "binh xet | ky ket | tong hop | danh gia | phat dong | trien khai | lap | ket thuc | cong bo",
    )
    + r"\b"
)
_YEARLY = re.compile(r"\b(?:hang nam|moi nam|cac nam)\b")
_NO_DEADLINE = re.compile(
    r"\b"
    + any_of(
        "tinh den | ke tu | ky niem | thanh lap | ngay sinh | chien thang | da ban hanh | co hieu luc | giai phong | quoc khanh",
        "khai sinh | ngay nha giao",
    )
    + r"\b[^,;]{0,60}$"
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
            begin = _start_of(prose.folded, from_, match)
            if begin is not None:
                yearly = _YEARLY.search(prose.folded[match.end() : match.end() + 16]) is not None
                yield from _deadline(prose, (begin, match.end()), match, years, yearly)


def _start_of(folded: str, start: int, match: re.Match[str]) -> int | None:
    """Where the words of a deadline begin; None if the date is none (an anniversary, a date of reference)."""
    before, cue = folded[start : match.start()], match["cue"]
    if _NO_DEADLINE.search(before) or (cue in {"trong", "cuoi"} and not match["mm"]):
        return None
    reach = _RANGE.search(before + "den ") if cue.startswith("den") else None
    if reach:
        return start + reach.start()
    if cue in {"den", "cuoi"} and not _VERB.search(before):
        return None
    return _begin(folded, start, match.start())


def _begin(folded: str, start: int, at: int) -> int:
    """Where the words of a deadline begin: its verb, else the clause or its last comma."""
    verbs = list(_VERB.finditer(folded, max(start, at - 110), at))
    while len(verbs) > 1 and verbs[-1].start() - verbs[-2].end() <= 6:
        verbs.pop()
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
