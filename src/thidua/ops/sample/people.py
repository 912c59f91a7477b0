"""People and their posts: heads, deputies, teachers and staff of every unit."""

from datetime import date

from thidua.core.access import SYSTEM
from thidua.journal.actions.entries import record
from thidua.ops.sample.context import FOUNDED, NOW, REFORM, Sample
from thidua.ops.sample.names import make_name
from thidua.orgs.actions.people import PersonDescription, build
from thidua.orgs.models import Appointment, Person, Unit

_STAFF = ("Nhân viên kế toán", "Nhân viên văn thư", "Nhân viên thư viện", "Nhân viên y tế")
_WEIGHT = {"MN": 1.0, "TH": 1.1, "THCS": 1.0, "THPT": 1.7, "GDTX": 0.9}


def _make_person(sample: Sample, code: str, *, oldest: int, youngest: int) -> Person:
    random = sample.random
    gender = "F" if random.random() < 0.72 else "M"
    name, is_minority = make_name(random, gender)
    born = date(random.randint(oldest, youngest), random.randint(1, 12), random.randint(1, 28))
    joined = date(min(born.year + random.randint(22, 26), 2025), random.choice((1, 8, 9, 9, 9)), 1)
    return build(PersonDescription(code, name, gender, born, is_minority, joined))


def _posts(size: int, staff: int) -> list[str]:
    deputies = 1 if size < 30 else 2
    teachers = max(1, size - 1 - deputies - staff)
    return ["Hiệu trưởng", *["Phó Hiệu trưởng"] * deputies, *["Giáo viên"] * teachers, *_STAFF[:staff]][:size]


def make_people(sample: Sample, total: int) -> None:
    """`total` people: about 35 in the department, 4 in each commune, the rest in schools by their size."""
    plan: list[tuple[Unit, str, Unit | None, date]] = []
    offices = ["Giám đốc", "Phó Giám đốc", "Phó Giám đốc", *["Trưởng phòng"] * 3, *["Chuyên viên"] * 29]
    sections = sample.department_sections
    for index, title in enumerate(offices[: max(8, total // 30)]):
        plan.append((sample.department, title, None if index < 3 else sections[index % len(sections)], FOUNDED))
    for commune in sample.communes:
        for title in ("Chủ tịch", "Phó Chủ tịch", "Trưởng phòng Văn hoá - Xã hội", "Công chức Văn hoá - Xã hội"):
            plan.append((commune, title, None, REFORM))
    weights = [_WEIGHT[school.kind.value] for school in sample.schools]
    left = max(len(sample.schools) * 4, total - len(plan))
    for school, weight in zip(sample.schools, weights, strict=True):
        size = max(4, round(left * weight / sum(weights)))
        for index, title in enumerate(_posts(size, 3 if size > 12 else 1)):
            teaching = [each for each in school.sections if sample.names[each.pk] != "Tổ Văn phòng"]
            section = teaching[index % len(teaching)] if index else None
            if title.startswith("Nhân viên"):
                section = school.sections[-1]
            plan.append((school.unit, title, section, FOUNDED))
    _write(sample, plan)


def _write(sample: Sample, plan: list[tuple[Unit, str, Unit | None, date]]) -> None:
    people = []
    for number, (_, title, _, _) in enumerate(plan, start=1):
        is_manager = _is_manager(title)
        youngest = 1985 if is_manager else 2001
        people.append(_make_person(sample, f"AL{number:06d}", oldest=1968, youngest=youngest))
    people = Person.objects.bulk_create(people, batch_size=2000)
    posts = []
    by_unit = {school.unit.pk: school.staff for school in sample.schools}
    for person, (unit, title, section, earliest) in zip(people, plan, strict=True):
        starts_on = max(earliest, person.joined_sector_on)
        is_manager = _is_manager(title)
        posts.append(
            Appointment(
                person=person, unit=unit, section=section, title=title, is_manager=is_manager,
                is_direct_worker=not is_manager, starts_on=starts_on,
            )
        )  # fmt: skip
        sample.quality[person.pk] = sample.random.gauss(0.25 if is_manager else 0, 1)
        sample.titles[person.pk] = title
        if is_manager:
            sample.managers.add(person.pk)
        by_unit.get(unit.pk, sample.office_staff.setdefault(unit.pk, [])).append(person)
    Appointment.objects.bulk_create(posts, batch_size=2000)
    record(
        code="orgs.person.import", target=sample.department, unit_id=sample.department.pk, count=len(people),
        source="Dữ liệu mẫu", by=SYSTEM, at=NOW,
    )  # fmt: skip


def _is_manager(title: str) -> bool:
    return title.startswith(("Giám đốc", "Phó ", "Trưởng", "Hiệu trưởng", "Chủ tịch"))
