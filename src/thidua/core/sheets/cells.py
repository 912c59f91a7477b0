"""One cell at a time: values as Excel gives them, in; values of the field, or a sentence that says what to type, out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from thidua.core.vietnamese.folding import fold

Cell = str | int | float | bool | date | None


class CellError(ValueError):
    """The cell cannot be understood; the message says what to type, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Column:
    """Cột: `key` in the code, `title` in the heading of the sheet."""

    key: str
    title: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Dòng dữ liệu: its number in the sheet (from 1) and its cells by column key."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class SheetError:
    """Lỗi trong bảng: where it stands and what to do."""

    row: int
    column: str
    message: str


def parse_text(value: Cell, *, limit: int = 300) -> str:
    """Single spaces, no ends; a whole number loses Excel's `.0`."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(str(value if value is not None else "").split())
    if len(text) > limit:
        raise CellError(f"Dài quá {limit} ký tự; hãy rút gọn.")
    return text


def parse_date(value: Cell) -> date | None:
    """A date cell, or text `dd/mm/yyyy` (also with - or .); anything else is refused rather than guessed."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = re.fullmatch(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\s*", str(value))
    if not match:
        raise CellError(f"“{value}” không phải ngày; hãy nhập dạng ngày/tháng/năm, ví dụ 05/09/1980.")
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        raise CellError(f"“{value}” không có trong lịch; hãy kiểm tra ngày và tháng.") from None


def parse_number(value: Cell, *, least: int = 0, most: int = 366, whole: bool = True) -> Decimal | None:
    """A number between `least` and `most`; text with a decimal comma is understood."""
    if value is None or value == "":
        return None
    try:
        if isinstance(value, bool | date):
            raise InvalidOperation
        number = Decimal(str(value).strip().replace(",", "."))
    except InvalidOperation:
        raise CellError(f"“{value}” không phải số; hãy nhập số từ {least} đến {most}.") from None
    if not number.is_finite() or not least <= number <= most:
        raise CellError(f"“{value}” nằm ngoài khoảng {least} đến {most}.")
    if whole and number != number.to_integral_value():
        raise CellError(f"“{value}” phải là số nguyên.")
    return number


def parse_choice(value: Cell, choices: Mapping[str, str]) -> str:
    """One of the codes, by code or by its words, with or without diacritics; empty stays empty."""
    text = parse_text(value)
    if not text:
        return ""
    known = {fold(word): code for code, words in choices.items() for word in (code, words)}
    try:
        return known[fold(text)]
    except KeyError:
        raise CellError(f"“{text}” không thuộc các giá trị: {', '.join(choices.values())}.") from None


def parse_yes_no(value: Cell) -> bool | None:
    """Có / Không (also x, 1, 0); empty is unknown."""
    text = fold(parse_text(value))
    if not text:
        return None
    if text in {"co", "x", "1", "true", "dung"}:
        return True
    if text in {"khong", "0", "false", "sai"}:
        return False
    raise CellError(f"“{value}” không rõ; hãy nhập Có hoặc Không.")
