"""Lists of short texts as points of a document."""

from thidua.core.documents.model import Node, Paragraph, Point
from thidua.core.documents.text import clean, end_with


def dashes(texts: tuple[str, ...]) -> tuple[Node, ...]:
    """Make a list with dashes: each line ends with a semicolon, the last with a full stop."""
    lines = [clean(text) for text in texts]
    return tuple(
        Point("-", text=end_with(line, ";" if place < len(lines) else ".")) for place, line in enumerate(lines, 1)
    )


def letters(texts: tuple[str, ...]) -> tuple[Node, ...]:
    """Make points a), b), c) ...; a single text needs no letter."""
    if len(texts) == 1:
        return (Paragraph(texts[0]),)
    return tuple(Point("a", text=text) for text in texts)
