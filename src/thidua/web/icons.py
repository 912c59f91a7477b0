"""The icons in the sprite: one name a line in assets/icons.txt, which the build turns into static/dist/icons.svg."""

from functools import cache
from pathlib import Path

LIST = Path(__file__).parent / "assets" / "icons.txt"


@cache
def icon_names() -> frozenset[str]:
    """Names that `{% icon %}` accepts."""
    lines = (line.split("#")[0].strip() for line in LIST.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line)
