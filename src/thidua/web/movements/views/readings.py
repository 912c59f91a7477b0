"""Bringing a plan in, reviewing what was read, making the movement."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.adapters.text import UnreadableFile
from thidua.core.access import Permission
from thidua.core.plans.sections import BY_CODE
from thidua.journal.queries.history import list_history
from thidua.movements.actions import movements, readings
from thidua.movements.actions.errors import MovementError
from thidua.movements.actions.readings import StaleSection
from thidua.movements.models import PlanReading
from thidua.movements.queries.visible import list_possible_parents
from thidua.orgs.models import Unit
from thidua.records.actions.documents import EditConflict
from thidua.records.actions.files import FileError
from thidua.web.access import requires
from thidua.web.downloads import download
from thidua.web.editing import posted_version
from thidua.web.movements.forms.movement import DetailsForm, ReasonForm, UploadForm
from thidua.web.movements.forms.sections import ItemForm, bind_forms, filled
from thidua.web.movements.loading import choose_unit, load_reading
from thidua.web.movements.pages.proposing import propose_details
from thidua.web.movements.pages.reading import SectionView, build_bound_section, build_reading_page, build_section

INVALID = "Có ô chưa hợp lệ nên phần này chưa được lưu. Nội dung đã gõ vẫn còn bên dưới."


def units_of(request: HttpRequest, permission: Permission) -> list[tuple[int, str]]:
    """The units the person may act for, with their names."""
    choose_unit(request, permission, None)
    held = request.actor.units_granting(permission)
    names = {role.unit_id: role.unit_name for role in request.actor.roles}
    return [(unit_id, names[unit_id]) for unit_id in held]


@requires(Permission.MOVEMENT_EDIT)
def upload(request: HttpRequest) -> HttpResponse:
    """Upload a plan; what was read is shown for review."""
    units = units_of(request, Permission.MOVEMENT_EDIT)
    form = UploadForm(request.POST or None, request.FILES or None, units=units)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            reading = readings.upload(
                data=file.read(), name=file.name, unit=Unit.objects.get(pk=form.cleaned_data["unit"]),
                by=request.actor, at=request.now,
            )  # fmt: skip
        except (UnreadableFile, FileError) as error:
            form.add_error("file", str(error))
        else:
            return redirect("web:reading", pk=reading.pk)
    return render(request, "web/movements/upload.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.MOVEMENT_EDIT)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The source text beside what was read."""
    reading = load_reading(request, pk)
    if reading.state == PlanReading.State.CONFIRMED:
        return redirect("web:movement", pk=reading.movement.pk)
    return _show(request, reading)


def _show(request: HttpRequest, reading: PlanReading, bound: SectionView | None = None) -> HttpResponse:
    page = build_reading_page(reading, bound=bound)
    context = {"page": page, "history": list_history(reading), "discard_form": ReasonForm()}
    return render(request, "web/movements/reading.html", context, status=422 if bound else 200)


@requires(Permission.MOVEMENT_EDIT)
@require_POST
def save_section(request: HttpRequest, pk: int, section: str) -> HttpResponse:
    """Save one section of the draft: as draft (also by itself, while typing) or as reviewed."""
    reading = load_reading(request, pk)
    if section not in BY_CODE:
        raise Http404("Không có phần này.")
    known = [item["key"] for item in reading.draft["sections"][section]["items"]]
    forms = bind_forms(section, request.POST, known)
    if [form for form in forms if not form.is_valid()]:  # every form, so that all errors show
        return _refuse(request, reading, section, forms, INVALID)
    try:
        saved = readings.save_section(
            reading=reading, section=section, items=filled(forms, known), version=posted_version(request),
            reviewed="reviewed" in request.POST, by=request.actor, at=request.now,
        )  # fmt: skip
    except StaleSection as stale:
        who = str(stale) or "Người khác"
        why = (
            f"{who} vừa lưu phần này. Nội dung bạn gõ vẫn còn bên dưới nhưng chưa được lưu; hãy tải lại trang để xem "
            "bản mới, hoặc bấm lưu lần nữa để thay bằng nội dung của bạn."
        )
        return _refuse(request, load_reading(request, pk), section, forms, why)
    except MovementError as error:
        messages.error(request, str(error))
        return redirect("web:reading", pk=pk)
    return _saved(request, saved, section)


def _is_background(request: HttpRequest) -> bool:
    return bool(request.htmx) and request.headers.get("X-Autosave") == "1"


def _saved(request: HttpRequest, reading: PlanReading, section: str) -> HttpResponse:
    view = build_section(reading, section)
    if _is_background(request):
        return render(request, "web/movements/parts/saved.html", {"view": view, "reading": reading})
    if request.htmx:
        parts = reading.draft["sections"].values()
        fresh = f"{sum(part['reviewed'] for part in parts)}/{len(parts)}"
        return render(request, "web/movements/parts/section.html", {"view": view, "reading": reading, "fresh": fresh})
    messages.success(request, f"Đã lưu phần “{view.section.title}”.")
    return redirect(reverse("web:reading", args=(reading.pk,)) + f"#phan-{section}")


def _refuse(request: HttpRequest, reading: PlanReading, section: str, forms: list[ItemForm], why: str) -> HttpResponse:
    view = build_bound_section(reading, section, forms, why)
    if _is_background(request):
        # The version stays as the person read it: only a deliberate save may replace somebody else's.
        context = {"view": view, "reading": reading, "version": posted_version(request)}
        return render(request, "web/movements/parts/saved.html", context)
    if request.htmx:
        return render(request, "web/movements/parts/section.html", {"view": view, "reading": reading})
    return _show(request, reading, view)


@requires(Permission.MOVEMENT_EDIT)
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the review up, with a reason."""
    reading = load_reading(request, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Hãy ghi lý do bỏ kế hoạch này.")
        return redirect("web:reading", pk=pk)
    try:
        readings.discard(reading=reading, reason=form.cleaned_data["reason"], by=request.actor, at=request.now)
    except MovementError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Đã bỏ kế hoạch “{reading.file.name}”.")
    return redirect("web:movements")


@requires(Permission.MOVEMENT_EDIT)
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it was brought."""
    reading = load_reading(request, pk)
    with reading.file.content.open("rb") as content:
        return download(content.read(), reading.file.name, reading.file.media_type)


@requires(Permission.MOVEMENT_EDIT)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Lập phong trào: the movement's own facts, proposed from the draft."""
    reading = load_reading(request, pk)
    if reading.state == PlanReading.State.CONFIRMED:
        return redirect("web:movement", pk=reading.movement.pk)
    parents = [(row.pk, row.name) for row in list_possible_parents(reading.unit_id)]
    form = DetailsForm(request.POST or None, parents=parents, initial=propose_details(reading, request.today))
    if request.method == "POST" and form.is_valid():
        try:
            movement = movements.confirm(
                reading=reading,
                details=form.details(),
                version=posted_version(request),
                by=request.actor,
                at=request.now,
            )
        except (MovementError, EditConflict) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Đã lập phong trào. Hãy soạn kế hoạch rồi phát động.")
            return redirect("web:movement", pk=movement.pk)
    counts = [
        (section.title, sum(not item["dropped"] for item in reading.draft["sections"][code]["items"]))
        for code, section in BY_CODE.items()
        if not section.single
    ]
    context = {
        "form": form,
        "reading": reading,
        "counts": counts,
        "version": request.POST.get("version", reading.version),
    }
    return render(request, "web/movements/confirm.html", context, status=422 if form.errors else 200)
