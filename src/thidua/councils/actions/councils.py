"""Establishing councils and naming their members (N5)."""

from datetime import date, datetime

from django.db import transaction

from thidua.accounts.actions import roles
from thidua.accounts.models import RoleAssignment, User
from thidua.core.access import Actor, Role
from thidua.councils.errors import CouncilError
from thidua.councils.models import Council, CouncilMeeting, CouncilMember
from thidua.councils.queries.councils import list_councils, list_members
from thidua.journal.actions.entries import record
from thidua.orgs.models import Person, Unit

ONE_EACH = (CouncilMember.Role.CHAIR, CouncilMember.Role.SECRETARY)


@transaction.atomic
def establish(*, unit: Unit, name: str, symbol: str, starts_on: date, by: Actor, at: datetime) -> Council:
    """Begin the council of a unit.

    Raises CouncilError when the unit already has one on that day.
    """
    Unit.objects.select_for_update().get(pk=unit.pk)
    if known := list_councils((unit.pk,), starts_on).first():
        raise CouncilError(f"Đơn vị đã có “{known.name}”. Hãy bổ sung thành viên vào Hội đồng này.")
    council = Council.objects.create(unit=unit, name=" ".join(name.split()), symbol=symbol, starts_on=starts_on)
    record(code="councils.council.establish", target=council, unit_id=unit.pk, name=council.name, by=by, at=at)
    return council


@transaction.atomic
def add_member(
    *, council: Council, person: Person, role: str, starts_on: date, by: Actor, at: datetime
) -> CouncilMember:
    """Name a member from a day on; their account, if there is one, receives the role that lets them vote.

    Raises CouncilError for a second membership, a second chair or secretary, or a day before the council exists.
    """
    row = Council.objects.select_for_update().get(pk=council.pk)
    if starts_on < row.starts_on:
        raise CouncilError(f"Hội đồng thành lập ngày {row.starts_on:%d/%m/%Y}; hãy chọn ngày từ đó trở đi.")
    current = list(list_members(row.pk, starts_on))
    if any(member.person_id == person.pk for member in current):
        raise CouncilError(f"{person.full_name} đã là thành viên của Hội đồng.")
    if holder := next((member for member in current if member.role == role and role in ONE_EACH), None):
        title = CouncilMember.Role(role).label
        raise CouncilError(f"Hội đồng đã có {title}: {holder.person.full_name}. Hãy cho thôi giữ chức danh trước.")
    member = CouncilMember.objects.create(council=row, person=person, role=role, starts_on=starts_on)
    _give_ballot(member, by, at)
    record(
        code="councils.member.add", target=row, unit_id=row.unit_id, person=person.full_name, role=role,
        starts_on=starts_on, by=by, at=at,
    )  # fmt: skip
    return member


@transaction.atomic
def end_member(*, member: CouncilMember, ends_before: date, reason: str, by: Actor, at: datetime) -> CouncilMember:
    """End a membership and the account's role; the row stays, for the meetings it belongs to.

    Raises CouncilError when it has ended already, would end before it began, or on the day of a meeting that was opened or before.
    """
    row = CouncilMember.objects.select_for_update().select_related("council", "person").get(pk=member.pk)
    if row.ends_before is not None:
        raise CouncilError(f"{row.person.full_name} đã thôi tham gia Hội đồng.")
    if ends_before <= row.starts_on:
        raise CouncilError(f"Ngày thôi tham gia phải sau ngày bắt đầu {row.starts_on:%d/%m/%Y}.")
    if CouncilMeeting.objects.filter(council=row.council, held_on__gte=ends_before).exclude(state="planned").exists():
        raise CouncilError("Hội đồng đã họp từ ngày này trở đi. Hãy chọn ngày sau phiên họp gần nhất.")
    row.ends_before = ends_before
    row.save(update_fields=["ends_before"])
    _take_ballot(row, ends_before, reason, by, at)
    record(
        code="councils.member.end", target=row.council, unit_id=row.council.unit_id, reason=reason,
        person=row.person.full_name, ends_before=ends_before, by=by, at=at,
    )  # fmt: skip
    return row


def _held(member: CouncilMember) -> RoleAssignment | None:
    return RoleAssignment.objects.filter(
        user__person_id=member.person_id, role=Role.COUNCIL_MEMBER, unit_id=member.council.unit_id, ends_before=None
    ).first()


def _give_ballot(member: CouncilMember, by: Actor, at: datetime) -> None:
    user = User.objects.filter(person_id=member.person_id).first()
    if user is not None and _held(member) is None:
        try:
            roles.assign(
                user=user, role=Role.COUNCIL_MEMBER, unit=member.council.unit, starts_on=member.starts_on, by=by, at=at
            )
        except roles.AccountError as refusal:
            raise CouncilError(str(refusal)) from refusal


def _take_ballot(member: CouncilMember, ends_before: date, reason: str, by: Actor, at: datetime) -> None:
    held = _held(member)
    if held is not None and held.starts_on < ends_before:
        roles.end(assignment=held, ends_before=ends_before, reason=reason, by=by, at=at)
