"""Numbers as they were written, as fractions: whether a target is met must not hang on binary rounding."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from campaignlib.figures import Number

_SCALE = 10_000


def exact(number: Number | Fraction) -> Fraction:
    """The number as its digits say.

    >>> exact(0.15) == Fraction(15, 100), exact(Decimal("2777.78"))
    (True, Fraction(138889, 50))
    """
    return number if isinstance(number, Fraction) else Fraction(str(number))


def agrees(stated: Number | Fraction, ours: Number | Fraction, kind: str = "count") -> bool:
    """Whether a stated value equals ours at the digits it is written with, rounded half-up.

    Counts from 10,000 on that end in zeros may have been written in 万 and are compared at those digits; ratios
    (`kind` of their unit) at whole percents at least, for 20 % is not 15.1 %.

    >>> agrees(0.162, 248 / 1530, "ratio"), agrees(1.08, 92 / 85), agrees(850, 853), agrees(3_500_000, 3_498_000)
    (True, True, False, True)
    >>> agrees(0.2, 0.151, "ratio"), agrees(0.2, 0.2049, "ratio")
    (False, True)
    """
    said = decimal(exact(stated))
    place = int(said.normalize().as_tuple().exponent)
    if place > 0:
        place = min(place, 4) if abs(said) >= 10_000 else 0
    if kind == "ratio":
        place = min(place, -2)
    return rounded(ours, place) == exact(stated)


def rounded(number: Number | Fraction, place: int) -> Fraction:
    """The number at a power of ten, half away from 0 as `words.display` rounds.

    >>> rounded(0.125, -2), rounded(-0.125, -2), rounded(3_498_000, 4)
    (Fraction(13, 100), Fraction(-13, 100), Fraction(3500000, 1))
    """
    step = Fraction(10) ** place
    size = math.floor(abs(exact(number)) / step + Fraction(1, 2)) * step
    return -size if number < 0 else size


def total(values: npt.NDArray[np.float64]) -> Fraction:
    """The exact sum of values as written, whatever their order.

    >>> total(np.array([0.1] * 3))
    Fraction(3, 10)
    """
    scaled = values * _SCALE
    whole = np.rint(scaled)
    if not np.all(np.isfinite(scaled)):
        raise ValueError("a sum of numbers that are not finite")
    if np.all(np.abs(scaled - whole) < 1e-4) and np.abs(whole).sum() < 2**62:
        return Fraction(int(whole.astype(np.int64).sum()), _SCALE)
    return sum((exact(float(v)) for v in values), Fraction())


def decimal(number: Fraction) -> Decimal:
    """A fraction as Decimal, for money.

    >>> decimal(Fraction(77000)), decimal(Fraction(1, 8))
    (Decimal('77000'), Decimal('0.125'))
    """
    return Decimal(number.numerator) / Decimal(number.denominator)


def yuan(fen: int) -> Decimal:
    """Whole fen as money.

    >>> yuan(1_234_50)
    Decimal('1234.5')
    """
    return decimal(Fraction(fen, 100))


def plain(number: Fraction) -> int | float:
    """A count as people write it: whole when it is whole.

    >>> plain(Fraction(850)), plain(Fraction(1, 8))
    (850, 0.125)
    """
    return number.numerator if number.denominator == 1 else float(number)
