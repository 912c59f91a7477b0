"""Writing what a year says about people and collectives (A2)."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.sheets.yearly import YearlyRow
from thidua.journal.actions.entries import record
from thidua.orgs.models import CollectiveFacts, Person, Unit, YearlyFacts

FIELDS = ("rating", "takes_part", "months_worked", "leave_working_days", "maternity_days", "note")


class FactsConflict(Exception):
    """Somebody else saved newer facts meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Người khác vừa lưu kết quả mới hơn. Dữ liệu bạn nhập chưa được lưu; hãy tải lại trang và nhập lại."
        )


@transaction.atomic
def save_yearly(
    *, person: Person, unit: Unit, year: str, row: YearlyRow, version: int, by: Actor, at: datetime
) -> YearlyFacts:
    """Write a person's facts of a year; `version` is what the editor read (0: there were none).

    Raises FactsConflict when somebody saved meanwhile.
    """
    Person.objects.select_for_update().get(pk=person.pk)  # where no facts are yet, there is nothing else to lock
    facts = YearlyFacts.objects.filter(person=person, year=year).first()
    if (facts.version if facts else 0) != version:
        raise FactsConflict
    facts = facts or YearlyFacts(person=person, year=year, version=0)
    before = {name: getattr(facts, name) for name in FIELDS}
    values = {name: getattr(row, name) for name in FIELDS}
    for name, value in values.items():
        setattr(facts, name, value)
    facts.unit, facts.source, facts.version = unit, "Nhập trực tiếp", facts.version + 1
    facts.save()
    record(code="orgs.facts.save", target=person, unit_id=unit.pk, year=year, before=before, after=values, by=by, at=at)
    return facts


@transaction.atomic
def import_yearly(*, unit: Unit, year: str, rows: Sequence[YearlyRow], source: str, by: Actor, at: datetime) -> int:
    """Write the facts of many people of the unit at once, all or none; returns how many."""
    ids = [row.person_id for row in rows]
    list(Person.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    known = {facts.person_id: facts for facts in YearlyFacts.objects.filter(year=year, person_id__in=ids)}
    fresh, changed = [], []
    for row in rows:
        values = {name: getattr(row, name) for name in FIELDS}
        facts = known.get(row.person_id)
        if facts is None:
            fresh.append(YearlyFacts(person_id=row.person_id, unit=unit, year=year, source=source, **values))
            continue
        for name, value in values.items():
            setattr(facts, name, value)
        facts.unit, facts.source, facts.version = unit, source, facts.version + 1
        changed.append(facts)
    YearlyFacts.objects.bulk_create(fresh, batch_size=500)
    YearlyFacts.objects.bulk_update(changed, [*FIELDS, "unit", "source", "version"], batch_size=200)
    record(
        code="orgs.facts.import", target=unit, unit_id=unit.pk, year=year, source=source, count=len(rows),
        people={str(row.person_id): {k: v for k, v in asdict(row).items() if k in {"rating", "months_worked"}} for row in rows},
        by=by, at=at,
    )  # fmt: skip
    return len(rows)


@transaction.atomic
def save_collective(
    *, unit: Unit, year: str, rating: str, takes_part: bool | None, note: str, version: int, by: Actor, at: datetime
) -> CollectiveFacts:
    """Write a collective's rating of a year. Raises FactsConflict when somebody saved meanwhile."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    facts = CollectiveFacts.objects.filter(unit=unit, year=year).first()
    if (facts.version if facts else 0) != version:
        raise FactsConflict
    facts = facts or CollectiveFacts(unit=unit, year=year, version=0)
    before = {"rating": facts.rating, "takes_part": facts.takes_part}
    facts.rating, facts.takes_part, facts.note = rating, takes_part, note
    facts.source, facts.version = "Nhập trực tiếp", facts.version + 1
    facts.save()
    after = {"rating": rating, "takes_part": takes_part}
    record(code="orgs.facts.save", target=unit, unit_id=unit.pk, year=year, before=before, after=after, by=by, at=at)
    return facts
