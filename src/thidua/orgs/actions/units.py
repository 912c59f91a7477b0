"""Founding, renaming, moving and dissolving units; history stays true as of its date (G1)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.vietnamese.folding import fold
from thidua.journal.actions.entries import record
from thidua.orgs.models import Area, Unit, UnitKind, UnitSpan


class UnitError(Exception):
    """The change would contradict the unit's history; the message says how in Vietnamese."""


@dataclass(frozen=True, slots=True)
class UnitDescription:
    """Thông tin đơn vị in one span. `symbol` is the abbreviation used in document symbols, `place` the place name printed."""

    name: str
    kind: UnitKind
    symbol: str
    place: str
    managing_body_id: int | None = None
    professional_body_id: int | None = None
    area: Area = Area.NORMAL


def _path(unit_id: int, above_id: int | None, on: date, field: str) -> str:
    if above_id is None:
        return f"/{unit_id}/"
    above = UnitSpan.objects.filter(unit_id=above_id, starts_on__lte=on).order_by("-starts_on").first()
    if above is None or (above.ends_before and above.ends_before <= on):
        raise UnitError(f"Đơn vị cấp trên không hoạt động vào ngày {on:%d/%m/%Y}. Hãy chọn đơn vị khác.")
    path: str = getattr(above, field)
    if f"/{unit_id}/" in path:
        raise UnitError("Đơn vị cấp trên đang thuộc chính đơn vị này. Hãy chọn đơn vị khác.")
    return f"{path}{unit_id}/"


def _new_span(unit: Unit, description: UnitDescription, starts_on: date) -> UnitSpan:
    professional = description.professional_body_id or description.managing_body_id
    return UnitSpan.objects.create(
        unit=unit,
        name=description.name,
        search_name=fold(description.name),
        kind=description.kind,
        symbol=description.symbol,
        place=description.place,
        area=description.area,
        managing_body_id=description.managing_body_id,
        professional_body_id=description.professional_body_id,
        path=_path(unit.pk, description.managing_body_id, starts_on, "path"),
        professional_path=_path(unit.pk, professional, starts_on, "professional_path"),
        starts_on=starts_on,
    )


@transaction.atomic
def found(*, code: str, description: UnitDescription, starts_on: date, by: Actor, at: datetime) -> Unit:
    """Create a unit with its first span. Raises UnitError when the code is taken or a superior does not exist on the day."""
    if Unit.objects.filter(code=code).exists():
        raise UnitError(f"Mã đơn vị “{code}” đã có. Hãy chọn mã khác.")
    unit = Unit.objects.create(code=code)
    span = _new_span(unit, description, starts_on)
    record(code="orgs.unit.found", target=unit, unit_id=unit.pk, name=span.name, starts_on=starts_on, by=by, at=at)
    return unit


@transaction.atomic
def change(
    *, unit: Unit, description: UnitDescription, starts_on: date, reason: str, by: Actor, at: datetime
) -> UnitSpan:
    """Rename, move or re-classify from a day on: the present span ends there and a new one begins.

    Units below follow the move. Raises UnitError when a later span exists or the unit is dissolved.
    """
    last = UnitSpan.objects.select_for_update().filter(unit=unit).latest("starts_on")
    if last.ends_before is not None or last.starts_on >= starts_on:
        raise UnitError("Đơn vị đã giải thể hoặc đã có thay đổi từ ngày này trở đi. Hãy kiểm tra lại ngày hiệu lực.")
    last.ends_before = starts_on
    last.save(update_fields=["ends_before"])
    span = _new_span(unit, description, starts_on)
    _move_below(last, span, starts_on)
    record(
        code="orgs.unit.change", target=unit, unit_id=unit.pk, reason=reason, before=last.name, after=span.name,
        starts_on=starts_on, by=by, at=at,
    )  # fmt: skip
    return span


def _move_below(old: UnitSpan, new: UnitSpan, on: date) -> None:
    """Give open spans below new paths from the day on, keeping the old ones for the time before."""
    if (old.path, old.professional_path) == (new.path, new.professional_path):
        return
    open_spans = UnitSpan.objects.filter(ends_before=None).exclude(unit_id=new.unit_id)
    mark = f"/{new.unit_id}/"
    for span in open_spans.filter(path__contains=mark) | open_spans.filter(professional_path__contains=mark):
        path = span.path.replace(old.path, new.path) if mark in span.path else span.path
        professional = (
            span.professional_path.replace(old.professional_path, new.professional_path)
            if mark in span.professional_path
            else span.professional_path
        )
        if span.starts_on < on:
            span.ends_before = on
            span.save(update_fields=["ends_before"])
            span.pk, span.starts_on, span.ends_before = None, on, None
            span._state.adding = True
        span.path, span.professional_path = path, professional
        span.save()


@transaction.atomic
def dissolve(*, unit: Unit, ends_before: date, reason: str, by: Actor, at: datetime) -> None:
    """End the unit's last span. Raises UnitError when it is dissolved already."""
    last = UnitSpan.objects.select_for_update().filter(unit=unit).latest("starts_on")
    if last.ends_before is not None:
        raise UnitError("Đơn vị này đã giải thể.")
    last.ends_before = ends_before
    last.save(update_fields=["ends_before"])
    record(
        code="orgs.unit.dissolve", target=unit, unit_id=unit.pk, reason=reason, ends_before=ends_before, by=by, at=at
    )
