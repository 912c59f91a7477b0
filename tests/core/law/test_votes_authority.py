"""Votes (law.md 4.2, 13), authority (5) and dossiers (4.1)."""

from datetime import date

import pytest

from tests.core.law.cases import case, check
from thidua.core.law.authority import deciding_authorities, deciding_authority
from thidua.core.law.dossiers import dossier_parts
from thidua.core.law.votes import required_yes, vote_rule

P0, P1, P2, P3, P4 = (date(y, m, 15) for y, m in ((2016, 7), (2022, 7), (2024, 7), (2026, 7), (2026, 11)))


@pytest.mark.parametrize(
    ("members", "eighty", "ninety"),
    [(5, 4, 5), (7, 6, 7), (9, 8, 9), (11, 9, 10), (13, 11, 12), (15, 12, 14)],  # law.md 4.2
)
def test_least_yes_votes(members, eighty, ninety):
    assert required_yes(80, members) == eighty
    assert required_yes(90, members) == ninety


@pytest.mark.parametrize(("of", "least"), [(4, 3), (5, 3), (0, 1)])
def test_a_simple_majority_is_strictly_more_than_half(of, least):
    assert required_yes(50, of) == least


@pytest.mark.parametrize("day", [P0, P1, P2, P3, P4])
@pytest.mark.parametrize(
    ("honour", "expected"),
    [
        ("CSTD_BT", ("BALLOT", 90, "ALL_MEMBERS")),  # 98/2023/NĐ-CP Điều 30 khoản 7
        ("CSTDTQ", ("BALLOT", 90, "ALL_MEMBERS")),
        ("CSTDCS", ("BALLOT", 80, "ALL_MEMBERS")),
        ("CO_BT", ("BALLOT", 80, "ALL_MEMBERS")),
        ("CO_CP", ("BALLOT", 80, "ALL_MEMBERS")),
        ("LDTT", ("SHOW_OF_HANDS", 50, "PRESENT")),
        ("TTLDTT", ("SHOW_OF_HANDS", 50, "PRESENT")),
        ("TTLDXS", ("SHOW_OF_HANDS", 50, "PRESENT")),
        ("GK", ("SHOW_OF_HANDS", 50, "PRESENT")),
        ("BK_BT", ("SHOW_OF_HANDS", 50, "PRESENT")),
        ("KNC_GD", ("SHOW_OF_HANDS", 50, "PRESENT")),
    ],
)
def test_vote_rule_of_locally_managed_units(honour, expected, day):
    rule = vote_rule(honour, day, "commune")
    assert (rule.method, rule.percent, rule.of) == expected


@pytest.mark.parametrize(
    ("honour", "day", "expected"),
    [
        ("LDTT", date(2026, 4, 1), ("SHOW_OF_HANDS", 50)),
        ("LDTT", date(2026, 4, 2), ("BALLOT", 80)),  # 07/2026/TT-BGDĐT Điều 19 khoản 5
        ("CSTD_BT", date(2026, 4, 2), ("BALLOT", 90)),
        ("CSTDTQ", date(2026, 9, 30), ("BALLOT", 90)),
        ("GK", date(2026, 10, 1), ("BALLOT", 80)),
    ],
)
def test_vote_rule_of_units_of_the_ministry(honour, day, expected):
    rule = vote_rule(honour, day, "ministry")
    assert (rule.method, rule.percent) == expected


def test_thresholds_before_2024_are_marked_as_not_verified():
    assert vote_rule("CSTDCS", date(2023, 12, 31)).confidence == "L"
    assert vote_rule("CSTDCS", date(2024, 1, 1)).confidence == "H"
    assert any("Ngưỡng phiếu" in text for text in check(case(period="P1")).warnings)


def test_another_text_sets_the_vote_on_teachers_of_merit():
    assert vote_rule("NGUT", P3) is None
    assert check(case(honour="NGUT")).as_dict()["vote"] is None


LAST_OF_DISTRICTS, FIRST_OF_COMMUNES = date(2025, 6, 30), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("honour", "kind", "managed_by", "day", "post", "level"),
    [
        # Điều 80 khoản 2; 129/2025/NĐ-CP Điều 59
        ("CSTDCS", "THCS", "district", LAST_OF_DISTRICTS, "Chủ tịch UBND huyện", "district"),
        ("CSTDCS", "THCS", "commune", LAST_OF_DISTRICTS, "Chủ tịch UBND huyện", "district"),
        ("LDTT", "MN", "district", P1, "Chủ tịch UBND huyện", "district"),
        ("TTLDTT", "TH", "district", P2, "Chủ tịch UBND huyện", "district"),
        ("GK", "PHONG", "district", P2, "Chủ tịch UBND huyện", "district"),
        ("CSTDCS", "THCS", "commune", FIRST_OF_COMMUNES, "Chủ tịch UBND xã", "commune"),
        ("LDTT", "MN", "commune", P3, "Chủ tịch UBND xã", "commune"),
        ("TTLDTT", "TH", "commune", P4, "Chủ tịch UBND xã", "commune"),
        ("LDTT", "TH", "district", FIRST_OF_COMMUNES, "Chủ tịch UBND xã", "commune"),
        # Điều 80 khoản 3: the commune's own staff
        ("LDTT", "XA", "district", P2, "Chủ tịch UBND xã", "commune"),
        ("GK", "XA", "commune", P1, "Chủ tịch UBND xã", "commune"),
        ("CSTDCS", "XA", "commune", P2, "Chủ tịch UBND huyện", "district"),
        ("CSTDCS", "XA", "commune", P3, "Chủ tịch UBND xã", "commune"),
        # Điều 80 khoản 1
        ("CSTDCS", "THPT", "department", P1, "Giám đốc Sở Giáo dục và Đào tạo", "department"),
        ("LDTT", "GDTX", "department", P3, "Giám đốc Sở Giáo dục và Đào tạo", "department"),
        ("TTLDTT", "SO", None, P3, "Giám đốc Sở Giáo dục và Đào tạo", "department"),
        ("CSTDCS", "DH", "ministry", P3, "Hiệu trưởng", "school"),
        ("LDTT", "PHONG", "ministry", P3, "Thủ trưởng đơn vị trực thuộc Bộ", "school"),
        # Điều 79, 78, 77
        ("CSTD_BT", "THCS", "commune", P3, "Chủ tịch UBND tỉnh", "province"),
        ("TTLDXS", "THPT", "department", P3, "Chủ tịch UBND tỉnh", "province"),
        ("CO_BT", "THCS", "district", P1, "Chủ tịch UBND tỉnh", "province"),
        ("BK_BT", "DH", "ministry", P3, "Bộ trưởng Bộ Giáo dục và Đào tạo", "ministry"),
        ("BK_BO", "THCS", "commune", P3, "Bộ trưởng Bộ Giáo dục và Đào tạo", "ministry"),
        ("KNC_GD", "THCS", "commune", P3, "Bộ trưởng Bộ Giáo dục và Đào tạo", "ministry"),
        ("CSTDTQ", "THCS", "commune", P3, "Thủ tướng Chính phủ", "prime_minister"),
        ("CO_CP", "THCS", "commune", P3, "Thủ tướng Chính phủ", "prime_minister"),
        ("BK_TTG", None, None, P3, "Thủ tướng Chính phủ", "prime_minister"),
        ("HCLD_3", "THCS", "commune", P3, "Chủ tịch nước", "president"),
        ("NGND", "THCS", "commune", P3, "Chủ tịch nước", "president"),
    ],
)
def test_who_decides(honour, kind, managed_by, day, post, level):
    found = deciding_authority(honour, kind, managed_by, day)
    assert (found.post_vi, found.level) == (post, level)


def test_a_head_of_school_may_also_give_giay_khen_but_no_title():
    posts = [one.post_vi for one in deciding_authorities("GK", "THCS", "commune", P3)]
    assert posts == ["Chủ tịch UBND xã", "Hiệu trưởng"]
    assert len(deciding_authorities("LDTT", "THCS", "commune", P3)) == 1
    assert check(case(honour="GK")).authority == "Chủ tịch UBND xã hoặc Hiệu trưởng"


def test_an_unknown_unit_has_no_authority():
    assert deciding_authority("LDTT", "THCS", None, P3) is None
    assert check(case(unit={})).as_dict()["authority"] is None


def test_authority_follows_the_decision_date():
    data = case(dossier_received_on="2025-06-20", year="2024-2025")
    assert check(data | {"decided_on": "2025-06-30"}).authority == "Chủ tịch UBND huyện"
    assert check(data | {"decided_on": "2025-07-01"}).authority == "Chủ tịch UBND xã"


def test_a_district_after_its_end_is_pointed_out():
    verdict = check(case(unit={"kind": "THCS", "managed_by": "district"}))
    assert any("Cấp huyện kết thúc" in text for text in verdict.warnings)


@pytest.mark.parametrize(
    ("honour", "subject", "day", "part"),
    [
        ("LDTT", "individual", P2, "Báo cáo thành tích (Mẫu số 03)"),
        ("TTLDXS", "collective", P2, "Báo cáo thành tích (Mẫu số 02)"),
        ("LDTT", "individual", P3, "Báo cáo thành tích (Mẫu số 05)"),
        ("TTLDTT", "collective", P3, "Báo cáo thành tích (Mẫu số 04)"),
        ("LDTT", "individual", P1, "Báo cáo thành tích"),
        ("CSTDCS", "individual", P3, "Biên bản bình xét, kèm kết quả bỏ phiếu"),
        ("KNC_GD", "individual", P3, "Báo cáo tóm tắt quá trình công tác"),
        ("NGUT", "individual", P3, "Hồ sơ theo 35/2024/NĐ-CP"),
    ],
)
def test_dossier(honour, subject, day, part):
    assert part in dossier_parts(honour, subject, day)


def test_dossier_follows_the_day_it_was_received():
    verdict = check(case(dossier_received_on="2025-06-30", decided_on="2025-07-15", year="2024-2025"))
    assert "Báo cáo thành tích (Mẫu số 03)" in verdict.dossier
