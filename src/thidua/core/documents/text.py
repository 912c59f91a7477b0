"""Cleaning of the plain text that goes into documents."""

import re
import unicodedata

# Control characters, lone surrogates and non-characters cannot stand in a .docx or .pdf at all.
FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """Return the text in Unicode NFC with single blanks, line breaks as blanks, and nothing unprintable."""
    return " ".join(unicodedata.normalize("NFC", FORBIDDEN.sub("", text)).split())


def is_printable(text: str) -> bool:
    """Say whether the text holds only characters that can be printed (blanks and line breaks included)."""
    return FORBIDDEN.search(text) is None


def end_with(text: str, mark: str) -> str:
    """Return the text ending in `mark` instead of whatever full stop, comma or semicolon it ended in."""
    return text.rstrip(" .;,/") + mark
