"""Rules of every honour: holds (I7), discipline (I8), ratings (law.md 7.2), dates and the transition of 1/10/2026 (1.2, 1.3)."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from tests.core.law.cases import COLLECTIVE, TODAY, award, case, check, discipline, initiative, met
from thidua.core.law.check import check_award
from thidua.core.law.errors import CaseError
from thidua.core.law.library import load_law
from thidua.core.law.loader import DATA
from thidua.core.law.parsing import parse_case

EL, NO, HUMAN, HELD = "ELIGIBLE", "NOT_ELIGIBLE", "NEEDS_HUMAN", "SUSPENDED"


def hold(first, last, reason="complaint"):
    return {"reason": reason, "from": first, "to": last}


@pytest.mark.parametrize(
    ("holds", "outcome"),
    [
        # 152/2025/NĐ-CP Điều 4 khoản 4; the decision is of 15/7/2026
        ([hold("2026-07-01", None)], HELD),
        ([hold("2026-07-15", None)], HELD),
        ([hold("2026-07-16", None)], EL),  # not open yet
        ([hold("2026-05-01", "2026-07-14")], EL),  # concluded: it resumes
        ([hold("2026-05-01", "2026-07-15")], HELD),  # its last day
        ([hold(None, None)], HELD),
        ([hold(None, "2026-07-14")], EL),
        ([hold("2026-05-01", "2026-06-01"), hold("2026-07-01", None, "press")], HELD),
    ],
)
def test_holds_suspend_and_resume(holds, outcome):
    verdict = check(case(facts={"holds": holds}))
    assert verdict.outcome == outcome
    assert met(verdict, "HOLD") is (outcome == EL)


def test_a_hold_comes_before_everything_and_is_no_rejection():
    assert check(case(facts={"holds": [hold("2026-07-01", None)], "rating": "KHT"})).outcome == HELD


def test_without_decision_date_the_hold_of_today_counts():
    data = case(decided_on=None, facts={"holds": [hold("2026-11-20", None)]})
    assert check(data).outcome == HELD
    assert check(data, today=date(2026, 11, 19)).outcome == EL


@pytest.mark.parametrize("period", ["P0", "P1", "P2", "P3", "P4"])
def test_the_hold_names_a_clause_in_every_period(period):
    (one,) = [one for one in check(case(period=period)).conditions if one.code == "HOLD"]
    assert one.basis


@pytest.mark.parametrize(
    ("disciplines", "outcome", "holds_back"),
    [
        # I8: achievements count only from the end of the discipline; the year begins on 1/8/2025
        ([discipline("2024-08-01", "2025-07-31")], EL, True),
        ([discipline("2024-08-01", "2025-08-01")], EL, True),  # the year may begin on the day it ends
        ([discipline("2024-08-01", "2025-08-02")], NO, False),
        ([discipline("2026-01-01", "2026-12-31")], NO, False),
        ([discipline("2024-08-01", None)], HUMAN, None),
        ([discipline(None, None)], HUMAN, None),
        ([discipline("2026-07-16", "2027-07-15")], EL, True),  # after the decision
        ([], EL, True),
        (None, HUMAN, None),
    ],
)
def test_achievements_after_discipline(disciplines, outcome, holds_back):
    verdict = check(case(honour="LDTT", facts={"discipline": disciplines}))
    assert verdict.outcome == outcome
    assert met(verdict, "DISCIPLINE_PERIOD") is holds_back


@pytest.mark.parametrize(
    ("disciplines", "holds_back"),
    [
        ([discipline("2026-01-01", "2026-12-31")], False),  # still in effect
        ([discipline("2025-09-01", "2025-12-01")], None),  # over; when was the deed?
        ([discipline("2024-09-01", "2025-03-01")], True),
    ],
)
def test_discipline_and_an_ad_hoc_deed(disciplines, holds_back):
    verdict = check(case(honour="GK", stream="AD_HOC", facts={"discipline": disciplines}))
    assert met(verdict, "DISCIPLINE_PERIOD") is holds_back


@pytest.mark.parametrize(
    ("duty", "level", "rated"),
    [(True, "khien_trach", False), (False, "canh_cao", True), (None, "khien_trach", None)],
)
def test_duty_linked_discipline_of_the_year_makes_the_rating_kht(duty, level, rated):
    """233/2026/NĐ-CP Điều 12, Điều 14 khoản 3; 90/2020/NĐ-CP before."""
    one = discipline("2026-01-01", "2026-04-01", duty=duty, level=level)
    assert met(check(case(honour="LDTT", facts={"discipline": [one]})), "RATING") is rated


def test_a_discipline_of_another_year_leaves_the_rating():
    one = discipline("2024-01-01", "2024-06-01", duty=True)
    verdict = check(case(honour="LDTT", facts={"discipline": [one]}))
    assert (verdict.outcome, met(verdict, "RATING")) == (EL, True)


def test_it_also_spoils_the_rating_of_an_earlier_year():
    facts = {
        "rating": "HTXS",
        "ratings": {"2024-2025": "HTXS"},
        "initiatives": [initiative(on="2025-03-01"), initiative()],
        "discipline": [discipline("2024-09-01", "2024-12-01", duty=True)],
    }
    assert check(case(honour="BK_BT", facts=facts)).outcome == NO
    assert check(case(honour="BK_BT", facts={**facts, "discipline": []})).outcome == EL


@pytest.mark.parametrize(
    ("year", "months", "maternity", "rated"),
    [
        ("2026-2027", 6, 0, True),  # 233/2026/NĐ-CP Điều 14 khoản 1: under six months nobody is rated
        ("2026-2027", 5, 0, False),
        ("2026-2027", 5, 30, True),
        ("2026-2027", 5, None, None),
        ("2026-2027", None, None, True),  # a rating was given
        ("2026", 5, 0, False),
        ("2025-2026", 5, 0, True),  # the school year ended under 90/2020/NĐ-CP
        ("2025", 5, 0, True),
    ],
)
def test_short_service_is_not_rated(year, months, maternity, rated):
    facts = {"months_worked": months, "maternity_days": maternity}
    dates = {"dossier_received_on": "2027-02-10", "decided_on": "2027-02-20"}
    assert met(check(case(honour="LDTT", year=year, facts=facts, **dates)), "RATING") is rated


def test_a_regime_may_leave_ratings_alone(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    path = folder / "framework.yaml"
    path.write_text(path.read_text("utf-8").replace("means_kht: true", "means_kht: false"), "utf-8")
    one = discipline("2026-01-01", "2026-04-01", duty=True)
    verdict = check(case(honour="LDTT", facts={"discipline": [one]}), law=load_law(folder))
    assert met(verdict, "RATING") is True


def test_ratings_before_the_first_regime_stand_as_given():
    one = discipline("2015-01-01", "2015-04-01", duty=True)
    verdict = check(case(honour="LDTT", period="P0", year="2014-2015", facts={"discipline": [one]}))
    assert met(verdict, "RATING") is True


def test_the_rating_of_the_year_may_stand_among_the_ratings():
    facts = {"rating": None, "ratings": {"2025-2026": "HTT"}}
    assert check(case(honour="LDTT", facts=facts)).outcome == EL


# ---- Dates -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "rule"),
    [
        ("2017-09-30", "CSTDCS.P0"),
        ("2017-10-01", "CSTDCS.P1"),
        ("2023-12-31", "CSTDCS.P1"),
        ("2024-01-01", "CSTDCS.P2"),
        ("2025-06-30", "CSTDCS.P2"),
        ("2025-07-01", "CSTDCS.P3"),
        ("2026-09-30", "CSTDCS.P3"),
        ("2026-10-01", "CSTDCS.P4.A"),
    ],
)
def test_the_standard_follows_the_day_the_dossier_was_received(received, rule):
    data = case(dossier_received_on=received, decided_on=received)
    data["facts"]["initiatives"] = [initiative(on="2016-01-01")]
    assert check(data).rule.id == rule


def test_a_missing_dossier_date_counts_as_the_decision_date():
    assert check(case(dossier_received_on=None, decided_on="2025-06-30")).rule.id == "CSTDCS.P2"


def test_without_any_date_today_stands_in():
    assert check(case(dossier_received_on=None, decided_on=None), today=date(2025, 7, 1)).rule.id == "CSTDCS.P3"


def test_no_law_before_the_first_period():
    with pytest.raises(CaseError, match="20/08/2014"):
        check(case(dossier_received_on="2014-08-19", decided_on="2014-08-19"))


def test_a_dossier_after_its_decision_is_pointed_out():
    verdict = check(case(dossier_received_on="2026-07-16"))
    assert any("Ngày nhận hồ sơ sau ngày quyết định" in text for text in verdict.warnings)


def test_a_lapsed_decree_is_pointed_out():
    lapsed = case(dossier_received_on="2027-03-01", decided_on="2027-03-01")
    assert any("152/2025/NĐ-CP đã hết hiệu lực" in text for text in check(lapsed).warnings)
    assert check(lapsed).money is None
    in_time = case(dossier_received_on="2027-02-28", decided_on="2027-02-28")
    assert not any("hết hiệu lực" in text for text in check(in_time).warnings)


# ---- Luật 06/2026/QH16: two readings, and the more favourable law ------------------------------------------

NEW = {"dossier_received_on": "2026-10-20", "decided_on": "2026-11-10"}
ACROSS = {"dossier_received_on": "2026-09-20", "decided_on": "2026-10-20"}


@pytest.mark.parametrize(
    ("facts", "outcome", "readings"),
    [
        ({"rating": "HTXS"}, EL, [EL, EL]),
        ({"rating": "HTXS", "initiatives": []}, HUMAN, [EL, NO]),
        ({"rating": "HTT"}, HUMAN, [EL, NO]),
        ({"rating": "HTT", "initiatives": []}, NO, [NO, NO]),
        ({"rating": "HT"}, NO, [NO, NO]),
        ({"rating": "HTXS", "takes_part": False}, HUMAN, [NO, EL]),
        ({"rating": "HTXS", "initiatives": None}, HUMAN, [EL, HUMAN]),
        ({"rating": "HTXS", "takes_part": None}, HUMAN, [HUMAN, EL]),
    ],
)
def test_two_readings_of_cstdcs_since_1_10_2026(facts, outcome, readings):
    verdict = check(case(facts=facts, **NEW))
    assert verdict.outcome == outcome
    assert verdict.unconfirmed
    assert [one.outcome for one in verdict.variants] == readings
    assert [one.rule.id for one in verdict.variants] == ["CSTDCS.P4.A", "CSTDCS.P4.B"]
    disagree = len(set(readings)) > 1
    assert ("LAW_VARIANT" in [one.code for one in verdict.conditions]) is disagree


def test_the_conditions_shown_agree_with_the_outcome():
    verdict = check(case(facts={"rating": "HTXS", "takes_part": False}, **NEW))
    assert False not in [one.met for one in verdict.conditions]
    assert met(verdict, "LAW_VARIANT") is None


@pytest.mark.parametrize(
    ("confirmed", "outcome", "unconfirmed"),
    [
        ({"CSTDCS.P4.A", "LDTT.P4"}, EL, False),
        ({"CSTDCS.P4.A"}, EL, True),  # the LĐTT standard it rests on is still open
        ({"CSTDCS.P4.B"}, NO, False),
    ],
)
def test_a_confirmed_reading_settles_it(confirmed, outcome, unconfirmed):
    verdict = check(case(facts={"rating": "HTT"}, **NEW), confirmed=frozenset(confirmed))
    assert (verdict.outcome, verdict.unconfirmed, verdict.variants) == (outcome, unconfirmed, ())


@pytest.mark.parametrize(
    ("facts", "outcome", "rule"),
    [
        # 06/2026/QH16 Điều 4 khoản 4: received before, decided after: the old text unless the new one is better
        ({"rating": "HTT"}, EL, "CSTDCS.P3"),
        ({"rating": "HTXS", "initiatives": []}, EL, "CSTDCS.P3"),
        ({"rating": "HTT", "initiatives": []}, NO, "CSTDCS.P3"),
        ({"rating": "HTXS", "takes_part": False}, HUMAN, "CSTDCS.P4.B"),  # better under one reading of the new text
    ],
)
def test_the_more_favourable_law_counts_across_1_10_2026(facts, outcome, rule):
    verdict = check(case(facts=facts, **ACROSS))
    assert (verdict.outcome, verdict.rule.id) == (outcome, rule)
    assert verdict.unconfirmed is (rule != "CSTDCS.P3")
    assert [one.rule.id for one in verdict.variants] == ["CSTDCS.P3", "CSTDCS.P4.A", "CSTDCS.P4.B"]


def test_a_dossier_still_undecided_today_is_across_too():
    data = case(dossier_received_on="2026-09-20", decided_on=None)
    assert len(check(data).variants) == 3
    assert check(data, today=date(2026, 9, 30)).variants == ()


def test_decided_before_1_10_2026_only_the_old_law_is_looked_at():
    assert check(case(dossier_received_on="2026-09-20", decided_on="2026-09-30")).variants == ()


# ---- Output ------------------------------------------------------------------------------------------------


def test_the_output_has_exactly_the_keys_of_the_interface():
    data = check(case()).as_dict()
    assert list(data) == [
        "outcome", "unconfirmed", "conditions", "warnings", "rule", "authority", "vote", "dossier", "money",
    ]  # fmt: skip
    assert set(data["conditions"][0]) == {"code", "kind", "text", "met", "found", "basis"}
    assert data["rule"] == {
        "id": "CSTDCS.P3", "valid_from": "2025-07-01", "ends_before": "2026-10-01", "confidence": "H",
    }  # fmt: skip
    assert data["vote"] == {"method": "BALLOT", "percent": 80, "of": "ALL_MEMBERS"}


def test_variants_are_added_where_there_is_more_than_one_reading():
    data = check(case(**NEW)).as_dict()
    assert [one["rule"]["id"] for one in data["variants"]] == ["CSTDCS.P4.A", "CSTDCS.P4.B"]
    assert data["variants"][1]["rule"]["ends_before"] is None


def test_every_condition_names_a_clause_and_what_was_found():
    for base in (case(), case(COLLECTIVE), case(honour="KNC_GD"), case(honour="HCLD_1")):
        for one in check(base).conditions:
            assert one.basis
            assert one.found
            assert "{" not in one.text + "".join(one.basis)


def test_a_judgement_never_changes_the_outcome():
    judged = [one for one in check(case(honour="LDTT")).conditions if one.kind == "judgement"]
    assert [one.met for one in judged] == [None]
    assert check(case(honour="LDTT")).outcome == EL


@pytest.mark.parametrize(
    ("honour", "subject", "message"),
    [
        ("LDTT", "collective", "chỉ dành cho cá nhân"),
        ("TTLDXS", "individual", "chỉ dành cho tập thể"),
        ("BK_BO", "household", "cá nhân, tập thể"),
    ],
)
def test_an_honour_for_other_subjects_is_refused(honour, subject, message):
    with pytest.raises(CaseError, match=message):
        check(case(honour=honour, subject=subject))


def test_an_honour_the_law_does_not_know_is_refused():
    stranger = replace(parse_case(case()), honour="CSTD")
    with pytest.raises(CaseError, match="không có danh hiệu, hình thức “CSTD”"):
        check_award(stranger, today=TODAY)


def test_before_2024_a_discipline_did_not_cut_a_chain():
    years = ("2019-2020", "2020-2021", "2021-2022")
    facts = {
        "history": [award("CSTDCS", year) for year in years],
        "discipline": [discipline("2019-06-01", "2019-12-01")],
    }
    verdict = check(case(honour="CSTD_BT", period="P1", facts=facts))
    assert met(verdict, "CHAIN") is True
    assert "DISCIPLINE_PERIOD" not in [one.code for one in verdict.conditions]


def test_chains_and_once_are_not_confused_by_other_honours():
    history = [award("LDTT", "2025-2026"), award("BK_BT", "2024-2025")]
    assert check(case(honour="LDTT", facts={"history": history})).outcome == EL
