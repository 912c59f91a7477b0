"""Free text of a plan as titled points, so that the document can number them itself."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)]\s+")
_SUB = re.compile(r"(?:[a-zđ]\)|[-–+•*])\s*")
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Points:
    """Mục: a title (empty for points that stand alone) and what is said under it, without the numbers people typed."""

    title: str
    points: tuple[str, ...]


def strip_marker(line: str) -> str:
    """The line without the number, letter or dash in front of it."""
    bare = line.strip()
    for marker in (_NUMBER, _SUB):
        if found := marker.match(bare):
            bare = bare[found.end() :].strip()
    return bare


def split_points(text: str) -> list[Points]:
    """Group lines: a short numbered line followed by lettered or dashed ones is their title; every other line is a point.

    Points that stand alone and follow each other are kept together, in their order.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    groups: list[tuple[str, list[str]]] = []
    for index, line in enumerate(lines):
        below = index + 1 < len(lines) and _SUB.match(lines[index + 1])
        if _NUMBER.match(line) and below and len(line) <= LONGEST_TITLE:
            groups.append((strip_marker(line).rstrip(":"), []))
        elif groups and (_SUB.match(line) or not groups[-1][0]):
            groups[-1][1].append(strip_marker(line))
        else:
            groups.append(("", [strip_marker(line)]))
    return [Points(title, tuple(point for point in points if point)) for title, points in groups]
