"""Sheets that can be read, and those that are refused with what to do."""

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

from thidua.adapters.xlsx.read import UnreadableSheet, read_table
from thidua.adapters.xlsx.write import write_table
from thidua.core.sheets.yearly import COLUMNS

TITLES = [column.title for column in COLUMNS]
ROW = ("CB001", "Nguyễn Văn An", date(1980, 9, 5), "HTT", True, 12, 3, 0, "")


def test_what_is_written_is_read_back():
    [row] = read_table(write_table("Kết quả", TITLES, [ROW]), COLUMNS)
    assert row.number == 4
    assert (row.cells["code"], row.cells["born_on"], row.cells["takes_part"]) == ("CB001", date(1980, 9, 5), "Có")


def test_columns_in_another_order_and_case_are_found():
    data = write_table("x", ["HỌ VÀ TÊN", "xep loai", "Cột khác", "Mã định danh"], [("An", "HTT", 1, "CB1")])
    [row] = read_table(data, COLUMNS)
    assert (row.cells["code"], row.cells["rating"]) == ("CB1", "HTT")


def test_missing_columns_are_named():
    with pytest.raises(UnreadableSheet, match="thiếu cột “Xếp loại”"):
        read_table(write_table("x", ["Mã định danh", "Họ và tên"], [("a", "b")]), COLUMNS)


def test_text_never_becomes_a_formula():
    [row] = read_table(write_table("x", TITLES, [("=1+1", "@SUM(A1)", "+1", "-1", "", "", "", "", "")]), COLUMNS)
    assert row.cells["code"] == "=1+1"


def sheet_with_formula() -> bytes:
    output = io.BytesIO()
    with xlsxwriter.Workbook(output) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, TITLES)
        sheet.write_row(1, 0, ["CB001", "An", "", "HTT"])
        sheet.write_formula(1, 5, "=6+6", value=12)
    return output.getvalue()


def test_formulas_are_refused_by_cell():
    with pytest.raises(UnreadableSheet, match=r"Ô F2 \(cột “Số tháng làm việc”\) là công thức"):
        read_table(sheet_with_formula(), COLUMNS)


def zip_bomb() -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"\0" * (201 * 2**20))
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "rỗng"),
        (b"hello", "không phải Excel"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "đã đặt mật khẩu"),
        (b"x" * (20 * 2**20 + 1), "20 MB"),
        (write_table("x", TITLES, []), "không có dòng dữ liệu"),
        (write_table("x", TITLES, [ROW])[:-400], "Excel"),
    ],
)
def test_unusable_files(data, message):
    with pytest.raises(UnreadableSheet, match=message):
        read_table(data, COLUMNS)


def test_zip_bomb_is_refused():
    with pytest.raises(UnreadableSheet, match="phình quá lớn"):
        read_table(zip_bomb(), COLUMNS)


def test_a_cell_far_away_is_refused_before_memory_runs_out():
    output = io.BytesIO()
    with xlsxwriter.Workbook(output) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Mã định danh")
        sheet.write(1_048_575, 16_383, "x")
    with pytest.raises(UnreadableSheet, match="trải tới dòng 1048576, cột thứ 16384"):
        read_table(output.getvalue(), COLUMNS)
