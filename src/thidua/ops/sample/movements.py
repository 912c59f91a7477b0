"""Movements at every stage: closed, under way, of several years, in draft, and a plan under review."""

from datetime import date

from thidua.movements.actions import following, launches, readings
from thidua.movements.models import Movement
from thidua.ops.sample import figures
from thidua.ops.sample.acting import Cast, demo_user
from thidua.ops.sample.cascade import acknowledge, answer, close_all, launch, schools_of
from thidua.ops.sample.context import LAST_CLOSED_YEAR, RUNNING_YEAR, TODAY, Sample, moment
from thidua.ops.sample.figures import Round
from thidua.ops.sample.plans import confirm_reading, draft_movement, load_movements, read_plan
from thidua.orgs.models import Unit
from thidua.records.models import Dispatch

NAME = "Phong trào thi đua năm học 2026-2027"


def make_movements(sample: Sample, cast: Cast) -> Movement:
    """All of them; returns the movement of several years, on which thematic commendations rest."""
    plans = load_movements()
    if LAST_CLOSED_YEAR in sample.years:
        _make_closed(sample, cast, plans["school_year_2025"])
    thematic = _make_thematic(sample, cast, plans["digital"])
    _make_running(sample, cast)
    _make_drafts(sample, cast, plans["teachers_day"])
    return thematic


def _below(sample: Sample) -> list[Unit]:
    """Communes and the department's own schools: to whom the department allots."""
    return [*sample.communes, *(school.unit for school in schools_of(sample, sample.department))]


def _units(sample: Sample, commune: Unit) -> list[Unit]:
    return [school.unit for school in schools_of(sample, commune)]


def _make_closed(sample: Sample, cast: Cast, plan: dict) -> None:
    """2025-2026: department to communes, communes to schools; all reported, all closed."""
    so, random = sample.department, sample.random
    period = Round(date(2026, 5, 29), date(2026, 6, 5), 0.97)
    draft = draft_movement(so, plan, cast.secretary(so), moment(date(2025, 9, 8)))
    movement = launch(cast, draft, _below(sample), date(2025, 9, 15), date(2025, 10, 31))
    acknowledge(sample, cast, movement)
    figures.allot(sample, cast, movement, _below(sample), period.due_on)
    for commune in sample.communes:
        units = _units(sample, commune)
        child = answer(cast, movement, commune, date(2025, 10, random.randint(6, 30)), units, date(2025, 11, 20))
        acknowledge(sample, cast, child)
        figures.allot(sample, cast, child, units, period.due_on)
        for unit in units:
            if random.random() < 0.3 or commune is sample.demo_commune:
                answer(cast, child, unit, date(2025, 11, random.randint(3, 28)))
        figures.report(sample, cast, child, units, period)
    for unit in _units(sample, so):
        answer(cast, movement, unit, date(2025, 10, random.randint(6, 30)))
    figures.report(sample, cast, movement, _units(sample, so), period)
    for task in movement.tasks.order_by("ordinal"):
        following.finish_task(
            task=task, on=task.due_on, note="Đã hoàn thành", by=cast.secretary(so), at=moment(task.due_on, 16)
        )
    close_all(cast, movement, date(2026, 8, 5))


def _make_thematic(sample: Sample, cast: Cast, plan: dict) -> Movement:
    so = sample.department
    everybody = [*sample.communes, *(school.unit for school in sample.schools)]
    draft = draft_movement(so, plan, cast.secretary(so), moment(date(2025, 10, 6)))
    movement = launch(cast, draft, everybody, date(2025, 10, 15), None)
    acknowledge(sample, cast, movement)
    figures.allot(sample, cast, movement, _units(sample, so) or everybody, date(2026, 12, 15))
    figures.report(sample, cast, movement, everybody, Round(date(2026, 6, 30), date(2026, 12, 15), 0.4))
    task = movement.tasks.order_by("ordinal").first()
    following.finish_task(
        task=task, on=task.due_on, note="Đã công bố trên trang thông tin của Sở", by=cast.secretary(so),
        at=moment(task.due_on, 10),
    )  # fmt: skip
    return movement


def _make_running(sample: Sample, cast: Cast) -> None:
    """2026-2027: read from a file, sent to everybody, half have answered, a third of the figures are in."""
    so, random, demo = sample.department, sample.random, demo_user("hieutruong").role_assignments.first().unit
    by = cast.secretary(so)
    data = read_plan("ke_hoach_nam_hoc_2026_2027.txt")
    reading = readings.upload(
        data=data, name="KH thi đua năm học 2026-2027.txt", unit=so, by=by, at=moment(date(2026, 9, 7))
    )
    span = RUNNING_YEAR.span
    draft = confirm_reading(reading, NAME, span.starts_on, span.ends_before, by, moment(date(2026, 9, 8)))
    everybody = [*sample.communes, *(school.unit for school in sample.schools)]
    movement = launch(cast, draft, everybody, date(2026, 9, 10), date(2026, 10, 15))
    acknowledge(sample, cast, movement, but=[demo], share=0.88)
    period = Round(date(2026, 11, 10), date(2026, 12, 10), 0.33)
    figures.allot(sample, cast, movement, _below(sample), period.due_on)
    for unit in everybody:
        if unit.pk not in (demo.pk, sample.demo_commune.pk) and random.random() < 0.52:
            on = (
                date(2026, 9, 21) if random.random() < 0.3 else date(2026, 10, random.choice((2, 7, 9, 13, 14, 20, 27)))
            )
            child = answer(cast, movement, unit, on, _units(sample, unit))
            if unit in sample.communes:
                _follow(sample, cast, child, _units(sample, unit), period)
    figures.report(sample, cast, movement, _below(sample), period)
    for unit in _units(sample, so)[:2]:
        figures.attach_evidence(sample, cast, movement, unit, date(2026, 11, 12))
    _look_after(cast, movement)


def _follow(sample: Sample, cast: Cast, child: Movement, units: list[Unit], period: Round) -> None:
    """A commune passes its plan on to its schools and gathers their figures."""
    acknowledge(sample, cast, child, share=0.9)
    figures.allot(sample, cast, child, units, period.due_on)
    figures.report(sample, cast, child, units, period)


def _look_after(cast: Cast, movement: Movement) -> None:
    """What the department's secretary did meanwhile: one task done, one finding settled, the late ones reminded."""
    by = cast.secretary(movement.unit)
    task, finding = movement.tasks.order_by("ordinal").first(), movement.findings.order_by("ordinal").first()
    if task is not None:
        following.finish_task(
            task=task, on=date(2026, 9, 28), note="Đã ban hành hướng dẫn", by=by, at=moment(date(2026, 9, 28))
        )
    if finding is not None:
        note = "Giữ nguyên viện dẫn; đã gửi công văn đính chính kèm theo"
        following.settle_finding(finding=finding, note=note, by=by, at=moment(date(2026, 9, 14)))
    rows = Dispatch.objects.filter(document=movement.plan_id).values_list("pk", flat=True)
    launches.remind(movement=movement, dispatch_ids=rows, by=by, at=moment(date(2026, 11, 2)))


def _make_drafts(sample: Sample, cast: Cast, plan: dict) -> None:
    so = sample.department
    by = cast.secretary(so)
    draft_movement(so, plan, by, moment(date(2026, 11, 10)))
    data = read_plan("ke_hoach_thi_dua_nam_2027.txt")
    readings.upload(data=data, name="Dự thảo KH thi đua năm 2027.txt", unit=so, by=by, at=moment(TODAY, 8))
