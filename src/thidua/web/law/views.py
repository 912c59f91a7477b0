"""The library of acts."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.adapters.xlsx.write import write_table
from thidua.core.law.acts import find
from thidua.core.sheets.cells import CellError, parse_date
from thidua.web.access import signed_in
from thidua.web.downloads import excel_response
from thidua.web.law import pages
from thidua.web.paging import asked_number
from thidua.web.sorting import chosen_sort


def _asked_day(request: HttpRequest) -> tuple[date, str]:
    """The day asked for, and what is wrong with it (then today)."""
    try:
        return parse_date(request.GET.get("on", "")) or request.today, ""
    except CellError as error:
        return request.today, str(error)


@signed_in
def acts(request: HttpRequest) -> HttpResponse:
    on, error = _asked_day(request)
    page = pages.build_acts(
        on=on,
        search=request.GET.get("q", ""),
        kind=request.GET.get("kind", ""),
        state=request.GET.get("state", ""),
        sort=chosen_sort(request, frozenset({"number", "from", "title"}), "-from"),
        page=asked_number(request.GET.get("page"), 1),
    )
    if request.GET.get("format") == "xlsx":
        columns = (
            "Số, ký hiệu",
            "Loại",
            "Trích yếu",
            "Cơ quan ban hành",
            "Có hiệu lực từ",
            "Đến trước ngày",
            "Hiệu lực",
        )
        rows = [(r.number, r.kind, r.title, r.issuer, r.in_force_from, r.ends_before, r.state) for r in page.all_rows]
        return excel_response(
            write_table(f"Thư viện văn bản, hiệu lực ngày {on:%d/%m/%Y}", columns, rows), "thu-vien-van-ban.xlsx"
        )
    return render(request, "web/law/acts.html", {"page": page, "error": error})


@signed_in
def act(request: HttpRequest, number: str) -> HttpResponse:
    found = find(number)
    if found is None:
        raise Http404("Thư viện không có văn bản này.")
    on, _ = _asked_day(request)
    page = pages.build_act(found, on=on, unit_ids=request.actor.unit_ids())
    return render(request, "web/law/act.html", {"page": page})
