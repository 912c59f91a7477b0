"""Official documents as PDF/A, drawn by typst from the same layout as the .docx."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typst

from thidua.adapters.pdf.fonts import document_fonts, drawable
from thidua.core.documents import format as rules
from thidua.core.documents.kinds import KINDS
from thidua.core.documents.layout import lay_out
from thidua.core.documents.lines import date_parts, number_line
from thidua.core.documents.model import Document
from thidua.core.documents.text import clean

TEMPLATE = Path(__file__).parent / "official.typ"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)  # PDF/A wants a date, and a draft has none yet


def render_pdf(document: Document) -> bytes:
    """Return the document as PDF/A-2b, the same bytes for the same document.

    The text reaches the template as data only, so no sign in it can be taken for markup.
    """
    data = {"layout": asdict(lay_out(document)), "rules": _rules(), "title": _title(document)}
    return typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=document_fonts(),
        sys_inputs={"data": drawable(json.dumps(data, ensure_ascii=False))},
        pdf_standards=["a-2b"],
        timestamp=_made_on(document),
    )


def _made_on(document: Document) -> datetime:
    """The document's own date, not the clock's: the same document gives the same bytes."""
    year, month, day = date_parts(document.date)
    return datetime(year, month, day, tzinfo=UTC) if year and month and day else UNDATED


def _rules() -> dict[str, object]:
    names = [name for name in vars(rules) if name.isupper() and name != "STYLES"]
    constants: dict[str, object] = {name.lower(): getattr(rules, name) for name in names}
    return constants | {"styles": {key: asdict(style) for key, style in rules.STYLES.items()}}


def _title(document: Document) -> str:
    name = f"{KINDS[document.kind].name} {clean(number_line(document)).removeprefix('Số: ')}"
    return f"{name} {clean(document.subject)}".strip()
