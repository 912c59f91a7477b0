"""Entering recognised initiatives and research results (A3)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from thidua.awards.errors import AwardsError
from thidua.awards.models import Initiative
from thidua.core.access import Actor
from thidua.core.time.moments import day_of
from thidua.core.vietnamese.folding import fold
from thidua.journal.actions.entries import record
from thidua.orgs.models import Person, Unit


@dataclass(frozen=True, slots=True)
class InitiativeDescription:
    """Sáng kiến, đề tài as the recognition says it; `scope` and `kind` are codes of the model."""

    kind: str
    title: str
    scope: str
    recognised_on: date
    recognised_by: str


@transaction.atomic
def enter(*, person: Person, unit: Unit, description: InitiativeDescription, by: Actor, at: datetime) -> Initiative:
    """Enter an initiative of a person of the unit.

    Raises AwardsError when it is dated in the future or the same one (title and day) is there already.
    """
    _refuse(description, person.pk, at)
    row = Initiative(person=person, unit=unit)
    _fill(row, description)
    row.save()
    record(
        code="awards.initiative.enter", target=row, unit_id=unit.pk, title=row.title, scope=row.scope,
        person=person.pk, by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def correct(
    *, initiative: Initiative, description: InitiativeDescription, reason: str, by: Actor, at: datetime
) -> Initiative:
    """Correct what was entered.

    Raises AwardsError when an honour was already decided on its ground, or as `enter` does.
    """
    row = Initiative.objects.select_for_update().get(pk=initiative.pk)
    if row.used_for:
        raise AwardsError("Sáng kiến đã dùng làm căn cứ của một quyết định khen thưởng nên không sửa được.")
    _refuse(description, row.person_id, at, but=row.pk)
    before = {"title": row.title, "scope": row.scope, "recognised_on": row.recognised_on}
    _fill(row, description)
    row.save()
    record(
        code="awards.initiative.correct", target=row, unit_id=row.unit_id, reason=reason, before=before, by=by, at=at
    )
    return row


def _fill(row: Initiative, description: InitiativeDescription) -> None:
    row.kind, row.scope = description.kind, description.scope
    row.title = " ".join(description.title.split())
    row.search_title = fold(row.title)
    row.recognised_on, row.recognised_by = description.recognised_on, description.recognised_by.strip()


def _refuse(description: InitiativeDescription, person_id: int, at: datetime, but: int = 0) -> None:
    if description.recognised_on > day_of(at):
        raise AwardsError("Ngày công nhận ở sau hôm nay. Hãy nhập ngày ghi trên quyết định công nhận.")
    title = " ".join(description.title.split())
    same = Initiative.objects.filter(person_id=person_id, title=title, recognised_on=description.recognised_on)
    if same.exclude(pk=but).exists():
        raise AwardsError("Sáng kiến này của cùng tác giả, cùng ngày công nhận đã được nhập.")
