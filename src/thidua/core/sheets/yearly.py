"""Bảng kết quả năm: ratings, months and leave of the people of a unit (A2)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from thidua.core.sheets.cells import (
    CellError,
    Column,
    SheetError,
    SheetRow,
    parse_choice,
    parse_date,
    parse_number,
    parse_text,
    parse_yes_no,
)
from thidua.core.vietnamese.folding import fold

RATINGS = {
    "HTXS": "Hoàn thành xuất sắc nhiệm vụ",
    "HTT": "Hoàn thành tốt nhiệm vụ",
    "HT": "Hoàn thành nhiệm vụ",
    "KHT": "Không hoàn thành nhiệm vụ",
}

COLUMNS = (
    Column("code", "Mã định danh"),
    Column("name", "Họ và tên"),
    Column("born_on", "Ngày sinh", required=False),
    Column("rating", "Xếp loại"),
    Column("takes_part", "Tham gia phong trào", required=False),
    Column("months", "Số tháng làm việc", required=False),
    Column("leave", "Số ngày nghỉ", required=False),
    Column("maternity", "Số ngày nghỉ thai sản", required=False),
    Column("note", "Ghi chú", required=False),
)
TITLES = {column.key: column.title for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Người đã có trong danh sách của đơn vị, by whom the rows are matched."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class YearlyRow:
    """Kết quả năm của một người, as read; None is unknown."""

    person_id: int
    name: str
    rating: str
    takes_part: bool | None
    months_worked: Decimal | None
    leave_working_days: int | None
    maternity_days: int | None
    note: str


def parse_yearly(
    rows: Sequence[SheetRow], people: Sequence[KnownPerson]
) -> tuple[tuple[YearlyRow, ...], tuple[SheetError, ...]]:
    """All rows understood, and every error with its row and column; nothing may be saved while there is one."""
    by_code = {fold(person.code): person for person in people}
    first_seen: dict[int, int] = {}
    parsed: list[YearlyRow] = []
    errors: list[SheetError] = []
    for row in rows:
        reader = _RowReader(row, errors)
        person = _match(reader, by_code)
        if person is not None and (earlier := first_seen.setdefault(person.id, row.number)) != row.number:
            reader.fail("code", f"{person.name} đã có ở dòng {earlier}; mỗi người chỉ một dòng.")
        reader("born_on", parse_date)
        values = YearlyRow(
            person_id=person.id if person else 0,
            name=person.name if person else "",
            rating=reader("rating", lambda cell: parse_choice(cell, RATINGS)) or "",
            takes_part=reader("takes_part", parse_yes_no),
            months_worked=reader("months", lambda cell: parse_number(cell, most=12, whole=False)),
            leave_working_days=_whole(reader("leave", parse_number)),
            maternity_days=_whole(reader("maternity", parse_number)),
            note=reader("note", parse_text) or "",
        )
        parsed.append(values)
    return tuple(parsed), tuple(errors)


def _whole(number: Decimal | None) -> int | None:
    return None if number is None else int(number)


def _match(reader: "_RowReader", by_code: Mapping[str, KnownPerson]) -> KnownPerson | None:
    code = reader("code", parse_text)
    name = reader("name", parse_text)
    if not code:
        reader.fail("code", "Thiếu mã định danh.")
        return None
    person = by_code.get(fold(code))
    if person is None:
        reader.fail("code", f"Không có người mang mã “{code}” trong đơn vị; hãy kiểm tra mã hoặc thêm người trước.")
    elif fold(name or "") != fold(person.name):
        reader.fail("name", f"Mã “{code}” là của {person.name}, không phải “{name}”.")
    return person


class _RowReader:
    """Reads cells of one row and collects what is wrong with them."""

    def __init__(self, row: SheetRow, errors: list[SheetError]) -> None:
        self.row, self.errors = row, errors

    def __call__(self, key: str, parse: Callable[[Any], Any]) -> Any:
        try:
            return parse(self.row.cells.get(key))
        except CellError as error:
            self.fail(key, str(error))
            return None

    def fail(self, key: str, message: str) -> None:
        self.errors.append(SheetError(self.row.number, TITLES[key], message))
