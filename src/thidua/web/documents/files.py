"""A document tree as a file to download."""

from django.http import HttpResponse

from thidua.adapters.docx.official import render_docx
from thidua.adapters.pdf.official import render_pdf
from thidua.core.documents.model import Document
from thidua.web.downloads import PDF, WORD, download

FORMATS = {"docx": (render_docx, WORD), "pdf": (render_pdf, PDF)}
_UNFIT = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))


def file_name(words: str, fmt: str) -> str:
    """A name that every system takes: no slashes and quotes, not too long."""
    return f"{' '.join(words.translate(_UNFIT).split())[:120].strip()}.{fmt}"


def send_document(document: Document, words: str, fmt: str) -> HttpResponse:
    """The document in the format (`docx` or `pdf`) as an attachment named by `words`."""
    render, media_type = FORMATS[fmt]
    return download(render(document), file_name(words, fmt), media_type)
