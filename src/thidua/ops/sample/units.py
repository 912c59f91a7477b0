"""Units: province, department, two district offices until 30/6/2025, communes, schools of all levels and their sections."""

from thidua.core.access import SYSTEM
from thidua.core.vietnamese.folding import fold
from thidua.ops.sample.context import FOUNDED, NOW, REFORM, Sample, School
from thidua.orgs.actions import units
from thidua.orgs.actions.units import UnitDescription
from thidua.orgs.models import Area, Unit, UnitKind

PROVINCE = "An Lĩnh"
_COMMUNES = (
    "xã Mường Lan", "xã Tân Thịnh", "phường Bình Minh", "xã Phú Sơn", "xã Nà Hin", "xã Đông Hoà", "phường Lam Kinh",
    "xã Thanh Trà", "xã Pa Lừ", "xã Suối Giàng", "xã Hồng Phong", "phường Trung Tâm", "xã Bản Phố", "xã Yên Hợp",
    "xã Cao Sơn", "xã Vĩnh Hoà",
)  # fmt: skip
_HARD = {
    "xã Mường Lan": Area.DIFFICULT,
    "xã Nà Hin": Area.BORDER,
    "xã Pa Lừ": Area.BORDER,
    "xã Bản Phố": Area.DIFFICULT,
}
_CYCLE = [
    "MN",
    "TH",
    "THCS",
    "MN",
    "TH",
    "THCS",
    "THPT",
    "MN",
    "TH",
    "THCS",
    "MN",
    "TH",
    "THPT",
    "MN",
    "TH",
    "THCS",
    "MN",
    "TH",
    "THCS",
    "GDTX",
]
_LABEL = {"MN": "Mầm non", "TH": "Tiểu học", "THCS": "THCS", "THPT": "THPT"}
_WORDS = (
    "Hoa Ban",
    "Hoa Sen",
    "Kim Đồng",
    "Ánh Dương",
    "Bế Văn Đàn",
    "Số 1",
    "Số 2",
    "Hoà Bình",
    "Hương Sen",
    "Sao Mai",
)
_SECTIONS = {
    "MN": ("Tổ Mẫu giáo", "Tổ Nhà trẻ", "Tổ Văn phòng"),
    "TH": ("Tổ 1-2-3", "Tổ 4-5", "Tổ Văn phòng"),
    "THCS": ("Tổ Khoa học tự nhiên", "Tổ Khoa học xã hội", "Tổ Văn phòng"),
    "THPT": ("Tổ Toán - Tin", "Tổ Ngữ văn", "Tổ Ngoại ngữ", "Tổ Văn phòng"),
    "GDTX": ("Tổ Văn hoá", "Tổ Giáo vụ"),
}


def _found(sample: Sample, code: str, description: UnitDescription, starts_on=FOUNDED) -> Unit:
    unit = units.found(code=code, description=description, starts_on=starts_on, by=SYSTEM, at=NOW)
    sample.names[unit.pk] = description.name
    return unit


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).upper().split() if word[0].isalnum())


def make_units(sample: Sample, schools: int) -> None:
    """`schools` schools in about a fifth as many communes."""
    sample.province = _found(
        sample, "UBND", UnitDescription(f"Uỷ ban nhân dân tỉnh {PROVINCE}", UnitKind.PROVINCE, "UBND", PROVINCE)
    )
    sample.department = _found(
        sample,
        "SGDDT",
        UnitDescription("Sở Giáo dục và Đào tạo", UnitKind.DEPARTMENT, "SGDĐT", PROVINCE, sample.province.pk),
    )
    for index, name in enumerate(("Văn phòng Sở", "Phòng Tổ chức cán bộ", "Phòng Giáo dục phổ thông"), start=1):
        section = UnitDescription(name, UnitKind.SECTION, f"P{index}", PROVINCE, sample.department.pk)
        sample.department_sections.append(_found(sample, f"SGDDT-P{index}", section))
    for index, name in enumerate(("huyện Mường Lan", "thị xã Bình Minh"), start=1):
        place = name.split(" ", 1)[1].removeprefix("xã ")
        office = UnitDescription(
            f"Phòng Giáo dục và Đào tạo {name}", UnitKind.DISTRICT_OFFICE, "PGDĐT", place, sample.province.pk,
            sample.department.pk,
        )  # fmt: skip
        sample.districts.append(_found(sample, f"PGD{index}", office))
    for index in range(max(1, -(-schools // 5))):
        _make_commune(sample, index)
    for index in range(schools):
        _make_school(sample, index)
    for office in sample.districts:
        units.dissolve(unit=office, ends_before=REFORM, reason="Kết thúc hoạt động của cấp huyện", by=SYSTEM, at=NOW)


def _make_commune(sample: Sample, index: int) -> None:
    name = _COMMUNES[index % len(_COMMUNES)] + (f" {index // len(_COMMUNES) + 1}" if index >= len(_COMMUNES) else "")
    place = name.split(" ", 1)[1]
    description = UnitDescription(
        f"Uỷ ban nhân dân {name}", UnitKind.COMMUNE, "UBND", place, sample.province.pk, sample.department.pk,
        _HARD.get(name, Area.NORMAL),
    )  # fmt: skip
    sample.communes.append(_found(sample, f"XA{index + 1:03d}", description, REFORM))


def _make_school(sample: Sample, index: int) -> None:
    kind = UnitKind(_CYCLE[index % len(_CYCLE)])
    number = index % len(sample.communes)
    commune = sample.communes[number]
    place = sample.names[commune.pk].rsplit("xã ", 1)[-1].rsplit("phường ", 1)[-1]
    area = _HARD.get(_COMMUNES[number % len(_COMMUNES)], Area.NORMAL)
    department = sample.department
    if kind in {UnitKind.UPPER_SECONDARY, UnitKind.CONTINUING}:
        label = "Trường THPT" if kind == UnitKind.UPPER_SECONDARY else "Trung tâm GDNN-GDTX"
        name, manager, commune_after = f"{label} {place}", department, None
    else:
        word = "" if index < len(_CYCLE) else f" {_WORDS[index % len(_WORDS)]}"
        name = f"Trường {_LABEL[kind.value]} {place}{word}"
        manager, commune_after = sample.districts[number % len(sample.districts)], commune
    known = set(sample.names.values())
    if name in known:
        name = f"{name} {next(n for n in range(2, 999) if f'{name} {n}' not in known)}"
    description = UnitDescription(name, kind, _initials(name)[:12], place, manager.pk, department.pk, area)
    unit = _found(sample, f"TR{index + 1:04d}", description)
    school = School(unit, name, kind, commune_after, area)
    for order, title in enumerate(_SECTIONS[kind.value], start=1):
        section = UnitDescription(title, UnitKind.SECTION, _initials(title), place, unit.pk, None, area)
        school.sections.append(_found(sample, f"TR{index + 1:04d}-{order}", section))
    if commune_after:
        after = UnitDescription(name, kind, description.symbol, place, commune_after.pk, department.pk, area)
        units.change(unit=unit, description=after, starts_on=REFORM, reason="Chuyển về cấp xã", by=SYSTEM, at=NOW)
    sample.schools.append(school)
