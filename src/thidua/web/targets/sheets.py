"""Excel sheets of targets."""

from thidua.adapters.xlsx.write import write_table
from thidua.web.targets.pages import TargetPage


def target_sheet(page: TargetPage) -> bytes:
    """Every unit of the target as filtered on the page."""
    columns = ("Đơn vị", "Được giao", "Kết quả", "Tính đến ngày", "Tình trạng", "Hạn báo cáo", "Giải trình")
    rows = [(row.name, row.wanted, row.reached, row.as_of, row.state, row.due_on, row.note) for row in page.all_rows]
    return write_table(page.target.subject, columns, rows)
