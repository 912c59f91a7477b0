"""The way of a dossier: drawn up, submitted, returned or accepted (N1-N4)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thidua.awards.errors import AwardsError, EditConflict
from thidua.awards.facts.letters import draft_submission
from thidua.awards.facts.review import Review, review
from thidua.awards.models import Dossier, Nomination, Stream
from thidua.core.access import Actor
from thidua.core.time.moments import day_of
from thidua.core.time.years import parse_year
from thidua.core.vietnamese.folding import fold
from thidua.core.workflow import WrongState
from thidua.core.workflow.dossier import PROCESS
from thidua.journal.actions.entries import record
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.records.actions import dispatches, documents

EDITABLE = frozenset({Dossier.State.DRAFT, Dossier.State.RETURNED})


@dataclass(frozen=True, slots=True)
class DossierDescription:
    """Thông tin chung của hồ sơ. `year` is a label such as 2025-2026."""

    title: str
    year: str
    stream: str
    deciding_unit: Unit
    movement: Movement | None = None


def lock(dossier: Dossier, version: int | None = None) -> Dossier:
    """The dossier's row, locked for this transaction. Raises EditConflict when it is newer than the `version` a person read."""
    row = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if version is not None and row.version != version:
        raise EditConflict
    return row


def lock_editable(dossier: Dossier, version: int | None = None) -> Dossier:
    """As `lock`, and the unit may still change it. Raises AwardsError otherwise."""
    row = lock(dossier, version)
    if row.state not in EDITABLE:
        title = PROCESS.by_code[row.state].title
        raise AwardsError(
            f"Hồ sơ đang ở trạng thái “{title}” nên không sửa được. Hãy rút hồ sơ về hoặc chờ cơ quan thẩm định trả lại."
        )
    return row


def touch(row: Dossier, at: datetime, *fields: str) -> None:
    """Save the fields and note that the dossier changed."""
    row.version += 1
    row.updated_at = at
    row.save(update_fields=[*fields, "version", "updated_at"])


@transaction.atomic
def create(*, unit: Unit, description: DossierDescription, by: Actor, at: datetime) -> Dossier:
    """Begin a dossier of the unit. Raises AwardsError when a thematic one names no movement, ValueError for what is no year."""
    row = Dossier(unit=unit, created_at=at, updated_at=at)
    _fill(row, description)
    row.save()
    record(
        code="awards.dossier.create", target=row, unit_id=unit.pk, title=row.title, year=row.year,
        deciding_unit=row.deciding_unit_id, by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def revise(*, dossier: Dossier, description: DossierDescription, version: int, by: Actor, at: datetime) -> Dossier:
    """Change title, year, stream, movement or addressee of a dossier that the person read as `version`.

    Raises EditConflict or AwardsError.
    """
    row = lock_editable(dossier, version)
    before = {"title": row.title, "year": row.year, "deciding_unit": row.deciding_unit_id}
    _fill(row, description)
    touch(row, at, "title", "search_title", "year", "stream", "movement", "deciding_unit")
    record(code="awards.dossier.revise", target=row, unit_id=row.unit_id, before=before, by=by, at=at)
    return row


@transaction.atomic
def discard(*, dossier: Dossier, reason: str, by: Actor, at: datetime) -> None:
    """Remove a draft that was never submitted; the journal keeps that it was there. Raises AwardsError otherwise."""
    row = lock_editable(dossier)
    if row.submission_id is not None or row.state != Dossier.State.DRAFT:
        raise AwardsError("Hồ sơ đã từng được trình nên phải giữ lại. Hãy bỏ các đề nghị không cần nữa.")
    count = row.nominations.count()
    record(
        code="awards.dossier.discard", target=row, unit_id=row.unit_id, title=row.title, nominations=count,
        reason=reason, by=by, at=at,
    )  # fmt: skip
    row.delete()


@transaction.atomic
def submit(*, dossier: Dossier, version: int, accept_missing: bool = False, by: Actor, at: datetime) -> Dossier:
    """Hold every nomination against the law of today, issue the submission letter and send the dossier up.

    A paper still missing stops it unless `accept_missing`. The day counts as the day of receipt, by which the standard is chosen.
    Raises AwardsError with every reason (nobody nominated, somebody not eligible or suspended, papers missing), WrongState.
    """
    row = lock(dossier, version)
    row.state = PROCESS.move("submit", row.state)
    on = day_of(at)
    row.received_on = on
    seen = review(row, today=on)
    _refuse(seen, accept_missing)
    keep_verdicts(seen, at)
    draft = draft_submission(row, enclosures=tuple(part.name for part in seen.parts if part.is_there), by=by, on=on)
    letter = documents.draft(unit=row.unit, draft=draft, by=by, at=at)
    letter = documents.issue(document=letter, on=on, by=by, at=at)
    if row.deciding_unit_id != row.unit_id:
        dispatches.send(document=letter, unit_ids=[row.deciding_unit_id], note="Đề nghị khen thưởng", by=by, at=at)
    row.submission, row.submitted_at, row.return_reason = letter, at, ""
    touch(row, at, "state", "received_on", "submission", "submitted_at", "return_reason")
    record(
        code="awards.dossier.submit", target=row, unit_id=row.unit_id, number=letter.code,
        nominations=len(seen.nominations), missing=[part.name for part in seen.parts if not part.is_there], by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def withdraw(*, dossier: Dossier, reason: str, by: Actor, at: datetime) -> Dossier:
    """The unit takes a submitted dossier back to change it. Raises AwardsError without a reason, WrongState."""
    return _send_to_unit(dossier, "withdraw", "awards.dossier.withdraw", reason, by, at)


@transaction.atomic
def send_back(*, dossier: Dossier, reason: str, version: int, by: Actor, at: datetime) -> Dossier:
    """The appraiser returns the dossier for supplement. Raises EditConflict, AwardsError without a reason, WrongState."""
    lock(dossier, version)
    return _send_to_unit(dossier, "return", "awards.dossier.return", reason, by, at)


@transaction.atomic
def accept(*, dossier: Dossier, version: int, by: Actor, at: datetime) -> Dossier:
    """Accept the dossier after appraisal, under the law of the day it was received.

    Raises AwardsError naming every candidate that is not eligible or suspended by now, EditConflict, WrongState.
    """
    row = lock(dossier, version)
    row.state = PROCESS.move("accept", row.state)
    seen = review(row, today=day_of(at))
    _refuse(seen, accept_missing=True)
    keep_verdicts(seen, at)
    touch(row, at, "state")
    record(
        code="awards.dossier.accept", target=row, unit_id=row.deciding_unit_id, nominations=len(seen.nominations),
        by=by, at=at,
    )  # fmt: skip
    return row


def keep_verdicts(seen: Review, at: datetime) -> None:
    """Store the summary of what was just held against the law."""
    for row in seen.nominations:
        found = seen.assessed[row.pk]
        row.outcome, row.verdict, row.checked_at = found.outcome, found.as_dict(), at
    Nomination.objects.bulk_update(seen.nominations, ["outcome", "verdict", "checked_at"], batch_size=200)


def _fill(row: Dossier, description: DossierDescription) -> None:
    if description.stream == Stream.THEMATIC and description.movement is None:
        raise AwardsError("Khen thưởng theo chuyên đề cần chọn phong trào thi đua.")
    row.title = " ".join(description.title.split())[:300]
    row.search_title = fold(row.title)
    row.year = parse_year(description.year).label
    row.stream = description.stream
    row.movement = description.movement
    row.deciding_unit = description.deciding_unit


def _refuse(seen: Review, accept_missing: bool) -> None:
    reasons = list(seen.obstacles)
    missing = [part.name for part in seen.parts if not part.is_there]
    if missing and not accept_missing:
        reasons.append(f"Hồ sơ còn thiếu: {'; '.join(missing)}. Hãy bổ sung, hoặc xác nhận trình khi còn thiếu.")
    if reasons:
        raise AwardsError(*reasons)


def _send_to_unit(dossier: Dossier, step: str, code: str, reason: str, by: Actor, at: datetime) -> Dossier:
    """Back to the unit: it is no longer received, so the day of receipt will be that of the next submission."""
    row = lock(dossier)
    row.state = PROCESS.move(step, row.state)
    words = reason.strip()
    if not words:
        raise AwardsError("Hãy ghi lý do để đơn vị biết cần làm gì.")
    row.received_on = None
    row.return_reason = words if step == "return" else ""
    touch(row, at, "state", "received_on", "return_reason")
    unit_id = row.deciding_unit_id if step == "return" else row.unit_id
    record(code=code, target=row, unit_id=unit_id, reason=words, by=by, at=at)
    return row


__all__ = [
    "DossierDescription", "WrongState", "accept", "create", "discard", "keep_verdicts", "lock", "lock_editable", "revise",
    "send_back", "submit", "touch", "withdraw",
]  # fmt: skip
