"""Accounts and their roles."""

from datetime import date, datetime

from django.db import transaction

from thidua.accounts.models import RoleAssignment, User
from thidua.core.access import Actor, Role
from thidua.journal.actions.entries import record
from thidua.orgs.models import Person, Unit


class AccountError(Exception):
    """The account or role cannot be given; the message says why in Vietnamese."""


@transaction.atomic
def open_account(
    *, username: str, password: str | None, name: str, person: Person | None, unit: Unit, by: Actor, at: datetime
) -> User:
    """Create an account (no password: it cannot sign in yet). Raises AccountError when the name is taken."""
    if User.objects.filter(username=username).exists():
        raise AccountError(f"Tên đăng nhập “{username}” đã có. Hãy chọn tên khác.")
    user = User.objects.create_user(username=username, password=password, display_name=name, person=person)
    record(code="accounts.user.open", target=user, unit_id=unit.pk, username=username, by=by, at=at)
    return user


@transaction.atomic
def assign(*, user: User, role: Role, unit: Unit, starts_on: date, by: Actor, at: datetime) -> RoleAssignment:
    """Give a role in a unit from a day on. Raises AccountError when it is held already, or was given from that very day."""
    User.objects.select_for_update().get(pk=user.pk)  # a double click waits here and is then refused
    same = RoleAssignment.objects.filter(user=user, role=role, unit=unit)
    if same.filter(ends_before=None).exists():
        raise AccountError("Tài khoản đã giữ vai trò này ở đơn vị.")
    if same.filter(starts_on=starts_on).exists():
        raise AccountError(f"Vai trò này đã được phân từ ngày {starts_on:%d/%m/%Y} rồi kết thúc. Hãy chọn ngày khác.")
    row = RoleAssignment.objects.create(user=user, role=role, unit=unit, starts_on=starts_on)
    record(code="accounts.role.assign", target=user, unit_id=unit.pk, role=role, starts_on=starts_on, by=by, at=at)
    return row


@transaction.atomic
def end(*, assignment: RoleAssignment, ends_before: date, reason: str, by: Actor, at: datetime) -> None:
    """End a role on a day; the row stays as history. On the day it begins it is taken back and was never held.

    Raises AccountError when it has ended or would end before it begins.
    """
    row = RoleAssignment.objects.select_for_update().get(pk=assignment.pk)
    if row.ends_before is not None:
        raise AccountError("Vai trò này đã kết thúc.")
    if ends_before < row.starts_on:
        raise AccountError(f"Ngày kết thúc không được trước ngày bắt đầu {row.starts_on:%d/%m/%Y}.")
    row.ends_before = ends_before
    row.save(update_fields=["ends_before"])
    record(
        code="accounts.role.end", target=row.user, unit_id=row.unit_id, reason=reason, role=row.role,
        ends_before=ends_before, by=by, at=at,
    )  # fmt: skip
