"""Windows that pace is measured in, and the other ones the forms would give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from campaignlib.campaign import Campaign, Row
from campaignlib.config import Config, Metric, Stage, Window
from campaignlib.findings import Cell
from campaignlib.metrics.exact import exact
from campaignlib.metrics.measures import Measure
from campaignlib.metrics.sums import ALL
from campaignlib.words.label import Label


@dataclass(frozen=True, slots=True)
class Other:
    """Another window that a form or the stage plan would give, and where it stands."""

    window: Window
    why: Label
    form: str
    cell: Cell | None = None


def planned_share(window: Window, day: date, stages: Sequence[Stage] = ()) -> Fraction:
    """The part of a target planned to be reached at the end of a day.

    From the stages' shares when every stage has one (they are weights: 3, 5, 2 and 30, 50, 20 say the same),
    linear inside a stage; else linear over the window, both ends counted.

    >>> planned_share(Window(date(2024, 7, 20), date(2024, 8, 10)), date(2024, 8, 2))
    Fraction(7, 11)
    >>> planned_share(Window(date(2024, 7, 20), date(2024, 8, 10)), date(2024, 7, 19))
    Fraction(0, 1)
    """
    weights = [exact(s.share) for s in stages if s.share is not None]
    if not stages or len(weights) < len(stages) or sum(weights) <= 0:
        return Fraction(window.passed(day), window.days)
    parts = (
        weight * Fraction(stage.window.passed(day), stage.window.days)
        for stage, weight in zip(stages, weights, strict=True)
    )
    return sum(parts, Fraction()) / sum(weights)


def knots(window: Window, stages: Sequence[Stage] = ()) -> tuple[dict[str, date | float], ...]:
    """Where the planned line bends: each with a day and the share planned by then, the day before the window first.

    >>> [k["share"] for k in knots(Window(date(2024, 7, 20), date(2024, 8, 10)))]
    [0.0, 1.0]
    """
    shared = [s.window for s in stages if s.share is not None]
    bends = {d for w in shared for d in (w.start - timedelta(1), w.end) if d in window}
    days = [window.start - timedelta(1), *sorted({*bends, window.end})]
    return tuple({"day": d, "share": float(planned_share(window, d, stages))} for d in days)


def has_shares(config: Config) -> bool:
    """Whether the stage plan says how each target is spread over the stages."""
    return bool(config.stages) and all(s.share is not None for s in config.stages)


def window_of(config: Config, metric: Metric | None) -> Window | None:
    """The metric's own window, else the campaign's."""
    if has_shares(config) and config.window:
        return config.window
    return metric.window if metric and metric.window else config.window


def others(c: Campaign, m: Measure, used: Window) -> tuple[Other, ...]:
    """Other windows to the same end: from each stage, from F5's dates of a stage, and those of F4 and F5 tasks
    that name the measure's channel; each window once."""
    found: dict[tuple[date, date], Other] = {}
    for other in (*_stages(c, used), *_dated(c, m, used)):
        span = (other.window.start, other.window.end)
        if span != (used.start, used.end):
            found.setdefault(span, other)
    return tuple(sorted(found.values(), key=lambda o: (o.window.start, o.window.end)))


def stage_rows(c: Campaign, stage: Stage) -> tuple[Row, ...]:
    """Tasks of F5 that name a stage and have dates."""
    return tuple(
        row
        for row in c.rows("schedule")
        if row.task
        and row.start
        and row.end
        and row.start <= row.end
        and stage in c.config.stages_in(row.task)
    )


def _stages(c: Campaign, used: Window) -> Iterator[Other]:
    for stage in c.config.stages:
        if used.start < stage.window.start <= used.end:
            yield Other(Window(stage.window.start, used.end), stage.label, "config")


def _dated(c: Campaign, m: Measure, used: Window) -> Iterator[Other]:
    for stage in c.config.stages:
        for row in stage_rows(c, stage):
            if row.start <= used.end:
                cell = next(iter(c.cells(row, "start")), None)
                yield Other(Window(row.start, used.end), Label.same(row.task), "F5", cell)
    for name, code in (("assignments", "F4"), ("schedule", "F5")):
        for row in c.rows(name):
            if row.task and row.start and row.end and row.start <= row.end and _is_of(c, m, row.task):
                cell = next(iter(c.cells(row, "start")), None)
                yield Other(Window(row.start, row.end), Label.same(row.task), code, cell)


def _is_of(c: Campaign, m: Measure, task: str) -> bool:
    """Whether a task's name points to the measure's channel and no other."""
    named = [ch for ch in c.config.channels_in(task) if ch.id != ALL]
    return named == [m.channel]
