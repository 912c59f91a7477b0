"""The acts a decision rests on, by its day."""

from datetime import date

import pytest

from thidua.core.law.bases import list_award_bases
from thidua.core.law.reliance import list_relying_on


@pytest.mark.parametrize(
    ("on", "numbers"),
    [
        (date(2022, 7, 1), ("15/2003/QH11", "91/2017/NĐ-CP", "21/2020/TT-BGDĐT")),
        (date(2024, 7, 1), ("06/2022/QH15", "98/2023/NĐ-CP", "29/2023/TT-BGDĐT")),
        (date(2026, 7, 15), ("06/2022/QH15", "152/2025/NĐ-CP", "07/2026/TT-BGDĐT")),
        (date(2026, 11, 22), ("06/2022/QH15", "06/2026/QH16", "152/2025/NĐ-CP", "67/2026/TT-BGDĐT")),
    ],
)
def test_law_before_decree_before_circular(on, numbers):
    lines = list_award_bases(on)
    assert len(lines) == len(numbers)
    for line, number in zip(lines, numbers, strict=True):
        assert line.startswith("Căn cứ ")
        assert number in line


def test_circulars_are_the_ministers():
    assert "của Bộ trưởng Bộ Giáo dục và Đào tạo" in list_award_bases(date(2026, 7, 15))[-1]


@pytest.mark.parametrize(
    ("honour", "relying"),
    [
        ("LDTT", set()),
        ("CSTDCS", {"CSTD_BT", "CSTDTQ", "BK_BT", "BK_BO"}),
        ("CSTD_BT", {"CSTDTQ"}),
        ("TTLDXS", {"BK_BT", "BK_BO"}),
    ],
)
def test_what_later_honours_rest_on(honour, relying):
    assert relying <= list_relying_on(honour)
    assert honour not in list_relying_on(honour)
    if not relying:
        assert list_relying_on(honour) == frozenset()
