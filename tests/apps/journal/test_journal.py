"""The journal is complete, chained and append-only (G3)."""

import pytest
from django.db import DatabaseError, connection, transaction

from thidua.journal.models import JournalEntry
from thidua.journal.models.entry import AppendOnly
from thidua.journal.queries.history import find_broken_link, list_history


def test_every_founding_is_journalled(world):
    entries = list_history(world.school)
    assert [entry.code for entry in entries] == ["orgs.unit.change", "orgs.unit.found"]
    assert entries[0].reason == "Bỏ cấp huyện"


def test_chain_holds(world):
    assert JournalEntry.objects.count() > 30
    assert find_broken_link() is None


def test_entry_cannot_be_changed_or_deleted(world):
    entry = JournalEntry.objects.first()
    with pytest.raises(AppendOnly):
        entry.save()
    with pytest.raises(AppendOnly):
        entry.delete()
    with pytest.raises(AppendOnly):
        JournalEntry.objects.all().update(reason="x")


@pytest.mark.parametrize(
    "statement", ["UPDATE journal_journalentry SET reason = 'x'", "DELETE FROM journal_journalentry"]
)
def test_database_itself_refuses(world, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
