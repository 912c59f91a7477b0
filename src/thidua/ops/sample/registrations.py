"""Registrations for 2026-2027: most people of most schools, by what they may reach."""

from datetime import date

from thidua.awards.models import TitleRegistration
from thidua.core.access import SYSTEM
from thidua.journal.actions.entries import record
from thidua.ops.sample.acting import demo_user
from thidua.ops.sample.context import NOW, RUNNING_YEAR, SOURCE, Sample, moment
from thidua.orgs.models import Person, Unit

_PLEDGES = (
    "Giảm một nửa số học sinh chưa hoàn thành môn học của lớp", "Dự giờ đồng nghiệp ít nhất hai tiết mỗi tháng",
    "Hoàn thành một sáng kiến về dạy học phân hoá", "Không để học sinh nào của lớp bỏ học sau Tết",
    "Xây dựng kho bài giảng dùng chung cho tổ", "Bồi dưỡng đội tuyển học sinh giỏi cấp tỉnh",
    "Phối hợp với gia đình mỗi học sinh ít nhất hai lần trong năm", "Chuyển toàn bộ hồ sơ chuyên môn sang dạng số",
)  # fmt: skip
_OPEN_SCHOOLS = 0.1  # of the schools have not begun yet


def make_registrations(sample: Sample) -> None:
    """The teacher among the sample accounts is left to register in person."""
    left_out = demo_user("giaovien").person_id
    demo = sample.demo_commune
    rows: list[TitleRegistration] = []
    for school in sample.schools:
        if school.commune is not demo and sample.random.random() < _OPEN_SCHOOLS:
            continue
        for person in school.staff:
            if person.pk != left_out and sample.random.random() < 0.93:
                rows += _of_person(sample, school.unit, person)
        for unit in (*school.sections, school.unit):
            if sample.random.random() < 0.8:
                honour = "TTLDXS" if sample.random.random() < 0.25 else "TTLDTT"
                rows.append(_row(sample, unit, None, honour))
    TitleRegistration.objects.bulk_create(rows, batch_size=1000)
    record(
        code="awards.registration.import", target=sample.department, unit_id=sample.department.pk, count=len(rows),
        year=RUNNING_YEAR.label, source=SOURCE, by=SYSTEM, at=NOW,
    )  # fmt: skip


def _of_person(sample: Sample, unit: Unit, person: Person) -> list[TitleRegistration]:
    """LĐTT for all; CSTĐCS besides for the better ones, a provincial title for a few."""
    honours = ["LDTT"]
    quality = sample.quality[person.pk] + sample.random.gauss(0, 0.3)
    if quality > 0.9:
        honours.append("CSTDCS")
    if quality > 2.1:
        honours.append("CSTD_BT")
    return [_row(sample, unit, person, honour) for honour in honours]


def _row(sample: Sample, unit: Unit, person: Person | None, honour: str) -> TitleRegistration:
    day = date(2026, 9, 14).toordinal() + sample.random.randint(0, 45)
    at = moment(date.fromordinal(day), sample.random.randint(8, 16), sample.random.randint(0, 59))
    pledge = sample.random.choice(_PLEDGES) if person is not None and sample.random.random() < 0.7 else ""
    return TitleRegistration(
        unit=unit, person=person, year=RUNNING_YEAR.label, honour=honour, pledge=pledge, registered_at=at
    )  # fmt: skip
