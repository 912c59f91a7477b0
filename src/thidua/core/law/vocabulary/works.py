"""Initiatives and research results: how many may serve."""

from collections.abc import Callable
from typing import Any

from thidua.core.law.context import UNKNOWN, Context, Finding
from thidua.core.law.facts import Initiative, Research
from thidua.core.law.kleene import at_least
from thidua.core.law.vocabulary.base import Check

Works = Callable[[Context], tuple[Initiative, ...] | tuple[Research, ...] | None]


def initiatives(argument: dict[str, Any]) -> Check:
    """Enough initiatives that may serve."""
    return _works(argument, "sáng kiến", lambda context: context.facts.initiatives)


def research(argument: dict[str, Any]) -> Check:
    """Enough accepted research results that may serve."""
    return _works(argument, "đề tài đã nghiệm thu", lambda context: context.facts.research)


def _works(argument: dict[str, Any], noun: str, of: Works) -> Check:
    scope: str = argument["scope"]
    needed: int = argument["at_least"]
    years: int | None = argument.get("within_years")

    def check(context: Context) -> Finding:
        works = of(context)
        if works is None:
            return None, f"{UNKNOWN} về {noun}"
        since = context.case.year.before(years - 1).span.starts_on if years else None
        statuses = [context.usable(work, scope, since) for work in works]
        words = f"{statuses.count(True)} {noun} dùng được"
        if None in statuses:
            words += f", {statuses.count(None)} chưa rõ"
        if False in statuses:
            words += f", {statuses.count(False)} không dùng được (phạm vi, thời điểm hoặc đã sử dụng)"
        return at_least(statuses, needed), words

    return check
