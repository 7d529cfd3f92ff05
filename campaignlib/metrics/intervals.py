"""Intervals: how far a rate or a mean from few cases may lie from the truth."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy.special import ndtri, stdtrit  # scipy.stats takes most of a second to import


def wilson(k: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """The Wilson score interval of k in n (Wilson 1927), two-sided.

    >>> [tuple(round(x, 4) for x in wilson(k, n)) for k, n in ((81, 263), (15, 148), (0, 20), (248, 1530))]
    [(0.2553, 0.3662), (0.0624, 0.1605), (0.0, 0.1611), (0.1445, 0.1814)]

    Raises ValueError unless 0 ≤ k ≤ n, n > 0 and 0 < confidence < 1.
    """
    if not (0 <= k <= n and n > 0 and 0 < confidence < 1):
        raise ValueError(f"no interval for {k} in {n} at {confidence}")
    low, high = wilson_of_rate(k / n, n, confidence)
    return (0.0 if k == 0 else low), (1.0 if k == n else high)


def wilson_of_rate(rate: float, n: float, confidence: float = 0.95) -> tuple[float, float]:
    """The same for a rate in n cases, whole or not.

    >>> [round(x, 4) for x in wilson_of_rate(0.5, 100)]
    [0.4038, 0.5962]
    """
    z = _z(confidence)
    square = z * z / n
    middle = rate + square / 2
    half = z * math.sqrt(rate * (1 - rate) / n + square / (4 * n))
    return (middle - half) / (1 + square), (middle + half) / (1 + square)


def cases_to_settle(k: int, n: int, target: float, confidence: float = 0.95) -> int | None:
    """How many cases in all would settle a rate against a target, if the rate stayed as it is.

    The Wilson interval excludes the target exactly when n > z² · t(1 − t) ÷ (rate − t)². None when the rate
    equals the target, which no number of cases settles.

    >>> cases_to_settle(248, 1530, 0.15), cases_to_settle(248, 1530, 0.15) - 1530
    (3351, 1821)
    """
    gap = k / n - target
    if gap == 0 or not 0 < target < 1:
        return None
    needed = math.floor(_z(confidence) ** 2 * target * (1 - target) / (gap * gap)) + 1
    return max(needed, n)


def mean_interval(values: Sequence[float], confidence: float = 0.95) -> tuple[float, float] | None:
    """The t interval of a mean; None for fewer than two values, which have no spread.

    >>> [round(x, 4) for x in mean_interval([90.0, 92.0, 94.0, 92.0]) or ()]
    [89.4015, 94.5985]
    >>> mean_interval([92.0]) is None
    True
    """
    n = len(values)
    if n < 2:
        return None
    mean = math.fsum(values) / n
    half = float(stdtrit(n - 1, (1 + confidence) / 2)) * deviation(values) / math.sqrt(n)
    return mean - half, mean + half


def deviation(values: Sequence[float]) -> float:
    """The standard deviation of a sample, over n − 1.

    >>> round(deviation([90.0, 92.0, 94.0, 92.0]), 4)
    1.633
    """
    mean = math.fsum(values) / len(values)
    return math.sqrt(math.fsum((v - mean) ** 2 for v in values) / (len(values) - 1))


def _z(confidence: float) -> float:
    return float(ndtri((1 + confidence) / 2))
