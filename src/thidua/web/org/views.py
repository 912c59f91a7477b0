"""Units and people: lists, pages, yearly facts by form and by Excel."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from thidua.adapters.xlsx.read import UnreadableSheet, read_table
from thidua.core.access import Permission
from thidua.core.sheets.yearly import COLUMNS, KnownPerson, parse_yearly
from thidua.core.time.years import school_year_of
from thidua.orgs.actions import facts as facts_actions
from thidua.orgs.actions.facts import FactsConflict
from thidua.orgs.models import CollectiveFacts, Person, Unit, YearlyFacts
from thidua.orgs.queries.people import get_main_appointment, list_people_of
from thidua.orgs.queries.units import get_scope, get_span, list_below
from thidua.records.actions import files
from thidua.records.actions.files import FileError
from thidua.records.models import StoredFile
from thidua.web.access import check, may, requires
from thidua.web.downloads import excel_response
from thidua.web.org import pages, sheets
from thidua.web.org.forms import CollectiveFactsForm, ImportForm, YearlyFactsForm
from thidua.web.paging import pager_of
from thidua.web.sorting import chosen_sort


def _visible_unit(request: HttpRequest, unit_id: int) -> Unit:
    unit = get_object_or_404(Unit, pk=unit_id)
    if not may(request, Permission.UNIT_VIEW, unit.pk):
        raise Http404("Không tìm thấy.")
    return unit


def _load_person(request: HttpRequest, pk: int, change: Permission | None = None) -> tuple[Person, int]:
    """The person with the unit where they work, if the actor may see them there."""
    person = get_object_or_404(Person, pk=pk)
    post = get_main_appointment(person.pk, request.today) or person.appointments.order_by("-starts_on").first()
    unit_id = post.unit_id if post else 0
    if not unit_id or not may(request, Permission.PERSON_VIEW, unit_id, person_id=person.pk):
        raise Http404("Không tìm thấy.")
    if change is not None:
        check(request, change, get_scope(unit_id, request.today, person_id=person.pk))
    return person, unit_id


@requires(Permission.UNIT_VIEW)
def units(request: HttpRequest) -> HttpResponse:
    search, kind = request.GET.get("q", ""), request.GET.get("kind", "")
    key, descending = chosen_sort(request, frozenset({"name", "kind"}), "name")
    order = {"name": "search_name", "kind": "kind"}[key]
    spans = pages.select_units(request.actor, request.today, search, kind)
    spans = spans.order_by(f"-{order}" if descending else order, "search_name", "unit_id")
    if request.GET.get("format") == "xlsx":
        return excel_response(
            sheets.units_sheet(pages.build_unit_rows(list(spans), request.today)), "danh-sach-don-vi.xlsx"
        )
    pager = pager_of(request, spans.count())
    rows = pages.build_unit_rows(list(spans[pager.rows]), request.today)
    page = pages.UnitsPage(rows, pager, search, kind, tuple(pages.KINDS.items()))
    return render(request, "web/org/units.html", {"page": page})


@requires(Permission.UNIT_VIEW)
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible_unit(request, pk)
    span = get_span(found.pk, request.today)
    page = pages.build_unit(
        span,
        today=request.today,
        edit_facts=may(request, Permission.FACTS_EDIT, found.pk),
        sees=lambda unit_id: bool(may(request, Permission.UNIT_VIEW, unit_id)),
    )
    return render(request, "web/org/unit.html", {"page": page})


@requires(Permission.PERSON_VIEW)
def people(request: HttpRequest) -> HttpResponse:
    granting = request.actor.units_granting(Permission.PERSON_VIEW)
    if not granting:
        if request.actor.person_id is None:
            raise PermissionDenied("Tài khoản này chưa gắn với người nào trong danh sách nhân sự.")
        return redirect("web:person", pk=request.actor.person_id)
    search, unit_id = request.GET.get("q", ""), request.GET.get("unit", "")
    key, descending = chosen_sort(request, frozenset({"name", "title"}), "name")
    order = {"name": "person__sort_name", "title": "title"}[key]
    posts = pages.select_posts(granting, request.today, search, unit_id).select_related("person")
    posts = posts.order_by(f"-{order}" if descending else order, "person__sort_name", "pk")
    if request.GET.get("format") == "xlsx":
        rows = pages.build_people_rows(list(posts), request.today)
        return excel_response(sheets.people_sheet(rows), "danh-sach-nhan-su.xlsx")
    pager = pager_of(request, posts.count())
    options = (
        list_below(granting, request.today).exclude(kind="TO").order_by("search_name").values_list("unit_id", "name")
    )
    own = request.actor.units_granting(Permission.FACTS_EDIT)
    page = pages.PeoplePage(
        rows=pages.build_people_rows(list(posts[pager.rows]), request.today),
        pager=pager,
        search=search,
        unit=unit_id,
        units=tuple((str(pk), name) for pk, name in options),
        import_url=f"/don-vi/{own[0]}/nhap-ket-qua/" if own else "",
    )
    return render(request, "web/org/people.html", {"page": page})


@requires(Permission.PERSON_VIEW)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    found, unit_id = _load_person(request, pk)
    edit = may(request, Permission.FACTS_EDIT, unit_id)
    return render(
        request, "web/org/person.html", {"page": pages.build_person(found, today=request.today, edit_facts=edit)}
    )


def _yes_no(value: bool | None) -> str:
    return {True: "yes", False: "no"}.get(value, "")


@requires(Permission.FACTS_EDIT)
def person_facts(request: HttpRequest, pk: int) -> HttpResponse:
    found, unit_id = _load_person(request, pk, change=Permission.FACTS_EDIT)
    year = request.GET.get("year") or school_year_of(request.today).before().label
    known = YearlyFacts.objects.filter(person=found, year=year).first()
    initial = {"year": year, "version": known.version if known else 0}
    if known:
        initial |= {name: getattr(known, name) for name in facts_actions.FIELDS} | {
            "takes_part": _yes_no(known.takes_part)
        }
    form = YearlyFactsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            facts_actions.save_yearly(
                person=found, unit=Unit.objects.get(pk=unit_id), year=form.cleaned_data["year"], row=form.row(found),
                version=form.cleaned_data["version"], by=request.actor, at=request.now,
            )  # fmt: skip
        except FactsConflict as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Đã lưu kết quả {form.cleaned_data['year']} của {found.full_name}.")
            return redirect("web:person", pk=found.pk)
    context = {"form": form, "title": found.full_name, "back": f"/nhan-su/{found.pk}/"}
    return render(request, "web/org/facts.html", context, status=422 if form.errors else 200)


@requires(Permission.FACTS_EDIT)
def unit_facts(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible_unit(request, pk)
    check(
        request,
        Permission.FACTS_EDIT,
        get_scope(found.pk, request.today),
        get_scope(_owner(request, found), request.today),
    )
    year = request.GET.get("year") or school_year_of(request.today).before().label
    known = CollectiveFacts.objects.filter(unit=found, year=year).first()
    initial = {"year": year, "version": known.version if known else 0}
    if known:
        initial |= {"rating": known.rating, "note": known.note, "takes_part": _yes_no(known.takes_part)}
    form = CollectiveFactsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            facts_actions.save_collective(unit=found, **form.cleaned_data, by=request.actor, at=request.now)
        except FactsConflict as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Đã lưu kết quả {form.cleaned_data['year']} của tập thể.")
            return redirect("web:unit", pk=found.pk)
    context = {"form": form, "title": get_span(found.pk, request.today).name, "back": f"/don-vi/{found.pk}/"}
    return render(request, "web/org/facts.html", context, status=422 if form.errors else 200)


def _owner(request: HttpRequest, unit: Unit) -> int:
    """A section is rated by its unit."""
    span = get_span(unit.pk, request.today)
    return span.managing_body_id if span.kind == "TO" and span.managing_body_id else unit.pk


@requires(Permission.FACTS_EDIT)
def facts_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible_unit(request, pk)
    check(request, Permission.FACTS_EDIT, get_scope(found.pk, request.today))
    year = request.GET.get("year") or school_year_of(request.today).before().label
    people = list(list_people_of(found.pk, request.today))
    known = {row.person_id: row for row in YearlyFacts.objects.filter(year=year, person__in=people)}
    name = get_span(found.pk, request.today).name
    return excel_response(
        sheets.facts_template(name, year, [(p, known.get(p.pk)) for p in people]), f"ket-qua-{year}.xlsx"
    )


@requires(Permission.FACTS_EDIT)
def import_facts(request: HttpRequest, pk: int) -> HttpResponse:
    """Upload, see what was understood or what is wrong by row and column, then confirm; nothing is saved before."""
    found = _visible_unit(request, pk)
    check(request, Permission.FACTS_EDIT, get_scope(found.pk, request.today))
    context = {"unit_name": get_span(found.pk, request.today).name, "unit": found}
    if request.method == "POST" and "file" in request.POST:
        return _confirm_import(request, found, context)
    initial = {"year": school_year_of(request.today).before().label}
    form = ImportForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["sheet"]
        try:
            stored = files.store(data=upload.read(), name=upload.name, unit=found, by=request.actor, at=request.now)
            with stored.content.open("rb") as content:
                rows, errors = _parse(content.read(), found, request)
        except (FileError, UnreadableSheet) as error:
            form.add_error("sheet", str(error))
        else:
            context |= {"rows": rows, "errors": errors, "file": stored, "year": form.cleaned_data["year"]}
    return render(
        request,
        "web/org/import.html",
        context | {"form": form},
        status=422 if form.errors or context.get("errors") else 200,
    )


def _parse(data: bytes, unit: Unit, request: HttpRequest):
    people = [KnownPerson(p.pk, p.code, p.full_name) for p in list_people_of(unit.pk, request.today)]
    return parse_yearly(read_table(data, COLUMNS), people)


def _confirm_import(request: HttpRequest, unit: Unit, context: dict) -> HttpResponse:
    asked = request.POST["file"]
    stored = get_object_or_404(StoredFile, pk=int(asked) if asked.isdecimal() else 0, unit=unit)
    try:
        year = ImportForm().fields["year"].clean(request.POST.get("year", ""))
        with stored.content.open("rb") as content:
            rows, errors = _parse(content.read(), unit, request)
    except (ValidationError, UnreadableSheet) as error:
        words = error.messages if isinstance(error, ValidationError) else [str(error)]
        messages.error(request, f"Chưa nhập được: {' '.join(words)} Hãy tải tệp lên lại.")
        return redirect("web:import_facts", pk=unit.pk)
    if errors:
        context |= {
            "rows": rows,
            "errors": errors,
            "file": stored,
            "year": year,
            "form": ImportForm(initial={"year": year}),
        }
        return render(request, "web/org/import.html", context, status=422)
    count = facts_actions.import_yearly(
        unit=unit, year=year, rows=rows, source=stored.name[:120], by=request.actor, at=request.now
    )
    messages.success(request, f"Đã nhập kết quả năm {year} của {count} người.")
    return redirect("web:people")
