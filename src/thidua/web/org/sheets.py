"""Excel of units and people, and the sheet that a unit fills with its yearly facts."""

from collections.abc import Iterable

from thidua.adapters.xlsx.write import write_table
from thidua.core.sheets.yearly import COLUMNS, RATINGS
from thidua.orgs.models import Person, YearlyFacts
from thidua.web.org.pages import PersonRow, UnitRow


def units_sheet(rows: Iterable[UnitRow]) -> bytes:
    columns = ("Tên đơn vị", "Loại", "Cơ quan quản lý", "Địa bàn", "Số người")
    return write_table("Danh sách đơn vị", columns, [(r.name, r.kind, r.managing_body, r.area, r.people) for r in rows])


def people_sheet(rows: Iterable[PersonRow]) -> bytes:
    columns = ("Mã định danh", "Họ và tên", "Chức vụ", "Đơn vị", "Tổ, bộ phận")
    return write_table("Danh sách nhân sự", columns, [(r.code, r.name, r.title, r.unit, r.section) for r in rows])


def facts_template(unit_name: str, year: str, people: Iterable[tuple[Person, YearlyFacts | None]]) -> bytes:
    """The sheet to fill: everybody of the unit, with what is known already."""
    rows = [
        (
            person.code, person.full_name, person.born_on, RATINGS.get(facts.rating, "") if facts else "",
            facts.takes_part if facts else True, facts.months_worked if facts else None,
            facts.leave_working_days if facts else None, facts.maternity_days if facts else None, facts.note if facts else "",
        )
        for person, facts in people
    ]  # fmt: skip
    return write_table(f"Kết quả năm {year}: {unit_name}", [column.title for column in COLUMNS], rows)
