"""The secret ballot: taking papers and counting them.

A paper leaves two traces: the member's mark, without choice, and counters, without member. Only the close of the vote reads
the counters. Limit: whoever could read the database itself between two papers would see which counters moved; the journal
of the database server and its backups during a vote need the same guard as a ballot box.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import F

from thidua.core.access import Actor
from thidua.core.councils.rules import Threshold, check_quorum, count_tally
from thidua.core.workflow.meeting import PROCESS, VOTING
from thidua.councils.actions.meetings import BALLOT, lock
from thidua.councils.errors import BallotError, CouncilError
from thidua.councils.facts import gather_declared, is_recused
from thidua.councils.models import AgendaItem, BallotBox, CouncilMeeting, CouncilMember, VoterMark
from thidua.councils.queries.councils import find_member
from thidua.councils.queries.meetings import list_items, list_present
from thidua.journal.actions.entries import record


class Choice(StrEnum):
    """Ý kiến trên phiếu."""

    YES = "yes"
    NO = "no"
    BLANK = "blank"


@transaction.atomic
def cast(*, meeting: CouncilMeeting, choices: Mapping[int, Choice], by: Actor, at: datetime) -> bool:
    """Take the paper of the acting member: one choice for every item (by id) voted on paper in which they have no interest.

    True when it was counted, False when the member had handed one in before (nothing changes).
    Raises BallotError when the vote is not open, the person is no member or absent, or the paper does not fit the agenda.
    """
    row = lock(meeting)
    member = find_member(row.council_id, by.person_id, row.held_on)
    if member is None:
        raise BallotError(
            "Chỉ thành viên Hội đồng trong ngày họp mới được bỏ phiếu, và chỉ bằng tài khoản của chính mình."
        )
    if row.voter_marks.filter(member=member).exists():
        return False
    if row.state != VOTING:
        raise BallotError("Phiên họp không trong thời gian bỏ phiếu.")
    if not row.attendances.filter(member=member, is_present=True).exists():
        raise BallotError("Bạn chưa được điểm danh có mặt. Hãy báo thư ký Hội đồng ghi nhận rồi bỏ phiếu.")
    declared = gather_declared(row)
    items = list(list_items(row).filter(method=BALLOT))
    recused = {item.pk for item in items if is_recused(item, member, declared)}
    _check_paper(choices, {item.pk for item in items} - recused)
    VoterMark.objects.create(meeting=row, member=member)
    for choice in Choice:
        chosen = [item_id for item_id, made in choices.items() if made == choice]
        BallotBox.objects.filter(item_id__in=chosen).update(**{choice.value: F(choice.value) + 1})
    BallotBox.objects.filter(item_id__in=recused).update(recused=F("recused") + 1)
    record(code="councils.ballot.cast", target=row, unit_id=row.council.unit_id, by=by, at=at)
    return True


def _check_paper(choices: Mapping[int, Choice], wanted: set[int]) -> None:
    if choices.keys() != wanted:
        raise BallotError("Phiếu không khớp với chương trình. Hãy tải lại trang và chọn đủ ý kiến cho từng trường hợp.")


@transaction.atomic
def close(*, meeting: CouncilMeeting, hands: Mapping[int, tuple[int, int]], by: Actor, at: datetime) -> CouncilMeeting:
    """Count: write the tally of every item once and end the meeting.

    `hands` holds (for, against) by item id for items voted by show of hands; the rest of those present abstained.
    Raises WrongState, or CouncilError when too few papers are in the box or the hands do not add up.
    """
    row = lock(meeting)
    row.state = PROCESS.move("close", row.state)
    items = list(list_items(row).select_related("box"))
    present = list(list_present(row))
    assert row.members_total is not None  # set when the vote was opened
    if any(item.method == BALLOT for item in items):
        _check_papers(row, row.members_total)
    declared = gather_declared(row)
    for item in items:
        if item.method == BALLOT:
            yes, no, blank, recused = item.box.yes, item.box.no, item.box.blank, item.box.recused
        else:
            yes, no, blank, recused = _count_hands(item, hands, present, declared)
        _write_tally(item, yes, no, blank, recused, row.members_total, len(present))
    AgendaItem.objects.bulk_update(items, ["yes", "no", "blank", "recused", "is_carried"])
    row.closed_at = at
    row.save(update_fields=["state", "closed_at"])
    record(
        code="councils.meeting.close", target=row, unit_id=row.council.unit_id, items=len(items),
        carried=sum(bool(item.is_carried) for item in items), by=by, at=at,
    )  # fmt: skip
    return row


def _check_papers(meeting: CouncilMeeting, members: int) -> None:
    """Too few papers decide nothing and would give their voters away."""
    papers = check_quorum(members=members, present=meeting.voter_marks.count())
    if not papers.is_met:
        raise CouncilError(
            f"Mới có {papers.present} phiếu; cần ít nhất {papers.needed}/{papers.members} thành viên bỏ phiếu để kiểm phiếu."
        )


def _count_hands(
    item: AgendaItem,
    hands: Mapping[int, tuple[int, int]],
    present: list[CouncilMember],
    declared: dict[int, frozenset[int]],
) -> tuple[int, int, int, int]:
    if item.pk not in hands:
        raise CouncilError(f"Chưa nhập kết quả giơ tay của “{item.title}”.")
    yes, no = hands[item.pk]
    recused = sum(is_recused(item, member, declared) for member in present)
    abstained = len(present) - recused - yes - no
    if min(yes, no, abstained) < 0:
        raise CouncilError(
            f"“{item.title}”: đồng ý {yes} và không đồng ý {no} nhiều hơn {len(present) - recused} người được biểu quyết."
        )
    return yes, no, abstained, recused


def _write_tally(item: AgendaItem, yes: int, no: int, blank: int, recused: int, members: int, present: int) -> None:
    tally = count_tally(
        yes=yes, no=no, blank=blank, recused=recused, members=members, present=present,
        threshold=Threshold(item.percent, item.of_all_members),
    )  # fmt: skip
    item.yes, item.no, item.blank, item.recused = tally.yes, tally.no, tally.blank, tally.recused
    item.is_carried = tally.is_carried
