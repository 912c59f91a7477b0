"""What a person was put forward for: the own results only."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from thidua.awards.models import Nomination
from thidua.core.law.honours import honour
from thidua.core.workflow.dossier import PROCESS
from thidua.core.workflow.machine import State
from thidua.web.dossiers.detail_page import council_result
from thidua.web.dossiers.words import OUTCOMES, Label


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Một lần được đề nghị."""

    url: str
    year: str
    honour: str
    state: State
    outcome: Label
    result: Label | None


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Các lần được đề nghị khen thưởng của tôi."""

    rows: tuple[OwnRow, ...]


def build_own(nominations: QuerySet[Nomination]) -> OwnPage:
    """One row per nomination, newest year first (one query)."""
    return OwnPage(tuple(_row(row) for row in nominations))


def _row(row: Nomination) -> OwnRow:
    return OwnRow(
        url=reverse("web:nomination", args=[row.pk]),
        year=row.dossier.year,
        honour=honour(row.honour).name,
        state=PROCESS.by_code[row.dossier.state],
        outcome=OUTCOMES[row.outcome],
        result=council_result(row.is_carried),
    )
