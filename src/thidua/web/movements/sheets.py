"""The lists of this area as Excel."""

from django.utils import timezone

from thidua.adapters.xlsx.write import write_table
from thidua.web.movements.pages.board import BoardPage
from thidua.web.movements.pages.incoming import IncomingList
from thidua.web.movements.pages.listing import ListPage


def _local(moment):
    return timezone.localtime(moment) if moment else None


def movements_sheet(page: ListPage) -> bytes:
    columns = (
        "Tên phong trào", "Đơn vị phát động", "Hình thức", "Thời gian", "Số kế hoạch", "Trạng thái", "Số chỉ tiêu",
        "Đơn vị được gửi", "Đơn vị đã ban hành kế hoạch",
    )  # fmt: skip
    rows = [
        (row.name, row.unit, row.kind, row.period, row.plan, row.state.title, row.targets, row.sent, row.answered)
        for row in page.rows
    ]
    return write_table("Phong trào thi đua", columns, rows)


def board_sheet(page: BoardPage) -> bytes:
    columns = (
        "Đơn vị", "Loại đơn vị", "Tình trạng", "Nhận lúc", "Xác nhận lúc", "Kế hoạch của đơn vị",
        "Hạn ban hành", "Số ngày chậm", "Nhắc lần cuối",
    )  # fmt: skip
    rows = [
        (
            row.answer.unit.name, row.kind, row.state, _local(row.answer.dispatch.received_at),
            _local(row.answer.dispatch.acknowledged_at), row.plan, row.answer.dispatch.respond_by, row.late,
            _local(row.answer.dispatch.reminded_at),
        )
        for row in page.rows
    ]  # fmt: skip
    return write_table(f"Tình hình thực hiện: {page.movement.name}", columns, rows)


def incoming_sheet(page: IncomingList) -> bytes:
    columns = (
        "Số, ký hiệu",
        "Trích yếu",
        "Cơ quan gửi",
        "Đơn vị nhận",
        "Gửi lúc",
        "Hạn ban hành",
        "Tình trạng",
        "Số ngày chậm",
    )
    rows = [
        (
            row.dispatch.document.code, row.dispatch.document.subject, row.sender, row.unit,
            _local(row.dispatch.sent_at), row.dispatch.respond_by, row.state, row.late,
        )
        for row in page.rows
    ]  # fmt: skip
    return write_table("Kế hoạch đến", columns, rows)
