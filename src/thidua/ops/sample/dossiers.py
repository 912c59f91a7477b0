"""One dossier of the sample on its way: candidates the law lets through, papers, submission, appraisal."""

from collections.abc import Sequence
from datetime import date, timedelta

from thidua.awards.actions import dossiers, nominations, papers
from thidua.awards.actions.dossiers import DossierDescription
from thidua.awards.facts.candidates import Candidate
from thidua.awards.facts.verdicts import assess
from thidua.awards.models import Dossier, Nomination
from thidua.movements.models import Movement
from thidua.ops.sample.awards import DEEDS
from thidua.ops.sample.context import School, moment
from thidua.ops.sample.councils import Seat
from thidua.orgs.models import Person, Unit


def begin(
    seat: Seat, school: School, title: str, year: str, on: date, stream: str = "MERIT", movement: Movement | None = None
) -> Dossier:
    """A draft of the school for the seat's unit."""
    description = DossierDescription(title, year, stream, seat.unit, movement)
    by = seat.cast.secretary(school.unit)
    return dossiers.create(unit=school.unit, description=description, by=by, at=moment(on, 8))


def let_through(dossier: Dossier, honour: str, subjects: Sequence[Person | Unit], on: date) -> list[Person | Unit]:
    """Those of the people or collectives whom the law, asked on the day, does not refuse."""
    candidates = [
        Candidate(
            key=one.pk, honour=honour, year=dossier.year, unit_id=dossier.unit_id, stream=dossier.stream,
            dossier_id=dossier.pk, received_on=on,
            **({"person_id": one.pk} if isinstance(one, Person) else {"collective_id": one.pk}),
        )
        for one in subjects
    ]  # fmt: skip
    seen = assess(candidates, today=on)
    return [one for one in subjects if not seen[one.pk].is_refused]


def nominate(
    seat: Seat, dossier: Dossier, honour: str, on: date, people: Sequence[Person] = (), units: Sequence[Unit] = ()
) -> None:
    """Put them forward, each with a sentence on what they achieved."""
    if not people and not units:
        return
    by = seat.cast.secretary(dossier.unit)
    rows = nominations.add(
        dossier=dossier, honour_code=honour, people=people, collectives=units, by=by, at=moment(on, 9)
    )
    for row in rows:
        row.achievement = seat.sample.random.choice(DEEDS)
    Nomination.objects.bulk_update(rows, ["achievement"])


def attach_papers(seat: Seat, dossier: Dossier, on: date) -> None:
    """The minutes that the law asks for beside what the data and the submission letter hold."""
    asked = dossier.nominations.order_by("pk").values_list("verdict__dossier", flat=True)
    for part in dict.fromkeys(name for names in asked for name in names or () if name.startswith("Biên bản")):
        text = f"{part}\n{dossier.title}\nHồ sơ số {dossier.pk}, ngày {on:%d/%m/%Y}.\n"
        papers.attach(
            dossier=dossier, data=text.encode(), name=f"{part.split(',')[0].lower()}.txt", part=part,
            by=seat.cast.secretary(dossier.unit), at=moment(on, 10),
        )  # fmt: skip


def submit(seat: Seat, dossier: Dossier, on: date) -> Dossier:
    """The head of the school signs the letter."""
    version = Dossier.objects.get(pk=dossier.pk).version
    by = seat.cast.head(dossier.unit)
    return dossiers.submit(dossier=dossier, version=version, accept_missing=True, by=by, at=moment(on, 14))


def accept(seat: Seat, dossier: Dossier, on: date) -> Dossier:
    return dossiers.accept(dossier=dossier, version=dossier.version, by=seat.secretary, at=moment(on, 15))


def send_back(seat: Seat, dossier: Dossier, on: date, reason: str) -> Dossier:
    return dossiers.send_back(
        dossier=dossier, version=dossier.version, reason=reason, by=seat.secretary, at=moment(on, 15)
    )


def bring(seat: Seat, dossier: Dossier, on: date, *, is_accepted: bool) -> Dossier:
    """Papers, submission and, a few days later, acceptance."""
    attach_papers(seat, dossier, on)
    row = submit(seat, dossier, on)
    return accept(seat, row, on + timedelta(days=3)) if is_accepted else row
