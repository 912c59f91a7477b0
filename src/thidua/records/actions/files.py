"""Keeping files."""

import hashlib
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from thidua.core.access import Actor
from thidua.journal.actions.entries import record
from thidua.orgs.models import Unit
from thidua.records.models import StoredFile

# What may be kept, by its first bytes; nothing a browser would run is ever served inline.
_SIGNATURES = {
    b"%PDF-": "application/pdf",
    b"PK\x03\x04": "application/zip",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}


class FileError(Exception):
    """The file cannot be kept; the message says what to do in Vietnamese."""


def sniff(data: bytes) -> str:
    """The media type by content: pdf, zip-based Office files, images, else plain text or unknown bytes."""
    for signature, media_type in _SIGNATURES.items():
        if data.startswith(signature):
            return media_type
    return "text/plain" if b"\x00" not in data[:4096] else "application/octet-stream"


def check_size(data: bytes, name: str) -> None:
    """Raise FileError when the file is empty or larger than 20 MB."""
    if not data:
        raise FileError(f"Tệp “{name}” rỗng. Hãy chọn tệp khác.")
    if len(data) > settings.MAX_UPLOAD_BYTES:
        raise FileError(f"Tệp “{name}” lớn hơn 20 MB. Hãy nén hoặc tách nhỏ rồi tải lại.")


@transaction.atomic
def store(*, data: bytes, name: str, unit: Unit, by: Actor, at: datetime) -> StoredFile:
    """Keep a file for a unit. Raises FileError when it is empty or larger than 20 MB."""
    check_size(data, name)
    digest = hashlib.sha256(data).hexdigest()
    known = StoredFile.objects.filter(sha256=digest).first()
    stored = StoredFile(
        unit=unit,
        name=name[-200:],
        media_type=sniff(data),
        size=len(data),
        sha256=digest,
        uploaded_at=at,
        uploaded_by_id=by.id,
    )
    if known:
        stored.content = known.content.name
        stored.save()
    else:
        stored.content.save(digest, ContentFile(data), save=False)
        stored.save()
    record(code="records.file.store", target=stored, unit_id=unit.pk, name=stored.name, sha256=digest, by=by, at=at)
    return stored
