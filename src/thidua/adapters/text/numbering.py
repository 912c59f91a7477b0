"""Numbers of Word's automatic lists, which are in no paragraph's text ("I.", "1.", "a)", "-")."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"


class ListNumbers:
    """Counts the items of every list of a document, in the order of its paragraphs."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
        if part is not None:
            self._load(part.element)

    def _load(self, root: object) -> None:
        for abstract in root.findall(qn("w:abstractNum")):  # type: ignore[attr-defined]
            levels = {int(level.get(qn("w:ilvl"))): _level(level) for level in abstract.findall(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for number in root.findall(qn("w:num")):  # type: ignore[attr-defined]
            self._abstract[number.get(qn("w:numId"))] = number.find(qn("w:abstractNumId")).get(qn("w:val"))

    def label(self, paragraph: Paragraph) -> str:
        """Printed label of a paragraph and one step of its list; "" for a paragraph in no list."""
        place = _place(paragraph)
        if place is None or place[0] not in self._abstract:
            return ""
        number, depth = place
        levels = self._levels.get(self._abstract[number], {})
        if depth not in levels:
            return ""
        self._counts[number, depth] = self._counts.get((number, depth), levels[depth][2] - 1) + 1
        for key in [key for key in self._counts if key[0] == number and key[1] > depth]:
            del self._counts[key]
        if levels[depth][0] == "bullet":
            return "-"
        text = levels[depth][1]
        for other in range(depth + 1):
            form, _, start = levels.get(other, ("decimal", "", 1))
            text = text.replace(f"%{other + 1}", _printed(self._counts.get((number, other), start), form))
        return text.strip()


def _level(level: object) -> tuple[str, str, int]:
    def value(tag: str, default: str) -> str:
        found = level.find(qn(tag))  # type: ignore[attr-defined]
        return default if found is None else str(found.get(qn("w:val")))

    return value("w:numFmt", "decimal"), value("w:lvlText", ""), int(value("w:start", "1"))


def _place(paragraph: Paragraph) -> tuple[str, int] | None:
    """(list id, depth) from the paragraph itself or from its style."""
    properties = [paragraph._p.pPr]
    style = paragraph.style
    while style is not None:
        properties.append(style.element.pPr)
        style = style.base_style
    for owner in properties:
        numbered = None if owner is None else owner.find(qn("w:numPr"))
        if numbered is None:
            continue
        number, depth = numbered.find(qn("w:numId")), numbered.find(qn("w:ilvl"))
        if number is not None and number.get(qn("w:val")) != "0":
            return str(number.get(qn("w:val"))), int(depth.get(qn("w:val"))) if depth is not None else 0
        return None
    return None


def _printed(value: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        text, rest = "", value
        for size, sign in _ROMAN:
            text, rest = text + sign * (rest // size), rest % size
        return text if form == "upperRoman" else text.lower()
    if form in {"upperLetter", "lowerLetter"}:
        letter = _VIETNAMESE_LETTERS[(value - 1) % len(_VIETNAMESE_LETTERS)]
        return letter.upper() if form == "upperLetter" else letter
    return f"{value:02}" if form == "decimalZero" else str(value)
