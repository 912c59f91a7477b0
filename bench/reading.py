"""Reading plans. The rules have no counterpart to compare with; text out of a .pdf is compared with the library's own."""

from contextlib import closing
from pathlib import Path

import pypdfium2

from bench.support import cpu_seconds, row
from thidua.adapters.docx.official import render_docx
from thidua.adapters.pdf.official import render_pdf
from thidua.adapters.text import extract_text
from thidua.core.documents.model import Document, Paragraph, Signer
from thidua.core.reading.reader import read_text

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "tests" / "samples" / "plans"
CORPUS = ROOT.parent / "shared" / "corpus"
TEN_PAGES = 28_000  # characters, at 14 points


def run() -> list[dict[str, object]]:
    """CPU seconds for document 004, a plan of ten pages, and the text of ten pages of .docx and .pdf."""
    text = _long_plan()
    document = _document(text)
    word, pdf = render_docx(document), render_pdf(document)
    return [
        row(*_document_004()),
        row(f"reading a plan of {len(text):,} characters (about ten pages)", cpu_seconds(lambda: read_text(text))),
        row("text of the same plan from .docx", cpu_seconds(lambda: extract_text(word, "plan.docx"))),
        row(
            "text of the same plan from .pdf, columns kept (baseline: pypdfium2's plain text, columns mixed)",
            cpu_seconds(lambda: extract_text(pdf, "plan.pdf")),
            cpu_seconds(lambda: _plain_text(pdf)),
        ),
    ]


def _document_004() -> tuple[str, float]:
    found = sorted(CORPUS.glob("004_*.txt")) or sorted(SAMPLES.glob("s5_*.txt"))
    text = found[0].read_text("utf-8")
    name = "reading document 004" if found[0].parent == CORPUS else "reading the province letter of the samples"
    return name, cpu_seconds(lambda: read_text(text), repeat=9)


def _long_plan() -> str:
    """The longest own sample with its body repeated until it fills ten pages."""
    text = max((path.read_text("utf-8") for path in SAMPLES.glob("*.txt")), key=len)
    start, end = text.index("II. NỘI DUNG"), text.index("Nơi nhận:")
    body = text[start:end]
    times = max(1, (TEN_PAGES - start - len(text) + end) // len(body))
    return text[:start] + body * times + text[end:]


def _document(text: str) -> Document:
    lines = tuple(Paragraph(line.strip()) for line in text.split("\n") if line.strip())
    return Document(
        kind="KH",
        issuer="Sở Giáo dục và Đào tạo",
        subject="Phát động phong trào thi đua năm 2026",
        symbol="KH-SGDĐT",
        body=lines,
        recipients=("Lưu: VT",),
        signer=Signer("Giám đốc"),
    )


def _plain_text(pdf: bytes) -> str:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "\n".join(_page(document, index) for index in range(len(document)))


def _page(document: pypdfium2.PdfDocument, index: int) -> str:
    with closing(document[index]) as page, closing(page.get_textpage()) as textpage:
        return str(textpage.get_text_range())
