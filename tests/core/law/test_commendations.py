"""Forms of commendation: law.md 3.3 and 13, one row per clause."""

import pytest

from tests.core.law.cases import COLLECTIVE, award, case, check, discipline, initiative, met, research

EL, NO, HUMAN, HELD = "ELIGIBLE", "NOT_ELIGIBLE", "NEEDS_HUMAN", "SUSPENDED"
FAMILY = {"honour": "GK", "subject": "household", "year": "2025-2026", "facts": {"holds": []}}


@pytest.mark.parametrize(
    ("period", "rating", "outcome"),
    [("P3", "HTT", EL), ("P3", "HT", NO), ("P3", None, HUMAN), ("P2", "HTXS", EL), ("P4", "HTT", EL), ("P1", "HT", NO)],
)
def test_giay_khen(period, rating, outcome):
    """06/2022/QH15 Điều 75: good work is computed, the achievement is the council's to judge."""
    for base in (case(honour="GK", period=period), case(COLLECTIVE, honour="GK", period=period)):
        base["facts"] |= {"rating": rating, "ratings": {}}
        verdict = check(base)
        assert verdict.outcome == outcome
        assert {one.code for one in verdict.conditions if one.kind == "judgement"} == {"EXEMPLARY", "ACHIEVEMENT"}


@pytest.mark.parametrize("honour", ["GK", "BK_BT", "BK_TTG"])
def test_households_are_for_the_council(honour):
    verdict = check(case(FAMILY, honour=honour, decided_on="2026-07-15"))
    assert verdict.outcome == HUMAN
    assert all(one.kind == "judgement" for one in verdict.conditions if one.code != "HOLD")


TWO_CSTDCS = [award("CSTDCS", "2024-2025"), award("CSTDCS", "2025-2026")]
TWO_WORKS = [initiative(on="2025-03-01"), initiative(on="2026-03-01")]
HTXS_TWICE = {"rating": "HTXS", "ratings": {"2024-2025": "HTXS"}}


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        # 06/2022/QH15 Điều 74 khoản 1 điểm d
        ({"history": TWO_CSTDCS}, EL),
        ({"history": TWO_CSTDCS[1:]}, NO),
        ({**HTXS_TWICE, "initiatives": TWO_WORKS}, EL),
        ({**HTXS_TWICE, "initiatives": TWO_WORKS[:1]}, NO),
        ({**HTXS_TWICE, "initiatives": [*TWO_WORKS[:1], initiative(on="2024-07-31")]}, NO),  # not in that time
        ({**HTXS_TWICE, "initiatives": [*TWO_WORKS[:1], initiative(on=None)]}, HUMAN),
        ({**HTXS_TWICE, "initiatives": [*TWO_WORKS[:1], initiative(used_for="TITLE:CSTDCS")]}, NO),  # I12
        ({**HTXS_TWICE, "initiatives": TWO_WORKS[:1], "research": [research()]}, NO),  # two of one kind
        ({**HTXS_TWICE, "initiatives": [], "research": [research(), research("bo_tinh")]}, EL),
        ({"rating": "HTXS", "ratings": {"2024-2025": "HTT"}, "initiatives": TWO_WORKS}, NO),
        ({"rating": "HTXS", "ratings": {}, "initiatives": TWO_WORKS}, HUMAN),
        ({"rating": "HTT", "initiatives": TWO_WORKS}, NO),
    ],
)
def test_bk_bt_for_merit(facts, outcome):
    verdict = check(case(honour="BK_BT", facts=facts))
    assert verdict.outcome == outcome
    assert verdict.rule.id == "BK_BT.individual.P3"


@pytest.mark.parametrize(("stream", "code"), [("THEMATIC", "MOVEMENT"), ("AD_HOC", "ACHIEVEMENT")])
def test_bk_bt_of_other_streams_is_for_the_council(stream, code):
    for base in (case(honour="BK_BT", stream=stream), case(COLLECTIVE, honour="BK_BT", stream=stream)):
        verdict = check(base)
        assert verdict.outcome == HUMAN
        assert met(verdict, code) is None
        assert "RESULT" not in [one.code for one in verdict.conditions]


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, EL),  # two years of HTXS
        ({"ratings": {"2024-2025": "HTT"}}, NO),
        (
            {"ratings": {"2024-2025": "HTT"}, "history": [award("TTLDXS", "2024-2025"), award("TTLDXS", "2025-2026")]},
            EL,
        ),
        ({"ratings": {}}, HUMAN),
    ],
)
def test_bk_bt_for_collectives(facts, outcome):
    assert check(case(COLLECTIVE, honour="BK_BT", facts=facts)).outcome == outcome


@pytest.mark.parametrize("period", ["P0", "P1"])
@pytest.mark.parametrize("subject", ["individual", "collective", "household"])
def test_bk_bt_before_2024_is_an_unconfirmed_checklist(period, subject):
    verdict = check(case(honour="BK_BT", subject=subject, period=period))
    assert (verdict.outcome, verdict.unconfirmed) == (HUMAN, True)


@pytest.mark.parametrize(
    ("managed_by", "stream", "facts", "outcome"),
    [
        # 29/2023/TT-BGDĐT Điều 12 khoản 4, 07/2026/TT-BGDĐT Điều 11, 16-18: no merit awards through the Sở
        ("commune", "MERIT", {"history": TWO_CSTDCS}, NO),
        ("department", "MERIT", {"history": TWO_CSTDCS}, NO),
        ("commune", "THEMATIC", {}, EL),
        ("department", "AD_HOC", {}, EL),
        ("ministry", "MERIT", {"history": TWO_CSTDCS}, EL),
        ("ministry", "MERIT", {}, NO),
        (None, "MERIT", {"history": TWO_CSTDCS}, HUMAN),
    ],
)
@pytest.mark.parametrize("received", ["2026-04-01", "2026-06-20"])
def test_bk_bo(received, managed_by, stream, facts, outcome):
    unit = {"kind": "THPT", "managed_by": managed_by}
    verdict = check(case(honour="BK_BO", stream=stream, unit=unit, facts=facts, dossier_received_on=received))
    assert verdict.outcome == outcome
    assert verdict.rule.id.endswith("TT29" if received < "2026-04-02" else "TT07")


def test_bk_bo_for_collectives_of_the_ministry():
    verdict = check(case(COLLECTIVE, honour="BK_BO", unit={"kind": "DH", "managed_by": "ministry"}))
    assert verdict.outcome == EL


@pytest.mark.parametrize("subject", ["individual", "collective"])
@pytest.mark.parametrize("honour", ["BK_TTG", "HCLD_1", "HCLD_2", "HCLD_3"])
@pytest.mark.parametrize("period", ["P0", "P1", "P2", "P3", "P4"])
def test_state_awards_are_checklists(honour, subject, period):
    verdict = check(case(honour=honour, subject=subject, period=period))
    assert verdict.outcome == HUMAN
    own = [one for one in verdict.conditions if one.code not in ("HOLD", "DISCIPLINE_PERIOD")]
    assert own
    assert all(one.kind == "judgement" and one.met is None for one in own)


@pytest.mark.parametrize(
    ("honour", "subject", "unconfirmed"),
    [("BK_TTG", "individual", False), ("HCLD_3", "collective", False), ("HCLD_3", "individual", True)],
)
def test_what_65_2014_says_was_read(honour, subject, unconfirmed):
    assert check(case(honour=honour, subject=subject, period="P0")).unconfirmed is unconfirmed


@pytest.mark.parametrize("honour", ["NGUT", "NGND"])
def test_teachers_of_merit_are_a_cycle_and_a_dossier(honour):
    verdict = check(case(honour=honour))
    assert (verdict.outcome, verdict.unconfirmed) == (HUMAN, True)
    assert any("03 năm một lần" in one.text for one in verdict.conditions)


def test_an_open_hold_suspends_a_checklist_too():
    hold = {"reason": "inspection", "from": "2026-07-01", "to": None}
    assert check(case(honour="HCLD_3", facts={"holds": [hold]})).outcome == HELD


# ---- Kỷ niệm chương ----------------------------------------------------------------------------------------

TT29 = {"dossier_received_on": "2026-03-20", "decided_on": "2026-05-10"}
TT07 = {"dossier_received_on": "2026-06-20", "decided_on": "2026-07-15"}
XA = {"kind": "XA", "managed_by": "commune"}


def service(years, hard=0, **more):
    return {"years_in_sector": years, "years_in_hard_area": hard, **more}


@pytest.mark.parametrize(
    ("dates", "unit", "facts", "outcome"),
    [
        # 29/2023/TT-BGDĐT Điều 8: 20 years; 15 with five years in a hard area now
        (TT29, None, service(20), EL),
        (TT29, None, service(19.9), NO),
        (TT29, None, service(15, 5), EL),
        (TT29, None, service(15, 4.9), NO),
        (TT29, None, service(14.9, 10), NO),
        (TT29, None, service(16, None), HUMAN),
        (TT29, None, service(21, None), EL),
        (TT29, None, service(14, None), NO),
        (TT29, XA, service(6), HUMAN),  # a contributor from outside the sector: for a person
        # 07/2026/TT-BGDĐT Điều 10: 20 years, time in hard areas counts double
        (TT07, None, service(20), EL),
        (TT07, None, service(15, 5), EL),
        (TT07, None, service(15, 4.9), NO),
        (TT07, None, service(12, 8), EL),
        (TT07, None, service(10, 9), NO),
        (TT07, None, service(12, None), HUMAN),
        (TT07, None, service(9, None), NO),
        (TT07, None, service(None), HUMAN),
        (TT07, XA, service(5), EL),  # education officer of a commune
        (TT07, XA, service(4), HUMAN),
        (TT07, {}, service(19), HUMAN),  # unit not known: might be one
        # time under discipline is not counted
        (TT07, None, service(20, discipline=[discipline("2015-01-01", "2015-12-31")]), NO),
        (TT07, None, service(21, discipline=[discipline("2015-01-01", "2015-12-31")]), EL),
        (TT07, None, service(21, discipline=[discipline("2015-01-01", None)]), HUMAN),
        (TT07, None, service(21, discipline=[discipline(None, None)]), HUMAN),
        (TT07, None, service(19, discipline=[discipline("2015-01-01", None)]), NO),
        (TT07, None, service(25, discipline=None), HUMAN),
        # once per person
        (TT07, None, service(25, history=[award("KNC_GD", "2020-2021")]), NO),
        (TT07, None, service(25, history=[award("KNC_GD", "2020-2021", revoked=True)]), EL),
        (TT07, None, service(25, history=[award("KNC_GD", "2020-2021", revoked=None)]), HUMAN),
        (TT07, None, service(25, history=None), HUMAN),
    ],
)
def test_ky_niem_chuong(dates, unit, facts, outcome):
    more = {} if unit is None else {"unit": unit}
    verdict = check(case(honour="KNC_GD", facts=facts, **dates, **more))
    assert verdict.outcome == outcome
    assert not verdict.unconfirmed


def test_ky_niem_chuong_before_and_after_is_unconfirmed():
    before = check(case(honour="KNC_GD", period="P1", facts=service(25)))
    assert (before.outcome, before.unconfirmed, met(before, "ONCE")) == (HUMAN, True, True)
    assert met(before, "SERVICE_YEARS") is None
    after = check(case(honour="KNC_GD", period="P4", facts=service(25)))
    assert (after.outcome, after.unconfirmed, after.rule.id) == (EL, True, "KNC_GD.TT67")


def test_a_running_discipline_is_pointed_out_for_the_ky_niem_chuong():
    running = [discipline("2026-05-01", "2026-12-31")]
    verdict = check(case(honour="KNC_GD", facts=service(25, discipline=running)))
    assert any("kỷ luật" in text for text in verdict.warnings)
    assert "DISCIPLINE_PERIOD" not in [one.code for one in verdict.conditions]


# ---- Warnings ----------------------------------------------------------------------------------------------


def test_one_achievement_one_form_is_a_warning():
    """06/2022/QH15 Điều 5 khoản 2 điểm c; no achievement id is given, so it cannot block."""
    same = check(case(honour="GK", facts={"history": [award("GK", "2025-2026")]}))
    assert same.outcome == EL
    assert any("Đã được tặng Giấy khen" in text for text in same.warnings)
    other = check(case(honour="GK", facts={"history": [award("BK_BT", "2025-2026")]}))
    assert any("một thành tích không khen nhiều hình thức" in text for text in other.warnings)
    title = check(case(honour="GK", facts={"history": [award("LDTT", "2025-2026"), award("GK", "2024-2025")]}))
    assert title.warnings == ()
    revoked = check(case(honour="GK", facts={"history": [award("GK", "2025-2026", revoked=True)]}))
    assert revoked.warnings == ()


def test_heads_are_judged_by_their_unit():
    assert any("Người đứng đầu" in text for text in check(case(honour="GK", facts={"is_manager": True})).warnings)


def test_a_yearly_title_in_another_stream_is_pointed_out():
    assert any("xét theo năm" in text for text in check(case(honour="LDTT", stream="AD_HOC")).warnings)
