"""Sentences and clauses of a paragraph as ranges of its text."""

import re

_SENTENCE = re.compile(r"\.(?=\s+[A-ZĐÀ-ỸƯƠ“\"0-9]|\s*$)|\.{2,}|…|\./\.")
_CLAUSE = re.compile(r";|\.(?=\s+[A-ZĐÀ-ỸƯƠ“\"0-9]|\s*$)|\.{2,}|…|\./\.")
_ABBREVIATION = re.compile(r"(?:\b(?:ThS|TS|PGS|GS|TP|Tp|TT|tr|vv|v|KT|TM|TL|St|VP|Đ|TX)|\d)$")


def sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Ranges of the sentences from `start` on, without the full stop."""
    return _cut(text, start, _SENTENCE)


def clauses(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Ranges between full stops and semicolons from `start` on."""
    return _cut(text, start, _CLAUSE)


def _cut(text: str, start: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    found = []
    at = start
    for match in pattern.finditer(text, start):
        if (
            match.group() == "."
            and _ABBREVIATION.search(text, max(at, match.start() - 4), match.start())
            and text[match.end() :].strip()
        ) and (not text[match.start() - 1].isdigit() or not text[match.end() : match.end() + 2].strip()[:1].isupper()):
            continue
        if text[at : match.start()].strip():
            found.append((at, match.start()))
        at = match.end()
    if text[at:].strip(" ./"):
        found.append((at, len(text)))
    return [_narrow(text, a, b) for a, b in found]


def _narrow(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;":
        start += 1
    while end > start and text[end - 1] in " ,;./":
        end -= 1
    return start, end
