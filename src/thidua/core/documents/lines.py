"""The lines of a document's frame: number, date, type and subject, addressees, recipients, signature."""

import re

from thidua.core.documents.kinds import KINDS
from thidua.core.documents.model import Document, Signer
from thidua.core.documents.text import clean, end_with
from thidua.core.vietnamese.dates import official_date_parts

BLANK_NUMBER = "       "
SIGNING_MARKS = re.compile(r"\s+(?=(?:TM|KT|TL|TUQ)\.)")
LEADING_DASH = re.compile(r"^[-–—•+]\s+")


def pad_number(number: str) -> str:
    """Give a number below 10 its leading zero (Annex I, II.3)."""
    return number.zfill(2) if number.isdigit() else number


def number_line(document: Document) -> str:
    """Return "Số: 05/KH-SGDĐT", with room where the number of a draft is to come."""
    symbol = clean(document.symbol) or default_symbol(document.kind)
    return f"Số: {pad_number(clean(document.number)) or BLANK_NUMBER}/{symbol}"


def default_symbol(kind: str) -> str:
    """Return the beginning of the symbol that the kind alone gives; official letters have none of their own."""
    return "…" if kind == "CV" else f"{kind}-…"


def date_parts(date: str) -> tuple[int | None, int | None, int | None]:
    """Split an ISO date, which may be partial or empty, into year, month and day."""
    known: list[int | None] = [int(part) for part in date.split("-")] if date else []
    year, month, day = known + [None] * (3 - len(known))
    return year, month, day


def place_date_line(document: Document) -> str:
    """Return "Quảng Trung, ngày 05 tháng 02 năm 2026" (Annex I, II.4); empty for kinds that tell it in their text."""
    if not KINDS[document.kind].dated:
        return ""
    return f"{clean(document.place) or '…'}, {official_date_parts(*date_parts(document.date))}"


def about_line(document: Document) -> str:
    """Return the "V/v ..." of an official letter; empty for titled kinds (Annex I, II.5)."""
    if KINDS[document.kind].titled:
        return ""
    return "V/v " + end_with(re.sub(r"^(?:V/v|Về việc)\s+", "", clean(document.subject), flags=re.IGNORECASE), "")


def kind_line(document: Document) -> str:
    """Return the printed name of the kind in capitals; empty for official letters."""
    kind = KINDS[document.kind]
    return kind.name.upper() if kind.titled else ""


def listed(texts: tuple[str, ...]) -> list[str]:
    """Write texts as a list: each after a dash, ended by a semicolon, the last by a full stop."""
    items = [LEADING_DASH.sub("", clean(text)) for text in texts]
    items = [item for item in items if item]
    return [f"- {end_with(item, ';')}" for item in items[:-1]] + [f"- {end_with(item, '.')}" for item in items[-1:]]


def basis_lines(bases: tuple[str, ...]) -> list[str]:
    """End each legal basis with a semicolon, the last with a full stop (Annex I, II.6)."""
    texts = [clean(text) for text in bases if clean(text)]
    return [end_with(text, ";") for text in texts[:-1]] + [end_with(text, ".") for text in texts[-1:]]


def signature_lines(signer: Signer) -> list[str]:
    """Return the lines above the signature: the capacity split at each TM., KT., TL. and the post, in capitals.

    "Q." stands before the post on its line.
    """
    capacity = [line for part in signer.capacity.splitlines() for line in SIGNING_MARKS.split(clean(part)) if line]
    position = clean(signer.position)
    if capacity and capacity[-1].upper() == "Q.":
        position = f"{capacity.pop()} {position}"
    return [line.upper() for line in (*capacity, position) if line]


def annexed_to(document: Document) -> str:
    """Return the line under an annex title that names the document it belongs to (Annex I, III.1)."""
    name = KINDS[document.kind].name if KINDS[document.kind].titled else "Công văn"
    number = number_line(document).removeprefix("Số: ")
    date = official_date_parts(*date_parts(document.date))
    return f"(Kèm theo {name} số {number} {date} của {clean(document.authority or document.issuer)})"
