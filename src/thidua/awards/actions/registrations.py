"""Registering for an honour at the start of a year, and taking it back (A1). Registration is free: nobody is registered by the system."""

from datetime import datetime

from django.db import transaction

from thidua.awards.errors import AwardsError
from thidua.awards.models import TitleRegistration
from thidua.awards.queries.registrations import list_active
from thidua.core.access import Actor
from thidua.core.law.honours import Honour, honour
from thidua.core.time.years import parse_year
from thidua.journal.actions.entries import record
from thidua.orgs.models import Person, Unit


@transaction.atomic
def register(
    *, unit: Unit, person: Person | None, year: str, honour_code: str, pledge: str, by: Actor, at: datetime
) -> TitleRegistration:
    """Register a person, or the unit itself as a collective (`person` None), for an honour of a year.

    A second registration for the same honour and year keeps the first and takes over the newer pledge.
    Raises AwardsError for an honour that this kind of subject cannot have, ValueError for what is no year.
    """
    wanted = _honour_for(honour_code, is_person=person is not None)
    label = parse_year(year).label
    # The subject's row is locked, so that a double click makes one registration.
    Unit.objects.select_for_update().get(pk=unit.pk)
    known = list_active(label).filter(person=person, honour=wanted.code)
    row = (known.filter(unit=unit) if person is None else known).first()
    if row is not None:
        return _revise(row, pledge, by, at)
    row = TitleRegistration.objects.create(
        unit=unit, person=person, year=label, honour=wanted.code, pledge=pledge.strip(), registered_at=at
    )
    record(
        code="awards.registration.make", target=row, unit_id=unit.pk, honour=wanted.code, year=label,
        person=person.pk if person else None, by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def withdraw(*, registration: TitleRegistration, by: Actor, at: datetime) -> TitleRegistration:
    """Take a registration back; a second time changes nothing."""
    row = TitleRegistration.objects.select_for_update().get(pk=registration.pk)
    if row.withdrawn_at is None:
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        record(code="awards.registration.withdraw", target=row, unit_id=row.unit_id, honour=row.honour, by=by, at=at)
    return row


def _honour_for(code: str, *, is_person: bool) -> Honour:
    try:
        found = honour(code)
    except KeyError:
        raise AwardsError("Không có danh hiệu, hình thức khen thưởng này. Hãy chọn trong danh sách.") from None
    if is_person and not found.is_individual:
        raise AwardsError(f"“{found.name}” dành cho tập thể. Hãy chọn danh hiệu của cá nhân.")
    if not is_person and not found.is_collective:
        raise AwardsError(f"“{found.name}” dành cho cá nhân. Hãy chọn danh hiệu của tập thể.")
    return found


def _revise(row: TitleRegistration, pledge: str, by: Actor, at: datetime) -> TitleRegistration:
    if pledge.strip() != row.pledge:
        row.pledge = pledge.strip()
        row.save(update_fields=["pledge"])
        record(code="awards.registration.revise", target=row, unit_id=row.unit_id, honour=row.honour, by=by, at=at)
    return row
