"""Dates that a plan names in part, made into a last day."""

import re
from calendar import monthrange
from datetime import date

_FORM = re.compile(r"(?:(?P<y>\d{4})|-)(?:-(?P<m>\d{2}))?(?:-(?P<d>\d{2}))?")


def complete_date(text: str | None, *, year: int | None = None) -> date | None:
    """The last day that `2024-01-15`, `2024-01`, `2024`, `--03-31` or `--03` can mean; None when it means no day.

    `year` stands in for a missing one: yearly dates take the year of the plan.
    """
    match = _FORM.fullmatch(text or "")
    if not match:
        return None
    first = int(match["y"]) if match["y"] else year
    if first is None:
        return None
    month = int(match["m"]) if match["m"] else 12
    if not 1 <= month <= 12:
        return None
    last = monthrange(first, month)[1]
    day = int(match["d"]) if match["d"] else last
    return date(first, month, day) if 1 <= day <= last else None
