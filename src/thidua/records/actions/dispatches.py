"""Sending documents to units; receipt and acknowledgement (M4, P6)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.journal.actions.entries import record
from thidua.records.actions.documents import DocumentError
from thidua.records.models import Dispatch, OfficialDocument


@transaction.atomic
def send(
    *,
    document: OfficialDocument,
    unit_ids: Iterable[int],
    respond_by: date | None = None,
    note: str = "",
    by: Actor,
    at: datetime,
) -> list[Dispatch]:
    """Send an issued document to units; those that have it already are left as they are.

    Raises DocumentError when it is still a draft.
    """
    row = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    if row.state != OfficialDocument.State.ISSUED:
        raise DocumentError("Văn bản chưa ban hành nên chưa gửi được.")
    known = set(row.dispatches.values_list("unit_id", flat=True))
    new = [
        Dispatch(document=row, unit_id=unit_id, respond_by=respond_by, note=note, sent_at=at)
        for unit_id in dict.fromkeys(unit_ids)
        if unit_id not in known
    ]
    sent = Dispatch.objects.bulk_create(new)
    record(
        code="records.dispatch.send",
        target=row,
        unit_id=row.unit_id,
        units=[each.unit_id for each in sent],
        by=by,
        at=at,
    )
    return sent


@transaction.atomic
def receive(*, dispatch: Dispatch, by: Actor, at: datetime) -> Dispatch:
    """Note that the receiving unit opened the document; a second time changes nothing."""
    row = Dispatch.objects.select_for_update().get(pk=dispatch.pk)
    if row.received_at is None:
        row.received_at = at
        row.save(update_fields=["received_at"])
        record(code="records.dispatch.receive", target=row.document, unit_id=row.unit_id, by=by, at=at)
    return row


@transaction.atomic
def acknowledge(*, dispatch: Dispatch, by: Actor, at: datetime) -> Dispatch:
    """Confirm receipt on purpose; a second time changes nothing."""
    row = Dispatch.objects.select_for_update().get(pk=dispatch.pk)
    if row.acknowledged_at is None:
        row.received_at = row.received_at or at
        row.acknowledged_at, row.acknowledged_by_id = at, by.id
        row.save(update_fields=["received_at", "acknowledged_at", "acknowledged_by_id"])
        record(code="records.dispatch.acknowledge", target=row.document, unit_id=row.unit_id, by=by, at=at)
    return row


@transaction.atomic
def remind(*, dispatches: Iterable[Dispatch], by: Actor, at: datetime) -> int:
    """Note a reminder to the units that are late; returns how many were reminded."""
    ids = [row.pk for row in dispatches]
    rows = list(Dispatch.objects.select_for_update().filter(pk__in=ids).select_related("document"))
    for row in rows:
        row.reminded_at = at
    Dispatch.objects.bulk_update(rows, ["reminded_at"])
    if rows:
        document = rows[0].document
        record(
            code="records.dispatch.remind", target=document, unit_id=document.unit_id,
            units=[row.unit_id for row in rows], by=by, at=at,
        )  # fmt: skip
    return len(rows)
