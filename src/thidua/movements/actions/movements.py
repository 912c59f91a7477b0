"""Drafting, editing, answering and closing movements (M1-M4)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.vietnamese.folding import fold
from thidua.core.workflow import movement as process
from thidua.journal.actions.entries import record
from thidua.movements.actions.errors import MovementError
from thidua.movements.actions.filling import copy_parts, fill_from_draft
from thidua.movements.models import Movement, PlanReading
from thidua.movements.queries.visible import list_possible_parents
from thidua.orgs.models import Unit
from thidua.records.actions.documents import EditConflict
from thidua.records.models import Dispatch


@dataclass(frozen=True, slots=True)
class MovementDetails:
    """Thông tin phong trào. `ends_before` is the first day after it; `parent_id` the superior's movement that it answers."""

    name: str
    kind: str
    period_kind: str
    starts_on: date
    ends_before: date
    theme: str = ""
    purpose: str = ""
    contents: str = ""
    measures: str = ""
    parent_id: int | None = None


def _fill(movement: Movement, details: MovementDetails) -> None:
    if details.ends_before <= details.starts_on:
        raise MovementError("Ngày kết thúc phải sau ngày bắt đầu.")
    movement.name, movement.search_name = details.name[:400], fold(details.name)[:400]
    movement.kind, movement.period_kind = details.kind, details.period_kind
    movement.starts_on, movement.ends_before = details.starts_on, details.ends_before
    movement.theme, movement.purpose = details.theme, details.purpose
    movement.contents, movement.measures = details.contents, details.measures
    parent_id = details.parent_id
    is_new = parent_id is not None and parent_id != movement.parent_id
    if is_new and not list_possible_parents(movement.unit_id).filter(pk=parent_id or 0).exists():
        raise MovementError(
            "Phong trào cấp trên đã chọn chưa được gửi đến đơn vị, hoặc đơn vị đã có kế hoạch hưởng ứng."
        )
    movement.parent_id = details.parent_id


@transaction.atomic
def draft(*, unit: Unit, details: MovementDetails, by: Actor, at: datetime) -> Movement:
    """Begin a movement without a file. Raises MovementError for a wrong period or parent."""
    movement = Movement(unit=unit, created_at=at)
    _fill(movement, details)
    movement.save()
    record(code="movements.movement.draft", target=movement, unit_id=unit.pk, name=movement.name, by=by, at=at)
    return movement


@transaction.atomic
def confirm(*, reading: PlanReading, details: MovementDetails, version: int, by: Actor, at: datetime) -> Movement:
    """Make the movement out of the reviewed draft; a second time gives the movement made before.

    Raises EditConflict when the draft was changed since `version` was read, MovementError when it was discarded.
    """
    row = PlanReading.objects.select_for_update().get(pk=reading.pk)
    if row.state == PlanReading.State.CONFIRMED:
        return Movement.objects.get(reading=row)
    if row.state == PlanReading.State.DISCARDED:
        raise MovementError("Kế hoạch này đã bị bỏ nên không lập được phong trào.")
    if row.version != version:
        raise EditConflict
    movement = Movement(unit_id=row.unit_id, reading=row, created_at=at)
    _fill(movement, details)
    movement.save()
    fill_from_draft(movement, row.draft, at)
    row.state = PlanReading.State.CONFIRMED
    row.save(update_fields=["state"])
    record(
        code="movements.movement.draft", target=movement, unit_id=row.unit_id, name=movement.name, reading=row.pk,
        by=by, at=at,
    )  # fmt: skip
    return movement


@transaction.atomic
def answer(*, parent: Movement, unit: Unit, by: Actor, at: datetime) -> Movement:
    """Begin the unit's own plan from the superior's: bases, theme, targets and deadlines inherited; to be adapted.

    A second time gives the one begun before. Raises MovementError when the plan was not sent to the unit.
    """
    above = Movement.objects.select_for_update().get(pk=parent.pk)
    known = Movement.objects.filter(parent=above, unit=unit).first()
    if known:
        return known
    if above.plan_id is None or not Dispatch.objects.filter(document_id=above.plan_id, unit=unit).exists():
        raise MovementError("Kế hoạch này không được gửi đến đơn vị nên không lập kế hoạch hưởng ứng được.")
    movement = Movement(unit=unit, created_at=at)
    for name in (
        "name", "search_name", "theme", "purpose", "contents", "measures", "kind", "period_kind", "starts_on",
        "ends_before",
    ):  # fmt: skip
        setattr(movement, name, getattr(above, name))
    movement.parent = above
    movement.save()
    copy_parts(above, movement)
    record(
        code="movements.movement.answer", target=movement, unit_id=unit.pk, name=movement.name, parent=above.pk,
        by=by, at=at,
    )  # fmt: skip
    return movement


def lock_draft(movement: Movement, version: int) -> Movement:
    """The movement's row, locked, if it is still a draft and nobody saved since `version`; for actions on its content."""
    row = Movement.objects.select_for_update().get(pk=movement.pk)
    if row.state != Movement.State.DRAFT:
        raise MovementError("Phong trào đã phát động nên nội dung không sửa được nữa.")
    if row.version != version:
        raise EditConflict
    return row


@transaction.atomic
def edit(*, movement: Movement, details: MovementDetails, version: int, by: Actor, at: datetime) -> Movement:
    """Change a draft. Raises EditConflict or MovementError."""
    row = lock_draft(movement, version)
    _fill(row, details)
    row.version += 1
    row.save()
    record(code="movements.movement.edit", target=row, unit_id=row.unit_id, name=row.name, by=by, at=at)
    return row


@transaction.atomic
def close(*, movement: Movement, on: date, by: Actor, at: datetime) -> Movement:
    """End a launched movement after its period.

    Raises MovementError while the period lasts, WrongState when it is not launched.
    """
    row = Movement.objects.select_for_update().get(pk=movement.pk)
    state = process.PROCESS.move("close", row.state)
    if on < row.ends_before:
        last = date.fromordinal(row.ends_before.toordinal() - 1)
        raise MovementError(f"Phong trào kéo dài đến hết ngày {last:%d/%m/%Y} nên chưa kết thúc được.")
    row.state = state
    row.version += 1
    row.save(update_fields=["state", "version"])
    record(code="movements.movement.close", target=row, unit_id=row.unit_id, by=by, at=at)
    return row
