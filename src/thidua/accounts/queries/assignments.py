"""Roles given in units, for those who manage them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from thidua.accounts.models import RoleAssignment
from thidua.core.vietnamese.folding import fold


def list_assignments(
    unit_ids: Iterable[int], *, as_of: date, text: str = "", role: str = "", ended: bool = False
) -> QuerySet[RoleAssignment]:
    """Assignments in the units; `ended` shows those that are over instead of those held or to come."""
    rows = RoleAssignment.objects.filter(unit_id__in=unit_ids).select_related("user__person")
    over = Q(ends_before__isnull=False, ends_before__lte=as_of)
    rows = rows.filter(over) if ended else rows.exclude(over)
    if role:
        rows = rows.filter(role=role)
    for word in fold(text).split():
        rows = rows.filter(Q(user__person__search_name__contains=word) | Q(user__username__icontains=word))
    return rows.order_by("user__display_name", "pk")
