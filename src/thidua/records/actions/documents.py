"""Drafting and issuing official documents; numbers come from the register, without gap or duplicate (P6)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.vietnamese.folding import fold
from thidua.journal.actions.entries import record
from thidua.orgs.models import Unit
from thidua.records.models import OfficialDocument, Register


class DocumentError(Exception):
    """The document cannot be written or issued; the message says why in Vietnamese."""


class EditConflict(DocumentError):
    """Somebody else saved a newer version meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Người khác vừa lưu một bản mới hơn. Nội dung của bạn chưa được lưu; hãy tải lại và sửa trên bản mới."
        )


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """Nội dung dự thảo. `content` is the JSON of `core.documents` (number, date left blank); `series` names the number series."""

    kind: str
    symbol: str
    subject: str
    content: dict[str, Any]
    series: str = "VB"
    signer_name: str = ""
    signer_position: str = ""


def _fill(document: OfficialDocument, draft: DocumentDraft) -> None:
    document.kind, document.symbol, document.series = draft.kind, draft.symbol, draft.series
    document.subject, document.content = draft.subject[:600], draft.content
    document.signer_name, document.signer_position = draft.signer_name, draft.signer_position
    document.search_text = fold(f"{draft.symbol} {draft.subject}")


@transaction.atomic
def draft(*, unit: Unit, draft: DocumentDraft, by: Actor, at: datetime) -> OfficialDocument:
    """Begin a document of the unit."""
    document = OfficialDocument(unit=unit, created_at=at)
    _fill(document, draft)
    document.save()
    record(code="records.document.draft", target=document, unit_id=unit.pk, subject=document.subject, by=by, at=at)
    return document


@transaction.atomic
def revise(
    *, document: OfficialDocument, draft: DocumentDraft, version: int, by: Actor, at: datetime
) -> OfficialDocument:
    """Replace the content of a draft that the person read as `version`.

    Raises EditConflict when a newer version is stored, DocumentError when it is issued already.
    """
    row = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    if row.state != OfficialDocument.State.DRAFT:
        raise DocumentError("Văn bản đã ban hành nên không sửa được. Hãy ban hành văn bản thay thế.")
    if row.version != version:
        raise EditConflict
    _fill(row, draft)
    row.version += 1
    row.save()
    record(code="records.document.revise", target=row, unit_id=row.unit_id, version=row.version, by=by, at=at)
    return row


def _next_number(unit_id: int, series: str, year: int) -> int:
    register, _ = Register.objects.select_for_update().get_or_create(unit_id=unit_id, series=series, year=year)
    register.last_number += 1
    register.save(update_fields=["last_number"])
    return register.last_number


@transaction.atomic
def issue(*, document: OfficialDocument, on: date, by: Actor, at: datetime) -> OfficialDocument:
    """Number, date and close a draft; numbers restart on 1 January (Decree 30/2020 Đ.15).

    Raises DocumentError when it is issued already (a second click changes nothing).
    """
    row = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    if row.state == OfficialDocument.State.ISSUED:
        raise DocumentError(f"Văn bản đã được ban hành với số {row.code}.")
    row.number = _next_number(row.unit_id, row.series, on.year)
    row.year, row.issued_on, row.state = on.year, on, OfficialDocument.State.ISSUED
    row.content = {**row.content, "number": f"{row.number:02d}", "date": on.isoformat()}
    row.search_text = fold(f"{row.code} {row.subject}")
    row.save()
    record(code="records.document.issue", target=row, unit_id=row.unit_id, number=row.code, issued_on=on, by=by, at=at)
    return row
