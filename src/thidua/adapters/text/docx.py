"""Word documents -> text: paragraphs with their list numbers, layout tables cell by cell, data tables row by row."""

import io
import zipfile
from collections.abc import Iterable, Iterator

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import _BaseHeaderFooter
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from thidua.adapters.text.errors import UnreadableFile
from thidua.adapters.text.numbering import ListNumbers

_MAX_UNPACKED = 300 * 1024 * 1024
_MAX_MARKUP = 40 * 1024 * 1024  # of all parts that are parsed: a tree in memory takes many times its text
_SKIPPED = {qn("w:del"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", qn("w:moveFrom")}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_docx(data: bytes, name: str) -> str:
    """Text of a .docx: page header, body with footnotes after the paragraph that bears them, page footer."""
    _check(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        return _joined(block for block in _blocks(document) if block[0].strip())
    except UnreadableFile:
        raise
    except Exception:  # python-docx and lxml raise many kinds for a damaged package
        raise UnreadableFile(f"Tệp {name} bị hỏng, không mở được: hãy mở bằng Word và lưu lại.") from None


def _check(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableFile(f"Tệp {name} bị hỏng, không mở được: hãy tải lại hoặc lưu lại từ Word.") from None
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries) or "EncryptedPackage" in names:
        raise UnreadableFile(f"Tệp {name} có mật khẩu: hãy gỡ mật khẩu rồi tải lại.")
    if "word/document.xml" not in names:
        raise UnreadableFile(f"Tệp {name} không phải văn bản Word: hãy chọn tệp .docx, .pdf hoặc .txt.")
    markup = sum(entry.file_size for entry in entries if not entry.filename.startswith("word/media/"))
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED or markup > _MAX_MARKUP:
        raise UnreadableFile(f"Tệp {name} quá lớn sau khi giải nén: hãy bỏ bớt ảnh trong tệp rồi tải lại.")


def _joined(blocks: Iterable[tuple[str, bool]]) -> str:
    """Blocks parted by a blank line; centred lines in a row (a title) stay together."""
    text, was_centred = "", False
    for block, centred in blocks:
        text += ("\n" if centred and was_centred else "\n\n") + block
        was_centred = centred
    return text.strip("\n")


def _blocks(document: Document) -> Iterator[tuple[str, bool]]:
    """(text, whether it is centred) of each block, in the order of the page."""
    first = document.sections[0] if document.sections else None
    numbers, notes = ListNumbers(document), _footnotes(document)
    if first is not None:
        yield _page_part(first.header), False
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield _table(block, numbers), False
        else:
            yield _paragraph(block, numbers), block.alignment == WD_ALIGN_PARAGRAPH.CENTER
            yield from ((notes[key], False) for key in _references(block) if key in notes)
    if first is not None:
        yield _page_part(first.footer), False


def _page_part(part: _BaseHeaderFooter) -> str:
    """Header or footer text worth reading: more than a page number."""
    if part.is_linked_to_previous:
        return ""
    texts = [_text(paragraph) for paragraph in part.paragraphs]
    return "\n".join(text for text in texts if sum(map(str.isalpha, text)) > 5)


def _paragraph(paragraph: Paragraph, numbers: ListNumbers) -> str:
    text = _text(paragraph)
    label = numbers.label(paragraph) if text.strip() else ""
    return f"{label} {text.strip()}" if label else text.strip()


def _text(paragraph: Paragraph) -> str:
    """Text with tracked insertions, without deletions and without the second form of text boxes."""
    return "".join(_walk(paragraph._p))


def _walk(element: object) -> Iterator[str]:
    for child in element:  # type: ignore[attr-defined]
        if child.tag in _SKIPPED:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == qn("w:footnoteReference"):
            yield str(child.get(qn("w:id"))).translate(_SUPERSCRIPT)
        else:
            if child.tag == qn("w:p"):
                yield "\n"
            yield from _walk(child)


def _table(table: Table, numbers: ListNumbers) -> str:
    """Layout tables (head, signature) cell by cell between bars; data tables one row a line."""
    rows = [_distinct(row.cells) for row in table.rows]
    if len(rows) <= 4 and any(len(cell.paragraphs) > 1 for cells in rows for cell in cells) and len(rows[0]) <= 3:
        cells = ["\n".join(_cell_lines(cell, numbers)) for row in rows for cell in row]
        return "|\n" + "".join(f"{text}\n|\n" for text in cells if text.strip())
    lines = [
        "| " + " | ".join(" ".join(" ".join(_cell_lines(cell, numbers)).split()) for cell in row) + " |" for row in rows
    ]
    return "\n".join(lines)


def _distinct(cells: tuple[_Cell, ...]) -> list[_Cell]:
    """Cells of a row; a merged cell once."""
    seen: list[_Cell] = []
    for cell in cells:
        if not any(cell._tc is other._tc for other in seen):
            seen.append(cell)
    return seen


def _cell_lines(cell: _Cell, numbers: ListNumbers) -> list[str]:
    lines: list[str] = []
    for block in cell.iter_inner_content():
        text = _table(block, numbers) if isinstance(block, Table) else _paragraph(block, numbers)
        lines += [line for line in text.split("\n") if line.strip()]
    return lines


def _footnotes(document: Document) -> dict[str, str]:
    """Footnotes by id, each as one paragraph that opens with its raised number."""
    for relation in document.part.rels.values():
        if relation.reltype == _FOOTNOTES:
            from lxml import etree

            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            return dict(_notes(root))
    return {}


def _notes(root: object) -> Iterator[tuple[str, str]]:
    for note in root:  # type: ignore[attr-defined]
        key, text = str(note.get(qn("w:id"))), " ".join("".join(_walk(note)).split())
        if text and note.get(qn("w:type")) is None:
            yield key, f"{key.translate(_SUPERSCRIPT)} {text}"


def _references(paragraph: Paragraph) -> list[str]:
    return [str(mark.get(qn("w:id"))) for mark in paragraph._p.iter(qn("w:footnoteReference"))]
