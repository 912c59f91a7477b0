"""Who may do this here: one function, one answer with its reasons."""

from dataclasses import dataclass

from thidua.core.access.permissions import GRANTS, PERMISSION_TITLES, ROLE_TITLES, Permission, Reach, Role


@dataclass(frozen=True, slots=True)
class HeldRole:
    """Vai trò đang giữ: a role in a unit on the day asked; `unit_id` never changes, units may move."""

    role: Role
    unit_id: int
    unit_name: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Người thực hiện: whoever acts, with the roles held on the day. `id` is the user's id, None for the system itself."""

    id: int | None
    name: str
    person_id: int | None = None
    roles: tuple[HeldRole, ...] = ()

    def unit_ids(self, *roles: Role) -> tuple[int, ...]:
        """Units in which the actor holds one of the roles (all roles when none is named), in the order held."""
        return tuple(dict.fromkeys(held.unit_id for held in self.roles if not roles or held.role in roles))

    def units_granting(self, permission: Permission) -> tuple[int, ...]:
        """Units in which one of the actor's roles grants the permission with reach of at least the unit."""
        return tuple(
            dict.fromkeys(
                held.unit_id for held in self.roles if GRANTS[held.role].get(permission) in {Reach.UNIT, Reach.BELOW}
            )
        )

    def units_over(self, permission: Permission) -> tuple[int, ...]:
        """Units in which one of the actor's roles grants the permission over everything below them as well."""
        return tuple(
            dict.fromkeys(held.unit_id for held in self.roles if GRANTS[held.role].get(permission) is Reach.BELOW)
        )


SYSTEM = Actor(id=None, name="Hệ thống")


@dataclass(frozen=True, slots=True)
class Scope:
    """Phạm vi của đối tượng: the unit it belongs to, every unit above it (managing and professional line), and its person."""

    unit_id: int
    above: frozenset[int] = frozenset()
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Câu trả lời có lý do: truthy when allowed."""

    allowed: bool
    reasons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.allowed


def decide(actor: Actor, permission: Permission, scope: Scope) -> Decision:
    """May the actor do this to an object of that scope?

    Returns a Decision; a refusal says in Vietnamese which roles would be needed.
    """
    for held in actor.roles:
        reach = GRANTS[held.role].get(permission)
        if reach is None:
            continue
        if reach is Reach.SELF:
            if scope.person_id is not None and scope.person_id == actor.person_id:
                return Decision(True)
        elif held.unit_id == scope.unit_id or (reach is Reach.BELOW and held.unit_id in scope.above):
            return Decision(True)
    holders = [ROLE_TITLES[role] for role, grants in GRANTS.items() if permission in grants]
    return Decision(
        False,
        (
            f"Việc “{PERMISSION_TITLES[permission]}” ở đơn vị này dành cho: {', '.join(holders)} của đơn vị có thẩm quyền.",
        ),
    )
