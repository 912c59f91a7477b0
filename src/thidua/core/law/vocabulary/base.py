"""Shapes shared by all words of the vocabulary."""

from collections.abc import Callable
from dataclasses import dataclass

from thidua.core.law.context import Context, Finding
from thidua.core.law.facts import LocalPolicy

Check = Callable[[Context], Finding]
Limit = Callable[[LocalPolicy], int | None]


@dataclass(frozen=True, slots=True)
class Test:
    """A compiled test. `limit`, where there is one, gives the figure after local policy; None = the test does not apply.

    `words` are the names of the vocabulary it uses, inner ones included.
    """

    check: Check
    words: frozenset[str]
    limit: Limit | None = None
