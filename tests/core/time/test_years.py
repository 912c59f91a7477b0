"""School years, calendar years and half-open spans."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.time.spans import Span
from thidua.core.time.years import calendar_year_of, parse_year, school_year_of

days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("text", "title"),
    [("2025-2026", "năm học 2025-2026"), ("2025 – 2026", "năm học 2025-2026"), ("2025", "năm 2025")],
)
def test_titles(text, title):
    assert parse_year(text).title == title


@pytest.mark.parametrize("text", ["", "25-26", "2025-2027", "năm 2025", "2026-2025"])
def test_nonsense_is_refused(text):
    with pytest.raises(ValueError, match="không phải năm học"):
        parse_year(text)


def test_school_year_turns_in_august():
    assert school_year_of(date(2026, 7, 31)).label == "2025-2026"
    assert school_year_of(date(2026, 8, 1)).label == "2026-2027"


@given(days)
def test_every_day_lies_in_its_years(day):
    assert day in school_year_of(day).span
    assert day in calendar_year_of(day).span
    assert parse_year(school_year_of(day).label) == school_year_of(day)


@given(days, days, days)
def test_span_is_half_open(start, end, day):
    if end <= start:
        with pytest.raises(ValueError, match="end after"):
            Span(start, end)
    else:
        assert (day in Span(start, end)) == (start <= day < end)
        assert start in Span(start, end)
        assert end not in Span(start, end)


@given(days, days, days, days)
def test_overlap_means_a_common_day(a, b, c, d):
    if a < b and c < d:
        assert Span(a, b).overlaps(Span(c, d)) == (max(a, c) < min(b, d))


def test_year_before():
    assert parse_year("2025-2026").before(2).label == "2023-2024"
