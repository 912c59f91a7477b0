"""Plans that superiors sent to the unit: opened, acknowledged, answered with an own plan."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.core.access import Permission
from thidua.movements.actions import movements
from thidua.movements.actions.errors import MovementError
from thidua.records.actions import dispatches
from thidua.records.models import Dispatch
from thidua.web.access import may, requires
from thidua.web.documents.loading import list_own_history
from thidua.web.downloads import excel_response
from thidua.web.movements.loading import load_incoming
from thidua.web.movements.pages.incoming import build_incoming_list, build_incoming_page
from thidua.web.movements.sheets import incoming_sheet


def mark_received(request: HttpRequest, dispatch: Dispatch) -> Dispatch:
    """Opening marks the document as received, when somebody opens it who may answer for the unit."""
    if dispatch.received_at is None and may(request, Permission.PLAN_ACKNOWLEDGE, dispatch.unit_id):
        dispatch.received_at = dispatches.receive(dispatch=dispatch, by=request.actor, at=request.now).received_at
    return dispatch


@requires(Permission.MOVEMENT_VIEW)
def index(request: HttpRequest) -> HttpResponse:
    """Kế hoạch đến, of all the person's units; also as Excel."""
    if request.GET.get("format") == "xlsx":
        return excel_response(incoming_sheet(build_incoming_list(request, whole=True)), "Kế hoạch đến.xlsx")
    return render(request, "web/movements/incoming_list.html", {"page": build_incoming_list(request)})


@requires(Permission.MOVEMENT_VIEW)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One incoming plan."""
    dispatch = mark_received(request, load_incoming(request, pk))
    context = {"page": build_incoming_page(request, dispatch), "history": list_own_history(dispatch.document, dispatch)}
    return render(request, "web/movements/incoming.html", context)


@requires(Permission.PLAN_ACKNOWLEDGE)
@require_POST
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm receipt."""
    dispatch = load_incoming(request, pk, change=Permission.PLAN_ACKNOWLEDGE)
    dispatches.acknowledge(dispatch=dispatch, by=request.actor, at=request.now)
    messages.success(request, f"Đã xác nhận nhận Kế hoạch số {dispatch.document.code}.")
    return redirect("web:incoming_plan", pk=pk)


@requires(Permission.MOVEMENT_EDIT)
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Ban hành kế hoạch của đơn vị: begin the unit's own plan from the superior's."""
    dispatch = load_incoming(request, pk, change=Permission.MOVEMENT_EDIT)
    try:
        movement = movements.answer(
            parent=dispatch.document.movement, unit=dispatch.unit, by=request.actor, at=request.now
        )
    except MovementError as error:
        messages.error(request, str(error))
        return redirect("web:incoming_plan", pk=pk)
    messages.success(
        request, "Đã lập dự thảo từ kế hoạch của cấp trên. Hãy điều chỉnh cho phù hợp với đơn vị rồi phát động."
    )
    return redirect("web:movement", pk=movement.pk)
