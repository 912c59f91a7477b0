"""Numbers in words, in figures and as Roman numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.numbers import format_number, roman, spell_money, spell_number


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1_005, "một nghìn không trăm linh năm"),
        (2_340_000, "hai triệu ba trăm bốn mươi nghìn"),
        (1_000_000_005, "một tỷ không trăm linh năm"),
        (3_000_000_000_000, "ba nghìn tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_numbers_are_spelt_as_spoken(value, words):
    assert spell_number(value) == words


def test_numbers_without_an_agreed_wording_are_refused():
    with pytest.raises(ValueError, match="quá lớn"):
        spell_number(10**18)


def test_money_is_spelt_as_decisions_print_it():
    assert spell_money(1_404_000) == "Một triệu bốn trăm linh bốn nghìn đồng"


@given(st.integers(0, 10**18 - 1), st.integers(0, 10**18 - 1))
def test_no_two_numbers_are_spelt_alike(one, other):
    assert (spell_number(one) == spell_number(other)) == (one == other)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (83.91, None, "83,91"),
        (2_340_000, None, "2.340.000"),
        (95.0, None, "95"),
        (1234.5, 2, "1.234,50"),
        (-0.1, None, "-0,1"),
    ],
)
def test_figures_have_decimal_commas_and_dots_between_thousands(value, decimals, text):
    assert format_number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (2026, "MMXXVI")]
)
def test_roman_numerals(value, text):
    assert roman(value) == text


def test_roman_numerals_begin_at_one():
    with pytest.raises(ValueError, match="La Mã"):
        roman(0)
