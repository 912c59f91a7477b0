"""Who may do what: roles, permissions and `decide()`."""

from thidua.core.access.decide import SYSTEM, Actor, Decision, HeldRole, Scope, decide
from thidua.core.access.permissions import GRANTS, PERMISSION_TITLES, ROLE_TITLES, Permission, Reach, Role

__all__ = [
    "GRANTS",
    "PERMISSION_TITLES",
    "ROLE_TITLES",
    "SYSTEM",
    "Actor",
    "Decision",
    "HeldRole",
    "Permission",
    "Reach",
    "Role",
    "Scope",
    "decide",
]
