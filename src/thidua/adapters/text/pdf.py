"""PDF -> text, every line laid out by the coordinates of its characters."""

import ctypes
import io
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from thidua.adapters.text.errors import UnreadableFile

_MAX_PAGES = 400
_FEWEST_LETTERS = 30  # a scan has none, or only what an electronic signature painted
_NO_LETTERS = {0xA0, 0xAD, 0xFFFE, 0xFFFF}
_SPACE = 0.14  # of the letter size: a wider gap between two letters parts words
_COLUMN = 0.5  # of the letter size: the width a blank stands for


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    left: float
    right: float
    base: float
    size: float


def read_pdf(data: bytes, name: str) -> str:
    """Text of all pages, one line each printed line; what signature fields show is painted on the page first."""
    painted = _paint_fields(data, name)
    try:
        document = pypdfium2.PdfDocument(painted)
    except pypdfium2.PdfiumError:
        raise UnreadableFile(f"Tệp {name} bị hỏng, không mở được: hãy xuất lại bản .pdf hoặc tải bản .docx.") from None
    with closing(document):
        if len(document) > _MAX_PAGES:
            raise UnreadableFile(f"Tệp {name} dài hơn {_MAX_PAGES} trang: hãy chỉ tải phần kế hoạch.")
        pages = [_page_text(document, index) for index in range(len(document))]
    text = "\n".join(pages)
    if sum(c.isalpha() for c in text) < _FEWEST_LETTERS:
        raise UnreadableFile(
            f"Tệp {name} là bản quét, không có chữ để đọc: hãy tải bản .docx hoặc bản .pdf xuất từ máy."
        )
    return text


def _paint_fields(data: bytes, name: str) -> bytes:
    """Draw the appearances of form and signature fields into their pages (number and date are often set there)."""
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            if not any("/Annots" in page for page in document.pages) and not document.is_encrypted:
                return data
            document.flatten_annotations("all")
            for page in document.pages:
                if "/Annots" in page:
                    del page["/Annots"]
            target = io.BytesIO()
            document.save(target)
            return target.getvalue()
    except pikepdf.PasswordError:
        raise UnreadableFile(f"Tệp {name} có mật khẩu: hãy gỡ mật khẩu rồi tải lại.") from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return data


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    with suppress(pypdfium2.PdfiumError):
        page = document[index]
        with closing(page), closing(page.get_textpage()) as textpage:
            return _set(list(_letters(textpage)))
    return ""


def _letters(textpage: pypdfium2.PdfTextPage) -> Iterator[_Letter]:
    """Letters of a page. Of neighbours in boxes of one height only the first is asked for its base line."""
    handle, box = textpage.raw, pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    top = bottom = 0.0
    for i in range(pdfium.FPDFText_CountChars(handle)):
        code = pdfium.FPDFText_GetUnicode(handle, i)
        if code <= 32 or code in _NO_LETTERS or 0xD800 <= code < 0xE000:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(handle, i, box):
            continue
        if (box.top, box.bottom) != (top, bottom):
            top, bottom = box.top, box.bottom
            pdfium.FPDFText_GetCharOrigin(handle, i, x, y)
        yield _Letter(chr(code), box.left, box.right, y.value, abs(top - bottom) or 1.0)


def _set(letters: list[_Letter]) -> str:
    """Put letters together to lines, words and columns of blanks."""
    if not letters:
        return ""
    lines = _lines(letters)
    size = median(letter.size for letter in letters)
    margin = min(line[0].left for line in lines)
    pitches = [a[0].base - b[0].base for a, b in pairwise(lines)]
    pitch = median(pitches) if pitches else size
    printed: list[str] = []
    for i, line in enumerate(lines):
        if i and pitches[i - 1] > 1.9 * pitch:
            printed.append("")
        printed.append(" " * round((line[0].left - margin) / (_COLUMN * size)) + _line(line))
    return "\n".join(printed)


def _lines(letters: list[_Letter]) -> list[list[_Letter]]:
    """Letters by base line, from the top of the page, each line from left to right."""
    lines: list[list[_Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.base):
        if lines and lines[-1][0].base - letter.base < 0.38 * max(lines[-1][0].size, letter.size):
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _line(letters: list[_Letter]) -> str:
    parts = [letters[0].sign]
    for before, letter in pairwise(letters):
        gap = letter.left - before.right
        size = max(before.size, letter.size)
        if gap > _SPACE * size:
            parts.append(" " * max(1, round(gap / (_COLUMN * size))))
        parts.append(letter.sign)
    return "".join(parts)
