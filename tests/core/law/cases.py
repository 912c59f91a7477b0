"""Cases for the tests: a teacher and a collective who meet everything, changed one thing at a time."""

from copy import deepcopy
from datetime import date
from typing import Any

from thidua.core.law.check import check_award
from thidua.core.law.parsing import parse_case
from thidua.core.law.verdict import Verdict

TODAY = date(2026, 11, 22)

TEACHER: dict[str, Any] = {
    "honour": "CSTDCS",
    "subject": "individual",
    "year": "2025-2026",
    "dossier_received_on": "2026-06-20",
    "decided_on": "2026-07-15",
    "unit": {"kind": "THCS", "managed_by": "commune"},
    "policy": {"min_months_worked": None, "max_leave_working_days": None, "cstdcs_share_of_ldtt": None},
    "facts": {
        "rating": "HTT",
        "takes_part": True,
        "registered": True,
        "months_worked": 12,
        "leave_working_days": 3,
        "maternity_days": 0,
        "discipline": [],
        "sanctions": [],
        "holds": [],
        "initiatives": [{"scope": "co_so", "recognised_on": "2026-04-10", "used_for": None}],
        "research": [],
        "ratings": {"2024-2025": "HTXS"},
        "history": [],
        "years_in_sector": 12,
        "years_in_hard_area": 0,
        "gender": "F",
        "is_manager": False,
    },
}

COLLECTIVE: dict[str, Any] = {
    "honour": "TTLDXS",
    "subject": "collective",
    "year": "2025-2026",
    "dossier_received_on": "2026-06-20",
    "decided_on": "2026-07-15",
    "unit": {"kind": "THCS", "managed_by": "commune"},
    "facts": {
        "rating": "HTXS",
        "ratings": {"2024-2025": "HTXS"},
        "takes_part": True,
        "leads_block": True,
        "holds": [],
        "history": [],
        "members": {
            "total": 30,
            "at_least_ht": 30,
            "LDTT": 25,
            "CSTDCS": 3,
            "disciplined_canh_cao_or_more": 0,
        },
    },
}

DATES = {  # dossier, decision, year of a case of each period
    "P0": ("2016-06-10", "2016-07-15", "2015-2016"),
    "P1": ("2022-06-10", "2022-07-15", "2021-2022"),
    "P2": ("2024-06-10", "2024-07-15", "2023-2024"),
    "P3": ("2026-06-10", "2026-07-15", "2025-2026"),
    "P4": ("2026-10-20", "2026-11-10", "2025-2026"),
}


def case(base: dict[str, Any] = TEACHER, *, period: str | None = None, facts: dict[str, Any] | None = None, **top: Any):
    """A copy of `base` as JSON-like data; `period` sets the dates and moves the initiative into its year."""
    data = deepcopy(base)
    if period:
        received, decided, year = DATES[period]
        data |= {"dossier_received_on": received, "decided_on": decided, "year": year}
        for one in data["facts"].get("initiatives", ()):
            one["recognised_on"] = f"{year[5:]}-04-10"
    data |= top
    data["facts"] = {**data["facts"], **(facts or {})}
    return data


def check(data: dict[str, Any], **options: Any) -> Verdict:
    return check_award(parse_case(data), **{"today": TODAY, **options})


def met(verdict: Verdict, code: str) -> bool | None:
    """Whether the condition is met; fails when the verdict does not have exactly one of this code."""
    (found,) = [one for one in verdict.conditions if one.code == code]
    return found.met


def award(honour: str, year: str, **more: Any) -> dict[str, Any]:
    return {"honour": honour, "year": year, "decided_on": None, "revoked": False, "stream": "MERIT", **more}


def discipline(first: str | None, last: str | None, *, duty: bool | None = False, level: str | None = "khien_trach"):
    return {"level": level, "from": first, "to": last, "duty_related": duty}


def initiative(scope: str | None = "co_so", on: str | None = "2026-04-10", used_for: str | None = None):
    return {"scope": scope, "recognised_on": on, "used_for": used_for}


def research(scope: str | None = "co_so", on: str | None = "2026-04-10", used_for: str | None = None):
    return {"scope": scope, "accepted_on": on, "used_for": used_for}
