"""Decisions and awards, fetched together with the right to them."""

from django.http import Http404, HttpRequest

from thidua.awards.models import Award, AwardDecision, Dossier
from thidua.core.access import Permission, decide
from thidua.orgs.queries.units import get_scope, get_spans
from thidua.web.access import check, load, may


def load_draft(request: HttpRequest, pk: int, *, change: Permission) -> AwardDecision:
    """A draft or issued decision of a unit the actor prepares decisions for; 403 when they may not take the step."""
    rows = AwardDecision.objects.select_related("unit", "document", "meeting__council")
    return load(request, rows, view=Permission.DECISION_PREPARE, change=change, pk=pk)


def load_decision(request: HttpRequest, pk: int) -> AwardDecision:
    """Drafts are seen by who prepares them; issued decisions by the deciding unit, those above, and the units honoured."""
    rows = AwardDecision.objects.select_related("unit", "document", "meeting__council")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404("Không tìm thấy.")
    if may(request, Permission.DECISION_PREPARE, found.unit_id):
        return found
    if found.state == AwardDecision.State.ISSUED:
        units = {found.unit_id, *found.awards.values_list("unit_id", flat=True).distinct()}
        if any(may(request, Permission.DOSSIER_VIEW, unit_id) for unit_id in _nearest(request, units)):
            return found
    raise Http404("Không tìm thấy.")


def list_open_dossiers(request: HttpRequest, decision: AwardDecision) -> list[Dossier]:
    """The decision's dossiers that the actor may open: a unit honoured sees its own, not who of another was turned down."""
    rows = list(decision.dossiers.order_by("pk"))
    if may(request, Permission.DOSSIER_VIEW, decision.unit_id):
        return rows
    near = _nearest(request, {row.unit_id for row in rows})
    seen = {unit_id for unit_id in near if may(request, Permission.DOSSIER_VIEW, unit_id)}
    return [row for row in rows if row.unit_id in seen]


def _nearest(request: HttpRequest, unit_ids: set[int]) -> list[int]:
    """Units whose own line, or one above it, the actor holds a role in: one query instead of one per unit."""
    held = set(request.actor.unit_ids())
    spans = get_spans(unit_ids, request.today)
    return [pk for pk, span in spans.items() if held & (span.above_ids | {pk})]


def load_award(request: HttpRequest, pk: int, *, change: Permission | None = None) -> Award:
    """An award: seen by the honoured person, their unit, those above, and the unit that decided; changed by the latter."""
    rows = Award.objects.select_related("decision__unit", "decision__document", "revocation__document", "person")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404("Không tìm thấy.")
    scopes = [get_scope(found.unit_id, request.today, person_id=found.person_id)]
    if found.decision:
        scopes.append(get_scope(found.decision.unit_id, request.today))
    if not any(decide(request.actor, Permission.DOSSIER_VIEW, scope) for scope in scopes):
        raise Http404("Không tìm thấy.")
    if change is not None:
        check(request, change, scopes[-1])
    return found
