"""Chỉ tiêu: comparing figures with targets, rolling figures up the tree.

Percentages are never averaged: numerators and denominators are summed and divided once (T3, sector.md 1.9).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Comparator(StrEnum):
    """Phép so sánh of a target with its value."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    LESS = "<"
    MORE = ">"


class State(StrEnum):
    """Tình trạng thực hiện of one target in one unit."""

    MISSING = "missing"
    ACHIEVED = "achieved"
    NEAR = "near"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class FigureFact:
    """Số liệu: a reported figure; counts have `value` alone, shares have numerator and denominator (same unit of count)."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None

    @property
    def actual(self) -> Decimal | None:
        """The figure to compare: the share in percent (two decimals), else the count itself."""
        if self.numerator is not None and self.denominator:
            share = self.numerator * 100 / self.denominator
            return share.quantize(Decimal("0.01"), ROUND_HALF_UP)
        return self.value if self.value is not None else self.numerator


def roll_up(figures: Iterable[FigureFact]) -> FigureFact | None:
    """The figure of a unit from those of the units below; None when nothing was reported.

    Shares: sums of numerators and of denominators. Counts: sum of values. A percentage reported without its
    fraction cannot be summed and is left out.
    """
    rows = list(figures)
    with_fraction = [row for row in rows if row.numerator is not None and row.denominator]
    if with_fraction:
        return FigureFact(
            numerator=sum((row.numerator or Decimal(0) for row in with_fraction), Decimal(0)),
            denominator=sum((row.denominator or Decimal(0) for row in with_fraction), Decimal(0)),
        )
    counts = [row.value for row in rows if row.value is not None and row.denominator is None]
    return FigureFact(value=sum(counts, Decimal(0))) if counts else None


def is_lower_better(comparator: Comparator) -> bool:
    return comparator in {Comparator.AT_MOST, Comparator.LESS}


def check_state(
    actual: Decimal | None,
    *,
    comparator: Comparator,
    value: Decimal,
    lower_is_better: bool = False,
    near: Decimal = Decimal(5),
) -> State:
    """Đạt, gần đạt, chưa đạt: the state of a figure against its target.

    `=` in a plan ("đạt 95%") means reaching the value: at least it, or at most it where less is better.
    `near` is the distance in percent of the target's value that still counts as nearly achieved.
    """
    if actual is None:
        return State.MISSING
    downward = lower_is_better or is_lower_better(comparator)
    if comparator is Comparator.LESS:
        achieved = actual < value
    elif comparator is Comparator.MORE:
        achieved = actual > value
    else:
        achieved = actual <= value if downward else actual >= value
    if achieved:
        return State.ACHIEVED
    distance = abs(actual - value) * 100
    return State.NEAR if distance <= near * abs(value) else State.BEHIND
