"""The PDF as a reader sees it: size of the page, place of the lines, page numbers, fonts."""

import io
from contextlib import closing

import pikepdf
import pypdfium2
import pytest

from tests.core.documents import samples
from thidua.adapters.pdf import fonts
from thidua.adapters.pdf.official import render_pdf
from thidua.core.documents import format as rules
from thidua.core.documents.model import Annex, Column, Document, Paragraph, Signer, Table

POINTS_PER_MM = 72 / 25.4


def plain(**values) -> Document:
    return Document(**{"kind": "KH", "issuer": "Sở Nội vụ", "subject": "Thi đua", **values})


def page_texts(content: bytes) -> list[str]:
    with closing(pypdfium2.PdfDocument(content)) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def boxes(content: bytes, words: str, page: int = 0) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in mm of the first place of some words."""
    with closing(pypdfium2.PdfDocument(content)) as document:
        text = document[page].get_textpage()
        start, count = text.search(words, match_case=True).get_next()
        found = [text.get_charbox(at) for at in range(start, start + count)]
        lefts, bottoms, rights, tops = zip(*found, strict=True)
        return tuple(edge / POINTS_PER_MM for edge in (min(lefts), min(bottoms), max(rights), max(tops)))


def sizes(content: bytes) -> list[tuple[int, int]]:
    with closing(pypdfium2.PdfDocument(content)) as document:
        return [tuple(round(side / POINTS_PER_MM) for side in page.get_size()) for page in document]


def test_pages_are_a4_and_annexes_may_lie_on_their_side():
    annexes = (Annex("Một", (Paragraph("x"),)), Annex("Hai", (Paragraph("y"),), landscape=True))
    assert sizes(render_pdf(plain(annexes=annexes))) == [(210, 297), (210, 297), (297, 210)]


def test_text_keeps_inside_the_margins_of_the_decree():
    long = " ".join(["Thi đua là yêu nước, yêu nước thì phải thi đua."] * 60)
    content = render_pdf(plain(body=(Paragraph(long),)))
    with closing(pypdfium2.PdfDocument(content)) as document:
        text = document[0].get_textpage()
        shown = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
    lefts, bottoms, rights, tops = zip(*shown, strict=True)
    assert min(lefts) / POINTS_PER_MM == pytest.approx(30, abs=1)
    assert max(rights) / POINTS_PER_MM == pytest.approx(210 - 15, abs=1)
    assert max(tops) / POINTS_PER_MM < 297 - 20
    assert min(bottoms) / POINTS_PER_MM > 20 - 1


def test_the_head_stands_in_two_columns_each_on_one_line():
    content = render_pdf(samples.plan())
    nation, motto = boxes(content, rules.NATION), boxes(content, rules.MOTTO)
    column = 30 + rules.LEFT_COLUMN_MM, 210 - 15
    assert column[0] < nation[0] < nation[2] < column[1]
    assert nation[3] - nation[1] < 6
    assert (nation[0] + nation[2]) / 2 == pytest.approx(sum(column) / 2, abs=0.5)
    assert (motto[0] + motto[2]) / 2 == pytest.approx(sum(column) / 2, abs=0.5)
    assert boxes(content, "Số:")[1] == pytest.approx(boxes(content, "Quảng Trung,")[1], abs=1.5)


def test_page_numbers_start_on_the_second_page_in_the_top_margin():
    table = Table((Column("STT"), Column("Tên")), tuple((f"s{at}", "x") for at in range(90)))
    content = render_pdf(plain(body=(table,), annexes=(Annex("Danh sách", (table,)),)))
    pages = page_texts(content)
    assert [page.split("\n")[0].strip() for page in pages[1:]] == ["2", "3", "Phụ lục", "2", "3"]
    assert pages[0].startswith("SỞ NỘI VỤ")
    left, bottom, right, _ = boxes(content, "2", page=1)
    assert bottom > 297 - 20
    assert (left + right) / 2 == pytest.approx(30 + rules.TEXT_WIDTH_MM / 2, abs=0.5)


def test_long_tables_repeat_their_head_on_every_page():
    table = Table((Column("Họ và tên"), Column("Đơn vị")), tuple((f"Người {at}", "x") for at in range(120)))
    pages = page_texts(render_pdf(plain(body=(table,))))
    assert len(pages) > 2
    assert [page.count("Họ và tên") for page in pages if "Người" in page] == [1] * sum(
        "Người" in page for page in pages
    )


def test_the_signature_never_stands_alone_on_a_page():
    signer = Signer("Giám đốc", "Nguyễn Văn A")
    for lines in range(14, 24):
        body = tuple(Paragraph(f"Đoạn số {at}") for at in range(lines))
        signed = next(page for page in page_texts(render_pdf(plain(body=body, signer=signer))) if "GIÁM ĐỐC" in page)
        assert "./." in signed
        assert "Nguyễn Văn A" in signed


def test_only_the_document_font_is_used_and_it_is_embedded():
    with pikepdf.open(io.BytesIO(render_pdf(samples.decision()))) as document:
        found = {
            str(font["/BaseFont"]).split("+")[-1]: "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
            for page in document.pages
            for font in page["/Resources"]["/Font"].values()
        }
    assert set(found) <= {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}
    assert all(found.values())


def test_markup_in_text_stays_text():
    subject = '#panic() $x$ *b* _i_ "q" <script> @ref [y] \\ {z} `c` //k'
    assert " ".join(page_texts(render_pdf(plain(subject=subject)))[0].split()).count(subject) == 1


@pytest.mark.parametrize("sample", samples.ALL)
def test_the_same_document_gives_the_same_bytes(sample):
    assert render_pdf(sample()) == render_pdf(sample())


def test_a_missing_font_is_named_with_what_to_do(monkeypatch):
    monkeypatch.setattr(fonts, "FACES", ("Tinos_Khong_Co.ttf",))
    with pytest.raises(fonts.MissingFontError, match="make setup"):
        fonts.font_dir()


def test_signs_that_the_font_lacks_do_not_stop_a_document():
    """A tick left over from a scan, an emoji, a Chinese character: an empty box each, and the rest as it is."""
    text = " ".join(page_texts(render_pdf(plain(subject="Phát động ✓ phong trào 🎉 thi đua 漢")))[0].split())
    assert "Phát động □ phong trào □ thi đua □" in text
