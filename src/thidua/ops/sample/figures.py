"""Targets allotted to units and what these report, with fractions that can be summed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thidua.core.targets.rules import Comparator, is_lower_better
from thidua.movements.actions import figures, targets
from thidua.movements.actions.figures import SHARE, FigureReport
from thidua.movements.models import Movement, Target
from thidua.ops.sample.acting import Cast
from thidua.ops.sample.cascade import schools_of
from thidua.ops.sample.context import Sample, moment
from thidua.orgs.models import Unit, UnitKind
from thidua.records.actions import files

_CENT = Decimal("0.01")
_SECONDARY = {UnitKind.LOWER_SECONDARY, UnitKind.UPPER_SECONDARY, UnitKind.CONTINUING}


@dataclass(frozen=True, slots=True)
class Round:
    """Một kỳ báo cáo: figures as of `on`, due on `due_on`, from about `share` of the units."""

    on: date
    due_on: date
    share: float


def _is_for(target: Target, sample: Sample, unit: Unit) -> bool:
    """Children are counted in nurseries, pupils in the other schools, prizes in secondary schools, schools in communes."""
    kind = next((school.kind for school in sample.schools if school.unit is unit), None)
    words = target.subject.lower()
    if words.startswith(("trường", "tỷ lệ trường")):
        return kind is None
    if kind is None:
        return True
    if "trẻ" in words:
        return kind == UnitKind.PRESCHOOL
    if "giải" in words:
        return kind in _SECONDARY
    return kind != UnitKind.PRESCHOOL if "học sinh" in words else True


def allot(sample: Sample, cast: Cast, movement: Movement, units: list[Unit], due_on: date) -> None:
    """Every target to the units it concerns: shares alike, counts divided with the remainder to the first."""
    by, at = cast.secretary(movement.unit), moment(min(due_on, movement.launched_at.date()), 16)
    for target in movement.targets.select_related("parent").order_by("ordinal"):
        concerned = [unit for unit in units if _is_for(target, sample, unit)]
        if concerned:
            targets.allot(target=target, values=_values(target, concerned), due_on=due_on, by=by, at=at)


def _values(target: Target, units: list[Unit]) -> dict[int, Decimal]:
    if target.unit == SHARE:
        return {unit.pk: target.value for unit in units}
    each, rest = divmod(int(target.value), len(units))
    return {unit.pk: Decimal(max(1, each + (place < rest))) for place, unit in enumerate(units)}


def report(sample: Sample, cast: Cast, movement: Movement, units: list[Unit], period: Round) -> int:
    """Some of the units report on what was allotted to them; how many figures there are."""
    count = 0
    known = {unit.pk: unit for unit in units}
    for target in movement.targets.order_by("ordinal"):
        for allotment in target.allotments.filter(unit__in=units).order_by("pk"):
            if sample.random.random() < period.share:
                unit = known[allotment.unit_id]
                figure = _figure(sample, target, allotment.value, unit, period.on)
                at = moment(period.on, 8 + count % 8, count % 60)
                figures.report(target=target, unit=unit, report=figure, by=cast.secretary(unit), at=at)
                count += 1
    return count


def _figure(sample: Sample, target: Target, wanted: Decimal, unit: Unit, on: date) -> FigureReport:
    random, lower = sample.random, target.lower_is_better or is_lower_better(Comparator(target.comparator))
    if target.unit != SHARE:
        return FigureReport(as_of=on, value=Decimal(max(0, round(float(wanted) * random.uniform(0.75, 1.35)))))
    denominator = _size(sample, target, unit)
    share = float(wanted) / 100
    shift = random.gauss(0.1, 1) * (0.15 * share if lower else 0.25 * (1 - share) + 0.004)
    numerator = min(denominator, max(0, round(denominator * (share - shift if lower else share + shift))))
    note = "" if numerator != denominator or lower else random.choice(("", "", "Đạt toàn bộ"))
    return FigureReport(as_of=on, numerator=Decimal(numerator), denominator=Decimal(denominator), note=note)


def _size(sample: Sample, target: Target, unit: Unit) -> int:
    """How many there are of what the target counts in the unit: schools, staff, or children and pupils."""
    schools = [school for school in sample.schools if school.unit is unit] or schools_of(sample, unit)
    words = target.subject.lower()
    if words.startswith(("trường", "tỷ lệ trường")):
        return max(1, len(schools))
    staff = sum(len(school.staff) for school in schools) or 4
    return staff if "nhà giáo" in words else staff * (11 + unit.pk % 5)


def attach_evidence(sample: Sample, cast: Cast, movement: Movement, unit: Unit, on: date) -> None:
    """The unit corrects its first figure and brings a list as evidence."""
    figure = movement.targets.model.objects.filter(movement=movement, figures__unit=unit).order_by("ordinal").first()
    if figure is None:
        return
    before = figure.figures.get(unit=unit, is_current=True)
    by, at = cast.secretary(unit), moment(on, 16)
    text = f"Danh sách kèm theo số liệu: {figure.subject}\n" + "\n".join(
        f"{number}. {section.code}" for number, section in enumerate(sample.schools[0].sections, 1)
    )
    kept = files.store(data=text.encode(), name="danh_sach_minh_chung.txt", unit=unit, by=by, at=at)
    changed = FigureReport(
        as_of=on, numerator=before.numerator, denominator=before.denominator, value=before.value,
        note="Bổ sung danh sách minh chứng",
    )  # fmt: skip
    figures.report(target=figure, unit=unit, report=changed, evidence=kept, by=by, at=at)
