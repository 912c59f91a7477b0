"""Councils and their members; planning meetings and taking them through their steps."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.adapters.xlsx.write import write_table
from thidua.awards.actions import agenda
from thidua.awards.errors import AwardsError
from thidua.awards.models import Dossier
from thidua.awards.queries.agenda import list_meeting_dossiers
from thidua.core.access import Permission
from thidua.core.workflow import WrongState
from thidua.councils.actions import councils, interests, meetings, minutes
from thidua.councils.errors import CouncilError
from thidua.councils.models import CouncilMember
from thidua.councils.queries.councils import list_councils
from thidua.orgs.models import Person, Unit
from thidua.orgs.queries.people import list_appointments
from thidua.orgs.queries.units import get_spans, list_subordinates
from thidua.web.access import requires
from thidua.web.councils import meeting_page, pages
from thidua.web.councils.forms import CouncilForm, DiscussionForm, EndMemberForm, MeetingForm, MemberForm
from thidua.web.councils.loading import load_council, load_meeting, load_membership, own_membership
from thidua.web.downloads import excel_response

REFUSALS = (CouncilError, AwardsError, WrongState)


def attempt(request: HttpRequest, act: Callable[[], object], done: str) -> bool:
    """Do it and say so, or say why not; True when it was done."""
    try:
        act()
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, done)
    return True


def _to_meeting(pk: int) -> HttpResponse:
    return redirect("web:meeting", pk=pk)


@requires(Permission.COUNCIL_VIEW)
def council_meetings(request: HttpRequest) -> HttpResponse:
    if request.GET.get("format") == "xlsx":
        rows = pages.build_meeting_rows(pages.select_meetings(request))
        columns = (
            "Nội dung",
            "Hội đồng",
            "Ngày họp",
            "Địa điểm",
            "Trạng thái",
            "Số trường hợp",
            "Thông qua",
            "Biên bản",
        )
        cells = [(r.title, r.council, r.held_on, r.place, r.state.title, r.items, r.carried, r.minutes) for r in rows]
        return excel_response(write_table("Phiên họp Hội đồng", columns, cells), "phien-hop-hoi-dong.xlsx")
    return render(request, "web/councils/meetings.html", {"page": pages.build_meetings(request)})


@requires(Permission.COUNCIL_MANAGE)
def council_new(request: HttpRequest) -> HttpResponse:
    units = request.actor.units_granting(Permission.COUNCIL_MANAGE)
    taken = set(list_councils(units, request.today).values_list("unit_id", flat=True))
    spans = get_spans([pk for pk in units if pk not in taken], request.today)
    choices = [(pk, span.name) for pk, span in spans.items()]
    first = next(iter(spans.values()), None)
    initial = {"name": f"Hội đồng Thi đua - Khen thưởng {first.name}" if first else "", "starts_on": request.today}
    form = CouncilForm(request.POST or None, units=choices, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        unit = get_object_or_404(Unit, pk=given["unit"])
        try:
            council = councils.establish(
                unit=unit, name=given["name"], symbol=given["symbol"], starts_on=given["starts_on"],
                by=request.actor, at=request.now,
            )  # fmt: skip
        except CouncilError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã thành lập Hội đồng. Hãy thêm thành viên.")
            return redirect("web:council", pk=council.pk)
    crumbs = (("Hội đồng", reverse("web:council_meetings")),)
    context = {
        "form": form,
        "title": "Thành lập Hội đồng",
        "crumbs": crumbs,
        "cancel": crumbs[0][1],
        "save": "Thành lập",
    }
    return render(request, "web/councils/form.html", context, status=422 if form.errors else 200)


@requires(Permission.COUNCIL_VIEW)
def council(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_council(request, pk)
    return render(request, "web/councils/council.html", {"page": pages.build_council(request, found)})


@requires(Permission.COUNCIL_MANAGE)
def council_member_add(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_council(request, pk, manage=True)
    form = MemberForm(request.POST or None, initial={"starts_on": request.today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            councils.add_member(
                council=found, person=given["person"], role=given["role"], starts_on=given["starts_on"],
                by=request.actor, at=request.now,
            )  # fmt: skip
        except CouncilError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Đã thêm {given['person'].full_name} vào Hội đồng.")
            return redirect("web:council", pk=found.pk)
    url = reverse("web:council", args=[found.pk])
    context = {
        "form": form, "title": "Thêm thành viên", "save": "Thêm", "cancel": url, "people": _list_eligible(request, found.unit_id),
        "crumbs": (("Hội đồng", reverse("web:council_meetings")), (found.name, url)),
    }  # fmt: skip
    return render(request, "web/councils/form.html", context, status=422 if form.errors else 200)


def _list_eligible(request: HttpRequest, unit_id: int) -> list[str]:
    """Suggestions under the field: the unit's own people and the managers of the units directly below."""
    below = list_subordinates(unit_id, request.today).values("unit_id")
    own = list_appointments(request.today).filter(unit_id=unit_id)
    managers = list_appointments(request.today).filter(unit_id__in=below, is_manager=True)
    people = Person.objects.filter(pk__in=own.union(managers).values("person_id")).order_by("sort_name")
    return [f"{person.full_name} ({person.code})" for person in people]


@requires(Permission.COUNCIL_MANAGE)
def council_member_end(request: HttpRequest, pk: int) -> HttpResponse:
    member = load_membership(request, pk)
    form = EndMemberForm(request.POST or None, initial={"ends_before": request.today})
    url = reverse("web:council", args=[member.council_id])
    if request.method == "POST" and form.is_valid():
        try:
            councils.end_member(member=member, **form.cleaned_data, by=request.actor, at=request.now)
        except CouncilError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{member.person.full_name} đã thôi tham gia Hội đồng.")
            return redirect(url)
    context = {
        "form": form, "title": f"Thôi tham gia Hội đồng: {member.person.full_name}", "save": "Ghi nhận", "cancel": url,
        "crumbs": (("Hội đồng", reverse("web:council_meetings")), (member.council.name, url)),
    }  # fmt: skip
    return render(request, "web/councils/form.html", context, status=422 if form.errors else 200)


@requires(Permission.COUNCIL_MANAGE)
def meeting_new(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_council(request, pk, manage=True)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            meeting = meetings.plan(council=found, **form.cleaned_data, by=request.actor, at=request.now)
        except CouncilError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã lên lịch phiên họp. Hãy đưa hồ sơ vào chương trình.")
            return _to_meeting(meeting.pk)
    url = reverse("web:council", args=[found.pk])
    context = {
        "form": form, "title": "Lên lịch phiên họp", "save": "Lên lịch", "cancel": url,
        "crumbs": (("Hội đồng", reverse("web:council_meetings")), (found.name, url)),
    }  # fmt: skip
    return render(request, "web/councils/form.html", context, status=422 if form.errors else 200)


@requires(Permission.COUNCIL_MANAGE)
def meeting_edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_meeting(request, pk, manage=True)
    initial = {"title": found.title, "held_on": found.held_on, "place": found.place}
    form = MeetingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            meetings.revise(meeting=found, **form.cleaned_data, by=request.actor, at=request.now)
        except CouncilError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã sửa lịch phiên họp.")
            return _to_meeting(found.pk)
    url = reverse("web:meeting", args=[found.pk])
    context = {
        "form": form, "title": "Sửa lịch phiên họp", "save": "Lưu", "cancel": url,
        "crumbs": (("Hội đồng", reverse("web:council_meetings")), (found.title, url)),
    }  # fmt: skip
    return render(request, "web/councils/form.html", context, status=422 if form.errors else 200)


@requires(Permission.COUNCIL_VIEW)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_meeting(request, pk)
    return render(request, "web/councils/meeting.html", {"page": meeting_page.build_meeting(request, found)})


@require_POST
@requires(Permission.COUNCIL_MANAGE)
def meeting_agenda(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_meeting(request, pk, manage=True)
    form = meeting_page.make_agenda_form(found, request.POST)
    if form.is_valid():
        chosen = Dossier.objects.filter(pk__in=form.cleaned_data["dossiers"])
        attempt(
            request,
            lambda: agenda.fill(meeting=found, dossiers=chosen, by=request.actor, at=request.now),
            "Đã đưa hồ sơ vào chương trình.",
        )
    else:
        messages.error(request, "Hãy chọn ít nhất một hồ sơ đang chờ Hội đồng xét.")
    return _to_meeting(found.pk)


@require_POST
@requires(Permission.COUNCIL_MANAGE)
def meeting_agenda_remove(request: HttpRequest, pk: int, dossier: int) -> HttpResponse:
    found = load_meeting(request, pk, manage=True)
    row = get_object_or_404(list_meeting_dossiers(found), pk=dossier)
    attempt(
        request,
        lambda: agenda.remove(meeting=found, dossier=row, by=request.actor, at=request.now),
        "Đã rút hồ sơ khỏi chương trình.",
    )
    return _to_meeting(found.pk)


@require_POST
@requires(Permission.COUNCIL_MANAGE)
def meeting_open(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_meeting(request, pk, manage=True)
    attempt(
        request,
        lambda: meetings.open_meeting(meeting=found, by=request.actor, at=request.now),
        "Phiên họp đã khai mạc. Hãy điểm danh.",
    )
    return _to_meeting(found.pk)


@require_POST
@requires(Permission.COUNCIL_MANAGE)
def meeting_attendance(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_meeting(request, pk, manage=True)
    form = meeting_page.make_attendance_form(found, request.POST)
    if form.is_valid():
        attempt(
            request,
            lambda: meetings.set_attendance(
                meeting=found, present_ids=form.present_ids(), notes=form.notes(), by=request.actor, at=request.now
            ),
            "Đã ghi điểm danh.",
        )
    else:
        messages.error(request, "Lý do vắng dài quá 200 ký tự. Hãy rút gọn.")
    return _to_meeting(found.pk)


@require_POST
@requires(Permission.COUNCIL_MANAGE)
def meeting_discussion(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_meeting(request, pk, manage=True)
    form = DiscussionForm(request.POST)
    if form.is_valid():
        attempt(
            request,
            lambda: meetings.write_discussion(
                meeting=found, text=form.cleaned_data["text"], by=request.actor, at=request.now
            ),
            "Đã lưu tóm tắt ý kiến.",
        )
    else:
        messages.error(request, " ".join(form.errors["text"]))
    return _to_meeting(found.pk)


@require_POST
@requires(Permission.COUNCIL_VIEW)
def meeting_interest(request: HttpRequest, pk: int) -> HttpResponse:
    """A member declares for themself; who runs the council also writes down what was declared in the room."""
    found = load_meeting(request, pk)
    own = own_membership(request, found)
    manages = found.council.unit_id in request.actor.units_granting(Permission.COUNCIL_MANAGE)
    form = meeting_page.make_interest_form(found, own, manages, request.POST)
    if form is None:
        messages.error(
            request, "Không khai báo được: bạn không phải thành viên, đã bỏ phiếu, hoặc phiên họp đã kiểm phiếu."
        )
    elif not form.is_valid():
        messages.error(request, "Hãy chọn người có liên quan và ghi quan hệ.")
    else:
        given = form.cleaned_data
        attempt(
            request,
            lambda: interests.declare(
                meeting=found,
                member=CouncilMember.objects.select_related("person").get(pk=given["member"]),
                person=Person.objects.get(pk=given["person"]),
                relation=given["relation"],
                by=request.actor,
                at=request.now,
            ),
            "Đã ghi khai báo; thành viên không biểu quyết trường hợp này.",
        )
    return _to_meeting(found.pk)


@require_POST
@requires(Permission.COUNCIL_VIEW)
def meeting_interest_withdraw(request: HttpRequest, pk: int, declaration: int) -> HttpResponse:
    found = load_meeting(request, pk)
    row = get_object_or_404(found.declarations.select_related("member", "meeting"), pk=declaration)
    own = own_membership(request, found)
    if own is None or own.pk != row.member_id:
        load_meeting(request, pk, manage=True)
    attempt(
        request,
        lambda: interests.withdraw(declaration=row, by=request.actor, at=request.now),
        "Đã rút khai báo.",
    )
    return _to_meeting(found.pk)


@require_POST
@requires(Permission.COUNCIL_MANAGE)
def meeting_start_vote(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_meeting(request, pk, manage=True)
    attempt(
        request,
        lambda: meetings.start_vote(meeting=found, by=request.actor, at=request.now),
        "Đã mở bỏ phiếu. Các thành viên có mặt bỏ phiếu trên điện thoại của mình.",
    )
    return _to_meeting(found.pk)


@require_POST
@requires(Permission.COUNCIL_MANAGE)
def meeting_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_meeting(request, pk, manage=True)
    attempt(
        request,
        lambda: minutes.draw_up(meeting=found, by=request.actor, at=request.now),
        "Đã lập biên bản và ghi vào sổ của Hội đồng.",
    )
    return _to_meeting(found.pk)
