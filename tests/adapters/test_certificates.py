"""Certificates: one page each, all words on it, a QR code that reads."""

from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from thidua.adapters.pdf.certificates import render_certificates
from thidua.adapters.qr import qr_svg
from thidua.core.documents.certificate import Certificate, CertificateDesign

ONE = Certificate(
    authority="Giám đốc Sở Giáo dục và Đào tạo tỉnh Quảng Trung",
    verb="Tặng",
    honour="Giấy khen",
    name="Bà Đặng Thị Ước",
    detail="Giáo viên Trường Tiểu học Tân Lập",
    achievement="Đã có thành tích xuất sắc trong năm học 2025 - 2026",
    decision="Quyết định số 128/QĐ-SGDĐT ngày 05 tháng 7 năm 2026",
    book_number="17",
    place_date="Quảng Trung, ngày 05 tháng 7 năm 2026",
    signer_lines=("KT. Giám đốc", "Phó Giám đốc"),
    signer_name="Trần Văn Hữu",
    verify_url="https://thidua.example.vn/xac-minh/AB12CD34",
    short_code="AB12-CD34",
)
A3 = CertificateDesign(width_mm=400, height_mm=300, frame_mm=30, honour_pt=60, name_pt=40, text_pt=24)


def pages(items) -> list[str]:
    with closing(pypdfium2.PdfDocument(render_certificates(items))) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_every_word_is_printed():
    (text,) = pages([ONE])
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TẶNG", "GIẤY KHEN", ONE.name, ONE.detail, ONE.achievement):
        assert words in text
    for words in (
        ONE.decision,
        "Số vào sổ vàng: 17",
        ONE.place_date,
        "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC",
        ONE.signer_name,
        ONE.short_code,
    ):
        assert words in text


def test_the_code_leads_to_the_page_that_checks_the_award():
    items = [ONE, replace(ONE, verify_url="https://thidua.example.vn/xac-minh/ZZ99")]
    with closing(pypdfium2.PdfDocument(render_certificates(items))) as document:
        read = [zxingcpp.read_barcodes(page.render(scale=2).to_pil())[0].text for page in document]
    assert read == [item.verify_url for item in items]


@pytest.mark.parametrize("times", [1, 5, 30])
@pytest.mark.parametrize("design", [CertificateDesign(), A3])
def test_long_words_still_fit_one_page(times, design):
    long = replace(
        ONE, achievement=f"{ONE.achievement}, " * times, name="Nguyễn Thị " * (3 if times > 1 else 1), design=design
    )
    texts = pages([long, ONE])
    assert len(texts) == 2
    assert texts[0].count("thành tích xuất sắc") == times


def test_designs_may_differ_from_page_to_page():
    with closing(pypdfium2.PdfDocument(render_certificates([ONE, replace(ONE, design=A3), ONE]))) as document:
        assert [round(page.get_width() / 72 * 25.4) for page in document] == [297, 400, 297]


def test_without_a_book_number_nothing_is_said_about_it():
    assert "sổ vàng" not in pages([replace(ONE, book_number="")])[0]


def test_markup_in_a_name_stays_text():
    name = "#panic() $x$ *A* <b>"
    assert name in pages([replace(ONE, name=name)])[0]


def test_nothing_to_print_is_refused():
    with pytest.raises(ValueError, match="để in"):
        render_certificates([])


def test_the_same_certificates_give_the_same_bytes():
    assert render_certificates([ONE]) == render_certificates([ONE])


def test_an_empty_or_endless_code_is_refused():
    for text in ("", "x" * 5000):
        with pytest.raises(ValueError):
            qr_svg(text)
