"""What may come before a council, and under what names."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from thidua.awards.models import Dossier, Nomination
from thidua.core.law.honours import honours
from thidua.core.vietnamese.names import sort_key
from thidua.core.workflow.dossier import ACCEPTED
from thidua.councils.models import CouncilMeeting
from thidua.orgs.queries.units import get_spans


def list_waiting_dossiers(unit_id: int) -> QuerySet[Dossier]:
    """Accepted dossiers of the deciding unit with nominations on no agenda, oldest first."""
    return (
        Dossier.objects.filter(deciding_unit_id=unit_id, state=ACCEPTED, nominations__agenda_item=None)
        .distinct()
        .order_by("received_on", "pk")
    )


def list_meeting_dossiers(meeting: CouncilMeeting) -> QuerySet[Dossier]:
    """Dossiers with nominations on the meeting's agenda."""
    on_agenda = Nomination.objects.filter(agenda_item__meeting=meeting).values("dossier_id")
    return Dossier.objects.filter(pk__in=on_agenda).order_by("pk")


def name_candidates(nominations: Iterable[Nomination], on: date) -> dict[int, str]:
    """The name of each candidate by nomination id: the person's, or the collective's on the day (one query)."""
    listed = list(nominations)
    spans = get_spans([each.collective_id for each in listed if each.collective_id], on)
    return {
        each.pk: each.person.full_name if each.person else spans[each.collective_id].name  # type: ignore[index]
        for each in listed
    }


def order_nominations(nominations: QuerySet[Nomination], on: date) -> list[Nomination]:
    """Collectives first, then by honour in the order of the law's list, then by the Vietnamese order of names."""
    rank = {each.code: place for place, each in enumerate(honours())}
    listed = list(nominations.select_related("person", "dossier"))
    names = name_candidates(listed, on)
    return sorted(
        listed,
        key=lambda each: (each.person_id is not None, rank[each.honour], sort_key(names[each.pk]), each.pk),
    )
