"""Daily values as the lines of a pace panel: cumulative actuals, rates with their interval, the planned line."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from campaignlib.figures import Figure
from campaignlib.metrics.intervals import wilson

WHOLE = ("", "all")
Line = list[tuple[date, float]]


def daily_sums(daily: pd.DataFrame, metric: str, channel: str, until: date) -> dict[date, float]:
    """Day -> value of a metric up to a day. For the whole campaign a row of the channel `all` is taken for its
    day and channels are added up on other days, so that nothing counts twice."""
    kept = (daily["metric"] == metric) & daily["value"].notna() & (daily["day"] <= pd.Timestamp(until))
    rows = daily[kept.fillna(False)]
    if channel in WHOLE:
        whole = rows["channel"] == "all"
        rows = rows[whole | ~rows["day"].isin(rows.loc[whole, "day"])]
    else:
        rows = rows[rows["channel"] == channel]
    sums = rows.groupby("day", sort=True)["value"].sum()
    return {pd.Timestamp(str(day)).date(): float(value) for day, value in sums.items()}


def cumulative(figure: Figure, daily: pd.DataFrame, today: date) -> Line:
    """The running sum of a figure's metric, from 0 on the day before its first day; empty without daily data."""
    sums = daily_sums(
        daily, str(figure.inputs.get("metric") or ""), str(figure.inputs.get("channel") or ""), today
    )
    if not sums:
        return []
    line: Line = [(min(sums) - timedelta(1), 0.0)]
    for day, value in sums.items():
        line.append((day, line[-1][1] + value))
    return line


def rate_band(
    figure: Figure, daily: pd.DataFrame, today: date, confidence: float = 0.95
) -> list[tuple[date, float, float, float]]:
    """Day, rate so far and its Wilson interval; empty when the counts behind the rate are not in daily data.

    Days before the first case in the denominator have no rate.
    """
    parts = [str(figure.inputs.get(name) or "") for name in ("numerator_metric", "denominator_metric")]
    channel = str(figure.inputs.get("channel") or "")
    above, below = (daily_sums(daily, part, channel, today) if part else {} for part in parts)
    k = n = 0.0
    band = []
    for day in sorted({*above, *below}):
        k, n = k + above.get(day, 0.0), n + below.get(day, 0.0)
        if n > 0 and 0 <= k <= n:
            low, high = wilson(round(k), round(n), confidence)
            band.append((day, k / n, low, high))
    return band


def plan(figure: Figure) -> Line:
    """The planned line from 0 on the day before the window to the target at its end; it bends where the stage
    plan gives shares. Empty without window or target."""
    if figure.target is None:
        return []
    target = float(figure.target.value)
    return [(k["day"], target * float(k["share"])) for k in figure.inputs.get("plan") or ()]
