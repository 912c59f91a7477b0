"""The document font: four faces of Tinos, put into this folder when the system is set up (make setup)."""

from functools import cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

MISSING = "□"
FACES = ("Tinos_400Regular.ttf", "Tinos_400Regular_Italic.ttf", "Tinos_700Bold.ttf", "Tinos_700Bold_Italic.ttf")


class MissingFontError(RuntimeError):
    """The document font has not been set up."""


def font_dir() -> Path:
    """Return the folder with the four faces; raises MissingFontError when one of them is not there."""
    folder = Path(__file__).parent
    if not all((folder / face).is_file() for face in FACES):
        raise MissingFontError("Chưa có phông chữ Tinos: hãy chạy make setup")
    return folder


@cache
def document_fonts() -> typst.Fonts:
    """Return the fonts documents may use, and no others, so that every machine prints alike."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_dir())])


@cache
def _drawable() -> frozenset[int]:
    """Code points that all four faces can draw."""
    faces = []
    for face in FACES:
        with TTFont(font_dir() / face, lazy=True) as font:
            faces.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*faces)


def drawable(text: str) -> str:
    """The text with every sign that the font lacks shown as an empty box.

    PDF/A refuses a page with a missing sign, and a stray tick of a scan must not stop a plan from going out.
    """
    known = _drawable()
    return "".join(sign if ord(sign) in known or sign in "\n\t" else MISSING for sign in text)
