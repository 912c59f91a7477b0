"""A document drawn as HTML from the same layout as the .docx and the .pdf."""

from dataclasses import dataclass

from thidua.core.documents.body import Block, Run, TableBlock, TextBlock
from thidua.core.documents.layout import Signature, lay_out
from thidua.core.documents.model import Document


@dataclass(frozen=True, slots=True)
class Line:
    """Một dòng hoặc một đường kẻ (`style` = "rule")."""

    style: str
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Bảng: heads and cells with their alignment; widths in percent."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]
    style: str = "table"


@dataclass(frozen=True, slots=True)
class SheetView:
    """Trang văn bản."""

    left: tuple[Line | Grid, ...]
    right: tuple[Line | Grid, ...]
    left_foot: tuple[Line | Grid, ...]
    right_foot: tuple[Line | Grid, ...]
    body: tuple[Line | Grid, ...]
    recipients: tuple[str, ...]
    signatures: tuple[Signature, ...]
    annexes: tuple[tuple[Line | Grid, ...], ...]


def draw(document: Document) -> SheetView:
    """The layout of the document as the template writes it down."""
    layout = lay_out(document)
    return SheetView(
        left=_blocks(layout.left), right=_blocks(layout.right),
        left_foot=_blocks(layout.left_foot), right_foot=_blocks(layout.right_foot),
        body=_blocks(layout.blocks), recipients=layout.recipients, signatures=layout.signatures,
        annexes=tuple(_blocks(annex.blocks) for annex in layout.annexes),
    )  # fmt: skip


def _blocks(blocks: tuple[Block, ...]) -> tuple[Line | Grid, ...]:
    return tuple(_block(block) for block in blocks)


def _block(block: Block) -> Line | Grid:
    if isinstance(block, TextBlock):
        return Line(block.style, block.runs)
    if isinstance(block, TableBlock):
        rows = tuple(tuple(zip(block.aligns, row, strict=True)) for row in block.rows)
        return Grid(block.titles, tuple(round(share * 100) for share in block.shares), rows)
    return Line("rule")
