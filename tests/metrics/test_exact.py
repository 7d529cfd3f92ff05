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
