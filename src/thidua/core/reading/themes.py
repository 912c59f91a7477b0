"""Theme (chủ đề) of the year, of the school year or of the movement."""

import re

from thidua.core.reading.model import Field
from thidua.core.reading.normalise import fold
from thidua.core.reading.prose import Prose
from thidua.core.reading.quotes import find_quotes
from thidua.core.reading.tree import Paragraph

_CUE = re.compile(r"(?<!chuyen )\bchu de\b(?P<gap>[^.;\"]{0,110})$")
_PLAIN = re.compile(r"\bchu de\b[^.;:\"]{0,80}:\s*(?P<theme>[a-z][^.\"]{8,300}?)(?=\s*[.\"]|$)")
_GLUE = re.compile(r"^[\s,;]*(?:va|,)?\s*$")
_NOT = re.compile(r"\b(?:phong trao|cuoc van dong|danh hieu|day hoc|sinh hoat)\b")


def read_themes(items: list[Paragraph], notes: list[Prose], movements: list[str]) -> tuple[Field, ...]:
    """Quoted passages that "chủ đề" announces, or what follows it after a colon; each once, movements left out."""
    found: dict[str, Field] = {}
    named = {_key(name) for name in movements}
    for prose in [*(item.prose for item in items), *notes]:
        for field in _in_prose(prose):
            if _key(field.value) not in named:
                found.setdefault(_key(field.value), field)
    return tuple(found.values())


def _in_prose(prose: Prose) -> list[Field]:
    themes: list[Field] = []
    after, carried = 0, False
    quotes = find_quotes(prose.text)
    for start, end in quotes:
        before = prose.folded[after : start - 1]
        cue = _CUE.search(before)
        carried = bool(cue and not _NOT.search(cue["gap"])) or (carried and _GLUE.match(before) is not None)
        if carried:
            themes.append(_clean(prose.field(start, end)))
        after = end + 1
    if not themes:
        for match in _PLAIN.finditer(prose.folded):
            if prose.text[match.start("theme")].isupper() and '"' not in match.group():
                themes.append(_clean(prose.field(*match.span("theme"))))
    return themes


def _clean(field: Field) -> Field:
    return Field(field.value.strip(" .,;"), field.span)


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()
