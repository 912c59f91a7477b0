"""Footnotes printed in the middle of the running text, at the foot of the page they belong to."""

import re

from thidua.core.reading.lines import Line, starts_lower

_NOTE = re.compile(r"^(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,2}\]|\(\d{1,2}\)(?=\s*(?:xem|theo|chu de|tai)\b))\s*\S")
_ENDS = (".", ";", ":", "?", "!", "…", "”", '"', "./")
_LONGEST = 14  # lines looked ahead for the place where the interrupted sentence goes on


def take_footnotes(lines: list[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Split the body into running lines and footnotes.

    A footnote that interrupts a sentence ends where a line with a small first letter goes on with that sentence;
    otherwise at the next blank line.
    """
    kept: list[Line] = []
    notes: list[list[Line]] = []
    i = 0
    while i < len(lines):
        if not _NOTE.match(lines[i].folded):
            kept.append(lines[i])
            i += 1
            continue
        end = _end(lines, i, kept)
        notes.append(lines[i:end])
        i = end
    return kept, notes


def _end(lines: list[Line], at: int, kept: list[Line]) -> int:
    if kept and not kept[-1].text.endswith(_ENDS):
        for j in range(at + 1, min(at + _LONGEST, len(lines))):
            if lines[j].gap and starts_lower(lines[j].text):
                return j
    j = at + 1
    while j < len(lines) and not lines[j].gap:
        j += 1
    return j
