"""Numbers from the register, versions of drafts, sending and receipt (P6)."""

from datetime import date

import pytest

from tests.factories.world import AT
from thidua.core.access import SYSTEM
from thidua.journal.models import JournalEntry
from thidua.records.actions import dispatches, documents, files
from thidua.records.actions.documents import DocumentDraft, DocumentError, EditConflict
from thidua.records.actions.files import FileError
from thidua.records.models import StoredFile

DRAFT = DocumentDraft(kind="KH", symbol="KH-SGDĐT", subject="Phát động phong trào", content={"kind": "KH"})


def make(world, series="VB"):
    draft = DocumentDraft(kind="KH", symbol="KH-SGDĐT", subject="Phát động", content={"kind": "KH"}, series=series)
    return documents.draft(unit=world.department, draft=draft, by=SYSTEM, at=AT)


def test_numbers_follow_each_other_and_restart_in_january(world):
    issued = [
        documents.issue(document=make(world), on=on, by=SYSTEM, at=AT).code
        for on in (date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1))
    ]
    assert issued == ["01/KH-SGDĐT", "02/KH-SGDĐT", "01/KH-SGDĐT"]


def test_a_council_has_its_own_series(world):
    first = documents.issue(document=make(world), on=date(2026, 1, 5), by=SYSTEM, at=AT)
    council = documents.issue(document=make(world, "HĐTĐKT"), on=date(2026, 1, 5), by=SYSTEM, at=AT)
    assert (first.number, council.number) == (1, 1)


def test_second_issue_changes_nothing(world):
    document = documents.issue(document=make(world), on=date(2026, 1, 5), by=SYSTEM, at=AT)
    before = JournalEntry.objects.count()
    with pytest.raises(DocumentError, match="01/KH-SGDĐT"):
        documents.issue(document=document, on=date(2026, 1, 6), by=SYSTEM, at=AT)
    assert JournalEntry.objects.count() == before
    assert make(world).number is None


def test_second_editor_is_told(world):
    document = make(world)
    documents.revise(document=document, draft=DRAFT, version=1, by=SYSTEM, at=AT)
    with pytest.raises(EditConflict, match="bản mới hơn"):
        documents.revise(document=document, draft=DRAFT, version=1, by=SYSTEM, at=AT)


def test_issued_document_cannot_be_revised(world):
    document = documents.issue(document=make(world), on=date(2026, 1, 5), by=SYSTEM, at=AT)
    with pytest.raises(DocumentError, match="đã ban hành"):
        documents.revise(document=document, draft=DRAFT, version=document.version, by=SYSTEM, at=AT)


def test_sending_twice_makes_one_dispatch(world):
    document = documents.issue(document=make(world), on=date(2026, 1, 5), by=SYSTEM, at=AT)
    for _ in range(2):
        dispatches.send(document=document, unit_ids=[world.school.pk, world.school.pk], by=SYSTEM, at=AT)
    dispatch = document.dispatches.get()
    first = dispatches.acknowledge(dispatch=dispatch, by=SYSTEM, at=AT)
    again = dispatches.acknowledge(dispatch=dispatch, by=SYSTEM, at=AT.replace(year=2020))
    assert first.acknowledged_at == again.acknowledged_at == AT


def test_draft_is_not_sent(world):
    with pytest.raises(DocumentError, match="chưa ban hành"):
        dispatches.send(document=make(world), unit_ids=[world.school.pk], by=SYSTEM, at=AT)


@pytest.mark.parametrize(("data", "message"), [(b"", "rỗng"), (b"x" * (20 * 2**20 + 1), "20 MB")])
def test_unusable_file_is_refused(world, data, message):
    with pytest.raises(FileError, match=message):
        files.store(data=data, name="a.txt", unit=world.school, by=SYSTEM, at=AT)
    assert not StoredFile.objects.exists()


def test_same_content_is_stored_once(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    stored = [files.store(data=b"abc", name=name, unit=world.school, by=SYSTEM, at=AT) for name in ("a.txt", "b.txt")]
    assert stored[0].content.name == stored[1].content.name
    assert stored[1].content.read() == b"abc"
    for row in stored:
        row.content.close()
