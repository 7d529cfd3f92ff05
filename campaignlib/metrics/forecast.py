"""Forecast at the end of the window, and what each day left must bring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import numpy as np

from campaignlib.campaign import Campaign
from campaignlib.config import Window
from campaignlib.figures import Figure, Figures
from campaignlib.metrics import actuals, measures, pace, say, sums, windows
from campaignlib.metrics.actuals import Actual
from campaignlib.metrics.exact import decimal, exact, plain
from campaignlib.metrics.measures import Measure
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing

ENOUGH_DAYS = 5
CONFIDENCE = 0.90
DEFINITION = Label("实际 ÷ 应到份额", "actual ÷ share of the target planned by now")
_DRAWS = 4000


def at_end(actual: Fraction, share: Fraction) -> Fraction | None:
    """Where it ends if it goes on as planned; None before anything was planned.

    >>> at_end(Fraction(1200), Fraction(1, 2))
    Fraction(2400, 1)
    """
    return actual / share if share > 0 else None


def needed_per_day(actual: Fraction, target: Fraction, days_left: int) -> Fraction | None:
    """(target − actual) ÷ days left, 0 when the target is reached; None when no day is left.

    >>> needed_per_day(Fraction(280), Fraction(500), 3)
    Fraction(220, 3)
    """
    return max(target - actual, Fraction()) / days_left if days_left > 0 else None


def resampled(
    actual: float, daily: Sequence[float], days_left: int, expected_rest: float, seed: int = 1
) -> tuple[float, float] | None:
    """The middle 90 % of ends when the days left are drawn from the days seen; None under 5 days or with none left.

    Each draw first resamples the days seen (their mean is not known either), then takes the days left from
    them, scaled so that on average they bring what the point forecast expects. The seed is fixed: the same data
    gives the same interval.
    """
    mean = float(np.mean(daily)) if len(daily) >= ENOUGH_DAYS else 0.0
    if mean <= 0 or days_left <= 0:
        return None
    rng = np.random.default_rng(seed)
    seen = rng.choice(np.asarray(daily, dtype=float), size=(_DRAWS, len(daily)))
    picks = rng.integers(0, len(daily), size=(_DRAWS, days_left))
    rest = np.take_along_axis(seen, picks, axis=1).sum(axis=1)
    ends = actual + rest * (expected_rest / (mean * days_left))
    low, high = np.quantile(ends, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return float(low), float(high)


def forecast(c: Campaign, as_of: date | str | None = None) -> Figures:
    """`forecast` per measure that pace follows and that adds up, same keys. value in the metric's unit; low and
    high hold 90 % of resampled ends, with at least 5 days of data. inputs: actual, target, needed_per_day, today,
    days_left, metric, channel.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> douyin = forecast(load("data/back-to-school-2024"), "2024-08-02").one("forecast", "F8:2")
    >>> round(douyin.value), douyin.inputs["needed_per_day"], douyin.inputs["days_left"]
    (1336, 143.75, 8)
    """
    day = c.day(as_of)
    return Figures(_figure(c, m, actual, day) for m, actual in pace.tracked(c, day) if m.adds_up)


def _figure(c: Campaign, m: Measure, actual: Actual, day: date) -> Figure:
    window = windows.window_of(c.config, m.metric)
    share = planned(c, window, day)
    left = window.days - window.passed(day) if window else None
    value = actual.value
    needed = None
    if m.target and value is not None and left is not None:
        needed = needed_per_day(value, exact(m.target.value), left)
    base = Figure(
        name="forecast",
        key=m.key,
        of=m.of,
        unit=m.unit,
        definition=DEFINITION,
        basis=actual.basis,
        target=m.target,
        as_of=day,
        final_on=window.end if window and day < window.end else None,
        undefined=pace.NO_WINDOW,
        status=Standing.UNDEFINED,
        inputs={
            "actual": None if value is None else plain(value),
            "target": m.target.value if m.target else None,
            "needed_per_day": None if needed is None else plain(needed),
            "today": actual.today,
            "days_left": left,
            "metric": m.metric_id,
            "channel": m.channel_id,
        },
        cells=(*actual.cells, *measures.target_cells(c, m)),
    )
    if window is None or share is None or left is None:
        return base
    if share == 0:
        return base.but(status=Standing.NOT_STARTED, undefined=NOT_STARTED.fill(day=say.day(window.start)))
    if value is None:
        return base.but(status=Standing.NO_DATA, undefined=actuals.no_data(c, m, actual, day))
    end = value / share
    low, high = _interval(c, m, value, end, window, day) or (None, None)
    shown = decimal(end) if m.unit.kind == "money" else plain(end)
    basis = pace.window_words(c, window, share)
    return base.but(
        value=shown, undefined=None, status=None, low=low, high=high, basis=say.joined(basis, actual.basis)
    )


NOT_STARTED = Label("{day}开始", "starts {day}")


def planned(c: Campaign, window: Window | None, day: date) -> Fraction | None:
    """The share of a target planned by a day, None without a window."""
    return None if window is None else windows.planned_share(window, day, c.config.stages)


def _interval(
    c: Campaign, m: Measure, value: Fraction, end: Fraction, window: Window, day: date
) -> tuple[float, float] | None:
    if not m.metric_id or not m.channel_id:
        return None
    daily = list(sums.by_day(c, m.metric_id, m.channel_id, window.start, day).values())
    return resampled(float(value), daily, window.days - window.passed(day), float(end - value))
