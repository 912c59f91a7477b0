"""Councils and their members as of a day."""

from datetime import date

from django.db.models import Case, IntegerField, QuerySet, Value, When

from thidua.councils.models import Council, CouncilMember
from thidua.orgs.queries.units import valid_on

_ROLE_ORDER = (
    CouncilMember.Role.CHAIR,
    CouncilMember.Role.VICE_CHAIR,
    CouncilMember.Role.MEMBER,
    CouncilMember.Role.SECRETARY,
)


def list_councils(unit_ids: tuple[int, ...], as_of: date) -> QuerySet[Council]:
    """Councils of the units that exist on the day, by name."""
    return Council.objects.filter(valid_on(as_of), unit_id__in=unit_ids).order_by("name", "pk")


def list_members(council_id: int, as_of: date) -> QuerySet[CouncilMember]:
    """Members on the day with their persons: chair first, then by the Vietnamese order of names."""
    return in_order(CouncilMember.objects.filter(valid_on(as_of), council_id=council_id))


def in_order(members: QuerySet[CouncilMember]) -> QuerySet[CouncilMember]:
    """By rank in the council, then by name."""
    rank = Case(
        *(When(role=role, then=Value(place)) for place, role in enumerate(_ROLE_ORDER)), output_field=IntegerField()
    )
    return members.select_related("person").order_by(rank, "person__sort_name", "pk")


def find_member(council_id: int, person_id: int | None, as_of: date) -> CouncilMember | None:
    """The person's membership on the day; None when they are no member."""
    if person_id is None:
        return None
    return list_members(council_id, as_of).filter(person_id=person_id).first()
