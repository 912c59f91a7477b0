"""The closed vocabulary of the rules: every word a test in rules/*.yaml may use, and what it computes.

`compile_test` turns a test of the YAML into a function from a context to (met, found). Adding a word means adding it here,
to schemas.yaml and to docs/domain/rules/law.md.
"""

from collections.abc import Callable
from typing import Any

from thidua.core.law.context import Context, Finding
from thidua.core.law.kleene import all_of, any_of
from thidua.core.law.vocabulary import chains, members, scope, service, works, yearly
from thidua.core.law.vocabulary.base import Check, Limit, Test


def compile_test(test: dict[str, Any]) -> Test:
    """Turn one test of the YAML (a mapping with a single key, checked by the schema) into a function."""
    ((word, argument),) = test.items()
    if word in ("all", "any"):
        inner = [compile_test(part) for part in argument]
        checks = [part.check for part in inner]
        words = frozenset().union({word}, *(part.words for part in inner))
        return Test(_all(checks) if word == "all" else _any(checks), words)
    limit = _LIMITS[word](argument) if word in _LIMITS else None
    return Test(_WORDS[word](argument), frozenset({word}), limit)


def _all(checks: list[Check]) -> Check:
    def check(context: Context) -> Finding:
        findings = [one(context) for one in checks]
        return all_of(met for met, _ in findings), "; ".join(found for _, found in findings)

    return check


def _any(checks: list[Check]) -> Check:
    def check(context: Context) -> Finding:
        findings = [one(context) for one in checks]
        holding = [found for met, found in findings if met is True]
        words = holding[:1] or [found for _, found in findings]
        return any_of(met for met, _ in findings), "; ".join(words)

    return check


def _judgement(words: str) -> Check:
    return lambda context: (None, words)


_LIMITS: dict[str, Callable[[Any], Limit]] = {
    "months_worked": yearly.months_limit,
    "leave_working_days": yearly.leave_limit,
}
_WORDS: dict[str, Callable[[Any], Check]] = {
    "judgement": _judgement,
    "fact": yearly.fact,
    "rating": yearly.rating,
    "months_worked": yearly.months_worked,
    "leave_working_days": yearly.leave_working_days,
    "no_discipline_in_year": yearly.no_discipline_in_year,
    "no_sanction_in_year": yearly.no_sanction_in_year,
    "initiatives": works.initiatives,
    "research": works.research,
    "consecutive_honour": chains.consecutive_honour,
    "consecutive_rating": chains.consecutive_rating,
    "members_share": members.members_share,
    "members_count": members.members_count,
    "service_years": service.service_years,
    "never_awarded": chains.never_awarded,
    "stream_not": scope.stream_not,
    "managed_by": scope.managed_by,
    "unit_kind": scope.unit_kind,
}

__all__ = ["Check", "Limit", "Test", "compile_test"]
