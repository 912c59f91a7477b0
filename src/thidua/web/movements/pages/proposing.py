"""What the form of a new movement starts with: from the reviewed draft of a plan, or empty."""

from datetime import date
from typing import Any

from thidua.core.plans.draft import items_of
from thidua.core.plans.outline import outline
from thidua.core.plans.period import propose_period
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import Movement, PlanReading
from thidua.web.movements.forms.movement import period_initial

_KINDS = (
    ("dot xuat", Movement.Kind.AD_HOC), ("cao diem", Movement.Kind.AD_HOC), ("nuoc rut", Movement.Kind.AD_HOC),
    ("chuyen de", Movement.Kind.THEMATIC), ("chao mung", Movement.Kind.THEMATIC),
)  # fmt: skip


def propose_details(reading: PlanReading, on: date) -> dict[str, Any]:
    """Initial values of the details form from what the person left in the draft."""
    header, launched = items_of(reading.draft, "header")[0], items_of(reading.draft, "launch")
    name = (launched[0]["name"] if launched else "") or header["subject"] or ""
    dated = str(header["date"] or "")[:4]
    fallback = date(int(dated), 1, 1) if dated.isdigit() else on
    period = launched[0]["period"] if launched else None
    parts = outline(reading.text, reading.proposal.get("tree", []))
    themes = [item["text"] for item in items_of(reading.draft, "theme")]
    return {
        "name": name[:1].upper() + name[1:],
        "kind": _kind(name),
        "theme": "\n".join(themes),
        "purpose": parts.purpose, "contents": parts.contents, "measures": parts.measures,
        **period_initial(propose_period((period, name, header["subject"]), on=fallback)),
    }  # fmt: skip


def propose_empty(on: date) -> dict[str, Any]:
    """Initial values without a file: the present calendar year."""
    return {"kind": Movement.Kind.REGULAR, **period_initial(propose_period((), on=on))}


def _kind(name: str) -> str:
    folded = fold(name)
    return next((kind for words, kind in _KINDS if words in folded), Movement.Kind.REGULAR)
