"""Centred texts broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.documents.breaking import break_evenly
from thidua.core.documents.metrics import text_width_mm

WORDS = ["thi", "đua", "khen", "thưởng", "-", "và", "năm", "học", "tỉnh", "Ủy", "Ơn"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("TRƯỜNG TIỂU HỌC NGUYỄN VĂN TRỖI", ("TRƯỜNG TIỂU HỌC", "NGUYỄN VĂN TRỖI")),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", ("HỘI ĐỒNG THI ĐUA -", "KHEN THƯỞNG")),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH QUẢNG TRUNG", ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TỈNH QUẢNG TRUNG")),
        ("SỞ NỘI VỤ", ("SỞ NỘI VỤ",)),
        ("", ("",)),
    ],
)
def test_names_break_where_a_clerk_breaks_them(text, lines):
    assert break_evenly(text, 12, 70, bold=True) == lines


@given(TEXTS, st.floats(20, 160))
def test_nothing_is_lost_and_every_line_fits(text, width):
    lines = break_evenly(text, 14, width)
    assert " ".join(lines) == text
    assert all(text_width_mm(line, 14) <= width + 1e-6 or " " not in line for line in lines)


@pytest.mark.parametrize(("plain", "marked"), [("ơ", "ớ"), ("ư", "ự"), ("Ơ", "Ợ"), ("đ", "đ"), ("ê", "ễ")])
def test_tone_marks_do_not_widen_a_letter(plain, marked):
    assert text_width_mm(plain, 14, bold=True) == text_width_mm(marked, 14, bold=True) > 0
