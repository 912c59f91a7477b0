"""Stream of the case and kind of the unit."""

from thidua.core.law.context import UNKNOWN, Context, Finding
from thidua.core.law.vocabulary.base import Check


def stream_not(stream: str) -> Check:
    """The case is of another stream."""
    names = {"MERIT": "công trạng", "THEMATIC": "chuyên đề, phong trào", "AD_HOC": "đột xuất"}
    return lambda context: (context.case.stream != stream, f"Loại khen thưởng: {names[context.case.stream]}")


def managed_by(bodies: list[str]) -> Check:
    """The unit is managed by one of these bodies."""

    def check(context: Context) -> Finding:
        body = context.case.unit.managed_by
        if body is None:
            return None, f"{UNKNOWN} cơ quan quản lý của đơn vị"
        return body in bodies, "Đơn vị thuộc Bộ" if body == "ministry" else "Đơn vị thuộc địa phương"

    return check


def unit_kind(kinds: list[str]) -> Check:
    """The unit is of one of these kinds."""

    def check(context: Context) -> Finding:
        kind = context.case.unit.kind
        return (None, f"{UNKNOWN} loại đơn vị") if kind is None else (kind in kinds, f"Loại đơn vị: {kind}")

    return check
