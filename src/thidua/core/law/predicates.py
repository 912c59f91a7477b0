"""The closed vocabulary of the rules: every word a test in rules/*.yaml may use, and what it computes.

`compile_test` turns a test of the YAML into a function from a context to (met, found). Adding a word means adding it here,
to schemas.yaml and to docs/domain/rules/law.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from thidua.core.law.context import UNKNOWN, Context, Finding, day_words, imposed_in, number, years_between
from thidua.core.law.facts import DISCIPLINE_LEVELS, Initiative, LocalPolicy, Research
from thidua.core.law.kleene import all_of, any_of, at_least, negate

Check = Callable[[Context], Finding]
Limit = Callable[[LocalPolicy], int | None]

FACT_NAMES = {
    "takes_part": ("Có tham gia phong trào thi đua", "Không tham gia phong trào thi đua"),
    "registered": ("Đã đăng ký thi đua", "Chưa đăng ký thi đua"),
    "leads_block": ("Dẫn đầu cụm, khối hoặc phong trào thi đua", "Không dẫn đầu cụm, khối hoặc phong trào thi đua"),
}
MEMBER_NAMES = {
    "at_least_ht": "hoàn thành nhiệm vụ trở lên",
    "LDTT": "đạt Lao động tiên tiến",
    "CSTDCS": "đạt Chiến sĩ thi đua cơ sở",
    "disciplined_canh_cao_or_more": "bị kỷ luật từ cảnh cáo trở lên",
}
DISCIPLINE_NAMES = {
    "khien_trach": "khiển trách",
    "canh_cao": "cảnh cáo",
    "cach_chuc": "cách chức",
    "buoc_thoi_viec": "buộc thôi việc",
}


@dataclass(frozen=True, slots=True)
class Test:
    """A compiled test. `limit`, where there is one, gives the figure after local policy; None = the test does not apply.

    `words` are the names of the vocabulary it uses, inner ones included.
    """

    check: Check
    words: frozenset[str]
    limit: Limit | None = None


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


def _fact(name: str) -> Check:
    yes, no = FACT_NAMES[name]

    def check(context: Context) -> Finding:
        value: bool | None = getattr(context.facts, name)
        return value, f"{UNKNOWN}: {yes.lower()} hay không" if value is None else (yes if value else no)

    return check


def _rating(argument: dict[str, Any]) -> Check:
    level: str = argument["at_least"]
    return lambda context: context.rating_met(context.case.year, level)


def _months_limit(argument: dict[str, Any]) -> Limit:
    law: int | None = argument["at_least"]

    def limit(policy: LocalPolicy) -> int | None:
        known = [value for value in (law, policy.min_months_worked) if value is not None]
        return max(known, default=None)

    return limit


def _months_worked(argument: dict[str, Any]) -> Check:
    limit = _months_limit(argument)

    def check(context: Context) -> Finding:
        needed = limit(context.case.policy)
        return (True, "Không có quy định") if needed is None else context.months_reach(needed)

    return check


def _leave_limit(argument: dict[str, Any]) -> Limit:
    law: int | None = argument["below"]

    def limit(policy: LocalPolicy) -> int | None:
        known = [value for value in (law, policy.max_leave_working_days) if value is not None]
        return min(known, default=None)

    return limit


def _leave_working_days(argument: dict[str, Any]) -> Check:
    limit = _leave_limit(argument)

    def check(context: Context) -> Finding:
        most, days = limit(context.case.policy), context.facts.leave_working_days
        if most is None:
            return True, "Không có quy định"
        if days is None:
            return None, f"{UNKNOWN} ngày nghỉ"
        return days < most, f"Nghỉ {number(days)} ngày làm việc"

    return check


def _no_discipline_in_year(argument: dict[str, Any]) -> Check:
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


def _no_sanction_in_year(argument: bool) -> Check:
    def check(context: Context) -> Finding:
        if context.facts.sanctions is None:
            return None, f"{UNKNOWN} về xử phạt vi phạm hành chính"
        span = context.case.year.span
        hits = [None if one.imposed_on is None else one.imposed_on in span for one in context.facts.sanctions]
        met = negate(any_of(hits))
        return met, "Không bị xử phạt trong năm" if met else "Có xử phạt vi phạm hành chính"

    return check


def _initiatives(argument: dict[str, Any]) -> Check:
    return _works(argument, "sáng kiến", lambda context: context.facts.initiatives)


def _research(argument: dict[str, Any]) -> Check:
    return _works(argument, "đề tài đã nghiệm thu", lambda context: context.facts.research)


Works = Callable[[Context], tuple[Initiative, ...] | tuple[Research, ...] | None]


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


def _consecutive_honour(argument: dict[str, Any]) -> Check:
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


def _consecutive_rating(argument: dict[str, Any]) -> Check:
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


def _members_share(argument: dict[str, Any]) -> Check:
    of: str = argument["of"]
    least: int | None = argument.get("at_least_percent")
    more_than: int = argument.get("more_than_percent", 0)

    def check(context: Context) -> Finding:
        members = context.facts.members
        part: int | None = getattr(members, of)
        if part is None or members.total is None:
            return None, f"{UNKNOWN} về số cá nhân {MEMBER_NAMES[of]}"
        share = f"{part}/{members.total} cá nhân {MEMBER_NAMES[of]} ({number(Fraction(part * 100, members.total))} %)"
        if least is None:
            return part * 100 > more_than * members.total, share
        return part * 100 >= least * members.total, share

    return check


def _members_count(argument: dict[str, Any]) -> Check:
    of: str = argument["of"]
    least: int = argument.get("at_least", 0)
    most: int | None = argument.get("at_most")

    def check(context: Context) -> Finding:
        count: int | None = getattr(context.facts.members, of)
        if count is None:
            return None, f"{UNKNOWN} về số cá nhân {MEMBER_NAMES[of]}"
        return count >= least and (most is None or count <= most), f"{count} cá nhân {MEMBER_NAMES[of]}"

    return check


def _service_years(argument: dict[str, Any]) -> Check:
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


def _never_awarded(honour: str) -> Check:
    def check(context: Context) -> Finding:
        history, name = context.facts.history, context.honours[honour].short
        if history is None:
            return None, f"{UNKNOWN} về các lần được tặng {name}"
        standing = [negate(award.revoked) for award in history if award.honour == honour]
        met = negate(any_of(standing))
        return met, f"Chưa được tặng {name}" if met else f"Đã được tặng {name}"

    return check


def _stream_not(stream: str) -> Check:
    names = {"MERIT": "công trạng", "THEMATIC": "chuyên đề, phong trào", "AD_HOC": "đột xuất"}
    return lambda context: (context.case.stream != stream, f"Loại khen thưởng: {names[context.case.stream]}")


def _managed_by(bodies: list[str]) -> Check:
    def check(context: Context) -> Finding:
        body = context.case.unit.managed_by
        if body is None:
            return None, f"{UNKNOWN} cơ quan quản lý của đơn vị"
        return body in bodies, "Đơn vị thuộc Bộ" if body == "ministry" else "Đơn vị thuộc địa phương"

    return check


def _unit_kind(kinds: list[str]) -> Check:
    def check(context: Context) -> Finding:
        kind = context.case.unit.kind
        return (None, f"{UNKNOWN} loại đơn vị") if kind is None else (kind in kinds, f"Loại đơn vị: {kind}")

    return check


_LIMITS: dict[str, Callable[[Any], Limit]] = {"months_worked": _months_limit, "leave_working_days": _leave_limit}
_WORDS: dict[str, Callable[[Any], Check]] = {
    "judgement": _judgement,
    "fact": _fact,
    "rating": _rating,
    "months_worked": _months_worked,
    "leave_working_days": _leave_working_days,
    "no_discipline_in_year": _no_discipline_in_year,
    "no_sanction_in_year": _no_sanction_in_year,
    "initiatives": _initiatives,
    "research": _research,
    "consecutive_honour": _consecutive_honour,
    "consecutive_rating": _consecutive_rating,
    "members_share": _members_share,
    "members_count": _members_count,
    "service_years": _service_years,
    "never_awarded": _never_awarded,
    "stream_not": _stream_not,
    "managed_by": _managed_by,
    "unit_kind": _unit_kind,
}
