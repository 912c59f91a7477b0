"""Documents on their way: what a unit received, what still waits to be acknowledged."""

from django.db.models import QuerySet

from thidua.records.models import Dispatch, OfficialDocument


def list_incoming(unit_ids: tuple[int, ...]) -> QuerySet[Dispatch]:
    """What was sent to the units, newest first."""
    return Dispatch.objects.filter(unit_id__in=unit_ids).select_related("document").order_by("-sent_at", "-pk")


def list_waiting(unit_ids: tuple[int, ...]) -> QuerySet[Dispatch]:
    """Incoming documents that nobody has acknowledged yet, the earliest deadline first."""
    return list_incoming(unit_ids).filter(acknowledged_at=None).order_by("respond_by", "sent_at")


def list_sent(document: OfficialDocument) -> QuerySet[Dispatch]:
    """To whom the document went."""
    return document.dispatches.order_by("pk")
