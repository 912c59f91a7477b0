"""Records of the data files that rule from a day to a day: reading, choosing, and refusing gaps and overlaps."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Protocol, TypeVar

from thidua.core.law.errors import LawDataError
from thidua.core.law.loader import parse_date, require_date


class Spanned(Protocol):
    """Anything that rules from `valid_from` up to, not including, `ends_before` (None = open)."""

    @property
    def valid_from(self) -> date: ...
    @property
    def ends_before(self) -> date | None: ...


S = TypeVar("S", bound=Spanned)


def read_span(record: dict[str, Any], where: str) -> tuple[date, date | None]:
    """The keys `from` and `before` of a record.

    Raises LawDataError when the span is empty or a date does not exist.
    """
    valid_from, ends_before = require_date(record["from"], where), parse_date(record["before"], where)
    if ends_before is not None and ends_before <= valid_from:
        raise LawDataError(f"{where}: thời kỳ {record['from']} – {record['before']} rỗng.")
    return valid_from, ends_before


def rules_on(record: Spanned, day: date) -> bool:
    return record.valid_from <= day and (record.ends_before is None or day < record.ends_before)


def first_on(records: Iterable[S], day: date) -> S | None:
    """The first record in force on the day."""
    return next((record for record in records if rules_on(record, day)), None)


def refuse_gaps(records: Sequence[Spanned], where: str) -> None:
    """Refuse records that overlap or leave a gap between them.

    Raises LawDataError naming `where` and the days.
    """
    ordered = sorted(records, key=lambda record: record.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.ends_before is None or earlier.ends_before > later.valid_from:
            raise LawDataError(f"{where}: hai thời kỳ chồng nhau từ {later.valid_from}.")
        if earlier.ends_before < later.valid_from:
            raise LawDataError(f"{where}: không có quy định từ {earlier.ends_before} đến trước {later.valid_from}.")
