"""Movements, readings, tasks and incoming plans, each fetched together with the right to it."""

from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest

from thidua.core.access import Permission
from thidua.movements.models import Movement, PlanReading
from thidua.records.models import Dispatch
from thidua.web.access import check, load, may, scope_of


def load_movement(request: HttpRequest, pk: int, *, change: Permission | None = None) -> Movement:
    """A movement of a unit in reach, or whose plan was sent to one of the actor's own units; drafts for editors only.

    Only the unit that launches it may change it: having received it gives no right to.
    """
    sent = Dispatch.objects.filter(document_id=OuterRef("plan_id"), unit_id__in=request.actor.unit_ids())
    rows: QuerySet[Movement] = Movement.objects.select_related("unit", "plan", "reading", "parent__plan").annotate(
        received_id=Coalesce(Subquery(sent.values("unit_id")[:1]), F("unit_id"), output_field=BigIntegerField())
    )
    movement = load(request, rows, view=Permission.MOVEMENT_VIEW, also_units=("received_id",), pk=pk)
    is_draft = movement.state == Movement.State.DRAFT
    if is_draft and not may(request, Permission.MOVEMENT_EDIT, movement.unit_id):
        raise Http404("Không tìm thấy.")
    if change is not None:
        check(request, change, scope_of(request, movement, "unit_id", None))
    return movement


def load_reading(request: HttpRequest, pk: int) -> PlanReading:
    """A plan under review, for those who write the unit's movements."""
    rows = PlanReading.objects.select_related("file", "unit")
    return load(request, rows, view=Permission.MOVEMENT_EDIT, pk=pk)


def load_incoming(request: HttpRequest, pk: int, *, change: Permission | None = None) -> Dispatch:
    """A plan on its way to one of the actor's units, with the movement it launched."""
    rows = Dispatch.objects.filter(document__movement__isnull=False).select_related("document__movement", "unit")
    return load(request, rows, view=Permission.MOVEMENT_VIEW, change=change, pk=pk)


def choose_unit(request: HttpRequest, permission: Permission, asked: str | None) -> int:
    """The unit to act for: the one asked for if the permission is held there, else the first one held."""
    units = request.actor.units_granting(permission)
    if not units:
        raise PermissionDenied("Bạn chưa được phân vai trò soạn phong trào ở đơn vị nào.")
    if asked and asked.isascii() and asked.isdigit() and int(asked) in units:
        return int(asked)
    return units[0]
