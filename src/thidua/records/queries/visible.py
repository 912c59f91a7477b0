"""Which documents an actor may see: those of units in reach, and those sent to the own units."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.core.access import GRANTS, Actor, Permission, Reach
from thidua.orgs.models import UnitSpan
from thidua.orgs.queries.units import list_spans, valid_on
from thidua.records.models import Dispatch, OfficialDocument


def list_reached_unit_ids(actor: Actor, permission: Permission, on: date) -> QuerySet[UnitSpan, int]:
    """Ids of the units over which the actor holds the permission on the day, as a subquery.

    Units that were dissolved stay with whoever was above them at the end, as `get_scope` has it.
    """
    reaches = [(held.unit_id, GRANTS[held.role].get(permission)) for held in actor.roles]
    own = [unit_id for unit_id, reach in reaches if reach in {Reach.UNIT, Reach.BELOW}]
    roots = [unit_id for unit_id, reach in reaches if reach is Reach.BELOW]
    condition = Q(unit_id__in=own)
    for span in list_spans(on).filter(unit_id__in=roots):
        for field, path in (("path", span.path), ("professional_path", span.professional_path)):
            # A range serves the index on SQLite and PostgreSQL alike, as in `orgs.queries.units.below`.
            condition |= Q(**{f"{field}__gte": path, f"{field}__lt": path + "~"})
    later = UnitSpan.objects.filter(unit_id=OuterRef("unit_id"), starts_on__gt=OuterRef("starts_on"))
    last = Q(ends_before__lte=on) & ~Exists(later)
    return UnitSpan.objects.filter(condition).filter(valid_on(on) | last).values_list("unit_id", flat=True)


def list_sent_document_ids(unit_ids: tuple[int, ...]) -> QuerySet[Dispatch, int]:
    """Ids of the documents sent to one of the units, as a subquery."""
    return Dispatch.objects.filter(unit_id__in=unit_ids).values_list("document_id", flat=True)


def list_visible_documents(actor: Actor, on: date) -> QuerySet[OfficialDocument]:
    """Issued documents of units in reach or sent to the own units; drafts only where the actor may write them."""
    issued = Q(state=OfficialDocument.State.ISSUED) & (
        Q(unit_id__in=list_reached_unit_ids(actor, Permission.DOCUMENT_VIEW, on))
        | Q(pk__in=list_sent_document_ids(actor.units_granting(Permission.DOCUMENT_VIEW)))
    )
    return OfficialDocument.objects.filter(issued | Q(unit_id__in=actor.units_granting(Permission.DOCUMENT_EDIT)))
