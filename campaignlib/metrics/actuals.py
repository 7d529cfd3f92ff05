"""What has been reached: from the board, the evaluation or daily data, with counts behind rates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from campaignlib.campaign import Campaign
from campaignlib.config import Metric
from campaignlib.findings import Cell
from campaignlib.metrics import final, intervals, measures, say, sums
from campaignlib.metrics.exact import agrees, exact
from campaignlib.metrics.measures import Measure
from campaignlib.metrics.sums import ALL
from campaignlib.words.label import NONE, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """A value reached, or the reason why there is none.

    value      as the source says it; `exact` is the same before rounding when counts agree with it
    numerator, denominator, interval   of a rate with counts
    basis      where it comes from, in words
    """

    value: Fraction | None = None
    numerator: int | None = None
    denominator: int | None = None
    interval: tuple[float, float] | None = None
    today: float | None = None
    basis: Label = NONE
    cells: tuple[Cell, ...] = ()
    missing: Label = NONE

    @property
    def unrounded(self) -> Fraction | None:
        """What targets are judged on."""
        if self.value is not None and self.numerator is not None and self.denominator:
            return Fraction(self.numerator, self.denominator)
        return self.value


def of_goal(c: Campaign, m: Measure, day: date) -> Actual:
    """A goal's result: after the end from F10 when it has the metric, else from daily data up to the day."""
    end = c.config.window.end if c.config.window else None
    result = measures.same(measures.evaluation(c), m.metric_id) if end is None or day > end else None
    found = of_evaluation(c, result) if result else of_daily(c, m.metric, ALL, day)
    return found if found.value is not None else replace(found, missing=_no_data(found, m.row.due, day))


def of_board(c: Campaign, m: Measure, day: date) -> Actual:
    """A board row's result: as written on the board's day, else from daily data up to the day."""
    stated = measures.board_day(c)
    if stated is not None and day != stated:
        found = of_daily(c, m.metric, m.channel_id, day)
        if found.value is None and not found.missing:
            reason = Label("每日数据没有；看板是{day}的", "not in daily data; the board is of {day}")
            return replace(found, missing=reason.fill(day=say.day(stated)))
        return found
    cells = c.cells(m.row, "cumulative")
    if m.row.cumulative is None:
        return Actual(missing=Label("F8没有写累计数据", "F8 states no cumulative value"), cells=cells)
    board = Actual(value=exact(m.row.cumulative), today=m.row.today, basis=_board_basis(c, day), cells=cells)
    return _with_counts(board, of_daily(c, m.metric, m.channel_id, day), m.metric)


def _board_basis(c: Campaign, day: date) -> Label:
    """A board carries no date: unless campaign.toml dates it, it is said what it is taken for."""
    basis = Label("F8累计", "F8 cumulative")
    if c.config.board_as_of:
        return basis
    taken = Label("看板没有日期，当作{day}", "the board has no date, taken as of {day}")
    return say.joined(basis, taken.fill(day=say.day(day)))


def of_evaluation(c: Campaign, m: Measure) -> Actual:
    """A result as F10 states it, with the counts of daily data behind a rate."""
    cells = c.cells(m.row, "actual")
    if m.row.actual is None:
        return Actual(missing=Label("F10没有写实际值", "F10 states no actual value"), cells=cells)
    stated = Actual(value=exact(m.row.actual), basis=Label("F10实际值", "F10 actual"), cells=cells)
    return _with_counts(stated, of_daily(c, m.metric, ALL, None), m.metric)


def of_daily(c: Campaign, metric: Metric | None, channel: str, until: date | None) -> Actual:
    """Daily data up to a day: a sum, a rate from its counts, or the last value of what does not add up.

    `missing` stays empty when there simply is no data, and says why where there is another reason.
    """
    if metric is None:
        return Actual(missing=Label("指标库里没有这个指标", "not in the metric library"))
    if metric.kind == "rate" and metric.numerator and metric.denominator:
        return _rate(c, metric, channel, until)
    adds_up = metric.kind in ("count", "money")
    found = (
        sums.total(c, metric.id, channel, None, until)
        if adds_up
        else sums.latest(c, metric.id, channel, until)
    )
    if found is None:
        return Actual()
    today = sums.by_day(c, metric.id, channel, until, until).get(until) if until else None
    return Actual(value=found.value, today=today, basis=_up_to(found, until), cells=found.cells)


def _rate(c: Campaign, metric: Metric, channel: str, until: date | None) -> Actual:
    over = sums.total(c, metric.numerator, channel, None, until)
    under = sums.total(c, metric.denominator, channel, None, until)
    if over is None or under is None:
        return Actual()
    if under.value == 0:
        zero = c.config.by_id(metric.denominator).label
        return Actual(missing=Label("{what}为0", "{what}: 0").fill(what=zero), cells=under.cells)
    that_day = sums.measured(c, metric, channel, until, until) if until else None
    found = Actual(
        value=over.value / under.value,
        today=float(that_day.value) if that_day else None,
        basis=_up_to(under, until),
        cells=sums.ranges((*over.cells, *under.cells)),
    )
    whole = over.value.denominator == under.value.denominator == 1
    if not whole or not 0 <= over.value <= under.value:
        return found
    k, n = int(over.value), int(under.value)
    return replace(
        found,
        numerator=k,
        denominator=n,
        interval=intervals.wilson(k, n, c.config.thresholds.confidence),
    )


def _with_counts(stated: Actual, counted: Actual, metric: Metric | None) -> Actual:
    """The counts of daily data behind a stated rate, if they agree with it at the digits written."""
    if metric is None or metric.kind != "rate" or counted.value is None or stated.value is None:
        return stated
    if not agrees(stated.value, counted.value, "ratio"):
        other = Label("每日数据得{rate}", "daily data gives {rate}").fill(rate=say.share(counted.value))
        return replace(stated, basis=say.joined(stated.basis, other))
    return replace(
        stated,
        numerator=counted.numerator,
        denominator=counted.denominator,
        interval=counted.interval,
        basis=say.joined(stated.basis, counted.basis),
        cells=(*stated.cells, *counted.cells),
    )


def _up_to(found: sums.Sum, until: date | None) -> Label:
    last = min(found.last, until) if until else found.last
    return Label("每日数据到{day}", "daily data to {day}").fill(day=say.day(last))


def _no_data(found: Actual, due: date | None, day: date) -> Label:
    if found.missing:
        return found.missing
    if due and due > day:
        return Label("尚无数据（{day}到）", "no data yet (due {day})").fill(day=say.day(due))
    return Label("没有结果：F10和每日数据都没有", "no result in F10 or in daily data")


def no_data(c: Campaign, m: Measure, found: Actual, day: date) -> Label:
    """Why a measure has no value, as a reader is told."""
    return _no_data(found, final.due(c, m.metric_id), day)
