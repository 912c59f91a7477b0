"""Following a movement: tasks done, findings settled (M8, P4)."""

from datetime import date, datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.journal.actions.entries import record
from thidua.movements.actions.errors import MovementError
from thidua.movements.models import Movement, PlanFinding, Task


@transaction.atomic
def finish_task(*, task: Task, on: date | None, note: str, by: Actor, at: datetime) -> Task:
    """Note that a task was done on a day, or (None) that it is open again; the same again changes nothing.

    Raises MovementError before the launch and after the end of the movement.
    """
    row = Task.objects.select_for_update().select_related("movement").get(pk=task.pk)
    if row.movement.state != Movement.State.LAUNCHED:
        raise MovementError("Chỉ theo dõi được nhiệm vụ khi phong trào đang thực hiện.")
    if on is not None and row.done_on is not None:
        return row
    row.done_on, row.done_note = on, note[:300] if on else ""
    row.save(update_fields=["done_on", "done_note"])
    code = "movements.task.finish" if on else "movements.task.reopen"
    movement = row.movement
    record(code=code, target=movement, unit_id=movement.unit_id, task=row.text[:120], reason=note, by=by, at=at)
    return row


@transaction.atomic
def settle_finding(*, finding: PlanFinding, note: str, by: Actor, at: datetime) -> PlanFinding:
    """Say how a finding was dealt with. Raises MovementError without words, or when it was settled before."""
    if not note.strip():
        raise MovementError("Hãy ghi cách xử lý.")
    row = PlanFinding.objects.select_for_update().select_related("movement").get(pk=finding.pk)
    if row.settled_at is not None:
        raise MovementError("Điểm này đã được xử lý trước đó.")
    row.settled_note, row.settled_at = note.strip()[:300], at
    row.save(update_fields=["settled_note", "settled_at"])
    movement = row.movement
    record(
        code="movements.finding.settle", target=movement, unit_id=movement.unit_id, finding=row.why[:200],
        reason=row.settled_note, by=by, at=at,
    )  # fmt: skip
    return row
