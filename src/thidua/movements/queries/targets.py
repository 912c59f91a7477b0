"""Targets with their figures rolled up the tree of plans (T3, T4).

A target may be taken over by the plans of units below (`Target.parent`). What a unit reaches is what it reported itself, else the
roll-up of what its own allotted units reached on its target.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thidua.core.targets.rules import Comparator, FigureFact, State, check_state, roll_up
from thidua.movements.models import Allotment, Figure, Target

_LEVELS = 6  # ministry, department, district or commune, school, section, and one to spare


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """Kết quả của một đơn vị trên một chỉ tiêu. `is_computed`: rolled up from the units below, not reported."""

    unit_id: int
    allotted: Decimal
    due_on: date | None
    figure: FigureFact | None
    as_of: date | None
    is_computed: bool
    state: State
    note: str = ""
    figure_with_evidence: int | None = None

    def is_late(self, today: date) -> bool:
        return self.figure is None and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """Kết quả của một chỉ tiêu: the total over all allotted units, and each of them."""

    target: Target
    total: FigureFact | None
    state: State
    units: tuple[UnitProgress, ...]

    @property
    def reported(self) -> int:
        return sum(1 for row in self.units if row.figure is not None)


def get_progress(targets: Iterable[Target]) -> list[TargetProgress]:
    """Progress of every target given, in a number of queries that depends on the depth of the tree alone."""
    roots = list(targets)
    known = {row.pk: row for row in roots}
    children: dict[int, list[Target]] = defaultdict(list)
    level = list(roots)
    for _ in range(_LEVELS):
        level = list(Target.objects.filter(parent__in=level).exclude(pk__in=known).select_related("movement"))
        if not level:
            break
        for row in level:
            known[row.pk] = row
            if row.parent_id is not None:
                children[row.parent_id].append(row)
    allotments: dict[int, list[Allotment]] = defaultdict(list)
    for allotment in Allotment.objects.filter(target__in=known).order_by("unit_id"):
        allotments[allotment.target_id].append(allotment)
    figures = {(row.target_id, row.unit_id): row for row in Figure.objects.filter(target__in=known, is_current=True)}
    tree = _Tree(children, allotments, figures)
    return [tree.progress(row) for row in roots]


@dataclass(frozen=True, slots=True)
class _Tree:
    children: dict[int, list[Target]]
    allotments: dict[int, list[Allotment]]
    figures: dict[tuple[int, int], Figure]

    def progress(self, target: Target) -> TargetProgress:
        units = tuple(self._unit(target, row) for row in self.allotments[target.pk])
        total = roll_up(row.figure for row in units if row.figure is not None)
        if total is None and (own := self.figures.get((target.pk, target.movement.unit_id))):
            total = _fact(own)
        return TargetProgress(target, total, _state(target, total, target.value), units)

    def _unit(self, target: Target, allotment: Allotment) -> UnitProgress:
        figure = self.figures.get((target.pk, allotment.unit_id))
        fact = _fact(figure) if figure else self._from_below(target, allotment.unit_id)
        return UnitProgress(
            unit_id=allotment.unit_id,
            allotted=allotment.value,
            due_on=allotment.due_on,
            figure=fact,
            as_of=figure.as_of if figure else None,
            is_computed=figure is None and fact is not None,
            state=_state(target, fact, allotment.value),
            note=figure.note if figure else "",
            figure_with_evidence=figure.pk if figure and figure.evidence_id else None,
        )

    def _from_below(self, target: Target, unit_id: int) -> FigureFact | None:
        taken_over = (row for row in self.children[target.pk] if row.movement.unit_id == unit_id)
        below = next(taken_over, None)
        return self.progress(below).total if below else None


def _fact(figure: Figure) -> FigureFact:
    return FigureFact(figure.numerator, figure.denominator, figure.value)


def _state(target: Target, fact: FigureFact | None, value: Decimal) -> State:
    return check_state(
        fact.actual if fact else None,
        comparator=Comparator(target.comparator),
        value=value,
        lower_is_better=target.lower_is_better,
    )


def list_allotted_to(unit_ids: Iterable[int]) -> list[Allotment]:
    """Targets of movements under way that these units are to reach, newest movement first."""
    rows = Allotment.objects.filter(unit_id__in=list(unit_ids), target__movement__state="launched")
    return list(
        rows.select_related("target__movement").order_by("-target__movement__launched_at", "target__ordinal", "unit_id")
    )


def list_current_figures(unit_ids: Iterable[int]) -> dict[tuple[int, int], Figure]:
    """The figures in use of these units, by target and unit."""
    rows = Figure.objects.filter(unit_id__in=list(unit_ids), is_current=True)
    return {(row.target_id, row.unit_id): row for row in rows}


def list_reports(target: Target, unit_id: int) -> list[Figure]:
    """Everything the unit reported on the target, newest first, corrections included."""
    return list(Figure.objects.filter(target=target, unit_id=unit_id).select_related("evidence").order_by("-pk"))
