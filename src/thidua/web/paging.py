"""Pages of a list: the page number comes from the address and is forgiven when it is nonsense."""

from dataclasses import dataclass
from math import ceil

from django.http import HttpRequest

PAGE_SIZE = 50
LONGEST = 18  # digits; more fit no column and no list


@dataclass(frozen=True, slots=True)
class Pager:
    """Phân trang: page `number` of a list of `total` rows, `size` a page. `rows` is the slice to fetch."""

    number: int
    total: int
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        return max(1, ceil(self.total / self.size))

    @property
    def rows(self) -> slice:
        return slice((self.number - 1) * self.size, self.number * self.size)

    @property
    def first(self) -> int:
        return min(self.total, (self.number - 1) * self.size + 1)

    @property
    def last(self) -> int:
        return min(self.total, self.number * self.size)

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.pages else None

    @property
    def window(self) -> tuple[int | None, ...]:
        """Numbers to show: the ends and the neighbours of the present page, None where some are left out."""
        near = sorted({1, self.pages, *range(max(1, self.number - 1), min(self.pages, self.number + 1) + 1)})
        shown: list[int | None] = []
        for before, page in zip([0, *near], near, strict=False):
            if page - before > 1:
                shown.append(None)
            shown.append(page)
        return tuple(shown)


def asked_number(text: str | None, default: int) -> int:
    """A whole number that somebody may have typed into the address or a hidden field; `default` for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= LONGEST else default


def pager_at(number: int, total: int, size: int = PAGE_SIZE) -> Pager:
    """Page `number` of `total` rows, brought into the range that exists."""
    return Pager(min(max(number, 1), max(1, ceil(total / size))), total, size)


def pager_of(request: HttpRequest, total: int, size: int = PAGE_SIZE) -> Pager:
    """The page asked for by ?page=, brought into the range that exists."""
    return pager_at(asked_number(request.GET.get("page"), 1), total, size)
