"""Dates as Vietnamese documents print them: 07/4/2014, 15-5-2016, ngày 05 tháng 9 năm 2014, tháng 01/2021, in words."""

import re
from datetime import date

_SEP = r"\s?[/.\-]\s?"
DAY = rf"(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<y>(?:19|20)\d{{2}})(?!\d)"
DAY_LONG = r"(?P<dl>\d{1,2})\s*thang\s*(?P<ml>\d{1,2})\s*(?:nam\s*|/\s*|,\s*nam\s*)(?P<yl>(?:19|20)\d{2})(?!\d)"
FULL_DATE = re.compile(rf"(?:{DAY}|{DAY_LONG})")

_UNITS = {
    "khong": 0, "linh": 0, "le": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6,
    "bay": 7, "tam": 8, "chin": 9, "gieng": 1, "chap": 12,
}  # fmt: skip


def iso(match: re.Match[str]) -> str | None:
    """ISO form of a match of FULL_DATE; None if there is no such day."""
    parts = match.groupdict()
    try:
        return date(
            int(parts.get("y") or parts["yl"]), int(parts.get("m") or parts["ml"]), int(parts.get("d") or parts["dl"])
        ).isoformat()
    except (ValueError, TypeError):
        return None


def number_in_words(folded: str) -> int | None:
    """Value of a Vietnamese number in words without marks ("hai nghin khong tram hai muoi sau" -> 2026)."""
    total, current, seen = 0, 0, False
    for word in folded.replace("mong", "").split():
        if word in _UNITS:
            current, seen = current + _UNITS[word], True
        elif word in {"muoi", "chuc"}:
            current, seen = (current - current % 10) + (current % 10 or 1) * 10, True
        elif word == "tram":
            current = current * 100
        elif word in {"nghin", "ngan"}:
            total, current = total + current * 1000, 0
        else:
            return None
    return total + current if seen else None


def in_words(folded: str) -> str | None:
    """ISO form of "ngay muoi lam thang ba nam hai nghin khong tram hai muoi sau"; None if it is none."""
    match = re.search(r"ngay ([a-z ]+?) thang ([a-z]+(?: [a-z]+)?) nam ((?:hai|mot) (?:nghin|ngan)[a-z ]*)", folded)
    if not match:
        return None
    values = [number_in_words(part) for part in match.groups()]
    if None in values:
        return None
    try:
        return date(values[2] or 0, values[1] or 0, values[0] or 0).isoformat()
    except ValueError:
        return None
