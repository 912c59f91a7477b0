"""Putting people and collectives forward in a dossier (N1, N2)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from thidua.awards.actions.dossiers import keep_verdicts, lock, lock_editable, touch
from thidua.awards.errors import AwardsError, EditConflict
from thidua.awards.facts.review import review
from thidua.awards.models import Dossier, Initiative, Nomination
from thidua.awards.queries.nominations import find_awarded, find_doubles
from thidua.core.access import Actor
from thidua.core.law.honours import honour
from thidua.core.time.moments import day_of
from thidua.journal.actions.entries import record
from thidua.orgs.models import Person, Unit
from thidua.orgs.queries.units import get_spans


@transaction.atomic
def add(
    *,
    dossier: Dossier,
    honour_code: str,
    people: Sequence[Person] = (),
    collectives: Sequence[Unit] = (),
    by: Actor,
    at: datetime,
) -> list[Nomination]:
    """Put candidates forward for one honour; those who stand in the dossier for it already are left as they are.

    Raises AwardsError when the honour is not for them, when somebody stands in another open dossier for the same honour and
    year, or holds that title of the year already.
    """
    row = lock_editable(dossier)
    _refuse_kind(honour_code, people, collectives)
    # Two dossiers must not put the same person forward at the same moment.
    list(Person.objects.select_for_update().filter(pk__in=[one.pk for one in people]))
    _refuse_doubles(row, honour_code, people, collectives)
    known = set(row.nominations.filter(honour=honour_code).values_list("person_id", "collective_id"))
    wanted = [(one.pk, None) for one in people] + [(None, one.pk) for one in collectives]
    new = Nomination.objects.bulk_create(
        Nomination(dossier=row, honour=honour_code, person_id=person, collective_id=collective)
        for person, collective in dict.fromkeys(wanted)
        if (person, collective) not in known
    )
    if new:
        names = _store(row, {one.pk for one in new}, at)
        record(
            code="awards.nomination.add", target=row, unit_id=row.unit_id, honour=honour_code, names=names, by=by, at=at
        )
    return new


@transaction.atomic
def revise(
    *,
    nomination: Nomination,
    achievement: str,
    initiative: Initiative | None,
    version: int,
    by: Actor,
    at: datetime,
) -> Nomination:
    """Write the summary of achievements and name the initiative taken as ground.

    Raises EditConflict, AwardsError when the initiative is somebody else's or used up.
    """
    row = Nomination.objects.select_for_update().select_related("dossier").get(pk=nomination.pk)
    dossier = lock_editable(row.dossier)
    if row.version != version:
        raise EditConflict
    if initiative is not None:
        _refuse_initiative(row, initiative)
    row.achievement, row.initiative = achievement.strip(), initiative
    row.version += 1
    row.save(update_fields=["achievement", "initiative", "version"])
    names = _store(dossier, {row.pk}, at)
    record(
        code="awards.nomination.revise", target=dossier, unit_id=dossier.unit_id, honour=row.honour, names=names,
        initiative=initiative.pk if initiative else None, by=by, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def remove(*, nomination: Nomination, by: Actor, at: datetime) -> None:
    """Take a candidate out of the dossier; one who is gone already changes nothing."""
    row = Nomination.objects.select_related("dossier", "person").filter(pk=nomination.pk).first()
    if row is None:
        return
    dossier = lock_editable(row.dossier)
    names = _names([row], at)
    honour_code, pk = row.honour, row.pk
    row.delete()
    _store(dossier, set(), at)
    record(
        code="awards.nomination.remove", target=dossier, unit_id=dossier.unit_id, honour=honour_code, names=names,
        nomination=pk, by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def check_again(*, dossier: Dossier, by: Actor, at: datetime) -> Dossier:
    """Hold every candidate against the law once more and keep the result; the dossier itself stays as it is."""
    row = lock(dossier)
    seen = review(row, today=day_of(at))
    keep_verdicts(seen, at)
    outcomes = [seen.assessed[one.pk].outcome for one in seen.nominations]
    counts = {outcome: outcomes.count(outcome) for outcome in sorted(set(outcomes))}
    record(code="awards.nomination.check", target=row, unit_id=row.unit_id, outcomes=counts, by=by, at=at)
    return row


def _store(dossier: Dossier, about: set[int], at: datetime) -> list[str]:
    """Keep the verdicts of all (a collective's depends on its members' nominations) and return the names asked `about`."""
    seen = review(dossier, today=day_of(at))
    keep_verdicts(seen, at)
    touch(dossier, at)
    return [seen.names[row.pk] for row in seen.nominations if row.pk in about]


def _names(rows: Iterable[Nomination], at: datetime) -> list[str]:
    spans = get_spans((row.collective_id for row in rows if row.collective_id), day_of(at))
    return [row.person.full_name if row.person else spans[row.collective_id or 0].name for row in rows]


def _refuse_kind(code: str, people: Sequence[Person], collectives: Sequence[Unit]) -> None:
    try:
        wanted = honour(code)
    except KeyError:
        raise AwardsError("Không có danh hiệu, hình thức khen thưởng này. Hãy chọn trong danh sách.") from None
    if not people and not collectives:
        raise AwardsError("Chưa chọn cá nhân, tập thể nào.")
    if people and not wanted.is_individual:
        raise AwardsError(f"“{wanted.name}” không dành cho cá nhân.")
    if collectives and not wanted.is_collective:
        raise AwardsError(f"“{wanted.name}” không dành cho tập thể.")


def _refuse_doubles(dossier: Dossier, code: str, people: Sequence[Person], collectives: Sequence[Unit]) -> None:
    ids = {"person_ids": [one.pk for one in people], "collective_ids": [one.pk for one in collectives]}
    doubles = list(find_doubles(dossier, code, **ids))
    awarded = list(find_awarded(dossier, code, **ids))
    spans = get_spans(
        [*(row.collective_id or 0 for row in doubles), *(row.dossier.unit_id for row in doubles)],
        dossier.created_at.date(),
    )
    reasons = [
        f"{row.person.full_name if row.person else spans[row.collective_id or 0].name} đã được đề nghị {honour(code).name} "
        f"năm {dossier.year} trong hồ sơ “{row.dossier.title}” của {spans[row.dossier.unit_id].name}. "
        "Hãy bỏ đề nghị ở một trong hai hồ sơ."
        for row in doubles
    ]
    reasons += [
        f"{row.recipient_name} đã được tặng {honour(code).name} năm {dossier.year} theo Quyết định {row.decision_number}."
        for row in awarded
    ]
    if reasons:
        raise AwardsError(*reasons)


def _refuse_initiative(row: Nomination, initiative: Initiative) -> None:
    if initiative.person_id != row.person_id:
        raise AwardsError("Sáng kiến này không phải của người được đề nghị.")
    if initiative.used_for and not (initiative.used_for.startswith("TITLE:") and honour(row.honour).is_title):
        raise AwardsError("Sáng kiến này đã dùng làm căn cứ khen thưởng khác nên không dùng lại được.")
