"""Official documents: found, read, downloaded, acknowledged; the register of what went out (P5, P6)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.core.access import Permission
from thidua.core.documents.errors import DocumentError
from thidua.core.documents.parse import parse_document
from thidua.journal.queries.history import list_history
from thidua.records.actions import dispatches
from thidua.records.models import Dispatch
from thidua.web.access import load, requires
from thidua.web.documents.files import FORMATS, send_document
from thidua.web.documents.loading import list_own_history, load_document, receive_for_own_units
from thidua.web.documents.pages import build_document_list, build_document_page, build_register_page, kind_name
from thidua.web.documents.sheets import documents_sheet, register_sheet
from thidua.web.downloads import excel_response


@requires(Permission.DOCUMENT_VIEW)
def index(request: HttpRequest) -> HttpResponse:
    """Documents that went out, came in, or are being drafted; also as Excel."""
    if request.GET.get("format") == "xlsx":
        return excel_response(documents_sheet(build_document_list(request, whole=True)), "Văn bản.xlsx")
    return render(request, "web/documents/list.html", {"page": build_document_list(request)})


@requires(Permission.DOCUMENT_VIEW)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One document; opening it marks it as received by the person's unit."""
    document = load_document(request, pk)
    mine = receive_for_own_units(request, document)
    page = build_document_page(request, document, mine)
    own = document.unit_id in request.actor.unit_ids()
    history = list_history(document) if own else list_own_history(document, *mine)
    return render(request, "web/documents/document.html", {"page": page, "history": history})


@requires(Permission.DOCUMENT_VIEW)
def file(request: HttpRequest, pk: int, fmt: str) -> HttpResponse:
    """The document as .docx or .pdf, made from its content."""
    document = load_document(request, pk)
    if fmt not in FORMATS:
        raise Http404("Không có định dạng này.")
    receive_for_own_units(request, document)
    try:
        content = parse_document(document.content)
    except DocumentError as error:
        raise Http404("Văn bản này không có nội dung để tải.") from error
    words = f"{document.code} {kind_name(document.kind)} {document.subject}".replace("…", "Dự thảo ")
    return send_document(content, words, fmt)


@requires(Permission.PLAN_ACKNOWLEDGE)
@require_POST
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm receipt for the unit; `pk` is that of the dispatch."""
    rows = Dispatch.objects.select_related("document")
    dispatch = load(request, rows, view=Permission.DOCUMENT_VIEW, change=Permission.PLAN_ACKNOWLEDGE, pk=pk)
    dispatches.acknowledge(dispatch=dispatch, by=request.actor, at=request.now)
    messages.success(request, f"Đã xác nhận nhận văn bản số {dispatch.document.code}.")
    return redirect("web:document", pk=dispatch.document_id)


@requires(Permission.DOCUMENT_EDIT)
def register(request: HttpRequest) -> HttpResponse:
    """Sổ văn bản đi: printable, also as Excel."""
    page = build_register_page(request)
    if page and request.GET.get("format") == "xlsx":
        return excel_response(register_sheet(page), f"Sổ văn bản đi {page.series} {page.year}.xlsx")
    return render(request, "web/documents/register.html", {"page": page})
