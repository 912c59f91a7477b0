"""Recognised initiatives and research results (A3)."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from thidua.awards.models import Initiative
from thidua.core.law.honours import honour
from thidua.core.vietnamese.folding import fold


def list_initiatives(unit_ids: Iterable[int]) -> QuerySet[Initiative]:
    """Those entered by the units, with their authors."""
    return Initiative.objects.filter(unit_id__in=list(unit_ids)).select_related("person")


def search_initiatives(rows: QuerySet[Initiative], text: str) -> QuerySet[Initiative]:
    """Those whose author's name or whose title has every word of the text, with or without diacritics,
    or whose author's code it is.
    """
    by_author, by_title = Q(), Q()
    for word in fold(text).split():
        by_author &= Q(person__search_name__contains=word)
        by_title &= Q(search_title__contains=word)
    return rows.filter(by_author | by_title | Q(person__code__iexact=text.strip()))


def list_usable(person_id: int) -> QuerySet[Initiative]:
    """What a person may still bring as a ground, newest first."""
    return Initiative.objects.filter(person_id=person_id, used_for="").order_by("-recognised_on")


def describe_use(used_for: str) -> str:
    """`TITLE:CSTDCS` -> the honour's name; empty when it was not used yet."""
    if not used_for:
        return ""
    code = used_for.split(":", 1)[-1]
    try:
        return honour(code).name
    except KeyError:
        return used_for
