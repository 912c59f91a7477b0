"""The one form of text the reader works on, and a fold of it that keeps every character's place."""

import re
import unicodedata

_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_GONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_SIGNS = {
    0x00D0: "Đ",  # Eth, which scanning programs set for D with stroke
    0x00F0: "đ",
    0x0110: "Đ",
    0xF0B7: "•",  # Wingdings bullets as Word leaves them in plain text
    0xF0A7: "•",
    0xF02D: "-",
    0x2028: "\n",
    0x2029: "\n",
    0x0085: "\n",
    0x000B: "\n",
    0x000C: "\n",
}
_CHARS = {**_SPACES, **_GONE, **_SIGNS, **{code: None for code in range(32) if code not in (9, 10, 11, 12, 13)}}
_ESCAPE = re.compile(r"\\+([*_#.()\[\]~-])")
_ENTITY = re.compile(r"&(?:amp;)+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BULLET = re.compile(r"\s*\* +[^\s*][^*]*$")
_HASHES = re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE)


def normalise(text: str) -> str:
    """Give the text the reader shows and points into: NFC, one kind of line end and blank, no markdown marks.

    Line breaks, indents and the words themselves stay. Doing it twice changes nothing.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    while (cleaned := _clean(text)) != text:
        text = cleaned
    return text


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text.translate(_CHARS)).expandtabs(8)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub("&", text)
    if "*" in text:
        text = "\n".join(line if _BULLET.match(line) else line.replace("*", "") for line in text.split("\n"))
    if "<" in text:
        text = "\n".join(_break(line) for line in text.split("\n"))
    if "#" in text:
        text = _HASHES.sub("", text)
    return unicodedata.normalize("NFC", "\n".join(line.rstrip(" \t") for line in text.split("\n")))


def _break(line: str) -> str:
    """Set markup line breaks; the cells of a table row that has some go on lines of their own between bars."""
    if line.lstrip().startswith("|") and _BREAK.search(line):
        line = "|\n" + "\n|\n".join(cell.strip() for cell in line.strip().strip("|").split("|")) + "\n|"
    return _BREAK.sub("\n", line)


def _fold_table() -> dict[int, str]:
    table = {ord("Đ"): "d", ord("đ"): "d"}
    for code in [*range(0x41, 0x5B), *range(0xC0, 0x1EFA)]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if "A" <= base <= "Z" or "a" <= base <= "z":
            table[code] = base.lower()
    table.update({ord(c): "-" for c in "‐‑‒–—−"})
    table.update({ord(c): '"' for c in "“”„‟«»"})
    return table


_FOLD = _fold_table()


def fold(text: str) -> str:
    """Lower case without Vietnamese marks, dashes and double quotes unified; same length, so offsets hold."""
    return text.translate(_FOLD)
