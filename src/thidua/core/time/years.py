"""Năm học, năm công tác: the two kinds of years that awards are given for.

A school year `2025-2026` runs from 1 August to 31 July (its teaching part ends before 31/5, the reviews follow in June and July);
a calendar year is written `2025`. (sector.md 4.1)
"""

import re
from dataclasses import dataclass
from datetime import date

from thidua.core.time.spans import Span

SCHOOL_YEAR_STARTS = (8, 1)
_LABEL = re.compile(r"(\d{4})(?:-(\d{4}))?")


@dataclass(frozen=True, slots=True, order=True)
class Year:
    """Năm xét thi đua: `first` is the calendar year in which it begins."""

    first: int
    is_school_year: bool

    @property
    def label(self) -> str:
        """`2025-2026` or `2025`, as stored and exchanged."""
        return f"{self.first}-{self.first + 1}" if self.is_school_year else str(self.first)

    @property
    def title(self) -> str:
        """The words used in documents: `năm học 2025-2026`, `năm 2025`."""
        return f"năm học {self.label}" if self.is_school_year else f"năm {self.label}"

    @property
    def span(self) -> Span:
        if self.is_school_year:
            month, day = SCHOOL_YEAR_STARTS
            return Span(date(self.first, month, day), date(self.first + 1, month, day))
        return Span(date(self.first, 1, 1), date(self.first + 1, 1, 1))

    def before(self, count: int = 1) -> "Year":
        """The year `count` years earlier, of the same kind."""
        return Year(self.first - count, self.is_school_year)


def parse_year(label: str) -> Year:
    """Read `2025-2026` or `2025`.

    Raises ValueError with a Vietnamese message for anything else.
    """
    match = _LABEL.fullmatch(label.strip().replace("–", "-").replace(" ", ""))
    if not match or (match[2] and int(match[2]) != int(match[1]) + 1):
        raise ValueError(f"“{label}” không phải năm học (ví dụ 2025-2026) hoặc năm (ví dụ 2025).")
    return Year(int(match[1]), bool(match[2]))


def school_year_of(day: date) -> Year:
    """The school year that contains the day."""
    return Year(day.year if (day.month, day.day) >= SCHOOL_YEAR_STARTS else day.year - 1, True)


def calendar_year_of(day: date) -> Year:
    return Year(day.year, False)
