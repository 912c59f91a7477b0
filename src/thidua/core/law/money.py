"""Tiền thưởng: coefficient times the base salary of the decision date, rounded up. Data: money.yaml.

Sums are whole đồng, counted with fractions, never floats (152/2025/NĐ-CP Điều 49).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from thidua.core.law.errors import LawDataError, NoAmount
from thidua.core.law.loader import DATA, load
from thidua.core.law.spans import first_on, read_span, refuse_gaps, rules_on


@dataclass(frozen=True, slots=True)
class Money:
    """Mức tiền thưởng: `coefficient` None where the law names a fixed sum; `base` and `amount` in đồng."""

    coefficient: Decimal | None
    base: int
    amount: int
    basis: str
    confidence: str


@dataclass(frozen=True, slots=True)
class _BaseSalary:
    valid_from: date
    ends_before: date | None
    amount: int


@dataclass(frozen=True, slots=True)
class _Line:
    """One sum by law: a coefficient, or a fixed amount."""

    honour: str
    subject: str
    level: str | None
    valid_from: date
    ends_before: date | None
    coefficient: Decimal | None
    amount: int | None
    basis: str
    confidence: str


@dataclass(frozen=True)
class MoneyTable:
    """Everything of money.yaml, ready to be asked."""

    round_up_to: int
    salaries: tuple[_BaseSalary, ...]
    lines: dict[tuple[str, str], tuple[_Line, ...]]

    def base_salary(self, on: date) -> int:
        """Mức lương cơ sở of the day in đồng a month.

        Raises NoAmount before the first entry.
        """
        salary = first_on(self.salaries, on)
        if salary is None:
            raise NoAmount(f"Chưa có mức lương cơ sở cho ngày {on:%d/%m/%Y}.")
        return salary.amount

    def money(self, honour: str, subject: str, on: date, level: str | None = None) -> Money:
        """The bonus of one honour decided on the day; `level` = deciding level where the coefficient depends on it.

        Raises NoAmount when the law names no sum.
        """
        for line in self.lines.get((honour, subject), ()):
            if rules_on(line, on) and line.level in (None, level):
                base = self.base_salary(on)
                amount = line.amount
                if amount is None:
                    assert line.coefficient is not None
                    amount = round_up(Fraction(line.coefficient) * base, self.round_up_to)
                return Money(line.coefficient, base, amount, line.basis, line.confidence)
        raise NoAmount(
            f"Pháp luật tại ngày {on:%d/%m/%Y} không định mức tiền thưởng cho {honour} ({subject}) "
            "hoặc văn bản định mức chưa được nạp."
        )


def round_up(amount: Fraction, step: int) -> int:
    """The least multiple of `step` đồng that is not below `amount`."""
    return -(-amount.numerator // (amount.denominator * step)) * step


def load_money(root: Path = DATA) -> MoneyTable:
    """The table of `root`/money.yaml.

    Raises LawDataError when it does not fit, or base salaries overlap or leave a gap.
    """
    data = load("money", root)
    salaries = tuple(
        _BaseSalary(*read_span(record, "money.yaml: base_salary"), record["amount"]) for record in data["base_salary"]
    )
    refuse_gaps(salaries, "money.yaml: base_salary")
    lines: dict[tuple[str, str], list[_Line]] = {}
    for block in data["coefficients"]:
        for record in block["lines"]:
            for line in _lines(block, record, data["household_factor"]):
                lines.setdefault((line.honour, line.subject), []).append(line)
    for record in data["fixed"]:
        line = _Line(
            record["honour"],
            record["subject"],
            None,
            *read_span(record, "money.yaml: fixed"),
            None,
            record["amount"],
            record["basis"],
            record["confidence"],
        )
        lines.setdefault((line.honour, line.subject), []).append(line)
    for (honour, subject), group in lines.items():
        _refuse_doubles([line for line in group if line.level is None], f"money.yaml: {honour} {subject}")
    return MoneyTable(data["round_up_to"], salaries, {key: tuple(group) for key, group in lines.items()})


def _lines(block: dict[str, Any], record: dict[str, Any], factors: list[dict[str, Any]]) -> list[_Line]:
    where = f"money.yaml: {', '.join(record['honours'])}"
    valid_from, ends_before = read_span(block, where)
    basis = f"{block['decree']} {record.get('clause', '')}".strip()
    found = []
    for honour in record["honours"]:
        sums: dict[str, Decimal] = {
            name: Decimal(record[name]) for name in ("individual", "collective") if name in record
        }
        if record.get("household"):
            sums["household"] = sums["individual"] * _household_factor(factors, valid_from, where)
        for subject, coefficient in sums.items():
            found.append(
                _Line(
                    honour,
                    subject,
                    record.get("level"),
                    valid_from,
                    ends_before,
                    coefficient,
                    None,
                    basis,
                    block["confidence"],
                )
            )
    return found


def _household_factor(factors: list[dict[str, Any]], on: date, where: str) -> Decimal:
    for factor in factors:
        starts, ends = read_span(factor, "money.yaml: household_factor")
        if starts <= on and (ends is None or on < ends):
            return Decimal(factor["factor"])
    raise LawDataError(f"{where}: không có hệ số hộ gia đình cho ngày {on}.")


def _refuse_doubles(lines: list[_Line], where: str) -> None:
    ordered = sorted(lines, key=lambda line: line.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.ends_before is None or earlier.ends_before > later.valid_from:
            raise LawDataError(f"{where}: hai mức cùng áp dụng từ {later.valid_from}.")


@cache
def money_table() -> MoneyTable:
    """The table shipped with the package."""
    return load_money()


def base_salary(on: date) -> int:
    """Mức lương cơ sở of the day in đồng. Raises NoAmount before 1/7/2013."""
    return money_table().base_salary(on)


def award_money(honour: str, subject: str, on: date) -> int:
    """Tiền thưởng in đồng of an honour decided on the day (152/2025/NĐ-CP Điều 49).

    Raises NoAmount when the law names no sum, e.g. before 1/10/2017.
    """
    return money_table().money(honour, subject, on).amount
