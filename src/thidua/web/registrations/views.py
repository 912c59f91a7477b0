"""Registering: the own page, the board of a unit, collectives, taking back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards.actions import registrations as actions
from thidua.awards.errors import AwardsError
from thidua.awards.models import TitleRegistration
from thidua.core.access import Permission, Scope, decide
from thidua.orgs.models import Person, Unit, UnitKind, UnitSpan
from thidua.orgs.queries.people import get_main_appointment
from thidua.orgs.queries.units import get_scope, get_span
from thidua.web.access import check, load, requires
from thidua.web.downloads import excel_response
from thidua.web.registrations import sheets
from thidua.web.registrations.board_page import build_board
from thidua.web.registrations.forms import RegistrationForm
from thidua.web.registrations.mine_page import build_mine
from thidua.web.years import chosen_year, year_choices, year_of


def sees_board(request: HttpRequest) -> bool:
    """Whether the board of a unit is among what the actor may open."""
    return bool(request.actor.units_granting(Permission.REGISTRATION_VIEW))


@requires(Permission.REGISTRATION_VIEW)
def registrations(request: HttpRequest) -> HttpResponse:
    """The board for whoever may see a unit's registrations, else the own page."""
    roots = request.actor.units_granting(Permission.REGISTRATION_VIEW)
    if not roots:
        return redirect("web:registration_mine")
    page = build_board(request, roots)
    if request.GET.get("format") == "xlsx":
        return excel_response(sheets.board_sheet(page), f"dang-ky-thi-dua-{page.year}.xlsx")
    form = RegistrationForm(subject="collective", years=page.years, initial={"year": page.year})
    return render(request, "web/registrations/board.html", {"page": page, "form": form})


@requires(Permission.REGISTRATION_MAKE)
def mine(request: HttpRequest) -> HttpResponse:
    person, span = _self(request)
    years = year_choices(span.kind, request.today)
    default = year_of(span.kind, request.today).label
    year = chosen_year(request.POST.get("year") or request.GET.get("year", ""), years, default)
    initial = {"year": year, "honour": request.GET.get("honour", "")}
    form = RegistrationForm(request.POST or None, subject="individual", years=years, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = actions.register(
                unit=Unit.objects.get(pk=span.unit_id), person=person, year=data["year"], honour_code=data["honour"],
                pledge=data["pledge"], by=request.actor, at=request.now,
            )  # fmt: skip
        except AwardsError as error:
            form.add_error(None, list(error.reasons))
        else:
            messages.success(request, f"Đã đăng ký. Năm {made.year}.")
            return redirect(f"{request.path}?year={made.year}")
    page = build_mine(person, span.unit_id, span.name, year, years, today=request.today)
    return render(
        request,
        "web/registrations/mine.html",
        {"page": page, "form": form, "sees_board": sees_board(request)},
        status=422 if form.errors else 200,
    )


@require_POST
@requires(Permission.REGISTRATION_MAKE)
def register_collective(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Register a unit or one of its sections; the right is that of the unit above a section."""
    unit = get_object_or_404(Unit, pk=unit_id)
    span = get_span(unit.pk, request.today)
    scopes = _collective_scopes(span, request)
    if not any(decide(request.actor, Permission.REGISTRATION_VIEW, scope) for scope in scopes):
        raise Http404("Không tìm thấy.")
    check(request, Permission.REGISTRATION_MAKE, *scopes)
    form = RegistrationForm(request.POST, subject="collective", years=year_choices(span.kind, request.today))
    back = f"{_board_url(span)}&year={request.POST.get('year', '')}#tap-the"
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, f"Chưa đăng ký cho {span.name}: {' '.join(errors)}")
        return redirect(back)
    data = form.cleaned_data
    actions.register(
        unit=unit, person=None, year=data["year"], honour_code=data["honour"], pledge=data["pledge"], by=request.actor,
        at=request.now,
    )  # fmt: skip
    messages.success(request, f"Đã đăng ký cho {span.name}.")
    return redirect(back)


@require_POST
@requires(Permission.REGISTRATION_MAKE)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The person takes back their own; the unit takes back that of a collective."""
    row = load(
        request, TitleRegistration.objects.select_related("person"), view=Permission.REGISTRATION_VIEW,
        person="person_id", pk=pk,
    )  # fmt: skip
    if row.person_id is None:
        check(request, Permission.REGISTRATION_MAKE, *_collective_scopes(get_span(row.unit_id, request.today), request))
    elif row.person_id != request.actor.person_id:
        raise PermissionDenied("Đăng ký thi đua là tự nguyện: chỉ người đăng ký mới rút được đăng ký của mình.")
    actions.withdraw(registration=row, by=request.actor, at=request.now)
    messages.success(request, "Đã rút đăng ký.")
    if row.person_id is not None:
        return redirect("web:registration_mine")
    return redirect(f"{_board_url(get_span(row.unit_id, request.today))}&year={row.year}#tap-the")


def _collective_scopes(span: UnitSpan, request: HttpRequest) -> list[Scope]:
    """The collective's own scope and, for a section, that of its school, whose head and secretary register it."""
    ids = [span.unit_id]
    if span.kind == UnitKind.SECTION and span.managing_body_id is not None:
        ids.append(span.managing_body_id)
    return [get_scope(pk, request.today) for pk in ids]


def _board_url(span: UnitSpan) -> str:
    """The board that shows the unit: a section stands on the board of its school."""
    unit_id = span.managing_body_id if span.kind == UnitKind.SECTION else span.unit_id
    return f"{reverse('web:registrations')}?unit={unit_id}"


def _self(request: HttpRequest) -> tuple[Person, UnitSpan]:
    """The actor as a person, with the unit where they work. Raises PermissionDenied for an account without a person or post."""
    person_id = request.actor.person_id
    post = get_main_appointment(person_id, request.today) if person_id is not None else None
    if post is None:
        raise PermissionDenied("Tài khoản này chưa gắn với người đang giữ chức vụ trong đơn vị nên không đăng ký được.")
    return Person.objects.get(pk=person_id), get_span(post.unit_id, request.today)
