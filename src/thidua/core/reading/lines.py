"""Lines of a page as they stand: indent, gaps between them, and what is furniture (page numbers, rules, stamps)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from thidua.core.reading.model import Span
from thidua.core.reading.normalise import fold

_RULE = re.compile(r"^[\s\-_=~.*·•—–―+:|]{3,}$|^[\s_=*—–―]+$")
_PAGE = re.compile(r"^(?:[-–(]\s*)?(\d{1,3})(?:\s*[-–)])?$|^(?:trang|page)\s*:?\s*(\d{1,3})(?:\s*(?:/|of)\s*\d{1,3})?$")
_STAMP = re.compile(
    r"^(?:nguoi ky|ky boi|duoc ky boi|email|e-mail|co quan|thoi gian ky|ngay ky|chuc vu)\s*:.*(?:@|\d{2}[:.]\d{2}|$)"
    r"|^signature (?:not )?(?:valid|verified)"
    r"|^\(?da ky\)?$|^\(?ky ten(?:, dong dau)?\)?$|^\[?(?:dau do|con dau|chu ky)\]?$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: `text` without its margins, `start` its offset in the page text, `gap` blank lines before it."""

    text: str
    folded: str
    start: int
    indent: int
    gap: int
    cell: int | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def is_upper(text: str) -> bool:
    """Whether a line is set in capitals (at least two letters, none of them small)."""
    return text == text.upper() and sum(map(str.isalpha, text)) > 1


def starts_lower(text: str) -> bool:
    """Whether the first letter or digit is a small letter: such a line goes on with the one before."""
    return bool(text) and text[0].islower()


def split_lines(text: str) -> list[Line]:
    """Cut a page text into its printed lines; bars of converted tables become cell numbers."""
    lines: list[Line] = []
    offset = gap = cell = 0
    in_table = after_bar = False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped == "|":
            cell, in_table, after_bar = cell + 1, True, True
        elif stripped.startswith("|") and stripped.count("|") > 1:
            row = _row(raw, offset, gap, cell)
            lines += row
            cell, gap = cell + len(row) + 1, 0
        elif not stripped or _RULE.match(stripped):
            in_table, gap = in_table and not (after_bar and not stripped), gap + 1
        else:
            indent = len(raw) - len(raw.lstrip())
            place = cell if in_table else None
            lines.append(Line(stripped, fold(stripped), offset + indent, indent, gap, place))
            gap, after_bar = 0, False
        offset += len(raw) + 1
    return lines


def _row(raw: str, offset: int, gap: int, cell: int) -> list[Line]:
    """Cells of a table row written on one line between bars."""
    found: list[Line] = []
    for match in re.finditer(r"[^|]+", raw):
        text = match.group().strip()
        if text and not _RULE.match(text):
            start = offset + match.start() + len(match.group()) - len(match.group().lstrip())
            found.append(Line(text, fold(text), start, 0, gap, cell + len(found) + 1))
    return found


def take_out(lines: list[Line], is_furniture: Callable[[Line], bool]) -> tuple[list[Line], list[Line]]:
    """Split into (kept, furniture). A removed line leaves the gap it stood in only if there was one on both sides."""
    kept: list[Line] = []
    taken: list[Line] = []
    for line in lines:
        (taken if is_furniture(line) else kept).append(line)
    return kept, taken


def furniture_test(lines: list[Line]) -> Callable[[Line], bool]:
    """Make the test for page numbers (they must count up) and traces of electronic signing."""
    pages: set[int] = set()
    last = 0
    for line in lines:
        match = _PAGE.match(line.folded)
        if not match:
            continue
        number = int(match.group(1) or match.group(2))
        if number == last + 1 or (last == 0 and number == 2) or match.group(2) or line.indent > 30:
            pages.add(line.start)
            last = number
    return lambda line: line.start in pages or bool(_STAMP.match(line.folded))
