"""How far the cells of an .xlsx reach, read as a stream: the reader lays out a full grid up to the farthest one.

Two cells at opposite corners make a file of 5 KB and a grid of 17 billion places, which no memory holds.
"""

import re
import zipfile
from typing import Any
from xml.parsers import expat

_PLACE = re.compile(r"([A-Z]{1,9})([0-9]{1,12})")
_FAR = 10**9  # what a place that cannot be read counts as


class _Grid:
    """Follows the rows and cells of one sheet; cells without a value take no room."""

    def __init__(self) -> None:
        self.row = self.column = self.rows = self.columns = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self.row = _number(attributes["r"]) if "r" in attributes else self.row + 1
            self.column = 0
        elif name == "c":
            self.row, self.column = _place(attributes["r"]) if "r" in attributes else (self.row, self.column + 1)
        elif name in {"v", "is", "f"}:
            self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else _FAR


def _place(text: str) -> tuple[int, int]:
    found = _PLACE.fullmatch(text.upper())
    return (int(found[2]), column_index(found[1]) + 1) if found else (_FAR, _FAR)


def measure(package: zipfile.ZipFile) -> tuple[int, int]:
    """Rows and columns up to the farthest cell with a value, over every part that holds cells, wherever it lies.

    Raises ExpatError for a part that is no XML.
    """
    rows = columns = 0
    for name in package.namelist():
        content = package.read(name)
        if b"sheetData" not in content and b"s\x00h\x00e\x00e\x00t\x00D" not in content:
            continue
        grid = _Grid()
        parser: Any = expat.ParserCreate()
        parser.StartElementHandler = grid.start
        parser.Parse(content, True)
        rows, columns = max(rows, grid.rows), max(columns, grid.columns)
    return rows, columns


def column_index(letters: str) -> int:
    """0 for A, 26 for AA."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
