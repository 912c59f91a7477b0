"""The building blocks of a .docx as XML elements: paragraphs, rules, tables.

They are made directly, not through python-docx's tables, whose cells cost a walk through the whole table each.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from thidua.core.documents.body import Run
from thidua.core.documents.format import RULE_PT

TWIPS_PER_MM = 1440 / 25.4
CELL_PADDING_TWIPS = 60


def twips(length_mm: float) -> int:
    """Convert mm to twentieths of a point, the unit of WordprocessingML."""
    return round(length_mm * TWIPS_PER_MM)


def element(tag: str, *children, **attributes):
    """Make one w: element; attribute names get the w: prefix."""
    made = OxmlElement(f"w:{tag}", {_name(name): str(value) for name, value in attributes.items()})
    made.extend(children)
    return made


@cache
def _name(attribute: str) -> str:
    return qn(f"w:{attribute}")


def paragraph(style_id: str, runs: Iterable[Run], *, keep: bool = False):
    """Make a paragraph; `keep` forbids a page break after it."""
    properties = element("pPr", element("pStyle", val=style_id))
    if keep:
        properties.append(element("keepNext"))
    return element("p", properties, *(_run(run) for run in runs))


def rule(length_mm: float, column_mm: float, *, after_pt: float = 0.0, keep: bool = False):
    """Make a centred rule: an empty small paragraph whose upper border the indents cut to the length wanted.

    A rule of no length is just the space.
    """
    side = twips(max(column_mm - length_mm, 0) / 2)
    properties = element("pPr")
    if keep:
        properties.append(element("keepNext"))
    if length_mm > 0:
        border = element("top", val="single", sz=round(RULE_PT * 8), space=1, color="000000")
        properties.append(element("pBdr", border))
    properties.append(element("spacing", before=40, after=round(after_pt * 20), line=60, lineRule="exact"))
    properties.append(element("ind", left=side, right=side, firstLine=0))
    return element("p", properties)


def table(widths_mm: Sequence[float], rows: Iterable, *, borders: bool):
    """Make a table of fixed widths; without borders it is a frame for columns and has no cell padding."""
    padding = CELL_PADDING_TWIPS if borders else 0
    properties = element("tblPr", element("tblW", w=twips(sum(widths_mm)), type="dxa"))
    if borders:
        properties.append(element("tblInd", w=padding, type="dxa"))  # the frame, not the text, meets the margin
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        properties.append(element("tblBorders", *(element(side, val="single", sz=4, space=0) for side in sides)))
    properties.append(element("tblLayout", type="fixed"))
    margins = (element(side, w=padding, type="dxa") for side in ("left", "right"))
    properties.append(element("tblCellMar", *margins))
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths_mm))
    return element("tbl", properties, grid, *rows)


def row(cells: Iterable, *, head: bool = False):
    """Make a row that stays on one page; a head row is repeated on every page."""
    properties = element("trPr", element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))
    return element("tr", properties, *cells)


def cell(width_mm: float, contents: Iterable, *, align: str = "top"):
    """Make a cell from paragraphs; `align` is top, center or bottom."""
    properties = element("tcPr", element("tcW", w=twips(width_mm), type="dxa"))
    properties.append(element("vAlign", val=align))
    return element("tc", properties, *contents)


def page_field():
    """Make the runs of a field that shows the page number."""
    instruction = element("instrText")
    instruction.text = " PAGE "
    parts = (element("fldChar", fldCharType="begin"), instruction, element("fldChar", fldCharType="end"))
    return [element("r", part) for part in parts]


def restart_numbering(section_properties) -> None:
    """Count the pages of a section from 1; a new section copies the mark of the one before, so it is set once."""
    for old in section_properties.findall(qn("w:pgNumType")):
        section_properties.remove(old)
    section_properties.find(qn("w:pgMar")).addnext(element("pgNumType", start=1))


def _run(run: Run):
    made = element("r")
    if run.bold or run.italic:
        faces = [element("b")] * run.bold + [element("i")] * run.italic
        made.append(element("rPr", *faces))
    for place, line in enumerate(run.text.split("\n")):
        if place:
            made.append(element("br"))
        text = element("t")
        text.text = line
        text.set(qn("xml:space"), "preserve")
        made.append(text)
    return made
