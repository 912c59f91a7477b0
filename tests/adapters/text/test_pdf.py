"""Columns, blank lines, and what signature fields show."""

import io

import pikepdf
import typst

from thidua.adapters.pdf.fonts import document_fonts
from thidua.adapters.text import extract_text
from thidua.core.reading.reader import read_text

PAGE = """
#set page(width: 210mm, height: 297mm, margin: (left: 30mm, right: 15mm, y: 20mm))
#set text(font: "Tinos", size: 13pt)
#set par(first-line-indent: (amount: 12mm, all: true), justify: true)
#grid(columns: (1fr, 1fr), align: center, row-gutter: 6pt,
  [UBND HUYỆN LAM KHÊ], [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM],
  [PHÒNG GIÁO DỤC VÀ ĐÀO TẠO], [Độc lập - Tự do - Hạnh phúc],
  [Số:#h(10mm)/KH-PGDĐT], [Lam Khê, ngày 05 tháng 9 năm 2020])
#v(8mm)
#align(center)[*KẾ HOẠCH* \\ *Phát động phong trào thi đua năm học 2020 - 2021*]
#v(6mm)

Căn cứ Công văn số 412/SGDĐT-VP ngày 28/8/2020 của Sở Giáo dục và Đào tạo tỉnh Thanh Sơn về việc tổ chức phong trào thi đua;

I. CHỈ TIÊU

1. Phấn đấu 100% học sinh trong độ tuổi đến trường, không để học sinh nào phải nghỉ học vì hoàn cảnh gia đình khó khăn.

#v(6mm)
#grid(columns: (1fr, 1fr), [_Nơi nhận:_ \\ - Như trên; \\ - Lưu: VT.], align(center)[TRƯỞNG PHÒNG #v(20mm) Đỗ Quang Vịnh])
"""


def plan_pdf() -> bytes:
    return typst.compile(PAGE.encode(), font_paths=document_fonts())


def with_field(data: bytes, sign: str) -> bytes:
    """The same page with a signature field whose appearance writes `sign` into the blank of the number."""
    with pikepdf.open(io.BytesIO(data)) as document:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        form = document.make_stream(
            f"BT /F 12 Tf 1 4 Td ({sign}) Tj ET".encode(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 24, 16],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)),
        )
        x, y = number_blank(data)
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, T="so", F=132, Rect=[x, y, x + 24, y + 16],
            AP=pikepdf.Dictionary(N=form),
        )  # fmt: skip
        field = document.make_indirect(field)
        document.pages[0].Annots = document.make_indirect([field])
        document.Root.AcroForm = document.make_indirect(pikepdf.Dictionary(Fields=[field], SigFlags=3))
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()


def number_blank(data: bytes) -> tuple[float, float]:
    """Lower left corner of the room between "Số:" and the slash."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text = page.get_textpage()
        found = text.search("Số:")
        index, count = found.get_next()
        _, bottom, right, _ = text.get_charbox(index + count - 1)
        found.close()
        text.close()
        page.close()
    return right + 3, bottom - 4


def test_two_columns_are_kept_apart():
    lines = extract_text(plan_pdf(), "kh.pdf").split("\n")
    merged = next(line for line in lines if "LAM KHÊ" in line)
    assert "   CỘNG HÒA XÃ HỘI" in merged


def test_a_printed_plan_is_read():
    reading = read_text(extract_text(plan_pdf(), "kh.pdf"))
    header = reading.header
    assert (header.issuer.value, header.parent_body.value) == ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "UBND HUYỆN LAM KHÊ")
    assert (header.number, header.symbol.value, header.date.value) == (None, "KH-PGDĐT", "2020-09-05")
    assert [c.number for c in reading.citations] == ["412/SGDĐT-VP"]
    assert [t.value for t in reading.targets] == [100]
    assert [field.value for field in reading.recipients] == ["Như trên", "Lưu: VT"]
    assert reading.signer.name.value == "Đỗ Quang Vịnh"


def test_a_number_that_a_signature_field_shows_is_read():
    reading = read_text(extract_text(with_field(plan_pdf(), "25"), "kh.pdf"))
    assert reading.header.number.value == "25"
    assert reading.header.symbol.value == "KH-PGDĐT"
