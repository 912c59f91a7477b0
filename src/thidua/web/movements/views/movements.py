"""The list of movements, one movement, its drafting and editing."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.core.access import Permission
from thidua.core.plans.sections import BY_CODE
from thidua.core.workflow import WrongState
from thidua.journal.queries.history import list_history
from thidua.movements.actions import following, movements, parts
from thidua.movements.actions.errors import MovementError
from thidua.movements.models import PlanFinding, Task
from thidua.movements.queries.parts import PARTS, list_items
from thidua.movements.queries.visible import list_possible_parents
from thidua.orgs.models import Unit
from thidua.records.actions.documents import EditConflict
from thidua.web.access import requires
from thidua.web.downloads import excel_response
from thidua.web.editing import posted_version
from thidua.web.movements.forms.movement import DetailsForm, NoteForm, movement_initial
from thidua.web.movements.forms.sections import bind_forms, filled
from thidua.web.movements.loading import choose_unit, load_movement
from thidua.web.movements.pages.listing import build_list_page
from thidua.web.movements.pages.movement import build_movement_page
from thidua.web.movements.pages.parts import build_bound_part, build_part
from thidua.web.movements.pages.proposing import propose_empty
from thidua.web.movements.sheets import movements_sheet
from thidua.web.movements.views.readings import units_of


@requires(Permission.MOVEMENT_VIEW)
def index(request: HttpRequest) -> HttpResponse:
    """The movements that concern the person; also as Excel."""
    if request.GET.get("format") == "xlsx":
        return excel_response(movements_sheet(build_list_page(request, whole=True)), "Phong trào thi đua.xlsx")
    return render(request, "web/movements/list.html", {"page": build_list_page(request)})


@requires(Permission.MOVEMENT_VIEW)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One movement: what it is, its state, what to do next."""
    movement = load_movement(request, pk)
    context = {"page": build_movement_page(request, movement), "history": list_history(movement)}
    return render(request, "web/movements/movement.html", context)


@requires(Permission.MOVEMENT_EDIT)
def begin(request: HttpRequest) -> HttpResponse:
    """A movement without a file."""
    units = units_of(request, Permission.MOVEMENT_EDIT)
    unit_id = choose_unit(request, Permission.MOVEMENT_EDIT, request.GET.get("unit"))
    parents = [(row.pk, row.name) for row in list_possible_parents(unit_id)]
    form = DetailsForm(request.POST or None, parents=parents, initial=propose_empty(request.today))
    if request.method == "POST" and form.is_valid():
        try:
            movement = movements.draft(
                unit=Unit.objects.get(pk=unit_id), details=form.details(), by=request.actor, at=request.now
            )
        except MovementError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Đã lập phong trào. Hãy thêm căn cứ, chỉ tiêu, nhiệm vụ rồi soạn kế hoạch.")
            return redirect("web:movement", pk=movement.pk)
    context = {"form": form, "title": "Lập phong trào mới", "units": units, "unit_id": unit_id, "movement": None}
    return render(request, "web/movements/details.html", context, status=422 if form.errors else 200)


@requires(Permission.MOVEMENT_EDIT)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The movement's own facts."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_EDIT)
    parents = [(row.pk, row.name) for row in list_possible_parents(movement.unit_id)]
    if movement.parent_id:
        parents.insert(0, (movement.parent_id, movement.parent.name))
    form = DetailsForm(request.POST or None, parents=parents, initial=movement_initial(movement))
    if request.method == "POST" and form.is_valid():
        try:
            movements.edit(
                movement=movement,
                details=form.details(),
                version=posted_version(request),
                by=request.actor,
                at=request.now,
            )
        except (MovementError, EditConflict) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Đã lưu thông tin phong trào.")
            return redirect("web:movement", pk=pk)
    context = {
        "form": form, "title": "Sửa thông tin phong trào", "movement": movement,
        "version": request.POST.get("version", movement.version),
    }  # fmt: skip
    return render(request, "web/movements/details.html", context, status=422 if form.errors else 200)


@requires(Permission.MOVEMENT_EDIT)
def edit_part(request: HttpRequest, pk: int, section: str) -> HttpResponse:
    """Bases, named movements, targets or tasks of a draft."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_EDIT)
    if section not in PARTS:
        raise Http404("Không có phần này.")
    items = list_items(movement, section)
    if request.method != "POST":
        return render(request, "web/movements/part.html", {"page": build_part(movement, section, items)})
    known = [item["key"] for item in items]
    forms = bind_forms(section, request.POST, known)
    error = "Có ô chưa hợp lệ nên chưa lưu được."
    if not [form for form in forms if not form.is_valid()]:
        try:
            parts.save(
                movement=movement, section=section, items=filled(forms, known), version=posted_version(request),
                by=request.actor, at=request.now,
            )  # fmt: skip
        except (MovementError, EditConflict) as refused:
            error = str(refused)
        else:
            messages.success(request, f"Đã lưu phần “{BY_CODE[section].title}”.")
            if "more" in request.POST:
                return redirect("web:movement_part", pk=pk, section=section)
            return redirect("web:movement", pk=pk)
    page = build_bound_part(movement, section, items, forms, posted_version(request), error)
    return render(request, "web/movements/part.html", {"page": page}, status=422)


@requires(Permission.MOVEMENT_EDIT)
@require_POST
def finish_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick a task as done today, or open it again."""
    task = get_object_or_404(Task, pk=pk)
    movement = load_movement(request, task.movement_id, change=Permission.MOVEMENT_EDIT)
    note = NoteForm(request.POST)
    words = note.cleaned_data["note"] if note.is_valid() else ""
    on = request.today if request.POST.get("done") == "1" else None
    try:
        following.finish_task(task=task, on=on, note=words, by=request.actor, at=request.now)
    except MovementError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Đã ghi nhận hoàn thành nhiệm vụ." if on else "Đã mở lại nhiệm vụ.")
    return redirect(reverse("web:movement", args=(movement.pk,)) + "#nhiem-vu")


@requires(Permission.MOVEMENT_EDIT)
@require_POST
def settle_finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how a finding was dealt with."""
    finding = get_object_or_404(PlanFinding, pk=pk)
    movement = load_movement(request, finding.movement_id, change=Permission.MOVEMENT_EDIT)
    form = NoteForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    try:
        following.settle_finding(finding=finding, note=note, by=request.actor, at=request.now)
    except MovementError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Đã ghi cách xử lý.")
    return redirect("web:movement", pk=movement.pk)


@requires(Permission.MOVEMENT_LAUNCH)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """End the movement after its period."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_LAUNCH)
    try:
        movements.close(movement=movement, on=request.today, by=request.actor, at=request.now)
    except (MovementError, WrongState) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Đã kết thúc phong trào.")
    return redirect("web:movement", pk=pk)
