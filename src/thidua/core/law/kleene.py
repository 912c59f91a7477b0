"""Three-valued logic: True, False, None = not known. Unknown never counts as false."""

from collections.abc import Iterable


def all_of(values: Iterable[bool | None]) -> bool | None:
    """False if one is false, else None if one is unknown, else True."""
    unknown = False
    for value in values:
        if value is False:
            return False
        unknown = unknown or value is None
    return None if unknown else True


def any_of(values: Iterable[bool | None]) -> bool | None:
    """True if one is true, else None if one is unknown, else False."""
    unknown = False
    for value in values:
        if value is True:
            return True
        unknown = unknown or value is None
    return None if unknown else False


def negate(value: bool | None) -> bool | None:
    return None if value is None else not value


def at_least(statuses: Iterable[bool | None], needed: int) -> bool | None:
    """Whether at least `needed` of the items hold, when some are not known."""
    sure = possible = 0
    for status in statuses:
        sure += status is True
        possible += status is not False
    return True if sure >= needed else (None if possible >= needed else False)
