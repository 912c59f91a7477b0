"""Writing the journal: called once by every action, inside its transaction."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models, transaction

from thidua.core.access import Actor
from thidua.journal.chain import compute_hash
from thidua.journal.models import JournalEntry, JournalHead


def _plain(value: Any) -> Any:
    """Values as JSON keeps them, so that the hash can be computed again from the stored row."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} cannot stand in the journal.")


@transaction.atomic
def record(
    *,
    code: str,
    target: models.Model,
    unit_id: int | None,
    by: Actor,
    at: datetime,
    reason: str = "",
    **data: Any,
) -> JournalEntry:
    """Append one entry: `code` is `app.noun.verb`, `target` the object written, `unit_id` the unit whose history it is.

    `data` holds plain values worth knowing later (never secrets, never a ballot's choice).
    """
    head, _ = JournalHead.objects.select_for_update().get_or_create(id=1)
    entry = JournalEntry(
        at=at,
        actor_id=by.id,
        actor_name=by.name,
        code=code,
        object_type=target._meta.label_lower,
        object_id=str(target.pk),
        unit_id=unit_id,
        reason=reason,
        data=_plain(data),
        previous_hash=head.last_hash,
    )
    entry.hash = compute_hash(entry)
    entry.save(force_insert=True)
    head.last_hash = entry.hash
    head.save(update_fields=["last_hash"])
    return entry
