"""Years in the sector, less the time under discipline."""

from fractions import Fraction
from typing import Any

from thidua.core.law.context import UNKNOWN, Context, Finding, number, years_between
from thidua.core.law.vocabulary.base import Check


def service_years(argument: dict[str, Any]) -> Check:
    """Enough years in the sector; time in a hard area counts more or lowers the bar."""
    needed = Fraction(argument["at_least"])
    factor: int = argument.get("hard_area_factor", 1)
    hard_years: int | None = argument.get("hard_area_years")
    less: int = argument.get("then_at_least", argument["at_least"])

    def check(context: Context) -> Finding:
        years, hard = context.facts.years_in_sector, context.facts.years_in_hard_area
        if years is None:
            return None, f"{UNKNOWN} thời gian công tác trong ngành"
        lost, lost_is_sure = _time_under_discipline(context)
        words = f"{number(years)} năm trong ngành"
        if hard:
            words += f", trong đó {number(hard)} năm ở vùng đặc biệt khó khăn"
        if lost:
            words += f"; trừ {number(lost)} năm chấp hành kỷ luật"
        reached: list[bool | None] = []
        for in_hard in (hard,) if hard is not None else (Fraction(0), years):
            bar = Fraction(less) if hard_years is not None and in_hard >= hard_years else needed
            total = years - lost + in_hard * (factor - 1)
            reached.append(total >= bar if lost_is_sure or total < bar else None)
        met = reached[0] if len(set(reached)) == 1 else None
        return met, words if hard is not None else f"{words}; chưa rõ thời gian ở vùng đặc biệt khó khăn"

    return check


def _time_under_discipline(context: Context) -> tuple[Fraction, bool]:
    """Years surely spent under discipline up to the day, and whether that is all there is to know."""
    if context.facts.discipline is None:
        return Fraction(0), False
    lost, sure = Fraction(0), True
    for one in context.disciplines():
        if one.starts_on is None or one.ends_on is None:
            sure = False
            continue
        lost += years_between(one.starts_on, min(one.ends_on, context.as_of))
    return lost, sure
