"""Awards of a person or a collective, and what later awards hang on one (N9)."""

from django.db.models import Q, QuerySet

from thidua.awards.models import Award
from thidua.core.law.reliance import list_relying_on


def list_awards_of(person_id: int) -> QuerySet[Award]:
    """Every award of the person, revoked ones included, newest first; with its revocation (one query)."""
    return _newest_first(Award.objects.filter(person_id=person_id))


def list_awards_of_collective(unit_id: int) -> QuerySet[Award]:
    """Every award of the collective, revoked ones included, newest first; with its revocation (one query)."""
    return _newest_first(Award.objects.filter(collective_id=unit_id))


def list_dependent_awards(award: Award) -> QuerySet[Award]:
    """Later standing awards of the same recipient whose standard asks for an honour of this kind: to be looked at again.

    The chain of consecutive years that counted this award is broken by its revocation.
    """
    same = Q(person_id=award.person_id) if award.person_id else Q(collective_id=award.collective_id)
    later = Award.objects.filter(same, decided_on__gte=award.decided_on, honour__in=list_relying_on(award.honour))
    return _newest_first(later.filter(revocation=None).exclude(pk=award.pk))


def _newest_first(awards: QuerySet[Award]) -> QuerySet[Award]:
    return awards.select_related("revocation", "decision").order_by("-decided_on", "-pk")
