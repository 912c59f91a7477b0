"""Pages of targets: the board of a movement, one target over all units, and what waits for my units."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse

from thidua.core.access import Actor, Decision, Permission
from thidua.core.targets.consistency import AllottedValue, Consistency, check_allotment
from thidua.core.targets.rules import Comparator, FigureFact, State, is_lower_better
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import Movement, Target
from thidua.movements.queries.targets import (
    TargetProgress,
    UnitProgress,
    get_progress,
    list_allotted_to,
    list_current_figures,
)
from thidua.orgs.queries.units import list_spans
from thidua.web.charts import BarChart, make_bar_chart
from thidua.web.paging import Pager, pager_at

STATES = {
    State.ACHIEVED: ("Đạt", "good"),
    State.NEAR: ("Gần đạt", "warn"),
    State.BEHIND: ("Chưa đạt", "bad"),
    State.MISSING: ("Chưa có số liệu", "neutral"),
}
COMPARATORS = {"=": "", ">=": "từ ", "<=": "không quá ", "<": "dưới ", ">": "trên "}
CHART_ROWS = 40


def plain(number: Decimal | None) -> str:
    """A number the Vietnamese way, without idle zeros: 83,91 · 1.234 · 5."""
    if number is None:
        return ""
    whole, _, part = f"{number:,.2f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")


def with_unit(number: Decimal | None, unit: str) -> str:
    if number is None:
        return "–"
    return f"{plain(number)}%" if unit == "%" else plain(number) if unit == "count" else f"{plain(number)} {unit}"


def wanted(target: Target, value: Decimal | None = None) -> str:
    """The value to reach in words: `từ 95%`, `129 xã`."""
    return COMPARATORS[target.comparator] + with_unit(target.value if value is None else value, target.unit)


def reached(figure: FigureFact | None, unit: str) -> str:
    """What was reached, the fraction behind it: `83,91% (386/460)`."""
    if figure is None:
        return "–"
    shown, fraction = with_unit(figure.actual, unit), _fraction(figure)
    return f"{shown} ({fraction})" if fraction else shown


def _fraction(figure: FigureFact | None) -> str:
    return f"{plain(figure.numerator)}/{plain(figure.denominator)}" if figure and figure.denominator else ""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """Một chỉ tiêu trên bảng của phong trào."""

    url: str
    allot_url: str
    ordinal: int
    subject: str
    group: str
    wanted: str
    reached: str
    actual: str
    fraction: str
    state: str
    tone: str
    reported: int
    allotted: int


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Bảng chỉ tiêu của một phong trào."""

    movement: Movement
    unit_name: str
    rows: tuple[TargetRow, ...]
    counts: tuple[tuple[str, str, int], ...]
    allot: Decision
    crumbs: tuple[tuple[str, str], ...]


def build_board(movement: Movement, unit_name: str, allot: Decision) -> BoardPage:
    progress = get_progress(movement.targets.select_related("movement").order_by("ordinal"))
    counts = tuple((*STATES[state], sum(1 for row in progress if row.state is state)) for state in STATES)
    crumbs = (
        ("Phong trào thi đua", reverse("web:movements")),
        (movement.name, reverse("web:movement", args=[movement.pk])),
    )
    return BoardPage(movement, unit_name, tuple(_target_row(row) for row in progress), counts, allot, crumbs)


def _target_row(row: TargetProgress) -> TargetRow:
    title, tone = STATES[row.state]
    target = row.target
    return TargetRow(
        url=reverse("web:target", args=[target.pk]),
        allot_url=reverse("web:target_allot", args=[target.pk]),
        ordinal=target.ordinal,
        subject=target.subject,
        group=target.group,
        wanted=wanted(target),
        reached=reached(row.total, target.unit),
        actual=with_unit(row.total.actual if row.total else None, target.unit),
        fraction=_fraction(row.total),
        state=title,
        tone=tone,
        reported=row.reported,
        allotted=len(row.units),
    )


@dataclass(frozen=True, slots=True)
class UnitRow:
    """Một đơn vị trên trang của một chỉ tiêu."""

    unit_id: int
    name: str
    wanted: str
    reached: str
    actual: Decimal | None
    allotted: Decimal
    state: str
    tone: str
    as_of: date | None
    due_on: date | None
    is_late: bool
    is_computed: bool
    note: str
    report_url: str
    evidence_url: str


@dataclass(frozen=True, slots=True)
class TargetPage:
    """Một chỉ tiêu: the total, every unit, a chart, and whether the allotted values add up."""

    target: Target
    summary: TargetRow
    rows: tuple[UnitRow, ...]
    all_rows: tuple[UnitRow, ...]
    pager: Pager
    search: str
    state: str
    states: tuple[tuple[str, str], ...]
    chart: BarChart
    chart_note: str
    consistency: Consistency | None
    consistency_text: str
    allot: Decision
    crumbs: tuple[tuple[str, str], ...]


SORTS = frozenset({"name", "actual", "state"})


def build_target(
    target: Target,
    *,
    today: date,
    search: str,
    state: str,
    sort: tuple[str, bool],
    page: int,
    allot: Decision,
    sees_movement: bool,
    reports_for: tuple[int, ...],
) -> TargetPage:
    [progress] = get_progress([target])
    names = dict(
        list_spans(today).filter(unit_id__in=[u.unit_id for u in progress.units]).values_list("unit_id", "name")
    )
    rows = [
        _unit_row(
            target, row, names.get(row.unit_id, "Đơn vị đã giải thể"), today, row.unit_id in reports_for, bool(allot)
        )
        for row in progress.units
    ]
    wanted_words = fold(search).split()
    shown = [row for row in rows if all(word in fold(row.name) for word in wanted_words) and state in {"", row.tone}]
    key, descending = sort
    keys = {"name": lambda r: fold(r.name), "actual": lambda r: r.actual or Decimal(-1), "state": lambda r: r.tone}
    shown.sort(key=keys[key], reverse=descending)
    pager = pager_at(page, len(shown))
    charted = sorted(rows, key=lambda r: r.actual or Decimal(-1), reverse=True)[:CHART_ROWS]
    chart = make_bar_chart(
        f"Kết quả của từng đơn vị: {target.subject}",
        [(row.name, row.actual, row.allotted, row.tone, with_unit(row.actual, target.unit)) for row in charted],
    )
    consistency = _consistency(target, progress)
    movement = target.movement
    return TargetPage(
        target=target,
        summary=_target_row(progress),
        rows=tuple(shown[pager.rows]),
        all_rows=tuple(shown),
        pager=pager,
        search=search,
        state=state,
        states=tuple((tone, title) for title, tone in STATES.values()),
        chart=chart,
        chart_note=f"Biểu đồ vẽ {CHART_ROWS} đơn vị cao nhất." if len(rows) > CHART_ROWS else "",
        consistency=consistency,
        consistency_text=with_unit(consistency.total, target.unit) if consistency else "",
        allot=allot,
        crumbs=_crumbs(movement) if sees_movement else (("Chỉ tiêu, số liệu", reverse("web:targets")),),
    )


def _crumbs(movement: Movement) -> tuple[tuple[str, str], ...]:
    return (
        (movement.name, reverse("web:movement", args=[movement.pk])),
        ("Chỉ tiêu", reverse("web:target_board", args=[movement.pk])),
    )


def _evidence_url(row: UnitProgress) -> str:
    return reverse("web:evidence", args=[row.figure_with_evidence]) if row.figure_with_evidence else ""


def _unit_row(target: Target, row: UnitProgress, name: str, today: date, may_report: bool, allots: bool) -> UnitRow:
    title, tone = STATES[row.state]
    return UnitRow(
        unit_id=row.unit_id,
        name=name,
        wanted=wanted(target, row.allotted),
        reached=reached(row.figure, target.unit),
        actual=row.figure.actual if row.figure else None,
        allotted=row.allotted,
        state=title,
        tone=tone,
        as_of=row.as_of,
        due_on=row.due_on,
        is_late=row.is_late(today),
        is_computed=row.is_computed,
        note=row.note,
        report_url=reverse("web:figure_report", args=[target.pk, row.unit_id]) if may_report else "",
        evidence_url=_evidence_url(row) if may_report or allots else "",
    )


def _consistency(target: Target, progress: TargetProgress) -> Consistency | None:
    values = [AllottedValue(row.allotted, row.figure.denominator if row.figure else None) for row in progress.units]
    comparator = Comparator(target.comparator)
    return check_allotment(
        values,
        comparator=comparator,
        value=target.value,
        is_share=target.unit == "%",
        lower_is_better=target.lower_is_better or is_lower_better(comparator),
    )


@dataclass(frozen=True, slots=True)
class MineRow:
    """Một chỉ tiêu được giao cho đơn vị của tôi."""

    movement: str
    target_url: str
    unit: str
    subject: str
    wanted: str
    reached: str
    state: str
    tone: str
    due_on: date | None
    is_late: bool
    report_url: str


@dataclass(frozen=True, slots=True)
class MinePage:
    """Chỉ tiêu, số liệu của các đơn vị tôi phụ trách."""

    rows: tuple[MineRow, ...]
    boards: tuple[tuple[str, str, str], ...]
    pager: Pager
    search: str
    state: str
    states: tuple[tuple[str, str], ...]


def build_mine(actor: Actor, unit_ids: tuple[int, ...], *, today: date, search: str, state: str, page: int) -> MinePage:
    """Seven queries whatever the number of targets."""
    reports_for = actor.units_granting(Permission.FIGURE_REPORT)
    allotments = list_allotted_to(unit_ids)
    figures = list_current_figures(unit_ids)
    progress = {
        (row.target.pk, unit.unit_id): unit
        for row in get_progress({a.target_id: a.target for a in allotments}.values())
        for unit in row.units
    }
    names = dict(list_spans(today).filter(unit_id__in=unit_ids).values_list("unit_id", "name"))
    rows = []
    for allotment in allotments:
        unit = progress[allotment.target_id, allotment.unit_id]
        title, tone = STATES[unit.state]
        rows.append(
            MineRow(
                movement=allotment.target.movement.name,
                target_url=reverse("web:target", args=[allotment.target_id]),
                unit=names.get(allotment.unit_id, ""),
                subject=allotment.target.subject,
                wanted=wanted(allotment.target, allotment.value),
                reached=reached(unit.figure, allotment.target.unit),
                state=title,
                tone=tone,
                due_on=allotment.due_on,
                is_late=unit.is_late(today) and (allotment.target_id, allotment.unit_id) not in figures,
                report_url=reverse("web:figure_report", args=[allotment.target_id, allotment.unit_id])
                if allotment.unit_id in reports_for
                else "",
            )
        )
    words = fold(search).split()
    shown = [r for r in rows if all(w in fold(f"{r.subject} {r.movement}") for w in words) and state in {"", r.tone}]
    pager = pager_at(page, len(shown))
    own = Movement.objects.filter(unit_id__in=actor.unit_ids(), state="launched", targets__isnull=False).distinct()
    boards = tuple(
        (row.name, reverse("web:target_board", args=[row.pk]), f"{row.starts_on:%d/%m/%Y}")
        for row in own.order_by("-launched_at")
    )
    return MinePage(tuple(shown[pager.rows]), boards, pager, search, state, tuple((t, s) for s, t in STATES.values()))
