"""Rows of the journal in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from thidua.journal.models import JournalEntry
from thidua.web.history.words import JOURNAL_TITLES
from thidua.web.paging import Pager

AREAS = {
    "movements": "Phong trào, chỉ tiêu",
    "records": "Văn bản",
    "awards": "Khen thưởng",
    "councils": "Hội đồng",
    "orgs": "Đơn vị, nhân sự",
    "accounts": "Tài khoản",
}


@dataclass(frozen=True, slots=True)
class JournalRow:
    at: datetime
    actor: str
    title: str
    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Nhật ký của các đơn vị tôi phụ trách."""

    rows: tuple[JournalRow, ...]
    pager: Pager
    search: str
    area: str
    areas: tuple[tuple[str, str], ...]
    on: str


def build_rows(entries: Iterable[JournalEntry], names: Mapping[int, str]) -> tuple[JournalRow, ...]:
    """`names` of units by id, as of today; a dissolved unit shows as such."""
    return tuple(
        JournalRow(
            timezone.localtime(entry.at), entry.actor_name, JOURNAL_TITLES.get(entry.code, entry.code),
            names.get(entry.unit_id, "Đơn vị đã giải thể"), entry.reason,
        )
        for entry in entries
    )  # fmt: skip
