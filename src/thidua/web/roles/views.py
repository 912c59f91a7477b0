"""Vai trò: who acts for which unit; accounts are opened with the first role."""

import secrets
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thidua.accounts.actions import passwords, roles
from thidua.accounts.actions.roles import AccountError
from thidua.accounts.models import RoleAssignment, User
from thidua.accounts.queries.assignments import list_assignments
from thidua.adapters.xlsx.write import write_table
from thidua.core.access import ROLE_TITLES, Permission, Role
from thidua.orgs.models import Person, Unit
from thidua.orgs.queries.units import list_below, list_spans
from thidua.web.access import load, may, requires, signed_in
from thidua.web.downloads import excel_response
from thidua.web.paging import Pager, pager_of
from thidua.web.roles.forms import AssignForm, EndForm


@dataclass(frozen=True, slots=True)
class RolesPage:
    """Danh sách vai trò."""

    rows: tuple[tuple[RoleAssignment, str, str], ...]
    pager: Pager
    search: str
    role: str
    roles: tuple[tuple[str, str], ...]
    state: str


@requires(Permission.ROLE_EDIT)
def role_list(request: HttpRequest) -> HttpResponse:
    units = list_below(request.actor.units_granting(Permission.ROLE_EDIT), request.today).values("unit_id")
    search, role, state = (request.GET.get(name, "") for name in ("q", "role", "state"))
    rows = list_assignments(units, as_of=request.today, text=search, role=role, ended=state == "ended")
    names = dict(list_spans(request.today).values_list("unit_id", "name"))
    if request.GET.get("format") == "xlsx":
        columns = ("Họ và tên", "Tên đăng nhập", "Vai trò", "Đơn vị", "Từ ngày", "Đến trước ngày")
        table = [
            (
                r.user.display_name,
                r.user.username,
                r.get_role_display(),
                names.get(r.unit_id, ""),
                r.starts_on,
                r.ends_before,
            )
            for r in rows
        ]
        return excel_response(write_table("Vai trò", columns, table), "vai-tro.xlsx")
    pager = pager_of(request, rows.count())
    shown = tuple((row, ROLE_TITLES[Role(row.role)], names.get(row.unit_id, "")) for row in rows[pager.rows])
    page = RolesPage(shown, pager, search, role, tuple((r.value, t) for r, t in ROLE_TITLES.items()), state)
    return render(request, "web/roles/list.html", {"page": page})


@requires(Permission.ROLE_EDIT)
def assign(request: HttpRequest) -> HttpResponse:
    spans = list_below(request.actor.units_granting(Permission.ROLE_EDIT), request.today).exclude(kind="TO")
    units = list(spans.order_by("search_name").values_list("unit_id", "name"))
    form = AssignForm(request.POST or None, units=units, initial={"starts_on": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            user, password = _give(request, form)
        except AccountError as error:
            form.add_error(None, str(error))
        else:
            if password:
                text = f"Đã mở tài khoản “{user.username}” với mật khẩu ban đầu: {password}. Hãy trao tận tay; mật khẩu này không hiện lại."
                messages.warning(request, text)
            messages.success(request, f"Đã phân vai trò cho {user.display_name}.")
            return redirect("web:roles")
    return render(request, "web/roles/assign.html", {"form": form}, status=422 if form.errors else 200)


@transaction.atomic
def _give(request: HttpRequest, form: AssignForm) -> tuple[User, str]:
    """The account (opened when the person has none, with a first password) and its new role."""
    person: Person = form.cleaned_data["person"]
    unit = Unit.objects.get(pk=form.cleaned_data["unit"])
    user, password = User.objects.filter(person=person).first(), ""
    if user is None:
        _refuse_stranger(request, person)
        password = secrets.token_urlsafe(12)
        user = roles.open_account(
            username=person.code.lower(), password=password, name=person.full_name, person=person, unit=unit,
            by=request.actor, at=request.now,
        )  # fmt: skip
    role = Role(form.cleaned_data["role"])
    roles.assign(
        user=user, role=role, unit=unit, starts_on=form.cleaned_data["starts_on"], by=request.actor, at=request.now
    )
    return user, password


def _refuse_stranger(request: HttpRequest, person: Person) -> None:
    """Whoever opens an account knows its first password, and with it all that the person may see of themself."""
    units = set(person.appointments.values_list("unit_id", flat=True))
    if units and not any(may(request, Permission.ROLE_EDIT, unit_id) for unit_id in units):
        raise AccountError(
            f"{person.full_name} chưa có tài khoản và công tác ở đơn vị ngoài phạm vi bạn quản trị. Hãy đề nghị quản trị "
            "của đơn vị đó mở tài khoản trước."
        )


@requires(Permission.ROLE_EDIT)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    row = load(request, RoleAssignment.objects.select_related("user"), view=Permission.ROLE_EDIT, pk=pk)
    form = EndForm(request.POST or None, initial={"ends_before": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            roles.end(assignment=row, **form.cleaned_data, by=request.actor, at=request.now)
        except AccountError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Đã kết thúc vai trò của {row.user.display_name}.")
            return redirect("web:roles")
    context = {"form": form, "row": row, "title": ROLE_TITLES[Role(row.role)]}
    return render(request, "web/roles/end.html", context, status=422 if form.errors else 200)


@signed_in
def change_password(request: HttpRequest) -> HttpResponse:
    form = PasswordChangeForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        passwords.set_password(
            user=request.user, password=form.cleaned_data["new_password1"], unit=None, by=request.actor, at=request.now
        )
        request.user.refresh_from_db()
        update_session_auth_hash(request, request.user)
        messages.success(request, "Đã đổi mật khẩu.")
        return redirect("web:home")
    return render(request, "web/roles/password.html", {"form": form}, status=422 if form.errors else 200)
