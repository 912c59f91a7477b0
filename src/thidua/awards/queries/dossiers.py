"""Lists of dossiers."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.awards.models import Dossier, Nomination
from thidua.core.vietnamese.folding import fold
from thidua.orgs.models import UnitSpan
from thidua.orgs.queries.units import below


def list_visible(unit_ids: Iterable[int], as_of: date) -> QuerySet[Dossier]:
    """Dossiers of the units and everything under them, and those that any of these decides."""
    ids = tuple(unit_ids)
    reach = UnitSpan.objects.filter(below(ids, as_of)).values("unit_id")
    own = Q(unit_id__in=ids) | Q(deciding_unit_id__in=ids)
    return Dossier.objects.filter(own | Q(unit_id__in=reach))


def list_incoming(unit_ids: Iterable[int]) -> QuerySet[Dossier]:
    """What was submitted to the units: drafts, their own included, are left out."""
    return Dossier.objects.filter(deciding_unit_id__in=list(unit_ids)).exclude(state=Dossier.State.DRAFT)


def list_own(unit_ids: Iterable[int]) -> QuerySet[Dossier]:
    """What the units put forward themselves."""
    return Dossier.objects.filter(unit_id__in=list(unit_ids))


def search_dossiers(rows: QuerySet[Dossier], text: str) -> QuerySet[Dossier]:
    """Those whose title or one of whose candidates has every word of the text, with or without diacritics."""
    in_title, in_name = Q(), Q()
    for word in fold(text).split():
        in_title &= Q(search_title__contains=word)
        in_name &= Q(person__search_name__contains=word)
    if not in_title:
        return rows
    named = Nomination.objects.filter(in_name).values("dossier_id")
    return rows.filter(in_title | Q(pk__in=named))


def count_boxes(unit_ids: Iterable[int]) -> dict[str, int]:
    """How many dossiers the units put forward (`own`) and how many were submitted to them (`incoming`); one query."""
    ids = list(unit_ids)
    incoming = Q(deciding_unit_id__in=ids) & ~Q(state=Dossier.State.DRAFT)
    rows = Dossier.objects.filter(Q(unit_id__in=ids) | Q(deciding_unit_id__in=ids))
    counts: dict[str, int] = rows.aggregate(
        own=Count("pk", filter=Q(unit_id__in=ids)), incoming=Count("pk", filter=incoming)
    )
    return counts
