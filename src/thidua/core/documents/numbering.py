"""The numbers of parts, points and articles (Decree 30/2020, Annex I, II.6)."""

from collections import Counter
from collections.abc import Iterator

from thidua.core.documents.model import Level, Node, Point
from thidua.core.vietnamese.numbers import roman

# Points follow the Vietnamese alphabet as the administration uses it: đ after d, no ă â ê ô ơ ư, no f j w z.
LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter(position: int) -> str:
    """Return the letter of the 1-based position: 5 -> "đ"; after y come aa, ab ..."""
    text = ""
    while position > 0:
        position, index = divmod(position - 1, len(LETTERS))
        text = LETTERS[index] + text
    return text


def label(level: Level, position: int) -> str:
    """Return the printed number of the 1-based position at a level: "II.", "3.", "đ)", "-" or "+"."""
    if level == "I":
        return f"{roman(position)}."
    if level == "1":
        return f"{position}."
    if level == "a":
        return f"{letter(position)})"
    return level


def numbered(nodes: tuple[Node, ...]) -> Iterator[tuple[str, Node]]:
    """Pair each sibling with its number; anything but a point has none here."""
    seen: Counter[str] = Counter()
    for node in nodes:
        if isinstance(node, Point):
            seen[node.level] += 1
            yield label(node.level, seen[node.level]), node
        else:
            yield "", node
