"""Papers of a dossier (N3)."""

from datetime import datetime

from django.db import transaction

from thidua.awards.actions.dossiers import lock_editable, touch
from thidua.awards.models import Dossier, DossierPaper
from thidua.core.access import Actor
from thidua.journal.actions.entries import record
from thidua.records.actions import files


@transaction.atomic
def attach(*, dossier: Dossier, data: bytes, name: str, part: str, by: Actor, at: datetime) -> DossierPaper:
    """Keep a file in the dossier as the `part` it fulfils (empty for a further paper); the same content again replaces its part.

    Raises FileError for an empty or too large file, AwardsError when the dossier may not be changed.
    """
    row = lock_editable(dossier)
    stored = files.store(data=data, name=name, unit=row.unit, by=by, at=at)
    paper = row.papers.select_related("file").filter(file__sha256=stored.sha256).first()
    if paper is None:
        paper = DossierPaper(dossier=row)
    paper.file, paper.part, paper.added_at = stored, part, at
    paper.save()
    touch(row, at)
    record(code="awards.paper.attach", target=row, unit_id=row.unit_id, name=stored.name, part=part, by=by, at=at)
    return paper


@transaction.atomic
def detach(*, paper: DossierPaper, by: Actor, at: datetime) -> None:
    """Take a paper out of the dossier; the stored file stays. One who is gone already changes nothing."""
    found = DossierPaper.objects.select_related("dossier", "file").filter(pk=paper.pk).first()
    if found is None:
        return
    row = lock_editable(found.dossier)
    name, part = found.file.name, found.part
    found.delete()
    touch(row, at)
    record(code="awards.paper.detach", target=row, unit_id=row.unit_id, name=name, part=part, by=by, at=at)
