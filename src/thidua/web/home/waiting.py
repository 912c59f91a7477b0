"""What waits for the actor, gathered area by area; each collector asks one or two queries whatever it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from thidua.awards.models import AwardDecision, Dossier, TitleRegistration
from thidua.core.access import Actor, Permission, Role
from thidua.core.time.years import school_year_of
from thidua.councils.models import CouncilMeeting
from thidua.movements.models import Allotment, Figure, Movement, PlanReading
from thidua.records.models import Dispatch

SHOWN = 20  # of each kind; the list pages show the rest


@dataclass(frozen=True, slots=True)
class Waiting:
    """Một việc đang chờ: what to do, about what, by when, and where."""

    kind: str
    icon: str
    title: str
    detail: str
    url: str
    due_on: date | None = None


def incoming_plans(actor: Actor, today: date) -> Iterator[Waiting]:
    """Plans sent to my units: not acknowledged yet, or not answered by an own plan (M4)."""
    units = actor.units_granting(Permission.PLAN_ACKNOWLEDGE)
    rows = Dispatch.objects.filter(unit_id__in=units, document__kind="KH").select_related("document")
    rows = rows.exclude(document__movement__state="closed")
    answered = Movement.objects.filter(unit_id__in=units, parent__plan__in=rows.values("document_id")).exclude(
        state="draft"
    )
    own = set(answered.values_list("unit_id", "parent__plan_id"))
    waiting = rows.filter(Q(acknowledged_at=None) | Q(respond_by__isnull=False)).order_by("respond_by", "-sent_at")
    for row in waiting[: SHOWN * 2]:
        url = reverse("web:incoming_plan", args=[row.pk])
        if row.acknowledged_at is None:
            yield Waiting(
                "Kế hoạch đến", "inbox", "Xác nhận đã nhận kế hoạch", row.document.subject, url, row.respond_by
            )
        elif row.respond_by and (row.unit_id, row.document_id) not in own:
            yield Waiting(
                "Kế hoạch đến", "file-plus", "Ban hành kế hoạch của đơn vị", row.document.subject, url, row.respond_by
            )


def drafts(actor: Actor, today: date) -> Iterator[Waiting]:
    """Plans being reviewed and movements in draft."""
    units = actor.units_granting(Permission.MOVEMENT_EDIT)
    readings = (
        PlanReading.objects.filter(unit_id__in=units, state="review").select_related("file").order_by("-created_at")
    )
    for row in readings[:SHOWN]:
        yield Waiting(
            "Phong trào",
            "highlight",
            "Rà soát kế hoạch đã tải lên",
            row.file.name,
            reverse("web:reading", args=[row.pk]),
        )
    may_launch = actor.units_granting(Permission.MOVEMENT_LAUNCH)
    for movement in Movement.objects.filter(unit_id__in=units, state="draft").order_by("-created_at")[:SHOWN]:
        title = "Phát động phong trào" if movement.unit_id in may_launch else "Hoàn thiện dự thảo phong trào"
        yield Waiting("Phong trào", "flag", title, movement.name, reverse("web:movement", args=[movement.pk]))


def figures(actor: Actor, today: date) -> Iterator[Waiting]:
    """Targets allotted to my units without a figure, when due within 30 days or late."""
    units = actor.units_granting(Permission.FIGURE_REPORT)
    reported = set(Figure.objects.filter(unit_id__in=units, is_current=True).values_list("target_id", "unit_id"))
    rows = Allotment.objects.filter(unit_id__in=units, target__movement__state="launched", due_on__isnull=False)
    for row in rows.select_related("target").order_by("due_on", "pk"):
        if (row.target_id, row.unit_id) not in reported and (row.due_on - today).days <= 30:
            url = reverse("web:figure_report", args=[row.target_id, row.unit_id])
            yield Waiting("Số liệu", "target", "Báo cáo số liệu chỉ tiêu", row.target.subject, url, row.due_on)


def dossiers(actor: Actor, today: date) -> Iterator[Waiting]:
    """Dossiers to appraise, returned to us, or ready for the head to submit."""
    appraise = actor.units_granting(Permission.DOSSIER_APPRAISE)
    edit = actor.units_granting(Permission.DOSSIER_EDIT)
    submit = actor.units_granting(Permission.DOSSIER_SUBMIT)
    rows = Dossier.objects.filter(
        Q(deciding_unit_id__in=appraise, state="submitted")
        | Q(unit_id__in=edit, state="returned")
        | Q(unit_id__in=submit, state="draft")
    ).order_by("-updated_at")
    titles = {
        "submitted": ("Thẩm định hồ sơ khen thưởng", "clipboard-check"),
        "returned": ("Bổ sung hồ sơ bị trả lại", "arrow-back-up"),
        "draft": ("Hoàn thiện và trình hồ sơ", "send"),
    }
    for row in rows[:SHOWN]:
        title, icon = titles[row.state]
        yield Waiting("Khen thưởng", icon, title, row.title, reverse("web:dossier", args=[row.pk]))


def ballots(actor: Actor, today: date) -> Iterator[Waiting]:
    """Ballots open in councils of which I am a member, and in which I have not voted."""
    if Role.COUNCIL_MEMBER not in {held.role for held in actor.roles} or actor.person_id is None:
        return
    open_meetings = CouncilMeeting.objects.filter(state="voting", attendances__is_present=True)
    mine = open_meetings.filter(attendances__member__person_id=actor.person_id, attendances__is_present=True)
    for row in mine.exclude(voter_marks__member__person_id=actor.person_id).distinct().order_by("held_on", "pk"):
        yield Waiting(
            "Hội đồng", "ticket", "Bỏ phiếu kín", row.title, reverse("web:ballot", args=[row.pk]), row.held_on
        )


def meetings(actor: Actor, today: date) -> Iterator[Waiting]:
    """Meetings that the secretary has to lead to their end."""
    units = actor.units_granting(Permission.COUNCIL_MANAGE)
    rows = CouncilMeeting.objects.filter(council__unit_id__in=units).exclude(state="closed").order_by("held_on", "pk")
    titles = {
        "planned": "Chuẩn bị và khai mạc phiên họp",
        "open": "Điều hành phiên họp",
        "voting": "Theo dõi và kiểm phiếu",
    }
    for row in rows[:SHOWN]:
        url = reverse("web:meeting", args=[row.pk])
        yield Waiting("Hội đồng", "gavel", titles[row.state], row.title, url, row.held_on)


def decisions(actor: Actor, today: date) -> Iterator[Waiting]:
    """Draft decisions that wait for the head's signature."""
    units = actor.units_granting(Permission.DECISION_ISSUE)
    for row in AwardDecision.objects.filter(unit_id__in=units, state="draft").order_by("-created_at")[:SHOWN]:
        yield Waiting(
            "Quyết định", "certificate", "Ký ban hành quyết định", row.title, reverse("web:decision", args=[row.pk])
        )


def registration(actor: Actor, today: date) -> Iterator[Waiting]:
    """The own registration for this school year, in its first four months."""
    if Role.STAFF not in {held.role for held in actor.roles} or actor.person_id is None:
        return
    year = school_year_of(today)
    if (today - year.span.starts_on).days > 122:
        return
    if not TitleRegistration.objects.filter(person_id=actor.person_id, year=year.label, withdrawn_at=None).exists():
        yield Waiting(
            "Đăng ký",
            "clipboard-list",
            "Đăng ký danh hiệu thi đua",
            year.title.capitalize(),
            reverse("web:registration_mine"),
        )


COLLECTORS: tuple[Callable[[Actor, date], Iterator[Waiting]], ...] = (
    ballots, incoming_plans, drafts, figures, dossiers, meetings, decisions, registration,
)  # fmt: skip


def list_waiting(actor: Actor, today: date) -> list[Waiting]:
    """Everything that waits, what is due first on top."""
    found = [item for collect in COLLECTORS for item in collect(actor, today)]
    return sorted(found, key=lambda item: (item.due_on is None, item.due_on or date.max))
