"""Who registered for what (A1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from thidua.awards.models import TitleRegistration
from thidua.orgs.queries.people import list_appointments


def list_active(year: str) -> QuerySet[TitleRegistration]:
    """Registrations of the year that were not withdrawn."""
    return TitleRegistration.objects.filter(year=year, withdrawn_at=None)


def list_of_person(person_id: int) -> QuerySet[TitleRegistration]:
    """Everything the person ever registered for, newest year first."""
    return TitleRegistration.objects.filter(person_id=person_id).order_by("-year", "-registered_at")


def list_of_collectives(unit_ids: Iterable[int], year: str) -> QuerySet[TitleRegistration]:
    """Registrations of the units themselves."""
    return list_active(year).filter(person=None, unit_id__in=list(unit_ids)).order_by("registered_at")


def get_by_person(person_ids: Iterable[int], year: str) -> dict[int, list[TitleRegistration]]:
    """Registrations of the people in the year, by person (one query)."""
    found: dict[int, list[TitleRegistration]] = {}
    rows = list_active(year).filter(person_id__in=list(person_ids)).order_by("registered_at")
    for row in rows:
        assert row.person_id is not None
        found.setdefault(row.person_id, []).append(row)
    return found


@dataclass(frozen=True, slots=True)
class UnitCount:
    """Số đăng ký của một đơn vị: of `people` with a post there, `registered` aim for something."""

    unit_id: int
    people: int
    registered: int


def count_by_unit(unit_ids: Iterable[int], year: str, as_of: date) -> dict[int, UnitCount]:
    """How many people of each unit have registered for the year (two queries)."""
    ids = list(unit_ids)
    posts = list_appointments(as_of).filter(unit_id__in=ids).order_by()
    registered = list_active(year).exclude(person=None).values("person_id")
    everybody = dict(posts.values_list("unit_id").annotate(Count("person_id", distinct=True)))
    aiming = dict(
        posts.filter(person_id__in=registered).values_list("unit_id").annotate(Count("person_id", distinct=True))
    )
    return {pk: UnitCount(pk, everybody.get(pk, 0), aiming.get(pk, 0)) for pk in ids}
