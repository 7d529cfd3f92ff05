"""The short texts that stand beside figures: windows, rules, reasons, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from campaignlib.config import Window
from campaignlib.figures import Number, Target, Unit
from campaignlib.findings import Cell
from campaignlib.metrics.exact import exact
from campaignlib.words import display
from campaignlib.words.label import Label, Lang, both, joined

__all__ = [
    "amount",
    "apart",
    "at",
    "bare",
    "day",
    "interval",
    "joined",
    "percent2",
    "round_share",
    "share",
    "target",
    "window",
]


def day(d: date) -> Label:
    return both(lambda lang: display.day(d, lang))


def window(w: Window) -> Label:
    return both(lambda lang: display.day_range(w.start, w.end, lang))


def share(part: Number | Fraction) -> Label:
    return both(lambda lang: display.percent(float(part), lang))


def percent2(part: Number | Fraction) -> Label:
    """A fraction as ROI is shown, two decimals."""
    return both(lambda lang: display.percent(float(part), lang, digits=2))


def round_share(part: Number | Fraction) -> str:
    """A threshold as people write it: 10%, 12.5%.

    >>> round_share(0.1), round_share(0.125)
    ('10%', '12.5%')
    """
    return f"{_trimmed(Decimal(str(float(part))) * 100)}%"


def interval(low: float, high: float) -> Label:
    return both(lambda lang: display.value_range(low, high, lang, percent=True))


def at(cell: Cell | None) -> str:
    return str(cell) if cell else ""


def amount(value: Number | Fraction, unit: Unit, currency: str = "CNY") -> Label:
    """A value in its unit."""
    if unit.kind == "ratio":
        return share(value) if abs(float(value)) < 2 else both(lambda lang: _percent(value, lang))
    if unit.kind == "money":
        money = Decimal(str(value)) if not isinstance(value, Fraction) else Decimal(str(float(value)))
        return both(lambda lang: display.money(money, lang, currency))
    number = float(value)
    if unit.kind == "score":
        return Label.same(_trimmed(Decimal(str(round(number, 2)))))
    return both(lambda lang: display.count(number, lang))


def apart(value: Number | Fraction, limits: Sequence[Number], unit: Unit, currency: str = "CNY") -> Label:
    """A value beside its limits: a share that would round to a limit it does not equal gets a second decimal.

    >>> apart(0.0996, [0.1], Unit("ratio")).en, apart(0.1, [0.1], Unit("ratio")).en
    ('9.96%', '10.0%')
    """
    near = (abs(exact(value) - exact(limit)) for limit in limits)
    if unit.kind == "ratio" and any(0 < gap < Fraction(1, 1000) for gap in near):
        return percent2(value)
    return amount(value, unit, currency)


def target(wanted: Target, unit: Unit, currency: str = "CNY") -> Label:
    """A target with its comparison: ≥15%."""
    if unit.kind == "ratio" and wanted.upper is not None:
        return Label(
            f"{round_share(wanted.value)}～{round_share(wanted.upper)}",
            f"{round_share(wanted.value).removesuffix('%')}–{round_share(wanted.upper)}",
        )
    bare = Unit(unit.kind)
    comparison = wanted.comparison
    return both(lambda lang: display.target(wanted.value, comparison, bare, lang, currency, wanted.upper))


def bare(value: Number, unit: Unit, currency: str = "CNY") -> Label:
    """A limit without a sign: a floor, a threshold."""
    if unit.kind == "ratio":
        return Label.same(round_share(value))
    return amount(value, unit, currency)


def _percent(value: Number | Fraction, lang: Lang) -> str:
    return display.percent(float(value), lang, 2, trim=True)


def _trimmed(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
