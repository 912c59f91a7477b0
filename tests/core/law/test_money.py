"""Money: law.md 6.1-6.4 (152/2025/NĐ-CP Điều 49-54)."""

from datetime import date
from fractions import Fraction

import pytest

from tests.core.law.cases import COLLECTIVE, case, check
from thidua.core.law.errors import NoAmount
from thidua.core.law.money import award_money, base_salary, money_table, round_up

BASE_2340 = date(2025, 7, 15)
BASE_2530 = date(2026, 7, 15)


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2013, 7, 1), 1_150_000),
        (date(2016, 5, 1), 1_210_000),
        (date(2017, 7, 1), 1_300_000),
        (date(2018, 7, 1), 1_390_000),
        (date(2019, 6, 30), 1_390_000),
        (date(2019, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2024, 6, 30), 1_800_000),
        (date(2024, 7, 1), 2_340_000),
        (date(2026, 6, 30), 2_340_000),
        (date(2026, 7, 1), 2_530_000),
    ],
)
def test_base_salary(day, amount):
    assert base_salary(day) == amount


def test_no_base_salary_before_the_first_decree():
    with pytest.raises(NoAmount, match="30/06/2013"):
        base_salary(date(2013, 6, 30))


VECTORS = [  # law.md 6.4
    ("LDTT", "individual", 710_000, 760_000),
    ("GK", "individual", 710_000, 760_000),
    ("GK", "household", 1_060_000, 1_140_000),
    ("GK", "collective", 1_410_000, 1_520_000),
    ("TTLDTT", "collective", 1_880_000, 2_030_000),
    ("CSTDCS", "individual", 2_340_000, 2_530_000),
    ("TTLDXS", "collective", 3_510_000, 3_800_000),
    ("BK_BT", "individual", 3_510_000, 3_800_000),
    ("BK_BO", "individual", 3_510_000, 3_800_000),
    ("CSTD_BT", "individual", 7_020_000, 7_590_000),
    ("BK_BT", "collective", 7_020_000, 7_590_000),
    ("BK_TTG", "individual", 8_190_000, 8_860_000),
    ("CSTDTQ", "individual", 10_530_000, 11_390_000),
    ("HCLD_3", "individual", 10_530_000, 11_390_000),
    ("BK_TTG", "collective", 16_380_000, 17_710_000),
    ("HCLD_2", "individual", 17_550_000, 18_980_000),
    ("CO_BT", "collective", 18_720_000, 20_240_000),
    ("HCLD_1", "individual", 21_060_000, 22_770_000),
    ("HCLD_3", "collective", 21_060_000, 22_770_000),
    ("NGUT", "individual", 21_060_000, 22_770_000),
    ("CO_CP", "collective", 28_080_000, 30_360_000),
    ("NGND", "individual", 29_250_000, 31_630_000),
]


@pytest.mark.parametrize(("honour", "subject", "at_2340", "at_2530"), VECTORS)
def test_amounts_after_rounding(honour, subject, at_2340, at_2530):
    assert award_money(honour, subject, BASE_2340) == at_2340
    assert award_money(honour, subject, BASE_2530) == at_2530


@pytest.mark.parametrize(
    ("honour", "subject", "day", "amount"),
    [
        ("BK_BT", "household", date(2026, 7, 15), 5_700_000),  # 2.25, Điều 54
        ("BK_TTG", "household", date(2026, 7, 15), 13_290_000),  # 5.25
        ("HCLD_2", "collective", date(2026, 7, 15), 37_950_000),  # 15
        ("HCLD_1", "collective", date(2026, 7, 15), 45_540_000),  # 18
        ("LDTT", "individual", date(2024, 6, 30), 540_000),  # P2, base 1,800,000
        ("BK_BT", "individual", date(2023, 12, 31), 1_800_000),  # P1: 1.0
        ("BK_BT", "individual", date(2024, 1, 1), 2_700_000),  # P2: 1.5
        ("BK_BT", "collective", date(2023, 12, 31), 3_600_000),  # P1: 2.0
        ("GK", "individual", date(2023, 12, 31), 540_000),  # P1: 0.3
        ("LDTT", "individual", date(2017, 10, 1), 390_000),  # first day of 91/2017/NĐ-CP
        ("KNC_GD", "individual", date(2026, 4, 2), 300_000),  # TT 07/2026 Điều 10 khoản 3
        ("KNC_GD", "individual", date(2026, 10, 1), 300_000),
        ("LDTT", "individual", date(2027, 2, 28), 760_000),
    ],
)
def test_amounts_by_date(honour, subject, day, amount):
    assert award_money(honour, subject, day) == amount


@pytest.mark.parametrize(
    ("honour", "subject", "day"),
    [
        ("LDTT", "individual", date(2017, 9, 30)),  # P0: no coefficient verified
        ("KNC_GD", "individual", date(2026, 4, 1)),  # only a maximum
        ("KNC_GD", "individual", date(2020, 1, 1)),
        ("GK", "household", date(2023, 12, 31)),  # no household factor under 91/2017/NĐ-CP
        ("CSTDCS", "collective", date(2026, 7, 15)),  # a title of persons
        ("HCLD_3", "household", date(2026, 7, 15)),
        ("LDTT", "individual", date(2027, 3, 1)),  # 152/2025/NĐ-CP has lapsed
    ],
)
def test_the_law_names_no_amount(honour, subject, day):
    with pytest.raises(NoAmount, match=honour):
        award_money(honour, subject, day)


def test_giay_khen_of_a_commune_was_half_under_91_2017():
    commune = money_table().money("GK", "individual", date(2022, 7, 15), "commune")
    assert (str(commune.coefficient), commune.amount) == ("0.15", 230_000)
    assert money_table().money("GK", "individual", date(2022, 7, 15), "district").amount == 450_000
    assert money_table().money("GK", "individual", date(2026, 7, 15), "commune").amount == 760_000


@pytest.mark.parametrize(
    ("amount", "rounded"), [(Fraction(702_000), 710_000), (Fraction(710_000), 710_000), (Fraction(1, 3), 10_000)]
)
def test_rounds_up_to_the_next_ten_thousand(amount, rounded):
    assert round_up(amount, 10_000) == rounded


def test_collectives_get_more_than_persons_for_the_same_form():
    for honour in ("GK", "BK_BT", "BK_BO", "BK_TTG", "HCLD_1", "HCLD_2", "HCLD_3"):
        assert award_money(honour, "collective", BASE_2530) > award_money(honour, "individual", BASE_2530)


def test_money_in_a_verdict_follows_the_decision_date_not_the_dossier():
    verdict = check(case(dossier_received_on="2026-06-20", decided_on="2026-07-15"))
    assert verdict.as_dict()["money"] == {"coefficient": 1.0, "base": 2_530_000, "amount": 2_530_000}
    verdict = check(case(dossier_received_on="2026-06-20", decided_on="2026-06-30"))
    assert verdict.as_dict()["money"] == {"coefficient": 1.0, "base": 2_340_000, "amount": 2_340_000}


def test_money_is_null_without_decision_date_or_amount():
    assert check(case(decided_on=None)).as_dict()["money"] is None
    assert check(case(period="P0")).as_dict()["money"] is None


def test_fixed_sum_has_no_coefficient():
    verdict = check(case(honour="KNC_GD")).as_dict()
    assert verdict["money"] == {"coefficient": None, "base": 2_530_000, "amount": 300_000}


def test_money_of_a_commune_giay_khen_in_a_verdict_of_p1():
    commune = case(COLLECTIVE, period="P1", honour="GK", unit={"kind": "XA", "managed_by": "commune"})
    assert check(commune).money.amount == 450_000  # 0.3 x 1,490,000
