"""Standards of the honours by period: conditions read from rules/*.yaml and compiled. Refuses gaps, overlaps, strangers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from thidua.core.law.errors import LawDataError
from thidua.core.law.honours import Honour
from thidua.core.law.loader import DATA, load
from thidua.core.law.spans import read_span, refuse_gaps
from thidua.core.law.vocabulary import Test, compile_test


@dataclass(frozen=True, slots=True)
class Period:
    """Giai đoạn pháp luật: the law and the decree (or circular) that rule from a day to a day."""

    code: str
    valid_from: date
    ends_before: date | None
    law: str
    decree: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Điều kiện: `test` None = left to the council's judgement; `streams` empty = every stream."""

    code: str
    text: str
    basis: tuple[str, ...]
    streams: tuple[str, ...]
    test: Test | None


@dataclass(frozen=True, slots=True)
class Rule:
    """Tiêu chuẩn của một danh hiệu, hình thức in a span. `meets` = code of an honour whose standard is part of this one.

    Rules of one date that differ in `variant` are readings of a law whose text is not settled.
    """

    id: str
    honour: str
    subject: str
    period: Period
    variant: str
    variant_name: str
    confidence: str
    unconfirmed: bool
    meets: str | None
    notes: tuple[str, ...]
    warn_if: tuple[tuple[Test, str], ...]
    conditions: tuple[Condition, ...]

    @property
    def valid_from(self) -> date:
        return self.period.valid_from

    @property
    def ends_before(self) -> date | None:
        return self.period.ends_before


Rules = dict[tuple[str, str], tuple[Rule, ...]]


def load_periods(root: Path = DATA) -> dict[str, Period]:
    """Periods of `root`/periods.yaml by code."""
    periods = {}
    for record in load("periods", root):
        span = read_span(record, f"periods.yaml: {record['code']}")
        periods[record["code"]] = Period(record["code"], *span, record["law"], record["decree"])
    return periods


def load_rules(root: Path, honours: dict[str, Honour]) -> Rules:
    """All rules under `root`/rules by honour and subject, oldest first.

    Raises LawDataError on unknown honours or periods, on gaps and overlaps, and on an honour without rules.
    """
    periods = load_periods(root)
    grouped: dict[tuple[str, str], list[Rule]] = {}
    for path in sorted((root / "rules").glob("*.yaml")):
        for record in load(f"rules/{path.stem}", root, schema="rules"):
            for code in record["periods"]:
                rule = _rule(record, code, periods, honours, path.name)
                grouped.setdefault((rule.honour, rule.subject), []).append(rule)
    for honour in honours.values():
        for subject in honour.subjects:
            _refuse_bad_spans(grouped.get((honour.code, subject), []), f"{honour.code} {subject}")
    return {
        key: tuple(sorted(rules, key=lambda rule: (rule.valid_from, rule.variant))) for key, rules in grouped.items()
    }


def _rule(record: dict[str, Any], code: str, periods: dict[str, Period], honours: dict[str, Honour], file: str) -> Rule:
    honour, subject, variant = record["honour"], record["subject"], record.get("variant", "")
    where = f"{file}: {honour} {subject} {code}"
    if honour not in honours or subject not in honours[honour].subjects:
        raise LawDataError(f"{where}: honours.yaml không có danh hiệu, hình thức này cho đối tượng này.")
    if code not in periods:
        raise LawDataError(f"{where}: periods.yaml không có giai đoạn {code}.")
    meets = record.get("meets")
    for name in _honours_named(record):
        if name not in honours:
            raise LawDataError(f"{where}: honours.yaml không có {name}.")
    words = {"law": periods[code].law, "decree": periods[code].decree, "article": record.get("article", "")}
    parts = [honour, *([subject] if len(honours[honour].subjects) > 1 else []), code, *([variant] if variant else [])]
    return Rule(
        ".".join(parts),
        honour,
        subject,
        periods[code],
        variant,
        record.get("variant_name", ""),
        record["confidence"],
        record["unconfirmed"],
        meets,
        tuple(record.get("notes", ())),
        tuple((compile_test(one["test"]), one["text"]) for one in record.get("warn_if", ())),
        tuple(_condition(one, words, where) for one in record["conditions"]),
    )


def _condition(record: dict[str, Any], words: dict[str, str], where: str) -> Condition:
    try:
        basis = tuple(clause.format(**words) for clause in record["basis"])
    except KeyError as error:
        raise LawDataError(f"{where}: căn cứ có chỗ điền lạ {error}.") from error
    test = compile_test(record["test"]) if "test" in record else None
    return Condition(record["code"], record["text"], basis, tuple(record.get("streams", ())), test)


def _honours_named(value: Any) -> list[str]:
    """Codes of honours that a record mentions in its tests and in `meets`."""
    if isinstance(value, list):
        return [name for part in value for name in _honours_named(part)]
    if not isinstance(value, dict):
        return []
    own = [value[key] for key in ("honour", "meets", "never_awarded") if isinstance(value.get(key), str)]
    return own + [name for part in value.values() for name in _honours_named(part)]


def _refuse_bad_spans(rules: list[Rule], where: str) -> None:
    if not rules:
        raise LawDataError(f"rules: {where} không có tiêu chuẩn nào.")
    spans: dict[Period, list[str]] = {}
    for rule in rules:
        spans.setdefault(rule.period, []).append(rule.variant)
    for period, variants in spans.items():
        if len(set(variants)) < len(variants) or ("" in variants and len(variants) > 1):
            raise LawDataError(f"rules: {where} có hai tiêu chuẩn cho giai đoạn {period.code}.")
    refuse_gaps(list(spans), f"rules: {where}")
