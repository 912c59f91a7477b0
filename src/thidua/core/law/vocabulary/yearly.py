"""Facts of the year: participation, rating, months, leave, discipline, sanctions."""

from typing import Any

from thidua.core.law.context import UNKNOWN, Context, Finding, day_words, imposed_in, number
from thidua.core.law.facts import DISCIPLINE_LEVELS, LocalPolicy
from thidua.core.law.kleene import all_of, any_of, negate
from thidua.core.law.vocabulary.base import Check, Limit

FACT_NAMES = {
    "takes_part": ("Có tham gia phong trào thi đua", "Không tham gia phong trào thi đua"),
    "registered": ("Đã đăng ký thi đua", "Chưa đăng ký thi đua"),
    "leads_block": ("Dẫn đầu cụm, khối hoặc phong trào thi đua", "Không dẫn đầu cụm, khối hoặc phong trào thi đua"),
}


DISCIPLINE_NAMES = {
    "khien_trach": "khiển trách",
    "canh_cao": "cảnh cáo",
    "cach_chuc": "cách chức",
    "buoc_thoi_viec": "buộc thôi việc",
}


def fact(name: str) -> Check:
    """The named fact is true."""
    yes, no = FACT_NAMES[name]

    def check(context: Context) -> Finding:
        value: bool | None = getattr(context.facts, name)
        return value, f"{UNKNOWN}: {yes.lower()} hay không" if value is None else (yes if value else no)

    return check


def rating(argument: dict[str, Any]) -> Check:
    """The year's rating reaches `at_least`, after duty-linked discipline and short service."""
    level: str = argument["at_least"]
    return lambda context: context.rating_met(context.case.year, level)


def months_limit(argument: dict[str, Any]) -> Limit:
    """The stricter of the law and the local policy, in months; None = neither asks."""
    law: int | None = argument["at_least"]

    def limit(policy: LocalPolicy) -> int | None:
        known = [value for value in (law, policy.min_months_worked) if value is not None]
        return max(known, default=None)

    return limit


def months_worked(argument: dict[str, Any]) -> Check:
    """Enough months in the year, maternity leave counted."""
    limit = months_limit(argument)

    def check(context: Context) -> Finding:
        needed = limit(context.case.policy)
        return (True, "Không có quy định") if needed is None else context.months_reach(needed)

    return check


def leave_limit(argument: dict[str, Any]) -> Limit:
    """The stricter of the law and the local policy, in working days; None = neither asks."""
    law: int | None = argument["below"]

    def limit(policy: LocalPolicy) -> int | None:
        known = [value for value in (law, policy.max_leave_working_days) if value is not None]
        return min(known, default=None)

    return limit


def leave_working_days(argument: dict[str, Any]) -> Check:
    """Fewer days of leave than the limit."""
    limit = leave_limit(argument)

    def check(context: Context) -> Finding:
        most, days = limit(context.case.policy), context.facts.leave_working_days
        if most is None:
            return True, "Không có quy định"
        if days is None:
            return None, f"{UNKNOWN} ngày nghỉ"
        return days < most, f"Nghỉ {number(days)} ngày làm việc"

    return check


def no_discipline_in_year(argument: dict[str, Any]) -> Check:
    """No discipline from that level upward was imposed in the year."""
    heavy_enough = DISCIPLINE_LEVELS[DISCIPLINE_LEVELS.index(argument["from_level"]) :]

    def check(context: Context) -> Finding:
        if context.facts.discipline is None:
            return None, f"{UNKNOWN} về kỷ luật"
        hits = [
            (
                all_of((None if one.level is None else one.level in heavy_enough, imposed_in(one, context.case.year))),
                one,
            )
            for one in context.disciplines()
        ]
        named = [
            f"{DISCIPLINE_NAMES.get(one.level or '', 'kỷ luật')} từ {day_words(one.starts_on)}"
            for hit, one in hits
            if hit is not False
        ]
        words = "; ".join(named).capitalize() if named else "Không bị kỷ luật trong năm"
        return negate(any_of(hit for hit, _ in hits)), words

    return check


def no_sanction_in_year(argument: bool) -> Check:
    """No administrative sanction was imposed in the year."""

    def check(context: Context) -> Finding:
        if context.facts.sanctions is None:
            return None, f"{UNKNOWN} về xử phạt vi phạm hành chính"
        span = context.case.year.span
        hits = [None if one.imposed_on is None else one.imposed_on in span for one in context.facts.sanctions]
        met = negate(any_of(hits))
        return met, "Không bị xử phạt trong năm" if met else "Có xử phạt vi phạm hành chính"

    return check
