"""Targets: the board of a movement, one target over its units, allotting, reporting."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from thidua.core.access import Permission
from thidua.journal.queries.history import list_history
from thidua.movements.actions import figures, targets
from thidua.movements.actions.targets import TargetError
from thidua.movements.models import Figure, Movement, Target
from thidua.movements.queries.targets import list_reports
from thidua.orgs.models import Unit
from thidua.orgs.queries.units import get_scope, get_span, list_spans, list_subordinates
from thidua.records.actions import files
from thidua.records.actions.files import FileError
from thidua.web.access import check, may, requires
from thidua.web.downloads import download, excel_response
from thidua.web.movements.loading import load_movement
from thidua.web.paging import asked_number
from thidua.web.sorting import chosen_sort
from thidua.web.targets import pages
from thidua.web.targets.forms import AllotForm, ReportForm
from thidua.web.targets.sheets import target_sheet

_TARGETS = Target.objects.select_related("movement")


def _load_target(request: HttpRequest, pk: int, change: Permission | None = None) -> Target:
    """The target, for whoever may see its movement or is allotted to reach it."""
    target = get_object_or_404(_TARGETS, pk=pk)
    is_draft = target.movement.state == Movement.State.DRAFT
    if is_draft or not target.allotments.filter(unit_id__in=request.actor.unit_ids()).exists():
        load_movement(request, target.movement_id)
    if change is not None:
        check(request, change, get_scope(target.movement.unit_id, request.today))
    return target


@requires(Permission.MOVEMENT_VIEW)
def mine(request: HttpRequest) -> HttpResponse:
    page = pages.build_mine(
        request.actor,
        request.actor.unit_ids(),
        today=request.today,
        search=request.GET.get("q", ""),
        state=request.GET.get("state", ""),
        page=asked_number(request.GET.get("page"), 1),
    )
    return render(request, "web/targets/mine.html", {"page": page})


@requires(Permission.MOVEMENT_VIEW)
def board(request: HttpRequest, pk: int) -> HttpResponse:
    movement = load_movement(request, pk)
    unit_name = get_span(movement.unit_id, request.today).name
    page = pages.build_board(movement, unit_name, may(request, Permission.TARGET_ALLOT, movement.unit_id))
    return render(request, "web/targets/board.html", {"page": page})


@requires(Permission.MOVEMENT_VIEW)
def target(request: HttpRequest, pk: int) -> HttpResponse:
    row = _load_target(request, pk)
    page = pages.build_target(
        row,
        today=request.today,
        search=request.GET.get("q", ""),
        state=request.GET.get("state", ""),
        sort=chosen_sort(request, pages.SORTS, "name"),
        page=asked_number(request.GET.get("page"), 1),
        allot=may(request, Permission.TARGET_ALLOT, row.movement.unit_id),
        sees_movement=_sees_movement(request, row.movement_id),
        reports_for=request.actor.units_granting(Permission.FIGURE_REPORT),
    )
    if request.GET.get("format") == "xlsx":
        return excel_response(target_sheet(page), f"chi-tieu-{row.pk}.xlsx")
    return render(request, "web/targets/target.html", {"page": page, "history": list_history(row)})


def _sees_movement(request: HttpRequest, pk: int) -> bool:
    try:
        load_movement(request, pk)
    except Http404:
        return False
    return True


@requires(Permission.TARGET_ALLOT)
def allot(request: HttpRequest, pk: int) -> HttpResponse:
    row = _load_target(request, pk, change=Permission.TARGET_ALLOT)
    spans = list(list_subordinates(row.movement.unit_id, request.today).order_by("kind", "search_name"))
    known = {allotment.unit_id: allotment for allotment in row.allotments.all()}
    initial = {f"unit_{unit_id}": allotment.value for unit_id, allotment in known.items()}
    if not known and row.unit == "%":
        initial = {f"unit_{span.unit_id}": row.value for span in spans}
    due_on = next((allotment.due_on for allotment in known.values()), row.movement.ends_before)
    form = AllotForm(request.POST or None, spans=spans, initial={**initial, "due_on": due_on})
    if request.method == "POST" and form.is_valid():
        try:
            targets.allot(
                target=row, values=form.values(), due_on=form.cleaned_data["due_on"], by=request.actor, at=request.now
            )
        except TargetError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Đã giao chỉ tiêu cho {len(form.values())} đơn vị.")
            return redirect("web:target", pk=row.pk)
    context = {"form": form, "target": row, "wanted": pages.wanted(row)}
    return render(request, "web/targets/allot.html", context, status=422 if form.errors else 200)


@requires(Permission.FIGURE_REPORT)
def report(request: HttpRequest, pk: int, unit_id: int) -> HttpResponse:
    row = _load_target(request, pk)
    allotment = get_object_or_404(row.allotments, unit_id=unit_id)
    unit = Unit.objects.get(pk=unit_id)
    check(request, Permission.FIGURE_REPORT, get_scope(unit_id, request.today))
    reports = list_reports(row, unit_id)
    initial = {"as_of": request.today}
    form = ReportForm(
        request.POST or None,
        request.FILES or None,
        target=row,
        today=request.today,
        is_correction=bool(reports),
        initial=initial,
    )
    if request.method == "POST" and form.is_valid() and _save_report(request, form, row, unit):
        messages.success(request, "Đã ghi nhận số liệu. Kết quả đã được cộng dồn lên cấp trên.")
        return redirect("web:target", pk=row.pk)
    context = {
        "form": form,
        "target": row,
        "unit_name": list_spans(request.today).filter(unit_id=unit_id).values_list("name", flat=True).first(),
        "wanted": pages.wanted(row, allotment.value),
        "allotment": allotment,
        "reports": [
            (figure, pages.reached(pages.FigureFact(figure.numerator, figure.denominator, figure.value), row.unit))
            for figure in reports
        ],
    }
    return render(request, "web/targets/report.html", context, status=422 if form.errors else 200)


@requires(Permission.MOVEMENT_VIEW)
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """A unit's evidence may name persons: for the unit, those above it and who allots the target, not for other units."""
    figure = get_object_or_404(Figure.objects.select_related("evidence"), pk=pk, evidence__isnull=False)
    row = _load_target(request, figure.target_id)
    allots = may(request, Permission.TARGET_ALLOT, row.movement.unit_id)
    if not allots and not may(request, Permission.MOVEMENT_VIEW, figure.unit_id):
        raise Http404("Không tìm thấy.")
    with figure.evidence.content.open("rb") as content:
        return download(content.read(), figure.evidence.name, figure.evidence.media_type)


def _save_report(request: HttpRequest, form: ReportForm, row: Target, unit: Unit) -> bool:
    """File and figure together or not at all; False with the reason on the form."""
    upload = form.cleaned_data["evidence"]
    try:
        with transaction.atomic():
            evidence = (
                files.store(data=upload.read(), name=upload.name, unit=unit, by=request.actor, at=request.now)
                if upload
                else None
            )
            figures.report(
                target=row, unit=unit, report=form.report(), evidence=evidence, by=request.actor, at=request.now
            )
    except FileError as error:
        form.add_error("evidence", str(error))
    except TargetError as error:
        form.add_error(None, str(error))
    return not form.errors
