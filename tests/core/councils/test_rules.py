"""Quorum, thresholds and tallies (law.md 4.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.councils.rules import Threshold, check_quorum, count_tally, has_conflict


@pytest.mark.parametrize(
    ("members", "eighty", "ninety"),
    [(5, 4, 5), (7, 6, 7), (9, 8, 9), (11, 9, 10), (13, 11, 12), (15, 12, 14)],
)
def test_least_yes_votes_of_all_members(members, eighty, ninety):
    """NĐ 98/2023 Đ.30 k7: 80 % for CSTĐCS and flags, 90 % for CSTĐ of the province upwards, of all members."""
    assert Threshold(80, True).required(members=members, present=members - 1) == eighty
    assert Threshold(90, True).required(members=members, present=members - 1) == ninety


@pytest.mark.parametrize(("present", "needed"), [(4, 3), (5, 3), (1, 1), (0, 1)])
def test_majority_is_more_than_half_of_those_present(present, needed):
    assert Threshold(50, False).required(members=9, present=present) == needed


@pytest.mark.parametrize(("members", "needed"), [(3, 2), (5, 4), (7, 5), (9, 6), (15, 10)])
def test_quorum_is_two_thirds(members, needed):
    assert check_quorum(members=members, present=needed).is_met
    assert not check_quorum(members=members, present=needed - 1).is_met


def test_recusal_does_not_lower_the_denominator():
    tally = count_tally(yes=3, no=0, blank=0, recused=1, members=5, present=4, threshold=Threshold(80, True))
    assert (tally.required, tally.is_carried) == (4, False)


def test_more_papers_than_people_is_refused():
    with pytest.raises(ValueError, match="nhiều hơn"):
        count_tally(yes=3, no=1, blank=1, recused=0, members=5, present=4, threshold=Threshold(80, True))


@given(st.integers(1, 60), st.sampled_from([50, 80, 90]), st.booleans(), st.data())
def test_one_more_yes_never_loses_and_blanks_never_help(members, percent, of_all, data):
    present = data.draw(st.integers(1, members))
    yes = data.draw(st.integers(0, present - 1))
    threshold = Threshold(percent, of_all)
    as_blank = count_tally(yes=yes, no=0, blank=1, recused=0, members=members, present=present, threshold=threshold)
    as_yes = count_tally(yes=yes + 1, no=0, blank=0, recused=0, members=members, present=present, threshold=threshold)
    as_no = count_tally(yes=yes, no=1, blank=0, recused=0, members=members, present=present, threshold=threshold)
    assert as_yes.is_carried >= as_blank.is_carried
    assert as_blank.is_carried == as_no.is_carried


def test_conflict_of_interest():
    assert has_conflict(member_person_id=1, candidate_person_id=1, declared=frozenset())
    assert has_conflict(member_person_id=1, candidate_person_id=2, declared=frozenset({2}))
    assert not has_conflict(member_person_id=1, candidate_person_id=2, declared=frozenset({3}))
    assert not has_conflict(member_person_id=1, candidate_person_id=None, declared=frozenset({3}))
