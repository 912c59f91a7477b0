"""Paragraphs of the body and the tree of headings they stand in (I / 1 / a) / - / +, A / I / 1, bare 1 ... 5.1)."""

from dataclasses import dataclass

from thidua.core.reading.joining import group_lines
from thidua.core.reading.lines import Line, is_upper
from thidua.core.reading.markers import find_marker
from thidua.core.reading.model import Heading, Span
from thidua.core.reading.prose import Prose


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One item of the body: its joined text, marker and place below the headings in `path` (outermost first)."""

    prose: Prose
    marker: str
    kind: str
    title_at: int
    path: tuple["Paragraph", ...]
    is_heading: bool

    @property
    def text(self) -> str:
        return self.prose.text

    @property
    def title(self) -> str:
        """Text after the marker, up to a colon that closes a short run-in heading."""
        return self.text[self.title_at :].strip(" .:")

    @property
    def section(self) -> str:
        """Folded titles of everything above, for asking where in the plan a sentence stands."""
        return " | ".join(p.prose.folded for p in self.path)


def paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Put the lines of the body together to items and hang them in the tree."""
    return _hang([Prose(group) for group in group_lines(lines)])


def _hang(proses: list[Prose]) -> list[Paragraph]:
    items: list[Paragraph] = []
    stack: list[Paragraph] = []
    for prose in proses:
        first = prose.lines[0]
        kind, length = find_marker(first)
        if kind == "roman" and first.text[0] in "CD" and any(p.kind == "capital" for p in stack):
            kind = "capital"
        marker = first.text[:length].strip() if kind else ""
        if not kind and is_upper(prose.text) and len(prose.text) < 120:
            kind = "caps"
        _unwind(stack, kind)
        title_at = _title_start(prose.text, marker)
        item = Paragraph(prose, marker, kind, title_at, tuple(stack), _is_heading(prose, kind, title_at))
        items.append(item)
        if kind:
            stack.append(item)
    return items


def _unwind(stack: list[Paragraph], kind: str) -> None:
    """Close the headings that an item of this kind ends; a line in capitals ends all but parts and annexes."""
    if kind == "caps":
        while stack and stack[-1].kind not in {"part", "annex"}:
            stack.pop()
    elif kind:
        while any(p.kind == kind for p in stack):
            stack.pop()


def _title_start(text: str, marker: str) -> int:
    squeezed = " ".join(marker.split())
    if not squeezed or not text.startswith(squeezed):
        return 0
    rest = text[len(squeezed) :]
    return len(squeezed) + len(rest) - len(rest.lstrip())


def _is_heading(prose: Prose, kind: str, title_at: int) -> bool:
    """A heading is short and closes neither a sentence nor a list item."""
    rest = prose.text[title_at:]
    if not kind or not rest:
        return False
    if is_upper(rest):
        return True
    return len(rest.split()) <= 30 and not rest.rstrip().endswith((".", ";", "…"))


def headings(items: list[Paragraph]) -> tuple[Heading, ...]:
    """The tree as the review page shows it: every marked item, with its level."""
    return tuple(
        Heading(p.marker, _short(p.title), len(p.path) + 1, Span(p.prose.whole.start, p.prose.whole.end))
        for p in items
        if p.kind
    )


def _short(title: str) -> str:
    head = title.split(": ")[0] if ": " in title[:90] else title
    return head if len(head) <= 90 else head[:87].rsplit(" ", 1)[0] + "…"
