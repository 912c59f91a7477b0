"""The chain of the journal: every entry's hash covers its content and the hash before it."""

import hashlib
import json
from datetime import UTC

from thidua.journal.models import JournalEntry


def compute_hash(entry: JournalEntry) -> str:
    """SHA-256 (hex) of the entry's content and of the hash before it."""
    content = [
        entry.at.astimezone(UTC).isoformat(), entry.actor_id, entry.actor_name, entry.code, entry.object_type,
        entry.object_id, entry.unit_id, entry.reason, entry.data, entry.previous_hash,
    ]  # fmt: skip
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
