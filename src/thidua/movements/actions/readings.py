"""Bringing a plan in, correcting what was read from it, discarding it (P3)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from thidua.adapters.text import extract_text
from thidua.core.access import Actor
from thidua.core.plans.acts import known_acts
from thidua.core.plans.draft import StaleSection, begin_draft, replace_items
from thidua.core.plans.sections import BY_CODE
from thidua.core.reading.reader import read_text
from thidua.journal.actions.entries import record
from thidua.movements.actions.errors import MovementError
from thidua.movements.models import PlanReading
from thidua.orgs.models import Unit
from thidua.records.actions import files


def upload(*, data: bytes, name: str, unit: Unit, by: Actor, at: datetime) -> PlanReading:
    """Keep the file, read it and begin a draft.

    Raises FileError (empty, too large) or UnreadableFile (no text, wrong encoding, password); then nothing is stored.
    """
    files.check_size(data, name)
    reading = read_text(extract_text(data, name), known_acts())
    proposal = reading.as_dict()
    return _store(data, name, unit, reading.text, proposal, by, at)


@transaction.atomic
def _store(
    data: bytes, name: str, unit: Unit, text: str, proposal: dict[str, Any], by: Actor, at: datetime
) -> PlanReading:
    stored = files.store(data=data, name=name, unit=unit, by=by, at=at)
    row = PlanReading.objects.create(
        unit=unit, file=stored, text=text, proposal=proposal, draft=begin_draft(proposal), created_at=at
    )
    record(code="movements.reading.upload", target=row, unit_id=unit.pk, name=stored.name, by=by, at=at)
    return row


def _lock(reading: PlanReading) -> PlanReading:
    row = PlanReading.objects.select_for_update().get(pk=reading.pk)
    if row.state == PlanReading.State.CONFIRMED:
        raise MovementError("Kế hoạch này đã được lập thành phong trào. Hãy sửa trên trang phong trào.")
    if row.state == PlanReading.State.DISCARDED:
        raise MovementError("Kế hoạch này đã bị bỏ. Hãy tải lại tệp nếu vẫn cần.")
    return row


@transaction.atomic
def save_section(
    *,
    reading: PlanReading,
    section: str,
    items: Iterable[dict[str, Any]],
    version: int,
    reviewed: bool,
    by: Actor,
    at: datetime,
) -> PlanReading:
    """Keep one section of the draft as the person left it; `version` is the section's version when it was read.

    Raises StaleSection (with the other person's name) when somebody saved something else meanwhile, MovementError when
    the review is over.
    """
    row = _lock(reading)
    saved_at = timezone.localtime(at).isoformat(timespec="minutes")
    row.draft = replace_items(
        row.draft, section, items, version=version, reviewed=reviewed, saved_by=by.name, saved_at=saved_at
    )
    row.version += 1
    row.save(update_fields=["draft", "version"])
    record(
        code="movements.reading.save", target=row, unit_id=row.unit_id, section=BY_CODE[section].title,
        reviewed=reviewed, by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def discard(*, reading: PlanReading, reason: str, by: Actor, at: datetime) -> PlanReading:
    """Give up a review; the file and the draft stay in the archive. Raises MovementError when it is over already."""
    row = _lock(reading)
    row.state = PlanReading.State.DISCARDED
    row.save(update_fields=["state"])
    record(code="movements.reading.discard", target=row, unit_id=row.unit_id, reason=reason, by=by, at=at)
    return row


__all__ = ["StaleSection", "discard", "save_section", "upload"]
