"""The body of a document laid out as a flat list of blocks: numbered texts, rules and tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from thidua.core.documents.columns import column_shares
from thidua.core.documents.format import CLOSING_MARK
from thidua.core.documents.model import Align, Article, Heading, Node, Paragraph, Point, Table
from thidua.core.documents.numbering import numbered
from thidua.core.documents.text import clean, end_with


@dataclass(frozen=True)
class Run:
    """Đoạn chữ: text of one face; what is not set here comes from the style. A line feed breaks the line."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class TextBlock:
    """Đoạn: one paragraph in a style of `format.STYLES`; `keep_with_next` forbids a page break after it."""

    style: str
    runs: tuple[Run, ...]
    keep_with_next: bool = False
    what: str = "text"

    @property
    def text(self) -> str:
        """The paragraph's words, faces left aside."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Rule:
    """Đường kẻ: a centred rule of a length in mm."""

    length_mm: float
    after_pt: float = 0.0
    what: str = "rule"


@dataclass(frozen=True)
class TableBlock:
    """Bảng đã dàn trang: titles, widths as shares of the text width, alignment per column, and rows of text."""

    titles: tuple[str, ...]
    shares: tuple[float, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[str, ...], ...]
    what: str = "table"


Block = TextBlock | Rule | TableBlock
TABLE_GAP_PT = 3.0
PARAGRAPH_STYLES = {"justify": "body", "center": "centred", "left": "left", "right": "right"}


def lay_out_nodes(nodes: tuple[Node, ...], width_mm: float) -> tuple[Block, ...]:
    """Lay out the nodes of a body or annex of a text width; articles are numbered from 1 through all of them."""
    return tuple(_blocks(nodes, count(1), width_mm))


def close_body(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """End the last words of a body with "./." (Annex I, II.6); a body that ends in a table stays as it is."""
    if not blocks or not isinstance(blocks[-1], TextBlock):
        return blocks
    last = blocks[-1]
    final = replace(last.runs[-1], text=end_with(last.runs[-1].text, CLOSING_MARK))
    return (*blocks[:-1], replace(last, runs=(*last.runs[:-1], final), keep_with_next=True))


def _blocks(nodes: tuple[Node, ...], articles: Iterator[int], width_mm: float) -> Iterator[Block]:
    for number, node in numbered(nodes):
        if isinstance(node, Paragraph):
            yield TextBlock(PARAGRAPH_STYLES[node.align], (Run(clean(node.text), node.bold, node.italic),))
        elif isinstance(node, Heading):
            yield from _heading(node)
        elif isinstance(node, Table):
            yield from _table(node, width_mm)
        elif isinstance(node, Article):
            yield from _item(f"Điều {next(articles)}.", node, bold_number=True)
            yield from _blocks(node.children, articles, width_mm)
        else:
            yield from _item(number, node, bold_number=node.level == "I")
            yield from _blocks(node.children, articles, width_mm)


def _heading(node: Heading) -> Iterator[Block]:
    if node.label:
        yield TextBlock("heading", (Run(clean(node.label)),), keep_with_next=True)
    if node.title:
        yield TextBlock("heading", (Run(clean(node.title).upper()),), keep_with_next=True)


def _item(number: str, node: Point | Article, *, bold_number: bool) -> Iterator[Block]:
    """A titled item is a bold line, then its text; an untitled one is its text after the number (Annex I, II.6)."""
    title, text = clean(node.title), clean(node.text)
    if isinstance(node, Point) and node.level == "I":
        title = title.upper()
    if title:
        yield TextBlock("bold", (Run(f"{number} {title}"),), keep_with_next=True)
        if text:
            yield TextBlock("body", (Run(text),))
    else:
        yield TextBlock("body", (Run(f"{number} ", bold=bold_number), Run(text)))


def _table(node: Table, width_mm: float) -> Iterator[Block]:
    if node.caption:
        yield TextBlock("caption", (Run(clean(node.caption)),), keep_with_next=True)
    yield TableBlock(
        titles=tuple(clean(column.title) for column in node.columns),
        shares=column_shares(node, width_mm),
        aligns=tuple(column.align for column in node.columns),
        rows=tuple(tuple(clean(cell) for cell in row) for row in node.rows),
    )
    yield Rule(0.0, after_pt=TABLE_GAP_PT)
