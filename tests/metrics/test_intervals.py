"""Intervals of rates and means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.metrics import intervals


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (248, 1530, 0.1445, 0.1814)],
)
def test_wilson_published_values(k, n, low, high):
    assert [round(x, 4) for x in intervals.wilson(k, n)] == [low, high]


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_rate_and_stays_in_bounds(pair):
    k, n = pair
    low, high = intervals.wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1


@pytest.mark.parametrize(
    ("k", "n", "confidence"), [(-1, 10, 0.95), (11, 10, 0.95), (0, 0, 0.95), (1, 2, 1.0)]
)
def test_wilson_refuses_what_is_no_rate(k, n, confidence):
    with pytest.raises(ValueError, match="no interval"):
        intervals.wilson(k, n, confidence)


def test_cases_to_settle_is_the_first_number_that_does():
    rate, target = 248 / 1530, 0.15
    needed = intervals.cases_to_settle(248, 1530, target)
    assert needed == 3351

    def low(n):
        return intervals.wilson_of_rate(rate, n)[0]

    assert low(needed) > target >= low(needed - 1)


def test_cases_to_settle_when_it_is_settled_or_never_will_be():
    assert intervals.cases_to_settle(500, 1000, 0.15) == 1000
    assert intervals.cases_to_settle(15, 100, 0.15) is None


def test_mean_interval_against_the_t_table():
    # n = 4, mean 92, sd 1.63299, t(3; 0.975) = 3.18245
    low, high = intervals.mean_interval([90, 92, 94, 92])
    assert (round(low, 3), round(high, 3)) == (89.402, 94.598)
    assert intervals.mean_interval([92]) is None
    assert intervals.mean_interval([92, 92]) == (92, 92)
