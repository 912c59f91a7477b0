"""Who may do what: the table of roles, and reasons for every refusal."""

import pytest

from thidua.core.access import GRANTS, PERMISSION_TITLES, ROLE_TITLES, Actor, HeldRole, Permission, Role, Scope, decide

OWN = Scope(unit_id=3, above=frozenset({1, 2}), person_id=30)


def actor(role, unit_id=3, person_id=30):
    return Actor(id=7, name="Người thử", person_id=person_id, roles=(HeldRole(role, unit_id, "Đơn vị"),))


@pytest.mark.parametrize(
    ("role", "permission", "unit_id", "allowed"),
    [
        (Role.HEAD, Permission.MOVEMENT_LAUNCH, 3, True),
        (Role.HEAD, Permission.MOVEMENT_LAUNCH, 1, False),  # the head above does not launch in the unit's name
        (Role.SECRETARY, Permission.MOVEMENT_LAUNCH, 3, False),
        (Role.SECRETARY, Permission.MOVEMENT_VIEW, 1, True),
        (Role.SECRETARY, Permission.MOVEMENT_VIEW, 9, False),
        (Role.SECRETARY, Permission.DOSSIER_APPRAISE, 3, True),
        (Role.HEAD, Permission.DOSSIER_APPRAISE, 3, False),
        (Role.COUNCIL_MEMBER, Permission.BALLOT_CAST, 3, True),
        (Role.SECRETARY, Permission.BALLOT_CAST, 3, False),
        (Role.ADMINISTRATOR, Permission.ROLE_EDIT, 1, True),
        (Role.ADMINISTRATOR, Permission.DOSSIER_VIEW, 1, False),  # who runs the system does not read dossiers
        (Role.STAFF, Permission.DECISION_ISSUE, 3, False),
    ],
)
def test_table(role, permission, unit_id, allowed):
    assert bool(decide(actor(role, unit_id), permission, OWN)) is allowed


def test_self_reach_needs_the_same_person():
    assert decide(actor(Role.STAFF), Permission.REGISTRATION_MAKE, OWN)
    assert not decide(actor(Role.STAFF, person_id=31), Permission.REGISTRATION_MAKE, OWN)
    assert not decide(actor(Role.STAFF), Permission.REGISTRATION_MAKE, Scope(unit_id=3))


@pytest.mark.parametrize("permission", list(Permission))
def test_refusal_says_who_may(permission):
    refusal = decide(Actor(id=1, name="Không vai trò"), permission, OWN)
    assert not refusal
    assert PERMISSION_TITLES[permission] in refusal.reasons[0]
    assert any(ROLE_TITLES[role] in refusal.reasons[0] for role, grants in GRANTS.items() if permission in grants)


def test_units_granting_lists_units_not_self():
    person = Actor(1, "A", 30, (HeldRole(Role.STAFF, 5, "T"), HeldRole(Role.HEAD, 6, "S")))
    assert person.units_granting(Permission.DOSSIER_VIEW) == (6,)
    assert person.unit_ids(Role.STAFF) == (5,)
