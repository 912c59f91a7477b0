"""Do the values allotted to units add up to the target they come from? (T2)"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from thidua.core.targets.rules import Comparator, State, check_state


@dataclass(frozen=True, slots=True)
class AllottedValue:
    """Giá trị được giao: `weight` is the unit's denominator (pupils, schools …) where a figure of it is known."""

    value: Decimal
    weight: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Consistency:
    """Kết quả đối chiếu: what the allotted values amount to, how that was computed, and whether it reaches the target."""

    total: Decimal
    method: str
    reaches: bool


def check_allotment(
    allotted: Sequence[AllottedValue], *, comparator: Comparator, value: Decimal, is_share: bool, lower_is_better: bool
) -> Consistency | None:
    """Counts are added; shares are weighted by their denominators, or averaged plainly where these are not known.

    Returns None when nothing is allotted. Values are percentages for shares, else in the target's unit of count.
    """
    if not allotted:
        return None
    if not is_share:
        total, method = sum((row.value for row in allotted), Decimal(0)), "tổng các đơn vị"
    elif all(row.weight for row in allotted):
        weights = [row.weight or Decimal(0) for row in allotted]
        weighted = sum((row.value * weight for row, weight in zip(allotted, weights, strict=True)), Decimal(0))
        total, method = weighted / sum(weights, Decimal(0)), "bình quân có trọng số theo mẫu số đã báo cáo"
    else:
        total, method = (
            sum((row.value for row in allotted), Decimal(0)) / len(allotted),
            "bình quân giản đơn (chưa đủ mẫu số)",
        )
    total = total.quantize(Decimal("0.01"), ROUND_HALF_UP)
    state = check_state(total, comparator=comparator, value=value, lower_is_better=lower_is_better)
    return Consistency(total, method, state is State.ACHIEVED)
