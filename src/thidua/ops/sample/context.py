"""What the parts of the sample share: the source of chance, the calendar, and the units and people made so far."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from thidua.core.time.years import Year
from thidua.orgs.models import Person, Unit, UnitKind

FOUNDED = date(2015, 1, 1)
REFORM = date(2025, 7, 1)  # the district level ends, communes take over nurseries, primary and lower secondary schools
NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 16)
LAST_CLOSED_YEAR = Year(2025, is_school_year=True)
RUNNING_YEAR = Year(2026, is_school_year=True)
SOURCE = "Dữ liệu mẫu"


def moment(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """An aware moment of working hours in Viet Nam (UTC+7 all year)."""
    return datetime.combine(day, time(hour, minute), UTC) - timedelta(hours=7)


@dataclass
class School:
    """Trường mẫu: the unit with what other parts need to know of it."""

    unit: Unit
    name: str
    kind: UnitKind
    commune: Unit | None
    area: str
    sections: list[Unit] = field(default_factory=list)
    staff: list[Person] = field(default_factory=list)


@dataclass
class Sample:
    """Tỉnh mẫu being made."""

    random: Random
    years: list[Year]
    province: Unit | None = None
    department: Unit | None = None
    department_sections: list[Unit] = field(default_factory=list)
    districts: list[Unit] = field(default_factory=list)
    communes: list[Unit] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    schools: list[School] = field(default_factory=list)
    demo_commune: Unit | None = None
    office_staff: dict[int, list[Person]] = field(default_factory=dict)
    quality: dict[int, float] = field(default_factory=dict)
    managers: set[int] = field(default_factory=set)
    titles: dict[int, str] = field(default_factory=dict)
