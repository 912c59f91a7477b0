"""Wordings of deadlines in a plan for the school year 2026 - 2027."""

import pytest

from tests.core.reading.samples import plan

CASES = [
    ("Các trường gửi báo cáo về Sở chậm nhất ngày 25/5/2027 để tổng hợp.", "2027-05-25", None),
    ("Hoàn thành việc đăng ký trước 17 giờ ngày 30 tháng 9 năm 2026.", "2026-09-30", None),
    ("Nộp hồ sơ trước ngày 15/6 hằng năm.", "--06-15", None),
    ("Nộp hồ sơ trước ngày 15/12.", "2026-12-15", None),
    ("Nộp hồ sơ trước ngày 15/3.", "2027-03-15", None),
    ("Sơ kết học kỳ I vào tháng 01/2027.", None, "2027-01"),
    ("Tổng kết cuối tháng 5/2027.", None, "2027-05"),
    ("Nộp sáng kiến hạn cuối 20/4/2027.", "2027-04-20", None),
    ("Giai đoạn 1 (từ tháng 9/2026 đến hết tháng 12/2026): phát động.", None, "2026-12"),
    ("Từ nay đến hết tháng 01/2027, thi đua dạy tốt.", None, "2027-01"),
    ("Tháng 9: phát động thi đua.", None, "2026-09"),
    ("Tháng 12 tiến hành đánh giá kết quả.", None, "2026-12"),
    ("Thời hạn gửi: ngày 10/10/2026.", "2026-10-10", None),
    ("Kết thúc ngày 31-5-2027.", "2027-05-31", None),
]
NONE = [
    "Kỷ niệm 80 năm Quốc khánh (2/9/1945 - 2/9/2025).",
    "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị.",
    "Số liệu tính đến ngày 31/12/2025.",
    "Đến năm 2030 hoàn thành phổ cập.",
    "Trẻ từ 3 tháng đến 36 tháng tuổi.",
    "Thi đua đến hết năm học 2026 - 2027.",
]


@pytest.mark.parametrize(("sentence", "day", "month"), CASES)
def test_wordings(sentence, day, month):
    (deadline,) = plan(f"- {sentence}").deadlines
    assert (deadline.date, deadline.month) == (day, month)


@pytest.mark.parametrize("sentence", NONE)
def test_dates_that_are_no_deadlines(sentence):
    assert plan(f"- {sentence}").deadlines == ()


def test_the_text_begins_with_what_is_due():
    (deadline,) = plan("- Các trường xét chọn, gửi báo cáo về Sở trước ngày 25/5/2027.").deadlines
    assert deadline.text == "gửi báo cáo về Sở trước ngày 25/5/2027"
