"""Reads the YAML data files, holds each to its JSON Schema, and says file, line and reason when one does not fit."""

from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from thidua.core.law.errors import LawDataError

DATA = Path(__file__).parent / "data"
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Keeps dates as text, so that one schema fits the file as it is written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}


@cache
def _schemas(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((root / "schemas.yaml").read_text("utf-8"), Loader=_Loader)  # noqa: S506
    return loaded


def load(name: str, root: Path = DATA, schema: str | None = None) -> Any:
    """The content of data file `name` (without .yaml), checked against its schema; not to be changed by the caller.

    Raises LawDataError naming file, line and reason.
    """
    path = root / f"{name}.yaml"
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise LawDataError(f"{path.name}: không đọc được tệp ({error.strerror}).") from error
    return _checked(text, path.name, schema or name)


@lru_cache(maxsize=64)  # checking is ten times slower than reading, and the same files are read more than once
def _checked(text: str, file: str, schema: str) -> Any:
    try:
        content = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader without timestamps
    except yaml.YAMLError as error:
        raise LawDataError(f"{file}: {' '.join(str(error).split())}") from error
    schemas = _schemas(DATA)
    wanted = {"$defs": schemas["defs"], **schemas[schema]}
    problem = next(iter(Draft202012Validator(wanted).iter_errors(content)), None)
    if problem is not None:
        line = _line_of(text, list(problem.absolute_path))
        where = ".".join(str(step) for step in problem.absolute_path)
        raise LawDataError(f"{file}, dòng {line}: {where}: {problem.message}")
    return content


def parse_date(text: str | None, where: str) -> date | None:
    """An ISO date of a data file; `where` is named when it is no day of the calendar."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise LawDataError(f"{where}: “{text}” không phải ngày có thật.") from error


def require_date(text: str, where: str) -> date:
    """Like `parse_date`, for a date that is always there."""
    day = parse_date(text, where)
    assert day is not None
    return day


def _line_of(text: str, path: list[str | int]) -> int:
    """The line (from 1) of the node at `path`; as deep as the path can be followed."""
    node: Any = yaml.compose(text, Loader=_Loader)
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        node = child
    return int(node.start_mark.line) + 1


def _child(node: Any, step: str | int) -> Any:
    """The node below `node`; None for a key that came in by a merge (<<)."""
    if isinstance(node, yaml.SequenceNode):
        return node.value[int(step)]
    return next((value for key, value in node.value if key.value == str(step)), None)
