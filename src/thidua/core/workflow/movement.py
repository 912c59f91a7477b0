"""Quy trình của phong trào thi đua: drafted, launched, closed."""

from thidua.core.access.permissions import Permission
from thidua.core.workflow.machine import Process, State, Transition

DRAFT, LAUNCHED, CLOSED = "draft", "launched", "closed"

PROCESS = Process(
    name="movement",
    title="Phong trào thi đua",
    initial=DRAFT,
    states=(
        State(DRAFT, "Đang dự thảo", "neutral"),
        State(LAUNCHED, "Đang thực hiện", "busy"),
        State(CLOSED, "Đã kết thúc", "done"),
    ),
    transitions=(
        Transition("launch", "Phát động", (DRAFT,), LAUNCHED, Permission.MOVEMENT_LAUNCH),
        Transition("close", "Kết thúc phong trào", (LAUNCHED,), CLOSED, Permission.MOVEMENT_LAUNCH),
    ),
)
