"""Căn cứ pháp lý of a decision: the law, decree and circular that rule on its day, in the words of documents."""

import re
from datetime import date
from functools import cache

from thidua.core.law.acts import Act, find, in_force
from thidua.core.law.rules import Period, load_periods
from thidua.core.law.spans import rules_on
from thidua.core.vietnamese.dates import official_date

_NUMBER = re.compile(r"\d+/\d{4}/[\w\-Đ]+")


@cache
def _periods() -> tuple[Period, ...]:
    return tuple(load_periods().values())


def list_award_bases(on: date) -> tuple[str, ...]:
    """`Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022` and so on, higher acts first."""
    numbers: dict[str, None] = {}
    for period in _periods():
        if rules_on(period, on):
            numbers.update(dict.fromkeys(_NUMBER.findall(f"{period.law} {period.decree}")))
    acts = [act for number in numbers if (act := find(number)) and in_force(number, on) is not False]
    order = ("Luật", "Nghị định", "Thông tư")
    acts.sort(key=lambda act: (order.index(act.kind) if act.kind in order else len(order), act.issued_on or date.max))
    return tuple(_cite(act) for act in acts)


def _cite(act: Act) -> str:
    dated = f" {official_date(act.issued_on)}" if act.issued_on else ""
    if act.kind == "Luật":
        return f"Căn cứ {act.title} số {act.number}{dated}"
    # Circulars are the minister's, though the register names the ministry.
    minister = "Bộ trưởng " if act.kind == "Thông tư" and act.issuer.startswith("Bộ ") else ""
    issuer = f" của {minister}{act.issuer}" if act.issuer else ""
    return f"Căn cứ {act.kind} số {act.number}{dated}{issuer} {act.title}"
