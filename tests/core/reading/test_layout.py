"""Wrapped lines, page breaks, page numbers, footnotes, tables: the text behind the print."""

import pytest

from thidua.core.reading.footnotes import take_footnotes
from thidua.core.reading.layout import lay_out
from thidua.core.reading.normalise import fold, normalise
from thidua.core.reading.tree import paragraphs


def items(text):
    head = "KẾ HOẠCH\nThi đua năm 2026\n\n"
    return [item.text for item in paragraphs(take_footnotes(lay_out(normalise(head + text)).body)[0])]


def test_a_page_break_inside_a_sentence_is_healed():
    assert items("1. Nâng cao chất lượng đội ngũ cán bộ và ứng dụng công nghệ\n\nthông tin.\n\n2. Dạy tốt.") == [
        "1. Nâng cao chất lượng đội ngũ cán bộ và ứng dụng công nghệ thông tin.",
        "2. Dạy tốt.",
    ]


def test_page_numbers_inside_sentences_are_taken_out():
    text = (
        "I. MỤC ĐÍCH\n1. Thi đua trong từng đơn vị và\n\n{}1\ncộng đồng xã hội.\n2. Dạy tốt, học\n\n{}2\ntốt.".replace(
            "{}", " " * 80
        )
    )
    assert items(text) == ["I. MỤC ĐÍCH", "1. Thi đua trong từng đơn vị và cộng đồng xã hội.", "2. Dạy tốt, học tốt."]


def test_a_footnote_in_the_middle_of_a_sentence_is_taken_out_and_kept():
    text = "1. Tinh giản biên chế, nâng\n\n¹ Chủ đề năm: “Kỷ cương”.\n\ncao chất lượng đội ngũ.\n\n2. Dạy tốt."
    body = lay_out(normalise("KẾ HOẠCH\nThi đua năm 2026\n\n" + text)).body
    kept, notes = take_footnotes(body)
    assert next(item.text for item in paragraphs(kept)) == "1. Tinh giản biên chế, nâng cao chất lượng đội ngũ."
    assert [[line.text for line in note] for note in notes] == [["¹ Chủ đề năm: “Kỷ cương”."]]


def test_a_dash_inside_a_wrapped_quotation_is_no_item():
    text = "1. Chủ đề “Kỷ cương - Nề nếp; Chủ động\n- Sáng tạo” của năm học.\n2. Dạy tốt."
    assert items(text) == ["1. Chủ đề “Kỷ cương - Nề nếp; Chủ động - Sáng tạo” của năm học.", "2. Dạy tốt."]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_item():
    text = "Thực hiện Chỉ thị số 46-CT/TW của Bộ Chính trị; Chỉ thị số\n28/CT-TTg ngày 18/9/2025 của Thủ tướng.\n\n1. Dạy tốt."
    assert items(text)[0].endswith("Chỉ thị số 28/CT-TTg ngày 18/9/2025 của Thủ tướng.")


def test_first_line_indents_part_paragraphs_where_no_line_is_blank():
    body = "\n".join(
        f"      Đoạn thứ {i} nói về thi đua dạy tốt của các nhà\ntrường trong toàn ngành, từ đầu năm học đến cuối năm\nhọc và có kết quả."
        for i in range(5)
    )
    assert len(items(body)) == 5


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (["I. A", "1. b b.", "a) c c.", "- d d.", "+ e e.", "2. f f.", "II. G"], [1, 2, 3, 4, 5, 2, 1]),
        (["A. MỘT", "I. Hai", "1. ba ba.", "B. BỐN", "C. NĂM", "D. SÁU"], [1, 2, 3, 1, 1, 1]),
        (["1. Một", "1.1. hai hai.", "1.2. ba ba.", "2. Bốn"], [1, 2, 2, 1]),
        (["I. MỘT", "I.1. Hai hai", "(1) ba ba.", "(2) bốn bốn.", "II. NĂM"], [1, 2, 3, 3, 1]),
        (["Điều 1. Một", "1. hai hai.", "Điều 2. Ba"], [1, 2, 1]),
    ],
)
def test_the_tree_of_headings(lines, levels):
    text = "KẾ HOẠCH\nThi đua năm 2026\n\nCăn cứ tình hình thực tế;\n\n" + "\n\n".join(lines)
    found = paragraphs(lay_out(normalise(text)).body)
    assert [len(item.path) + 1 for item in found if item.kind] == levels


def test_folding_keeps_every_place():
    text = "Ủy ban NHÂN DÂN – “Đẩy mạnh” ưỡ Ễ"
    assert fold(text) == 'uy ban nhan dan - "day manh" uo e'
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("**Đậm** và *nghiêng*", "Đậm và nghiêng"),
        ("* Ghi chú", "* Ghi chú"),
        ("a\u00a0b\u200bc\r\nd", "a bc\nd"),
        ("PGD&amp;ĐT 1\\. x", "PGD&ĐT 1. x"),
        ("Ðảng", "Đảng"),
        ("| A<br>B | C |", "|\nA\nB\n|\nC\n|"),
        ("ho\u0300a", "hòa"),
    ],
)
def test_normal_form(raw, clean):
    assert normalise(raw) == clean
