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
    """Nơi trình: a unit that handles some honours for the unit that asks."""

    unit_id: int
    name: str
    posts: tuple[str, ...]
    honours: tuple[Honour, ...]


def find_routes(unit_id: int, facts: UnitFacts, on: date) -> tuple[Route, ...]:
    """Where dossiers of the unit may go on the day, the lowest level first; `facts` are the unit's kind and managing body.

    Two queries. Empty when the unit is not known well enough.
    """
    span = get_span(unit_id, on)
    above = _line(span, on)
    found: dict[int, tuple[UnitSpan, list[str], list[Honour]]] = {}
    for one in honours():
        post = deciding_authority(one.code, facts.kind, facts.managed_by, on)
        handler = _handler(post.level, span, above) if post else None
        if post is not None and handler is not None:
            _, posts, decided = found.setdefault(handler.unit_id, (handler, [], []))
            decided.append(one)
            if post.post_vi not in posts:
                posts.append(post.post_vi)
    return tuple(Route(row.unit_id, row.name, tuple(posts), tuple(decided)) for row, posts, decided in found.values())


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
