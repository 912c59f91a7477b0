"""Verification codes: nothing mistyped passes, whatever way it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.verification import ALPHABET, LENGTH, SPACE, is_well_formed, make_code, normalise, show

numbers = st.integers(0, SPACE - 1)


@given(numbers)
def test_a_made_code_is_well_formed_however_it_is_typed(number):
    code = make_code(number)
    assert len(code) == LENGTH
    assert normalise(f" {show(code).lower()} ") == code
    assert is_well_formed(code)


@given(numbers, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_found(number, place, sign):
    code = make_code(number)
    wrong = code[:place] + sign + code[place + 1 :]
    assert is_well_formed(wrong) == (wrong == code)


@given(numbers, st.integers(0, LENGTH - 3))
def test_two_neighbours_swapped_are_found(number, place):
    code = make_code(number)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_well_formed(swapped) == (swapped == code)


@pytest.mark.parametrize("typed", ["", "ABC", "0" * 12, "OOOOIIIILLLL", "2" * 13, "Đ" * 12])
def test_nonsense_is_no_code(typed):
    assert not is_well_formed(normalise(typed))


def test_different_numbers_have_different_codes():
    assert len({make_code(number) for number in range(0, SPACE, SPACE // 1000)}) == 1001


@pytest.mark.parametrize("number", [-1, SPACE])
def test_numbers_outside_the_space_are_refused(number):
    with pytest.raises(ValueError, match="phạm vi"):
        make_code(number)
