"""The journal of units: what happened, newest first."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from thidua.journal.models import JournalEntry

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


def list_entries(
    unit_ids: Iterable[int], *, area: str = "", text: str = "", on: date | None = None
) -> QuerySet[JournalEntry]:
    """Entries of the units; `area` is the first part of the code, `text` part of the actor's name or the reason."""
    entries = JournalEntry.objects.filter(unit_id__in=unit_ids)
    if area:
        entries = entries.filter(code__startswith=f"{area}.")
    if text.strip():
        entries = entries.filter(actor_name__icontains=text.strip()) | entries.filter(reason__icontains=text.strip())
    if on is not None:
        start = datetime.combine(on, time.min, LOCAL)
        entries = entries.filter(at__gte=start, at__lt=start + timedelta(days=1))
    return entries.order_by("-id")
