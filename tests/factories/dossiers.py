"""Yearly facts, initiatives and dossiers in the small province."""

from datetime import UTC, date, datetime

from tests.factories.world import World, actor_for, add_person
from thidua.awards.actions import dossiers, nominations
from thidua.awards.actions.dossiers import DossierDescription
from thidua.awards.models import Award, Dossier, Initiative
from thidua.core.access import Actor
from thidua.core.vietnamese.folding import fold
from thidua.orgs.models import CollectiveFacts, Person, Unit, YearlyFacts

YEAR = "2025-2026"
JUNE = datetime(2026, 6, 10, 2, 0, tzinfo=UTC)
JULY = datetime(2026, 7, 6, 2, 0, tzinfo=UTC)


def add_facts(person: Person, unit: Unit, *, year: str = YEAR, rating: str = "HTT", **more) -> YearlyFacts:
    """A full, unremarkable year unless said otherwise."""
    values = {"takes_part": True, "months_worked": 12, "leave_working_days": 2, "maternity_days": 0, **more}
    return YearlyFacts.objects.create(person=person, unit=unit, year=year, rating=rating, **values)


def add_collective_facts(unit: Unit, *, year: str = YEAR, rating: str = "HTT") -> CollectiveFacts:
    return CollectiveFacts.objects.create(unit=unit, year=year, rating=rating, takes_part=True)


def add_initiative(person: Person, unit: Unit, title: str = "Dạy đọc theo nhóm nhỏ", **more) -> Initiative:
    values = {
        "kind": "initiative", "scope": "co_so", "recognised_on": date(2026, 4, 10),
        "recognised_by": "Quyết định số 15/QĐ-HĐSK", **more,
    }  # fmt: skip
    return Initiative.objects.create(person=person, unit=unit, title=title, search_title=fold(title), **values)


def add_award(person: Person, unit: Unit, honour: str, year: str, decided_on: date, **more) -> Award:
    """An award from before the system."""
    count = Award.objects.count()
    return Award.objects.create(
        person=person, unit=unit, recipient_name=person.full_name, recipient_search=fold(person.full_name),
        unit_name="Trường THCS Mộc Sơn", honour=honour, year=year, decided_on=decided_on, decision_number="12/QĐ-UBND",
        decided_by="Chủ tịch UBND", code=f"CU{count:06d}", **more,
    )  # fmt: skip


def add_teachers(unit: Unit, count: int, *, first: int = 1, section: Unit | None = None) -> list[Person]:
    return [
        add_person(f"GV{number:04d}", f"Lò Văn Số {number}", unit, "Giáo viên", section=section)
        for number in range(first, first + count)
    ]


def actor(world: World, key: str, at: datetime = JUNE) -> Actor:
    return actor_for(world.users[key], at.date())


def describe(world: World, **changes) -> DossierDescription:
    values = {
        "title": "Đề nghị khen thưởng năm học 2025-2026", "year": YEAR, "stream": "MERIT", "deciding_unit": world.commune,
        **changes,
    }  # fmt: skip
    return DossierDescription(**values)


def make_dossier(world: World, *people: Person, honour: str = "LDTT", at: datetime = JUNE, **changes) -> Dossier:
    """A draft of the lower secondary school to its commune, with the people put forward."""
    by = actor(world, "school_secretary", at)
    dossier = dossiers.create(unit=world.school, description=describe(world, **changes), by=by, at=at)
    if people:
        nominations.add(dossier=dossier, honour_code=honour, people=people, by=by, at=at)
    return fresh(dossier)


def submit(world: World, dossier: Dossier, *, at: datetime = JUNE) -> Dossier:
    by = actor(world, "school_head", at)
    return dossiers.submit(dossier=dossier, version=fresh(dossier).version, accept_missing=True, by=by, at=at)


def fresh(row):
    """The row as it is stored now."""
    return type(row).objects.get(pk=row.pk)


__all__ = [
    "JULY", "JUNE", "YEAR", "actor", "add_award", "add_collective_facts", "add_facts", "add_initiative",
    "add_teachers", "describe", "fresh", "make_dossier", "submit",
]  # fmt: skip
