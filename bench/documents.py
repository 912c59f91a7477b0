"""A plan of ten pages as .docx and .pdf; baseline for the .docx: the same tables made with python-docx cell by cell."""

import io

import docx
import pypdfium2

from bench.support import cpu_seconds, row
from thidua.adapters.docx.official import render_docx
from thidua.adapters.pdf.official import render_pdf
from thidua.core.documents.model import Column, Document, Paragraph, Point, Signer, Table

PAGES = 10
ROWS = 90
SENTENCE = "Các đơn vị cụ thể hóa nội dung thi đua vào kế hoạch công tác, gắn với nhiệm vụ chuyên môn của từng tổ, từng người. "


def run() -> list[dict[str, object]]:
    """Return CPU seconds for one plan in each format; raises if the plan is not about ten pages long."""
    plan = _plan()
    pages = len(pypdfium2.PdfDocument(render_pdf(plan)))
    if abs(pages - PAGES) > 1:
        raise RuntimeError(f"The sample plan has {pages} pages, not {PAGES}")
    return [
        row(
            f"plan of {pages} pages to .docx (baseline: its table and text through python-docx)",
            cpu_seconds(lambda: render_docx(plan)),
            cpu_seconds(lambda: _plain_docx(plan)),
        ),
        row(f"plan of {pages} pages to .pdf", cpu_seconds(lambda: render_pdf(plan))),
    ]


def _plan() -> Document:
    table = Table(
        (Column("STT", 1, "center"), Column("Đơn vị", 5), Column("Chỉ tiêu", 3), Column("Ghi chú", 2)),
        tuple((str(at), f"Trường Tiểu học số {at}", "95,5% học sinh hoàn thành", "") for at in range(1, ROWS + 1)),
    )
    parts = tuple(
        Point("I", f"Nội dung thứ {at}", children=tuple(Point("1", text=SENTENCE * 3) for _ in range(5)))
        for at in range(1, 7)
    )
    return Document(
        kind="KH",
        parent_body="Ủy ban nhân dân tỉnh Quảng Trung",
        issuer="Sở Giáo dục và Đào tạo",
        number="5",
        symbol="KH-SGDĐT",
        place="Quảng Trung",
        date="2026-02-05",
        subject="Phát động phong trào thi đua năm học 2026 - 2027",
        body=(Paragraph("Sở Giáo dục và Đào tạo ban hành Kế hoạch như sau:"), *parts, table),
        recipients=("UBND tỉnh (để b/c)", "Các cơ sở giáo dục", "Lưu: VT, VP"),
        signer=Signer("Giám đốc", "Trần Văn Hữu"),
    )


def _plain_docx(plan: Document) -> bytes:
    """The same text and table in the way of python-docx's guide, without any of the format."""
    target, sink = docx.Document(), io.BytesIO()
    for node in plan.body:
        if isinstance(node, Point):
            target.add_paragraph(node.title)
            for child in node.children:
                target.add_paragraph(child.text)
        elif isinstance(node, Table):
            made = target.add_table(rows=1, cols=len(node.columns))
            for texts in node.rows:
                for cell, text in zip(made.add_row().cells, texts, strict=True):
                    cell.text = text
    target.save(sink)
    return sink.getvalue()
