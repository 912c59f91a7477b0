"""Reporting figures with their fraction and evidence; a correction keeps what was reported before (T3)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from thidua.core.access import Actor
from thidua.journal.actions.entries import record
from thidua.movements.actions.targets import TargetError
from thidua.movements.models import Figure, Target
from thidua.orgs.models import Unit
from thidua.records.models import StoredFile

SHARE = "%"


@dataclass(frozen=True, slots=True)
class FigureReport:
    """Số liệu báo cáo: shares by numerator and denominator, counts by value."""

    as_of: date
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    note: str = ""


def check_report(target: Target, report: FigureReport) -> None:
    """Raise TargetError when the figure cannot be one of this target."""
    if target.unit == SHARE:
        if report.numerator is None or report.denominator is None:
            raise TargetError("Chỉ tiêu tỷ lệ cần cả tử số và mẫu số để cộng dồn đúng lên cấp trên.")
        if report.denominator <= 0 or report.numerator < 0:
            raise TargetError("Mẫu số phải lớn hơn 0 và tử số không được âm.")
    elif report.value is None or report.value < 0:
        raise TargetError("Hãy nhập số lượng đạt được, từ 0 trở lên.")


@transaction.atomic
def report(
    *, target: Target, unit: Unit, report: FigureReport, evidence: StoredFile | None = None, by: Actor, at: datetime
) -> Figure:
    """Report a figure of a unit; the same figure again changes nothing.

    Raises TargetError when the target is not the unit's, the movement is closed, or the figure does not fit.
    """
    row = Target.objects.select_for_update().select_related("movement").get(pk=target.pk)
    if row.movement.state == row.movement.State.CLOSED:
        raise TargetError("Phong trào đã kết thúc nên không nhận thêm số liệu.")
    if not row.allotments.filter(unit=unit).exists():
        raise TargetError("Chỉ tiêu này chưa được giao cho đơn vị.")
    check_report(row, report)
    is_share = row.unit == SHARE
    new = Figure(
        target=row,
        unit=unit,
        as_of=report.as_of,
        numerator=report.numerator if is_share else None,
        denominator=report.denominator if is_share else None,
        value=None if is_share else report.value,
        note=report.note,
        evidence=evidence,
        reported_at=at,
        reported_by_id=by.id,
    )
    before = Figure.objects.filter(target=row, unit=unit, is_current=True).first()
    if before is not None:
        if evidence is None and _same(before, new):
            return before
        before.is_current = False
        before.save(update_fields=["is_current"])
    new.save()
    record(
        code="movements.figure.correct" if before else "movements.figure.report", target=row, unit_id=unit.pk,
        reason=report.note, numerator=new.numerator, denominator=new.denominator, value=new.value, as_of=new.as_of,
        by=by, at=at,
    )  # fmt: skip
    return new


def _same(before: Figure, new: Figure) -> bool:
    fields = ("as_of", "numerator", "denominator", "value", "note")
    return all(getattr(before, name) == getattr(new, name) for name in fields)
