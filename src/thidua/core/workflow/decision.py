"""Quy trình của quyết định khen thưởng: drafted, issued."""

from thidua.core.access.permissions import Permission
from thidua.core.workflow.machine import Process, State, Transition

DRAFT, ISSUED = "draft", "issued"

PROCESS = Process(
    name="decision",
    title="Quyết định khen thưởng",
    initial=DRAFT,
    states=(State(DRAFT, "Dự thảo", "neutral"), State(ISSUED, "Đã ban hành", "good")),
    transitions=(Transition("issue", "Ký ban hành", (DRAFT,), ISSUED, Permission.DECISION_ISSUE),),
)
