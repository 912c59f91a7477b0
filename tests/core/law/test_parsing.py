"""Unusable input is refused with the key and what to write; what is absent is unknown."""

from datetime import date
from fractions import Fraction

import pytest

from tests.core.law.cases import COLLECTIVE, case
from thidua.core.law.errors import CaseError
from thidua.core.law.facts import CaseFacts, Discipline, Hold, MemberFacts
from thidua.core.law.parsing import parse_case, parse_day
from thidua.core.time.years import Year


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"honour": None}, "^honour: thiếu"),
        ({"subject": None}, "^subject: thiếu"),
        ({"year": None}, "^year: thiếu"),
        ({"honour": "CSTD"}, "^honour: “CSTD” không hợp lệ"),
        ({"honour": ["LDTT"]}, "^honour: "),
        ({"subject": "person"}, "^subject: “person”"),
        ({"stream": "merit"}, "^stream: .*MERIT"),
        ({"year": "2025-2027"}, "^year: “2025-2027”"),
        ({"year": "25"}, "^year: "),
        ({"year": 2025}, "^year: "),
        ({"year": "0003"}, "^year: "),
        ({"decided_on": "15/07/2026"}, "^decided_on: “15/07/2026” không phải ngày"),
        ({"decided_on": "2026-02-30"}, "^decided_on: "),
        ({"decided_on": "2026-W01-1"}, "^decided_on: "),
        ({"decided_on": 20260715}, "^decided_on: "),
        ({"dossier_received_on": "20260620"}, "^dossier_received_on: "),
        ({"note": "x"}, "^note: khóa lạ"),
        ({"unit": {"kind": "C3"}}, r"^unit\.kind: “C3”"),
        ({"unit": {"managed_by": "xa"}}, r"^unit\.managed_by: "),
        ({"unit": {"name": "x"}}, r"^unit\.name: khóa lạ"),
        ({"unit": "THCS"}, "^unit: cần một đối tượng"),
        ({"policy": {"min_months_worked": 9.5}}, r"^policy\.min_months_worked: cần một số nguyên"),
        ({"policy": {"max_leave_working_days": -1}}, r"^policy\.max_leave_working_days: "),
        ({"policy": {"cstdcs_share_of_ldtt": 15}}, r"^policy\.cstdcs_share_of_ldtt: tỷ lệ viết từ 0 đến 1"),
        ({"policy": {"share": 1}}, r"^policy\.share: khóa lạ"),
        ({"facts": []}, "^facts: cần một đối tượng"),
    ],
)
def test_bad_case(change, message):
    data = case() | change
    with pytest.raises(CaseError, match=message):
        parse_case(data)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"ratng": "HTT"}, r"^facts\.ratng: khóa lạ"),
        ({"rating": "TOT"}, r"^facts\.rating: “TOT”.*KHT, HT, HTT, HTXS"),
        ({"takes_part": "true"}, r"^facts\.takes_part: cần true, false hoặc null, không phải chuỗi"),
        ({"takes_part": 1}, r"^facts\.takes_part: .*không phải số"),
        ({"months_worked": "12"}, r"^facts\.months_worked: cần một số không âm"),
        ({"months_worked": -1}, r"^facts\.months_worked: "),
        ({"months_worked": True}, r"^facts\.months_worked: "),
        ({"leave_working_days": float("nan")}, r"^facts\.leave_working_days: "),
        ({"years_in_sector": 10**400}, r"^facts\.years_in_sector: "),
        ({"years_in_sector": 5, "years_in_hard_area": 6}, r"^facts\.years_in_hard_area: lớn hơn"),
        ({"discipline": {}}, r"^facts\.discipline: cần một danh sách"),
        ({"discipline": [None]}, r"^facts\.discipline\[0\]: .*không phải null"),
        ({"discipline": [{"level": "phe_binh"}]}, r"^facts\.discipline\[0\]\.level: "),
        ({"discipline": [{"from": "2026-05-01", "to": "2026-04-01"}]}, r"^facts\.discipline\[0\]: ngày kết thúc"),
        ({"holds": [{"reason": "other"}]}, r"^facts\.holds\[0\]\.reason: "),
        ({"holds": [{}, {"from": "2026-05-01", "to": "2026-04-01"}]}, r"^facts\.holds\[1\]: ngày kết thúc"),
        ({"sanctions": [{"what": 5}]}, r"^facts\.sanctions\[0\]\.what: cần một chuỗi"),
        ({"initiatives": [{"scope": "tinh"}]}, r"^facts\.initiatives\[0\]\.scope: "),
        ({"initiatives": [{"used_for": "CSTDCS"}]}, r"^facts\.initiatives\[0\]\.used_for: .*TITLE"),
        ({"initiatives": [{"used_for": "TITLE:CSTD"}]}, r"^facts\.initiatives\[0\]\.used_for: "),
        ({"initiatives": [{"used_for": 5}]}, r"^facts\.initiatives\[0\]\.used_for: "),
        ({"research": [{"recognised_on": "2026-01-01"}]}, r"^facts\.research\[0\]\.recognised_on: khóa lạ"),
        ({"ratings": ["HTT"]}, r"^facts\.ratings: cần một đối tượng"),
        ({"ratings": {"2024/2025": "HTT"}}, r"^facts\.ratings: “2024/2025”"),
        ({"ratings": {"2024-2025": "A"}}, r"^facts\.ratings\.2024-2025: “A”"),
        ({"history": [{"honour": "LDTT"}]}, r"^facts\.history\[0\]\.year: thiếu"),
        ({"history": [{"year": "2024-2025"}]}, r"^facts\.history\[0\]\.honour: thiếu"),
        ({"history": [{"honour": "X", "year": "2024-2025"}]}, r"^facts\.history\[0\]\.honour: “X”"),
        ({"history": [{"honour": "LDTT", "year": "2024-2025", "stream": "X"}]}, r"^facts\.history\[0\]\.stream: "),
        ({"gender": "nữ"}, r"^facts\.gender: "),
    ],
)
def test_bad_facts(facts, message):
    with pytest.raises(CaseError, match=message):
        parse_case(case(facts=facts))


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"total": 0}, r"^facts\.members\.total: tập thể phải có"),
        ({"total": 10, "LDTT": 11}, r"^facts\.members\.LDTT: 11 nhiều hơn tổng số 10"),
        ({"total": 10.5}, r"^facts\.members\.total: cần một số nguyên"),
        ({"size": 10}, r"^facts\.members\.size: khóa lạ"),
    ],
)
def test_bad_members(members, message):
    with pytest.raises(CaseError, match=message):
        parse_case(case(COLLECTIVE, facts={"members": members}))


@pytest.mark.parametrize(
    ("value", "kind"), [([], "danh sách"), (None, "null"), ("x", "chuỗi"), (1.5, "số"), (False, "đúng/sai")]
)
def test_not_an_object(value, kind):
    with pytest.raises(CaseError, match=f"Dữ liệu: .*không phải {kind}"):
        parse_case(value)


def test_what_is_absent_or_null_is_unknown():
    empty = {"honour": "LDTT", "subject": "individual", "year": "2025"}
    assert parse_case(empty).facts == CaseFacts()
    nulls = dict.fromkeys(case()["facts"])
    assert parse_case(empty | {"facts": nulls, "unit": None, "policy": None, "stream": None}).facts == CaseFacts()
    assert parse_case(empty).stream == "MERIT"
    assert parse_case(case(COLLECTIVE, facts={"members": {}})).facts.members == MemberFacts()


def test_values_are_read_exactly():
    facts = parse_case(
        case(
            facts={
                "months_worked": 9.5,
                "discipline": [{"level": "canh_cao", "from": "2026-01-01", "to": None, "duty_related": True}],
                "holds": [{"reason": "press", "from": None, "to": "2026-02-01"}],
                "ratings": {"2024-2025": "HTXS", "2023": "HT", "2022-2023": None},
            }
        )
    ).facts
    assert facts.months_worked == Fraction(19, 2)
    assert facts.discipline == (Discipline("canh_cao", date(2026, 1, 1), None, True),)
    assert facts.holds == (Hold("press", None, date(2026, 2, 1)),)
    assert facts.ratings == {Year(2024, True): "HTXS", Year(2023, False): "HT"}


def test_an_unused_initiative_differs_from_one_of_unknown_use():
    stated, silent = parse_case(
        case(facts={"initiatives": [{"scope": "co_so", "used_for": None}, {"scope": "co_so"}]})
    ).facts.initiatives
    assert (stated.used_for, stated.use_known) == (None, True)
    assert (silent.used_for, silent.use_known) == (None, False)


@pytest.mark.parametrize("text", ["2026-7-15", "2026-07-15T00:00", "", None, "2026-W01-1"])
def test_a_day_is_written_in_one_way(text):
    with pytest.raises(ValueError):
        parse_day(text)
