"""Titles and commendations of the closed years, held against the law of the day on which they were decided."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from thidua.awards.facts.candidates import Candidate
from thidua.awards.facts.verdicts import Assessed, assess
from thidua.awards.models import Award, Initiative
from thidua.awards.queries.decisions import use_of
from thidua.core.access import SYSTEM
from thidua.core.law.money import money_table
from thidua.core.law.verdict import ELIGIBLE
from thidua.core.time.years import Year
from thidua.core.verification import SPACE, make_code
from thidua.core.vietnamese.folding import fold
from thidua.journal.actions.entries import record
from thidua.ops.sample.context import LAST_CLOSED_YEAR, NOW, SOURCE, Sample, School
from thidua.ops.sample.deciders import Deciders
from thidua.orgs.models import CollectiveFacts, DisciplineRecord, Person, Unit, YearlyFacts

CHAMPIONS_PERCENT = 13  # of those with LĐTT in a school; the law of before 2024 allowed 15
LEAVE_LIMIT = 40  # what most provinces set: from 40 working days of leave on, no LĐTT
DEEDS = (
    "Có thành tích trong bồi dưỡng học sinh giỏi", "Có thành tích trong hội thi giáo viên dạy giỏi",
    "Có thành tích trong vận động học sinh ra lớp, duy trì sĩ số", "Có thành tích trong xây dựng trường học thân thiện",
    "Có thành tích trong chuyển đổi số của nhà trường", "Có thành tích trong phong trào xây dựng xã hội học tập",
)  # fmt: skip
_LOOKED_AT = 40  # candidates for provincial honours, the best first
_PLACE = "Xây dựng nhà trường an toàn, thân thiện; chất lượng giáo dục tăng rõ rệt"


class AwardBook:
    """Sổ khen thưởng of one closed year: collects awards and writes them together."""

    def __init__(self, sample: Sample, year: Year) -> None:
        self.sample, self.year, self.deciders = sample, year, Deciders(sample, year)
        self.rows: list[Award] = []

    def candidate(self, honour: str, unit: Unit, key: object, **who: int) -> Candidate | None:
        """The candidate as the decider saw it; None when the law names nobody who could decide."""
        decider = self.deciders.find(unit, honour)
        if decider is None:
            return None
        received_on = decider.on - timedelta(days=20)
        return Candidate(
            key=key, honour=honour, year=self.year.label, unit_id=unit.pk, received_on=received_on, decided_on=decider.on,
            **who,
        )  # fmt: skip

    def assess(self, candidates: Iterable[Candidate | None]) -> dict[object, Assessed]:
        known = [one for one in candidates if one is not None]
        return dict(assess(known, today=self.deciders.july.replace(month=9)))

    def give(
        self, honour: str, unit: Unit, *, person: Person | None = None, collective: Unit | None = None,
        achievement: str = "", is_paid: bool = True,
    ) -> None:  # fmt: skip
        """Enter one award of a person of `unit`, or of a collective in it."""
        decider = self.deciders.find(unit, honour)
        assert decider is not None
        name = person.full_name if person else self.deciders.name(collective)
        self.rows.append(
            Award(
                person=person, collective=collective, unit=unit, recipient_name=name, recipient_search=fold(name),
                unit_name=self.deciders.name(unit), honour=honour, year=self.year.label, decided_on=decider.on,
                decision_number=decider.number, decided_by=decider.post, achievement=achievement,
                book_number=str(len(self.rows) + 1), money=_money(honour, person is not None, decider.on, decider.level) if is_paid else 0,
                code=make_code(self.sample.random.randrange(SPACE)),
            )
        )  # fmt: skip

    def write(self) -> None:
        """Store what was entered since the last time."""
        Award.objects.bulk_create([row for row in self.rows if row.pk is None], batch_size=1000)

    def close(self) -> None:
        """Store the rest and note the import in the journal."""
        self.write()
        record(
            code="awards.award.import", target=self.sample.department, unit_id=self.sample.department.pk,
            year=self.year.label, count=len(self.rows), source=SOURCE, by=SYSTEM, at=NOW,
        )  # fmt: skip


@cache
def _money(honour: str, is_person: bool, on: date, level: str) -> int:
    return money_table().money(honour, "individual" if is_person else "collective", on, level).amount


def list_walked_schools(sample: Sample) -> list[School]:
    """Schools whose awards of the last closed year come out of real dossiers: those of the demo commune, three of the department."""
    own = [school for school in sample.schools if school.commune is None]
    return [school for school in sample.schools if school.commune is sample.demo_commune] + own[:3]


def make_awards(sample: Sample) -> None:
    """What districts, communes and the department gave in the closed years."""
    walked = {school.unit.pk for school in list_walked_schools(sample)}
    for year in sample.years:
        book = AwardBook(sample, year)
        schools = [each for each in sample.schools if year != LAST_CLOSED_YEAR or each.unit.pk not in walked]
        _give_titles(book, schools)
        book.write()  # the collectives' share of members with a title is counted from the database
        _give_collective_titles(book, schools)
        _give_commendations(book, schools)
        book.close()


def _give_titles(book: AwardBook, schools: list[School]) -> None:
    sample, label = book.sample, book.year.label
    facts = {row.person_id: row for row in YearlyFacts.objects.filter(year=label)}
    works = list_fresh_initiatives(book.year)
    disciplined = set(
        DisciplineRecord.objects.filter(starts_on__lt=book.deciders.july, ends_before__gt=book.year.span.starts_on)
        .values_list("person_id", flat=True)
    )  # fmt: skip
    ground = {pk for pk, row in facts.items() if row.rating == "HTXS"} | works.keys()
    seen = book.assess(
        book.candidate(honour, school.unit, (honour, person.pk), person_id=person.pk)
        for school in schools
        for honour, people in (("LDTT", school.staff), ("CSTDCS", _rank(sample, school.staff, ground)))
        for person in people
        if person.pk in facts
    )
    used = []
    for school in schools:
        good = [
            person
            for person in school.staff
            if person.pk in facts
            and seen["LDTT", person.pk].outcome == ELIGIBLE
            and facts[person.pk].leave_working_days < LEAVE_LIMIT
            and person.pk not in disciplined
            and sample.random.random() > 0.01
        ]
        best = [
            one
            for one in _rank(sample, school.staff, ground)
            if one in good and seen["CSTDCS", one.pk].outcome == ELIGIBLE
        ][: round(len(good) * CHAMPIONS_PERCENT / 100)]
        for person in good:
            book.give("LDTT", school.unit, person=person, is_paid=person not in best)
        for person in best:
            book.give("CSTDCS", school.unit, person=person, achievement=sample.random.choice(DEEDS))
            if facts[person.pk].rating != "HTXS":
                used.append(works[person.pk])
    mark_used(used)


def _rank(sample: Sample, staff: list[Person], ground: set[int]) -> list[Person]:
    """Those with a ground for CSTĐCS, the best first: twice as many as can be chosen."""
    ranked = sorted((one for one in staff if one.pk in ground), key=lambda one: (-sample.quality[one.pk], one.pk))
    return ranked[: max(2, len(staff) * CHAMPIONS_PERCENT * 2 // 100)]


def list_fresh_initiatives(year: Year) -> dict[int, Initiative]:
    """An initiative recognised in the year by person."""
    span = year.span
    rows = Initiative.objects.filter(recognised_on__gte=span.starts_on, recognised_on__lt=span.ends_before)
    return {row.person_id: row for row in rows.order_by("-pk")}


def mark_used(works: list[Initiative]) -> None:
    """Note that the initiatives served for CSTĐCS."""
    for work in works:
        work.used_for = use_of("CSTDCS")
    Initiative.objects.bulk_update(works, ["used_for"], batch_size=500)


def _give_collective_titles(book: AwardBook, schools: list[School]) -> None:
    """Sections and whole schools whose members did well enough."""
    collectives = [(school, unit) for school in schools for unit in (*school.sections, school.unit)]
    seen = book.assess(
        book.candidate("TTLDTT", school.unit, unit.pk, collective_id=unit.pk) for school, unit in collectives
    )
    for school, unit in collectives:
        if seen[unit.pk].outcome == ELIGIBLE:
            book.give("TTLDTT", school.unit, collective=unit)


def _give_commendations(book: AwardBook, schools: list[School]) -> None:
    random = book.sample.random
    for school in schools:
        for person in random.sample(school.staff, min(len(school.staff), random.choice((0, 1, 1, 2)))):
            if person.joined_sector_on < book.year.span.starts_on:
                book.give("GK", school.unit, person=person, achievement=random.choice(DEEDS))
        if random.random() < 0.2:
            book.give("GK", school.unit, collective=school.unit, achievement=_PLACE)


def make_provincial_awards(sample: Sample) -> None:
    """What the province gave on top: TTLĐXS, CSTĐ cấp tỉnh after three CSTĐCS in a row, bằng khen. After the dossiers."""
    titles = defaultdict(list)
    for person_id, year in Award.objects.filter(honour="CSTDCS").values_list("person_id", "year"):
        titles[year].append(person_id)
    homes = {person.pk: (school.unit, person) for school in sample.schools for person in school.staff}
    for year in sample.years:
        book = AwardBook(sample, year)
        best = sorted(titles[year.label], key=lambda pk: (-sample.quality[pk], pk))[:_LOOKED_AT]
        chosen: set[int] = set()
        for honour, limit in (("CSTD_BT", 6), ("BK_BT", 10)):
            able = [pk for pk in best if pk in homes and pk not in chosen]
            seen = book.assess(book.candidate(honour, homes[pk][0], pk, person_id=pk) for pk in able)
            for pk in [pk for pk in able if seen[pk].outcome == ELIGIBLE][:limit]:
                unit, person = homes[pk]
                book.give(honour, unit, person=person, achievement=sample.random.choice(DEEDS))
                chosen.add(pk)
        _give_provincial_collectives(book)
        book.close()


def _give_provincial_collectives(book: AwardBook) -> None:
    """TTLĐXS, then bằng khen for schools that had it twice; the province looks at those rated HTXS alone."""
    label, random = book.year.label, book.sample.random
    held = set(Award.objects.filter(honour="TTLDTT", year=label).values_list("collective_id", flat=True))
    held &= set(CollectiveFacts.objects.filter(year=label, rating="HTXS").values_list("unit_id", flat=True))
    pairs = [(school, unit) for school in book.sample.schools for unit in (*school.sections, school.unit)]
    for honour, limit in (("TTLDXS", 24), ("BK_BT", 3)):
        wanted = [pair for pair in pairs if pair[1].pk in held and (honour == "TTLDXS" or pair[0].unit is pair[1])]
        seen = book.assess(
            book.candidate(honour, school.unit, unit.pk, collective_id=unit.pk) for school, unit in wanted
        )
        able = [pair for pair in wanted if seen[pair[1].pk].outcome == ELIGIBLE]
        for school, unit in random.sample(able, min(limit, len(able))):
            book.give(honour, school.unit, collective=unit, achievement=_PLACE)
        book.write()
