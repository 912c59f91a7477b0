"""Certificates as one PDF, a page each, with a QR code that leads to the page that checks the award."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import typst

from thidua.adapters.pdf.fonts import document_fonts, drawable
from thidua.adapters.qr import qr_svg
from thidua.core.documents.certificate import Certificate
from thidua.core.documents.certificate_fit import GAP_MM, fit, text_room_mm
from thidua.core.documents.format import FONT, MOTTO, NATION
from thidua.core.documents.metrics import text_width_mm
from thidua.core.documents.text import clean

MOTTO_PT = 14.0
TEMPLATE = Path(__file__).parent / "certificates.typ"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)  # no clock: the same certificates give the same bytes


def render_certificates(items: Sequence[Certificate]) -> bytes:
    """Return one PDF with a page for each certificate, in the order given.

    Raises ValueError when there is nothing to print.
    """
    if not items:
        raise ValueError("Không có giấy khen, giấy chứng nhận nào để in")
    batches = [[_values(item) for item in batch] for _, batch in groupby(items, key=attrgetter("design"))]
    data: dict[str, object] = {
        "font": FONT,
        "nation": NATION,
        "motto": MOTTO,
        "title": clean(items[0].honour),
        "batches": batches,
    }
    data["motto_mm"] = text_width_mm(MOTTO, MOTTO_PT, bold=True)
    return typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=document_fonts(),
        sys_inputs={"data": drawable(json.dumps(data, ensure_ascii=False))},
        timestamp=UNDATED,
        pdf_tags=False,
    )


def _values(item: Certificate) -> dict[str, object]:
    fitted = fit(item)
    _, room_mm = text_room_mm(item.design)
    return {
        "design": vars(item.design),
        "lines": fitted.lines,
        "scale": fitted.scale,
        "room_mm": room_mm,
        "gap_mm": GAP_MM * fitted.scale,
        "decision": clean(item.decision),
        "book_number": clean(item.book_number),
        "place_date": clean(item.place_date),
        "signer_lines": [clean(line).upper() for line in item.signer_lines],
        "signer_name": clean(item.signer_name),
        "verify_url": item.verify_url,
        "short_code": clean(item.short_code),
        "qr": qr_svg(item.verify_url),
    }
