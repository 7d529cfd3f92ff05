"""Checks of the daily log (F7): figures in prose against the data, and days without a log."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from campaignlib.campaign import Campaign, Row
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.checks.data import between
from campaignlib.checks.goals import is_whole
from campaignlib.config import Metric
from campaignlib.findings import Cell, Finding, Severity
from campaignlib.metrics import measures
from campaignlib.metrics.exact import agrees
from campaignlib.metrics.sums import ALL
from campaignlib.values.quantity import Quantity, quantities
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison

_KINDS = {"count": ("count",), "money": ("money", "count"), "rate": ("ratio",)}
"""Kind of a metric -> kinds of figures in prose that can be its result."""
_PLANNED = re.compile(r"目标|计划|预计|预期|预算|争取|\b(?:target|goal|plan|expect|forecast)", re.IGNORECASE)


def _prose_disagrees(c: Campaign) -> Iterator[Finding]:
    for row in c.rows("daily_log"):
        for said in quantities(row.done or ""):
            metric = measures.metric_in(c.config, said.label)
            if metric is None or row.day is None or not _is_result(metric, said):
                continue
            known = _known(c, metric, said, row)
            if not known or any(_holds(said, value) for value, _, _ in known):
                continue
            found = say.listing(
                Label("{when} {v}", "{v} {when}").fill(when=when, v=say.value(c, v, metric.unit))
                for v, when, _ in known
            )
            yield FIGURE.finding(
                [*c.cells(row, "done"), *(cell for _, _, cells in known for cell in cells)],
                read=f"{said.label}{say.value(c, float(said.value), metric.unit).zh}",
                expected=found,
                message=Label(
                    "日报写{metric} {said}，数据是{found}。请改其中一处。",
                    "The log says {metric} {said}; the data say {found}. Correct one of the two.",
                ).fill(metric=metric.label, said=say.value(c, float(said.value), metric.unit), found=found),
            )


def _is_result(metric: Metric, said: Quantity) -> bool:
    """Whether a figure is a result of the metric: not its target or forecast, nor its growth or part done (线索增长30%)."""
    return said.kind in _KINDS.get(metric.kind, ()) and not _PLANNED.search(said.label)


Known = tuple[float, Label, tuple[Cell, ...]]


def _known(c: Campaign, metric: Metric, said: Quantity, row: Row) -> list[Known]:
    """What is known of a metric on the day of a log: the board's cells when it is the board's day, else the data."""
    today, so_far = Label("当日", "that day"), Label("累计", "so far")
    channels = [ch.id for ch in c.config.channels_in(said.label)]
    if measures.board_day(c) == row.day:
        rows = [
            r for r in c.rows("board") if (m := measures.metric_of_row(c.config, r)) and m.id == metric.id
        ]
        whole = [r for r in rows if is_whole(c, r)]
        if whole:
            return [
                (value, when, c.cells(r, field))
                for r in whole
                for field, when in (("today", today), ("cumulative", so_far))
                if (value := getattr(r, field)) is not None
            ]
    found = [
        (between(c, metric, channel, first, row.day), when)
        for channel in (channels or [ALL])
        for first, when in ((row.day, today), (None, so_far))
    ]
    return [(value.value, when, value.cells) for value, when in found if value is not None]


def _holds(said: Quantity, ours: float) -> bool:
    if said.comparison == Comparison.AT_LEAST:
        return ours >= float(said.value)
    if said.comparison == Comparison.AT_MOST:
        return ours <= float(said.value)
    if said.upper is not None:
        return float(said.value) <= ours <= float(said.upper)
    return agrees(said.value, ours, said.kind)


def _days_without_log(c: Campaign) -> Iterator[Finding]:
    window, rows = c.config.window, c.rows("daily_log")
    if window is None or not rows:
        return
    last = min(window.end, c.last_day or c.config.as_of or window.end)
    wanted = [window.start + timedelta(days=n) for n in range((last - window.start).days + 1)]
    logged = {r.day for r in rows}
    missing = [d for d in wanted if d not in logged]
    if not missing:
        return
    ranges = say.listing(say.days(a, b) if a != b else say.day(a) for a, b in _runs(missing))
    yield MISSING_DAY.finding(
        say.column(c, rows, "day"),
        read=f"{len(wanted) - len(missing)}/{len(wanted)}",
        expected=Label("每天一份日报", "a log for each day"),
        message=Label(
            "{all} 天里有 {n} 天没有日报：{ranges}。请补，或写明那几天没有事项。",
            "{n} of {all} days have no log: {ranges}. Add them, or say that nothing happened.",
        ).fill(all=len(wanted), n=len(missing), ranges=ranges),
    )


def _runs(days: list[date]) -> list[tuple[date, date]]:
    """Consecutive days as (first, last).

    >>> _runs([date(2024, 8, 1), date(2024, 8, 2), date(2024, 8, 5)])[1]
    (datetime.date(2024, 8, 5), datetime.date(2024, 8, 5))
    """
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


FIGURE = Check(
    "F7-FIGURE",
    Severity.NOTE,
    Label("日报数字与数据一致", "Figures in prose agree with the data"),
    _prose_disagrees,
)
MISSING_DAY = Check(
    "F7-MISSING-DAY", Severity.NOTE, Label("每天有日报", "A log for each day"), _days_without_log
)
CHECKS: tuple[Check, ...] = (FIGURE, MISSING_DAY)
