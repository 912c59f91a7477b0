"""Quy trình của phiên họp Hội đồng: planned, opened, voting, closed."""

from thidua.core.access.permissions import Permission
from thidua.core.workflow.machine import Process, State, Transition

PLANNED, OPEN, VOTING, CLOSED = "planned", "open", "voting", "closed"

PROCESS = Process(
    name="meeting",
    title="Phiên họp Hội đồng",
    initial=PLANNED,
    states=(
        State(PLANNED, "Đã lên lịch", "neutral"),
        State(OPEN, "Đang họp", "busy"),
        State(VOTING, "Đang bỏ phiếu", "busy"),
        State(CLOSED, "Đã kiểm phiếu", "good"),
    ),
    transitions=(
        Transition("open", "Khai mạc", (PLANNED,), OPEN, Permission.COUNCIL_MANAGE),
        Transition("start_vote", "Mở bỏ phiếu kín", (OPEN,), VOTING, Permission.COUNCIL_MANAGE),
        Transition("close", "Kiểm phiếu và kết thúc", (VOTING,), CLOSED, Permission.COUNCIL_MANAGE),
    ),
)
