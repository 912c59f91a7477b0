"""Thành phần hồ sơ by honour, subject and date of the dossier. Data: dossiers.yaml."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from thidua.core.law.loader import DATA, load
from thidua.core.law.spans import first_on, read_span


@dataclass(frozen=True, slots=True)
class _Reports:
    """Names of the achievement report's template by subject, for a span."""

    valid_from: date
    ends_before: date | None
    by_subject: dict[str, str]


@dataclass(frozen=True, slots=True)
class DossierTable:
    """Everything of dossiers.yaml, ready to be asked."""

    reports: tuple[_Reports, ...]
    parts: dict[str, tuple[str, ...]]

    def parts_of(self, honour: str, subject: str, on: date) -> tuple[str, ...]:
        reports = first_on(self.reports, on)
        report = reports.by_subject[subject] if reports else ""
        return tuple(part.replace("{report}", report) for part in self.parts.get(honour, ()))


def load_dossiers(root: Path = DATA) -> DossierTable:
    """The table of `root`/dossiers.yaml."""
    data = load("dossiers", root)
    reports = tuple(_Reports(*read_span(record, "dossiers.yaml: reports"), record) for record in data["reports"])
    parts = {code: tuple(record["parts"]) for record in data["dossiers"] for code in record["honours"]}
    return DossierTable(reports, parts)


@cache
def _shipped() -> DossierTable:
    return load_dossiers()


def dossier_parts(honour: str, subject: str, on: date) -> tuple[str, ...]:
    """Vietnamese names of the papers a dossier needs when it is received on the day."""
    return _shipped().parts_of(honour, subject, on)
