"""The tables of processes and permissions have no dead ends."""

import pytest

from thidua.core.access import GRANTS, PERMISSION_TITLES, ROLE_TITLES, Permission, Role
from thidua.core.workflow import PROCESSES

HELD = {permission for grants in GRANTS.values() for permission in grants}


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.name)
class TestEveryProcess:
    def test_somebody_may_make_each_transition(self, process):
        assert [row.name for row in process.transitions if row.permission not in HELD] == []

    def test_transitions_join_declared_states_and_have_names_of_their_own(self, process):
        codes = {state.code for state in process.states}
        assert {code for row in process.transitions for code in (*row.sources, row.target)} <= codes
        assert len({row.name for row in process.transitions}) == len(process.transitions)

    def test_every_state_can_be_reached(self, process):
        reached = {process.initial}
        for _ in process.states:
            reached |= {row.target for row in process.transitions if reached & set(row.sources)}
        assert reached == {state.code for state in process.states}


def test_processes_have_names_of_their_own():
    assert len({process.name for process in PROCESSES}) == len(PROCESSES)


def test_every_permission_is_held_by_a_role_and_has_a_title():
    assert set(Permission) == HELD
    assert set(PERMISSION_TITLES) == set(Permission)


def test_every_role_has_a_title_and_grants():
    assert set(ROLE_TITLES) == set(GRANTS) == set(Role)
