"""Reading a unit's yearly facts from a sheet: every error names its row and column."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.sheets.cells import CellError, SheetRow, parse_choice, parse_date, parse_number, parse_yes_no
from thidua.core.sheets.yearly import RATINGS, KnownPerson, parse_yearly

PEOPLE = [KnownPerson(1, "CB001", "Nguyễn Văn An"), KnownPerson(2, "CB002", "Lê Thị Ánh")]
GOOD = {
    "code": "CB001",
    "name": "nguyễn văn an",
    "rating": "Hoàn thành tốt nhiệm vụ",
    "takes_part": "Có",
    "months": 12.0,
}


def parse(*cells):
    return parse_yearly([SheetRow(number, row) for number, row in enumerate(cells, start=4)], PEOPLE)


def test_a_good_row():
    [row], errors = parse({**GOOD, "leave": "3", "months": "9,5"})
    assert errors == ()
    assert (row.person_id, row.rating, row.takes_part, row.months_worked, row.leave_working_days) == (
        1, "HTT", True, Decimal("9.5"), 3,
    )  # fmt: skip
    assert row.maternity_days is None


@pytest.mark.parametrize(
    ("change", "column", "message"),
    [
        ({"code": ""}, "Mã định danh", "Thiếu mã"),
        ({"code": "XX9"}, "Mã định danh", "Không có người mang mã “XX9”"),
        ({"name": "Người Khác"}, "Họ và tên", "là của Nguyễn Văn An"),
        ({"rating": "Giỏi"}, "Xếp loại", "“Giỏi” không thuộc các giá trị"),
        ({"takes_part": "có lẽ"}, "Tham gia phong trào", "Có hoặc Không"),
        ({"months": 13}, "Số tháng làm việc", "ngoài khoảng 0 đến 12"),
        ({"leave": "ba"}, "Số ngày nghỉ", "không phải số"),
        ({"leave": 2.5}, "Số ngày nghỉ", "số nguyên"),
        ({"born_on": "1980-05-09x"}, "Ngày sinh", "không phải ngày"),
        ({"born_on": "31/02/1980"}, "Ngày sinh", "không có trong lịch"),
        ({"note": "x" * 301}, "Ghi chú", "300 ký tự"),
    ],
)
def test_every_error_names_row_and_column(change, column, message):
    _, errors = parse({**GOOD, **change})
    assert [(error.row, error.column) for error in errors] == [(4, column)]
    assert message in errors[0].message


def test_duplicate_people():
    _, errors = parse(GOOD, GOOD)
    assert [(error.row, error.message) for error in errors] == [
        (5, "Nguyễn Văn An đã có ở dòng 4; mỗi người chỉ một dòng.")
    ]


@pytest.mark.parametrize("value", ["05/09/1980", "5-9-1980", "5.9.1980", date(1980, 9, 5)])
def test_dates_as_text_and_as_dates(value):
    assert parse_date(value) == date(1980, 9, 5)


@pytest.mark.parametrize(("value", "found"), [("htxs", "HTXS"), ("hoan thanh nhiem vu", "HT"), ("", "")])
def test_choices_without_diacritics(value, found):
    assert parse_choice(value, RATINGS) == found


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.none()))
def test_any_cell_is_understood_or_refused(value):
    for parse_cell in (parse_date, parse_number, parse_yes_no):
        with contextlib.suppress(CellError):
            parse_cell(value)
