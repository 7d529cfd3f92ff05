"""Risks: likelihood × impact, and triggers held against the data where they name a metric."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from campaignlib.campaign import Campaign, Row
from campaignlib.config import Metric, Stage
from campaignlib.errors import CampaignError
from campaignlib.figures import Figure, Figures, Unit
from campaignlib.findings import Cell
from campaignlib.metrics import actuals, measures, say, sums, windows
from campaignlib.metrics.exact import decimal, exact, plain
from campaignlib.metrics.sums import ALL
from campaignlib.values import condition
from campaignlib.values.condition import Condition
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import Level, Standing

SCORE = Unit("score")
DEFINITION = Label("可能性 × 影响（低1，中2，高3）", "likelihood × impact (low 1, medium 2, high 3)")
NO_LEVEL = Label("没有写可能性或影响程度", "likelihood or impact is not stated")
FIRST_DAY = ("首日", "第一天", "首天", "first day")
ONE_DAY = ("单日", "每日", "当日", "日均", "daily", "a day")


@dataclass(frozen=True, slots=True)
class Seen:
    """A trigger held against the data."""

    state: str
    value: int | float | None = None
    day: date | None = None
    cells: tuple[Cell, ...] = ()
    note: Label | None = None
    rule: Label = NONE


def score(likelihood: Level, impact: Level) -> int:
    """Likelihood × impact by rank.

    >>> score(Level.MEDIUM, Level.HIGH)
    6
    """
    return likelihood.rank * impact.rank


def risks(c: Campaign, as_of: date | str | None = None) -> Figures:
    """`risk` per row of F6 (key `F6:1`); value is likelihood × impact, each 1 (low) to 3 (high): a score of 1 to 9.

    inputs: scenario, likelihood, impact, trigger, state (triggered, not_triggered, person, no_data), observed,
    observed_on, owner, response, note (when another form dates the stage differently: what follows from that).
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> traffic = risks(load("data/back-to-school-2024"), "2024-08-02").one("risk", "F6:3")
    >>> traffic.value, traffic.inputs["state"]
    (4, 'triggered')
    """
    day = c.day(as_of)
    return Figures(_figure(c, row, day) for row in c.rows("risk_plan"))


def _figure(c: Campaign, row: Row, day: date) -> Figure:
    likelihood = Level(row.likelihood) if row.likelihood else None
    impact = Level(row.impact) if row.impact else None
    value = score(likelihood, impact) if likelihood and impact else None
    seen = trigger(c, str(row.trigger or ""), day)
    return Figure(
        name="risk",
        key=f"F6:{row.record}",
        of=Label.same(str(row.scenario or "")),
        value=value,
        unit=SCORE,
        definition=DEFINITION,
        undefined=NO_LEVEL if value is None else None,
        status=Standing.UNDEFINED if value is None else None,
        rule=seen.rule,
        as_of=day,
        inputs={
            "scenario": row.scenario,
            "likelihood": row.likelihood,
            "impact": row.impact,
            "trigger": row.trigger,
            "state": seen.state,
            "observed": seen.value,
            "observed_on": seen.day,
            "owner": row.owner,
            "response": row.response,
            "note": seen.note,
        },
        cells=(*c.cells(row, "likelihood", "impact", "trigger"), *seen.cells),
    )


def trigger(c: Campaign, text: str, day: date) -> Seen:
    """A trigger as of a day. One that is no condition, or names no metric of the library, is a person's to judge."""
    try:
        wanted = condition.read(text)
    except CampaignError:
        return Seen("person")
    metric = measures.metric_in(c.config, wanted.subject)
    if metric is None:
        return Seen("person")
    channels = [ch for ch in c.config.channels_in(wanted.subject) if ch.id != ALL]
    channel = channels[0].id if len(channels) == 1 else ALL
    stages = c.config.stages_in(wanted.subject)
    stage = stages[0] if stages else None
    since, until = _span(c, wanted.subject, stage, day)
    seen = _held(c, wanted, metric, channel, since, until, day)
    other = _otherwise(c, wanted, metric, channel, stage, since, day) if _is_first(wanted.subject) else None
    if other is None or other.note is None:
        return seen
    return Seen(seen.state, seen.value, seen.day, (*seen.cells, *other.cells), other.note, seen.rule)


def _span(c: Campaign, subject: str, stage: Stage | None, day: date) -> tuple[date | None, date]:
    """The days a trigger speaks of: the first day of the stage, the stage so far, the last day, or all so far."""
    window = stage.window if stage else c.config.window
    if _is_first(subject) and window:
        return window.start, window.start
    if any(word in subject for word in ONE_DAY):
        return day, day
    return (window.start, min(window.end, day)) if stage and window else (None, day)


def _is_first(subject: str) -> bool:
    return any(word in subject.casefold() for word in FIRST_DAY)


def _held(
    c: Campaign, wanted: Condition, metric: Metric, channel: str, since: date | None, until: date, day: date
) -> Seen:
    if (since or until) > day:
        starts = Label("{day}开始", "starts {day}").fill(day=say.day(since or until))
        return Seen("no_data", rule=starts)
    value, cells = _observed(c, metric, channel, since, until)
    if value is None:
        return Seen("no_data", rule=Label("没有数据", "no data"))
    fired = wanted.holds(value)
    sign = wanted.operator
    words = Label("{day}为{v}，条件{sign}{limit}", "{v} on {day}, condition {sign}{limit}")
    rule = words.fill(
        day=say.day(until),
        v=say.amount(exact(value), metric.unit, c.config.currency),
        sign=sign,
        limit=say.bare(wanted.value, metric.unit, c.config.currency),
    )
    state = "triggered" if fired else "not_triggered"
    return Seen(state, plain(exact(value)), until, cells, None, rule)


def _observed(
    c: Campaign, metric: Metric, channel: str, since: date | None, until: date
) -> tuple[Decimal | None, tuple[Cell, ...]]:
    if metric.kind in ("count", "money") or metric.numerator:
        found = sums.measured(c, metric, channel, since, until)
        return (decimal(found.value), found.cells) if found else (None, ())
    actual = actuals.of_daily(c, metric, channel, until)
    return (None if actual.value is None else decimal(actual.value)), actual.cells


def _otherwise(
    c: Campaign,
    wanted: Condition,
    metric: Metric,
    channel: str,
    stage: Stage | None,
    since: date | None,
    day: date,
) -> Seen | None:
    """The same trigger on the first day that F5 gives the stage, if it is another one."""
    for row in windows.stage_rows(c, stage) if stage else ():
        if row.start == since:
            continue
        other = _held(c, wanted, metric, channel, row.start, row.start, day)
        cell = next(iter(c.cells(row, "start")), None)
        words = Label("{cell}写{day}起：{what}，{result}", "{cell} says from {day}: {what}; {result}")
        result = STATES[other.state]
        note = words.fill(cell=say.at(cell), day=say.day(row.start), what=other.rule, result=result)
        return Seen(other.state, other.value, other.day, (*([cell] if cell else []), *other.cells), note)
    return None


STATES: dict[str, Any] = {
    "triggered": Label("已触发", "triggered"),
    "not_triggered": Label("未触发", "not triggered"),
    "person": Label("由人判断", "for a person to judge"),
    "no_data": Label("无数据", "no data"),
}
