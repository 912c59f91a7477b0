"""What a plan says under its headings: purpose, contents, measures."""

from dataclasses import dataclass
from typing import Any

from thidua.core.vietnamese.folding import fold

# Words of the headings under which each part stands; the first heading that has one of them opens the part.
PURPOSE = ("muc dich", "yeu cau", "muc tieu")
CONTENTS = ("noi dung",)
MEASURES = ("bien phap", "giai phap", "to chuc thuc hien", "to chuc thi dua")


@dataclass(frozen=True, slots=True)
class Outline:
    """Dàn ý: the text under the headings for purpose, contents and measures; empty where there is none."""

    purpose: str = ""
    contents: str = ""
    measures: str = ""


def outline(text: str, tree: list[dict[str, Any]]) -> Outline:
    """Cut the parts out of the text by its headings. `tree` lists them in order with title, level, start and end."""
    return Outline(_under(text, tree, PURPOSE), _under(text, tree, CONTENTS), _under(text, tree, MEASURES))


def _under(text: str, tree: list[dict[str, Any]], words: tuple[str, ...]) -> str:
    """The text under every outermost heading that has one of the words, joined."""
    parts, covered = [], 0
    for index, heading in enumerate(tree):
        if heading["start"] < covered or not any(word in fold(heading["title"])[:80] for word in words):
            continue
        later = (each["start"] for each in tree[index + 1 :] if each["level"] <= heading["level"])
        covered = next(later, len(text))
        parts.append(_tidy(text[heading["end"] : covered]))
    return "\n".join(part for part in parts if part)


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
