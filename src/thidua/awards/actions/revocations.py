"""Revoking an award (Luật TĐKT Điều 93): the body that gave it takes it back, with its money (N8)."""

from datetime import date, datetime

from django.db import transaction

from thidua.awards.actions.decisions import SERIES
from thidua.awards.errors import AwardsError
from thidua.awards.models import Award, Revocation
from thidua.awards.queries.decision_papers import write_revocation
from thidua.awards.queries.signing import get_signing
from thidua.core.access import Actor
from thidua.core.documents.parse import to_dict
from thidua.core.time.moments import day_of
from thidua.journal.actions.entries import record
from thidua.records.actions import documents
from thidua.records.actions.documents import DocumentDraft


@transaction.atomic
def revoke(*, award: Award, ground: str, explanation: str, on: date, by: Actor, at: datetime) -> Revocation:
    """Revoke one award with a numbered decision; it stays in every history, marked. A used initiative stays used.

    Raises AwardsError when it was revoked before, was decided outside the system, or the day does not fit.
    """
    row = Award.objects.select_for_update(of=("self",)).select_related("decision__unit").get(pk=award.pk)
    if Revocation.objects.filter(award=row).exists():
        raise AwardsError("Khen thưởng này đã bị thu hồi.")
    if row.decision is None:
        raise AwardsError(
            "Khen thưởng này được quyết định ngoài hệ thống; chỉ cơ quan đã ra quyết định mới huỷ bỏ được, bằng văn bản của mình."
        )
    if not row.decided_on <= on <= day_of(at):
        raise AwardsError(f"Ngày thu hồi phải từ ngày quyết định {row.decided_on:%d/%m/%Y} đến hôm nay.")
    if not explanation.strip():
        raise AwardsError("Hãy ghi diễn giải lý do thu hồi.")
    signing = get_signing(row.decision.unit_id, by.person_id, on)
    built = write_revocation(row, ground, explanation.strip(), signing, on)
    draft = DocumentDraft(
        kind=built.kind,
        symbol=built.symbol,
        subject=built.subject,
        content=to_dict(built),
        series=SERIES,
        signer_name=signing.signer.name,
        signer_position=signing.position,
    )
    document = documents.draft(unit=row.decision.unit, draft=draft, by=by, at=at)
    revocation = Revocation.objects.create(
        award=row,
        ground=ground,
        explanation=explanation.strip(),
        document=documents.issue(document=document, on=on, by=by, at=at),
        revoked_on=on,
        money_to_recover=row.money or 0,
    )
    record(
        code="awards.award.revoke", target=row, unit_id=row.decision.unit_id, reason=explanation.strip(), ground=ground,
        number=revocation.document.code, money_to_recover=revocation.money_to_recover, by=by, at=at,
    )  # fmt: skip
    return revocation
