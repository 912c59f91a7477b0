"""Finding documents: by number, symbol, subject, with and without diacritics; the register of a year."""

from datetime import date

from django.db.models import QuerySet

from thidua.core.vietnamese.folding import fold
from thidua.records.models import OfficialDocument, Register


def search_documents(documents: QuerySet[OfficialDocument], text: str) -> QuerySet[OfficialDocument]:
    """Those whose number, symbol and subject together have every word of the text."""
    for word in fold(text).split():
        documents = documents.filter(search_text__contains=word)
    return documents


def list_register(unit_id: int, series: str, year: int) -> QuerySet[OfficialDocument]:
    """Sổ văn bản đi: the documents that a unit issued in a series in a year, by number."""
    issued = OfficialDocument.objects.filter(state=OfficialDocument.State.ISSUED)
    return issued.filter(unit_id=unit_id, series=series, year=year).order_by("number")


def list_registers(unit_ids: tuple[int, ...]) -> QuerySet[Register]:
    """The registers of the units, newest year first."""
    return Register.objects.filter(unit_id__in=unit_ids).order_by("-year", "unit_id", "series")


def get_next_number(unit_id: int, series: str, on: date) -> int:
    """The number that a document issued now would get; another may take it first."""
    register = Register.objects.filter(unit_id=unit_id, series=series, year=on.year).first()
    return (register.last_number if register else 0) + 1
