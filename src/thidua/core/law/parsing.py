"""Reads a case from JSON: every key known, every value of its kind, every refusal naming the key and what to write."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from thidua.core.law import facts as f
from thidua.core.law.errors import CaseError
from thidua.core.law.honours import honours
from thidua.core.time.years import Year, parse_year

Reader = Callable[[Any, str], Any]
MOST = 1_000_000  # no count of persons, days or years comes near


def parse_case(data: Any) -> f.AwardCase:
    """The case of a decoded JSON object (format: `thidua check_award`).

    Raises CaseError, in Vietnamese, naming the key: not an object, unknown key, missing key, bad kind, enum or date.
    """
    fields = _object(
        data,
        "",
        {
            "honour": _honour,
            "subject": _enum(f.SUBJECTS),
            "year": _year,
            "stream": _enum(f.STREAMS),
            "dossier_received_on": _date,
            "decided_on": _date,
            "unit": _unit,
            "policy": _policy,
            "facts": _facts,
        },
    )
    for key in ("honour", "subject", "year"):
        if fields.get(key) is None:
            raise CaseError(f"{key}: thiếu giá trị; phải có danh hiệu (honour), đối tượng (subject) và năm xét (year).")
    return f.AwardCase(**fields)


def _object(data: Any, where: str, readers: dict[str, Reader]) -> dict[str, Any]:
    """The known, given (not null) values of an object, each read by its reader."""
    if not isinstance(data, dict):
        raise CaseError(f"{where or 'Dữ liệu'}: cần một đối tượng JSON {{...}}, không phải {_kind(data)}.")
    for key in data:
        if key not in readers:
            raise CaseError(f"{_path(where, key)}: khóa lạ; các khóa dùng được: {', '.join(readers)}.")
    return {key: readers[key](value, _path(where, key)) for key, value in data.items() if value is not None}


def _path(where: str, key: str) -> str:
    return f"{where}.{key}" if where else str(key)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    names = {bool: "đúng/sai", int: "số", float: "số", str: "chuỗi", list: "danh sách", dict: "đối tượng"}
    return names.get(type(value), type(value).__name__)


def parse_day(text: Any) -> date:
    """A day written YYYY-MM-DD and nothing else.

    Raises ValueError for every other spelling, and for days that do not exist.
    """
    day = date.fromisoformat(text) if isinstance(text, str) else None
    if day is None or day.isoformat() != text:
        raise ValueError("not YYYY-MM-DD")
    return day


def _enum(allowed: Iterable[str]) -> Reader:
    options = tuple(allowed)

    def read(value: Any, where: str) -> str:
        if value not in options or not isinstance(value, str):
            raise CaseError(f"{where}: “{value}” không hợp lệ; chọn một trong {', '.join(options)}.")
        return value

    return read


def _honour(value: Any, where: str) -> str:
    code: str = _enum(honour.code for honour in honours())(value, where)
    return code


def _bool(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise CaseError(f"{where}: cần true, false hoặc null, không phải {_kind(value)}.")
    return value


def _date(value: Any, where: str) -> date:
    try:
        return parse_day(value)
    except ValueError:
        raise CaseError(f"{where}: “{value}” không phải ngày; viết dạng NNNN-TT-NN, ví dụ 2026-07-15.") from None


def _year(value: Any, where: str) -> Year:
    try:
        if not isinstance(value, str):
            raise ValueError
        year = parse_year(value)
        _ = year.before(12).span  # the years before are looked at too
    except ValueError:
        raise CaseError(f"{where}: “{value}” không phải năm học (2025-2026) hoặc năm (2025).") from None
    return year


def _number(value: Any, where: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < MOST:
        raise CaseError(f"{where}: cần một số không âm, không phải “{value}”.")
    return Fraction(str(value))


def _count(value: Any, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < MOST:
        raise CaseError(f"{where}: cần một số nguyên không âm, không phải “{value}”.")
    return value


def _share(value: Any, where: str) -> Fraction:
    share = _number(value, where)
    if share > 1:
        raise CaseError(f"{where}: tỷ lệ viết từ 0 đến 1 (0.15 là 15 %), không phải “{value}”.")
    return share


def _list(read: Reader) -> Reader:
    def read_list(value: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise CaseError(f"{where}: cần một danh sách [...], không phải {_kind(value)}.")
        return tuple(read(item, f"{where}[{index}]") for index, item in enumerate(value))

    return read_list


def _unit(value: Any, where: str) -> f.UnitFacts:
    return f.UnitFacts(**_object(value, where, {"kind": _enum(f.UNIT_KINDS), "managed_by": _enum(f.MANAGING_BODIES)}))


def _policy(value: Any, where: str) -> f.LocalPolicy:
    return f.LocalPolicy(
        **_object(
            value,
            where,
            {"min_months_worked": _count, "max_leave_working_days": _count, "cstdcs_share_of_ldtt": _share},
        )
    )


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise CaseError(f"{where}: cần một chuỗi, không phải {_kind(value)}.")
    return value


def _dates_in_order(starts_on: date | None, ends_on: date | None, where: str) -> None:
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise CaseError(f"{where}: ngày kết thúc (to) trước ngày bắt đầu (from).")


def _discipline(value: Any, where: str) -> f.Discipline:
    readers = {"level": _enum(f.DISCIPLINE_LEVELS), "from": _date, "to": _date, "duty_related": _bool}
    given = _object(value, where, readers)
    _dates_in_order(given.get("from"), given.get("to"), where)
    return f.Discipline(given.get("level"), given.get("from"), given.get("to"), given.get("duty_related"))


def _hold(value: Any, where: str) -> f.Hold:
    given = _object(value, where, {"reason": _enum(f.HOLD_REASONS), "from": _date, "to": _date})
    _dates_in_order(given.get("from"), given.get("to"), where)
    return f.Hold(given.get("reason"), given.get("from"), given.get("to"))


def _sanction(value: Any, where: str) -> f.Sanction:
    given = _object(value, where, {"on": _date, "what": _text})
    return f.Sanction(given.get("on"), given.get("what", ""))


def _used_for(value: Any, where: str) -> str:
    kind, _, code = value.partition(":") if isinstance(value, str) else ("", "", "")
    if kind not in ("TITLE", "FORM") or code not in {honour.code for honour in honours()}:
        raise CaseError(f"{where}: “{value}” không hợp lệ; viết null, TITLE:<danh hiệu> hoặc FORM:<hình thức>.")
    return f"{kind}:{code}"


def _initiative(value: Any, where: str) -> f.Initiative:
    given = _object(value, where, {"scope": _enum(f.SCOPES), "recognised_on": _date, "used_for": _used_for})
    return f.Initiative(**given, use_known="used_for" in value)


def _research(value: Any, where: str) -> f.Research:
    given = _object(value, where, {"scope": _enum(f.SCOPES), "accepted_on": _date, "used_for": _used_for})
    return f.Research(**given, use_known="used_for" in value)


def _ratings(value: Any, where: str) -> dict[Year, str]:
    if not isinstance(value, dict):
        raise CaseError(f'{where}: cần một đối tượng năm – xếp loại, ví dụ {{"2024-2025": "HTT"}}.')
    read = _enum(f.RATINGS)
    return {_year(key, where): read(rating, f"{where}.{key}") for key, rating in value.items() if rating is not None}


def _past_award(value: Any, where: str) -> f.PastAward:
    readers = {"honour": _honour, "year": _year, "decided_on": _date, "revoked": _bool, "stream": _enum(f.STREAMS)}
    given = _object(value, where, readers)
    for key in ("honour", "year"):
        if key not in given:
            raise CaseError(f"{where}.{key}: thiếu giá trị.")
    return f.PastAward(**given)


def _members(value: Any, where: str) -> f.MemberFacts:
    given = _object(value, where, dict.fromkeys(f.MemberFacts.__dataclass_fields__, _count))
    total = given.get("total")
    if total == 0:
        raise CaseError(f"{where}.total: tập thể phải có ít nhất một thành viên.")
    for key, count in given.items():
        if total is not None and count > total:
            raise CaseError(f"{where}.{key}: {count} nhiều hơn tổng số {total} thành viên.")
    return f.MemberFacts(**given)


_FACT_READERS: dict[str, Reader] = {
    "rating": _enum(f.RATINGS),
    "takes_part": _bool,
    "registered": _bool,
    "months_worked": _number,
    "leave_working_days": _number,
    "maternity_days": _number,
    "discipline": _list(_discipline),
    "sanctions": _list(_sanction),
    "holds": _list(_hold),
    "initiatives": _list(_initiative),
    "research": _list(_research),
    "ratings": _ratings,
    "history": _list(_past_award),
    "years_in_sector": _number,
    "years_in_hard_area": _number,
    "gender": _enum(("F", "M")),
    "is_manager": _bool,
    "leads_block": _bool,
    "members": _members,
}


def _facts(value: Any, where: str) -> f.CaseFacts:
    given = _object(value, where, _FACT_READERS)
    total, hard = given.get("years_in_sector"), given.get("years_in_hard_area")
    if total is not None and hard is not None and hard > total:
        raise CaseError(f"{where}.years_in_hard_area: lớn hơn số năm trong ngành (years_in_sector).")
    return f.CaseFacts(**given)
