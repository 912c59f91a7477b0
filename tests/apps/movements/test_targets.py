"""Allotting, reporting, correcting and rolling up (T2, T3, T5)."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.movements import cast_schools, make_movement, make_target
from tests.factories.world import AT
from thidua.core.access import SYSTEM
from thidua.core.targets.rules import State
from thidua.journal.models import JournalEntry
from thidua.movements.actions import figures, targets
from thidua.movements.actions.figures import FigureReport
from thidua.movements.actions.targets import TargetError
from thidua.movements.models import Figure
from thidua.movements.queries.targets import get_progress

D, ON = Decimal, date(2026, 6, 30)


def allot(target, units, value="95", due_on=None):
    return targets.allot(target=target, values={unit.pk: D(value) for unit in units}, due_on=due_on, by=SYSTEM, at=AT)


def report(target, unit, numerator=None, denominator=None, value=None, note=""):
    numbers = [None if number is None else D(number) for number in (numerator, denominator, value)]
    return figures.report(target=target, unit=unit, report=FigureReport(ON, *numbers, note=note), by=SYSTEM, at=AT)


def test_fractions_are_summed_never_averaged(world):
    target = make_target(make_movement(world.department))
    allot(target, cast_schools(world))
    report(target, world.school, 10, 10)
    report(target, world.upper_school, 900, 1000)
    [progress] = get_progress([target])
    assert (progress.total.numerator, progress.total.denominator, progress.total.actual) == (910, 1010, D("90.10"))
    assert (progress.reported, len(progress.units), progress.state) == (2, 3, State.BEHIND)
    assert {row.unit_id: row.state for row in progress.units} == {
        world.school.pk: State.ACHIEVED, world.upper_school.pk: State.BEHIND, world.other_school.pk: State.MISSING,
    }  # fmt: skip


def test_figures_roll_up_through_the_plan_of_a_unit_between(world):
    """Department -> commune -> school: the commune reports nothing itself, its school's figure counts for it."""
    above = make_movement(world.department)
    target = make_target(above)
    own = make_target(make_movement(world.commune, parent=above), parent=target)
    allot(target, [world.commune])
    allot(own, [world.school])
    report(own, world.school, 190, 200)
    [progress] = get_progress([target])
    assert progress.total.actual == D("95.00")
    assert progress.units[0].is_computed
    report(target, world.commune, 1, 2)
    [progress] = get_progress([target])
    assert (progress.total.actual, progress.units[0].is_computed) == (D("50.00"), False)


def test_correction_keeps_what_was_reported(world):
    target = make_target(make_movement(world.department))
    allot(target, [world.school])
    report(target, world.school, 90, 100)
    report(target, world.school, 95, 100, note="Đếm sót một lớp")
    assert list(Figure.objects.order_by("pk").values_list("numerator", "is_current")) == [(90, False), (95, True)]
    entry = JournalEntry.objects.order_by("-pk").first()
    assert (entry.code, entry.reason) == ("movements.figure.correct", "Đếm sót một lớp")


def test_reporting_the_same_twice_changes_nothing(world):
    target = make_target(make_movement(world.department))
    allot(target, [world.school])
    assert report(target, world.school, 90, 100) == report(target, world.school, 90, 100)
    assert Figure.objects.count() == 1


@pytest.mark.parametrize(
    ("unit", "numbers", "message"),
    [
        ("%", (90, None, None), "tử số và mẫu số"),
        ("%", (90, 0, None), "lớn hơn 0"),
        ("count", (None, None, None), "số lượng"),
        ("xã", (None, None, -1), "từ 0 trở lên"),
    ],
)
def test_figure_that_does_not_fit_is_refused(world, unit, numbers, message):
    target = make_target(make_movement(world.department), unit=unit)
    allot(target, [world.school])
    with pytest.raises(TargetError, match=message):
        report(target, world.school, *numbers)
    assert not Figure.objects.exists()


def test_unit_without_allotment_does_not_report(world):
    target = make_target(make_movement(world.department))
    with pytest.raises(TargetError, match="chưa được giao"):
        report(target, world.school, 1, 2)


def test_unit_that_reported_keeps_its_allotment(world):
    target = make_target(make_movement(world.department))
    allot(target, cast_schools(world))
    report(target, world.school, 1, 2)
    with pytest.raises(TargetError, match="đã báo cáo"):
        allot(target, [world.upper_school])
    assert target.allotments.count() == 3
    assert {row.unit for row in allot(target, [world.school], "80")} == {world.school}


def test_query_count_does_not_grow_with_targets(world, django_assert_num_queries):
    movement = make_movement(world.department)
    for _ in range(2):
        for _ in range(2):
            target = make_target(movement)
            allot(target, cast_schools(world))
            report(target, world.school, 1, 2)
        with django_assert_num_queries(4):
            get_progress(movement.targets.select_related("movement"))
