"""Wordings of targets: (comparator, value, unit, numerator, denominator, subject) each."""

import pytest

from tests.core.reading.samples import plan

CASES = [
    ("Phấn đấu 100% giáo viên đạt chuẩn, trong đó 25% trên chuẩn.",
     [("=", 100, "%", "giáo viên đạt chuẩn"), ("=", 25, "%", "trên chuẩn")]),
    ("Tỷ lệ học sinh hoàn thành lớp học: 99,6% trở lên.", [(">=", 99.6, "%", "Tỷ lệ học sinh hoàn thành lớp học")]),
    ("Duy trì sĩ số 100%, tỷ lệ chuyên cần đạt trên 98%.",
     [("=", 100, "%", "sĩ số"), (">", 98, "%", "tỷ lệ chuyên cần")]),
    ("Học sinh giỏi cấp huyện: 15 em.", [("=", 15, "count", "Học sinh giỏi cấp huyện")]),
    ("Có từ 02 đến 03 sáng kiến được công nhận.", [(">=", 2, "count", "sáng kiến được công nhận")]),
    ("Mỗi tổ có 02 sáng kiến trở lên.", [(">=", 2, "count", "sáng kiến")]),
    ("Tỉ lệ tốt nghiệp đạt 99,5%, tăng 0,3% so với năm học trước.", [("=", 99.5, "%", "Tỉ lệ tốt nghiệp")]),
    ("95% trở lên cán bộ đạt danh hiệu Lao động tiên tiến.",
     [(">=", 95, "%", "cán bộ đạt danh hiệu Lao động tiên tiến")]),
    ("Giảm tỷ lệ trẻ nhẹ cân xuống dưới 3%, thể thấp còi còn dưới 4%.",
     [("<", 3, "%", "tỷ lệ trẻ nhẹ cân"), ("<", 4, "%", "thể thấp còi")]),
    ("Không quá 1% học sinh lưu ban.", [("<=", 1, "%", "học sinh lưu ban")]),
    ("Tiểu học: 99%; THCS: 97%.", [("=", 99, "%", "Tiểu học"), ("=", 97, "%", "THCS")]),
    ("Đạt 63.2 % học sinh khá giỏi.", [("=", 63.2, "%", "học sinh khá giỏi")]),
    ("Loại Khá đạt từ 45% trở lên; loại Chưa đạt dưới 2%.",
     [(">=", 45, "%", "Loại Khá"), ("<", 2, "%", "loại Chưa đạt")]),
    ("Tăng thêm ít nhất 20% số nhóm trẻ và tăng thêm ít nhất 10% số trường.",
     [(">=", 20, "%", "số nhóm trẻ"), (">=", 10, "%", "số trường")]),
    ("3. 100% tập thể hoàn thành nhiệm vụ.", [("=", 100, "%", "tập thể hoàn thành nhiệm vụ")]),
    ("Đạt 40 phần trăm học sinh bơi được.", [("=", 40, "%", "học sinh bơi được")]),
]  # fmt: skip
FRACTIONS = [
    ("Số trường đạt chuẩn là 21/27 trường, đạt tỷ lệ 77,8%.", ("%", 77.8, 21, 27, "Số trường đạt chuẩn")),
    ("Trường đạt chuẩn quốc gia: 30% (12/40 trường).", ("%", 30, 12, 40, "Trường đạt chuẩn quốc gia")),
    ("Tỷ lệ trường đạt chuẩn đạt 386/478 chiếm 83,91%.", ("%", 83.91, 386, 478, "Tỷ lệ trường đạt chuẩn")),
    ("7/9 trường (77,78%) đạt chuẩn quốc gia.", ("%", 77.78, 7, 9, "trường đạt chuẩn quốc gia")),
    ("Phấn đấu có 129/129 xã đạt phổ cập mức độ 3.", ("count", 129, 129, 129, "xã đạt phổ cập mức độ 3")),
    ("Phổ cập tiểu học mức độ 3: 10/12 xã.", ("count", 10, 10, 12, "Phổ cập tiểu học mức độ 3")),
]
NO_TARGETS = [
    "Kỷ niệm ngày Nhà giáo Việt Nam 20/11 và ngày 26/3.",
    "Xếp thứ 19/27 toàn tỉnh.",
    "Thực hiện Đề án “Đầu tư ít nhất 01 triệu căn hộ, 30% nhà ở xã hội”.",
    "Năm học trước đạt 97% học sinh lên lớp.",
    "Bình quân mỗi lớp có 35 học sinh.",
    "Năm học 2026/2027 là năm bản lề.",
    "Tập thể đạt từ 90% số điểm trở lên được cộng thưởng.",
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_wordings(sentence, expected):
    found = plan(sentence if sentence[0].isdigit() else f"- {sentence}", section="CHỈ TIÊU").targets
    assert [(t.comparator, t.value, t.unit, t.subject) for t in found] == expected


@pytest.mark.parametrize(("sentence", "expected"), FRACTIONS)
def test_fractions(sentence, expected):
    (target,) = plan(f"- {sentence}", section="CHỈ TIÊU").targets
    assert (target.unit, target.value, target.numerator, target.denominator, target.subject) == expected


@pytest.mark.parametrize("sentence", NO_TARGETS)
def test_figures_that_are_no_targets(sentence):
    assert plan(f"- {sentence}", section="CHỈ TIÊU").targets == ()


@pytest.mark.parametrize("section", ["TIÊU CHUẨN KHEN THƯỞNG", "SỐ LƯỢNG ĐỀ NGHỊ KHEN THƯỞNG", "ĐẶC ĐIỂM TÌNH HÌNH"])
def test_criteria_quotas_and_past_results_are_no_targets(section):
    assert plan("- 90% cử tri đi bầu.\n\n- Không quá 05 cá nhân.", section=section).targets == ()


def test_a_target_names_the_heading_that_announces_it():
    (target,) = plan("1. Học sinh\n\n- 100% học sinh đến lớp.", section="CHỈ TIÊU THI ĐUA").targets
    assert target.group == "II. CHỈ TIÊU THI ĐUA"


def test_levels_to_keep_are_no_targets():
    reading = plan("- Duy trì kết quả xóa mù chữ mức độ 2, phổ cập giáo dục tiểu học mức độ 3.", section="CHỈ TIÊU")
    assert reading.targets == ()
    assert [(level.subject, level.level) for level in reading.levels] == [
        ("xóa mù chữ", 2),
        ("phổ cập giáo dục tiểu học", 3),
    ]
