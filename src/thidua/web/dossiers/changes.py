"""What changed in a dossier since it was last returned, read from its journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from thidua.core.law.honours import honour
from thidua.journal.models import JournalEntry
from thidua.web.history.words import JOURNAL_TITLES

RETURNED = "awards.dossier.return"
# Entries that change what the dossier says; steps of its way and mere checks are left out.
CONTENT = frozenset(
    {
        "awards.dossier.revise", "awards.nomination.add", "awards.nomination.revise", "awards.nomination.remove",
        "awards.paper.attach", "awards.paper.detach",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """Một thay đổi: what, of whom or which file, by whom and when."""

    what: str
    detail: str
    who: str
    at: datetime


def list_changes(history: Sequence[JournalEntry]) -> tuple[Change, ...]:
    """Changes since the last return, oldest first; empty when it was never returned. `history` is newest first."""
    since = next((index for index, entry in enumerate(history) if entry.code == RETURNED), None)
    if since is None:
        return ()
    recent = [entry for entry in history[:since] if entry.code in CONTENT]
    return tuple(
        Change(JOURNAL_TITLES.get(entry.code, entry.code), _detail(entry), entry.actor_name, entry.at)
        for entry in reversed(recent)
    )


def _detail(entry: JournalEntry) -> str:
    data = entry.data
    if "names" in data:
        return f"{', '.join(data['names'])} – {honour(data['honour']).name}"
    return " – ".join(str(data[key]) for key in ("name", "part") if data.get(key))
