"""Sorting by address: ?sort=name is ascending, ?sort=-name descending."""

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class SortState:
    """What a sortable heading shows: where a click leads, and how the column is sorted now."""

    href: str
    aria: str
    icon: str
    hint: str


def sort_state(request: HttpRequest, key: str) -> SortState:
    """A click sorts ascending, a second one descending; changing the order goes back to the first page."""
    current = request.GET.get("sort", "")
    query = request.GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{key}" if current == key else key
    href = f"?{query.urlencode()}"
    if current == key:
        return SortState(href, "ascending", "chevron-up", "đang xếp tăng dần")
    if current == f"-{key}":
        return SortState(href, "descending", "chevron-down", "đang xếp giảm dần")
    return SortState(href, "none", "selector", "bấm để sắp xếp")


def chosen_sort(request: HttpRequest, allowed: frozenset[str], default: str) -> tuple[str, bool]:
    """The key asked for in the address and whether descending; anything not `allowed` falls back to `default`."""
    asked = request.GET.get("sort", "") or default
    key = asked.removeprefix("-")
    if key not in allowed:
        asked, key = default, default.removeprefix("-")
    return key, asked.startswith("-")
