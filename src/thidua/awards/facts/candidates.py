"""Whom facts are gathered for."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from thidua.awards.models import Nomination, Stream


@dataclass(frozen=True, slots=True)
class Candidate:
    """Người hoặc tập thể được xét, for one honour of one year; exactly one of `person_id` and `collective_id` is given.

    `unit_id` puts the candidate forward. `nomination_id` and `dossier_id` are None while nobody is nominated yet; `initiative_id`
    is the initiative named as ground. `received_on` None: as if received today; `decided_on` None: not decided yet.
    """

    key: Hashable
    honour: str
    year: str
    unit_id: int
    person_id: int | None = None
    collective_id: int | None = None
    stream: str = Stream.MERIT
    received_on: date | None = None
    decided_on: date | None = None
    dossier_id: int | None = None
    nomination_id: int | None = None
    initiative_id: int | None = None

    def as_of(self, today: date) -> date:
        """The day on which unit, post and history are looked at: the decision's, else today."""
        return self.decided_on or today


def of_nomination(nomination: Nomination, decided_on: date | None = None) -> Candidate:
    """The candidate of a stored nomination; its dossier should be loaded with it."""
    dossier = nomination.dossier
    return Candidate(
        key=nomination.pk,
        honour=nomination.honour,
        year=dossier.year,
        unit_id=dossier.unit_id,
        person_id=nomination.person_id,
        collective_id=nomination.collective_id,
        stream=dossier.stream,
        received_on=dossier.received_on,
        decided_on=decided_on,
        dossier_id=dossier.pk,
        nomination_id=nomination.pk,
        initiative_id=nomination.initiative_id,
    )
