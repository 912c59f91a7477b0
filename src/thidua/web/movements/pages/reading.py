"""The review of a plan: the source text beside what was read from it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse

from thidua.core.plans.draft import next_key
from thidua.core.plans.marking import Mark, Piece, mark_up
from thidua.core.plans.sections import SECTIONS, Section, finding_title
from thidua.core.plans.words import basis_words, target_words
from thidua.core.vietnamese.dates import format_date
from thidua.movements.models import PlanReading
from thidua.web.movements.forms.sections import ItemForm, make_form, make_new


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Một mục: its words, its form, and where it stands in the source (`place` empty: nowhere). `group`: heading above it."""

    key: str
    title: str
    note: str
    form: ItemForm
    place: str
    dropped: bool
    is_open: bool
    group: str = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """Một phần: rows, the empty row for one more, the version it was read in, and who saved it last."""

    section: Section
    rows: tuple[ItemRow, ...]
    new: ItemForm | None
    new_is_open: bool
    version: int
    reviewed: bool
    saved: str
    url: str
    count: int
    error: str = ""


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Trang rà soát kế hoạch."""

    reading: PlanReading
    pieces: tuple[Piece, ...]
    sections: tuple[SectionView, ...]
    warnings: tuple[str, ...]
    reviewed: int
    is_open: bool
    crumbs: tuple[tuple[str, str], ...]


def describe_item(section: str, item: dict[str, Any]) -> tuple[str, str]:
    """What an item says, in one line and a note below it."""
    if section == "header":
        number = f"{item['number'] or '…'}/{item['symbol'] or '…'}"
        return item["subject"] or item["kind"] or "Chưa đọc được", f"Số {number}, {item['issuer'] or 'chưa rõ cơ quan'}"
    if section == "launch":
        return item["name"] or "Chưa đọc được tên phong trào", item["period"] or ""
    if section == "bases":
        words = basis_words(*(item[name] or "" for name in ("kind", "number", "date", "issuer", "about")))
        return words, ""
    if section == "movements":
        return item["name"], ", ".join(part for part in (item["period"], item["launched_by"]) if part)
    if section == "targets":
        numbers = [Decimal(item[name]) if item[name] else None for name in ("value", "numerator", "denominator")]
        wanted = target_words(item["comparator"], numbers[0] or Decimal(0), item["unit"] or "", *numbers[1:])
        return item["subject"], wanted
    if section == "tasks":
        due = f"Hạn {format_date(date.fromisoformat(item['due']))}" if item["due"] else ""
        return item["task"], " · ".join(part for part in (item["unit"], due) if part)
    if section == "deadlines":
        return item["text"], format_date(date.fromisoformat(item["date"])) if item["date"] else "Chưa rõ ngày"
    if section == "findings":
        return item["why"], f"{finding_title(item['kind'])}: “{item['text']}”"
    return item["text"], ""


def build_reading_page(reading: PlanReading, *, bound: SectionView | None = None) -> ReadingPage:
    """The whole page; `bound` replaces its section (with what was typed and the errors)."""
    views = [build_section(reading, section.code) for section in SECTIONS]
    if bound is not None:
        views = [bound if view.section.code == bound.section.code else view for view in views]
    return ReadingPage(
        reading=reading,
        pieces=_pieces(reading),
        sections=tuple(views),
        warnings=_warnings(reading),
        reviewed=sum(view.reviewed for view in views),
        is_open=reading.state == PlanReading.State.REVIEW,
        crumbs=(("Phong trào thi đua", reverse("web:movements")), ("Rà soát kế hoạch", "")),
    )


def build_section(reading: PlanReading, code: str) -> SectionView:
    """A section as it is stored."""
    stored = reading.draft["sections"][code]
    forms = [make_form(code, item) for item in stored["items"]]
    return _view(reading, code, forms, None)


def build_bound_section(reading: PlanReading, code: str, forms: list[ItemForm], error: str = "") -> SectionView:
    """A section with what was typed and what is wrong with it."""
    known = {item["key"] for item in reading.draft["sections"][code]["items"]}
    new = next((form for form in forms if form.prefix not in known), None)
    return _view(reading, code, [form for form in forms if form is not new], new, error)


def _view(reading: PlanReading, code: str, forms: list[ItemForm], new: ItemForm | None, error: str = "") -> SectionView:
    section = next(each for each in SECTIONS if each.code == code)
    stored = reading.draft["sections"][code]
    items = {item["key"]: item for item in stored["items"]}
    rows = group_rows([_row(code, form, items.get(form.prefix)) for form in forms], items)
    saved = f"{stored['saved_by']}, {_moment(stored['saved_at'])}" if stored["saved_at"] else ""
    return SectionView(
        section=section,
        rows=tuple(rows),
        new=None if section.single else new or make_new(code, next_key(reading.draft, code)),
        new_is_open=bool(new and new.has_changed()),
        version=stored["version"],
        reviewed=stored["reviewed"],
        saved=saved,
        url=reverse("web:reading_section", args=(reading.pk, code)),
        count=sum(not item["dropped"] for item in stored["items"]),
        error=error,
    )


def group_rows(rows: list[ItemRow], items: dict[str, dict[str, Any]]) -> list[ItemRow]:
    """Name the group of targets once, above the first of its rows."""
    named, last = [], ""
    for row in rows:
        group = items.get(row.key, {}).get("group") or ""
        named.append(replace(row, group=group if group != last else ""))
        last = group
    return named


def _pieces(reading: PlanReading) -> tuple[Piece, ...]:
    """The source in pieces; empty lines before the first word would only push it out of sight."""
    pieces = mark_up(reading.text, _marks(reading))
    if pieces and pieces[0].mark is None:
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip("\n"))
    return tuple(pieces)


def _row(code: str, form: ItemForm, item: dict[str, Any] | None) -> ItemRow:
    title, note = describe_item(code, item) if item else ("Mục mới", "")
    dropped = bool(form["dropped"].value())
    place = form.prefix if item and item["span"] and not item["dropped"] else ""
    return ItemRow(form.prefix, title, note, form, place, dropped, bool(form.errors))


def _moment(text: str) -> str:
    """`2024-01-05T08:30+07:00` as 08:30 05/01/2024."""
    return f"{text[11:16]} {text[8:10]}/{text[5:7]}/{text[:4]}"


def _marks(reading: PlanReading) -> list[Mark]:
    marks = [
        Mark(item["key"], section.code, *item["span"])
        for section in SECTIONS
        for item in reading.draft["sections"][section.code]["items"]
        if item["span"] and not item["dropped"]
    ]
    header = reading.draft["sections"]["header"]["items"][0]["key"]
    places = {
        name: span for name, span in reading.proposal.get("spans", {}).items() if span and isinstance(span[0], int)
    }
    return [Mark(header, "header", *span) for span in places.values()] + marks


def _warnings(reading: PlanReading) -> tuple[str, ...]:
    """What the person should know before going on: no plan at all, no targets."""
    warnings = []
    if not reading.proposal.get("looks_like_plan", True):
        warnings.append(
            "Văn bản này có vẻ không phải kế hoạch phát động phong trào thi đua. Hãy kiểm tra lại tệp đã tải lên."
        )
    if not any(not item["dropped"] for item in reading.draft["sections"]["targets"]["items"]):
        warnings.append(
            "Kế hoạch không có chỉ tiêu đo được. Có thể thêm chỉ tiêu ở phần “Chỉ tiêu” hoặc tiếp tục không có chỉ tiêu."
        )
    known = {warning for warning in warnings if "chỉ tiêu" in warning}
    warnings += [reason for reason in reading.proposal.get("reasons", []) if not (known and "chỉ tiêu" in reason)]
    return tuple(warnings)
