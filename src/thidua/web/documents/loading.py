"""Documents fetched together with the right to see them."""

from django.db.models import BigIntegerField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest

from thidua.core.access import Permission
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.records.actions import dispatches
from thidua.records.models import Dispatch, OfficialDocument
from thidua.records.queries.visible import list_reached_unit_ids
from thidua.web.access import load, may


def load_document(request: HttpRequest, pk: int) -> OfficialDocument:
    """A document of a unit in reach or sent to one of the actor's own units; drafts only for who may write them."""
    sent = Dispatch.objects.filter(document_id=OuterRef("pk"), unit_id__in=request.actor.unit_ids())
    rows = without_minutes_of_others(request, OfficialDocument.objects.select_related("movement")).annotate(
        received_id=Coalesce(Subquery(sent.values("unit_id")[:1]), F("unit_id"), output_field=BigIntegerField())
    )
    document = load(request, rows, view=Permission.DOCUMENT_VIEW, also_units=("received_id",), pk=pk)
    is_draft = document.state == OfficialDocument.State.DRAFT
    if is_draft and not may(request, Permission.DOCUMENT_EDIT, document.unit_id):
        raise Http404("Không tìm thấy.")
    return document


def without_minutes_of_others(request: HttpRequest, rows: QuerySet[OfficialDocument]) -> QuerySet[OfficialDocument]:
    """Minutes tell what was said and counted about colleagues: for the council, its unit's and higher dossier staff only."""
    council = request.actor.units_granting(Permission.COUNCIL_VIEW)
    dossiers = list_reached_unit_ids(request.actor, Permission.DOSSIER_VIEW, request.today)
    return rows.filter(Q(meeting=None, counted_meeting=None) | Q(unit_id__in=council) | Q(unit_id__in=dossiers))


def receive_for_own_units(request: HttpRequest, document: OfficialDocument) -> list[Dispatch]:
    """The dispatches to units for which the person may confirm receipt; opening the document marks them as received."""
    units = request.actor.units_granting(Permission.PLAN_ACKNOWLEDGE)
    rows = list(document.dispatches.filter(unit_id__in=units).order_by("pk")) if units else []
    return [
        row if row.received_at else dispatches.receive(dispatch=row, by=request.actor, at=request.now) for row in rows
    ]


def list_own_history(document: OfficialDocument, *mine: Dispatch) -> list[JournalEntry]:
    """The history as the receiving units may see it: what the issuing unit and they themselves did, not the others."""
    units = {document.unit_id, *(row.unit_id for row in mine)}
    return [entry for entry in list_history(document, limit=1000) if entry.unit_id in units][:50]
