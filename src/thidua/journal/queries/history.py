"""Reading the journal: the history of an object, and the check of the chain."""

from django.db import models

from thidua.journal.chain import compute_hash
from thidua.journal.models import JournalEntry


def list_history(target: models.Model, *, limit: int = 50) -> list[JournalEntry]:
    """The newest entries about the object, newest first."""
    entries = JournalEntry.objects.filter(object_type=target._meta.label_lower, object_id=str(target.pk))
    return list(entries.order_by("-id")[:limit])


def find_broken_link() -> JournalEntry | None:
    """The first entry whose hash or link does not fit its content; None when the whole chain holds."""
    previous = ""
    for entry in JournalEntry.objects.order_by("id").iterator(chunk_size=2000):
        if entry.previous_hash != previous or entry.hash != compute_hash(entry):
            return entry
        previous = entry.hash
    return None
