"""Bar charts drawn on the server as SVG: numbers in, coordinates out; the template only writes them down."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

ROW, BAR, LABEL, WIDTH = 26, 16, 220, 760


@dataclass(frozen=True, slots=True)
class Bar:
    """Một thanh: geometry in SVG units, words, and the tone of its state."""

    label: str
    text: str
    tone: str
    y: int
    text_y: int
    width: float
    mark_x: float
    text_x: float


@dataclass(frozen=True, slots=True)
class BarChart:
    """Biểu đồ thanh ngang with a mark at each row's target."""

    title: str
    width: int
    height: int
    label_x: int
    bar_height: int
    bars: tuple[Bar, ...]


def make_bar_chart(title: str, rows: Sequence[tuple[str, Decimal | None, Decimal, str, str]]) -> BarChart:
    """`rows` are (label, actual, target, tone, text); the longest of all values fills the width."""
    longest = max([Decimal(1), *(max(actual or Decimal(0), target) for _, actual, target, _, _ in rows)])
    space = WIDTH - LABEL - 90
    bars = []
    for index, (label, actual, target, tone, text) in enumerate(rows):
        length = round(float((actual or Decimal(0)) / longest) * space, 1)
        mark = round(LABEL + float(target / longest) * space, 1)
        shown = label if len(label) <= 34 else label[:33] + "…"
        y = index * ROW + 4
        bars.append(Bar(shown, text, tone, y, y + 13, length, mark, max(LABEL + length, mark) + 6))
    return BarChart(title, WIDTH, len(bars) * ROW + 6, LABEL, BAR, tuple(bars))
