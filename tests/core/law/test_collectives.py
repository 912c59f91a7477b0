"""Collective titles and flags: law.md 3.2, one row per clause."""

import pytest

from tests.core.law.cases import COLLECTIVE, case, check, met

EL, NO, HUMAN = "ELIGIBLE", "NOT_ELIGIBLE", "NEEDS_HUMAN"


def group(honour, *, members=None, facts=None, **top):
    data = case(COLLECTIVE, honour=honour, facts=facts, **top)
    data["facts"]["members"] = {**data["facts"]["members"], **(members or {})}
    return check(data)


@pytest.mark.parametrize(
    ("facts", "members", "outcome", "code"),
    [
        # 06/2022/QH15 Điều 28
        ({"rating": "HTT"}, {}, EL, "RATING"),
        ({"rating": "HT"}, {}, NO, "RATING"),
        ({"rating": None, "ratings": {}}, {}, HUMAN, "RATING"),
        ({"takes_part": False}, {}, NO, "TAKES_PART"),
        ({}, {"LDTT": 21}, EL, "MEMBERS_LDTT"),  # 21 of 30 = exactly 70 %
        ({}, {"LDTT": 20}, NO, "MEMBERS_LDTT"),
        ({}, {"LDTT": None}, HUMAN, "MEMBERS_LDTT"),
        ({}, {"total": None}, HUMAN, "MEMBERS_LDTT"),
        ({}, {"disciplined_canh_cao_or_more": 1}, NO, "MEMBERS_DISCIPLINED"),
        ({}, {"disciplined_canh_cao_or_more": None}, HUMAN, "MEMBERS_DISCIPLINED"),
        ({}, {"at_least_ht": 29, "CSTDCS": 0}, EL, "MEMBERS_LDTT"),  # asked of TTLĐXS only
    ],
)
@pytest.mark.parametrize("period", ["P2", "P3", "P4"])
def test_ttldtt(period, facts, members, outcome, code):
    verdict = group("TTLDTT", facts=facts, members=members, period=period)
    assert verdict.outcome == outcome
    assert met(verdict, code) is {EL: True, NO: False, HUMAN: None}[outcome]
    assert verdict.unconfirmed is (period == "P4")


@pytest.mark.parametrize("period", ["P0", "P1"])
@pytest.mark.parametrize(("ldtt", "outcome"), [(16, EL), (15, NO)])  # more than half, Luật 2003 Điều 28
def test_ttldtt_before_2024(period, ldtt, outcome):
    verdict = group("TTLDTT", members={"LDTT": ldtt}, period=period)
    assert verdict.outcome == outcome
    assert verdict.unconfirmed


@pytest.mark.parametrize(
    ("facts", "members", "outcome", "code"),
    [
        # 06/2022/QH15 Điều 27
        ({}, {}, EL, "RATING"),
        ({"rating": "HTT"}, {}, NO, "RATING"),
        ({"takes_part": None}, {}, HUMAN, "TAKES_PART"),
        ({}, {"at_least_ht": 29}, NO, "MEMBERS_HT"),
        ({}, {"at_least_ht": None}, HUMAN, "MEMBERS_HT"),
        ({}, {"LDTT": 21}, EL, "MEMBERS_LDTT"),
        ({}, {"LDTT": 20}, NO, "MEMBERS_LDTT"),
        ({}, {"CSTDCS": 1}, EL, "MEMBERS_CSTDCS"),
        ({}, {"CSTDCS": 0}, NO, "MEMBERS_CSTDCS"),
    ],
)
@pytest.mark.parametrize("period", ["P0", "P1", "P2", "P3", "P4"])
def test_ttldxs(period, facts, members, outcome, code):
    verdict = group("TTLDXS", facts=facts, members=members, period=period)
    assert verdict.outcome == outcome
    assert met(verdict, code) is {EL: True, NO: False, HUMAN: None}[outcome]


def test_a_warned_member_blocked_ttldxs_until_2023_and_is_a_warning_since():
    """Luật 15/2003 Điều 27; the text of 2022 was not verified on this point."""
    one = {"disciplined_canh_cao_or_more": 1}
    assert group("TTLDXS", members=one, period="P1").outcome == NO
    since = group("TTLDXS", members=one, period="P3")
    assert since.outcome == EL
    assert any("cảnh cáo" in text for text in since.warnings)
    assert not any("cảnh cáo" in text for text in group("TTLDXS", period="P3").warnings)
    unknown = group("TTLDXS", members={"disciplined_canh_cao_or_more": None}, period="P3")
    assert not any("cảnh cáo" in text for text in unknown.warnings)


@pytest.mark.parametrize("honour", ["CO_BT", "CO_CP"])
@pytest.mark.parametrize(
    ("stream", "leads", "outcome", "code"),
    [
        ("MERIT", True, EL, "LEADS_BLOCK"),  # Điều 25, 26
        ("MERIT", False, NO, "LEADS_BLOCK"),
        ("MERIT", None, HUMAN, "LEADS_BLOCK"),
        ("THEMATIC", True, EL, "LEADS_MOVEMENT"),
        ("THEMATIC", False, NO, "LEADS_MOVEMENT"),
    ],
)
def test_flags(honour, stream, leads, outcome, code):
    verdict = group(honour, facts={"leads_block": leads}, stream=stream)
    assert verdict.outcome == outcome
    assert met(verdict, code) is leads


@pytest.mark.parametrize(("honour", "years"), [("CO_BT", "03 năm"), ("CO_CP", "05 năm")])
def test_a_thematic_flag_leaves_the_length_of_the_movement_to_the_council(honour, years):
    (one,) = [one for one in group(honour, stream="THEMATIC").conditions if one.code == "LONG_MOVEMENT"]
    assert one.kind == "judgement"
    assert years in one.text
    assert "LONG_MOVEMENT" not in [one.code for one in group(honour).conditions]


@pytest.mark.parametrize(("honour", "period", "unconfirmed"), [("CO_BT", "P1", True), ("CO_CP", "P2", False)])
def test_flags_of_other_periods(honour, period, unconfirmed):
    assert group(honour, period=period).unconfirmed is unconfirmed


def test_a_collective_has_no_discipline_period_of_its_own():
    assert "DISCIPLINE_PERIOD" not in [one.code for one in group("TTLDXS").conditions]
