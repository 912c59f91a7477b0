"""Dossiers: the list, one of them, choosing candidates, one nomination."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thidua.awards.actions import dossiers as dossier_actions
from thidua.awards.actions import nominations
from thidua.awards.actions.dossiers import DossierDescription
from thidua.awards.errors import AwardsError
from thidua.awards.facts.units import load_units
from thidua.awards.models import Dossier
from thidua.awards.queries.authority import find_routes
from thidua.awards.queries.nominations import list_of_person
from thidua.core.access import Permission
from thidua.core.time.years import parse_year
from thidua.movements.models import Movement
from thidua.orgs.models import Person, Unit, UnitSpan
from thidua.orgs.queries.people import list_appointments
from thidua.orgs.queries.units import get_span, get_spans
from thidua.web.access import requires
from thidua.web.dossiers import sheets
from thidua.web.dossiers.detail_page import build_dossier
from thidua.web.dossiers.forms import DossierForm, NominationForm, PaperForm, ReasonForm
from thidua.web.dossiers.list_page import build_all_rows, build_list
from thidua.web.dossiers.loading import load_dossier, load_nomination, load_paper
from thidua.web.dossiers.nomination_page import build_nomination
from thidua.web.dossiers.own_page import build_own
from thidua.web.dossiers.pick_page import COLLECTIVES, build_pick, reachable_units
from thidua.web.downloads import download, excel_response
from thidua.web.years import year_choices, year_in_review


@requires(Permission.DOSSIER_VIEW)
def dossiers(request: HttpRequest) -> HttpResponse:
    if not request.actor.units_granting(Permission.DOSSIER_VIEW):
        rows = list_of_person(request.actor.person_id)
        return render(request, "web/dossiers/own.html", {"page": build_own(rows)})
    if request.GET.get("format") == "xlsx":
        return excel_response(sheets.dossier_sheet(build_all_rows(request)), "ho-so-khen-thuong.xlsx")
    return render(request, "web/dossiers/list.html", {"page": build_list(request)})


@requires(Permission.DOSSIER_EDIT)
def create(request: HttpRequest) -> HttpResponse:
    units = request.actor.units_granting(Permission.DOSSIER_EDIT)
    asked = request.GET.get("unit", "")
    unit_id = next((pk for pk in units if str(pk) == asked), units[0])
    span = get_span(unit_id, request.today)
    form = _dossier_form(request, span, {"year": year_in_review(span.kind, request.today).label})
    if request.method == "POST" and form.is_valid():
        made = dossier_actions.create(
            unit=Unit.objects.get(pk=unit_id), description=_description(form, span), by=request.actor, at=request.now
        )
        messages.success(request, "Đã lập hồ sơ. Hãy thêm cá nhân, tập thể đề nghị khen thưởng.")
        return redirect("web:dossier_pick", pk=made.pk)
    names = get_spans(units, request.today)
    context = {"form": form, "unit": span, "units": [names[pk] for pk in units]}
    return render(request, "web/dossiers/new.html", context, status=422 if form.errors else 200)


@requires(Permission.DOSSIER_VIEW)
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    return show(request, load_dossier(request, pk))


@requires(Permission.DOSSIER_EDIT)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk, change=Permission.DOSSIER_EDIT)
    span = get_span(row.unit_id, request.today)
    initial = {
        "title": row.title, "year": row.year, "stream": row.stream, "movement": row.movement_id,
        "deciding_unit": row.deciding_unit_id, "version": row.version,
    }  # fmt: skip
    form = _dossier_form(request, span, initial)
    if request.method == "POST" and form.is_valid():
        try:
            dossier_actions.revise(
                dossier=row, description=_description(form, span), version=form.cleaned_data["version"] or 0,
                by=request.actor, at=request.now,
            )  # fmt: skip
        except AwardsError as error:
            form.add_error(None, list(error.reasons))
        else:
            messages.success(request, "Đã lưu thông tin hồ sơ.")
            return redirect("web:dossier", pk=row.pk)
    context = {"form": form, "unit": span, "dossier": row}
    return render(request, "web/dossiers/edit.html", context, status=422 if form.errors else 200)


@requires(Permission.DOSSIER_EDIT)
def pick(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk, change=Permission.DOSSIER_EDIT)
    errors: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            new = nominations.add(dossier=row, **_chosen(request, row), by=request.actor, at=request.now)
        except AwardsError as error:
            errors = error.reasons
        else:
            messages.success(request, f"Đã thêm {len(new)} đề nghị vào hồ sơ.")
            return redirect("web:dossier", pk=row.pk)
    context = {"page": build_pick(request, row), "errors": errors, "ticked": request.POST.getlist("candidate")}
    return render(request, "web/dossiers/pick.html", context, status=422 if errors else 200)


@requires(Permission.DOSSIER_VIEW)
def nomination(request: HttpRequest, pk: int) -> HttpResponse:
    change = Permission.DOSSIER_EDIT if request.method == "POST" else None
    row = load_nomination(request, pk, change=change)
    form = NominationForm(request.POST or None, nomination=row)
    if request.method == "POST" and form.is_valid():
        try:
            nominations.revise(
                nomination=row, achievement=form.cleaned_data["achievement"],
                initiative=form.cleaned_data.get("initiative"), version=form.cleaned_data["version"],
                by=request.actor, at=request.now,
            )  # fmt: skip
        except AwardsError as error:
            form.add_error(None, list(error.reasons))
        else:
            messages.success(request, "Đã lưu thành tích và đối chiếu lại.")
            return redirect("web:nomination", pk=row.pk)
    context = {"page": build_nomination(request, row), "form": form}
    return render(request, "web/dossiers/nomination.html", context, status=422 if form.errors else 200)


@requires(Permission.DOSSIER_VIEW)
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    file = load_paper(request, pk).file
    with file.content.open("rb") as content:
        return download(content.read(), file.name, file.media_type)


def show(request: HttpRequest, row: Dossier, errors: tuple[str, ...] = (), **forms) -> HttpResponse:
    """The page of a dossier; with the reasons when a step was refused."""
    page = build_dossier(request, row)
    context = {
        "page": page,
        "errors": errors,
        "paper_form": PaperForm(
            parts=[part.name for part in page.parts], initial={"part": next(iter(page.missing), "")}
        ),
        "reason_form": ReasonForm(),
        **forms,
    }
    refused = errors or any(form.errors for form in forms.values())
    return render(request, "web/dossiers/detail.html", context, status=422 if refused else 200)


def _dossier_form(request: HttpRequest, span: UnitSpan, initial: dict) -> DossierForm:
    facts = load_units([span.unit_id]).facts(span.unit_id, request.today)
    routes = find_routes(span.unit_id, facts, request.today)
    years = year_choices(span.kind, request.today)
    if initial["year"] not in dict(years):
        years.append((initial["year"], parse_year(initial["year"]).title.capitalize()))
    movements = Movement.objects.filter(unit_id__in={span.unit_id, *span.above_ids}).exclude(state=Movement.State.DRAFT)
    if routes:
        initial.setdefault("deciding_unit", routes[0].unit_id)
    return DossierForm(request.POST or None, initial=initial, routes=routes, years=years, movements=movements)


def _description(form: DossierForm, span: UnitSpan) -> DossierDescription:
    data = form.cleaned_data
    title = data["title"] or f"Đề nghị khen thưởng {parse_year(data['year']).title} – {span.name}"
    return DossierDescription(
        title=title,
        year=data["year"],
        stream=data["stream"],
        deciding_unit=Unit.objects.get(pk=data["deciding_unit"]),
        movement=data["movement"],
    )


def _chosen(request: HttpRequest, row: Dossier) -> dict:
    """The candidates ticked, all within reach of the dossier's unit. Raises Http404 for others."""
    ids = {int(value) for value in request.POST.getlist("candidate") if value.isdecimal()}
    units = [span.unit_id for span in reachable_units(row, request)]
    honour_code = request.POST.get("honour", "")
    if request.POST.get("subject") == COLLECTIVES:
        found = _collectives(ids, row, request)
        key = "collectives"
    else:
        held = list_appointments(request.today).filter(unit_id__in=units, person_id__in=ids)
        found = list(Person.objects.filter(pk__in=held.values("person_id")).order_by("sort_name", "pk"))
        key = "people"
    if len(found) != len(ids):
        raise Http404("Không tìm thấy cá nhân, tập thể đã chọn trong đơn vị.")
    return {"honour_code": honour_code, key: found}


def _collectives(ids: set[int], row: Dossier, request: HttpRequest) -> list[Unit]:
    spans = get_spans(ids, request.today).values()
    within = [span.unit_id for span in spans if f"/{row.unit_id}/" in span.path]
    return list(Unit.objects.filter(pk__in=within).order_by("pk"))
