"""Excel sheets of dossiers."""

from collections.abc import Iterable

from thidua.adapters.xlsx.write import write_table
from thidua.web.dossiers.list_page import DossierRow

COLUMNS = (
    "Tên hồ sơ", "Đơn vị đề nghị", "Trình đến", "Năm", "Loại hình", "Trạng thái", "Cá nhân", "Tập thể",
    "Trường hợp vướng", "Ngày nhận hồ sơ",
)  # fmt: skip


def dossier_sheet(rows: Iterable[DossierRow]) -> bytes:
    """The list as filtered on the page."""
    return write_table(
        "Hồ sơ khen thưởng",
        COLUMNS,
        [
            (
                row.title, row.unit, row.deciding_unit, row.year, row.stream, row.state.title, row.people,
                row.collectives, row.trouble, row.received_on,
            )
            for row in rows
        ],
    )  # fmt: skip
