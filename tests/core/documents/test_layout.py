"""Documents laid out: numbering, closing mark, rules, tables, titles."""

import pytest

from tests.core.documents import samples
from thidua.core.documents import format as rules
from thidua.core.documents.body import Rule, TableBlock, TextBlock
from thidua.core.documents.layout import lay_out
from thidua.core.documents.metrics import text_width_mm
from thidua.core.documents.model import Annex, Article, Column, Document, Heading, Paragraph, Point, Signer, Table
from thidua.core.documents.numbering import letter


def make(*body, **values) -> Document:
    return Document(**{"kind": "KH", "issuer": "Sở Nội vụ", "subject": "Thi đua", "body": body, **values})


def texts(document: Document) -> list[str]:
    """The body's lines, after the title."""
    blocks = [block for block in lay_out(document).blocks if isinstance(block, TextBlock)]
    return [block.text for block in blocks if block.style not in ("kind", "subject")]


def test_points_are_numbered_among_their_siblings_by_level():
    document = make(
        Point("I", "Mục đích", children=(Point("1", "Một", children=(Point("a", text="x"), Point("a", text="y"))),)),
        Point("I", "Nội dung", children=(Point("1", text="z"), Point("-", text="w"), Point("1", text="v"))),
    )
    assert texts(document) == ["I. MỤC ĐÍCH", "1. Một", "a) x", "b) y", "II. NỘI DUNG", "1. z", "- w", "2. v./."]


def test_letters_follow_the_administration_alphabet():
    assert [letter(at) for at in range(1, 9)] == ["a", "b", "c", "d", "đ", "e", "g", "h"]
    assert "".join(letter(at) for at in range(1, 24)).isalpha()
    assert not set("fjwzăâêôơư") & {letter(at) for at in range(1, 24)}
    assert letter(24) == "aa"


def test_articles_are_numbered_through_the_document_even_when_equal():
    article = Article(text="Thi hành")
    document = make(Heading("Chương I", "Quy định"), article, Heading("Chương II", "Hiệu lực"), article)
    assert texts(document) == [
        "Chương I",
        "QUY ĐỊNH",
        "Điều 1. Thi hành",
        "Chương II",
        "HIỆU LỰC",
        "Điều 2. Thi hành./.",
    ]


@pytest.mark.parametrize("end", ["", ".", ";", "./.", " . "])
def test_the_body_ends_with_the_closing_mark_once(end):
    assert texts(make(Paragraph(f"Trên đây là Kế hoạch{end}")))[-1] == "Trên đây là Kế hoạch./."


def test_one_addressee_follows_on_the_line_and_several_stand_below():
    assert texts(make(kind="TTr", addressees=("UBND tỉnh",)))[0] == "Kính gửi: UBND tỉnh."
    several = texts(make(kind="TTr", addressees=("UBND tỉnh", "Sở Nội vụ")))
    assert several[:3] == ["Kính gửi:", "- UBND tỉnh;", "- Sở Nội vụ."]


def test_decisions_name_the_authority_before_the_bases_and_decide_after():
    decision = make(Article(text="Khen"), kind="QĐ", authority="Giám đốc Sở", legal_bases=("Căn cứ Luật",))
    assert texts(decision) == ["GIÁM ĐỐC SỞ", "Căn cứ Luật.", "QUYẾT ĐỊNH:", "Điều 1. Khen./."]


def test_the_motto_is_underlined_in_its_own_length():
    rule = lay_out(make()).right[-1]
    assert rule == Rule(round(text_width_mm(rules.MOTTO, 13, bold=True), 1))


def test_rules_under_issuer_and_subject_are_between_a_third_and_half():
    layout = lay_out(make())
    for blocks, style in ((layout.left, "issuer"), (layout.blocks, "subject")):
        line = next(block for block in blocks if isinstance(block, TextBlock) and block.style == style)
        rule = next(block for block in blocks if isinstance(block, Rule))
        assert 1 / 3 <= rule.length_mm / text_width_mm(line.text, rules.STYLES[style].size_pt, bold=True) <= 1 / 2


def test_the_title_of_the_nation_fits_on_one_line():
    style = rules.STYLES["nation"]
    assert text_width_mm(rules.NATION, style.size_pt, bold=style.bold) < rules.RIGHT_COLUMN_MM


def test_long_issuers_break_inside_their_column():
    layout = lay_out(
        make(issuer="Trường Trung học phổ thông chuyên Nguyễn Bỉnh Khiêm", parent_body="Sở Giáo dục và Đào tạo tỉnh")
    )
    lines = [line for block in layout.left if isinstance(block, TextBlock) for line in block.text.split("\n")]
    assert len(lines) == 4
    assert all(text_width_mm(line, 12, bold=True) <= rules.LEFT_COLUMN_MM for line in lines)


def test_no_column_is_narrower_than_its_longest_word():
    table = Table((Column("STT", 0.01), Column("Nội dung", 100), Column("Nghiêng", 0.01)), (("1", "a", "x"),))
    block = next(b for b in lay_out(make(table)).blocks if isinstance(b, TableBlock))
    assert sum(block.shares) == pytest.approx(1)
    for share, title in zip(block.shares, block.titles, strict=True):
        widest = max(text_width_mm(word, 12, bold=True) for word in title.split())
        assert share * rules.TEXT_WIDTH_MM > widest


def test_annexes_are_numbered_only_when_there_are_several():
    def titles(*annexes: Annex) -> list[str]:
        return [sheet.blocks[0].text for sheet in lay_out(make(annexes=annexes)).annexes]

    one, other = Annex("Danh sách", ()), Annex("Biểu mẫu", (), landscape=True)
    assert titles(one) == ["Phụ lục"]
    assert titles(one, other) == ["Phụ lục I", "Phụ lục II"]
    assert titles(Annex("Danh sách", (), titled_only=True)) == ["DANH SÁCH"]


def test_several_signers_stand_abreast_and_the_other_post_above_the_name():
    layout = lay_out(
        make(signer=Signer("Chủ tịch", "A", extra_position="Giám đốc"), co_signers=(Signer("Thư ký", "B"),))
    )
    assert (layout.signed_beside_recipients, layout.abreast) == (False, 2)
    assert [signature.below for signature in layout.signatures] == [("B",), ("GIÁM ĐỐC", "A")]
    secretary, chair = layout.signatures
    assert secretary.room_mm > chair.room_mm == rules.SIGNATURE_ROOM_MM


@pytest.mark.parametrize("sample", samples.ALL)
def test_every_sample_closes_and_prints_nothing_twice_over(sample):
    blocks = [block for block in lay_out(sample()).blocks if isinstance(block, TextBlock)]
    assert blocks[-1].text.endswith("./.")
    assert not [block.text for block in blocks if ".." in block.text.removesuffix("./.") or "  " in block.text]
