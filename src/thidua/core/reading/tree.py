"""Paragraphs of the body and the tree of headings they stand in (I / 1 / a) / - / +, A / I / 1, bare 1 ... 5.1)."""

import re
from dataclasses import dataclass

from thidua.core.reading.lines import Line, is_upper, starts_lower
from thidua.core.reading.model import Heading, Span
from thidua.core.reading.prose import Prose

_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})"
_MARKERS = (
    ("part", re.compile(r"(?:phan|chuong)\s+(?:thu\s+\w+|[ivx]+|\d+)\s*[.:]?\s*")),
    ("article", re.compile(r"dieu\s+\d{1,3}\s*[.:]\s*")),
    ("annex", re.compile(r"phu luc(?:\s+(?:so\s+)?[ivx\d]+)?\s*[.:]?\s*$")),
    ("roman.number", re.compile(rf"{_ROMAN}\.\d{{1,2}}[.)]?\s+")),
    ("roman", re.compile(rf"{_ROMAN}\s*[.)/]\s*(?=[a-z])|{_ROMAN}\s*-\s+(?=[a-z])")),
    ("capital", re.compile(r"[a-eg-h]\s*[./]\s+")),
    ("number4", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+")),
    ("number3", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+")),
    ("number2", re.compile(r"\d{1,2}\.\d{1,2}\.?\s+(?!%)")),
    ("number", re.compile(r"\d{1,2}\s*[.)]\s*(?=[^\d\s.,/%])|\d{1,2}[.)/]\s+(?=\S)")),
    ("bracket", re.compile(r"\(\d{1,2}\)\s*")),
    ("letter", re.compile(r"[a-z]\s*\)\s*|[a-z]\.\d{1,2}[.)]\s*|[a-z]\.\s+")),
    ("dash", re.compile(r"[-•●▪◦]\s*(?=[^\s\d-])|-\s+(?=\d)")),
    ("plus", re.compile(r"[+○]\s*(?=\S)")),
    ("star", re.compile(r"\*\s+")),
)
_CASE = {
    "part": True,
    "article": True,
    "annex": True,
    "roman": True,
    "roman.number": True,
    "capital": True,
    "letter": False,
}
_UNFINISHED = {"va", "cua", "cac", "voi", "cho", "tai", "theo", "tu", "ve", "-", "so", "ban", "to", "uy", "bo", "tinh"}
_FIRST = re.compile(r"[-•●▪◦+○*(\d]|[ivx]{1,5}\s*[.)/-]|[a-z]\s*[).]|[a-h]\s*/|phan |chuong |dieu |phu luc")


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


def find_marker(line: Line) -> tuple[str, int]:
    """Kind of the item marker a line starts with and the length of the marker ("" and 0 if none)."""
    text, folded = line.text, line.folded
    if not _FIRST.match(folded):
        return "", 0
    for kind, pattern in _MARKERS:
        match = pattern.match(folded)
        if not match:
            continue
        if kind in _CASE and text[0].isupper() is not _CASE[kind]:
            continue
        return kind, match.end()
    return "", 0


def paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Put the lines of the body together to items and hang them in the tree."""
    return _hang([Prose(group) for group in _groups(lines)])


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


# --- joining wrapped lines -------------------------------------------------------------------------------------------


def _groups(lines: list[Line]) -> list[list[Line]]:
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
