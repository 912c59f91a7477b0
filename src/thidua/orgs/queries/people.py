"""People and their posts as of a day."""

from datetime import date

from django.db.models import QuerySet

from thidua.core.vietnamese.folding import fold
from thidua.orgs.models import Appointment, Person
from thidua.orgs.queries.units import valid_on


def list_appointments(as_of: date) -> QuerySet[Appointment]:
    return Appointment.objects.filter(valid_on(as_of))


def get_main_appointment(person_id: int, as_of: date) -> Appointment | None:
    """The post held on the day; the one as manager first, then the oldest."""
    return list_appointments(as_of).filter(person_id=person_id).order_by("-is_manager", "starts_on").first()


def list_people_of(unit_id: int, as_of: date) -> QuerySet[Person]:
    """People with a post in the unit on the day, in the Vietnamese order of names."""
    held = list_appointments(as_of).filter(unit_id=unit_id).values("person_id")
    return Person.objects.filter(pk__in=held).order_by("sort_name", "pk")


def search_people(people: QuerySet[Person], text: str) -> QuerySet[Person]:
    """Those whose name has every word of the text, with or without diacritics, or whose code it is."""
    found = people
    for word in fold(text).split():
        found = found.filter(search_name__contains=word)
    return found | people.filter(code__iexact=text.strip())


def list_direct_ids(as_of: date, unit_ids: list[int]) -> dict[int, list[int]]:
    """Ids of the people with a post on the day, by unit."""
    held: dict[int, list[int]] = {}
    rows = list_appointments(as_of).filter(unit_id__in=unit_ids).values_list("unit_id", "person_id")
    for unit_id, person_id in rows:
        held.setdefault(unit_id, []).append(person_id)
    return held
