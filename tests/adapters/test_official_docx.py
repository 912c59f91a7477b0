"""The .docx as a word processor finds it: page, margins, frame, tables, page numbers."""

import io
import zipfile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tests.core.documents import samples
from thidua.adapters.docx.official import render_docx
from thidua.core.documents import format as rules
from thidua.core.documents.layout import lay_out
from thidua.core.documents.model import Annex, Column, Document, Paragraph, Signer, Table

TWIPS_PER_MM = 1440 / 25.4


def opened(document: Document):
    return docx.Document(io.BytesIO(render_docx(document)))


def plain(**values) -> Document:
    return Document(**{"kind": "KH", "issuer": "Sở Nội vụ", "subject": "Thi đua", **values})


def test_the_page_is_a4_with_the_margins_of_the_decree():
    section = opened(samples.plan()).sections[0]
    measures = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(each.mm) for each in measures] == [210, 297, 20, 20]
    assert [round(each.mm) for each in (section.left_margin, section.right_margin)] == [30, 15]


def test_page_numbers_stand_centred_in_the_top_margin_from_the_second_page():
    section = opened(samples.plan()).sections[0]
    number = section.header.paragraphs[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert "PAGE" in "".join(each.text for each in number._p.iter(qn("w:instrText")))
    assert (number.alignment, {run.font.size.pt for run in number.runs}) == (1, {13.0})


def test_annexes_count_their_own_pages_and_may_lie_on_their_side():
    annexes = (Annex("Một", (Paragraph("x"),)), Annex("Hai", (Paragraph("y"),), landscape=True))
    first, one, two = opened(plain(annexes=annexes)).sections
    starts = [section._sectPr.findall(qn("w:pgNumType")) for section in (first, one, two)]
    assert [[each.get(qn("w:start")) for each in found] for found in starts] == [[], ["1"], ["1"]]
    assert (two.orientation, round(two.page_width.mm), round(two.top_margin.mm)) == (WD_ORIENT.LANDSCAPE, 297, 30)


def test_the_header_is_a_frame_of_two_columns_without_padding():
    frame = opened(samples.plan()).tables[0]
    widths = [int(each.get(qn("w:w"))) / TWIPS_PER_MM for each in frame._tbl.tblGrid]
    assert widths == pytest.approx([rules.LEFT_COLUMN_MM, rules.RIGHT_COLUMN_MM], abs=0.1)
    assert frame.rows[0].cells[1].text.split("\n")[:2] == [rules.NATION, rules.MOTTO]
    assert {each.get(qn("w:w")) for each in frame._tbl.tblPr.find(qn("w:tblCellMar"))} == {"0"}


def test_rules_have_the_length_the_layout_asks_for():
    document = samples.plan()
    cell = opened(document).tables[0].rows[0].cells[1]
    indents = [p._p.pPr.find(qn("w:ind")) for p in cell.paragraphs if p._p.pPr.find(qn("w:pBdr")) is not None]
    drawn = (
        rules.RIGHT_COLUMN_MM - sum(int(indents[0].get(qn(f"w:{side}"))) for side in ("left", "right")) / TWIPS_PER_MM
    )
    assert drawn == pytest.approx(lay_out(document).right[-1].length_mm, abs=0.1)


def test_long_tables_repeat_their_head_and_keep_rows_whole():
    table = Table((Column("STT"), Column("Tên")), tuple((str(at), "x") for at in range(200)))
    made = next(each for each in opened(plain(body=(table,))).tables if len(each.rows) == 201)
    properties = [row.trPr for row in made._tbl.tr_lst]
    assert [p.find(qn("w:tblHeader")) is not None for p in properties] == [True] + [False] * 200
    assert all(p.find(qn("w:cantSplit")) is not None for p in properties)


def test_every_component_has_a_style_a_clerk_can_change():
    document = opened(samples.decision())
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Tên loại văn bản", "Thẩm quyền ban hành", "Căn cứ", "Nội dung", "Tên phụ lục"} <= used
    style = document.styles["Nội dung"]
    assert (style.font.name, style.font.size.pt) == ("Times New Roman", 14)
    assert round(style.paragraph_format.first_line_indent.mm, 1) == 12.7


@pytest.mark.parametrize("sample", samples.ALL)
def test_the_same_document_gives_the_same_bytes(sample):
    assert render_docx(sample()) == render_docx(sample())


def test_markup_in_text_stays_text():
    subject = 'Thi đua #1 $x$ *b* "q" <script>alert(1)</script> & {{ y }}'
    document = opened(plain(subject=subject))
    assert subject in " ".join(paragraph.text for paragraph in document.paragraphs).replace("  ", " ")


def test_unprintable_characters_do_not_break_the_file():
    document = opened(plain(body=(Paragraph("a\x00b\x0bc\ufffe"),), signer=Signer("Giám đốc", "A\x08")))
    assert "ab c./." in [paragraph.text for paragraph in document.paragraphs]


def test_the_file_is_a_package_without_marks_of_the_machine():
    with zipfile.ZipFile(io.BytesIO(render_docx(samples.plan()))) as package:
        assert {item.date_time for item in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in package.read("docProps/core.xml")
