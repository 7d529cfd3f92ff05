"""Met or not is decided on unrounded values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.figures import Target
from campaignlib.metrics import judge
from campaignlib.words.terms import Comparison, Standing

counts = st.integers(0, 10**9)
targets = st.integers(1, 10**9)


@pytest.mark.parametrize(
    ("actual", "target", "comparison", "upper", "expected"),
    [
        (124, 100, Comparison.AT_LEAST, None, Fraction(124, 100)),
        (40, 50, Comparison.AT_MOST, None, Fraction(5, 4)),
        (0, 50, Comparison.AT_MOST, None, None),
        (10, 0, Comparison.AT_LEAST, None, None),
        (110, 100, Comparison.EXACTLY, None, Fraction(9, 10)),
        (250, 100, Comparison.EXACTLY, None, Fraction(0)),
        (0.12, 0.1, Comparison.RANGE, 0.15, Fraction(1)),
        (0.05, 0.1, Comparison.RANGE, 0.15, Fraction(1, 2)),
        (0.3, 0.1, Comparison.RANGE, 0.15, Fraction(1, 2)),
    ],
)
def test_ratio_by_comparison(actual, target, comparison, upper, expected):
    assert judge.ratio(actual, target, comparison, upper) == expected


@given(counts, counts, targets)
def test_more_is_never_less_attained(a, b, target):
    low, high = sorted((a, b))
    assert judge.ratio(low, target) <= judge.ratio(high, target)


@given(counts, targets)
def test_met_is_a_ratio_of_one_or_more(actual, target):
    assert judge.met(actual, Target(target)) == (judge.ratio(actual, target) >= 1)


def test_binary_rounding_decides_nothing():
    # 0.1 + 0.2 in floats is over 0.3; as written it is exactly 0.3
    assert judge.met(Fraction(1, 10) + Fraction(2, 10), Target(0.3))
    assert judge.met(0.3, Target(0.3, Comparison.EXACTLY))
    assert not judge.met(0.29999, Target(0.3))


def test_a_range_is_met_inside_only():
    rule = Target(0.10, Comparison.RANGE, 0.15)
    assert [judge.met(x, rule) for x in (0.0999, 0.10, 0.15, 0.1501)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("actual", "interval", "expected"),
    [
        (0.162, (0.1445, 0.1814), Standing.MET_NOT_PROVEN),
        (0.20, (0.18, 0.22), Standing.MET),
        (0.125, (0.103, 0.151), Standing.NOT_MET_NOT_EXCLUDED),
        (0.10, (0.08, 0.12), Standing.NOT_MET),
        (0.10, None, Standing.NOT_MET),
    ],
)
def test_an_interval_decides_whether_it_is_proven(actual, interval, expected):
    assert judge.standing(actual, Target(0.15), interval) is expected


def test_an_upper_limit_is_proven_from_above():
    limit = Target(0.15, Comparison.AT_MOST)
    assert judge.standing(0.14, limit, (0.12, 0.16)) is Standing.MET_NOT_PROVEN
    assert judge.standing(0.14, limit, (0.12, 0.15)) is Standing.MET
    assert judge.standing(0.20, limit, (0.16, 0.24)) is Standing.NOT_MET
