"""Initiatives and research results: the list, entering, correcting."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thidua.awards.actions import initiatives as actions
from thidua.awards.errors import AwardsError
from thidua.awards.models import Initiative
from thidua.awards.queries.initiatives import describe_use, list_initiatives, search_initiatives
from thidua.core.access import Permission
from thidua.journal.queries.history import list_history
from thidua.orgs.models import Unit
from thidua.orgs.queries.people import get_main_appointment, list_people_of
from thidua.orgs.queries.units import get_spans, list_below
from thidua.web.access import load, may, requires
from thidua.web.downloads import excel_response
from thidua.web.paging import Pager, pager_of
from thidua.web.registrations import sheets
from thidua.web.registrations.forms import CorrectionForm, InitiativeForm
from thidua.web.registrations.views import sees_board
from thidua.web.sorting import chosen_sort

SORTS = {
    "author": "person__sort_name", "title": "search_title", "recognised": "recognised_on", "scope": "scope",
}  # fmt: skip
USES = {"free": "Chưa dùng", "used": "Đã dùng"}


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """Một sáng kiến, đề tài trong danh sách."""

    initiative: Initiative
    unit: str
    use: str


@dataclass(frozen=True, slots=True)
class InitiativesPage:
    """Danh sách sáng kiến, đề tài."""

    rows: tuple[InitiativeRow, ...]
    pager: Pager
    chosen: Mapping[str, str]
    scopes: tuple[tuple[str, str], ...]
    uses: tuple[tuple[str, str], ...]
    may_enter: bool


@requires(Permission.PERSON_VIEW)
def initiatives(request: HttpRequest) -> HttpResponse:
    rows = _select(request)
    if request.GET.get("format") == "xlsx":
        return excel_response(sheets.initiative_sheet(_rows(list(rows), request)), "sang-kien.xlsx")
    pager = pager_of(request, rows.count())
    page = InitiativesPage(
        rows=_rows(list(rows[pager.rows]), request),
        pager=pager,
        chosen={key: request.GET.get(key, "") for key in ("q", "scope", "use")},
        scopes=tuple(Initiative.Scope.choices),
        uses=tuple(USES.items()),
        may_enter=bool(request.actor.units_granting(Permission.FACTS_EDIT)),
    )
    context = {"page": page, "sees_board": sees_board(request)}
    return render(request, "web/registrations/initiatives.html", context)


@requires(Permission.FACTS_EDIT)
def enter(request: HttpRequest) -> HttpResponse:
    units = request.actor.units_granting(Permission.FACTS_EDIT)
    people = list_people_of(units[0], request.today)
    for unit_id in units[1:]:
        people = people | list_people_of(unit_id, request.today)
    form = InitiativeForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        post = get_main_appointment(person.pk, request.today)
        unit_id = post.unit_id if post and post.unit_id in units else units[0]
        try:
            actions.enter(
                person=person, unit=Unit.objects.get(pk=unit_id), description=form.description(), by=request.actor,
                at=request.now,
            )  # fmt: skip
        except AwardsError as error:
            form.add_error(None, list(error.reasons))
        else:
            messages.success(request, f"Đã ghi nhận sáng kiến của {person.full_name}.")
            return redirect("web:initiatives")
    return render(request, "web/registrations/initiative_new.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.PERSON_VIEW)
def initiative(request: HttpRequest, pk: int) -> HttpResponse:
    """One initiative; whoever may edit the unit's facts may correct it while no honour rests on it."""
    row = load(
        request, Initiative.objects.select_related("person"), view=Permission.PERSON_VIEW, person="person_id",
        change=Permission.FACTS_EDIT if request.method == "POST" else None, pk=pk,
    )  # fmt: skip
    initial = {
        "kind": row.kind, "title": row.title, "scope": row.scope, "recognised_on": row.recognised_on,
        "recognised_by": row.recognised_by,
    }  # fmt: skip
    form = CorrectionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct(
                initiative=row, description=form.description(), reason=form.cleaned_data["reason"], by=request.actor,
                at=request.now,
            )  # fmt: skip
        except AwardsError as error:
            form.add_error(None, list(error.reasons))
        else:
            messages.success(request, "Đã sửa thông tin sáng kiến.")
            return redirect("web:initiative", pk=row.pk)
    context = {
        "row": row,
        "use": describe_use(row.used_for),
        "unit": get_spans([row.unit_id], request.today)[row.unit_id].name,
        "may_edit": may(request, Permission.FACTS_EDIT, row.unit_id),
        "form": form,
        "history": list_history(row),
        "nominations": row.nominations.select_related("dossier").order_by("-pk"),
    }
    return render(request, "web/registrations/initiative.html", context, status=422 if form.errors else 200)


def _select(request: HttpRequest) -> QuerySet[Initiative]:
    """Those in reach of the actor, or the own ones; filtered and in order."""
    granting = request.actor.units_granting(Permission.PERSON_VIEW)
    if granting:
        rows = list_initiatives(list_below(granting, request.today).values_list("unit_id", flat=True))
    else:
        rows = Initiative.objects.filter(person_id=request.actor.person_id).select_related("person")
    if text := request.GET.get("q", "").strip():
        rows = search_initiatives(rows, text)
    if (scope := request.GET.get("scope", "")) in Initiative.Scope.values:
        rows = rows.filter(scope=scope)
    if (use := request.GET.get("use", "")) in USES:
        rows = rows.filter(used_for="") if use == "free" else rows.exclude(used_for="")
    key, descending = chosen_sort(request, frozenset(SORTS), "-recognised")
    return rows.order_by(f"-{SORTS[key]}" if descending else SORTS[key], "-pk")


def _rows(found: list[Initiative], request: HttpRequest) -> tuple[InitiativeRow, ...]:
    spans = get_spans((row.unit_id for row in found), request.today)
    return tuple(InitiativeRow(row, spans[row.unit_id].name, describe_use(row.used_for)) for row in found)
