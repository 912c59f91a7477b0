"""The roles a user holds on a day."""

from datetime import date

from thidua.accounts.models import RoleAssignment, User
from thidua.core.access import Actor, HeldRole, Role
from thidua.orgs.queries.units import list_spans, valid_on


def get_actor(user: User, as_of: date) -> Actor:
    """The user as an actor with the roles held on the day (two queries)."""
    rows = list(RoleAssignment.objects.filter(valid_on(as_of), user=user).order_by("pk").values_list("role", "unit_id"))
    names = dict(list_spans(as_of).filter(unit_id__in=[unit for _, unit in rows]).values_list("unit_id", "name"))
    roles = tuple(HeldRole(Role(role), unit_id, names[unit_id]) for role, unit_id in rows if unit_id in names)
    return Actor(id=user.pk, name=user.display_name, person_id=user.person_id, roles=roles)
