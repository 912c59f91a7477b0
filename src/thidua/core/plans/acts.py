"""The register of acts as the reader wants it, so that it can say which cited act is no longer in force."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from thidua.core.law.acts import in_force, register


@dataclass(frozen=True, slots=True)
class KnownAct:
    """Văn bản trong sổ: `replaced_by` holds the numbers of its successors in words."""

    number: str
    in_force_from: date | None
    ends_before: date | None
    replaced_by: str | None


@cache
def known_acts() -> tuple[KnownAct, ...]:
    """Every act of the register."""
    return tuple(
        KnownAct(act.number, act.in_force_from, act.ends_before, ", ".join(act.replaced_by) or None)
        for act in register()
    )


def describe_force(number: str, on: date) -> tuple[str, str]:
    """Title and tone of an act's state on the day: in force, no longer (or not yet) in force, not known to the register."""
    state = in_force(number, on) if number else None
    if state is None:
        return "Chưa rõ hiệu lực", "neutral"
    return ("Còn hiệu lực", "good") if state else ("Không còn hiệu lực", "bad")
