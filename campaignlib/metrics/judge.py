"""Actual against target: the ratio, met or not, and what an interval leaves open. All exact, no rounding."""

from __future__ import annotations

from fractions import Fraction

from campaignlib.figures import Number, Target
from campaignlib.metrics.exact import exact
from campaignlib.words.terms import Comparison, Standing


def ratio(
    actual: Number | Fraction,
    target: Number | Fraction,
    comparison: Comparison = Comparison.AT_LEAST,
    upper: Number | None = None,
) -> Fraction | None:
    """Attainment as a fraction; None where it is undefined (a target of 0 or less, nothing spent of a limit).

    At least: actual ÷ target. At most: target ÷ actual. Exactly: 1 − |actual − target| ÷ target, not under 0.
    Range from target to upper: 1 inside, actual ÷ lower below, upper ÷ actual above.

    >>> ratio(3_500_000, 5_000_000), ratio(40, 50, Comparison.AT_MOST), ratio(90, 100, Comparison.EXACTLY)
    (Fraction(7, 10), Fraction(5, 4), Fraction(9, 10))
    >>> [ratio(x, 0.1, Comparison.RANGE, 0.15) for x in (0.05, 0.12, 0.2)]
    [Fraction(1, 2), Fraction(1, 1), Fraction(3, 4)]
    """
    a, t = exact(actual), exact(target)
    if comparison is Comparison.AT_MOST:
        return t / a if a > 0 and t > 0 else None
    if t <= 0:
        return None
    if comparison is Comparison.EXACTLY:
        return max(1 - abs(a - t) / t, Fraction())
    if comparison is Comparison.RANGE and upper is not None and a >= t:
        return min(exact(upper) / a, Fraction(1))
    return a / t


def met(actual: Number | Fraction, target: Target) -> bool:
    """Whether the target is met, decided on unrounded values.

    >>> met(0.1499, Target(0.15)), met(0, Target(10, Comparison.AT_MOST))
    (False, True)
    """
    a, t = exact(actual), exact(target.value)
    if target.comparison is Comparison.AT_MOST:
        return a <= t
    if target.comparison is Comparison.EXACTLY:
        return a == t
    if target.comparison is Comparison.RANGE and target.upper is not None:
        return t <= a <= exact(target.upper)
    return a >= t


def standing(
    actual: Number | Fraction, target: Target, interval: tuple[float, float] | None = None
) -> Standing:
    """Met or not; with an interval of the actual value also whether that is proven.

    >>> standing(0.162, Target(0.15), (0.1445, 0.1814)).label.en, standing(0.125, Target(0.15)).label.en
    ('Met, not proven', 'Not met')
    """
    is_met = met(actual, target)
    if interval is None or target.comparison not in (Comparison.AT_LEAST, Comparison.AT_MOST):
        return Standing.MET if is_met else Standing.NOT_MET
    low, high, wanted = *interval, float(target.value)
    at_least = target.comparison is Comparison.AT_LEAST
    if is_met:
        proven = low >= wanted if at_least else high <= wanted
        return Standing.MET if proven else Standing.MET_NOT_PROVEN
    excluded = high < wanted if at_least else low > wanted
    return Standing.NOT_MET if excluded else Standing.NOT_MET_NOT_EXCLUDED
