"""Sums as written, whatever their order."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.metrics import exact

amounts = st.lists(st.decimals(0, 10**9, places=2), max_size=60)


@given(amounts, st.randoms())
def test_a_sum_is_exact_and_does_not_depend_on_order(written, random):
    shuffled = list(written)
    random.shuffle(shuffled)
    found = exact.total(np.array([float(v) for v in shuffled]))
    assert found == sum((Fraction(v) for v in written), Fraction())


def test_values_finer_than_the_scale_are_added_as_written():
    assert exact.total(np.array([0.000001] * 3)) == Fraction(3, 1_000_000)


def test_a_value_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="not finite"):
        exact.total(np.array([1.0, float("inf")]))


def test_money_stays_decimal():
    assert exact.yuan(1) == Decimal("0.01")
    assert exact.decimal(Fraction(271, 100)) == Decimal("2.71")


@pytest.mark.parametrize(
    ("stated", "ours", "kind", "same"),
    [
        (0.12, 0.125, "ratio", False),
        (0.125, 0.125, "ratio", True),
        (0.162, Fraction(248, 1530), "ratio", True),
        (0.2, 0.151, "ratio", False),
        (0.2, 0.2049, "ratio", True),
        (5.5, 5.4935, "ratio", False),
        (0, 0.004, "ratio", True),
        (850, 853, "count", False),
        (3_500_000, 3_498_000, "count", True),
        (3_500_000, 3_440_000, "count", False),
        (92, 92.0, "score", True),
    ],
)
def test_agrees_at_the_digits_written(stated, ours, kind, same):
    assert exact.agrees(stated, ours, kind) is same
