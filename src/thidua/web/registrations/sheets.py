"""Excel sheets of registrations and initiatives."""

from collections.abc import Iterable

from django.utils import timezone

from thidua.adapters.xlsx.write import write_table
from thidua.web.registrations.board_page import BoardPage


def board_sheet(page: BoardPage) -> bytes:
    """Everybody on the board as filtered."""
    columns = (
        "Họ và tên",
        "Chức vụ",
        "Tổ, bộ phận",
        "Danh hiệu, hình thức đăng ký",
        "Việc sẽ làm để đạt",
        "Đăng ký lúc",
    )
    rows = [
        (
            row.name, row.title, row.section, "; ".join(row.honours) or "Chưa đăng ký", row.pledge,
            timezone.localtime(row.registered_at) if row.registered_at else None,
        )
        for row in page.all_rows
    ]  # fmt: skip
    return write_table(f"Đăng ký thi đua năm {page.year} – {page.unit.name}", columns, rows)


def initiative_sheet(rows: Iterable) -> bytes:
    """Initiatives as filtered; `rows` are those of the page."""
    columns = (
        "Tác giả", "Đơn vị", "Loại", "Tên sáng kiến, đề tài", "Phạm vi ảnh hưởng", "Ngày công nhận",
        "Quyết định công nhận", "Đã dùng để xét",
    )  # fmt: skip
    lines = [
        (
            row.initiative.person.full_name, row.unit, row.initiative.get_kind_display(), row.initiative.title,
            row.initiative.get_scope_display(), row.initiative.recognised_on, row.initiative.recognised_by, row.use,
        )
        for row in rows
    ]  # fmt: skip
    return write_table("Sáng kiến, đề tài", columns, lines)
