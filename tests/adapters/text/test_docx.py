"""Word files: tables, automatic numbers, footnotes, tracked changes."""

import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from thidua.adapters.text import UnreadableFile, extract_text
from thidua.core.reading.reader import read_text


def saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def official():
    document = docx.Document()
    head = document.add_table(1, 2)
    left, right = head.rows[0].cells
    left.text = "UBND XÃ TÂN LẬP"
    left.add_paragraph("TRƯỜNG THCS TÂN LẬP")
    left.add_paragraph("Số: 12/KH-THCS")
    right.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    right.add_paragraph("Độc lập - Tự do - Hạnh phúc")
    right.add_paragraph("Tân Lập, ngày 05 tháng 9 năm 2026")
    for line in ("KẾ HOẠCH", "Phát động phong trào thi đua", "năm học 2026 - 2027"):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def signed(document):
    tail = document.add_table(1, 2)
    left, right = tail.rows[0].cells
    left.text = "Nơi nhận:"
    left.add_paragraph("- Như trên;")
    left.add_paragraph("- Lưu: VT.")
    right.text = "HIỆU TRƯỞNG"
    right.add_paragraph("")
    right.add_paragraph("Nguyễn Văn An")
    return document


def test_head_and_signature_tables_are_read_cell_by_cell():
    document = official()
    document.add_paragraph("I. MỤC ĐÍCH")
    document.add_paragraph("1. Thi đua dạy tốt, học tốt.")
    reading = read_text(extract_text(saved(signed(document)), "kh.docx"))
    header = reading.header
    assert (header.parent_body.value, header.issuer.value) == ("UBND XÃ TÂN LẬP", "TRƯỜNG THCS TÂN LẬP")
    assert (header.number.value, header.place.value, header.date.value) == ("12", "Tân Lập", "2026-09-05")
    assert header.subject.value == "Phát động phong trào thi đua năm học 2026 - 2027"
    assert [field.value for field in reading.recipients] == ["Như trên", "Lưu: VT"]
    assert (reading.signer.position.value, reading.signer.name.value) == ("HIỆU TRƯỞNG", "Nguyễn Văn An")


def test_a_data_table_is_read_row_by_row():
    document = official()
    table = document.add_table(2, 3)
    for row, texts in zip(table.rows, (("TT", "Chỉ tiêu", "Năm 2026"), ("1", "Học sinh giỏi", "15")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    assert "| TT | Chỉ tiêu | Năm 2026 |\n| 1 | Học sinh giỏi | 15 |" in extract_text(saved(document), "kh.docx")


def numbered(document, text, level):
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))


def test_automatic_numbers_are_written_out():
    document = official()
    levels = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", ""))
    xml = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{xml}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text, level in (("MỘT", 0), ("hai", 1), ("ba", 2), ("bốn", 2), ("năm", 3), ("sáu", 1), ("BẢY", 0), ("tám", 1)):
        numbered(document, text, level)
    lines = [line for line in extract_text(saved(document), "kh.docx").split("\n") if line][-8:]
    assert lines == ["I. MỘT", "1. hai", "a) ba", "b) bốn", "- năm", "2. sáu", "II. BẢY", "1. tám"]


def test_tracked_insertions_count_and_deletions_do_not():
    document = official()
    paragraph = document.add_paragraph("Thi đua ")
    for tag, word_tag, word in (("w:ins", "w:t", "dạy tốt"), ("w:del", "w:delText", "dạy kém")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(word_tag)
        text.text = word
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    text = extract_text(saved(document), "kh.docx")
    assert "Thi đua dạy tốt" in text
    assert "dạy kém" not in text


def test_a_footnote_follows_the_paragraph_that_bears_it():
    document = official()
    paragraph = document.add_paragraph("Hưởng ứng chủ đề năm")
    run = OxmlElement("w:r")
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), "2")
    run.append(mark)
    paragraph._p.append(run)
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Chủ đề: “Kỷ cương”.</w:t></w:r></w:p></w:footnote>'
    xml = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    text = extract_text(saved(document), "kh.docx")
    assert "Hưởng ứng chủ đề năm²\n\n² Chủ đề: “Kỷ cương”." in text
    assert [field.value for field in read_text(text).theme] == ["Kỷ cương"]


def test_the_page_header_is_read_and_page_numbers_are_not():
    document = official()
    document.sections[0].header.paragraphs[0].text = "LƯU HÀNH NỘI BỘ"
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    text = extract_text(saved(document), "kh.docx")
    assert text.startswith("LƯU HÀNH NỘI BỘ")
    assert "Trang 1" not in text


def test_a_small_file_with_endless_markup_is_refused_unopened():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p/>" * 8_000_000)
    assert len(packed.getvalue()) < 200_000
    with pytest.raises(UnreadableFile, match="quá lớn sau khi giải nén"):
        extract_text(packed.getvalue(), "bom.docx")
