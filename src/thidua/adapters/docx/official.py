"""Official documents as editable .docx, drawn from the same layout as the PDF."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Mm, Pt

from thidua.adapters.docx import parts
from thidua.adapters.docx.styles import new_document, style_id
from thidua.core.documents import format as rules
from thidua.core.documents.body import Block, Rule, Run, TableBlock
from thidua.core.documents.layout import Layout, Sheet, Signature, lay_out
from thidua.core.documents.lines import date_parts
from thidua.core.documents.model import Document
from thidua.core.documents.text import clean

ZIP_TIME = (2000, 1, 1, 0, 0, 0)  # the same document gives the same bytes
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def render_docx(document: Document) -> bytes:
    """Return the document as .docx, the same bytes for the same document."""
    target = new_document()
    _Writer(target).write(lay_out(document))
    _describe(target, document)
    return _packed(target)


class _Writer:
    """Writes one layout into one file."""

    def __init__(self, target: DocxDocument) -> None:
        self.target = target
        self.body = target.element.body

    def write(self, layout: Layout) -> None:
        _set_page(self.target.sections[0], landscape=False)
        self._add(self._header(layout))
        self._add_blocks(layout.blocks, rules.TEXT_WIDTH_MM)
        self._close(layout)
        for annex in layout.annexes:
            self._add_annex(annex)

    def _add(self, made) -> None:
        self.body.insert(len(self.body) - 1, made)  # the section properties stay last

    def _add_blocks(self, blocks: Iterable[Block], width_mm: float) -> None:
        for block in blocks:
            self._add(self._draw(block, width_mm))

    def _draw(self, block: Block, width_mm: float):
        if isinstance(block, Rule):
            return parts.rule(block.length_mm, width_mm, after_pt=block.after_pt, keep=True)
        if isinstance(block, TableBlock):
            return self._table(block, width_mm)
        return parts.paragraph(style_id(block.style), block.runs, keep=block.keep_with_next)

    def _plain(self, style: str, text: str, *, keep: bool = False):
        return parts.paragraph(style_id(style), (Run(text),), keep=keep)

    def _header(self, layout: Layout):
        widths = (rules.LEFT_COLUMN_MM, rules.RIGHT_COLUMN_MM)
        rows = []
        for columns in ((layout.left, layout.right), (layout.left_foot, layout.right_foot)):
            cells = []
            for width, blocks in zip(widths, columns, strict=True):
                drawn = [self._draw(block, width) for block in blocks]
                cells.append(parts.cell(width, drawn or [self._plain("place_date", "")]))
            rows.append(parts.row(cells))
        return parts.table(widths, rows, borders=False)

    def _table(self, block: TableBlock, width_mm: float):
        widths = [share * width_mm for share in block.shares]
        heads = [self._cell(width, "cell_head", title) for width, title in zip(widths, block.titles, strict=True)]
        styles = ["cell_left" if align == "justify" else f"cell_{align}" for align in block.aligns]
        rows = [parts.row(heads, head=True)]
        for texts in block.rows:
            cells = (self._cell(*it) for it in zip(widths, styles, texts, strict=True))
            rows.append(parts.row(cells))
        return parts.table(widths, rows, borders=True)

    def _cell(self, width_mm: float, style: str, text: str):
        return parts.cell(width_mm, (self._plain(style, text),), align="center")

    def _close(self, layout: Layout) -> None:
        self._add(parts.rule(0, rules.TEXT_WIDTH_MM, after_pt=8, keep=True))
        recipients = [self._plain("recipient", text) for text in layout.recipients]
        if recipients:
            recipients.insert(0, self._plain("sent_to", "Nơi nhận:"))
        if layout.signed_beside_recipients:
            signed = [made for it in layout.signatures for made in self._signature(it)]
            self._add_columns([recipients, signed], (rules.LEFT_COLUMN_MM, rules.RIGHT_COLUMN_MM))
            return
        width_mm = rules.TEXT_WIDTH_MM / layout.abreast
        for start in range(0, len(layout.signatures), layout.abreast):
            group = [self._signature(it) for it in layout.signatures[start : start + layout.abreast]]
            self._add_columns(group, (width_mm,) * len(group))
            self._add(parts.rule(0, rules.TEXT_WIDTH_MM, after_pt=10))
        for made in recipients:
            self._add(made)

    def _add_columns(self, columns: list[list], widths: tuple[float, ...]) -> None:
        filled = (contents or [self._plain("recipient", "")] for contents in columns)
        cells = [parts.cell(width, contents) for width, contents in zip(widths, filled, strict=True)]
        self._add(parts.table(widths, [parts.row(cells)], borders=False))

    def _signature(self, signature: Signature) -> list:
        room = self._plain("capacity", "")
        height = parts.twips(signature.room_mm)
        room.pPr.append(parts.element("spacing", before=0, after=0, line=height, lineRule="exact"))
        above = [self._plain("capacity", text) for text in signature.above]
        return [*above, room, *(self._plain("signer", text) for text in signature.below)]

    def _add_annex(self, annex: Sheet) -> None:
        section = self.target.add_section(WD_SECTION.NEW_PAGE)
        _set_page(section, landscape=annex.landscape)
        parts.restart_numbering(section._sectPr)
        width_mm = rules.LANDSCAPE_TEXT_WIDTH_MM if annex.landscape else rules.TEXT_WIDTH_MM
        self._add_blocks(annex.blocks, width_mm)


def _set_page(section: Section, *, landscape: bool) -> None:
    """A4 with the decree's margins; a sheet laid on its side is bound at the top, so its wide margin is there."""
    sides = [rules.MARGIN_TOP_MM, rules.MARGIN_RIGHT_MM, rules.MARGIN_BOTTOM_MM, rules.MARGIN_LEFT_MM]
    size = [rules.PAGE_WIDTH_MM, rules.PAGE_HEIGHT_MM]
    if landscape:
        sides, size = [sides[3], *sides[:3]], size[::-1]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(size[0]), Mm(size[1])
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, sides)
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in parts.page_field():
        number._p.append(run)
    for run in number.runs:
        run.font.size = Pt(rules.PAGE_NUMBER_PT)


def _describe(target: DocxDocument, document: Document) -> None:
    year, month, day = date_parts(document.date)
    made_on = datetime(year, month, day, tzinfo=UTC) if year and month and day else UNDATED
    properties = target.core_properties
    properties.title, properties.author = clean(document.subject)[:255], clean(document.issuer)[:255]
    properties.last_modified_by, properties.comments, properties.language = properties.author, "", "vi-VN"
    properties.created = properties.modified = made_on


def _packed(target: DocxDocument) -> bytes:
    raw, packed = io.BytesIO(), io.BytesIO()
    target.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as sink:
        for name in source.namelist():
            sink.writestr(zipfile.ZipInfo(name, ZIP_TIME), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
