"""How documents are cited: (kind, number, date, issuer)."""

import pytest

from tests.core.reading.samples import plan

CASES = [
    ("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị", [("Chỉ thị", "34-CT/TW", "2014-04-07", "Bộ Chính trị")]),
    ("Chỉ thị 05-CT/TW ngày 15-5-2016 của Bộ Chính trị khóa XII về học tập",
     [("Chỉ thị", "05-CT/TW", "2016-05-15", "Bộ Chính trị khóa XII")]),
    ("Nghị quyết số 29-NQ/TW, ngày 04 tháng 11 năm 2013", [("Nghị quyết", "29-NQ/TW", "2013-11-04", None)]),
    ("Thông tư số 29/2023/TT-BGDĐT của Bộ Giáo dục và Đào tạo ngày 29/12/2023",
     [("Thông tư", "29/2023/TT-BGDĐT", "2023-12-29", "Bộ Giáo dục và Đào tạo")]),
    ("Công văn số 1428/KH-SGDĐT ngày 25/5/2021 của Sở GD&ĐT",
     [("Công văn", "1428/KH-SGDĐT", "2021-05-25", "Sở GD&ĐT")]),
    ("các Thông tư số 17/2018/TT-BGDĐT và số 18/2018/TT-BGDĐT",
     [("Thông tư", "17/2018/TT-BGDĐT", None, None),
      ("Thông tư", "18/2018/TT-BGDĐT", None, None)]),
    ("Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022", [("Luật", "06/2022/QH15", "2022-06-15", None)]),
    ("Luật Thi đua - Khen thưởng ngày 15 tháng 6 năm 2022", [("Luật", None, "2022-06-15", None)]),
    ("Luật Giáo dục năm 2019 và Luật Bảo vệ môi trường", [("Luật", None, "2019", None), ("Luật", None, None, None)]),
    ("Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết một số điều của "
     "Luật Thi đua, khen thưởng",
     [("Nghị định", "91/2017/NĐ-CP", "2017-07-31", "Chính phủ")]),
    ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV và kế hoạch 5 năm",
     [("Nghị quyết", None, None, "Đại hội Đảng bộ tỉnh lần thứ XIV")]),
    ("Nghị quyết Trung ương 4 khóa XI, XII, XIII về xây dựng Đảng",
     [("Nghị quyết", None, None, "Trung ương 4 khóa XI, XII, XIII")]),
    ("Đề án văn hóa công vụ do Thủ tướng Chính phủ phê duyệt", [("Đề án", None, None, "Thủ tướng Chính phủ")]),
    ("các chủ trương, Chỉ thị, Nghị quyết của Tỉnh ủy và Nghị định của Chính phủ", []),
    ("hoàn thành các chỉ tiêu theo Nghị quyết đề ra, đúng pháp luật", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_citations(words, expected):
    found = plan(f"1. Quán triệt {words}.").citations
    assert [(c.kind, c.number, c.date, c.issuer) for c in found] == expected


def test_a_document_is_cited_once_and_completed_by_later_mentions():
    reading = plan("1. Thực hiện Chỉ thị số 05-CT/TW.\n\n2. Chỉ thị 05–CT/TW ngày 15/5/2016 của Bộ Chính trị.")
    (citation,) = reading.citations
    assert (citation.number, citation.date, citation.issuer) == ("05-CT/TW", "2016-05-15", "Bộ Chính trị")


def test_near_twins_stay_apart():
    found = plan("1. Chỉ thị số 34-CT/TU ngày 27/10/2023; Chỉ thị số 34-CT/TW ngày 07/4/2014.").citations
    assert [c.number for c in found] == ["34-CT/TU", "34-CT/TW"]


def test_a_plenum_named_again_with_its_number_is_the_same():
    found = plan(
        "1. Nghị quyết số 29-NQ/TW của Hội nghị TW 8 (khóa XI); thực hiện Nghị quyết Hội nghị Trung ương 8 khóa XI."
    ).citations
    assert [c.number for c in found] == ["29-NQ/TW"]


def test_the_document_itself_is_no_citation():
    assert plan("1. Thực hiện Kế hoạch số 12/KH-THCS này.").citations == ()


def test_nested_documents_are_each_cited():
    found = plan(
        "1. Kế hoạch số 143/KH-SGDĐT ngày 22/01/2020 của Sở triển khai Chương trình hành động số 08/CTr-UBND ngày "
        "10/01/2020 của UBND tỉnh về thực hiện Nghị quyết số 01/NQ-CP ngày 01/01/2020 của Chính phủ."
    ).citations
    assert [c.number for c in found] == ["143/KH-SGDĐT", "08/CTr-UBND", "01/NQ-CP"]
