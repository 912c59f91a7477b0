"""What the law says about one candidate, ready for a page, a paper or JSON."""

from dataclasses import dataclass
from typing import Any

from thidua.core.law.money import Money
from thidua.core.law.rules import Rule
from thidua.core.law.votes import VoteRule

SUSPENDED = "SUSPENDED"
NOT_ELIGIBLE = "NOT_ELIGIBLE"
NEEDS_HUMAN = "NEEDS_HUMAN"
ELIGIBLE = "ELIGIBLE"
FAVOUR = (NOT_ELIGIBLE, NEEDS_HUMAN, ELIGIBLE)  # from worst to best for the nominee

COMPUTED = "computed"
JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class Checked:
    """Một điều kiện đã đối chiếu: `met` None = not known, or left to the council (`kind` judgement)."""

    code: str
    kind: str
    text: str
    met: bool | None
    found: str
    basis: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "kind": self.kind,
            "text": self.text,
            "met": self.met,
            "found": self.found,
            "basis": list(self.basis),
        }


@dataclass(frozen=True, slots=True)
class Assessment:
    """One standard held against the facts."""

    rule: Rule
    outcome: str
    unconfirmed: bool
    conditions: tuple[Checked, ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "rule": _rule_dict(self.rule),
            "name": self.rule.variant_name,
            "outcome": self.outcome,
            "unconfirmed": self.unconfirmed,
            "conditions": [one.as_dict() for one in self.conditions],
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """Kết quả đối chiếu. `authority` names the deciding post(s); `vote` None where another text sets it;

    `money` None without a decision date or where the law names no sum; `variants` = every reading that was looked at,
    when there was more than one.
    """

    outcome: str
    unconfirmed: bool
    conditions: tuple[Checked, ...]
    warnings: tuple[str, ...]
    rule: Rule
    authority: str | None
    vote: VoteRule | None
    dossier: tuple[str, ...]
    money: Money | None
    variants: tuple[Assessment, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The output of `thidua check_award`; `variants` only when there was more than one reading."""
        result: dict[str, Any] = {
            "outcome": self.outcome,
            "unconfirmed": self.unconfirmed,
            "conditions": [one.as_dict() for one in self.conditions],
            "warnings": list(self.warnings),
            "rule": _rule_dict(self.rule),
            "authority": self.authority,
            "vote": _vote_dict(self.vote),
            "dossier": list(self.dossier),
            "money": _money_dict(self.money),
        }
        if self.variants:
            result["variants"] = [one.as_dict() for one in self.variants]
        return result


def _rule_dict(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "valid_from": rule.valid_from.isoformat(),
        "ends_before": rule.ends_before.isoformat() if rule.ends_before else None,
        "confidence": rule.confidence,
    }


def _vote_dict(vote: VoteRule | None) -> dict[str, Any] | None:
    return {"method": vote.method, "percent": vote.percent, "of": vote.of} if vote else None


def _money_dict(money: Money | None) -> dict[str, Any] | None:
    if money is None:
        return None
    coefficient = None if money.coefficient is None else float(money.coefficient)
    return {"coefficient": coefficient, "base": money.base, "amount": money.amount}
