"""Khen thưởng dựa vào khen thưởng: which honours have an earlier honour among their conditions, read from the rules themselves."""

from functools import cache
from typing import Any

from thidua.core.law.loader import DATA, load


@cache
def _direct() -> dict[str, frozenset[str]]:
    """The honours named in the conditions of each honour, under any period."""
    named: dict[str, set[str]] = {}
    for path in sorted((DATA / "rules").glob("*.yaml")):
        for record in load(f"rules/{path.stem}", schema="rules"):
            named.setdefault(record["honour"], set()).update(_honours_in(record["conditions"]))
    return {honour: frozenset(names - {honour}) for honour, names in named.items()}


def list_relying_on(honour: str) -> frozenset[str]:
    """Codes of the honours that may have been given because of this one, directly or through another.

    `CSTDCS` gives the ministry's and the national title and the forms that ask for consecutive years.
    """
    found: set[str] = set()
    waiting = [honour]
    while waiting:
        earlier = waiting.pop()
        new = {code for code, names in _direct().items() if earlier in names} - found
        found |= new
        waiting += new
    return frozenset(found - {honour})


def _honours_in(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*(_honours_in(part) for part in value))
    if not isinstance(value, dict):
        return set()
    own = {value["honour"]} if isinstance(value.get("honour"), str) else set()
    return own.union(*(_honours_in(part) for part in value.values()))
