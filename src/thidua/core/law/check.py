"""Đối chiếu một trường hợp với pháp luật: facts and dates in, verdict with clauses out.

The standard follows the day the dossier was received, authority and money the day of the decision; a missing dossier date
counts as the decision date, and without a decision date today stands in. The engine advises; the council votes.
"""

from collections.abc import Iterable
from datetime import date

from thidua.core.law.authority import deciding_authorities
from thidua.core.law.context import Context
from thidua.core.law.errors import CaseError, NoAmount
from thidua.core.law.facts import AwardCase
from thidua.core.law.kleene import all_of
from thidua.core.law.library import Law, shipped_law
from thidua.core.law.money import Money
from thidua.core.law.remarks import list_warnings
from thidua.core.law.rules import Condition, Rule
from thidua.core.law.spans import rules_on
from thidua.core.law.verdict import (
    COMPUTED,
    ELIGIBLE,
    FAVOUR,
    JUDGEMENT,
    NEEDS_HUMAN,
    NOT_ELIGIBLE,
    SUSPENDED,
    Assessment,
    Checked,
    Verdict,
)
from thidua.core.law.votes import vote_rule

SUBJECT_NAMES = {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}


def check_award(
    case: AwardCase, *, today: date, law: Law | None = None, confirmed: frozenset[str] = frozenset()
) -> Verdict:
    """What the law of the case's dates says about the candidate.

    `confirmed` holds ids of rules an administrator has confirmed: they are no longer `unconfirmed`, and a confirmed
    variant settles which reading applies. Raises CaseError when no rule covers the honour, subject and date.
    """
    law = shipped_law() if law is None else law
    as_of = case.decided_on or today
    received = case.dossier_received_on or as_of
    _refuse_strangers(case, law)
    context = _context(case, law, as_of, received)
    looked_at = _assess(context, law, received, confirmed)
    chosen = _settle(looked_at)
    for transition in law.more_favourable:
        if received < transition.since <= as_of:
            newer = _assess(_context(case, law, as_of, as_of), law, as_of, confirmed)
            chosen = max(chosen, _settle(newer), key=_favour)
            looked_at += newer
    outcome = SUSPENDED if _hold_met(context) is False else chosen.outcome
    vote = vote_rule(case.honour, received, case.unit.managed_by, law.votes)
    posts = deciding_authorities(case.honour, case.unit.kind, case.unit.managed_by, as_of, law.authority)
    return Verdict(
        outcome=outcome,
        unconfirmed=chosen.unconfirmed,
        conditions=chosen.conditions,
        warnings=list_warnings(context, chosen, vote),
        rule=chosen.rule,
        authority=" hoặc ".join(post.post_vi for post in posts) or None,
        vote=vote,
        dossier=law.dossiers.parts_of(case.honour, case.subject, received),
        money=_money(case, law, posts[0].level if posts else None),
        variants=tuple(looked_at) if len(looked_at) > 1 else (),
    )


def _refuse_strangers(case: AwardCase, law: Law) -> None:
    honour = law.honours.get(case.honour)
    if honour is None:
        raise CaseError(
            f"honour: không có danh hiệu, hình thức “{case.honour}”; chọn một trong {', '.join(law.honours)}."
        )
    if case.subject not in honour.subjects:
        allowed = ", ".join(SUBJECT_NAMES[one] for one in honour.subjects)
        raise CaseError(f"subject: {honour.name} chỉ dành cho {allowed}.")


def _context(case: AwardCase, law: Law, as_of: date, standard_on: date) -> Context:
    counts = bool(law.discipline_period.basis(standard_on))
    return Context(case, as_of, law.honours, law.rating_regimes, counts)


def _assess(context: Context, law: Law, on: date, confirmed: frozenset[str]) -> list[Assessment]:
    """Every reading of the standard on the day; one confirmed reading leaves no other."""
    case = context.case
    rules = [rule for rule in law.rules[case.honour, case.subject] if rules_on(rule, on)]
    if not rules:
        first = law.rules[case.honour, case.subject][0].valid_from
        raise CaseError(
            f"dossier_received_on: chưa có quy định cho ngày {on:%d/%m/%Y}; dữ liệu pháp luật bắt đầu từ {first:%d/%m/%Y}."
        )
    settled = [rule for rule in rules if rule.id in confirmed]
    return [_assess_rule(context, law, rule, on, confirmed) for rule in settled or rules]


def _assess_rule(context: Context, law: Law, rule: Rule, on: date, confirmed: frozenset[str]) -> Assessment:
    used = [rule]
    if rule.meets is not None:
        used = [*(one for one in law.rules[rule.meets, rule.subject] if rules_on(one, on)), rule]
    own = [_check(context, one) for part in used for one in part.conditions if _applies(context, one)]
    conditions = (*own, *_general(context, law, on))
    unconfirmed = any(one.unconfirmed and one.id not in confirmed for one in used)
    met = all_of(one.met for one in conditions if one.kind == COMPUTED)
    outcome = {True: ELIGIBLE, False: NOT_ELIGIBLE, None: NEEDS_HUMAN}[met]
    if outcome == ELIGIBLE and not any(one.kind == COMPUTED for one in own):
        outcome = NEEDS_HUMAN  # a checklist: nothing of the standard itself was computed
    return Assessment(rule, outcome, unconfirmed, conditions)


def _applies(context: Context, condition: Condition) -> bool:
    if condition.streams and context.case.stream not in condition.streams:
        return False
    limit = condition.test.limit if condition.test else None
    return limit is None or limit(context.case.policy) is not None


def _check(context: Context, condition: Condition) -> Checked:
    test = condition.test
    if test is None:
        return Checked(condition.code, JUDGEMENT, condition.text, None, "Hội đồng xem xét", condition.basis)
    met, found = test.check(context)
    text = condition.text
    if test.limit is not None:
        text = text.replace("{limit}", str(test.limit(context.case.policy)))
    return Checked(condition.code, COMPUTED, text, met, found, condition.basis)


def _general(context: Context, law: Law, on: date) -> Iterable[Checked]:
    """Conditions of every honour: no open hold (I7); achievements after the discipline period (I8)."""
    met = _hold_met(context)
    words = {True: "Không có", False: "Đang tạm dừng xét", None: "Chưa có dữ liệu"}[met]
    yield Checked("HOLD", COMPUTED, law.hold.text, met, words, law.hold.basis(on))
    yearly = context.honours[context.case.honour].achievement == "year"
    if context.counts_after_discipline and yearly and context.case.subject == "individual":
        basis = law.discipline_period.basis(on)
        met, found = _after_discipline(context)
        yield Checked("DISCIPLINE_PERIOD", COMPUTED, law.discipline_period.text, met, found, basis)


def _hold_met(context: Context) -> bool | None:
    """False while a hold is open on the day: begun (or of unknown begin) and not ended before it."""
    holds = context.facts.holds
    if holds is None:
        return None
    day = context.as_of
    return not any(
        (one.starts_on is None or one.starts_on <= day) and (one.ends_on is None or one.ends_on >= day) for one in holds
    )


def _after_discipline(context: Context) -> tuple[bool | None, str]:
    if context.facts.discipline is None:
        return None, "Chưa có dữ liệu về kỷ luật"
    met = context.year_is_clean(context.case.year)
    if met is False and context.case.stream != "MERIT":
        in_effect = [one.ends_on is not None and one.ends_on >= context.as_of for one in context.disciplines()]
        met = False if any(in_effect) else None  # the day of an ad hoc achievement is not among the facts
    words = {True: "Không có kỷ luật trong thời gian tính thành tích", False: "Thời gian xét có thời hạn kỷ luật"}
    return met, words.get(bool(met), "") if met is not None else "Có kỷ luật, chưa rõ thời điểm so với thành tích"


def _favour(assessment: Assessment) -> int:
    return FAVOUR.index(assessment.outcome)


def _settle(readings: list[Assessment]) -> Assessment:
    """One assessment out of the readings of one date: when they disagree, a person must say which text applies."""
    best = max(readings, key=_favour)
    if len({one.outcome for one in readings}) == 1:
        return readings[0]
    names = "; ".join(f"{one.rule.variant_name}: {OUTCOME_NAMES[one.outcome]}" for one in readings)
    basis = tuple(dict.fromkeys(clause for one in readings for clause in one.conditions[0].basis))
    open_question = Checked("LAW_VARIANT", COMPUTED, "Xác nhận tiêu chuẩn áp dụng", None, names, basis)
    return Assessment(best.rule, NEEDS_HUMAN, best.unconfirmed, (*best.conditions, open_question))


OUTCOME_NAMES = {ELIGIBLE: "đủ điều kiện", NOT_ELIGIBLE: "không đủ điều kiện", NEEDS_HUMAN: "cần xem xét"}


def _money(case: AwardCase, law: Law, level: str | None) -> Money | None:
    if case.decided_on is None:
        return None
    try:
        return law.money.money(case.honour, case.subject, case.decided_on, level)
    except NoAmount:
        return None
