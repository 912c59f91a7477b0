"""What is wrong with the JSON of a document, in one Vietnamese sentence that names the place."""

from collections.abc import Iterable
from typing import Any

from jsonschema.exceptions import ValidationError

TYPE_NAMES = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "true hoặc false",
    "array": "danh sách",
    "object": "đối tượng",
    "null": "null",
}


class DocumentError(ValueError):
    """The values given do not make a document; the message names the place and what is wanted."""


def place(path: Iterable[str | int]) -> str:
    """Write a path as `body[2].children[0]`; the document itself when it is empty."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".") or "văn bản"


def describe(error: ValidationError) -> str:
    """Say in one sentence what breaks the schema and where."""
    return f"{place(error.absolute_path)}: {_reason(error, error.validator_value, error.schema)}"


def _reason(error: ValidationError, wanted: Any, rule: Any) -> str:
    given: Any = error.instance
    if error.validator == "required":
        missing = next(name for name in wanted if name not in given)
        return f"thiếu “{missing}”"
    if error.validator == "additionalProperties":
        known = rule["properties"]
        unknown = next(name for name in given if name not in known)
        return f"không có mục “{unknown}”; các mục dùng được: {', '.join(known)}"
    if error.validator == "type":
        names = [wanted] if isinstance(wanted, str) else wanted
        return f"cần {' hoặc '.join(TYPE_NAMES[name] for name in names)}"
    if error.validator == "enum":
        return f"cần một trong: {', '.join(str(value) for value in wanted)}"
    if error.validator == "anyOf":
        return "cần có title hoặc text" if "children" in rule.get("properties", ()) else "không đúng dạng; xem --schema"
    if error.validator == "pattern":
        return f"giá trị “{str(given)[:40]}” không đúng dạng; xem --schema"
    return "giá trị ngoài khoảng cho phép; xem --schema"
