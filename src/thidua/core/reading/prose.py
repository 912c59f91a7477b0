"""Running text put together from wrapped lines, which still knows where each character was printed."""

import re
from collections.abc import Iterable
from functools import cached_property

from thidua.core.reading.lines import Line
from thidua.core.reading.model import Field, Span
from thidua.core.reading.normalise import fold

_RUN = re.compile(r"\S+")


class Prose:
    """A paragraph or a block of the header as one string; `span(a, b)` gives the printed place of `text[a:b]`."""

    def __init__(self, lines: Iterable[Line], joiner: str = " ") -> None:
        self.lines = tuple(lines)
        parts: list[str] = []
        self._at: list[int] = []
        for line in self.lines:
            if parts:
                between = "\n\n" if joiner == "\n" and line.gap else joiner
                parts.append(between)
                self._at += [line.start] * len(between)
            self._add(line, parts)
        self.text = "".join(parts)

    def _add(self, line: Line, parts: list[str]) -> None:
        first = True
        for run in _RUN.finditer(line.text):
            if not first:
                parts.append(" ")
                self._at.append(line.start + run.start() - 1)
            parts.append(run.group())
            self._at += range(line.start + run.start(), line.start + run.end())
            first = False

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    def span(self, start: int, end: int) -> Span:
        """Printed place of `text[start:end]`; an empty range gives an empty span."""
        if not self._at:
            return Span(0, 0)
        if end <= start:
            place = self._at[min(start, len(self._at) - 1)]
            return Span(place, place)
        return Span(self._at[start], self._at[end - 1] + 1)

    @property
    def whole(self) -> Span:
        return self.span(0, len(self.text))

    def field(self, start: int, end: int) -> Field:
        """The value `text[start:end]` without the blanks and marks around it, wrapped lines joined."""
        start, end = trim(self.text, start, end)
        return Field(" ".join(self.text[start:end].split()), self.span(start, end))


def trim(text: str, start: int, end: int, marks: str = " \n\t") -> tuple[int, int]:
    """Narrow a range so that it neither starts nor ends with one of the marks."""
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end
