"""Registering people and appointing them to posts."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.vietnamese.folding import fold
from thidua.core.vietnamese.names import sort_key
from thidua.journal.actions.entries import record
from thidua.orgs.models import Appointment, Person, Unit


class PersonError(Exception):
    """The person or post cannot be written; the message says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class PersonDescription:
    """Thông tin cá nhân; `code` is the person's identifier in the sector."""

    code: str
    full_name: str
    gender: str
    born_on: date | None = None
    is_minority: bool = False
    joined_sector_on: date | None = None


def build(description: PersonDescription) -> Person:
    """An unsaved person with its search and sort names."""
    name = " ".join(description.full_name.split())
    return Person(
        code=description.code,
        full_name=name,
        search_name=fold(name),
        sort_name=sort_key(name),
        gender=description.gender,
        born_on=description.born_on,
        is_minority=description.is_minority,
        joined_sector_on=description.joined_sector_on,
    )


@transaction.atomic
def register(*, description: PersonDescription, unit: Unit, by: Actor, at: datetime) -> Person:
    """Enter a person; `unit` is where the history shows it. Raises PersonError when the code is taken."""
    if Person.objects.filter(code=description.code).exists():
        raise PersonError(f"Mã “{description.code}” đã thuộc về người khác. Hãy kiểm tra lại mã định danh.")
    person = build(description)
    person.save()
    record(code="orgs.person.register", target=person, unit_id=unit.pk, by=by, at=at)
    return person


@transaction.atomic
def appoint(
    *,
    person: Person,
    unit: Unit,
    title: str,
    starts_on: date,
    is_manager: bool = False,
    is_direct_worker: bool = True,
    section: Unit | None = None,
    by: Actor,
    at: datetime,
) -> Appointment:
    """Give a person a post in a unit from a day on. Raises PersonError when they already hold one there that day."""
    if Appointment.objects.filter(person=person, unit=unit, ends_before=None).exists():
        raise PersonError(f"{person.full_name} đang giữ một chức vụ ở đơn vị này. Hãy kết thúc chức vụ đó trước.")
    post = Appointment.objects.create(
        person=person,
        unit=unit,
        section=section,
        title=title,
        is_manager=is_manager,
        is_direct_worker=is_direct_worker,
        starts_on=starts_on,
    )
    record(code="orgs.person.appoint", target=person, unit_id=unit.pk, title=title, starts_on=starts_on, by=by, at=at)
    return post
