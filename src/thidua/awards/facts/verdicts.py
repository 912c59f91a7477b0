"""Holding candidates against the law, many at once."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.awards.facts.candidates import Candidate
from thidua.awards.facts.cases import gather, gather_cases
from thidua.awards.models import Nomination
from thidua.core.law.check import check_award
from thidua.core.law.errors import CaseError
from thidua.core.law.facts import AwardCase
from thidua.core.law.verdict import COMPUTED, NEEDS_HUMAN, NOT_ELIGIBLE, SUSPENDED, Checked, Verdict

REFUSED = frozenset({NOT_ELIGIBLE, SUSPENDED})  # with these a nomination goes no further


@dataclass(frozen=True, slots=True)
class Assessed:
    """Kết quả đối chiếu of one candidate. `verdict` is None where no rule covers the date; `problem` then says so."""

    case: AwardCase
    verdict: Verdict | None
    problem: str = ""

    @property
    def outcome(self) -> str:
        return self.verdict.outcome if self.verdict else NEEDS_HUMAN

    @property
    def is_refused(self) -> bool:
        return self.outcome in REFUSED

    @property
    def unmet(self) -> tuple[Checked, ...]:
        """Computed conditions that are not met."""
        return tuple(one for one in self._computed if one.met is False)

    @property
    def unknown(self) -> tuple[Checked, ...]:
        """Computed conditions for which a fact is missing or a person must decide."""
        return tuple(one for one in self._computed if one.met is None)

    @property
    def _computed(self) -> tuple[Checked, ...]:
        return tuple(one for one in self.verdict.conditions if one.kind == COMPUTED) if self.verdict else ()

    def as_dict(self) -> dict[str, Any]:
        """The summary kept with a nomination."""
        return self.verdict.as_dict() if self.verdict else {"outcome": self.outcome, "problem": self.problem}


def assess(candidates: Iterable[Candidate], *, today: date) -> dict[Hashable, Assessed]:
    """Every candidate held against the law, by key."""
    return {key: assess_case(case, today=today) for key, case in gather(candidates, today=today).items()}


def assess_nominations(nominations: Iterable[Nomination], *, today: date) -> dict[int, Assessed]:
    """Stored nominations held against the law of their dossier's dates, by id."""
    return {pk: assess_case(case, today=today) for pk, case in gather_cases(nominations, today=today).items()}


def assess_case(case: AwardCase, *, today: date) -> Assessed:
    """One case; a date outside the law known here becomes a problem for a person, not an error."""
    try:
        return Assessed(case, check_award(case, today=today))
    except CaseError as error:
        return Assessed(case, None, str(error).split(": ", 1)[-1])
