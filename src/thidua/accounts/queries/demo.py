"""The sample accounts of `thidua load_sample`: shown on the sign-in page in demo mode and printed by `make demo`."""

from dataclasses import dataclass
from datetime import date

from thidua.accounts.models import RoleAssignment
from thidua.core.access import ROLE_TITLES, Role
from thidua.orgs.queries.units import list_spans, valid_on

DEMO_PREFIX = "mau."
DEMO_PASSWORD = "ThiDua-mau-2026"  # noqa: S105  # of invented accounts, in sample data only


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Tài khoản mẫu."""

    username: str
    password: str
    role_title: str
    name: str
    unit_name: str


def list_demo_accounts(as_of: date) -> list[DemoAccount]:
    """One row per sample account with the roles it holds on the day, in the order of their creation (two queries)."""
    rows = (
        RoleAssignment.objects.filter(valid_on(as_of), user__username__startswith=DEMO_PREFIX, user__is_active=True)
        .select_related("user")
        .order_by("user_id", "pk")
    )
    units = dict(list_spans(as_of).values_list("unit_id", "name"))
    accounts: dict[int, DemoAccount] = {}
    for row in rows:
        title = ROLE_TITLES[Role(row.role)]
        known = accounts.get(row.user_id)
        titles = title if known is None else f"{known.role_title}; {title}"
        accounts[row.user_id] = DemoAccount(
            row.user.username, DEMO_PASSWORD, titles, row.user.display_name, units.get(row.unit_id, "")
        )
    return list(accounts.values())
