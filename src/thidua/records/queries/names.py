"""What units were called on the day that matters."""

from collections.abc import Iterable
from datetime import date

from thidua.orgs.models import UnitSpan


def get_spans_on(unit_ids: Iterable[int], on: date) -> dict[int, UnitSpan]:
    """The span of each unit on the day, else its nearest earlier, else its first one (one query)."""
    found: dict[int, UnitSpan] = {}
    for span in UnitSpan.objects.filter(unit_id__in=set(unit_ids)).order_by("starts_on"):
        if span.starts_on <= on or span.unit_id not in found:
            found[span.unit_id] = span
    return found


def get_names_on(unit_ids: Iterable[int], on: date) -> dict[int, str]:
    """The name of each unit on the day (one query)."""
    return {unit_id: span.name for unit_id, span in get_spans_on(unit_ids, on).items()}
