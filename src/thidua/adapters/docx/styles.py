"""The named styles of our .docx files, made from the format rules, so that a clerk restyles by style."""

import io
from functools import cache

import docx
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from thidua.core.documents.format import EDITABLE_FONT, STYLES, TextStyle

ALIGNMENTS = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def style_id(key: str) -> str:
    """Return the id in the file of a style of `format.STYLES`."""
    return f"vb-{key}"


def new_document() -> DocxDocument:
    """Return an empty document with every style of the format rules."""
    return docx.Document(io.BytesIO(_template()))


@cache
def _template() -> bytes:
    """The styles take longer to make than most documents, so they are made once."""
    target = docx.Document()
    target.element.body.remove_all("w:p")
    normal = target.styles["Normal"]
    _set_font(normal, 14)
    normal.element.rPr.append(normal.element.makeelement(qn("w:lang"), {qn("w:val"): "vi-VN"}))
    for key, rules in STYLES.items():
        style = target.styles.add_style(rules.name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.styleId = style_id(key)
        style.base_style = normal
        style.quick_style = True
        _shape(style, rules)
    sink = io.BytesIO()
    target.save(sink)
    return sink.getvalue()


def _shape(style, rules: TextStyle) -> None:
    _set_font(style, rules.size_pt)
    style.font.bold, style.font.italic = rules.bold, rules.italic
    shape = style.paragraph_format
    shape.alignment = ALIGNMENTS[rules.align]
    shape.first_line_indent = Mm(rules.first_indent_mm)
    shape.left_indent = Mm(rules.left_indent_mm)
    shape.space_before, shape.space_after = Pt(rules.before_pt), Pt(rules.after_pt)
    shape.line_spacing = rules.spacing
    shape.widow_control = True


def _set_font(style, size_pt: float) -> None:
    """Set the face for Latin and for complex scripts alike; Word falls back to another face where one is missing."""
    style.font.name, style.font.size = EDITABLE_FONT, Pt(size_pt)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for side in ("w:cs", "w:eastAsia", "w:hAnsi"):
        fonts.set(qn(side), EDITABLE_FONT)
