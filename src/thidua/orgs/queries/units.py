"""Units as of a day: spans, superiors, subordinates."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.access import Scope
from thidua.core.vietnamese.folding import fold
from thidua.orgs.models import UnitKind, UnitSpan


def valid_on(as_of: date, prefix: str = "") -> Q:
    """Rows whose half-open span contains the day; `prefix` reaches spans over a relation (`spans__`)."""
    return Q(**{f"{prefix}starts_on__lte": as_of}) & (
        Q(**{f"{prefix}ends_before": None}) | Q(**{f"{prefix}ends_before__gt": as_of})
    )


def list_spans(as_of: date) -> QuerySet[UnitSpan]:
    """Every unit as it is on the day."""
    return UnitSpan.objects.filter(valid_on(as_of))


def get_span(unit_id: int, as_of: date) -> UnitSpan:
    """The unit as it is on the day; before its first or after its last day, the nearest span.

    Raises UnitSpan.DoesNotExist when the unit has no span at all.
    """
    span = list_spans(as_of).filter(unit_id=unit_id).first()
    if span is None:
        span = UnitSpan.objects.filter(unit_id=unit_id, starts_on__lte=as_of).order_by("-starts_on").first()
    return span or UnitSpan.objects.filter(unit_id=unit_id).earliest("starts_on")


def get_spans(unit_ids: Iterable[int], as_of: date) -> dict[int, UnitSpan]:
    """The units as they are on the day, or in their nearest span, by id (one query however many)."""
    found: dict[int, UnitSpan] = {}
    for span in UnitSpan.objects.filter(unit_id__in=set(unit_ids)).order_by("starts_on"):
        # The latest span that had begun by the day; before the first day, the first span.
        if span.starts_on <= as_of or span.unit_id not in found:
            found[span.unit_id] = span
    return found


def get_unit_names(unit_ids: Iterable[int], as_of: date) -> dict[int, str]:
    """The names of the units on the day, or in their nearest span, by id (one query)."""
    found: dict[int, str] = {}
    rows = UnitSpan.objects.filter(unit_id__in=set(unit_ids)).order_by("starts_on")
    for unit_id, name, starts_on in rows.values_list("unit_id", "name", "starts_on"):
        if starts_on <= as_of or unit_id not in found:
            found[unit_id] = name
    return found


def get_scope(unit_id: int, as_of: date, *, person_id: int | None = None) -> Scope:
    """The scope that `core.access.decide` asks for: the unit and every unit above it on either line."""
    span = get_span(unit_id, as_of)
    return Scope(unit_id=unit_id, above=span.above_ids, person_id=person_id)


def below(unit_ids: tuple[int, ...], as_of: date) -> Q:
    """Spans of the units and of everything under them on the managing or the professional line."""
    condition = Q(pk__in=[])
    for span in list_spans(as_of).filter(unit_id__in=unit_ids):
        for field, path in (("path", span.path), ("professional_path", span.professional_path)):
            # A range, not startswith: an index serves it on SQLite and PostgreSQL alike ("~" sorts after digits and "/").
            condition |= Q(**{f"{field}__gte": path, f"{field}__lt": path + "~"})
    return condition


def list_below(unit_ids: tuple[int, ...], as_of: date) -> QuerySet[UnitSpan]:
    """The units and everything under them, on the day."""
    return list_spans(as_of).filter(below(unit_ids, as_of))


def list_subordinates(unit_id: int, as_of: date) -> QuerySet[UnitSpan]:
    """Units directly under this one, by management or by professional direction, sections left out; each once."""
    direct = Q(managing_body_id=unit_id) | Q(professional_body_id=unit_id)
    return list_spans(as_of).filter(direct).exclude(kind=UnitKind.SECTION)


def list_sections(unit_id: int, as_of: date) -> QuerySet[UnitSpan]:
    return list_spans(as_of).filter(managing_body_id=unit_id, kind=UnitKind.SECTION)


def search_spans(spans: QuerySet[UnitSpan], text: str) -> QuerySet[UnitSpan]:
    """Those whose name has every word of the text, with or without diacritics."""
    for word in fold(text).split():
        spans = spans.filter(search_name__contains=word)
    return spans


def find_ancestor(unit_id: int, kind: UnitKind, as_of: date) -> UnitSpan | None:
    """The nearest unit of that kind above on the managing line, else on the professional line."""
    span = get_span(unit_id, as_of)
    for path in (span.path, span.professional_path):
        ids = [int(part) for part in path.split("/") if part and int(part) != unit_id]
        found = {row.unit_id: row for row in list_spans(as_of).filter(unit_id__in=ids, kind=kind)}
        for ancestor in reversed(ids):
            if ancestor in found:
                return found[ancestor]
    return None
