"""Pages of documents: the list, one document, the register of a year."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from thidua.core.access import Permission
from thidua.core.documents.errors import DocumentError
from thidua.core.documents.kinds import KINDS, find_kind
from thidua.core.documents.parse import parse_document
from thidua.movements.models import Movement
from thidua.orgs.models import UnitSpan
from thidua.orgs.queries.units import get_spans, get_unit_names
from thidua.records.models import Dispatch, OfficialDocument
from thidua.records.queries.documents import list_register, list_registers, search_documents
from thidua.records.queries.visible import list_sent_document_ids, list_visible_documents
from thidua.web.documents.loading import without_minutes_of_others
from thidua.web.documents.sheet import SheetView, draw
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort

SCOPES = {"": "Tất cả", "out": "Văn bản đi", "in": "Văn bản đến", "draft": "Dự thảo"}
SORTS = {"number": "number", "date": "issued_on", "subject": "search_text", "kind": "kind"}
Crumbs = tuple[tuple[str, str], ...]


def kind_name(code: str) -> str:
    kind = find_kind(code)
    return kind.name if kind else code


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """Một văn bản trong danh sách."""

    document: OfficialDocument
    url: str
    kind: str
    unit: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class DocumentList:
    """Danh sách văn bản."""

    rows: tuple[DocumentRow, ...]
    pager: Pager
    search: str
    scopes: tuple[tuple[str, str, bool], ...]
    kinds: tuple[tuple[str, str], ...]
    kind: str
    years: tuple[tuple[str, str], ...]
    year: str
    register_url: str


@dataclass(frozen=True, slots=True)
class Receiver:
    """Nơi nhận trong hệ thống."""

    name: str
    dispatch: Dispatch
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Trang một văn bản. `sheet` is None where the content cannot be drawn; `mine`: dispatches to the person's units."""

    document: OfficialDocument
    kind: str
    unit: str
    is_draft: bool
    sheet: SheetView | None
    receivers: tuple[Receiver, ...]
    received: int
    acknowledged: int
    mine: tuple[Receiver, ...]
    movement: Movement | None
    movement_url: str
    register_url: str
    crumbs: Crumbs


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """Sổ văn bản đi."""

    unit: UnitSpan
    series: str
    year: int
    rows: tuple[OfficialDocument, ...]
    kinds: dict[str, str]
    choices: tuple[tuple[str, str, bool], ...]
    crumbs: Crumbs


def build_document_list(request: HttpRequest, *, whole: bool = False) -> DocumentList:
    """Documents by the address's scope, search, kind, year, sort and page."""
    wanted = request.GET
    visible = without_minutes_of_others(request, list_visible_documents(request.actor, request.today))
    scope = wanted.get("scope", "") if wanted.get("scope", "") in SCOPES else ""
    rows = _filtered(_of_scope(request, visible, scope), wanted)
    key, descending = chosen_sort(request, frozenset(SORTS), "-date")
    sign = "-" if descending else ""
    # Drafts have no date: the newest first among them by their creation.
    rows = rows.order_by(f"{sign}{SORTS[key]}", f"{sign}year", f"{sign}number", "-pk")
    pager = pager_of(request, rows.count())
    found = list(rows if whole else rows[pager.rows])
    names = get_unit_names([row.unit_id for row in found], request.today)
    kinds = sorted(set(visible.order_by().values_list("kind", flat=True).distinct()))
    years = visible.filter(year__isnull=False).order_by("-year").values_list("year", flat=True).distinct()
    return DocumentList(
        rows=tuple(_row(row, names) for row in found),
        pager=pager,
        search=wanted.get("q", ""),
        scopes=tuple((code, title, code == scope) for code, title in SCOPES.items()),
        kinds=tuple((code, kind_name(code)) for code in kinds),
        kind=wanted.get("kind", ""),
        years=tuple((str(year), str(year)) for year in years),
        year=wanted.get("year", ""),
        register_url=reverse("web:document_register") if _registered_units(request) else "",
    )


def _registered_units(request: HttpRequest) -> tuple[int, ...]:
    return request.actor.units_granting(Permission.DOCUMENT_EDIT)


def _of_scope(request: HttpRequest, rows: QuerySet[OfficialDocument], scope: str) -> QuerySet[OfficialDocument]:
    own = request.actor.units_granting(Permission.DOCUMENT_VIEW)
    if scope == "out":
        return rows.filter(unit_id__in=own, state=OfficialDocument.State.ISSUED)
    if scope == "in":
        return rows.filter(pk__in=list_sent_document_ids(own), state=OfficialDocument.State.ISSUED)
    if scope == "draft":
        return rows.filter(state=OfficialDocument.State.DRAFT)
    return rows


def _filtered(rows: QuerySet[OfficialDocument], wanted) -> QuerySet[OfficialDocument]:
    if wanted.get("kind") in KINDS:
        rows = rows.filter(kind=wanted["kind"])
    year = wanted.get("year", "")
    if year.isascii() and year.isdigit() and len(year) == 4:
        rows = rows.filter(year=int(year))
    return search_documents(rows, wanted.get("q", ""))


def _row(row: OfficialDocument, names: dict[int, str]) -> DocumentRow:
    return DocumentRow(
        row, reverse("web:document", args=(row.pk,)), kind_name(row.kind), names.get(row.unit_id, ""),
        row.state == OfficialDocument.State.DRAFT,
    )  # fmt: skip


def draw_content(document: OfficialDocument) -> SheetView | None:
    """The stored content as a sheet; None when it is not a whole document (imported facts only)."""
    try:
        return draw(parse_document(document.content))
    except DocumentError:
        return None


def build_document_page(request: HttpRequest, document: OfficialDocument, mine: list[Dispatch]) -> DocumentPage:
    """Facts, content, sending. Who else received it is shown to the issuing unit and those above it."""
    own = document.unit_id in request.actor.unit_ids()
    rows = list(document.dispatches.order_by("pk")) if own else mine
    on = document.issued_on or request.today
    names = get_unit_names([document.unit_id, *(row.unit_id for row in rows)], on)
    movement = getattr(document, "movement", None)
    receivers = sorted((_receiver(row, names) for row in rows), key=lambda each: each.name)
    register = f"?unit={document.unit_id}&series={document.series}&year={document.year}"
    is_draft = document.state == OfficialDocument.State.DRAFT
    keeps = document.unit_id in _registered_units(request) and not is_draft
    return DocumentPage(
        document=document, kind=kind_name(document.kind), unit=names[document.unit_id], is_draft=is_draft,
        sheet=draw_content(document),
        receivers=tuple(receivers) if own else (),
        received=sum(row.received_at is not None for row in rows),
        acknowledged=sum(row.acknowledged_at is not None for row in rows),
        mine=tuple(_receiver(row, names) for row in mine),
        movement=movement,
        movement_url=reverse("web:movement", args=(movement.pk,)) if movement else "",
        register_url=reverse("web:document_register") + register if keeps else "",
        crumbs=(("Văn bản", reverse("web:documents")), (document.code, "")),
    )  # fmt: skip


def _receiver(row: Dispatch, names: dict[int, str]) -> Receiver:
    if row.acknowledged_at:
        return Receiver(names[row.unit_id], row, "Đã xác nhận", "good")
    if row.received_at:
        return Receiver(names[row.unit_id], row, "Đã mở xem", "busy")
    return Receiver(names[row.unit_id], row, "Chưa mở xem", "warn")


def build_register_page(request: HttpRequest) -> RegisterPage | None:
    """The register asked for by unit, series and year, else the newest one; None when no unit of the person has one."""
    units = _registered_units(request)
    registers = list(list_registers(units))
    if not registers:
        return None
    wanted = (request.GET.get("unit", ""), request.GET.get("series", ""), request.GET.get("year", ""))
    keys = [(str(row.unit_id), row.series, str(row.year)) for row in registers]
    chosen = registers[keys.index(wanted)] if wanted in keys else registers[0]
    spans = get_spans([row.unit_id for row in registers], date(chosen.year, 12, 31))
    rows = tuple(list_register(chosen.unit_id, chosen.series, chosen.year))
    choices = tuple(
        (
            f"?unit={row.unit_id}&series={row.series}&year={row.year}",
            f"{row.year}, loạt {row.series}" + (f", {spans[row.unit_id].name}" if len(units) > 1 else ""),
            row == chosen,
        )
        for row in registers
    )
    return RegisterPage(
        unit=spans[chosen.unit_id], series=chosen.series, year=chosen.year, rows=rows,
        kinds={row.kind: kind_name(row.kind) for row in rows}, choices=choices,
        crumbs=(("Văn bản", reverse("web:documents")), ("Sổ văn bản đi", "")),
    )  # fmt: skip
