"""Decisions: list, draft, issue, papers; awards and their revocation."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from thidua.adapters.xlsx.write import write_table
from thidua.awards.actions import decisions, revocations
from thidua.awards.errors import AwardsError
from thidua.awards.models import AwardDecision, Dossier
from thidua.awards.queries.decisions import list_ready_dossiers
from thidua.core.access import Permission
from thidua.core.documents.parse import parse_document
from thidua.core.time.years import parse_year
from thidua.core.workflow import WrongState
from thidua.core.workflow.decision import DRAFT, ISSUED
from thidua.orgs.models import Unit
from thidua.orgs.queries.units import get_spans
from thidua.web.access import requires
from thidua.web.decisions import pages, papers
from thidua.web.decisions.forms import DecisionForm, DiscardForm, IssueForm, RevokeForm
from thidua.web.decisions.loading import load_award, load_decision, load_draft
from thidua.web.documents.files import FORMATS, file_name, send_document
from thidua.web.documents.sheet import draw
from thidua.web.downloads import PDF, download, excel_response

REFUSALS = (AwardsError, WrongState)


@requires(Permission.DOSSIER_VIEW)
def decision_list(request: HttpRequest) -> HttpResponse:
    if request.GET.get("format") == "xlsx":
        rows = pages.build_rows(list(pages.select_decisions(request)[1]), request.today)
        columns = (
            "Quyết định",
            "Cơ quan",
            "Số",
            "Ngày",
            "Năm xét",
            "Trạng thái",
            "Số khen thưởng",
            "Tiền thưởng (đồng)",
        )
        cells = [(r.title, r.unit, r.number, r.decided_on, r.year, r.state.title, r.awards, r.money) for r in rows]
        return excel_response(write_table("Quyết định khen thưởng", columns, cells), "quyet-dinh-khen-thuong.xlsx")
    return render(request, "web/decisions/list.html", {"page": pages.build_list(request)})


def _dossier_choices(
    request: HttpRequest, unit_ids: tuple[int, ...], but: AwardDecision | None
) -> list[tuple[int, str]]:
    rows = [row for unit_id in unit_ids for row in list_ready_dossiers(unit_id, but=but)]
    spans = get_spans([row.unit_id for row in rows], request.today)
    return [(row.pk, f"{row.title} – {spans[row.unit_id].name} ({parse_year(row.year).title})") for row in rows]


@requires(Permission.DECISION_PREPARE)
def decision_new(request: HttpRequest) -> HttpResponse:
    units = request.actor.units_granting(Permission.DECISION_PREPARE)
    choices = _dossier_choices(request, units, None)
    form = DecisionForm(request.POST if request.method == "POST" else None, dossiers=choices)
    if request.method == "POST" and form.is_valid():
        chosen = list(Dossier.objects.filter(pk__in=form.cleaned_data["dossiers"]))
        unit = get_object_or_404(Unit, pk=chosen[0].deciding_unit_id)
        try:
            made = decisions.prepare(
                unit=unit, title=form.cleaned_data["title"], dossiers=chosen, by=request.actor, at=request.now
            )
        except AwardsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã lập dự thảo. Hãy soát danh sách và tiền thưởng trước khi trình ký.")
            return redirect("web:decision", pk=made.pk)
    return _draft_form(request, form, "Lập dự thảo quyết định", reverse("web:decisions"))


def _draft_form(request: HttpRequest, form: DecisionForm, title: str, cancel: str) -> HttpResponse:
    crumbs = (("Quyết định", reverse("web:decisions")),)
    context = {"form": form, "title": title, "cancel": cancel, "crumbs": crumbs}
    return render(request, "web/decisions/form.html", context, status=422 if form.errors else 200)


@requires(Permission.DECISION_PREPARE)
def decision_edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_draft(request, pk, change=Permission.DECISION_PREPARE)
    url = reverse("web:decision", args=[found.pk])
    if found.state != DRAFT:
        messages.error(request, "Quyết định đã ban hành nên không sửa được.")
        return redirect(url)
    initial = {"title": found.title, "dossiers": list(found.dossiers.values_list("pk", flat=True))}
    choices = _dossier_choices(request, (found.unit_id,), found)
    form = DecisionForm(request.POST if request.method == "POST" else None, dossiers=choices, initial=initial)
    if request.method == "POST" and form.is_valid():
        chosen = Dossier.objects.filter(pk__in=form.cleaned_data["dossiers"])
        try:
            decisions.revise(
                decision=found, title=form.cleaned_data["title"], dossiers=chosen, by=request.actor, at=request.now
            )
        except AwardsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã sửa dự thảo.")
            return redirect(url)
    return _draft_form(request, form, "Sửa dự thảo quyết định", url)


@requires(Permission.DECISION_PREPARE)
def decision_discard(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_draft(request, pk, change=Permission.DECISION_PREPARE)
    form = DiscardForm(request.POST if request.method == "POST" else None)
    url = reverse("web:decision", args=[found.pk])
    if request.method == "POST" and form.is_valid():
        try:
            decisions.discard(decision=found, reason=form.cleaned_data["reason"], by=request.actor, at=request.now)
        except AwardsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã xoá dự thảo; các hồ sơ trở lại chờ quyết định.")
            return redirect("web:decisions")
    crumbs = (("Quyết định", reverse("web:decisions")), (found.title, url))
    context = {"form": form, "title": "Xoá dự thảo", "cancel": url, "crumbs": crumbs, "save": "Xoá dự thảo"}
    return render(request, "web/decisions/form.html", context, status=422 if form.errors else 200)


@requires(Permission.DOSSIER_VIEW)
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_decision(request, pk)
    page = pages.build_decision(request, found)
    return render(
        request, "web/decisions/decision.html", {"page": page, "form": IssueForm(initial={"on": request.today})}
    )


@requires(Permission.DECISION_ISSUE)
def decision_issue(request: HttpRequest, pk: int) -> HttpResponse:
    """The head signs: one transaction, and a second click only says that it is done."""
    found = load_draft(request, pk, change=Permission.DECISION_ISSUE)
    form = IssueForm(request.POST if request.method == "POST" else None, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            issued = decisions.issue(decision=found, on=form.cleaned_data["on"], by=request.actor, at=request.now)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Đã ban hành Quyết định số {issued.document.code}.")
            return redirect("web:decision", pk=pk)
    page = pages.build_decision(request, found)
    context = {"page": page, "form": form}
    return render(request, "web/decisions/issue.html", context, status=422 if form.errors else 200)


def _load_issued(request: HttpRequest, pk: int) -> AwardDecision:
    found = load_decision(request, pk)
    if found.state != ISSUED:
        raise Http404("Không tìm thấy.")
    return found


@requires(Permission.DOSSIER_VIEW)
def decision_document(request: HttpRequest, pk: int, fmt: str) -> HttpResponse:
    found = _load_issued(request, pk)
    if fmt not in FORMATS:
        raise Http404("Không tìm thấy.")
    document = parse_document(found.document.content)
    return send_document(document, f"{found.document.code} {found.document.subject}", fmt)


@requires(Permission.DOSSIER_VIEW)
def decision_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text of the decision as it is printed."""
    found = _load_issued(request, pk)
    url = reverse("web:decision", args=[found.pk])
    crumbs = (("Quyết định", reverse("web:decisions")), (f"Số {found.document.code}", url))
    context = {"decision": found, "sheet": draw(parse_document(found.document.content)), "crumbs": crumbs}
    return render(request, "web/decisions/text.html", context)


@requires(Permission.DECISION_PREPARE)
def decision_certificates(request: HttpRequest, pk: int) -> HttpResponse:
    """All certificates of the decision in one PDF; revoked awards get none."""
    found = load_draft(request, pk, change=Permission.DECISION_PREPARE)
    awards = papers.standing_awards(found) if found.state == ISSUED else []
    if not awards:
        raise Http404("Không tìm thấy.")
    name = file_name(f"Giấy chứng nhận theo Quyết định {found.document.code}", "pdf")
    return download(papers.render_awards(found, awards), name, PDF)


@requires(Permission.DECISION_PREPARE)
def decision_payments(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_draft(request, pk, change=Permission.DECISION_PREPARE)
    if found.state != ISSUED:
        raise Http404("Không tìm thấy.")
    return excel_response(papers.payment_sheet(found), file_name(f"Chi tiền thưởng {found.document.code}", "xlsx"))


@requires(Permission.DOSSIER_VIEW)
def award(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_award(request, pk)
    return render(request, "web/decisions/award.html", {"page": pages.build_award(request, found)})


@requires(Permission.DOSSIER_VIEW)
def award_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_award(request, pk)
    if found.decision is None or hasattr(found, "revocation"):
        raise Http404("Không tìm thấy.")
    name = file_name(f"Giấy chứng nhận {found.recipient_name}", "pdf")
    return download(papers.render_awards(found.decision, [found]), name, PDF)


@requires(Permission.AWARD_REVOKE)
def award_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    found = load_award(request, pk, change=Permission.AWARD_REVOKE)
    form = RevokeForm(request.POST if request.method == "POST" else None, initial={"on": request.today})
    url = reverse("web:award", args=[found.pk])
    if request.method == "POST" and form.is_valid():
        try:
            made = revocations.revoke(award=found, **form.cleaned_data, by=request.actor, at=request.now)
        except AwardsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Đã thu hồi bằng Quyết định số {made.document.code}.")
            return redirect(url)
    if hasattr(found, "revocation") and request.method == "GET":
        messages.info(request, "Khen thưởng này đã bị thu hồi.")
        return redirect(url)
    context = {"page": pages.build_award(request, found), "form": form, "url": url}
    return render(request, "web/decisions/revoke.html", context, status=422 if form.errors else 200)


@requires(Permission.DOSSIER_VIEW)
def revocation_document(request: HttpRequest, pk: int, fmt: str) -> HttpResponse:
    found = load_award(request, pk)
    revocation = getattr(found, "revocation", None)
    if revocation is None or fmt not in FORMATS:
        raise Http404("Không tìm thấy.")
    document = revocation.document
    return send_document(parse_document(document.content), f"{document.code} {document.subject}", fmt)
