"""The source text cut into pieces, so that a page can colour what was read from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """Chỗ được đọc ra: the proposal `key` of a section stands at text[start:end]."""

    key: str
    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Đoạn văn bản: of the innermost proposal that covers it (`mark` None: of none). `begins`: keys whose (first) text starts here."""

    text: str
    mark: Mark | None
    begins: tuple[str, ...]


def mark_up(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """Cut the text at every begin and end of a mark; the pieces put together give the text back.

    Where marks overlap the shortest wins, so that every proposal stays visible; marks outside the text are left out.
    """
    known = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = sorted({0, len(text), *(mark.start for mark in known), *(mark.end for mark in known)})
    pieces = []
    seen: set[str] = set()
    for start, end in pairwise(edges):
        covering = [mark for mark in known if mark.start <= start and end <= mark.end]
        innermost = min(covering, key=lambda mark: (mark.end - mark.start, mark.key), default=None)
        begins = tuple(dict.fromkeys(mark.key for mark in known if mark.start == start and mark.key not in seen))
        seen.update(begins)
        pieces.append(Piece(text[start:end], innermost, begins))
    return pieces
