"""Kind of a unit and who manages it on a day, for many units at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from thidua.core.law.facts import UNIT_KINDS, UnitFacts
from thidua.orgs.models import Area, UnitKind, UnitSpan

MANAGED_BY = {
    UnitKind.COMMUNE: "commune",
    UnitKind.DISTRICT_OFFICE: "district",
    UnitKind.DEPARTMENT: "department",
    UnitKind.MINISTRY: "ministry",
}
HARD_AREAS = frozenset({Area.DIFFICULT, Area.BORDER})


def valid_at(spans: list[UnitSpan], on: date) -> UnitSpan | None:
    """The span of the day among the spans of one unit (oldest first); the nearest one outside its life."""
    begun = [span for span in spans if span.starts_on <= on]
    return begun[-1] if begun else next(iter(spans), None)


@dataclass(slots=True)
class UnitTable:
    """Spans of the units asked for and of everything above them, oldest first, by unit."""

    spans: dict[int, list[UnitSpan]] = field(default_factory=dict)

    def facts(self, unit_id: int, on: date) -> UnitFacts:
        """Kind and managing body as the law names them; a section counts as the unit it belongs to."""
        span = valid_at(self.spans.get(unit_id, []), on)
        if span is None:
            return UnitFacts()
        if span.kind == UnitKind.SECTION and span.managing_body_id is not None:
            return self.facts(span.managing_body_id, on)
        kind = span.kind if span.kind in UNIT_KINDS else None
        return UnitFacts(kind, self._managed_by(span, on))

    def _managed_by(self, span: UnitSpan, on: date) -> str | None:
        """The unit's own line for offices and communes; for a school the nearest body above that manages schools."""
        own = MANAGED_BY.get(UnitKind(span.kind))
        if own is not None:
            return own
        for part in reversed([part for part in span.path.split("/") if part]):
            above = valid_at(self.spans.get(int(part), []), on)
            if above is not None and UnitKind(above.kind) in MANAGED_BY:
                return MANAGED_BY[UnitKind(above.kind)]
        return None


def load_units(unit_ids: Iterable[int]) -> UnitTable:
    """The table for these units (two queries)."""
    table = UnitTable()
    wanted = set(unit_ids)
    own = list(UnitSpan.objects.filter(unit_id__in=wanted).order_by("starts_on"))
    above = {int(part) for span in own for part in span.path.split("/") if part} - wanted
    for span in [*own, *UnitSpan.objects.filter(unit_id__in=above).order_by("starts_on")]:
        table.spans.setdefault(span.unit_id, []).append(span)
    return table
