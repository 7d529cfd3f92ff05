"""Daily data added up, and the cells the sums came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import pandas as pd
from openpyxl.utils import column_index_from_string, get_column_letter

from campaignlib.campaign import Campaign
from campaignlib.config import WHOLE, Metric
from campaignlib.findings import Cell
from campaignlib.metrics import exact

ALL = WHOLE
"""The channel that stands for the whole campaign."""

_REF = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of daily values: how many days had one, the first and the last of them, the cells as ranges."""

    value: Fraction
    days: int
    first: date
    last: date
    cells: tuple[Cell, ...]


def selected(
    c: Campaign, metric: str, channel: str = ALL, since: date | None = None, until: date | None = None
) -> pd.DataFrame:
    """The daily rows of a metric and channel from `since` to `until`, both counted; without `since` from the first
    day of preparation on, for data of the time before is a base to compare with and no result.

    For the whole campaign a row of the channel `all` is taken for its day; on days without one the channels
    are added up, so nothing is counted twice.
    """
    frame = c.daily
    since = since or c.config.starts
    kept = (frame["metric"] == metric) & frame["day"].notna() & frame["value"].notna()
    if since is not None:
        kept &= frame["day"] >= pd.Timestamp(since)
    if until is not None:
        kept &= frame["day"] <= pd.Timestamp(until)
    rows = frame[kept.fillna(False)]
    if channel != ALL:
        return rows[rows["channel"] == channel]
    whole = rows["channel"] == ALL
    return rows[whole | ~rows["day"].isin(rows.loc[whole, "day"])]


def total(
    c: Campaign, metric: str, channel: str = ALL, since: date | None = None, until: date | None = None
) -> Sum | None:
    """The exact sum of a metric over days; None when not one day has a value."""
    rows = selected(c, metric, channel, since, until)
    if rows.empty:
        return None
    days = rows["day"]
    return Sum(
        exact.total(rows["value"].to_numpy(dtype=float)),
        int(days.nunique()),
        pd.Timestamp(days.min()).date(),
        pd.Timestamp(days.max()).date(),
        ranges(
            c.origins["daily", int(r), "value"] for r in rows.index if ("daily", int(r), "value") in c.origins
        ),
    )


def measured(
    c: Campaign, metric: Metric, channel: str = ALL, since: date | None = None, until: date | None = None
) -> Sum | None:
    """What a metric comes to over days: a count or money added up, a rate as Σ numerator ÷ Σ denominator.

    None without data, for a denominator of 0, and for what does not add up (scores, growth). A rate's days are
    those of its denominator, its cells those of both.
    """
    if metric.kind in ("count", "money"):
        return total(c, metric.id, channel, since, until)
    if metric.kind != "rate" or not (metric.numerator and metric.denominator):
        return None
    over = total(c, metric.numerator, channel, since, until)
    under = total(c, metric.denominator, channel, since, until)
    if over is None or under is None or under.value == 0:
        return None
    return replace(under, value=over.value / under.value, cells=ranges((*over.cells, *under.cells)))


def latest(c: Campaign, metric: str, channel: str = ALL, until: date | None = None) -> Sum | None:
    """The last daily value up to a day, for what does not add up (scores, growth)."""
    rows = selected(c, metric, channel, None, until)
    if rows.empty:
        return None
    last = pd.Timestamp(rows["day"].max()).date()
    return total(c, metric, channel, last, last)


def by_day(
    c: Campaign, metric: str, channel: str = ALL, since: date | None = None, until: date | None = None
) -> dict[date, float]:
    """Day -> value, days in order; days without a value are missing, not 0."""
    rows = selected(c, metric, channel, since, until)
    return {
        pd.Timestamp(str(day)).date(): float(exact.total(values.to_numpy(dtype=float)))
        for day, values in rows.groupby("day", sort=True)["value"]
    }


def has(c: Campaign, metric: str, channel: str = ALL) -> bool:
    """Whether daily data knows the metric (on that channel) on any day at all."""
    frame = c.daily
    kept = frame["metric"] == metric
    if channel != ALL:
        kept &= frame["channel"] == channel
    return bool(kept.fillna(False).any())


def ranges(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Many cells as one range per sheet, from the first row and column to the last.

    >>> [str(c) for c in ranges([Cell("daily.csv", "", "D9"), Cell("daily.csv", "", "D2")])]
    ['daily.csv!D2:D9']
    """
    corners: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for cell in cells:
        for letters, row in _REF.findall(cell.ref):
            corners.setdefault((cell.file, cell.sheet), []).append(
                (column_index_from_string(letters), int(row))
            )
    return tuple(Cell(file, sheet, _span(found)) for (file, sheet), found in corners.items())


def _span(corners: list[tuple[int, int]]) -> str:
    columns, rows = [c for c, _ in corners], [r for _, r in corners]
    first = f"{get_column_letter(min(columns))}{min(rows)}"
    last = f"{get_column_letter(max(columns))}{max(rows)}"
    return first if first == last else f"{first}:{last}"
