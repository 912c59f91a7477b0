"""Which movements an actor may see: those of units in reach, and those whose plan was sent to the own units."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.access import Actor, Permission
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import Movement, PlanReading
from thidua.records.queries.visible import list_reached_unit_ids, list_sent_document_ids


def list_received_movements(actor: Actor) -> QuerySet[Movement]:
    """Movements of others whose plan was sent to one of the actor's units."""
    return Movement.objects.filter(
        plan_id__in=list_sent_document_ids(actor.units_granting(Permission.MOVEMENT_VIEW))
    ).exclude(state=Movement.State.DRAFT)


def list_visible_movements(actor: Actor, on: date) -> QuerySet[Movement]:
    """Launched movements in reach or sent to the own units; drafts only where the actor may write them."""
    reached = Q(unit_id__in=list_reached_unit_ids(actor, Permission.MOVEMENT_VIEW, on))
    sent = Q(plan_id__in=list_sent_document_ids(actor.units_granting(Permission.MOVEMENT_VIEW)))
    launched = ~Q(state=Movement.State.DRAFT) & (reached | sent)
    return Movement.objects.filter(launched | Q(unit_id__in=actor.units_granting(Permission.MOVEMENT_EDIT)))


def search_movements(movements: QuerySet[Movement], text: str) -> QuerySet[Movement]:
    """Those whose name has every word of the text, with or without diacritics."""
    for word in fold(text).split():
        movements = movements.filter(search_name__contains=word)
    return movements


def list_open_readings(actor: Actor) -> QuerySet[PlanReading]:
    """Plans under review in the units where the actor may write movements, newest first."""
    units = actor.units_granting(Permission.MOVEMENT_EDIT)
    rows = PlanReading.objects.filter(unit_id__in=units, state=PlanReading.State.REVIEW)
    return rows.select_related("file").order_by("-created_at", "-pk")


def list_possible_parents(unit_id: int) -> QuerySet[Movement]:
    """Movements that the unit can answer: launched, sent to it, and not answered by it yet."""
    sent = Movement.objects.filter(state=Movement.State.LAUNCHED, plan_id__in=list_sent_document_ids((unit_id,)))
    return sent.exclude(children__unit_id=unit_id).order_by("-launched_at")
