"""Đơn vị, nhân sự và kết quả hằng năm."""

from thidua.orgs.models.facts import CollectiveFacts, DisciplineRecord, HoldRecord, YearlyFacts
from thidua.orgs.models.people import Appointment, Person
from thidua.orgs.models.units import Area, Unit, UnitKind, UnitSpan

__all__ = [
    "Appointment", "Area", "CollectiveFacts", "DisciplineRecord", "HoldRecord", "Person", "Unit", "UnitKind",
    "UnitSpan", "YearlyFacts",
]  # fmt: skip
