"""Quy trình của hồ sơ khen thưởng: from the unit's draft to the decision."""

from thidua.core.access.permissions import Permission
from thidua.core.workflow.machine import Process, State, Transition

DRAFT, SUBMITTED, RETURNED, ACCEPTED, VOTED, DECIDED = "draft", "submitted", "returned", "accepted", "voted", "decided"

PROCESS = Process(
    name="dossier",
    title="Hồ sơ khen thưởng",
    initial=DRAFT,
    states=(
        State(DRAFT, "Đang lập", "neutral"),
        State(SUBMITTED, "Đã trình", "busy"),
        State(RETURNED, "Trả lại để bổ sung", "bad"),
        State(ACCEPTED, "Đã thẩm định", "busy"),
        State(VOTED, "Hội đồng đã biểu quyết", "busy"),
        State(DECIDED, "Đã có quyết định", "good"),
    ),
    transitions=(
        Transition("submit", "Trình hồ sơ", (DRAFT, RETURNED), SUBMITTED, Permission.DOSSIER_SUBMIT),
        Transition("withdraw", "Rút hồ sơ về sửa", (SUBMITTED,), DRAFT, Permission.DOSSIER_SUBMIT, needs_reason=True),
        Transition("return", "Trả lại hồ sơ", (SUBMITTED,), RETURNED, Permission.DOSSIER_APPRAISE, needs_reason=True),
        Transition("accept", "Tiếp nhận sau thẩm định", (SUBMITTED,), ACCEPTED, Permission.DOSSIER_APPRAISE),
        Transition("vote", "Ghi nhận kết quả Hội đồng", (ACCEPTED,), VOTED, Permission.COUNCIL_MANAGE),
        Transition("decide", "Ra quyết định", (VOTED,), DECIDED, Permission.DECISION_ISSUE),
    ),
)
