"""Who signs for a unit on a day."""

from dataclasses import dataclass
from datetime import date

from thidua.accounts.models import RoleAssignment
from thidua.core.access import Role
from thidua.orgs.queries.people import get_main_appointment
from thidua.orgs.queries.units import valid_on


@dataclass(frozen=True, slots=True)
class UnitSigner:
    """Người ký: name and post; empty where the unit has no head with an account."""

    name: str = ""
    position: str = ""


def get_signer(unit_id: int, on: date) -> UnitSigner:
    """The head of the unit on the day, with the post held there."""
    heads = RoleAssignment.objects.filter(valid_on(on), role=Role.HEAD, unit_id=unit_id, user__person__isnull=False)
    held = heads.select_related("user__person").order_by("pk").first()
    if held is None or held.user.person is None:
        return UnitSigner()
    post = get_main_appointment(held.user.person.pk, on)
    return UnitSigner(held.user.person.full_name, post.title if post else "Thủ trưởng đơn vị")
