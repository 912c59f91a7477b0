"""The plan document, the launch, the units that answer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.core.access import Permission
from thidua.core.workflow import WrongState
from thidua.movements.actions import launches
from thidua.movements.actions.errors import MovementError
from thidua.movements.facts import compose_plan, get_header
from thidua.movements.models import Movement
from thidua.movements.queries.answers import list_answers
from thidua.orgs.queries.units import list_subordinates
from thidua.records.actions.documents import DocumentError, EditConflict
from thidua.web.access import requires
from thidua.web.documents.files import FORMATS, send_document
from thidua.web.downloads import excel_response
from thidua.web.editing import posted_version
from thidua.web.movements.forms.launch import LaunchForm
from thidua.web.movements.forms.movement import PlanForm, plan_initial
from thidua.web.movements.loading import load_movement
from thidua.web.movements.pages.board import build_board_page
from thidua.web.movements.pages.launching import build_launch_page, build_plan_page
from thidua.web.movements.sheets import board_sheet


@requires(Permission.MOVEMENT_EDIT)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Header of the plan, and how it will look."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_EDIT)
    if movement.state != Movement.State.DRAFT:
        return redirect("web:document", pk=movement.plan_id)
    header = get_header(movement, request.today)
    form = PlanForm(request.POST or None, initial=plan_initial(header))
    if request.method == "POST" and form.is_valid():
        try:
            launches.save_plan(
                movement=movement,
                header=form.header(),
                version=posted_version(request),
                by=request.actor,
                at=request.now,
            )
        except (MovementError, DocumentError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Đã lưu dự thảo kế hoạch.")
            return redirect("web:movement_plan", pk=pk)
    shown = form.header() if form.is_bound and form.is_valid() else header
    page = build_plan_page(movement, compose_plan(movement, shown))
    version = request.POST.get("version", movement.version)
    context = {"page": page, "form": form, "version": version}
    return render(request, "web/movements/plan.html", context, status=422 if form.errors else 200)


@requires(Permission.MOVEMENT_EDIT)
def plan_file(request: HttpRequest, pk: int, fmt: str) -> HttpResponse:
    """The plan as it stands, as .docx or .pdf, before it has a number."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_EDIT)
    if fmt not in FORMATS or movement.state != Movement.State.DRAFT:
        raise Http404("Không có tệp này.")
    header = get_header(movement, request.today)
    return send_document(compose_plan(movement, header), f"Dự thảo Kế hoạch {header.subject}", fmt)


@requires(Permission.MOVEMENT_LAUNCH)
def launch(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the units and launch: the plan gets its number and goes out."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_LAUNCH)
    if movement.state != Movement.State.DRAFT:
        messages.info(request, "Phong trào này đã được phát động.")
        return redirect("web:movement", pk=pk)
    form = _launch_form(request, movement)
    searching = request.POST.get("step") == "search"
    if request.method == "POST" and not searching and form.is_valid() and _launch(request, movement, form):
        return redirect("web:movement_board" if movement.plan_id else "web:movement", pk=pk)
    version = request.POST.get("version", movement.version)
    page = build_launch_page(request, movement, form)
    failed = request.method == "POST" and not searching
    context = {"page": page, "form": form, "version": version, "show_errors": failed}
    return render(request, "web/movements/launch.html", context, status=422 if failed else 200)


def _launch_form(request: HttpRequest, movement: Movement) -> LaunchForm:
    spans = list(list_subordinates(movement.unit_id, request.today).order_by("kind", "search_name"))
    data = request.POST if request.method == "POST" else None
    return LaunchForm(data, spans=spans, on=request.today, search=request.POST.get("q", ""))


def _launch(request: HttpRequest, movement: Movement, form: LaunchForm) -> bool:
    """True when launched; else the reason is on the form."""
    order = form.order()
    try:
        launched = launches.launch(
            movement=movement, header=get_header(movement, request.today), order=order, version=posted_version(request),
            on=request.today, by=request.actor, at=request.now,
        )  # fmt: skip
    except (MovementError, DocumentError, WrongState) as error:
        form.add_error(None, str(error))
        return False
    movement.plan_id = launched.plan_id if order.unit_ids else None
    where = f" và gửi đến {len(order.unit_ids)} đơn vị" if order.unit_ids else ""
    messages.success(request, f"Đã phát động phong trào: ban hành Kế hoạch số {launched.plan.code}{where}.")
    return True


@requires(Permission.MOVEMENT_EDIT)
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has received, acknowledged, issued an own plan; who is late."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_EDIT)
    if movement.plan_id is None or movement.state == Movement.State.DRAFT:
        raise Http404("Phong trào chưa phát động.")
    if request.GET.get("format") == "xlsx":
        page = build_board_page(request, movement, whole=True)
        return excel_response(
            board_sheet(page), f"Đơn vị thực hiện kế hoạch {movement.plan.code.replace('/', '-')}.xlsx"
        )
    return render(request, "web/movements/board.html", {"page": build_board_page(request, movement)})


@requires(Permission.MOVEMENT_EDIT)
@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind the chosen units, or every unit that is late."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_EDIT)
    ids = [int(value) for value in request.POST.getlist("dispatch") if value.isascii() and value.isdigit()]
    if request.POST.get("who") == "late":
        ids = [row.dispatch.pk for row in list_answers(movement, request.today) if row.late_days and row.own is None]
    try:
        count = launches.remind(movement=movement, dispatch_ids=ids, by=request.actor, at=request.now) if ids else 0
    except MovementError as error:
        messages.error(request, str(error))
    else:
        tell = messages.success if count else messages.warning
        tell(request, f"Đã nhắc {count} đơn vị." if count else "Hãy chọn đơn vị chưa ban hành kế hoạch để nhắc.")
    return redirect("web:movement_board", pk=pk)


@requires(Permission.MOVEMENT_LAUNCH)
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the plan of a launched movement to further units."""
    movement = load_movement(request, pk, change=Permission.MOVEMENT_LAUNCH)
    if movement.state != Movement.State.LAUNCHED:
        raise Http404("Phong trào không còn thực hiện.")
    form = _launch_form(request, movement)
    searching = request.POST.get("step") == "search"
    if request.method == "POST" and not searching and form.is_valid():
        try:
            count = launches.send_more(
                movement=movement, order=form.order(), on=request.today, by=request.actor, at=request.now
            )
        except (MovementError, EditConflict) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Đã gửi kế hoạch đến {count} đơn vị chưa nhận trước đó.")
            return redirect("web:movement_board", pk=pk)
    failed = request.method == "POST" and not searching
    context = {"page": build_launch_page(request, movement, form), "form": form, "show_errors": failed}
    return render(request, "web/movements/send.html", context, status=422 if failed else 200)
