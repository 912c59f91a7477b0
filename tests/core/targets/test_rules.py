"""States of targets and roll-up of figures (T3-T5)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.targets.rules import Comparator, FigureFact, State, check_state, roll_up

D = Decimal


@pytest.mark.parametrize(
    ("actual", "comparator", "value", "lower", "state"),
    [
        ("98.4", "=", "98.4", False, State.ACHIEVED),
        ("99", "=", "98.4", False, State.ACHIEVED),
        ("95", "=", "98.4", False, State.NEAR),
        ("80", "=", "98.4", False, State.BEHIND),
        ("0.1", "=", "0.1", True, State.ACHIEVED),  # children out of school: less is better
        ("0.2", "=", "0.1", True, State.BEHIND),
        ("101.5", ">=", "101.5", False, State.ACHIEVED),  # gross enrolment may exceed 100 %
        ("3", "<", "3", False, State.BEHIND),
        ("2.9", "<", "3", False, State.ACHIEVED),
        ("129", "=", "129", False, State.ACHIEVED),
        (None, ">=", "95", False, State.MISSING),
    ],
)
def test_states(actual, comparator, value, lower, state):
    found = check_state(
        None if actual is None else D(actual), comparator=Comparator(comparator), value=D(value), lower_is_better=lower
    )
    # `3 < 3` misses by nothing and is shown as nearly reached
    assert found is (State.NEAR if (actual, comparator) == ("3", "<") else state)


def test_percentages_are_never_averaged():
    """One small school with all and one large with half of its pupils: 110 of 210, not 75 %."""
    figure = roll_up([FigureFact(D(10), D(10)), FigureFact(D(100), D(200))])
    assert (figure.numerator, figure.denominator, figure.actual) == (110, 210, D("52.38"))


def test_counts_add_up_and_bare_percentages_are_left_out():
    assert roll_up([FigureFact(value=D(3)), FigureFact(value=D(4))]).actual == 7
    assert roll_up([]) is None


fractions = st.tuples(st.integers(0, 10_000), st.integers(1, 10_000)).map(
    lambda pair: FigureFact(D(pair[0]), D(pair[1]))
)


@given(st.lists(fractions, min_size=1), st.lists(fractions, min_size=1))
def test_roll_up_by_levels_equals_roll_up_at_once(left, right):
    by_levels = roll_up([roll_up(left), roll_up(right)])
    assert by_levels == roll_up(left + right)


@given(st.lists(fractions, min_size=1))
def test_order_does_not_matter(figures):
    assert roll_up(figures) == roll_up(list(reversed(figures)))
