"""Dates the Vietnamese way: in figures, in the words of official documents, and fully spelt."""

from datetime import date, time

from thidua.core.vietnamese.numbers import spell_number

BLANK_DAY = "      "
MONTH_WORDS = {4: "tư"}


def format_date(day: date) -> str:
    """Write a date in figures, dd/mm/yyyy."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def official_date(day: date) -> str:
    """Write a date as documents do: "ngày 05 tháng 02 năm 2026".

    Days below 10 and the months 1 and 2 take a leading zero (Decree 30/2020, Annex I, II.4), so that no
    digit can be added by hand.
    """
    return official_date_parts(day.year, day.month, day.day)


def official_date_parts(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Write a date of which parts may be unknown, leaving room to fill them in by hand."""
    days = BLANK_DAY if day is None else f" {day:02d} "
    months = BLANK_DAY if month is None else f" {month:02d} " if month <= 2 else f" {month} "
    years = BLANK_DAY if year is None else f" {year}"
    return f"ngày{days}tháng{months}năm{years}"


def spell_date(day: date) -> str:
    """Write a date in words: "ngày năm tháng tư năm hai nghìn không trăm hai mươi sáu"."""
    month = MONTH_WORDS.get(day.month, spell_number(day.month))
    return f"ngày {spell_number(day.day)} tháng {month} năm {spell_number(day.year)}"


def official_time(moment: time) -> str:
    """Write a time of day as minutes do: "08 giờ 30 phút", and "14 giờ 00 phút" on the hour."""
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút"
