"""Declaring an interest: a member stays out of an item about somebody they are related to."""

from datetime import datetime

from django.db import transaction

from thidua.core.access import Actor
from thidua.core.workflow.meeting import CLOSED
from thidua.councils.errors import CouncilError
from thidua.councils.models import CouncilMeeting, CouncilMember, InterestDeclaration
from thidua.councils.queries.meetings import list_meeting_members
from thidua.journal.actions.entries import record
from thidua.orgs.models import Person


def _lock(meeting: CouncilMeeting, member: CouncilMember) -> CouncilMeeting:
    row = CouncilMeeting.objects.select_for_update().select_related("council").get(pk=meeting.pk)
    if row.state == CLOSED:
        raise CouncilError("Phiên họp đã kiểm phiếu nên không khai báo được nữa.")
    if row.voter_marks.filter(member=member).exists():
        raise CouncilError("Thành viên đã bỏ phiếu nên không thay đổi khai báo được nữa.")
    if not list_meeting_members(row).filter(pk=member.pk).exists():
        raise CouncilError("Người này không phải thành viên Hội đồng trong ngày họp.")
    return row


@transaction.atomic
def declare(
    *, meeting: CouncilMeeting, member: CouncilMember, person: Person, relation: str, by: Actor, at: datetime
) -> InterestDeclaration:
    """Declare that the member is related to a candidate; a second time changes nothing.

    Raises CouncilError after the member has voted, after the count, or when the person is no candidate.
    """
    row = _lock(meeting, member)
    if not row.items.filter(candidate_person=person).exists():
        raise CouncilError(f"{person.full_name} không có trong chương trình phiên họp.")
    declaration, is_new = InterestDeclaration.objects.get_or_create(
        meeting=row, member=member, person=person, defaults={"relation": relation[:120]}
    )
    if is_new:
        record(
            code="councils.interest.declare", target=row, unit_id=row.council.unit_id,
            member=member.person.full_name, person=person.full_name, relation=declaration.relation, by=by, at=at,
        )  # fmt: skip
    return declaration


@transaction.atomic
def withdraw(*, declaration: InterestDeclaration, by: Actor, at: datetime) -> None:
    """Take back a declaration made by mistake; refused after the member has voted."""
    row = _lock(declaration.meeting, declaration.member)
    found = row.declarations.filter(pk=declaration.pk).select_related("member__person", "person").first()
    if found is None:
        return
    record(
        code="councils.interest.withdraw", target=row, unit_id=row.council.unit_id,
        member=found.member.person.full_name, person=found.person.full_name, by=by, at=at,
    )  # fmt: skip
    found.delete()
