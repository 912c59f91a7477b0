"""Bringing nominations before the council and taking its results over (N2, N5)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from thidua.awards.errors import AwardsError
from thidua.awards.models import Dossier, Nomination
from thidua.awards.queries.agenda import list_meeting_dossiers, name_candidates, order_nominations
from thidua.core.access import Actor
from thidua.core.law.honours import honour
from thidua.core.law.votes import ALL_MEMBERS, VoteRule, vote_rule
from thidua.core.workflow import dossier as process
from thidua.core.workflow.meeting import OPEN, PLANNED
from thidua.councils.actions import ballots
from thidua.councils.actions.meetings import lock
from thidua.councils.models import AgendaItem, CouncilMeeting
from thidua.journal.actions.entries import record
from thidua.orgs.models import UnitKind
from thidua.orgs.queries.units import get_spans

_MINISTRY = "ministry"


@transaction.atomic
def fill(*, meeting: CouncilMeeting, dossiers: Iterable[Dossier], by: Actor, at: datetime) -> int:
    """Put the nominations of accepted dossiers on the agenda, with the vote the law asks for; how many were added.

    Those that are on an agenda already are left where they are. Raises AwardsError once the vote has begun, for a dossier
    of another unit or not yet accepted, and for an honour whose vote another text rules.
    """
    row = lock(meeting)
    _check_open(row)
    chosen = list(Dossier.objects.select_for_update().filter(pk__in=[each.pk for each in dossiers]).order_by("pk"))
    for dossier in chosen:
        _check_dossier(dossier, row)
    waiting = Nomination.objects.filter(dossier__in=chosen, agenda_item=None, is_carried=None)
    nominations = order_nominations(waiting, row.held_on)
    names = name_candidates(nominations, row.held_on)
    ministerial = _list_ministerial(chosen, row.held_on)
    first = (row.items.aggregate(last=Max("ordinal"))["last"] or 0) + 1
    for ordinal, nomination in enumerate(nominations, start=first):
        dossier = nomination.dossier
        rule = _vote_of(nomination, dossier.received_on or row.held_on, dossier.unit_id in ministerial)
        nomination.agenda_item = AgendaItem.objects.create(
            meeting=row,
            ordinal=ordinal,
            title=names[nomination.pk],
            honour_title=honour(nomination.honour).name,
            candidate_person_id=nomination.person_id,
            method=rule.method,
            percent=rule.percent,
            of_all_members=rule.of == ALL_MEMBERS,
        )
    Nomination.objects.bulk_update(nominations, ["agenda_item"])
    if nominations:
        record(
            code="awards.agenda.fill", target=row, unit_id=row.council.unit_id, items=len(nominations),
            dossiers=[dossier.title for dossier in chosen], by=by, at=at,
        )  # fmt: skip
    return len(nominations)


@transaction.atomic
def remove(*, meeting: CouncilMeeting, dossier: Dossier, by: Actor, at: datetime) -> int:
    """Take a dossier's nominations off the agenda, so that another meeting can consider them; how many there were.

    Raises AwardsError once the vote has begun.
    """
    row = lock(meeting)
    _check_open(row)
    nominations = list(Nomination.objects.filter(dossier=dossier, agenda_item__meeting=row))
    items = [nomination.agenda_item_id for nomination in nominations if nomination.agenda_item_id is not None]
    Nomination.objects.filter(pk__in=[nomination.pk for nomination in nominations]).update(agenda_item=None)
    AgendaItem.objects.filter(pk__in=items).delete()
    if items:
        record(
            code="awards.agenda.remove", target=row, unit_id=row.council.unit_id, dossier=dossier.title,
            items=len(items), by=by, at=at,
        )  # fmt: skip
    return len(items)


@transaction.atomic
def close(*, meeting: CouncilMeeting, hands: Mapping[int, tuple[int, int]], by: Actor, at: datetime) -> CouncilMeeting:
    """Count the vote and take the results over, together or not at all; see `councils.actions.ballots.close`."""
    counted = ballots.close(meeting=meeting, hands=hands, by=by, at=at)
    record_results(meeting=counted, by=by, at=at)
    return counted


@transaction.atomic
def record_results(*, meeting: CouncilMeeting, by: Actor, at: datetime) -> list[Dossier]:
    """Write on every nomination whether the council carried it; dossiers with nothing left to vote on become VOTED.

    Returns the dossiers that moved. A second time changes nothing.
    """
    nominations = list(
        Nomination.objects.select_for_update(of=("self",))
        .filter(agenda_item__meeting=meeting, agenda_item__is_carried__isnull=False, is_carried=None)
        .select_related("agenda_item")
    )
    for nomination in nominations:
        assert nomination.agenda_item is not None
        nomination.is_carried = nomination.agenda_item.is_carried
    Nomination.objects.bulk_update(nominations, ["is_carried"])
    moved = []
    for dossier in list_meeting_dossiers(meeting).select_for_update(of=("self",)):
        if dossier.state != process.ACCEPTED or dossier.nominations.filter(is_carried=None).exists():
            continue
        dossier.state = process.PROCESS.move("vote", dossier.state)
        dossier.updated_at, dossier.version = at, dossier.version + 1
        dossier.save(update_fields=["state", "updated_at", "version"])
        record(code="awards.dossier.vote", target=dossier, unit_id=dossier.unit_id, meeting=meeting.title, by=by, at=at)
        moved.append(dossier)
    return moved


def _check_open(meeting: CouncilMeeting) -> None:
    if meeting.state not in {PLANNED, OPEN}:
        raise AwardsError("Đã mở bỏ phiếu nên chương trình phiên họp không thay đổi được nữa.")


def _check_dossier(dossier: Dossier, meeting: CouncilMeeting) -> None:
    if dossier.deciding_unit_id != meeting.council.unit_id:
        raise AwardsError(f"Hồ sơ “{dossier.title}” không thuộc thẩm quyền của đơn vị có Hội đồng này.")
    if dossier.state != process.ACCEPTED:
        state = process.PROCESS.by_code[dossier.state].title
        raise AwardsError(f"Hồ sơ “{dossier.title}” đang ở trạng thái “{state}”, cần “Đã thẩm định”.")


def _list_ministerial(dossiers: list[Dossier], on: date) -> set[int]:
    """Units managed by the Ministry vote by its own circular."""
    spans = get_spans([dossier.unit_id for dossier in dossiers], on)
    above = get_spans([span.managing_body_id for span in spans.values() if span.managing_body_id], on)
    ministries = {span.unit_id for span in above.values() if span.kind == UnitKind.MINISTRY}
    return {unit_id for unit_id, span in spans.items() if span.managing_body_id in ministries}


def _vote_of(nomination: Nomination, on: date, is_ministerial: bool) -> VoteRule:
    rule = vote_rule(nomination.honour, on, _MINISTRY if is_ministerial else None)
    if rule is None:
        name = honour(nomination.honour).name
        raise AwardsError(f"{name} bỏ phiếu theo văn bản riêng; Hội đồng này không biểu quyết được trường hợp đó.")
    return rule
