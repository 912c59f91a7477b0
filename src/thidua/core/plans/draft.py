"""The person's corrected copy of what the reader proposed, as plain JSON values.

`{"sections": {code: {"items": [...], "version": 1, "reviewed": false, "saved_by": "", "saved_at": ""}}}`; an item has a
`key` that never changes, its values, `span` ([start, end] in the source text, or null) and `dropped`.
"""

from collections.abc import Iterable
from typing import Any

from thidua.core.plans.dates import complete_date
from thidua.core.plans.sections import BY_CODE, HEADER_VALUES, SECTIONS

Item = dict[str, Any]
Draft = dict[str, Any]


class StaleSection(Exception):
    """Somebody else saved the section meanwhile; the message says by whom."""


def begin_draft(proposal: dict[str, Any]) -> Draft:
    """The draft as the reader leaves it. `proposal` is the JSON object of `thidua read_document` with its `spans`."""
    spans = proposal.get("spans", {})
    found: dict[str, list[Item]] = {
        "header": [_header(proposal, spans)],
        # The first movement is the one that the plan itself launches.
        "launch": [_with_span((proposal["movements"] or [{}])[0], "name", "period")],
        "theme": _texts(proposal, spans, "theme"),
        "bases": [_with_span(each, "kind", "number", "date", "issuer", "about") for each in proposal["citations"]],
        "movements": [_with_span(each, "name", "period", "launched_by") for each in proposal["movements"][1:]],
        "targets": [_target(each) for each in proposal["targets"]],
        "tasks": [_task(each, proposal["deadlines"]) for each in proposal["assignments"]],
        "deadlines": [_deadline(each, proposal) for each in proposal["deadlines"]],
        "recipients": _texts(proposal, spans, "recipients"),
        "findings": [_with_span(each, "kind", "text", "why") | {"note": ""} for each in proposal["anomalies"]],
    }
    sections = {section.code: _section(section.code, found[section.code]) for section in SECTIONS}
    return {"sections": sections}


def items_of(draft: Draft, section: str, *, dropped: bool = False) -> list[Item]:
    """Items of a section; those that the person dropped only when asked for."""
    rows: list[Item] = draft["sections"][section]["items"]
    return [row for row in rows if dropped or not row["dropped"]]


def next_key(draft: Draft, section: str) -> str:
    """The key that a new item will have: known beforehand, so that sending a form twice adds one item."""
    numbers = [int(row["key"].rpartition("-")[2]) for row in draft["sections"][section]["items"]]
    return f"{section}-{max(numbers, default=0) + 1}"


def replace_items(
    draft: Draft, section: str, items: Iterable[Item], *, version: int, reviewed: bool, saved_by: str, saved_at: str
) -> Draft:
    """A new draft with the section's items as the person left them; spans stay with their keys.

    Raises StaleSection when the section was saved since `version` was read, unless with the very same content.
    """
    before = draft["sections"][section]
    spans = {row["key"]: row["span"] for row in before["items"]}
    rows = [_clean(section, item, spans) for item in items]
    if before["version"] != version and rows != before["items"]:
        raise StaleSection(before["saved_by"])
    changed = {
        "items": rows, "version": before["version"] + 1, "reviewed": reviewed or before["reviewed"],
        "saved_by": saved_by, "saved_at": saved_at,
    }  # fmt: skip
    return {**draft, "sections": {**draft["sections"], section: changed}}


def _clean(section: str, item: Item, spans: dict[str, Any]) -> Item:
    values = {name: item.get(name) for name in BY_CODE[section].values}
    return {"key": item["key"], **values, "span": spans.get(item["key"]), "dropped": bool(item.get("dropped"))}


def _section(code: str, items: list[Item]) -> dict[str, Any]:
    rows = [_clean(code, {"key": f"{code}-{number}", **item}, {}) for number, item in enumerate(items, 1)]
    for row, item in zip(rows, items, strict=True):
        row["span"] = item.get("span")
    return {"items": rows, "version": 1, "reviewed": False, "saved_by": "", "saved_at": ""}


def _header(proposal: dict[str, Any], spans: dict[str, Any]) -> Item:
    signer = proposal.get("signer") or {}
    values = {name: proposal.get(name) for name in HEADER_VALUES if not name.startswith("signer_")}
    values |= {f"signer_{name}": signer.get(name) for name in ("capacity", "position", "name")}
    return {**values, "span": spans.get("subject") or spans.get("kind")}


def _texts(proposal: dict[str, Any], spans: dict[str, Any], name: str) -> list[Item]:
    places = spans.get(name, [])
    return [
        {"text": text, "span": list(places[index]) if index < len(places) else None}
        for index, text in enumerate(proposal.get(name, []))
    ]


def _with_span(proposed: dict[str, Any], *names: str) -> Item:
    span = [proposed["start"], proposed["end"]] if "start" in proposed else None
    return {**{name: proposed.get(name) for name in names}, "span": span}


def _target(proposed: dict[str, Any]) -> Item:
    item = _with_span(proposed, "subject", "comparator", "unit", "group")
    numbers = {name: _plain(proposed.get(name)) for name in ("value", "numerator", "denominator")}
    lower = proposed["comparator"] in ("<", "<=")
    return {**item, **numbers, "lower_is_better": lower}


def _plain(number: float | None) -> str | None:
    """A number as exact text; JSON floats would change it."""
    if number is None:
        return None
    return str(int(number)) if float(number).is_integer() else repr(float(number))


def _inside(inner: Item, outer: Item) -> bool:
    return "start" in inner and "start" in outer and outer["start"] <= inner["start"] < outer["end"]


def _task(proposed: dict[str, Any], deadlines: list[dict[str, Any]]) -> Item:
    due = [complete_date(each.get("date") or each.get("month")) for each in deadlines if _inside(each, proposed)]
    known = [day for day in due if day]
    return _with_span(proposed, "unit", "task") | {"due": known[0].isoformat() if known else None}


def _deadline(proposed: dict[str, Any], proposal: dict[str, Any]) -> Item:
    """A deadline inside a task went there already: it starts as dropped, to be seen but not counted twice."""
    day = complete_date(proposed.get("date") or proposed.get("month"), year=_year(proposal))
    covered = day is not None and any(_inside(proposed, task) for task in proposal["assignments"])
    return _with_span(proposed, "text") | {"date": day.isoformat() if day else None, "dropped": covered}


def _year(proposal: dict[str, Any]) -> int | None:
    text = str(proposal.get("date") or "")[:4]
    return int(text) if text.isdigit() else None
