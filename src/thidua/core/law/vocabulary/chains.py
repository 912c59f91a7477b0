"""What stands in the history: chains of titles and ratings, and awards given once."""

from typing import Any

from thidua.core.law.context import UNKNOWN, Context, Finding
from thidua.core.law.kleene import all_of, any_of, negate
from thidua.core.law.vocabulary.base import Check


def consecutive_honour(argument: dict[str, Any]) -> Check:
    """The title stands for each of the years that end with the year under review."""
    honour: str = argument["honour"]
    years: int = argument["years"]
    blocks: dict[str, Any] | None = argument.get("or_blocks_of")

    def check(context: Context) -> Finding:
        name = context.honours[honour].short
        chain = [context.case.year.before(back) for back in range(years - 1, -1, -1)]
        statuses = [context.has_title(honour, year) for year in chain]
        marks = {True: "có", False: "không", None: "chưa rõ"}
        words = f"{name}: " + ", ".join(f"{year.label} {marks[met]}" for year, met in zip(chain, statuses, strict=True))
        met = all_of(statuses)
        if met is False and blocks and _has_blocks(context, honour, years, blocks):
            return None, f"{words}; đủ chuỗi {context.honours[blocks['honour']].short} cho từng lần, cần xem xét"
        return met, words

    return check


def _has_blocks(context: Context, honour: str, times: int, blocks: dict[str, Any]) -> bool:
    """Whether each of the `times` awards stands at the end of its own block of years of the lower title."""
    length: int = blocks["years"]
    year = context.case.year
    ends = all(context.has_title(honour, year.before(length * back)) for back in range(times))
    return ends and all(context.has_title(blocks["honour"], year.before(back)) for back in range(length * times))


def consecutive_rating(argument: dict[str, Any]) -> Check:
    """The rating was reached in each of the years that end with the year under review."""
    level: str = argument["rating"]
    years: int = argument["years"]

    def check(context: Context) -> Finding:
        findings = []
        for back in range(years - 1, -1, -1):
            year = context.case.year.before(back)
            met, found = context.rating_met(year, level)
            findings.append((all_of((met, context.year_is_clean(year))), found))
        return all_of(met for met, _ in findings), "; ".join(found for _, found in findings)

    return check


def never_awarded(honour: str) -> Check:
    """No award of the honour stands in the history."""

    def check(context: Context) -> Finding:
        history, name = context.facts.history, context.honours[honour].short
        if history is None:
            return None, f"{UNKNOWN} về các lần được tặng {name}"
        standing = [negate(award.revoked) for award in history if award.honour == honour]
        met = negate(any_of(standing))
        return met, f"Chưa được tặng {name}" if met else f"Đã được tặng {name}"

    return check
