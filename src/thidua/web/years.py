"""Which years a form offers, and which it proposes."""

from datetime import date, timedelta

from thidua.core.time.years import Year, calendar_year_of, school_year_of
from thidua.orgs.models import UnitKind

# Offices are assessed by calendar year, everything that teaches by school year (sector.md 4.1).
OFFICES = frozenset(
    {UnitKind.MINISTRY, UnitKind.PROVINCE, UnitKind.DEPARTMENT, UnitKind.DISTRICT_OFFICE, UnitKind.COMMUNE}
)
# A year is put forward for awards from its last months until well after its end.
REVIEW_LAG = timedelta(days=150)
OFFERED = 4


def year_of(kind: str, day: date) -> Year:
    """The year that contains the day, of the kind that the unit is assessed by."""
    return calendar_year_of(day) if kind in OFFICES else school_year_of(day)


def year_in_review(kind: str, day: date) -> Year:
    """The year for which awards are proposed on the day: the present one towards its end, else the one before."""
    return year_of(kind, day - REVIEW_LAG)


def year_choices(kind: str, day: date) -> list[tuple[str, str]]:
    """The present year and some before it, as (label, title); the kind of year of the unit first, then the other."""
    own = year_of(kind, day)
    other = school_year_of(day) if kind in OFFICES else calendar_year_of(day)
    years = [year.before(count) for year in (own, other) for count in range(OFFERED)]
    return [(year.label, year.title.capitalize()) for year in years]


def chosen_year(asked: str, choices: list[tuple[str, str]], default: str) -> str:
    """The year of the address when it is one of those offered."""
    return asked if asked in dict(choices) else default
