"""Drawing up the minutes of a meeting and of its count, numbered in the council's own series (N5)."""

from datetime import datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.documents.builders.council_minutes import build_council_minutes
from thidua.core.documents.builders.count_minutes import build_count_minutes
from thidua.core.documents.model import Document
from thidua.core.documents.parse import to_dict
from thidua.core.time.moments import day_of
from thidua.core.workflow.meeting import CLOSED
from thidua.councils.actions.meetings import lock
from thidua.councils.errors import CouncilError
from thidua.councils.models import CouncilMeeting
from thidua.councils.queries.minutes import BALLOT, MinutesFacts, gather_minutes, write_count_minutes, write_minutes
from thidua.journal.actions.entries import record
from thidua.records.actions import documents
from thidua.records.actions.documents import DocumentDraft
from thidua.records.models import OfficialDocument


@transaction.atomic
def draw_up(*, meeting: CouncilMeeting, by: Actor, at: datetime) -> CouncilMeeting:
    """Write and number the minutes and, where papers were counted, the minutes of the count; a second time changes nothing.

    Raises CouncilError before the count.
    """
    row = lock(meeting)
    if row.state != CLOSED:
        raise CouncilError("Chỉ lập biên bản sau khi đã kiểm phiếu.")
    if row.minutes_id is not None:
        return row
    facts = gather_minutes(row)
    if any(item.method == BALLOT for item in facts.items):
        row.count_minutes = _issue(facts, build_count_minutes(write_count_minutes(facts)), by, at)
    row.minutes = _issue(facts, build_council_minutes(write_minutes(facts)), by, at)
    row.save(update_fields=["minutes", "count_minutes"])
    record(
        code="councils.minutes.draw_up", target=row, unit_id=row.council.unit_id, number=row.minutes.code, by=by, at=at
    )
    return row


def _issue(facts: MinutesFacts, built: Document, by: Actor, at: datetime) -> OfficialDocument:
    council = facts.meeting.council
    draft = DocumentDraft(
        kind=built.kind,
        symbol=built.symbol,
        subject=built.subject,
        content=to_dict(built),
        series=council.symbol[:20],
        signer_name=facts.chair.person.full_name,
        signer_position=f"{facts.chair.get_role_display()} Hội đồng",
    )
    document = documents.draft(unit=council.unit, draft=draft, by=by, at=at)
    return documents.issue(document=document, on=day_of(at), by=by, at=at)
