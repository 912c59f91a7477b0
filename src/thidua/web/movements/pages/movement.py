"""One movement: facts, what its plan says, what is to be done, and the tree of plans around it."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from thidua.core.access import Decision, Permission
from thidua.core.plans.acts import describe_force
from thidua.core.plans.answers import Answer
from thidua.core.plans.sections import finding_title
from thidua.core.plans.words import basis_words, partial_date_words, target_words
from thidua.core.workflow.machine import State
from thidua.core.workflow.movement import PROCESS
from thidua.movements.models import Movement, PlanFinding, Task
from thidua.movements.queries.answers import list_answers, list_children
from thidua.orgs.models import UnitSpan
from thidua.orgs.queries.units import get_spans, get_unit_names
from thidua.records.models import Dispatch
from thidua.web.access import may
from thidua.web.movements.forms.movement import period_words


@dataclass(frozen=True, slots=True)
class BasisRow:
    """Căn cứ with its state on the day of the plan."""

    words: str
    dated: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """Chỉ tiêu; `group` stands above the first of its targets only."""

    subject: str
    wanted: str
    group: str
    inherited: bool


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Nhiệm vụ."""

    task: Task
    state: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Điểm cần xem lại."""

    finding: PlanFinding
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class AnswerCounts:
    """Bao nhiêu đơn vị đã ở bước nào."""

    total: int
    acknowledged: int
    issued: int
    late: int


@dataclass(frozen=True, slots=True)
class Kin:
    """Phong trào cấp trên hoặc của đơn vị: a relative in the tree of plans. `url` empty: not open to the person."""

    name: str
    unit: str
    plan: str
    url: str


@dataclass(frozen=True, slots=True)
class Step:
    """Bước tiếp theo: may it be done now; if not, why."""

    label: str
    url: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class MovementPage:
    """Trang phong trào."""

    movement: Movement
    unit: UnitSpan
    state: State
    period: str
    last_day: date
    steps: tuple[tuple[str, str], ...]
    next: Step | None
    may_edit: bool
    may_follow: bool
    may_send: bool
    bases: tuple[BasisRow, ...]
    basis_day: date
    named: tuple[object, ...]
    targets: tuple[TargetRow, ...]
    targets_url: str
    tasks: tuple[TaskRow, ...]
    findings: tuple[FindingRow, ...]
    open_findings: int
    answers: AnswerCounts | None
    parent: Kin | None
    children: tuple[Kin, ...]
    incoming_url: str
    crumbs: tuple[tuple[str, str], ...]


def build_movement_page(request: HttpRequest, movement: Movement) -> MovementPage:
    """The page in a number of queries that does not depend on how much the plan says."""
    is_draft = movement.state == Movement.State.DRAFT
    edit = may(request, Permission.MOVEMENT_EDIT, movement.unit_id)
    basis_day = movement.plan.issued_on if movement.plan and movement.plan.issued_on else request.today
    # What is still to be put right in a plan concerns those who write it, not those who received it.
    findings = tuple(_finding(row) for row in movement.findings.order_by("settled_at", "ordinal")) if edit else ()
    view = may(request, Permission.MOVEMENT_VIEW, movement.unit_id)
    return MovementPage(
        movement=movement,
        unit=get_spans([movement.unit_id], basis_day)[movement.unit_id],
        state=PROCESS.by_code[movement.state],
        period=period_words(movement),
        last_day=date.fromordinal(movement.ends_before.toordinal() - 1),
        steps=_steps(movement),
        next=_next(request, movement),
        may_edit=bool(edit) and is_draft,
        may_follow=bool(edit) and movement.state == Movement.State.LAUNCHED,
        may_send=movement.state == Movement.State.LAUNCHED
        and bool(may(request, Permission.MOVEMENT_LAUNCH, movement.unit_id)),
        bases=tuple(_basis(row, basis_day) for row in movement.legal_bases.order_by("ordinal")),
        basis_day=basis_day,
        named=tuple(movement.named_movements.order_by("ordinal")),
        targets=_targets(movement),
        targets_url=reverse("web:target_board", args=(movement.pk,)) if view else "",
        tasks=tuple(_task(row, request.today) for row in movement.tasks.order_by("ordinal")),
        findings=findings,
        open_findings=sum(row.finding.settled_at is None for row in findings),
        answers=_answers(movement, request.today) if edit and not is_draft else None,
        parent=_parent(request, movement),
        children=_children(request, movement) if edit else (),
        incoming_url=_incoming_url(request, movement),
        crumbs=(("Phong trào thi đua", reverse("web:movements")), (movement.name, "")),
    )


def _steps(movement: Movement) -> tuple[tuple[str, str], ...]:
    done = [True, movement.plan_id is not None, movement.state != "draft", movement.state == "closed"]
    titles = ("Lập phong trào", "Soạn kế hoạch", "Phát động", "Thực hiện")
    current = done.index(False) if False in done else None
    return tuple(
        ("done" if ready else "current" if index == current else "todo", title)
        for index, (ready, title) in enumerate(zip(done, titles, strict=True))
    )


def _next(request: HttpRequest, movement: Movement) -> Step | None:
    """The one thing to do now."""
    pk, unit_id = movement.pk, movement.unit_id
    if movement.state == Movement.State.DRAFT:
        if movement.plan_id is None:
            edit = may(request, Permission.MOVEMENT_EDIT, unit_id)
            return Step("Soạn kế hoạch", reverse("web:movement_plan", args=(pk,)), edit)
        launch = may(request, Permission.MOVEMENT_LAUNCH, unit_id)
        return Step("Phát động", reverse("web:movement_launch", args=(pk,)), launch)
    if movement.state == Movement.State.LAUNCHED and may(request, Permission.MOVEMENT_EDIT, unit_id):
        return Step("Theo dõi đơn vị", reverse("web:movement_board", args=(pk,)), Decision(True))
    return None


def _basis(row, day: date) -> BasisRow:
    title, tone = describe_force(row.number, day)
    words = basis_words(row.kind, row.number, row.dated, row.issuer, row.about)
    return BasisRow(words, partial_date_words(row.dated), title, tone)


def _targets(movement: Movement) -> tuple[TargetRow, ...]:
    rows, last = [], ""
    for target in movement.targets.order_by("ordinal"):
        wanted = target_words(target.comparator, target.value, target.unit, target.numerator, target.denominator)
        group = target.group if target.group != last else ""
        rows.append(TargetRow(target.subject, wanted, group, target.parent_id is not None))
        last = target.group
    return tuple(rows)


def _task(row: Task, today: date) -> TaskRow:
    url = reverse("web:movement_task", args=(row.pk,))
    if row.done_on:
        return TaskRow(row, "Đã hoàn thành", "good", url)
    if row.due_on and row.due_on < today:
        return TaskRow(row, "Quá hạn", "bad", url)
    return TaskRow(row, "Đang thực hiện" if row.due_on else "Thường xuyên", "neutral", url)


def _finding(row: PlanFinding) -> FindingRow:
    return FindingRow(row, finding_title(row.kind), reverse("web:movement_finding", args=(row.pk,)))


def _answers(movement: Movement, today: date) -> AnswerCounts | None:
    rows = list_answers(movement, today)
    if not rows:
        return None
    return AnswerCounts(
        total=len(rows),
        acknowledged=sum(row.answer in {Answer.ACKNOWLEDGED, Answer.ISSUED} for row in rows),
        issued=sum(row.answer is Answer.ISSUED for row in rows),
        late=sum(row.late_days > 0 and row.answer is not Answer.ISSUED for row in rows),
    )


def _parent(request: HttpRequest, movement: Movement) -> Kin | None:
    """The superior's movement; the unit got its plan, so whoever belongs to the unit may open it."""
    above = movement.parent
    if above is None or above.plan is None:
        return None
    unit = get_unit_names([above.unit_id], request.today)[above.unit_id]
    mine = movement.unit_id in request.actor.unit_ids() or may(request, Permission.MOVEMENT_VIEW, above.unit_id)
    return Kin(above.name, unit, above.plan.code, reverse("web:movement", args=(above.pk,)) if mine else "")


def _incoming_url(request: HttpRequest, movement: Movement) -> str:
    """Where the person's own unit confirms and answers this plan; empty when it was not sent there."""
    if movement.plan_id is None or movement.unit_id in request.actor.unit_ids():
        return ""
    units = request.actor.units_granting(Permission.MOVEMENT_VIEW)
    sent = Dispatch.objects.filter(document_id=movement.plan_id, unit_id__in=units).order_by("pk").first()
    return reverse("web:incoming_plan", args=(sent.pk,)) if sent else ""


def _children(request: HttpRequest, movement: Movement) -> tuple[Kin, ...]:
    rows = list(list_children(movement))
    names = get_unit_names([row.unit_id for row in rows], request.today)
    kin = [Kin(row.name, names[row.unit_id], row.plan.code, reverse("web:movement", args=(row.pk,))) for row in rows]
    return tuple(sorted(kin, key=lambda each: each.unit))
