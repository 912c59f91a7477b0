"""Which unit handles an honour for another unit: from the deciding post of `core.law` to a unit of the tree."""

from dataclasses import dataclass
from datetime import date

from thidua.core.law.authority import deciding_authority
from thidua.core.law.facts import UnitFacts
from thidua.core.law.honours import Honour, honours
from thidua.orgs.models import UnitKind, UnitSpan
from thidua.orgs.queries.units import get_span, get_spans

# The body that prepares the decision of each level; what the State decides goes up through the province.
HANDLERS: dict[str, tuple[UnitKind, ...]] = {
    "commune": (UnitKind.COMMUNE,),
    "district": (UnitKind.DISTRICT_OFFICE,),
    "department": (UnitKind.DEPARTMENT,),
    "province": (UnitKind.PROVINCE,),
    "ministry": (UnitKind.MINISTRY, UnitKind.DEPARTMENT),
    "prime_minister": (UnitKind.PROVINCE, UnitKind.MINISTRY),
    "president": (UnitKind.PROVINCE, UnitKind.MINISTRY),
}


@dataclass(frozen=True, slots=True)
class Route:
    """Nơi trình: a unit that handles some honours for the unit that asks; `decided` pairs each with the deciding post."""

    unit_id: int
    name: str
    decided: tuple[tuple[Honour, str], ...]

    @property
    def honours(self) -> tuple[Honour, ...]:
        return tuple(one for one, _ in self.decided)

    @property
    def posts(self) -> tuple[str, ...]:
        """Each deciding post once, in the order of the honours."""
        return tuple(dict.fromkeys(post for _, post in self.decided))


def find_routes(unit_id: int, facts: UnitFacts, on: date) -> tuple[Route, ...]:
    """Where dossiers of the unit may go on the day, the lowest level first; `facts` are the unit's kind and managing body.

    Two queries. Empty when the unit is not known well enough.
    """
    span = get_span(unit_id, on)
    above = _line(span, on)
    names: dict[int, str] = {}
    decided: dict[int, list[tuple[Honour, str]]] = {}
    for one in honours():
        post = deciding_authority(one.code, facts.kind, facts.managed_by, on)
        handler = _handler(post.level, span, above) if post else None
        if post is not None and handler is not None:
            names[handler.unit_id] = handler.name
            decided.setdefault(handler.unit_id, []).append((one, post.post_vi))
    return tuple(Route(pk, names[pk], tuple(pairs)) for pk, pairs in decided.items())


def _line(span: UnitSpan, on: date) -> list[UnitSpan]:
    """The unit and everything above it, nearest first: the managing line, then the professional one."""
    ids = [int(part) for path in (span.path, span.professional_path) for part in reversed(path.split("/")) if part]
    spans = get_spans(ids, on)
    return [spans[pk] for pk in dict.fromkeys(ids) if pk in spans]


def _handler(level: str, span: UnitSpan, line: list[UnitSpan]) -> UnitSpan | None:
    if level == "school":
        return next((row for row in line if row.kind != UnitKind.SECTION), span)
    for kind in HANDLERS[level]:
        for row in line:
            if row.kind == kind:
                return row
    return None
