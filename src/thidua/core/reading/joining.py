"""Putting wrapped lines together to paragraphs."""

import re

from thidua.core.reading.lines import Line, is_upper, starts_lower
from thidua.core.reading.markers import find_marker

_UNFINISHED = {"va", "cua", "cac", "voi", "cho", "tai", "theo", "tu", "ve", "-", "so", "ban", "to", "uy", "bo", "tinh"}


def group_lines(lines: list[Line]) -> list[list[Line]]:
    """Lines of each paragraph: wraps and page breaks healed, items and headings apart."""
    mode = _mode(lines)
    width = _width(lines)
    base = _base_indent(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, mode, width, base):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _mode(lines: list[Line]) -> str:
    """How paragraphs are told apart: by blank lines, by indents or only by their ends."""
    if not lines:
        return "blank"
    if sum(line.gap > 0 for line in lines) >= 0.2 * len(lines):
        return "blank"
    base = _base_indent(lines)
    deeper = sum(line.indent >= base + 3 for line in lines)
    at_base = sum(line.indent <= base + 1 for line in lines)
    return "indent" if deeper >= 0.08 * len(lines) and at_base >= 0.3 * len(lines) else "plain"


def _base_indent(lines: list[Line]) -> int:
    indents = sorted(line.indent for line in lines)
    return indents[len(indents) // 10] if indents else 0


def _width(lines: list[Line]) -> int:
    lengths = sorted(line.indent + len(line.text) for line in lines)
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def _open_quote(group: list[Line]) -> bool:
    text = " ".join(line.text for line in group[-4:])
    return text.count("“") > text.count("”") and len(text) - text.rfind("“") < 300


def _goes_on(line: Line) -> bool:
    return starts_lower(line.text) or line.text[0].isdigit()


def _broken_off(group: list[Line], line: Line) -> bool:
    """Whether a long sentence without an end was cut by a page break before a name or an abbreviation."""
    return sum(len(one.text) for one in group) > 110 and line.gap <= 2 and not is_upper(line.text)


def _open_bracket(line: Line) -> bool:
    return line.text.rfind("(") > line.text.rfind(")")


def _ended(line: Line) -> bool:
    return line.text.rstrip("”\"' )").endswith((".", ";", ":", "?", "!", "…", "./"))


def _continues(group: list[Line], line: Line, mode: str, width: int, base: int) -> bool:
    """Whether a line goes on with the paragraph, or begins a new one."""
    before = group[-1]
    if before.cell != line.cell:
        return False
    if _open_quote(group) and (line.gap <= 2 or starts_lower(line.text)) and not _is_numbered(line):
        return True
    kind, _ = find_marker(line)
    if kind == "dash" and before.text[-1:].isdigit() and re.match(r"-\s*\d{4}", line.text):
        kind = ""
    if kind and not (kind in {"letter", "bracket"} and _open_bracket(before)):
        return False
    if line.gap:
        return line.gap <= 6 and not _ended(before) and (_goes_on(line) or _broken_off(group, line))
    if (
        is_upper(before.text)
        and len(before.text) > 3
        and not is_upper(line.text)
        and line.text[0].isupper()
        and _is_title_line(group)
    ):
        return False
    if _headed(group, line):
        return False
    if mode == "indent":
        return line.indent < base + 3 or (starts_lower(line.text) and not _ended(before))
    short = before.indent + len(before.text) < 0.7 * width
    if mode == "blank":
        return not (before.text.endswith(".") and short and line.text[0].isupper())
    return starts_lower(line.text) or not (_ended(before) or short)


def _headed(group: list[Line], line: Line) -> bool:
    """Whether a short numbered line is a heading by itself and `line` the first of the text below it."""
    before = group[-1]
    if len(group) > 1 or len(before.text) > 45 or before.text.endswith((":", ",")) or not find_marker(before)[0]:
        return False
    return line.text[0].isupper() and len(line.text) > 34 and before.folded.split()[-1] not in _UNFINISHED


def _is_numbered(line: Line) -> bool:
    return find_marker(line)[0] in {"roman", "number", "number2", "number3", "article", "part"}


def _is_title_line(group: list[Line]) -> bool:
    return all(is_upper(line.text) for line in group)
