"""The format of administrative documents: Decree 30/2020/NĐ-CP, Annex I. Lengths in mm, type sizes in points.

Where the decree leaves a range, one value inside it is chosen here, once, for every output.
"""

from dataclasses import dataclass

from thidua.core.documents.model import Align

FONT = "Tinos"  # metric twin of Times New Roman that may be passed on freely (I.4 names the typeface)
EDITABLE_FONT = "Times New Roman"

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210.0, 297.0  # I.1: A4
MARGIN_TOP_MM = 20.0  # I.3: 20-25
MARGIN_BOTTOM_MM = 20.0  # I.3: 20-25
MARGIN_LEFT_MM = 30.0  # I.3: 30-35
MARGIN_RIGHT_MM = 15.0  # I.3: 15-20
TEXT_WIDTH_MM = PAGE_WIDTH_MM - MARGIN_LEFT_MM - MARGIN_RIGHT_MM
LANDSCAPE_TEXT_WIDTH_MM = PAGE_HEIGHT_MM - MARGIN_TOP_MM - MARGIN_BOTTOM_MM
PAGE_NUMBER_PT = 13.0  # I.7: 13-14, centred in the top margin, not on the first page

# I.6, diagram: who issues stands left, the national title right. "CỘNG HÒA ... VIỆT NAM" in 12 pt bold needs 88.3 mm.
LEFT_COLUMN_MM = 0.44 * TEXT_WIDTH_MM
RIGHT_COLUMN_MM = TEXT_WIDTH_MM - LEFT_COLUMN_MM
RULE_SHARE = 0.4  # II.2, II.5: from a third to half of the line above
RULE_PT = 0.75
SIGNATURE_ROOM_MM = 28.0  # room for signature and seal between post and name

LINE_SPACING = 1.15  # II.6: single to 1.5
LINE_HEIGHT_EM = 1.149  # natural line of Times New Roman: ascent 0.891, descent 0.216, gap 0.042
FIRST_INDENT_MM = 12.7  # II.6: 10 or 12.7
PARAGRAPH_GAP_PT = 6.0  # II.6: at least 6

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CLOSING_MARK = "./."


@dataclass(frozen=True)
class TextStyle:
    """Kiểu chữ: how one component is set; `name` is the style's name in a word processor."""

    name: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    align: Align = "center"
    first_indent_mm: float = 0.0
    left_indent_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    spacing: float = 1.0


def _body(name: str, *, bold: bool = False, italic: bool = False, align: Align = "justify") -> TextStyle:
    indent = FIRST_INDENT_MM if align == "justify" else 0.0
    gap = PARAGRAPH_GAP_PT
    return TextStyle(name, 14, bold, italic, align, indent, after_pt=gap, spacing=LINE_SPACING)


STYLES: dict[str, TextStyle] = {
    "nation": TextStyle("Quốc hiệu", 12, bold=True),  # II.1: 12-13
    "motto": TextStyle("Tiêu ngữ", 13, bold=True),  # II.1: 13-14
    "parent": TextStyle("Cơ quan chủ quản", 12),  # II.2: 12-13
    "issuer": TextStyle("Cơ quan ban hành", 12, bold=True),  # II.2: 12-13
    "number": TextStyle("Số, ký hiệu", 13),  # II.3: 13
    "about": TextStyle("Trích yếu công văn", 12, before_pt=6),  # II.5b: 12-13
    "place_date": TextStyle("Địa danh, thời gian", 13, italic=True),  # II.4: 13-14
    "kind": TextStyle("Tên loại văn bản", 14, bold=True, before_pt=14),  # II.5a: 13-14
    "subject": TextStyle("Trích yếu nội dung", 14, bold=True),  # II.5a: 13-14
    "authority": TextStyle("Thẩm quyền ban hành", 14, bold=True, before_pt=10, after_pt=6),
    "decides": TextStyle("Quyết định", 14, bold=True, before_pt=6, after_pt=6),
    "addressee": TextStyle("Kính gửi", 14, before_pt=12, after_pt=6),  # II.9a: 13-14
    "addressees": TextStyle("Kính gửi nhiều nơi", 14, align="left", left_indent_mm=35, after_pt=2),
    "basis": _body("Căn cứ", italic=True),  # II.6: 13-14 italic
    "body": _body("Nội dung"),  # II.6: 13-14
    "bold": _body("Nội dung đậm", bold=True),
    "heading": _body("Phần, chương", bold=True, align="center"),
    "centred": _body("Nội dung giữa dòng", align="center"),
    "left": _body("Nội dung lề trái", align="left"),
    "right": _body("Nội dung lề phải", align="right"),
    "caption": TextStyle("Tên bảng", 13, bold=True, before_pt=4, after_pt=4),
    "cell_head": TextStyle("Đầu bảng", 12, bold=True, before_pt=2, after_pt=2),
    "cell_left": TextStyle("Ô bảng", 12, align="left", before_pt=2, after_pt=2),
    "cell_center": TextStyle("Ô bảng giữa", 12, before_pt=2, after_pt=2),
    "cell_right": TextStyle("Ô bảng phải", 12, align="right", before_pt=2, after_pt=2),
    "sent_to": TextStyle("Nơi nhận", 12, bold=True, italic=True, align="left"),  # II.9b: 12
    "recipient": TextStyle("Nơi nhận chi tiết", 11, align="left"),  # II.9b: 11
    "capacity": TextStyle("Quyền hạn, chức vụ", 14, bold=True),  # II.7: 13-14
    "signer": TextStyle("Họ tên người ký", 14, bold=True),  # II.7: 13-14
    "annex": TextStyle("Phụ lục", 14, bold=True),  # III.1: 14
    "annex_title": TextStyle("Tên phụ lục", 14, bold=True),  # III.1: 13-14
    "annex_note": TextStyle("Kèm theo văn bản", 14, italic=True),  # III.1: 13-14
}
