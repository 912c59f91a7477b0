"""Individual titles: law.md 3.1 and 7.1, one row per clause. Each row changes one fact of a teacher who meets everything."""

import pytest

from tests.core.law.cases import award, case, check, discipline, initiative, met, research

EL, NO, HUMAN, HELD = "ELIGIBLE", "NOT_ELIGIBLE", "NEEDS_HUMAN", "SUSPENDED"
HOLD = {"reason": "complaint", "from": "2016-01-01", "to": None}


@pytest.mark.parametrize(
    ("period", "facts", "outcome", "code"),
    [
        # 65/2014/NĐ-CP Điều 5
        ("P0", {}, EL, "RATING"),
        ("P0", {"rating": "HT"}, NO, "RATING"),
        ("P0", {"takes_part": False}, NO, "TAKES_PART"),
        ("P0", {"months_worked": 10}, EL, "MONTHS_WORKED"),
        ("P0", {"months_worked": 9.5}, NO, "MONTHS_WORKED"),
        ("P0", {"months_worked": 6, "maternity_days": 120}, EL, "MONTHS_WORKED"),  # khoản 4: maternity counts
        ("P0", {"months_worked": None}, HUMAN, "MONTHS_WORKED"),
        ("P0", {"leave_working_days": 39}, EL, "LEAVE_DAYS"),
        ("P0", {"leave_working_days": 40}, NO, "LEAVE_DAYS"),
        ("P0", {"leave_working_days": None}, HUMAN, "LEAVE_DAYS"),
        ("P0", {"discipline": [discipline("2016-03-01", "2016-05-01")]}, NO, "DISCIPLINE_IN_YEAR"),
        ("P0", {"discipline": [discipline("2015-03-01", "2016-05-01")]}, EL, "DISCIPLINE_IN_YEAR"),
        ("P0", {"discipline": [discipline(None, "2016-05-01")]}, HUMAN, "DISCIPLINE_IN_YEAR"),
        ("P0", {"registered": False}, EL, None),  # no ground before 91/2017/NĐ-CP
        ("P0", {"holds": [HOLD]}, HELD, "HOLD"),
        # 91/2017/NĐ-CP Điều 10
        ("P1", {}, EL, "RATING"),
        ("P1", {"rating": "HT"}, NO, "RATING"),
        ("P1", {"registered": False}, NO, "REGISTERED"),
        ("P1", {"registered": None}, HUMAN, "REGISTERED"),
        ("P1", {"months_worked": 9}, NO, "MONTHS_WORKED"),
        ("P1", {"months_worked": 4, "maternity_days": 180}, EL, "MONTHS_WORKED"),  # Điều 10 khoản 4
        ("P1", {"leave_working_days": 60}, EL, None),  # the 40-day rule was not verified for P1
        ("P1", {"discipline": [discipline("2022-03-01", "2022-05-01")]}, NO, "DISCIPLINE_IN_YEAR"),
        ("P1", {"discipline": [discipline("2022-03-01", "2022-05-01", level=None)]}, HUMAN, "DISCIPLINE_IN_YEAR"),
        ("P1", {"discipline": None}, HUMAN, "DISCIPLINE_IN_YEAR"),
        ("P1", {"sanctions": [{"on": "2022-03-01", "what": "giao thông"}]}, NO, "SANCTIONS"),
        ("P1", {"sanctions": [{"on": "2020-03-01"}]}, EL, "SANCTIONS"),
        ("P1", {"sanctions": [{"what": "giao thông"}]}, HUMAN, "SANCTIONS"),
        ("P1", {"sanctions": None}, HUMAN, "SANCTIONS"),
        # 06/2022/QH15 Điều 24 khoản 1
        ("P2", {}, EL, "RATING"),
        ("P2", {"rating": "HTXS"}, EL, "RATING"),
        ("P2", {"rating": "HT"}, NO, "RATING"),
        ("P2", {"rating": None}, HUMAN, "RATING"),
        ("P2", {"takes_part": False}, NO, "TAKES_PART"),
        ("P2", {"takes_part": None}, HUMAN, "TAKES_PART"),
        ("P2", {"registered": False}, EL, None),  # registration is no ground since 1/1/2024 (Điều 7)
        ("P2", {"months_worked": 6, "leave_working_days": 90}, EL, None),  # not in the law any more
        ("P2", {"sanctions": [{"on": "2024-03-01"}]}, EL, None),
        ("P3", {"rating": "KHT"}, NO, "RATING"),
        ("P3", {"holds": [HOLD]}, HELD, "HOLD"),
        ("P3", {"holds": None}, HUMAN, "HOLD"),
        ("P4", {}, EL, "RATING"),
        ("P4", {"rating": "HT"}, NO, "RATING"),
    ],
)
def test_ldtt(period, facts, outcome, code):
    verdict = check(case(honour="LDTT", period=period, facts=facts))
    assert verdict.outcome == outcome
    assert verdict.rule.id == f"LDTT.{period}"
    if code:
        expected = {EL: True, NO: False, HUMAN: None, HELD: False}[outcome]
        assert met(verdict, code) is expected


@pytest.mark.parametrize(
    ("period", "unconfirmed", "confidence"),
    [("P0", False, "H"), ("P1", True, "M"), ("P2", False, "H"), ("P3", False, "H"), ("P4", True, "M")],
)
def test_what_could_not_be_read_is_unconfirmed(period, unconfirmed, confidence):
    verdict = check(case(honour="LDTT", period=period))
    assert (verdict.unconfirmed, verdict.rule.confidence) == (unconfirmed, confidence)
    assert any("chưa đọc được đầy đủ" in text for text in verdict.warnings) is unconfirmed


@pytest.mark.parametrize(
    ("period", "policy", "facts", "outcome"),
    [
        # a local rule fills the gap since 2024 ...
        ("P3", {"min_months_worked": 10}, {"months_worked": 9}, NO),
        ("P3", {"min_months_worked": 10}, {"months_worked": 10}, EL),
        ("P3", {"min_months_worked": 10}, {"months_worked": 9, "maternity_days": 30}, EL),
        ("P3", {"min_months_worked": 10}, {"months_worked": 9, "maternity_days": 29}, NO),
        ("P3", {"min_months_worked": 10}, {"months_worked": 9, "maternity_days": None}, HUMAN),
        ("P3", {"max_leave_working_days": 40}, {"leave_working_days": 39}, EL),
        ("P3", {"max_leave_working_days": 40}, {"leave_working_days": 40}, NO),
        ("P1", {"max_leave_working_days": 40}, {"leave_working_days": 40}, NO),
        # ... and may tighten, never loosen
        ("P0", {"min_months_worked": 8}, {"months_worked": 9}, NO),
        ("P0", {"min_months_worked": 11}, {"months_worked": 10}, NO),
        ("P0", {"max_leave_working_days": 60}, {"leave_working_days": 45}, NO),
        ("P0", {"max_leave_working_days": 20}, {"leave_working_days": 25}, NO),
    ],
)
def test_local_policy(period, policy, facts, outcome):
    assert check(case(honour="LDTT", period=period, policy=policy, facts=facts)).outcome == outcome


def test_the_condition_names_the_figure_that_rules():
    verdict = check(case(honour="LDTT", period="P0", policy={"min_months_worked": 11}))
    assert any("từ 11 tháng" in one.text for one in verdict.conditions)


def test_a_share_is_a_note_because_one_person_cannot_be_judged_by_it():
    verdict = check(case(policy={"cstdcs_share_of_ldtt": 0.15}))
    assert verdict.outcome == EL
    assert any("15 %" in text for text in verdict.warnings)


@pytest.mark.parametrize(
    ("period", "facts", "outcome"),
    [
        # 91/2017/NĐ-CP Điều 9: an initiative or a result is required, an excellent rating alone does not do
        ("P0", {}, EL),
        ("P0", {"rating": "HTXS", "initiatives": []}, NO),
        ("P1", {}, EL),
        ("P1", {"rating": "HTXS", "initiatives": []}, NO),
        ("P1", {"initiatives": [], "research": [research(on="2022-04-10")]}, EL),
        ("P1", {"registered": False}, NO),  # the standard of LĐTT is part of it
        # 06/2022/QH15 Điều 23: LĐTT and one of three
        ("P2", {"rating": "HTXS", "initiatives": []}, EL),
        ("P2", {"rating": "HTT", "initiatives": []}, NO),
        ("P3", {}, EL),
        ("P3", {"rating": "HTXS", "initiatives": []}, EL),
        ("P3", {"rating": "HTT", "initiatives": []}, NO),
        ("P3", {"rating": "HTT", "initiatives": None}, HUMAN),
        ("P3", {"rating": "HTT", "initiatives": [], "research": None}, HUMAN),
        ("P3", {"rating": "HTT", "initiatives": [], "research": [research()]}, EL),
        ("P3", {"rating": None, "initiatives": []}, HUMAN),
        ("P3", {"rating": "HT"}, NO),
        ("P3", {"takes_part": False, "rating": "HTXS"}, NO),
        # what an initiative must be
        ("P3", {"initiatives": [initiative("toan_quoc")]}, EL),
        ("P3", {"initiatives": [initiative(None)]}, HUMAN),
        ("P3", {"initiatives": [initiative(on=None)]}, HUMAN),
        ("P3", {"initiatives": [initiative(on="2026-07-16")]}, NO),  # recognised after the decision
        ("P3", {"initiatives": [initiative(used_for="FORM:BK_BT")]}, NO),  # I12, hard
        ("P3", {"initiatives": [initiative(used_for="TITLE:CSTD_BT")]}, EL),  # I12, disputed: warning
        ("P3", {"initiatives": [{"scope": "co_so", "recognised_on": "2026-04-10"}]}, HUMAN),  # use not known
    ],
)
def test_cstdcs(period, facts, outcome):
    verdict = check(case(period=period, facts=facts))
    assert verdict.outcome == outcome
    assert verdict.rule.id == f"CSTDCS.{period}"


def test_a_second_title_out_of_one_initiative_is_a_warning():
    verdict = check(case(facts={"initiatives": [initiative(used_for="TITLE:CSTD_BT")]}))
    assert any("danh hiệu thứ hai" in text for text in verdict.warnings)
    verdict = check(case(facts={"initiatives": [initiative(used_for="FORM:BK_BT")]}))
    assert any("không được dùng lại" in text for text in verdict.warnings)


def test_the_quota_of_91_2017_is_a_note():
    assert any("15 %" in text for text in check(case(period="P1")).warnings)
    assert not any("15 %" in text for text in check(case(period="P2")).warnings)


def test_meeting_the_lower_standard_suffices_the_lower_title_is_no_precondition():
    """98/2023/NĐ-CP Điều 4 khoản 1: no LĐTT award in the history is needed."""
    assert check(case(facts={"history": []})).outcome == EL


WORK = {"initiatives": [initiative("bo_tinh")]}
THREE = [award("CSTDCS", year) for year in ("2023-2024", "2024-2025", "2025-2026")]


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        # 06/2022/QH15 Điều 22: three in a row with the year under review, and a work of effect in the province
        ({**WORK, "history": THREE}, EL),
        ({**WORK, "history": THREE[::-1]}, EL),
        ({**WORK, "history": THREE[1:]}, NO),
        ({**WORK, "history": THREE[:2]}, NO),
        ({**WORK, "history": None}, HUMAN),
        ({**WORK, "history": [*THREE[:2], award("CSTDCS", "2025-2026", revoked=True)]}, NO),
        ({**WORK, "history": [*THREE[:2], award("CSTDCS", "2025-2026", revoked=None)]}, HUMAN),
        ({**WORK, "history": [*THREE[:2], award("CSTDCS", "2025-2026", stream="THEMATIC")]}, NO),  # I6
        ({**WORK, "history": [*THREE[:2], award("CSTDCS", "2025-2026", stream=None)]}, EL),  # titles are yearly
        ({**WORK, "history": [*THREE[:2], award("CSTDCS", "2025-2026", decided_on="2026-07-16")]}, NO),
        ({**WORK, "history": [*THREE[:2], award("LDTT", "2025-2026")]}, NO),
        ({**WORK, "history": [*THREE[:2], award("CSTDCS", "2026")]}, HUMAN),  # moved between kinds of years
        ({**WORK, "history": [award("CSTDCS", year) for year in ("2021-2022", "2022-2023", "2025-2026")]}, NO),
        ({"history": THREE}, NO),  # the work reaches the school only
        ({"history": THREE, "initiatives": [], "research": [research("bo_tinh")]}, EL),
        ({"history": THREE, "initiatives": [initiative("toan_quoc")]}, EL),
        ({"history": THREE, "initiatives": [initiative("bo_tinh", used_for="FORM:BK_BT")]}, NO),
        # I8: years begun before a discipline period ended do not count
        ({**WORK, "history": THREE, "discipline": [discipline("2022-06-01", "2023-06-01")]}, EL),
        ({**WORK, "history": THREE, "discipline": [discipline("2023-01-01", "2024-01-01")]}, NO),
        ({**WORK, "history": THREE, "discipline": [discipline("2022-06-01", None)]}, HUMAN),
    ],
)
def test_cstd_bt(facts, outcome):
    verdict = check(case(honour="CSTD_BT", facts=facts))
    assert verdict.outcome == outcome
    assert verdict.rule.id == "CSTD_BT.P3"


def test_titles_of_an_older_law_count_in_a_chain():
    """06/2026/QH16 Điều 4 khoản 3: awards decided before keep their validity."""
    history = [award("CSTDCS", year) for year in ("2021-2022", "2022-2023", "2023-2024")]
    data = case(honour="CSTD_BT", period="P2", facts={"initiatives": [initiative("bo_tinh", "2024-03-01")]})
    data["facts"]["history"] = history
    assert check(data).outcome == EL


def test_calendar_years_chain_too():
    history = [award("CSTDCS", year) for year in ("2023", "2024", "2025")]
    data = case(honour="CSTD_BT", year="2025", facts={**WORK, "history": history}, unit={"kind": "SO"})
    data |= {"dossier_received_on": "2026-01-10", "decided_on": "2026-05-10"}
    assert check(data).outcome == EL


NATIONAL = {"initiatives": [initiative("toan_quoc")]}
TWO = [award("CSTD_BT", "2024-2025"), award("CSTD_BT", "2025-2026")]
SIX = [award("CSTDCS", f"{year}-{year + 1}") for year in range(2020, 2026)]
SPACED = [award("CSTD_BT", "2022-2023"), award("CSTD_BT", "2025-2026")]


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        # 06/2022/QH15 Điều 21
        ({**NATIONAL, "history": TWO}, EL),
        ({**NATIONAL, "history": TWO[:1]}, NO),
        ({**NATIONAL, "history": [award("CSTD_BT", "2023-2024"), TWO[1]]}, NO),
        ({**NATIONAL, "history": [*SPACED, *SIX]}, HUMAN),  # each in its own block of three: a person decides
        ({**NATIONAL, "history": [*SPACED, *SIX[1:]]}, NO),
        ({"initiatives": [initiative("bo_tinh")], "history": TWO}, NO),
        ({"initiatives": [], "research": [research("toan_quoc")], "history": TWO}, EL),
    ],
)
def test_cstdtq(facts, outcome):
    verdict = check(case(honour="CSTDTQ", facts=facts))
    assert verdict.outcome == outcome
    assert any("sáu năm liên tục" in text for text in verdict.warnings)


@pytest.mark.parametrize("period", ["P0", "P1", "P4"])
@pytest.mark.parametrize("honour", ["CSTD_BT", "CSTDTQ"])
def test_higher_titles_of_other_periods_are_unconfirmed(period, honour):
    verdict = check(case(honour=honour, period=period))
    assert verdict.unconfirmed
    assert verdict.outcome == NO
    assert met(verdict, "CHAIN") is False
