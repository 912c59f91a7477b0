"""Planning and opening meetings; attendance and discussion (N5)."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.time.moments import day_of
from thidua.core.workflow.meeting import OPEN, PLANNED, PROCESS, VOTING
from thidua.councils.errors import CouncilError
from thidua.councils.facts import gather_quorum
from thidua.councils.models import Attendance, BallotBox, Council, CouncilMeeting, CouncilMember
from thidua.councils.queries.meetings import list_items, list_meeting_members
from thidua.journal.actions.entries import record

BALLOT = "BALLOT"


def lock(meeting: CouncilMeeting) -> CouncilMeeting:
    """The meeting's row, held until the transaction ends."""
    return CouncilMeeting.objects.select_for_update().select_related("council").get(pk=meeting.pk)


@transaction.atomic
def plan(*, council: Council, title: str, held_on: date, place: str, by: Actor, at: datetime) -> CouncilMeeting:
    """Plan a meeting; the same title on the same day is the same meeting, so that a second click makes no second one.

    Raises CouncilError when the council does not exist on the day.
    """
    row = Council.objects.select_for_update().get(pk=council.pk)
    _check_day(row, held_on)
    title = " ".join(title.split())
    if known := row.meetings.filter(title=title, held_on=held_on).first():
        return known
    meeting = CouncilMeeting.objects.create(council=row, title=title, held_on=held_on, place=place, created_at=at)
    record(
        code="councils.meeting.plan", target=meeting, unit_id=row.unit_id, title=title, held_on=held_on, by=by, at=at
    )
    return meeting


@transaction.atomic
def revise(
    *, meeting: CouncilMeeting, title: str, held_on: date, place: str, by: Actor, at: datetime
) -> CouncilMeeting:
    """Change what was planned. Raises CouncilError once the meeting has opened."""
    row = lock(meeting)
    if row.state != PLANNED:
        raise CouncilError("Phiên họp đã khai mạc nên không sửa được lịch.")
    _check_day(row.council, held_on)
    row.title, row.held_on, row.place = " ".join(title.split()), held_on, place
    row.save(update_fields=["title", "held_on", "place"])
    record(
        code="councils.meeting.revise", target=row, unit_id=row.council.unit_id, title=row.title, held_on=held_on,
        place=place, by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def open_meeting(*, meeting: CouncilMeeting, by: Actor, at: datetime) -> CouncilMeeting:
    """Open the meeting and call the roll: every member of the day gets a line, absent until marked present.

    Raises WrongState, or CouncilError before the day planned or when chair or secretary are missing in the council.
    """
    row = lock(meeting)
    row.state = PROCESS.move("open", row.state)
    if day_of(at) < row.held_on:
        raise CouncilError(f"Phiên họp được lên lịch ngày {row.held_on:%d/%m/%Y}. Nếu họp sớm hơn, hãy sửa lịch trước.")
    members = list(list_meeting_members(row))
    for role in (CouncilMember.Role.CHAIR, CouncilMember.Role.SECRETARY):
        if not any(member.role == role for member in members):
            raise CouncilError(f"Hội đồng chưa có {role.label} trong ngày {row.held_on:%d/%m/%Y}. Hãy bổ sung trước.")
    row.opened_at = at
    row.save(update_fields=["state", "opened_at"])
    Attendance.objects.bulk_create(Attendance(meeting=row, member=member) for member in members)
    record(code="councils.meeting.open", target=row, unit_id=row.council.unit_id, members=len(members), by=by, at=at)
    return row


@transaction.atomic
def set_attendance(
    *, meeting: CouncilMeeting, present_ids: frozenset[int], notes: Mapping[int, str], by: Actor, at: datetime
) -> CouncilMeeting:
    """Write who is present (ids of members) and why others are not.

    While the vote runs, late members may be added; nobody is taken off any more, since papers may lie in the box.
    Raises CouncilError outside the meeting or when somebody would be taken off during the vote.
    """
    row = lock(meeting)
    if row.state not in {OPEN, VOTING}:
        raise CouncilError("Chỉ điểm danh được từ khi khai mạc đến trước khi kiểm phiếu.")
    lines = list(row.attendances.select_related("member__person"))
    for line in lines:
        is_present = line.member_id in present_ids
        if row.state == VOTING and line.is_present and not is_present:
            name = line.member.person.full_name
            raise CouncilError(f"Đang bỏ phiếu: không thể ghi {name} vắng mặt khi đã có mặt lúc mở bỏ phiếu.")
        line.is_present = is_present
        line.note = "" if is_present else notes.get(line.member_id, "")[:200]
    Attendance.objects.bulk_update(lines, ["is_present", "note"])
    record(
        code="councils.meeting.attendance", target=row, unit_id=row.council.unit_id,
        present=sum(line.is_present for line in lines), members=len(lines), by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def write_discussion(*, meeting: CouncilMeeting, text: str, by: Actor, at: datetime) -> CouncilMeeting:
    """Write the summary of what was said. Raises CouncilError before the opening and after the count."""
    row = lock(meeting)
    if row.state not in {OPEN, VOTING}:
        raise CouncilError("Chỉ ghi tóm tắt ý kiến được từ khi khai mạc đến trước khi kiểm phiếu.")
    row.discussion = text.strip()
    row.save(update_fields=["discussion"])
    record(code="councils.meeting.discuss", target=row, unit_id=row.council.unit_id, by=by, at=at)
    return row


@transaction.atomic
def start_vote(*, meeting: CouncilMeeting, by: Actor, at: datetime) -> CouncilMeeting:
    """Open the ballot: fixes the number of all members and sets an empty box for every item voted on paper.

    Raises WrongState, or CouncilError without quorum or without anything to vote on.
    """
    row = lock(meeting)
    row.state = PROCESS.move("start_vote", row.state)
    items = list(list_items(row))
    if not items:
        raise CouncilError("Chương trình chưa có trường hợp nào để biểu quyết. Hãy đưa hồ sơ vào chương trình.")
    quorum = gather_quorum(row)
    if not quorum.is_met:
        raise CouncilError(
            f"Chưa đủ số thành viên dự họp: có mặt {quorum.present}/{quorum.members}, cần ít nhất {quorum.needed}."
        )
    row.members_total = quorum.members
    row.save(update_fields=["state", "members_total"])
    BallotBox.objects.bulk_create(BallotBox(item=item) for item in items if item.method == BALLOT)
    record(
        code="councils.meeting.start_vote", target=row, unit_id=row.council.unit_id, members=quorum.members,
        present=quorum.present, items=len(items), by=by, at=at,
    )  # fmt: skip
    return row


def _check_day(council: Council, held_on: date) -> None:
    ends = council.ends_before
    if held_on < council.starts_on or (ends is not None and held_on >= ends):
        raise CouncilError(f"Hội đồng không hoạt động trong ngày {held_on:%d/%m/%Y}. Hãy chọn ngày khác.")
