"""Thẩm quyền quyết định: who decides an honour, by unit, managing body and date of the decision. Data: authority.yaml."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from thidua.core.law.loader import DATA, load
from thidua.core.law.spans import read_span, rules_on


@dataclass(frozen=True, slots=True)
class Authority:
    """Chức vụ quyết định: `post_vi` in words; `level` is school, commune, district, department, province, ministry,
    prime_minister or president. `also` = a further post with the same power.
    """

    post_vi: str
    level: str
    basis: tuple[str, ...]
    also: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    honours: tuple[str, ...]
    kinds: tuple[str, ...]
    managed_by: tuple[str, ...]
    valid_from: date
    ends_before: date | None
    authority: Authority

    def fits(self, honour: str, kind: str | None, managed_by: str | None, on: date) -> bool:
        return (
            honour in self.honours
            and rules_on(self, on)
            and (not self.kinds or kind in self.kinds)
            and (not self.managed_by or managed_by in self.managed_by)
        )


Lines = tuple[_Line, ...]


def load_authority(root: Path = DATA) -> Lines:
    """The lines of `root`/authority.yaml in file order."""
    return tuple(
        _Line(
            tuple(record["honours"]),
            tuple(record.get("kinds", ())),
            tuple(record.get("managed_by", ())),
            *read_span(record, f"authority.yaml: {record['post']}"),
            Authority(record["post"], record["level"], tuple(record["basis"]), record.get("also", False)),
        )
        for record in load("authority", root)
    )


@cache
def _shipped() -> Lines:
    return load_authority()


def deciding_authorities(
    honour: str, unit_kind: str | None, managed_by: str | None, on: date, lines: Lines | None = None
) -> tuple[Authority, ...]:
    """All posts that may decide, the regular one first; empty when the unit is not known well enough."""
    fitting = [
        line.authority
        for line in (_shipped() if lines is None else lines)
        if line.fits(honour, unit_kind, managed_by, on)
    ]
    return tuple([post for post in fitting if not post.also][:1] + [post for post in fitting if post.also])


def deciding_authority(honour: str, unit_kind: str | None, managed_by: str | None, on: date) -> Authority | None:
    """The regular deciding post on the day; None when the unit is not known well enough.

    Schools managed by a district are decided by their commune from 1/7/2025 (129/2025/NĐ-CP Điều 59).
    """
    return next(iter(deciding_authorities(honour, unit_kind, managed_by, on)), None)
