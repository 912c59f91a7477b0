"""How units and their tasks are printed below "Tổ chức thực hiện"."""

import pytest

from tests.core.reading.samples import plan

CASES = [
    ("1. Trách nhiệm của Phòng Tổ chức cán bộ:\n- Theo dõi phong trào.\n- Tổng hợp báo cáo.",
     [("Phòng Tổ chức cán bộ", "Theo dõi phong trào"), ("Phòng Tổ chức cán bộ", "Tổng hợp báo cáo")]),
    ("1. Công đoàn ngành Giáo dục: phối hợp vận động đoàn viên tham gia.",
     [("Công đoàn ngành Giáo dục", "phối hợp vận động đoàn viên tham gia")]),
    ("1. Giao đồng chí Phó Hiệu trưởng phụ trách chuyên môn chỉ đạo việc thực hiện kế hoạch.",
     [("đồng chí Phó Hiệu trưởng phụ trách chuyên môn", "chỉ đạo việc thực hiện kế hoạch")]),
    ("1. Giáo viên chủ nhiệm\n- Phổ biến kế hoạch đến học sinh.",
     [("Giáo viên chủ nhiệm", "Phổ biến kế hoạch đến học sinh")]),
    ("5. Đối với các tổ chuyên môn\n\n5.1. Tổ chức đăng ký thi đua.\n\n5.2. Bình xét hằng tháng.",
     [("các tổ chuyên môn", "Tổ chức đăng ký thi đua"), ("các tổ chuyên môn", "Bình xét hằng tháng")]),
    ("1. Phòng Tổ chức cán bộ\n\nTham mưu báo cáo tổng kết. Theo dõi việc thực hiện.",
     [("Phòng Tổ chức cán bộ", "Tham mưu báo cáo tổng kết"), ("Phòng Tổ chức cán bộ", "Theo dõi việc thực hiện")]),
    ("8. Chế độ báo cáo\nCác đơn vị báo cáo kết quả về Sở sau mỗi đợt thi đua.",
     [("Các đơn vị", "báo cáo kết quả về Sở sau mỗi đợt thi đua")]),
    ("7. Kinh phí thực hiện\nKinh phí lấy từ nguồn chi thường xuyên của đơn vị.", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_units_and_tasks(body, expected):
    found = plan(body, section="TỔ CHỨC THỰC HIỆN").assignments
    assert [(a.unit, a.task) for a in found] == expected


def test_the_closing_formula_is_no_task():
    closing = "Trên đây là kế hoạch thi đua, yêu cầu các đơn vị triển khai thực hiện nghiêm túc./."
    assert plan(closing, section="TỔ CHỨC THỰC HIỆN").assignments == ()


def test_a_closing_that_asks_for_a_report_is_one():
    closing = "Nhà trường yêu cầu các tổ chuyên môn thực hiện kế hoạch và báo cáo kết quả đúng hạn./."
    (task,) = plan(closing, section="TỔ CHỨC THỰC HIỆN").assignments
    assert (task.unit, task.task) == ("các tổ chuyên môn", "thực hiện kế hoạch và báo cáo kết quả đúng hạn")


def test_movements_are_no_units():
    assert plan("1. Phong trào “Cả nước chung sức xây dựng nông thôn mới”; tổ chức hội thi.").assignments == ()
