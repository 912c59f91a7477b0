"""Excel to rows: finds the heading, refuses what cannot be trusted (formulas, other columns, huge files)."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from python_calamine import CalamineError, CalamineWorkbook

from thidua.adapters.xlsx.extent import column_index, measure
from thidua.core.sheets.cells import Cell, Column, SheetRow
from thidua.core.vietnamese.folding import fold

MAX_BYTES = 20 * 2**20
MAX_UNPACKED = 200 * 2**20
MAX_ROWS = 20_000
MAX_PLACES = 2_000_000  # rows times columns of the grid: 20,000 rows of 100 columns
_OTHER_KINDS = {"xl/workbook.bin", "content.xml"}  # .xlsb and .ods, which the reader would open too
_HEADING_WITHIN = 20
_BROKEN = "Không mở được tệp Excel. Hãy lưu lại dạng .xlsx, không đặt mật khẩu, rồi tải lên."

_Cells = list[list[Any]]  # as Excel gives them: times and durations too, which become text


class UnreadableSheet(Exception):
    """The file is no sheet of this kind; the message says what to do, in Vietnamese."""


def read_table(data: bytes, columns: Sequence[Column]) -> list[SheetRow]:
    """The rows under the heading of the first sheet, empty ones left out.

    The heading is the first of the top 20 rows that has all required titles (letter case and diacritics do not matter).
    Raises UnreadableSheet.
    """
    _check_package(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        cells: _Cells = [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]
    except (CalamineError, IndexError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableSheet(_BROKEN) from error
    heading, places = _find_heading(cells, columns)
    if len(cells) - heading > MAX_ROWS:
        raise UnreadableSheet(f"Bảng có quá {MAX_ROWS:,} dòng. Hãy tách thành nhiều tệp.".replace(",", "."))
    _refuse_formulas(data, heading, set(places.values()), {place: title for title, place in _titles(places, columns)})
    rows = []
    for index in range(heading + 1, len(cells)):
        found: dict[str, Cell] = {key: _value(cells[index], place) for key, place in places.items()}
        if any(value not in {None, ""} for value in found.values()):
            rows.append(SheetRow(index + 1, found))
    if not rows:
        raise UnreadableSheet("Bảng không có dòng dữ liệu nào dưới dòng tiêu đề.")
    return rows


def _check_package(data: bytes) -> None:
    if not data:
        raise UnreadableSheet("Tệp rỗng. Hãy chọn tệp khác.")
    if len(data) > MAX_BYTES:
        raise UnreadableSheet("Tệp lớn hơn 20 MB. Hãy tách nhỏ rồi tải lại.")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise UnreadableSheet(
            "Tệp không phải Excel (.xlsx) hoặc đã đặt mật khẩu. Hãy lưu lại dạng .xlsx không mật khẩu."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_extent(package)
    except (zipfile.BadZipFile, ExpatError, NotImplementedError, RuntimeError) as error:
        raise UnreadableSheet(_BROKEN) from error


def _check_extent(package: zipfile.ZipFile) -> None:
    if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
        raise UnreadableSheet("Tệp phình quá lớn khi mở. Hãy chép dữ liệu sang một tệp mới rồi tải lại.")
    if _OTHER_KINDS & {name.lower() for name in package.namelist()}:
        raise UnreadableSheet(_BROKEN)
    rows, columns = measure(package)
    if rows * columns > MAX_PLACES:
        raise UnreadableSheet(
            f"Bảng trải tới dòng {rows}, cột thứ {columns}: có ô thừa ở rất xa bảng, hoặc bảng quá lớn. Hãy chép riêng "
            "phần dữ liệu sang một tệp mới rồi tải lại."
        )


def _find_heading(cells: _Cells, columns: Sequence[Column]) -> tuple[int, dict[str, int]]:
    best: dict[str, int] = {}
    for index, row in enumerate(cells[:_HEADING_WITHIN]):
        titles = {fold(str(cell)): place for place, cell in enumerate(row) if cell not in {None, ""}}
        places = {column.key: titles[fold(column.title)] for column in columns if fold(column.title) in titles}
        if all(column.key in places for column in columns if column.required):
            return index, places
        if len(places) > len(best):
            best = places
    missing = [f"“{column.title}”" for column in columns if column.required and column.key not in best]
    raise UnreadableSheet(f"Bảng thiếu cột {', '.join(missing)}. Hãy dùng tệp mẫu và giữ nguyên dòng tiêu đề.")


def _titles(places: dict[str, int], columns: Sequence[Column]) -> list[tuple[str, int]]:
    return [(column.title, places[column.key]) for column in columns if column.key in places]


def _value(row: list[Any], place: int) -> Cell:
    value = row[place] if place < len(row) else None
    return (
        value if isinstance(value, str | int | float | bool) or value is None or hasattr(value, "year") else str(value)
    )


def _refuse_formulas(data: bytes, heading: int, places: set[int], titles: dict[int, str]) -> None:
    """A formula shows a value that may be stale or belong to another file: the person pastes values instead."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(name for name in package.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        if not names or b"<f" not in (content := package.read(names[0])):
            return
    reference = ""
    for event, element in ElementTree.iterparse(io.BytesIO(content), events=("start", "end")):  # noqa: S314  # no entities here
        tag = element.tag.rpartition("}")[2]
        if event == "end":
            if tag == "row":
                element.clear()
            continue
        if tag == "c":
            reference = element.get("r", "")
        elif tag == "f" and (match := re.fullmatch(r"([A-Z]+)(\d+)", reference)):
            place, row = column_index(match[1]), int(match[2])
            if row > heading + 1 and place in places:
                raise UnreadableSheet(
                    f"Ô {reference} (cột “{titles[place]}”) là công thức. Hãy sao chép bảng, dán dạng giá trị rồi tải lại."
                )
