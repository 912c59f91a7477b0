"""Nhật ký: everything written in the units that the actor oversees."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.adapters.xlsx.write import write_table
from thidua.core.access import Permission
from thidua.core.sheets.cells import CellError, parse_date
from thidua.journal.queries.listing import list_entries
from thidua.orgs.queries.units import list_below, list_spans
from thidua.web.access import requires
from thidua.web.downloads import excel_response
from thidua.web.history.pages import AREAS, JournalPage, build_rows
from thidua.web.paging import pager_of

EXPORT_LIMIT = 20_000


@requires(Permission.JOURNAL_VIEW)
def journal(request: HttpRequest) -> HttpResponse:
    units = list(
        list_below(request.actor.units_granting(Permission.JOURNAL_VIEW), request.today).values_list(
            "unit_id", flat=True
        )
    )
    if not units:
        raise PermissionDenied("Bạn chưa phụ trách đơn vị nào nên chưa có nhật ký để xem.")
    search, area, error = request.GET.get("q", ""), request.GET.get("area", ""), ""
    try:
        on = parse_date(request.GET.get("on", ""))
    except CellError as wrong:
        on, error = None, str(wrong)
    entries = list_entries(units, area=area if area in AREAS else "", text=search, on=on)
    names = dict(list_spans(request.today).values_list("unit_id", "name"))
    if request.GET.get("format") == "xlsx":
        columns = ("Thời điểm", "Người thực hiện", "Việc", "Đơn vị", "Lý do")
        rows = [(r.at, r.actor, r.title, r.unit, r.reason) for r in build_rows(entries[:EXPORT_LIMIT], names)]
        return excel_response(write_table("Nhật ký", columns, rows), "nhat-ky.xlsx")
    pager = pager_of(request, entries.count())
    rows = build_rows(entries[pager.rows], names)
    page = JournalPage(rows, pager, search, area, tuple(AREAS.items()), f"{on:%d/%m/%Y}" if on else "")
    return render(request, "web/history/journal.html", {"page": page, "error": error})
