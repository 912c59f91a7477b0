"""Tỷ lệ phiếu of the council by honour and date. The tally itself is in `core.councils`. Data: votes.yaml."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from thidua.core.law.loader import DATA, load
from thidua.core.law.spans import read_span, rules_on

BALLOT = "BALLOT"
ALL_MEMBERS = "ALL_MEMBERS"


@dataclass(frozen=True, slots=True)
class VoteRule:
    """Cách biểu quyết: `method` BALLOT or SHOW_OF_HANDS; `of` ALL_MEMBERS or PRESENT; 50 percent = strictly more."""

    honours: tuple[str, ...]
    managed_by: tuple[str, ...]
    valid_from: date
    ends_before: date | None
    method: str
    percent: int
    of: str
    basis: tuple[str, ...]
    confidence: str


def load_votes(root: Path = DATA) -> tuple[VoteRule, ...]:
    """The lines of `root`/votes.yaml in file order; the first that fits rules."""
    rules = []
    for record in load("votes", root):
        where = f"votes.yaml: {', '.join(record['honours'])}"
        rules.append(
            VoteRule(
                tuple(record["honours"]),
                tuple(record.get("managed_by", ())),
                *read_span(record, where),
                record["method"],
                record["percent"],
                record["of"],
                tuple(record["basis"]),
                record["confidence"],
            )
        )
    return tuple(rules)


@cache
def _shipped() -> tuple[VoteRule, ...]:
    return load_votes()


def vote_rule(
    honour: str, on: date, managed_by: str | None = None, rules: tuple[VoteRule, ...] | None = None
) -> VoteRule | None:
    """The vote rule for an honour on a day; `managed_by` of the unit, since units of the Ministry vote otherwise.

    None where another text sets the vote (NGƯT, NGND: 35/2024/NĐ-CP).
    """
    for rule in _shipped() if rules is None else rules:
        if honour in rule.honours and rules_on(rule, on) and (not rule.managed_by or managed_by in rule.managed_by):
            return rule
    return None


def required_yes(percent: int, of: int) -> int:
    """The least number of yes votes among `of` that carries; 50 percent means strictly more than half."""
    return of // 2 + 1 if percent == 50 else -(-percent * of // 100)
