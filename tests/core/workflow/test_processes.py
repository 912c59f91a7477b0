"""The tables of transitions hold together."""

import pytest

from thidua.core.workflow import PROCESSES, WrongState, dossier
from thidua.core.workflow.machine import Process


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.name)
def test_every_state_is_known_and_reachable(process: Process):
    codes = set(process.by_code)
    reached = {process.initial}
    for _ in process.states:
        reached |= {row.target for row in process.transitions if set(row.sources) & reached}
    assert reached == codes
    assert all({*row.sources, row.target} <= codes for row in process.transitions)


def test_return_and_submit_again():
    state = dossier.PROCESS.move("submit", "draft")
    state = dossier.PROCESS.move("return", state)
    assert dossier.PROCESS.move("submit", state) == "submitted"


def test_wrong_state_says_what_it_needs():
    with pytest.raises(WrongState, match=r"Đang lập.*cần “Đã trình”"):
        dossier.PROCESS.move("accept", "draft")


def test_available_steps():
    assert {row.name for row in dossier.PROCESS.available("submitted")} == {"withdraw", "return", "accept"}
