"""The period of a movement, proposed from what the plan says about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.core.time.spans import Span
from thidua.core.time.years import Year
from thidua.core.vietnamese.folding import fold

CALENDAR_YEAR, SCHOOL_YEAR, SPAN = "calendar_year", "school_year", "span"
_SCHOOL_YEAR = re.compile(r"nam hoc (\d{4}) ?- ?(\d{4})")
_YEARS = re.compile(r"(?:giai doan|tu nam)? ?(\d{4}) ?(?:-|den(?: nam)?) ?(\d{4})")
_YEAR = re.compile(r"nam (\d{4})")


@dataclass(frozen=True, slots=True)
class Period:
    """Thời gian của phong trào: its kind and its span of days."""

    kind: str
    span: Span


def read_period(text: str) -> Period | None:
    """Read “năm học 2024-2025”, “giai đoạn 2021-2025” or “năm 2024”; None when the text names no year."""
    folded = fold(text.replace("–", "-").replace("—", "-"))
    if (match := _SCHOOL_YEAR.search(folded)) and int(match[2]) == int(match[1]) + 1:
        return Period(SCHOOL_YEAR, Year(int(match[1]), True).span)
    if (match := _YEARS.search(folded)) and int(match[1]) < int(match[2]):
        return Period(SPAN, Span(date(int(match[1]), 1, 1), date(int(match[2]) + 1, 1, 1)))
    if match := _YEAR.search(folded):
        return Period(CALENDAR_YEAR, Year(int(match[1]), False).span)
    return None


def propose_period(texts: Iterable[str | None], *, on: date) -> Period:
    """The period named by the first of the texts that names one; else the calendar year of the day."""
    for text in texts:
        found = read_period(text or "")
        if found:
            return found
    return Period(CALENDAR_YEAR, Year(on.year, False).span)


def describe_period(kind: str, starts_on: date, ends_before: date) -> str:
    """The words used in documents: “năm 2024”, “năm học 2024-2025”, “giai đoạn 2021-2025”, or the two dates."""
    if kind == CALENDAR_YEAR and Year(starts_on.year, False).span == Span(starts_on, ends_before):
        return Year(starts_on.year, False).title
    if kind == SCHOOL_YEAR and starts_on.year + 1 == ends_before.year:
        return Year(starts_on.year, True).title
    last = date.fromordinal(ends_before.toordinal() - 1)
    if (starts_on.month, starts_on.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return f"giai đoạn {starts_on.year}-{last.year}"
    return f"từ {starts_on:%d/%m/%Y} đến {last:%d/%m/%Y}"
