"""Who decided the awards of a closed year, on which day and under which number, by the law of that day."""

from dataclasses import dataclass
from datetime import date

from thidua.awards.facts.units import load_units
from thidua.core.law.authority import deciding_authority
from thidua.core.time.years import Year
from thidua.ops.sample.context import Sample
from thidua.orgs.models import Unit, UnitKind
from thidua.orgs.queries.units import get_spans

_HEADS = {"department": "Giám đốc"}
_OFFICE = "Phòng Giáo dục và Đào tạo"


@dataclass(frozen=True, slots=True)
class Decider:
    """Người quyết định: `level` as in `core.law.authority`, `post` in words as of the day, `number` of the decision."""

    level: str
    post: str
    on: date
    number: str


class Deciders:
    """The deciders of one school year: districts until 30/6/2025, communes after, the department, the province."""

    def __init__(self, sample: Sample, year: Year) -> None:
        self.sample, self.year = sample, year
        self.july = date(year.first + 1, 7, 8)
        ids = [sample.department.pk] + [
            unit.pk for school in sample.schools for unit in (school.unit, *school.sections)
        ]
        self.table = load_units(ids)
        self.spans = get_spans(
            [*ids, sample.province.pk, *(unit.pk for unit in (*sample.communes, *sample.districts))], self.july
        )
        self._found: dict[tuple[int, str], Decider | None] = {}
        self._days: dict[int, date] = {}
        self._numbers: dict[tuple[int, str], str] = {}

    def find(self, unit: Unit, honour: str) -> Decider | None:
        """The decider of the honour for the unit or its people; None when the law names none that the sample has."""
        if (unit.pk, honour) not in self._found:
            self._found[unit.pk, honour] = self._find(unit, honour)
        return self._found[unit.pk, honour]

    def _find(self, unit: Unit, honour: str) -> Decider | None:
        facts = self.table.facts(unit.pk, self.july)
        post = deciding_authority(honour, facts.kind, facts.managed_by, self.july)
        body = self._body(unit, post.level) if post else None
        if post is None or body is None:
            return None
        return Decider(
            post.level, self._post(body, post.level), self._day(body, post.level), self._number(body, honour)
        )

    def name(self, unit: Unit) -> str:
        """What the unit was called in the July of the decisions."""
        return self.spans[unit.pk].name

    def _body(self, unit: Unit, level: str) -> int | None:
        if level in {"department", "province"}:
            return (self.sample.department if level == "department" else self.sample.province).pk
        span = self.spans[unit.pk]
        if span.kind == UnitKind.SECTION:
            span = self.spans[span.managing_body_id]
        return span.managing_body_id if level in {"district", "commune"} else None

    def _post(self, body: int, level: str) -> str:
        name = (
            self.spans[body].name.replace(_OFFICE, "Uỷ ban nhân dân") if level == "district" else self.spans[body].name
        )
        return f"{_HEADS.get(level, 'Chủ tịch')} {name}"

    def _day(self, body: int, level: str) -> date:
        """The province decides last, when what the others gave can count."""
        first = 24 if level == "province" else 8
        return self._days.setdefault(body, self.july.replace(day=first + self.sample.random.randint(0, 7)))

    def _number(self, body: int, honour: str) -> str:
        symbol = "QĐ-SGDĐT" if body == self.sample.department.pk else "QĐ-UBND"
        number = self.sample.random.randint(180, 2400)
        return self._numbers.setdefault((body, honour), f"{number}/{symbol}")
