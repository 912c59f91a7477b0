"""A small province for tests, with a fixed cast: each knows one thing they may do, and the outsider must never get in."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from thidua.accounts.actions import roles
from thidua.accounts.models import User
from thidua.core.access import SYSTEM, Actor, Role
from thidua.orgs.actions import people, units
from thidua.orgs.actions.people import PersonDescription
from thidua.orgs.actions.units import UnitDescription
from thidua.orgs.models import Person, Unit, UnitKind

AT = datetime(2019, 1, 2, 1, 0, tzinfo=UTC)
FOUNDED = date(2019, 1, 1)
REFORM = date(2025, 7, 1)  # districts end, communes take over their schools


@dataclass
class World:
    """Tỉnh Thanh Lâm (invented): province, department, district office until 30/6/2025, two communes, three schools."""

    province: Unit
    department: Unit
    district: Unit
    commune: Unit
    other_commune: Unit
    school: Unit  # lower secondary, of the district, from 1/7/2025 of the commune
    other_school: Unit  # primary school of the other commune
    upper_school: Unit  # upper secondary, of the department
    section: Unit
    people: dict[str, Person] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)


def add_unit(
    code, name, kind, symbol, *, managed_by=None, guided_by=None, place="Thanh Lâm", starts_on=FOUNDED
) -> Unit:
    description = UnitDescription(
        name=name,
        kind=kind,
        symbol=symbol,
        place=place,
        managing_body_id=managed_by.pk if managed_by else None,
        professional_body_id=guided_by.pk if guided_by else None,
    )
    return units.found(code=code, description=description, starts_on=starts_on, by=SYSTEM, at=AT)


def add_person(
    code, full_name, unit, title, *, gender="F", is_manager=False, section=None, starts_on=FOUNDED
) -> Person:
    description = PersonDescription(code=code, full_name=full_name, gender=gender, joined_sector_on=date(2005, 9, 1))
    person = people.register(description=description, unit=unit, by=SYSTEM, at=AT)
    people.appoint(
        person=person,
        unit=unit,
        title=title,
        starts_on=starts_on,
        is_manager=is_manager,
        section=section,
        by=SYSTEM,
        at=AT,
    )
    return person


def add_user(world: World, key: str, person: Person, *held: tuple[Role, Unit]) -> User:
    """An account named `key` with the roles; it cannot be signed in by password (tests use `client_for`)."""
    user = roles.open_account(
        username=key, password=None, name=person.full_name, person=person, unit=held[0][1], by=SYSTEM, at=AT
    )
    for role, unit in held:
        roles.assign(user=user, role=role, unit=unit, starts_on=FOUNDED, by=SYSTEM, at=AT)
    world.people[key] = person
    world.users[key] = user
    return user


def actor_for(user: User, on: date) -> Actor:
    from thidua.accounts.queries.roles import get_actor

    return get_actor(user, on)


def build_world() -> World:
    province = add_unit("T", "Uỷ ban nhân dân tỉnh Thanh Lâm", UnitKind.PROVINCE, "UBND")
    department = add_unit("SO", "Sở Giáo dục và Đào tạo", UnitKind.DEPARTMENT, "SGDĐT", managed_by=province)
    district = add_unit(
        "PGD", "Phòng Giáo dục và Đào tạo huyện Mộc Sơn", UnitKind.DISTRICT_OFFICE, "PGDĐT", managed_by=province,
        guided_by=department, place="Mộc Sơn",
    )  # fmt: skip
    school = add_unit(
        "THCS1", "Trường THCS Mộc Sơn", UnitKind.LOWER_SECONDARY, "THCSMS", managed_by=district, guided_by=department,
        place="Mộc Sơn",
    )  # fmt: skip
    upper = add_unit("THPT1", "Trường THPT Thanh Lâm", UnitKind.UPPER_SECONDARY, "THPTTL", managed_by=department)
    section = add_unit(
        "THCS1-TO1", "Tổ Khoa học tự nhiên", UnitKind.SECTION, "TKHTN", managed_by=school, place="Mộc Sơn"
    )
    commune = add_unit(
        "X1", "Uỷ ban nhân dân xã Mộc Sơn", UnitKind.COMMUNE, "UBND", managed_by=province, guided_by=department,
        place="Mộc Sơn",
    )  # fmt: skip
    other_commune = add_unit(
        "X2", "Uỷ ban nhân dân xã Tân Lập", UnitKind.COMMUNE, "UBND", managed_by=province, guided_by=department,
        place="Tân Lập",
    )  # fmt: skip
    other_school = add_unit(
        "TH2", "Trường Tiểu học Tân Lập", UnitKind.PRIMARY, "THTL", managed_by=other_commune, guided_by=department,
        place="Tân Lập",
    )  # fmt: skip
    world = World(province, department, district, commune, other_commune, school, other_school, upper, section)
    _add_cast(world)
    description = UnitDescription(
        "Trường THCS Mộc Sơn", UnitKind.LOWER_SECONDARY, "THCSMS", "Mộc Sơn", commune.pk, department.pk
    )
    units.change(unit=school, description=description, starts_on=REFORM, reason="Bỏ cấp huyện", by=SYSTEM, at=AT)
    units.dissolve(unit=district, ends_before=REFORM, reason="Bỏ cấp huyện", by=SYSTEM, at=AT)
    return world


def _add_cast(world: World) -> None:
    so, xa, truong, phong = world.department, world.commune, world.school, world.district
    cast = [
        ("secretary", "Lò Thị Mai", so, "Chuyên viên", [(Role.SECRETARY, so)]),
        ("head", "Phạm Quốc Hưng", so, "Giám đốc", [(Role.HEAD, so)]),
        ("district_secretary", "Vũ Thị Hạnh", phong, "Chuyên viên", [(Role.SECRETARY, phong)]),
        ("district_head", "Đinh Công Thành", phong, "Trưởng phòng", [(Role.HEAD, phong)]),
        ("commune_secretary", "Hoàng Văn Tú", xa, "Công chức Văn hoá - Xã hội", [(Role.SECRETARY, xa)]),
        ("commune_head", "Nguyễn Thị Bình", xa, "Chủ tịch", [(Role.HEAD, xa)]),
        ("school_head", "Trần Văn Đức", truong, "Hiệu trưởng", [(Role.HEAD, truong)]),
        ("school_secretary", "Lê Thị Ánh", truong, "Phó Hiệu trưởng", [(Role.SECRETARY, truong)]),
        ("teacher", "Nguyễn Văn An", truong, "Giáo viên", [(Role.STAFF, truong)]),
        ("block_head", "Bùi Thị Đào", world.upper_school, "Hiệu trưởng", [(Role.BLOCK_HEAD, world.upper_school)]),
        ("administrator", "Đỗ Minh Quân", so, "Chuyên viên", [(Role.ADMINISTRATOR, world.province)]),
        ("outsider", "Cao Thị Yến", world.other_school, "Hiệu trưởng", [(Role.HEAD, world.other_school)]),
    ]
    for index, (key, name, unit, title, held) in enumerate(cast, start=1):
        is_manager = title in {"Giám đốc", "Trưởng phòng", "Chủ tịch", "Hiệu trưởng", "Phó Hiệu trưởng"}
        person = add_person(f"CB{index:03d}", name, unit, title, is_manager=is_manager)
        add_user(world, key, person, *held)
    for number in range(1, 6):
        person = add_person(
            f"HD{number:03d}", f"Mai Thị Hội {['Một', 'Hai', 'Ba', 'Bốn', 'Năm'][number - 1]}", xa, "Uỷ viên"
        )
        add_user(world, f"member{number}", person, (Role.COUNCIL_MEMBER, xa))
