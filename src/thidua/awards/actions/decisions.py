"""Preparing and issuing decisions; an issued decision makes the awards (N7)."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from thidua.awards.errors import AwardsError
from thidua.awards.models import Award, AwardDecision, Dossier, Initiative
from thidua.awards.queries.decision_papers import write_decision
from thidua.awards.queries.decisions import DraftRow, list_draft_rows, list_ready_dossiers, use_of
from thidua.awards.queries.signing import Signing, get_signing
from thidua.core.access import Actor
from thidua.core.documents.builders.decision import build_decision
from thidua.core.documents.model import Document
from thidua.core.documents.parse import to_dict
from thidua.core.time.moments import day_of
from thidua.core.verification import SPACE, make_code
from thidua.core.vietnamese.folding import fold
from thidua.core.workflow import decision as process
from thidua.core.workflow import dossier as dossier_process
from thidua.councils.models import CouncilMeeting
from thidua.journal.actions.entries import record
from thidua.orgs.models import Unit
from thidua.records.actions import documents
from thidua.records.actions.documents import DocumentDraft
from thidua.records.models import OfficialDocument

SERIES = "QĐ"


@transaction.atomic
def prepare(*, unit: Unit, title: str, dossiers: Iterable[Dossier], by: Actor, at: datetime) -> AwardDecision:
    """Draft a decision from voted dossiers of one year.

    Raises AwardsError when a dossier is not ready, stands in another draft, or the years differ.
    """
    Unit.objects.select_for_update().get(pk=unit.pk)
    chosen = _choose(unit.pk, dossiers, but=None)
    title = " ".join(title.split())
    decision = AwardDecision.objects.create(
        unit=unit,
        title=title,
        search_title=fold(title),
        year=chosen[0].year,
        meeting=_last_meeting(chosen),
        created_at=at,
    )
    decision.dossiers.set(chosen)
    record(
        code="awards.decision.prepare", target=decision, unit_id=unit.pk, title=decision.title,
        dossiers=[dossier.title for dossier in chosen], by=by, at=at,
    )  # fmt: skip
    return decision


@transaction.atomic
def revise(
    *, decision: AwardDecision, title: str, dossiers: Iterable[Dossier], by: Actor, at: datetime
) -> AwardDecision:
    """Change title and dossiers of a draft. Raises AwardsError when it is issued, or as `prepare`."""
    row = _lock_draft(decision)
    chosen = _choose(row.unit_id, dossiers, but=row)
    row.title, row.year, row.meeting = " ".join(title.split()), chosen[0].year, _last_meeting(chosen)
    row.search_title = fold(row.title)
    row.save(update_fields=["title", "search_title", "year", "meeting"])
    row.dossiers.set(chosen)
    record(
        code="awards.decision.revise", target=row, unit_id=row.unit_id, title=row.title,
        dossiers=[dossier.title for dossier in chosen], by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def discard(*, decision: AwardDecision, reason: str, by: Actor, at: datetime) -> None:
    """Throw a draft away; its dossiers are free for another one. Raises AwardsError when it is issued."""
    row = _lock_draft(decision)
    record(
        code="awards.decision.discard", target=row, unit_id=row.unit_id, reason=reason, title=row.title, by=by, at=at
    )
    row.delete()


@transaction.atomic
def issue(*, decision: AwardDecision, on: date, by: Actor, at: datetime) -> AwardDecision:
    """Sign and number the decision: document, awards, used initiatives and decided dossiers in one go.

    Candidates who must wait (a hold, an initiative used otherwise) are left out; their dossiers stay voted for a later
    decision. Raises WrongState on a second click, AwardsError when nobody can be awarded, the day is in the future or
    before the council's meeting, or the actor holds no post in the unit.
    """
    row = AwardDecision.objects.select_for_update().get(pk=decision.pk)
    row.state = process.PROCESS.move("issue", row.state)
    _check_day(row, on, day_of(at))
    signing = get_signing(row.unit_id, by.person_id, on)
    rows = [line for line in list_draft_rows(row, on) if not line.is_blocked]
    if not rows:
        raise AwardsError("Không có trường hợp nào được Hội đồng thông qua và đủ điều kiện ra quyết định.")
    built = build_decision(write_decision(row, rows, signing, on))
    row.document = _issue_document(row, built, signing, on, by, at)
    row.decided_on = on
    row.save(update_fields=["state", "document", "decided_on"])
    Award.objects.bulk_create(_award(row, line, signing, on) for line in rows)
    _use_initiatives(rows)
    waiting = _decide_dossiers(row, at)
    record(
        code="awards.decision.issue", target=row, unit_id=row.unit_id, number=row.document.code, awards=len(rows),
        money=sum(line.amount or 0 for line in rows), dossiers_waiting=waiting, by=by, at=at,
    )  # fmt: skip
    return row


def _choose(unit_id: int, dossiers: Iterable[Dossier], *, but: AwardDecision | None) -> list[Dossier]:
    wanted = [dossier.pk for dossier in dossiers]
    if not wanted:
        raise AwardsError("Hãy chọn ít nhất một hồ sơ đã được Hội đồng biểu quyết.")
    chosen = list(list_ready_dossiers(unit_id, but=but).filter(pk__in=wanted))
    if len(chosen) < len(set(wanted)):
        raise AwardsError("Có hồ sơ không còn chờ quyết định hoặc đã nằm trong dự thảo khác. Hãy chọn lại.")
    if len({dossier.year for dossier in chosen}) > 1:
        raise AwardsError("Các hồ sơ trong một quyết định phải cùng năm xét. Hãy lập quyết định riêng cho từng năm.")
    return chosen


def _last_meeting(dossiers: list[Dossier]) -> CouncilMeeting | None:
    voted = CouncilMeeting.objects.filter(items__nomination__dossier__in=dossiers)
    return voted.order_by("-held_on", "-pk").first()


def _lock_draft(decision: AwardDecision) -> AwardDecision:
    row = AwardDecision.objects.select_for_update().get(pk=decision.pk)
    if row.state != process.DRAFT:
        raise AwardsError("Quyết định đã ban hành nên không sửa hoặc xoá được.")
    return row


def _check_day(decision: AwardDecision, on: date, today: date) -> None:
    if on > today:
        raise AwardsError("Ngày ký không được ở tương lai.")
    if decision.meeting is not None and on < decision.meeting.held_on:
        raise AwardsError(f"Ngày ký không được trước ngày họp Hội đồng {decision.meeting.held_on:%d/%m/%Y}.")


def _issue_document(
    decision: AwardDecision, built: Document, signing: Signing, on: date, by: Actor, at: datetime
) -> OfficialDocument:
    draft = DocumentDraft(
        kind=built.kind,
        symbol=built.symbol,
        subject=built.subject,
        content=to_dict(built),
        series=SERIES,
        signer_name=signing.signer.name,
        signer_position=signing.position,
    )
    document = documents.draft(unit=decision.unit, draft=draft, by=by, at=at)
    return documents.issue(document=document, on=on, by=by, at=at)


def _award(decision: AwardDecision, row: DraftRow, signing: Signing, on: date) -> Award:
    assert decision.document is not None  # just issued
    nomination = row.nomination
    return Award(
        decision=decision,
        nomination=nomination,
        person_id=nomination.person_id,
        collective_id=nomination.collective_id,
        unit_id=row.unit_id,
        recipient_name=row.name,
        recipient_search=fold(row.name),
        unit_name=row.unit_name,
        honour=nomination.honour,
        year=nomination.dossier.year,
        stream=nomination.dossier.stream,
        decided_on=on,
        decision_number=decision.document.code,
        decided_by=signing.authority,
        achievement=nomination.achievement,
        money=row.amount,
        code=make_code(secrets.randbelow(SPACE)),
    )


def _use_initiatives(rows: list[DraftRow]) -> None:
    """An initiative that already served a title keeps its first use."""
    for row in rows:
        initiative = row.nomination.initiative
        if initiative is not None and not initiative.used_for:
            initiative.used_for = use_of(row.nomination.honour)
            Initiative.objects.filter(pk=initiative.pk, used_for="").update(used_for=initiative.used_for)


def _decide_dossiers(decision: AwardDecision, at: datetime) -> int:
    """Dossiers with every carried nomination awarded are decided; returns how many must wait."""
    waiting = 0
    for dossier in decision.dossiers.select_for_update():
        if dossier.nominations.filter(is_carried=True, award=None).exists():
            waiting += 1
            continue
        dossier.state = dossier_process.PROCESS.move("decide", dossier.state)
        dossier.updated_at, dossier.version = at, dossier.version + 1
        dossier.save(update_fields=["state", "updated_at", "version"])
    return waiting
