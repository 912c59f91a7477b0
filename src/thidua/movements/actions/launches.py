"""The plan of a movement and its launch: number, document, sending in one transaction (M2-M4, P5, P6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.workflow import movement as process
from thidua.journal.actions.entries import record
from thidua.movements.actions.errors import MovementError
from thidua.movements.actions.movements import lock_draft
from thidua.movements.facts import PlanHeader, draft_plan
from thidua.movements.models import Movement
from thidua.orgs.queries.units import list_subordinates
from thidua.records.actions import dispatches, documents
from thidua.records.actions.documents import EditConflict
from thidua.records.models import OfficialDocument


@dataclass(frozen=True, slots=True)
class LaunchOrder:
    """Lệnh phát động: to which units the plan goes, and by when they must have issued their own (None: not asked)."""

    unit_ids: tuple[int, ...]
    respond_by: date | None


def _write_plan(row: Movement, header: PlanHeader, by: Actor, at: datetime) -> OfficialDocument:
    draft = draft_plan(row, header)
    if row.plan is None:
        return documents.draft(unit=row.unit, draft=draft, by=by, at=at)
    return documents.revise(document=row.plan, draft=draft, version=row.plan.version, by=by, at=at)


@transaction.atomic
def save_plan(*, movement: Movement, header: PlanHeader, version: int, by: Actor, at: datetime) -> Movement:
    """Write the draft of the plan document from the movement as it stands.

    Raises EditConflict when the movement was changed since `version` was read, MovementError when it is launched.
    """
    row = lock_draft(movement, version)
    row.plan = _write_plan(row, header, by, at)
    row.version += 1
    row.save(update_fields=["plan", "version"])
    record(code="movements.plan.save", target=row, unit_id=row.unit_id, subject=header.subject, by=by, at=at)
    return row


def _check_units(row: Movement, order: LaunchOrder, on: date) -> None:
    if order.respond_by is not None and order.respond_by < on:
        raise MovementError("Hạn ban hành kế hoạch của đơn vị phải từ ngày phát động trở đi.")
    known = set(list_subordinates(row.unit_id, on).values_list("unit_id", flat=True))
    if not set(order.unit_ids) <= known:
        raise MovementError(
            "Có đơn vị được chọn không còn trực thuộc vào ngày phát động. Hãy tải lại trang và chọn lại."
        )


@transaction.atomic
def launch(
    *, movement: Movement, header: PlanHeader, order: LaunchOrder, version: int, on: date, by: Actor, at: datetime
) -> Movement:
    """Issue the plan, launch the movement and send the plan to the units chosen: all or nothing.

    Raises WrongState when it is launched already, EditConflict when it was changed since `version` was read, MovementError
    for units that are no subordinates on the day or a deadline before it.
    """
    row = Movement.objects.select_for_update().get(pk=movement.pk)
    state = process.PROCESS.move("launch", row.state)
    if row.version != version:
        raise EditConflict
    _check_units(row, order, on)
    plan = documents.issue(document=_write_plan(row, header, by, at), on=on, by=by, at=at)
    row.plan, row.state, row.launched_at = plan, state, at
    row.version += 1
    row.save(update_fields=["plan", "state", "launched_at", "version"])
    if order.unit_ids:
        dispatches.send(
            document=plan, unit_ids=order.unit_ids, respond_by=order.respond_by, note="Ban hành kế hoạch của đơn vị",
            by=by, at=at,
        )  # fmt: skip
    record(
        code="movements.movement.launch", target=row, unit_id=row.unit_id, plan=plan.code, units=len(order.unit_ids),
        respond_by=order.respond_by, by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def send_more(*, movement: Movement, order: LaunchOrder, on: date, by: Actor, at: datetime) -> int:
    """Send the plan of a launched movement to further units; returns how many had not got it yet."""
    row = Movement.objects.select_for_update().get(pk=movement.pk)
    if row.state != Movement.State.LAUNCHED or row.plan is None:
        raise MovementError("Chỉ gửi thêm được kế hoạch của phong trào đang thực hiện.")
    _check_units(row, order, on)
    sent = dispatches.send(
        document=row.plan, unit_ids=order.unit_ids, respond_by=order.respond_by, note="Ban hành kế hoạch của đơn vị",
        by=by, at=at,
    )  # fmt: skip
    record(code="movements.movement.send", target=row, unit_id=row.unit_id, units=len(sent), by=by, at=at)
    return len(sent)


@transaction.atomic
def remind(*, movement: Movement, dispatch_ids: Iterable[int], by: Actor, at: datetime) -> int:
    """Remind units of a plan that they have not answered; units that received no such plan are left out."""
    row = Movement.objects.select_for_update().get(pk=movement.pk)
    if row.plan is None or row.state != Movement.State.LAUNCHED:
        raise MovementError("Chỉ nhắc được đơn vị khi phong trào đang thực hiện.")
    answered = row.children.exclude(state=Movement.State.DRAFT).values("unit_id")
    rows = row.plan.dispatches.filter(pk__in=list(dispatch_ids)).exclude(unit_id__in=answered)
    count = dispatches.remind(dispatches=rows, by=by, at=at)
    record(code="movements.movement.remind", target=row, unit_id=row.unit_id, units=count, by=by, at=at)
    return count
