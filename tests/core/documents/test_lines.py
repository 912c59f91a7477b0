"""Number, date, subject, lists and signature as Decree 30/2020, Annex I, wants them."""

import pytest

from thidua.core.documents import lines
from thidua.core.documents.model import Document, Signer
from thidua.core.documents.signing import SigningForm, sign


def make(**values) -> Document:
    return Document(**{"kind": "KH", "issuer": "Sở Giáo dục và Đào tạo", "subject": "Phát động thi đua", **values})


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"number": "5", "symbol": "KH-SGDĐT"}, "Số: 05/KH-SGDĐT"),
        ({"number": "05", "symbol": "KH-SGDĐT"}, "Số: 05/KH-SGDĐT"),
        ({"number": "329", "symbol": "KH-HĐTĐKT"}, "Số: 329/KH-HĐTĐKT"),
        ({"symbol": "KH-SGDĐT"}, "Số:        /KH-SGDĐT"),
        ({}, "Số:        /KH-…"),
        ({"kind": "CV"}, "Số:        /…"),
    ],
)
def test_number_line(values, line):
    assert lines.number_line(make(**values)) == line


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"place": "Điện Biên", "date": "2024-01-08"}, "Điện Biên, ngày 08 tháng 01 năm 2024"),
        ({"place": "Điện Biên", "date": "2024-01"}, "Điện Biên, ngày tháng 01 năm 2024"),
        ({"place": "Điện Biên", "date": "2024"}, "Điện Biên, ngày tháng năm 2024"),
        ({}, "…, ngày tháng năm"),
        ({"kind": "BB", "place": "Điện Biên", "date": "2024-01-08"}, ""),
    ],
)
def test_place_and_date(values, words):
    assert " ".join(lines.place_date_line(make(**values)).split()) == words


def test_official_letters_say_what_they_are_about_instead_of_a_title():
    letter = make(kind="CV", subject="Về việc phát động phong trào thi đua.")
    assert lines.about_line(letter) == "V/v phát động phong trào thi đua"
    assert lines.kind_line(letter) == ""
    assert (lines.about_line(make()), lines.kind_line(make())) == ("", "KẾ HOẠCH")


def test_lists_end_with_a_full_stop_and_lose_old_marks():
    assert lines.listed(("UBND tỉnh;", "- Các phòng (B/c).", " ", "Lưu: VT, VP;")) == [
        "- UBND tỉnh;",
        "- Các phòng (B/c);",
        "- Lưu: VT, VP.",
    ]


def test_equal_entries_of_a_list_keep_their_own_marks():
    assert lines.listed(("Như trên", "Như trên")) == ["- Như trên;", "- Như trên."]


def test_legal_bases_end_with_semicolons():
    assert lines.basis_lines(("Căn cứ Luật A", "Căn cứ Luật B;")) == ["Căn cứ Luật A;", "Căn cứ Luật B."]


@pytest.mark.parametrize(
    ("signer", "above"),
    [
        (sign("Giám đốc", "A"), ["GIÁM ĐỐC"]),
        (sign("Phó Giám đốc", "A", form=SigningForm.DEPUTY, of="Giám đốc"), ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (sign("Giám đốc", "A", form=SigningForm.ACTING), ["Q. GIÁM ĐỐC"]),
        (sign("Chánh Văn phòng", "A", form=SigningForm.BY_ORDER, of="Giám đốc"), ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        (sign("Chủ tịch", "A", collective="Hội đồng", extra="Giám đốc Sở"), ["TM. HỘI ĐỒNG", "CHỦ TỊCH"]),
        (Signer("Giám đốc", "A", capacity="Q."), ["Q. GIÁM ĐỐC"]),
        (Signer("Phó Chủ tịch", "A", capacity="KT. Chủ tịch UBND Q. 1"), ["KT. CHỦ TỊCH UBND Q. 1", "PHÓ CHỦ TỊCH"]),
        (
            Signer("PHÓ CHỦ TỊCH", "A", capacity="TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"),
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
    ],
)
def test_signing_forms(signer, above):
    assert lines.signature_lines(signer) == above


def test_signing_for_somebody_needs_their_post():
    with pytest.raises(ValueError, match="KT"):
        sign("Phó Giám đốc", "A", form=SigningForm.DEPUTY)


def test_annexes_name_the_document_they_belong_to():
    decision = make(kind="QĐ", number="7", symbol="QĐ-SGDĐT", date="2026-07-05", authority="Giám đốc Sở")
    assert lines.annexed_to(decision) == "(Kèm theo Quyết định số 07/QĐ-SGDĐT ngày 05 tháng 7 năm 2026 của Giám đốc Sở)"
