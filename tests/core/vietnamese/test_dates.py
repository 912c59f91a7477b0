"""Dates and times as official documents write them."""

from datetime import date, time

import pytest

from thidua.core.vietnamese.dates import format_date, official_date, official_date_parts, official_time, spell_date


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(day, text):
    assert official_date(day) == text


def test_unknown_parts_leave_room():
    assert official_date_parts(2026).split() == ["ngày", "tháng", "năm", "2026"]
    assert "ngày      tháng" in official_date_parts(2026, 11)


def test_dates_in_figures_and_words():
    assert format_date(date(2026, 4, 5)) == "05/04/2026"
    assert spell_date(date(2026, 4, 5)) == "ngày năm tháng tư năm hai nghìn không trăm hai mươi sáu"


def test_times_name_hours_and_minutes():
    assert official_time(time(8, 5)) == "08 giờ 05 phút"
