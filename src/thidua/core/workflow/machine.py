"""One table of transitions per process; a transition has a name, the states it leaves from, the state it reaches and who may make it."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua.core.access.permissions import Permission


class WrongState(Exception):
    """The object is not in a state that allows this step; the message says so in Vietnamese."""


@dataclass(frozen=True, slots=True)
class State:
    """Trạng thái: code, Vietnamese title, and the tone the page shows it in (neutral, busy, good, bad, done)."""

    code: str
    title: str
    tone: str


@dataclass(frozen=True, slots=True)
class Transition:
    """Bước chuyển."""

    name: str
    title: str
    sources: tuple[str, ...]
    target: str
    permission: Permission
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Process:
    """Quy trình: its states in order and its table of transitions."""

    name: str
    title: str
    initial: str
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]

    @property
    def by_code(self) -> Mapping[str, State]:
        return {state.code: state for state in self.states}

    def transition(self, name: str) -> Transition:
        return next(row for row in self.transitions if row.name == name)

    def available(self, state: str) -> tuple[Transition, ...]:
        return tuple(row for row in self.transitions if state in row.sources)

    def move(self, name: str, state: str) -> str:
        """The state reached by the transition.

        Raises WrongState with a message naming the present state and what it would need.
        """
        row = self.transition(name)
        if state not in row.sources:
            here = self.by_code[state].title
            needed = ", ".join(f"“{self.by_code[code].title}”" for code in row.sources)
            raise WrongState(f"Không thể {row.title.lower()}: hiện ở trạng thái “{here}”, cần {needed}.")
        return row.target
