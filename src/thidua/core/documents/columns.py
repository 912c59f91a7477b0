"""How wide the columns of a table are: by their shares, but never narrower than their longest word."""

from collections.abc import Sequence

from thidua.core.documents.format import STYLES
from thidua.core.documents.metrics import text_width_mm
from thidua.core.documents.model import Table
from thidua.core.documents.text import clean

CELL_PT = STYLES["cell_head"].size_pt
PADDING_MM = 3.2  # left and right together, with the frame


def column_shares(table: Table, width_mm: float) -> tuple[float, ...]:
    """Return each column's share of a text width in mm; shares add up to 1."""
    least = [_longest_word_mm(table, place) + PADDING_MM for place in range(len(table.columns))]
    wanted = [column.width for column in table.columns]
    if sum(least) >= width_mm:
        return tuple(each / sum(least) for each in least)
    return tuple(each / width_mm for each in _spread(wanted, least, width_mm))


def _spread(wanted: Sequence[float], least: Sequence[float], width_mm: float) -> list[float]:
    """Give columns that would be too narrow their least width and share out the rest among the others."""
    narrow: set[int] = set()
    while True:
        rest = width_mm - sum(least[place] for place in narrow)
        weight = sum(width for place, width in enumerate(wanted) if place not in narrow)
        widths = [least[at] if at in narrow else rest * width / weight for at, width in enumerate(wanted)]
        tight = {at for at, width in enumerate(widths) if width < least[at] - 1e-9}
        if not tight:
            return widths
        narrow |= tight


def _longest_word_mm(table: Table, place: int) -> float:
    heads = {text_width_mm(word, CELL_PT, bold=True) for word in clean(table.columns[place].title).split()}
    words = {word for row in table.rows for word in row[place].split()}
    return max(heads | {text_width_mm(word, CELL_PT) for word in words}, default=0.0)
