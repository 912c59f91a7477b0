"""Tables to Excel: text stays text, so that nothing a person typed can become a formula."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

_WIDTHS = (8, 60)


def write_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """An .xlsx file with one sheet: the title, a frozen header row with filters, and the rows.

    Values may be text, numbers, Decimal, dates, booleans (Có/Không) or None (empty cell).
    """
    output = io.BytesIO()
    with xlsxwriter.Workbook(
        output, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        sheet = book.add_worksheet("Danh sách")
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 13}))
        widths = [len(name) for name in columns]
        for index, name in enumerate(columns):
            sheet.write_string(2, index, name, head)
        last = 2
        for last, row in enumerate(rows, start=3):
            for index, value in enumerate(row):
                _write(sheet, last, index, value, day)
                widths[index] = max(widths[index], len(str(value or "")))
        for index, width in enumerate(widths):
            sheet.set_column(index, index, min(max(width + 2, _WIDTHS[0]), _WIDTHS[1]))
        sheet.freeze_panes(3, 0)
        sheet.autofilter(2, 0, max(last, 3), max(len(columns) - 1, 0))
    return output.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_string(row, column, "Có" if value else "Không")
    elif isinstance(value, datetime):
        sheet.write_string(row, column, f"{value:%d/%m/%Y %H:%M}")
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001  # Excel knows no zone
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, column, float(value))
    else:
        sheet.write_string(row, column, str(value))
