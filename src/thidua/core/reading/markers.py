"""Markers that open the items of an official text: I., 1., 1.1., a), -, +, A., Điều 1., Phần I."""

import re

from thidua.core.reading.lines import Line

_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})"
_MARKERS = (
    ("part", re.compile(r"(?:phan|chuong)\s+(?:thu\s+\w+|[ivx]+|\d+)\s*[.:]?\s*")),
    ("article", re.compile(r"dieu\s+\d{1,3}\s*[.:]\s*")),
    ("annex", re.compile(r"phu luc(?:\s+(?:so\s+)?[ivx\d]+)?\s*[.:]?\s*$")),
    ("roman.number", re.compile(rf"{_ROMAN}\.\d{{1,2}}[.)]?\s+")),
    ("roman", re.compile(rf"{_ROMAN}\s*[.)/]\s*(?=[a-z])|{_ROMAN}\s*-\s+(?=[a-z])")),
    ("capital", re.compile(r"[a-eg-h]\s*[./]\s+")),
    ("number4", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+")),
    ("number3", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+")),
    ("number2", re.compile(r"\d{1,2}\.\d{1,2}\.?\s+(?!%)")),
    ("number", re.compile(r"\d{1,2}\s*[.)]\s*(?=[^\d\s.,/%])|\d{1,2}[.)/]\s+(?=\S)")),
    ("bracket", re.compile(r"\(\d{1,2}\)\s*")),
    ("letter", re.compile(r"[a-z]\s*\)\s*|[a-z]\.\d{1,2}[.)]\s*|[a-z]\.\s+")),
    ("dash", re.compile(r"[-•●▪◦]\s*(?=[^\s\d-])|-\s+(?=\d)")),
    ("plus", re.compile(r"[+○]\s*(?=\S)")),
    ("star", re.compile(r"\*\s+")),
)
_CASE = {
    "part": True,
    "article": True,
    "annex": True,
    "roman": True,
    "roman.number": True,
    "capital": True,
    "letter": False,
}
_FIRST = re.compile(r"[-•●▪◦+○*(\d]|[ivx]{1,5}\s*[.)/-]|[a-z]\s*[).]|[a-h]\s*/|phan |chuong |dieu |phu luc")


def find_marker(line: Line) -> tuple[str, int]:
    """Kind of the item marker a line starts with and the length of the marker ("" and 0 if none)."""
    text, folded = line.text, line.folded
    if not _FIRST.match(folded):
        return "", 0
    for kind, pattern in _MARKERS:
        match = pattern.match(folded)
        if not match:
            continue
        if kind in _CASE and text[0].isupper() is not _CASE[kind]:
            continue
        return kind, match.end()
    return "", 0
