"""An official document from and to plain JSON values, checked against the published schema."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date as Date
from functools import cache
from importlib.resources import files
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from thidua.core.documents.errors import DocumentError, describe, place
from thidua.core.documents.kinds import KINDS, find_kind
from thidua.core.documents.model import Annex, Article, Column, Document, Heading, Node, Paragraph, Point, Signer, Table
from thidua.core.documents.text import is_printable
from thidua.core.vietnamese.numbers import format_number

Values = dict[str, Any]
DEEPEST = 12


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def schema() -> Values:
    """Return the JSON Schema of a document."""
    text = files("thidua.core.documents").joinpath("schema.json").read_text(encoding="utf-8")
    return cast(Values, json.loads(text))


def parse_document(values: object) -> Document:
    """Build a document from JSON values; raises DocumentError naming the place of the first thing wrong."""
    _check_depth_and_text(values, [])
    found = best_match(_validator().iter_errors(values), key=_relevance)
    if found is not None:
        raise DocumentError(describe(found))
    given: Values = {key: value for key, value in cast(Values, values).items() if value is not None}
    return Document(
        kind=_kind(given["kind"]),
        issuer=given["issuer"],
        subject=given["subject"],
        **{key: str(given[key]) for key in ("parent_body", "number", "symbol", "place", "authority") if key in given},
        date=_date(given.get("date", "")),
        addressees=tuple(given.get("addressees", ())),
        legal_bases=tuple(given.get("legal_bases", ())),
        body=_nodes(given.get("body"), ["body"]),
        recipients=tuple(given.get("recipients", ())),
        signer=_signer(given["signer"]) if "signer" in given else None,
        co_signers=tuple(_signer(each) for each in given.get("co_signers", ())),
        annexes=tuple(_annex(each, ["annexes", index]) for index, each in enumerate(given.get("annexes", ()))),
    )


def to_dict(document: Document) -> Values:
    """Return the JSON values of a document; parse_document gives the same document back."""
    values = asdict(document)
    values["body"] = [_node_values(node) for node in document.body]
    values["annexes"] = [
        asdict(annex) | {"body": [_node_values(node) for node in annex.body]} for annex in document.annexes
    ]
    return cast(Values, json.loads(json.dumps(values)))


def _relevance(error: ValidationError) -> int:
    return -len(error.absolute_path)


def _check_depth_and_text(value: object, path: list[str | int]) -> None:
    if isinstance(value, str):
        if not is_printable(value):
            raise DocumentError(f"{place(path)}: có ký tự điều khiển không in được")
    elif isinstance(value, dict | list):
        if len(path) > 2 * DEEPEST + 4:
            raise DocumentError(f"{place(path[:4])}: các mục lồng nhau quá {DEEPEST} cấp")
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in pairs:
            _check_depth_and_text(inner, [*path, key])


def _kind(text: str) -> str:
    kind = find_kind(text)
    if kind is None:
        raise DocumentError(f"kind: không có loại văn bản “{text}”; các loại: {', '.join(KINDS)}")
    return kind.code


def _date(text: str) -> str:
    """A partial date is completed with the first month or day, to see that what is there exists."""
    try:
        Date.fromisoformat(text + "-01" * (2 - text.count("-"))) if text else None
    except ValueError:
        raise DocumentError(f"date: không có ngày {text} (cần dạng 2026-11-22, 2026-11 hoặc 2026)") from None
    return text


def _signer(given: Values) -> Signer:
    return Signer(**{key: value for key, value in given.items() if value is not None})


def _annex(given: Values, path: list[str | int]) -> Annex:
    return Annex(**{**given, "body": _nodes(given["body"], [*path, "body"])})


def _nodes(given: list[Values] | None, path: list[str | int]) -> tuple[Node, ...]:
    return tuple(_node(each, [*path, index]) for index, each in enumerate(given or ()))


def _node(given: Values, path: list[str | int]) -> Node:
    values = {key: value for key, value in given.items() if key != "type"}
    if given["type"] == "table":
        return _table(values, path)
    if given["type"] in ("point", "article"):
        values["children"] = _nodes(given.get("children"), [*path, "children"])
    make = cast(Callable[..., Node], _MAKERS[given["type"]])
    return make(**values)


def _table(given: Values, path: list[str | int]) -> Table:
    columns = tuple(Column(each) if isinstance(each, str) else Column(**each) for each in given["columns"])
    for number, row in enumerate(given["rows"]):
        if len(row) != len(columns):
            where = place([*path, "rows", number])
            raise DocumentError(f"{where}: dòng có {len(row)} ô nhưng bảng có {len(columns)} cột")
    rows = tuple(tuple(_cell(cell) for cell in row) for row in given["rows"])
    return Table(columns, rows, given.get("caption", ""))


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else format_number(value)


def _node_values(node: Node) -> Values:
    values = {"type": _TYPES[type(node)], **asdict(node)}
    if isinstance(node, Point | Article):
        values["children"] = [_node_values(child) for child in node.children]
    return values


_MAKERS = {"paragraph": Paragraph, "heading": Heading, "point": Point, "article": Article, "table": Table}
_TYPES = {made: name for name, made in _MAKERS.items()}
