"""Members of a collective: shares and counts, in whole numbers."""

from fractions import Fraction
from typing import Any

from thidua.core.law.context import UNKNOWN, Context, Finding, number
from thidua.core.law.vocabulary.base import Check

MEMBER_NAMES = {
    "at_least_ht": "hoàn thành nhiệm vụ trở lên",
    "LDTT": "đạt Lao động tiên tiến",
    "CSTDCS": "đạt Chiến sĩ thi đua cơ sở",
    "disciplined_canh_cao_or_more": "bị kỷ luật từ cảnh cáo trở lên",
}


def members_share(argument: dict[str, Any]) -> Check:
    """A share of all members, compared with whole numbers."""
    of: str = argument["of"]
    least: int | None = argument.get("at_least_percent")
    more_than: int = argument.get("more_than_percent", 0)

    def check(context: Context) -> Finding:
        members = context.facts.members
        part: int | None = getattr(members, of)
        if part is None or members.total is None:
            return None, f"{UNKNOWN} về số cá nhân {MEMBER_NAMES[of]}"
        share = f"{part}/{members.total} cá nhân {MEMBER_NAMES[of]} ({number(Fraction(part * 100, members.total))} %)"
        if least is None:
            return part * 100 > more_than * members.total, share
        return part * 100 >= least * members.total, share

    return check


def members_count(argument: dict[str, Any]) -> Check:
    """A number of members, with a floor or a ceiling."""
    of: str = argument["of"]
    least: int = argument.get("at_least", 0)
    most: int | None = argument.get("at_most")

    def check(context: Context) -> Finding:
        count: int | None = getattr(context.facts.members, of)
        if count is None:
            return None, f"{UNKNOWN} về số cá nhân {MEMBER_NAMES[of]}"
        return count >= least and (most is None or count <= most), f"{count} cá nhân {MEMBER_NAMES[of]}"

    return check
