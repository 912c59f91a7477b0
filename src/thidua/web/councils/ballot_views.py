"""The paper on the member's phone, the count, and the minutes as files."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from thidua.awards.actions import agenda
from thidua.core.access import Permission
from thidua.core.documents.parse import parse_document
from thidua.core.workflow.meeting import VOTING
from thidua.councils.actions import ballots
from thidua.councils.errors import BallotError
from thidua.councils.models import AgendaItem, CouncilMeeting
from thidua.councils.queries.meetings import get_turnout, list_items
from thidua.web.access import check, requires, scope_of
from thidua.web.councils.forms import CloseForm, PaperForm
from thidua.web.councils.loading import load_meeting, require_membership
from thidua.web.councils.meeting_page import BALLOT, build_items, build_paper
from thidua.web.councils.views import REFUSALS
from thidua.web.documents.files import FORMATS, send_document


@never_cache
@requires(Permission.BALLOT_CAST)
def ballot(request: HttpRequest, pk: int) -> HttpResponse:
    """The member's own paper. What is chosen goes to the counters only: not to messages, session or log."""
    meeting = load_meeting(request, pk)
    member = require_membership(request, meeting)
    check(request, Permission.BALLOT_CAST, scope_of(request, meeting, "council.unit_id", None))
    if meeting.voter_marks.filter(member=member).exists():
        messages.info(request, "Bạn đã bỏ phiếu. Mỗi thành viên chỉ bỏ phiếu một lần.")
        return redirect("web:meeting", pk=pk)
    if meeting.state != VOTING:
        messages.error(request, "Phiên họp không trong thời gian bỏ phiếu.")
        return redirect("web:meeting", pk=pk)
    page = build_paper(meeting, member)
    form = PaperForm(request.POST if request.method == "POST" else None, items=list(page.items))
    if request.method == "POST" and form.is_valid():
        try:
            is_counted = ballots.cast(meeting=meeting, choices=form.choices(), by=request.actor, at=request.now)
        except BallotError as refusal:
            form.add_error(None, str(refusal))
        else:
            if is_counted:
                messages.success(request, "Đã nhận phiếu của bạn. Kết quả được công bố sau khi kiểm phiếu.")
            else:
                messages.info(request, "Bạn đã bỏ phiếu. Mỗi thành viên chỉ bỏ phiếu một lần.")
            return redirect("web:meeting", pk=pk)
    rows = [(page.rows[item.pk], field) for item, field in form.rows()]
    context = {"page": page, "form": form, "rows": rows}
    return render(request, "web/councils/ballot.html", context, status=422 if form.errors else 200)


@requires(Permission.COUNCIL_MANAGE)
def meeting_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Counting: the hands are typed in, the papers are counted by the system."""
    meeting = load_meeting(request, pk, manage=True)
    if meeting.state != VOTING:
        messages.error(request, "Chỉ kiểm phiếu khi phiên họp đang bỏ phiếu.")
        return redirect("web:meeting", pk=pk)
    items = list(list_items(meeting))
    turnout = get_turnout(meeting)
    waiting = len(turnout.waiting) if any(item.method == BALLOT for item in items) else 0
    form = _close_form(meeting, items, len(turnout.voted) + len(turnout.waiting), waiting, request)
    if request.method == "POST" and form.is_valid():
        try:
            agenda.close(meeting=meeting, hands=form.hands(), by=request.actor, at=request.now)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã kiểm phiếu. Kết quả được ghi vào từng hồ sơ; hãy lập biên bản.")
            return redirect("web:meeting", pk=pk)
    rows = dict(zip([item.pk for item in items], build_items(meeting, items), strict=True))
    context = {
        "meeting": meeting, "form": form, "turnout": turnout, "present": len(turnout.voted) + len(turnout.waiting),
        "papers": sum(item.method == BALLOT for item in items),
        "rows": [(rows[item.pk], yes, no) for item, yes, no in form.rows()],
        "confirm": form["confirmed"] if waiting else None,
        "crumbs": (("Hội đồng", reverse("web:council_meetings")), (meeting.title, reverse("web:meeting", args=[pk]))),
    }  # fmt: skip
    return render(request, "web/councils/close.html", context, status=422 if form.errors else 200)


def _close_form(
    meeting: CouncilMeeting, items: list[AgendaItem], present: int, waiting: int, request: HttpRequest
) -> CloseForm:
    hands = [item for item in items if item.method != BALLOT]
    return CloseForm(request.POST if request.method == "POST" else None, items=hands, present=present, waiting=waiting)


@requires(Permission.COUNCIL_VIEW)
def meeting_minutes_file(request: HttpRequest, pk: int, which: str, fmt: str) -> HttpResponse:
    """Biên bản họp (`hop`) or biên bản kiểm phiếu (`kiem-phieu`) as .docx or .pdf."""
    meeting = load_meeting(request, pk)
    document = {"hop": meeting.minutes, "kiem-phieu": meeting.count_minutes}.get(which)
    if document is None or fmt not in FORMATS:
        raise Http404("Không tìm thấy.")
    return send_document(parse_document(document.content), f"{document.code} {document.subject}", fmt)
