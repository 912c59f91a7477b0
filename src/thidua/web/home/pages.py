"""Việc của tôi: what waits for me, the movements of my units, my own year."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from thidua.awards.models import Award, TitleRegistration
from thidua.core.access import ROLE_TITLES, Actor
from thidua.core.law.honours import honours
from thidua.core.time.years import school_year_of
from thidua.movements.models import Movement
from thidua.web.home.waiting import Waiting, list_waiting


@dataclass(frozen=True, slots=True)
class WaitingRow:
    item: Waiting
    is_late: bool


@dataclass(frozen=True, slots=True)
class MovementRow:
    name: str
    url: str
    starts_on: date
    ends_before: date


@dataclass(frozen=True, slots=True)
class HomePage:
    """Trang của một người."""

    roles: tuple[str, ...]
    waiting: tuple[WaitingRow, ...]
    late: int
    kinds: tuple[tuple[str, int], ...]
    movements: tuple[MovementRow, ...]
    year: str
    registered: tuple[str, ...]
    awards: tuple[tuple[str, str, str], ...]


def build_home(actor: Actor, today: date) -> HomePage:
    """The same number of queries however much waits."""
    waiting = tuple(WaitingRow(item, bool(item.due_on and item.due_on < today)) for item in list_waiting(actor, today))
    kinds: dict[str, int] = {}
    for row in waiting:
        kinds[row.item.kind] = kinds.get(row.item.kind, 0) + 1
    under_way = Movement.objects.filter(unit_id__in=actor.unit_ids(), state="launched").order_by("-launched_at")[:6]
    names = {honour.code: honour.name for honour in honours()}
    year = school_year_of(today)
    own = TitleRegistration.objects.filter(person_id=actor.person_id, year=year.label, withdrawn_at=None)
    awards = Award.objects.filter(person_id=actor.person_id, revocation=None).order_by("-decided_on")[:5]
    return HomePage(
        roles=tuple(f"{ROLE_TITLES[held.role]}, {held.unit_name}" for held in actor.roles),
        waiting=waiting,
        late=sum(row.is_late for row in waiting),
        kinds=tuple(kinds.items()),
        movements=tuple(
            MovementRow(row.name, reverse("web:movement", args=[row.pk]), row.starts_on, row.ends_before)
            for row in under_way
        ),
        year=year.title,
        registered=tuple(names.get(row.honour, row.honour) for row in own) if actor.person_id else (),
        awards=tuple((names.get(row.honour, row.honour), row.year, row.code) for row in awards)
        if actor.person_id
        else (),
    )
