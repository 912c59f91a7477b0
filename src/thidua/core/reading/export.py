"""The JSON object of `thidua read_document`."""

from dataclasses import fields
from typing import Any

from thidua.core.reading.model import Field, Reading, Span


def as_dict(reading: Reading) -> dict[str, object]:
    """Keys of the interface first, then `levels`, `tree`, `footnotes`, `looks_like_plan`, `reasons` and `spans`."""
    header, signer = reading.header, reading.signer
    head = {f.name: _value(getattr(header, f.name)) for f in fields(header)}
    return {
        **head,
        "theme": [field.value for field in reading.theme],
        "signer": {f.name: _value(getattr(signer, f.name)) for f in fields(signer)},
        "recipients": [field.value for field in reading.recipients],
        "citations": [_item(c) for c in reading.citations],
        "movements": [_item(m) for m in reading.movements],
        "targets": [_item(t) for t in reading.targets],
        "assignments": [_item(a) for a in reading.assignments],
        "deadlines": [_without_none(_item(d), "date", "month") for d in reading.deadlines],
        "anomalies": [_item(f) for f in reading.findings],
        "levels": [_item(level) for level in reading.levels],
        "tree": [_item(h) for h in reading.tree],
        "footnotes": [field.value for field in reading.footnotes],
        "looks_like_plan": reading.looks_like_plan,
        "reasons": list(reading.reasons),
        "spans": _spans(reading),
    }


def _value(field: Field | None) -> str | None:
    return field.value if field else None


def _item(proposal: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in fields(proposal):
        value = getattr(proposal, entry.name)
        if isinstance(value, Span):
            found["start"], found["end"] = value.start, value.end
        else:
            found[entry.name] = value
    return found


def _without_none(item: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in keys or value is not None}


def _spans(reading: Reading) -> dict[str, object]:
    """Where the plain strings stand: header and signer fields, themes, recipients, footnotes."""
    spans: dict[str, object] = {}
    for group, prefix in ((reading.header, ""), (reading.signer, "signer.")):
        for entry in fields(group):
            field = getattr(group, entry.name)
            if field:
                spans[prefix + entry.name] = [field.span.start, field.span.end]
    for name in ("theme", "recipients", "footnotes"):
        spans[name] = [[field.span.start, field.span.end] for field in getattr(reading, name)]
    return spans
