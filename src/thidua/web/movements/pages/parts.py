"""Editing one part of a draft movement: its rows and an empty one."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from thidua.core.plans.sections import BY_CODE, Section
from thidua.movements.models import Movement
from thidua.web.movements.forms.sections import ItemForm, make_form, make_new
from thidua.web.movements.pages.reading import ItemRow, describe_item, group_rows

NEW = "new-1"


@dataclass(frozen=True, slots=True)
class PartPage:
    """Trang sửa một phần của phong trào."""

    movement: Movement
    section: Section
    rows: tuple[ItemRow, ...]
    new: ItemForm
    new_is_open: bool
    version: int
    error: str
    crumbs: tuple[tuple[str, str], ...]


def build_part(movement: Movement, section: str, items: list[dict[str, Any]]) -> PartPage:
    """The part as it is stored."""
    forms = [make_form(section, item) for item in items]
    return _page(movement, section, items, forms, make_new(section, NEW), movement.version, "")


def build_bound_part(
    movement: Movement, section: str, items: list[dict[str, Any]], forms: list[ItemForm], version: int, error: str
) -> PartPage:
    """The part with what was typed and what is wrong with it."""
    known = {item["key"] for item in items}
    new = next((form for form in forms if form.prefix not in known), None) or make_new(section, NEW)
    return _page(movement, section, items, [form for form in forms if form is not new], new, version, error)


def _page(
    movement: Movement,
    section: str,
    items: list[dict[str, Any]],
    forms: list[ItemForm],
    new: ItemForm,
    version: int,
    error: str,
) -> PartPage:
    by_key = {item["key"]: item for item in items}
    rows = [_row(section, form, by_key[form.prefix]) for form in forms if form.prefix in by_key]
    home = reverse("web:movement", args=(movement.pk,))
    return PartPage(
        movement=movement,
        section=BY_CODE[section],
        rows=tuple(group_rows(rows, by_key)),
        new=new,
        new_is_open=not items or (new.is_bound and new.has_changed()),
        version=version,
        error=error,
        crumbs=(
            ("Phong trào thi đua", reverse("web:movements")), (movement.name, home), (BY_CODE[section].title, ""),
        ),
    )  # fmt: skip


def _row(section: str, form: ItemForm, item: dict[str, Any]) -> ItemRow:
    title, note = describe_item(section, item)
    return ItemRow(form.prefix, title, note, form, "", bool(form["dropped"].value()), bool(form.errors))
