"""Phong trào, kế hoạch, nhiệm vụ, chỉ tiêu, số liệu."""

from thidua.movements.models.movements import LegalBasis, Movement, NamedMovement, PlanFinding, Task
from thidua.movements.models.readings import PlanReading
from thidua.movements.models.targets import Allotment, Figure, Target

__all__ = [
    "Allotment", "Figure", "LegalBasis", "Movement", "NamedMovement", "PlanFinding", "PlanReading", "Target", "Task",
]  # fmt: skip
