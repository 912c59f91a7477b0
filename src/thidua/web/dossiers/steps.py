"""What is done to a dossier by a press: each a POST that leads back to the page, or shows it with the reasons."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from thidua.awards.actions import dossiers, nominations, papers
from thidua.awards.errors import AwardsError
from thidua.awards.models import Dossier
from thidua.core.access import Permission
from thidua.core.workflow import WrongState
from thidua.records.actions.files import FileError
from thidua.web.access import requires
from thidua.web.dossiers.forms import PaperForm, ReasonForm
from thidua.web.dossiers.loading import load_dossier, load_nomination, load_paper
from thidua.web.dossiers.views import show
from thidua.web.editing import posted_version


def _take(request: HttpRequest, row: Dossier, step: Callable[[], object], done: str) -> HttpResponse:
    """Make the step; a refusal shows the dossier as it is now with every reason."""
    try:
        step()
    except AwardsError as error:
        return show(request, load_dossier(request, row.pk), errors=error.reasons)
    except WrongState as error:
        return show(request, load_dossier(request, row.pk), errors=(str(error),))
    messages.success(request, done)
    return redirect("web:dossier", pk=row.pk)


@require_POST
@requires(Permission.DOSSIER_SUBMIT)
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk, change=Permission.DOSSIER_SUBMIT)

    def step() -> object:
        return dossiers.submit(
            dossier=row, version=posted_version(request), accept_missing="accept_missing" in request.POST, by=request.actor,
            at=request.now,
        )  # fmt: skip

    return _take(request, row, step, "Đã ban hành tờ trình và trình hồ sơ.")


@require_POST
@requires(Permission.DOSSIER_SUBMIT)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk, change=Permission.DOSSIER_SUBMIT)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, row, errors=_lines(form))

    def step() -> object:
        return dossiers.withdraw(dossier=row, reason=form.cleaned_data["reason"], by=request.actor, at=request.now)

    return _take(request, row, step, "Đã rút hồ sơ về để sửa.")


@require_POST
@requires(Permission.DOSSIER_APPRAISE)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk, change=Permission.DOSSIER_APPRAISE)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, row, errors=_lines(form))

    def step() -> object:
        return dossiers.send_back(
            dossier=row,
            reason=form.cleaned_data["reason"],
            version=posted_version(request),
            by=request.actor,
            at=request.now,
        )

    return _take(request, row, step, "Đã trả lại hồ sơ kèm lý do.")


@require_POST
@requires(Permission.DOSSIER_APPRAISE)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk, change=Permission.DOSSIER_APPRAISE)

    def step() -> object:
        return dossiers.accept(dossier=row, version=posted_version(request), by=request.actor, at=request.now)

    return _take(request, row, step, "Đã tiếp nhận hồ sơ sau thẩm định. Hồ sơ chờ đưa ra Hội đồng.")


@require_POST
@requires(Permission.DOSSIER_VIEW)
def check_again(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk)
    if row.state == Dossier.State.SUBMITTED:
        row = load_dossier(request, pk, change=Permission.DOSSIER_APPRAISE)
    else:
        row = load_dossier(request, pk, change=Permission.DOSSIER_EDIT)

    def step() -> object:
        return nominations.check_again(dossier=row, by=request.actor, at=request.now)

    return _take(request, row, step, "Đã đối chiếu lại với pháp luật và dữ kiện hiện có.")


@require_POST
@requires(Permission.DOSSIER_EDIT)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk, change=Permission.DOSSIER_EDIT)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, row, errors=_lines(form))
    try:
        dossiers.discard(dossier=row, reason=form.cleaned_data["reason"], by=request.actor, at=request.now)
    except AwardsError as error:
        return show(request, load_dossier(request, pk), errors=error.reasons)
    messages.success(request, f"Đã bỏ hồ sơ nháp “{row.title}”.")
    return redirect("web:dossiers")


@require_POST
@requires(Permission.DOSSIER_EDIT)
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_dossier(request, pk, change=Permission.DOSSIER_EDIT)
    form = PaperForm(request.POST, request.FILES, parts=[request.POST.get("part", "")])
    if form.is_valid():
        upload, part = form.cleaned_data["file"], form.cleaned_data["part"]
        try:
            papers.attach(
                dossier=row, data=upload.read(), name=upload.name, part=part, by=request.actor, at=request.now
            )
        except FileError as error:
            form.add_error("file", str(error))
        except AwardsError as error:
            form.add_error(None, list(error.reasons))
        else:
            messages.success(request, f"Đã thêm “{upload.name}”.")
            return redirect("web:dossier", pk=row.pk)
    return show(request, load_dossier(request, pk), errors=_lines(form))


@require_POST
@requires(Permission.DOSSIER_EDIT)
def detach(request: HttpRequest, pk: int) -> HttpResponse:
    paper = load_paper(request, pk, change=Permission.DOSSIER_EDIT)

    def step() -> object:
        return papers.detach(paper=paper, by=request.actor, at=request.now)

    return _take(request, paper.dossier, step, f"Đã gỡ “{paper.file.name}” khỏi hồ sơ.")


@require_POST
@requires(Permission.DOSSIER_EDIT)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    row = load_nomination(request, pk, change=Permission.DOSSIER_EDIT)

    def step() -> object:
        return nominations.remove(nomination=row, by=request.actor, at=request.now)

    return _take(request, row.dossier, step, "Đã bỏ đề nghị khỏi hồ sơ.")


def _lines(form) -> tuple[str, ...]:
    return tuple(error for errors in form.errors.values() for error in errors)
