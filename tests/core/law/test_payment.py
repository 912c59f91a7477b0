"""Who is paid when several honours are given at once (152/2025/NĐ-CP Điều 49)."""

import pytest

from thidua.core.law.payment import Bonus, find_unpaid

A, B = "p1", "p2"


@pytest.mark.parametrize(
    ("bonuses", "unpaid"),
    [
        ([], set()),
        ([Bonus(A, "2025-2026", True, 760_000)], set()),
        # two titles of one period: the higher one only, in whatever order
        ([Bonus(A, "2025-2026", True, 760_000), Bonus(A, "2025-2026", True, 2_530_000)], {0}),
        ([Bonus(A, "2025-2026", True, 2_530_000), Bonus(A, "2025-2026", True, 760_000)], {1}),
        # equal sums: one is paid
        ([Bonus(A, "2025-2026", True, 760_000), Bonus(A, "2025-2026", True, 760_000)], {1}),
        # three titles
        ([Bonus(A, "2025", True, 1), Bonus(A, "2025", True, 3), Bonus(A, "2025", True, 2)], {0, 2}),
        # different periods, different people, a title and a form, two forms: each
        ([Bonus(A, "2024-2025", True, 760_000), Bonus(A, "2025-2026", True, 2_530_000)], set()),
        ([Bonus(A, "2025-2026", True, 760_000), Bonus(B, "2025-2026", True, 2_530_000)], set()),
        ([Bonus(A, "2025-2026", True, 760_000), Bonus(A, "2025-2026", False, 760_000)], set()),
        ([Bonus(A, "2025-2026", False, 760_000), Bonus(A, "2025-2026", False, 3_800_000)], set()),
        # a title without a sum takes nothing from another
        ([Bonus(A, "2025-2026", True, None), Bonus(A, "2025-2026", True, 760_000)], set()),
    ],
)
def test_who_is_not_paid(bonuses, unpaid):
    assert find_unpaid(bonuses) == unpaid
