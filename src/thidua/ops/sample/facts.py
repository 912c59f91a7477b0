"""What each year said about each person and collective: ratings, months, leave, initiatives, a few disciplines and holds."""

from datetime import date, timedelta
from decimal import Decimal

from thidua.awards.models import Initiative
from thidua.core.access import SYSTEM
from thidua.core.time.years import Year
from thidua.core.vietnamese.folding import fold
from thidua.journal.actions.entries import record
from thidua.ops.sample.context import LAST_CLOSED_YEAR, NOW, TODAY, Sample
from thidua.orgs.models import CollectiveFacts, DisciplineRecord, HoldRecord, Person, Unit, YearlyFacts

_TOPICS = (
    "Một số biện pháp rèn kỹ năng đọc cho học sinh lớp 1", "Sử dụng sơ đồ tư duy trong dạy học Địa lí",
    "Tổ chức trò chơi dân gian cho trẻ 5-6 tuổi", "Ứng dụng học liệu số trong ôn tập Toán 9",
    "Phối hợp với gia đình giảm học sinh bỏ học ở bản vùng cao", "Dạy học theo dự án môn Khoa học tự nhiên",
    "Xây dựng thư viện lớp học thân thiện", "Bồi dưỡng học sinh yếu môn Tiếng Anh theo nhóm nhỏ",
    "Quản lý hồ sơ nhà trường bằng bảng tính dùng chung", "Tăng cường tiếng Việt cho trẻ dân tộc thiểu số",
    "Giáo dục kỹ năng phòng, chống đuối nước", "Thiết kế bài tập thí nghiệm ảo môn Vật lí",
)  # fmt: skip


def _rating(sample: Sample, person: Person) -> str:
    score = sample.quality[person.pk] + sample.random.gauss(0, 0.55)
    return "HTXS" if score > 1.1 else "HTT" if score > -1.55 else "HT" if score > -2.6 else "KHT"


def _staff(sample: Sample) -> list[tuple[Unit, Person]]:
    rows = [(school.unit, person) for school in sample.schools for person in school.staff]
    units = {unit.pk: unit for unit in (sample.department, *sample.communes)}
    return rows + [
        (units[pk], person) for pk, people in sample.office_staff.items() if pk in units for person in people
    ]


def make_facts(sample: Sample) -> None:
    """Ratings of every closed year, and for the current year what is known by now (nothing yet)."""
    rows = [
        _year_of(sample, unit, person, year)
        for year in sample.years
        for unit, person in _staff(sample)
        if person.joined_sector_on < year.span.ends_before - timedelta(days=180)
    ]
    YearlyFacts.objects.bulk_create(rows, batch_size=2000)
    CollectiveFacts.objects.bulk_create(
        [
            CollectiveFacts(
                unit=unit, year=year.label, takes_part=True, source="Dữ liệu mẫu",
                rating=sample.random.choices(("HTXS", "HTT", "HT"), (22, 70, 8))[0],
            )
            for year in sample.years
            for school in sample.schools
            for unit in (school.unit, *school.sections)
        ],
        batch_size=2000,
    )  # fmt: skip
    _make_initiatives(sample)
    _make_disciplines(sample)
    record(
        code="orgs.facts.import", target=sample.department, unit_id=sample.department.pk, count=len(rows),
        source="Dữ liệu mẫu", by=SYSTEM, at=NOW,
    )  # fmt: skip


def _year_of(sample: Sample, unit: Unit, person: Person, year: Year) -> YearlyFacts:
    random = sample.random
    maternity = 180 if person.gender == "F" and person.born_on.year > 1985 and random.random() < 0.04 else 0
    return YearlyFacts(
        person=person,
        unit=unit,
        year=year.label,
        rating=_rating(sample, person),
        takes_part=random.random() > 0.005,
        months_worked=Decimal(random.choices(("12", "9.5", "5"), (97, 2, 1))[0]),
        leave_working_days=random.choices((0, 2, 5, 9, 45), (60, 20, 12, 7, 1))[0],
        maternity_days=maternity,
        source="Dữ liệu mẫu",
    )


def _make_initiatives(sample: Sample) -> None:
    random, rows = sample.random, []
    for year in sample.years:
        for unit, person in _staff(sample):
            quality = sample.quality[person.pk]
            if random.random() > max(0.03, min(0.75, 0.12 + quality * 0.22)):
                continue
            scope = "bo_tinh" if quality > 1.6 and random.random() < 0.3 else "co_so"
            topic = random.choice(_TOPICS)
            rows.append(
                Initiative(
                    person=person, unit=unit, title=topic, search_title=fold(topic), scope=scope,
                    recognised_on=date(year.first + 1, random.choice((4, 5)), random.randint(1, 28)),
                    recognised_by=f"Quyết định số {random.randint(20, 400)}/QĐ-HĐSK",
                )
            )  # fmt: skip
    Initiative.objects.bulk_create(rows, batch_size=2000)


def _make_disciplines(sample: Sample) -> None:
    """A reprimand for the weakest few in the last closed year, and two holds that are open now."""
    ranked = sorted((person for _, person in _staff(sample)), key=lambda person: sample.quality[person.pk])
    starts_on = date(LAST_CLOSED_YEAR.first, 11, 10)
    DisciplineRecord.objects.bulk_create(
        DisciplineRecord(
            person=person, level="khien_trach", starts_on=starts_on, ends_before=starts_on.replace(year=starts_on.year + 1),
            duty_related=True,
        )
        for person in ranked[: max(1, len(ranked) // 300)]
    )  # fmt: skip
    HoldRecord.objects.bulk_create(
        HoldRecord(person=person, reason=reason, starts_on=TODAY - timedelta(days=40))
        for person, reason in zip(ranked[len(ranked) // 2 :], ("complaint", "inspection"), strict=False)
    )
