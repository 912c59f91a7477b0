"""Half-open spans of dates: a day belongs to a span when starts_on <= day < ends_before."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """Thời kỳ: from `starts_on` (inclusive) to `ends_before` (exclusive; None = open)."""

    starts_on: date
    ends_before: date | None = None

    def __post_init__(self) -> None:
        if self.ends_before is not None and self.ends_before <= self.starts_on:
            raise ValueError("A span must end after it starts.")

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_before is None or day < self.ends_before)

    def overlaps(self, other: "Span") -> bool:
        """True when both spans share at least one day."""
        return (self.ends_before is None or other.starts_on < self.ends_before) and (
            other.ends_before is None or self.starts_on < other.ends_before
        )
