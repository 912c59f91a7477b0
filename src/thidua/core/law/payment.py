"""Chi tiền thưởng: which honours given at the same moment are paid (152/2025/NĐ-CP Điều 49).

Several titles of the same period: only the one with the highest sum. A title beside a form, or titles of different periods: each.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bonus:
    """Mức tiền của một khen thưởng in one decision. `recipient` is any key of the person or collective; `amount` None = law names none."""

    recipient: str
    year: str
    is_title: bool
    amount: int | None


def find_unpaid(bonuses: Sequence[Bonus]) -> frozenset[int]:
    """Positions of the titles that are not paid because a higher one of the same period is."""
    best: dict[tuple[str, str], int] = {}
    unpaid: set[int] = set()
    for position, bonus in enumerate(bonuses):
        if not bonus.is_title or bonus.amount is None:
            continue
        key = (bonus.recipient, bonus.year)
        held = best.get(key)
        if held is None:
            best[key] = position
        elif bonus.amount > (bonuses[held].amount or 0):
            unpaid.add(held)
            best[key] = position
        else:
            unpaid.add(position)
    return frozenset(unpaid)
