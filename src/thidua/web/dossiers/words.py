"""Words and colours of outcomes and conditions."""

from dataclasses import dataclass

from thidua.awards.facts.verdicts import Assessed
from thidua.core.law.verdict import COMPUTED, ELIGIBLE, NEEDS_HUMAN, NOT_ELIGIBLE, SUSPENDED, Checked


@dataclass(frozen=True, slots=True)
class Label:
    """A word with the tone it is shown in; `icon` replaces the tone's own."""

    title: str
    tone: str
    icon: str = ""


OUTCOMES = {
    ELIGIBLE: Label("Đủ điều kiện", "good"),
    NEEDS_HUMAN: Label("Cần xem xét", "warn"),
    NOT_ELIGIBLE: Label("Không đủ điều kiện", "bad"),
    SUSPENDED: Label("Tạm dừng xét", "bad", "ban"),
    "": Label("Chưa đối chiếu", "neutral"),
}


def condition_label(checked: Checked) -> Label:
    """Met, not met, not known, or for the council."""
    if checked.kind != COMPUTED:
        return Label("Hội đồng xem xét", "neutral", "gavel")
    if checked.met is None:
        return Label("Chưa rõ", "warn", "help-circle")
    return Label("Đạt", "good") if checked.met else Label("Không đạt", "bad", "circle-x")


def summary(assessed: Assessed, most: int = 2) -> str:
    """One line for a list: the first `most` points that are not met, else those that are not known."""
    if assessed.problem:
        return assessed.problem
    found = list(dict.fromkeys(one.found or one.text for one in assessed.unmet or assessed.unknown))
    more = f"; và {len(found) - most} điểm khác" if len(found) > most else ""
    return "; ".join(found[:most]) + more
