"""Nominations: of a dossier, of a person, and the same candidate elsewhere."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q, QuerySet

from thidua.awards.models import Award, Dossier, Nomination
from thidua.core.law.honours import honour
from thidua.orgs.models import Appointment
from thidua.orgs.queries.people import list_appointments

OPEN_STATES = tuple(state for state in Dossier.State.values if state != Dossier.State.DECIDED)


def list_nominations(dossier_id: int) -> QuerySet[Nomination]:
    """Those of a dossier with candidate and ground, collectives first, then people by name."""
    rows = Nomination.objects.filter(dossier_id=dossier_id).select_related("dossier", "person", "initiative")
    return rows.order_by(F("person__sort_name").asc(nulls_first=True), "pk")


def list_of_person(person_id: int) -> QuerySet[Nomination]:
    """Everything a person was ever nominated for, the newest first."""
    rows = Nomination.objects.filter(person_id=person_id).select_related("dossier")
    return rows.order_by("-dossier__year", "-pk")


def find_doubles(
    dossier: Dossier, code: str, *, person_ids: Iterable[int] = (), collective_ids: Iterable[int] = ()
) -> QuerySet[Nomination]:
    """The same candidates for the same honour and year in another open dossier, those that a council refused left out.

    Of commendations there may be several in a year: only dossiers of the same stream and movement count.
    """
    rows = Nomination.objects.filter(
        Q(person_id__in=list(person_ids)) | Q(collective_id__in=list(collective_ids)),
        honour=code,
        dossier__year=dossier.year,
        dossier__state__in=OPEN_STATES,
    ).exclude(Q(dossier=dossier) | Q(is_carried=False))
    if not honour(code).is_title:
        same_movement = Q(dossier__movement__isnull=True)
        if dossier.movement_id is not None:
            same_movement = Q(dossier__movement=dossier.movement_id)
        rows = rows.filter(same_movement, dossier__stream=dossier.stream)
    return rows.select_related("dossier", "person")


def find_awarded(
    dossier: Dossier, code: str, *, person_ids: Iterable[int] = (), collective_ids: Iterable[int] = ()
) -> QuerySet[Award]:
    """Awards of the same title and year that the candidates hold already; commendations may be given again."""
    if not honour(code).is_title:
        return Award.objects.none()
    held = Q(person_id__in=list(person_ids)) | Q(collective_id__in=list(collective_ids))
    return Award.objects.filter(held, honour=code, year=dossier.year, revocation=None)


def get_posts(person_ids: Iterable[int], as_of: date) -> dict[int, Appointment]:
    """The main post of each person on the day (one query)."""
    rows = list_appointments(as_of).filter(person_id__in=set(person_ids)).order_by("is_manager", "-starts_on")
    return {row.person_id: row for row in rows}
