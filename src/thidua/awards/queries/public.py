"""What everybody may know of awards and movements, without an account: as little about persons as it takes."""

from django.db.models import QuerySet

from thidua.awards.models import Award
from thidua.core.verification import is_well_formed, normalise
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import Movement

_SHOWN = ("recipient_name", "unit_name", "honour", "year", "decision_number", "decided_on", "decided_by", "person_id")


def list_honours() -> QuerySet[Award]:
    """Standing awards, newest first, with the public fields only (others would cost a query each, so a slip shows)."""
    return Award.objects.filter(revocation=None).only(*_SHOWN).order_by("-decided_on", "-pk")


def search_honours(
    awards: QuerySet[Award], *, text: str = "", year: str = "", honour: str = "", unit: str = ""
) -> QuerySet[Award]:
    """Those with every word of the text in the recipient's name, with or without diacritics; the rest exactly."""
    for word in fold(text).split():
        awards = awards.filter(recipient_search__contains=word)
    wanted = {"year": year, "honour": honour, "unit_name": unit}
    return awards.filter(**{key: value for key, value in wanted.items() if value})


def find_by_code(typed: str) -> Award | None:
    """The award behind a code, however it was typed; None when it is no code or nobody's."""
    code = normalise(typed)
    if not is_well_formed(code):
        return None
    return Award.objects.select_related("revocation__document").filter(code=code).first()


def list_public_movements() -> QuerySet[Movement]:
    """Movements that were launched, the running ones first; answers of subordinate units to them are left out."""
    return (
        Movement.objects.exclude(state=Movement.State.DRAFT)
        .filter(parent=None)
        .order_by("-state", "-launched_at", "-pk")
    )
