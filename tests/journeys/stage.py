"""The units and people of a journey: the authority of the document, a school under it, a council, everybody with an account."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from tests.journeys.visitor import Visitor
from thidua.accounts.actions import roles
from thidua.accounts.models import User
from thidua.core.access import SYSTEM, Role
from thidua.orgs.actions import people, units
from thidua.orgs.actions.people import PersonDescription
from thidua.orgs.actions.units import UnitDescription
from thidua.orgs.models import Person, Unit, UnitKind

FOUNDED = date(2015, 1, 1)
AT = datetime(2015, 1, 1, tzinfo=UTC)
PASSWORD = "Mat-khau-thu-2026"  # of accounts that live for one test


@dataclass
class Stage:
    """Nơi diễn ra: `authority` launches and decides, `school` answers and nominates."""

    authority: Unit
    school: Unit
    other_school: Unit
    people: dict[str, Person] = field(default_factory=dict)

    def visitor(self, name: str) -> Visitor:
        return Visitor(name, PASSWORD)


def _unit(
    code: str,
    name: str,
    kind: UnitKind,
    symbol: str,
    place: str,
    managed_by: Unit | None,
    guided_by: Unit | None = None,
) -> Unit:
    description = UnitDescription(
        name, kind, symbol, place, managed_by.pk if managed_by else None, guided_by.pk if guided_by else None
    )
    return units.found(code=code, description=description, starts_on=FOUNDED, by=SYSTEM, at=AT)


def _person(stage: Stage, key: str, name: str, unit: Unit, title: str, *held: Role, gender: str = "F") -> Person:
    description = PersonDescription(f"HT-{key}", name, gender, joined_sector_on=date(2003, 9, 1))
    person = people.register(description=description, unit=unit, by=SYSTEM, at=AT)
    is_manager = title in {"Giám đốc", "Trưởng phòng", "Hiệu trưởng"}
    people.appoint(person=person, unit=unit, title=title, starts_on=FOUNDED, is_manager=is_manager, by=SYSTEM, at=AT)
    stage.people[key] = person
    if held:
        user = roles.open_account(username=key, password=None, name=name, person=person, unit=unit, by=SYSTEM, at=AT)
        user.set_password(PASSWORD)
        User.objects.filter(pk=user.pk).update(password=user.password)
        for role in held:
            roles.assign(user=user, role=role, unit=unit, starts_on=FOUNDED, by=SYSTEM, at=AT)
    return person


def build_stage(*, level: str, province: str, place: str, school: str) -> Stage:
    """`level` is department or district; the school is upper or lower secondary accordingly."""
    root = _unit("J-T", f"Uỷ ban nhân dân tỉnh {province}", UnitKind.PROVINCE, "UBND", province, None)
    department = _unit("J-SO", "Sở Giáo dục và Đào tạo", UnitKind.DEPARTMENT, "SGDĐT", province, root)
    authority, kind, title = department, UnitKind.UPPER_SECONDARY, "Giám đốc"
    if level == "district":
        name = f"Phòng Giáo dục và Đào tạo {place}"
        authority = _unit("J-P", name, UnitKind.DISTRICT_OFFICE, "PGDĐT", place, root, department)
        kind, title = UnitKind.LOWER_SECONDARY, "Trưởng phòng"
    stage = Stage(
        authority,
        _unit("J-TR1", school, kind, "TR1", place, authority, department),
        _unit("J-TR2", f"{school} số 2", kind, "TR2", place, authority, department),
    )
    _person(stage, "thuongtruc", "Lường Thị Hiền", authority, "Chuyên viên", Role.SECRETARY)
    _person(stage, "thutruong", "Đặng Quốc Khánh", authority, title, Role.HEAD, Role.COUNCIL_MEMBER, gender="M")
    for number, name in enumerate(("Vũ Thị Lan", "Bùi Văn Sơn", "Tống Thị Thu", "Phan Đình Việt"), start=1):
        _person(stage, f"uyvien{number}", name, authority, "Uỷ viên", Role.COUNCIL_MEMBER)
    _person(stage, "hieutruong", "Quàng Văn Toàn", stage.school, "Hiệu trưởng", Role.HEAD, gender="M")
    _person(stage, "thuky", "Hoàng Thị Nga", stage.school, "Phó Hiệu trưởng", Role.SECRETARY)
    _person(stage, "giaovien", "Lò Thị Ngọc Ánh", stage.school, "Giáo viên", Role.STAFF)
    _person(stage, "dongnghiep", "Nguyễn Đức Mạnh", stage.school, "Giáo viên", gender="M")
    return stage


MEMBERS = ("thutruong", "uyvien1", "uyvien2", "uyvien3", "uyvien4")
