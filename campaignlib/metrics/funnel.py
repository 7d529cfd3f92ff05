"""The funnel: what each channel brought and cost, and the rates between the steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from campaignlib.campaign import Campaign
from campaignlib.config import Channel, Metric
from campaignlib.figures import RATIO, Figure, Figures, Unit
from campaignlib.metrics import final, intervals, measures, say, sums
from campaignlib.metrics.exact import decimal, plain
from campaignlib.metrics.sums import ALL, Sum
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import Standing

UNALLOCATED = "unallocated"
MONEY = Unit("money")


@dataclass(frozen=True, slots=True)
class Quotient:
    """A rate between two metrics. `scale` multiplies (CPM is per thousand)."""

    name: str
    label: Label
    over: str
    under: str
    unit: Unit
    scale: int = 1
    where: str = ""
    """`channels`: only of channels, whose sums need not cover the same channels; `all`: only of the whole."""


DERIVED = (
    Quotient("cpl", Label("每条线索成本", "Cost per lead"), measures.SPEND, measures.LEADS, MONEY),
    Quotient(
        "cost_per_qualified",
        Label("每条合格线索成本", "Cost per qualified lead"),
        measures.SPEND,
        measures.QUALIFIED,
        MONEY,
    ),
    Quotient("cpa", Label("每单成本", "Cost per order"), measures.SPEND, measures.ORDERS, MONEY),
    Quotient(
        "cpm",
        Label("千次曝光成本", "Cost per mille"),
        measures.SPEND,
        measures.IMPRESSIONS,
        MONEY,
        1000,
        "channels",
    ),
    Quotient(
        "ctr", Label("点击率", "Click rate"), measures.CLICKS, measures.IMPRESSIONS, RATIO, where="channels"
    ),
    Quotient(
        "mer", Label("销售额 ÷ 花费", "Sales ÷ spend"), measures.SALES, measures.SPEND, RATIO, where="all"
    ),
)


def quotient(over: Fraction | None, under: Fraction | None, scale: int = 1) -> Fraction | None:
    """Σ numerator ÷ Σ denominator over the period, never a mean or a sum of daily ratios; None without both.

    >>> float(quotient(Fraction(100 + 900 + 20), Fraction(50 + 100 + 10)))
    6.375
    """
    return scale * over / under if over is not None and under else None


def funnel(c: Campaign, as_of: date | str | None = None) -> Figures:
    """A figure per metric of daily data (name: its id) and channel (key: its id, or `all`), summed up to a day.

    Counts and money add up over days; what `all` holds beyond its channels stands under `unallocated`. Rates are
    Σ ÷ Σ with their Wilson interval; costs per lead, qualified lead and order where spend is known. inputs:
    numerator, denominator, share_of_all, metric_label, confidence (of the interval).
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> f = funnel(load("data/back-to-school-2024"), "2024-08-02")
    >>> int(f.one("leads", "douyin").value), f.one("conversion_rate", "all").value
    (850, 0.125)
    """
    day = c.day(as_of)
    channels = [ch for ch in c.config.channels if ch.id != ALL]
    made: list[Figure] = []
    for metric in c.config.metrics:
        if metric.kind in ("count", "money") and sums.has(c, metric.id):
            made += _added(c, metric, channels, day)
    for q in _quotients(c):
        for channel in [*channels, None]:
            if not q.where or (channel is None) == (q.where == "all"):
                made += _rate(c, q, channel, day)
    return Figures(made)


def _added(c: Campaign, metric: Metric, channels: list[Channel], day: date) -> Iterator[Figure]:
    whole = sums.total(c, metric.id, ALL, None, day)
    parts = Fraction()
    for channel in channels:
        if sums.has(c, metric.id, channel.id):
            found = sums.total(c, metric.id, channel.id, None, day)
            parts += found.value if found else 0
            yield _sum(c, metric, channel.label, channel.id, found, whole, day)
    yield _sum(c, metric, ALL_LABEL, ALL, whole, whole, day)
    if whole and parts and whole.value != parts:
        rest = Sum(whole.value - parts, whole.days, whole.first, whole.last, whole.cells)
        yield _sum(c, metric, Label("未归到渠道", "Unallocated"), UNALLOCATED, rest, whole, day)


ALL_LABEL = Label("全部", "All")


def _sum(
    c: Campaign, metric: Metric, where: Label, key: str, found: Sum | None, whole: Sum | None, day: date
) -> Figure:
    share = float(found.value / whole.value) if found and whole and whole.value else None
    value: Any = None
    if found:
        value = decimal(found.value) if metric.unit.kind == "money" else plain(found.value)
    return Figure(
        name=metric.id,
        key=key,
        of=where,
        value=value,
        unit=metric.unit,
        definition=Label("{what}，按日相加", "{what}, summed over days").fill(what=metric.label),
        basis=_basis(found),
        status=None if found else Standing.NO_DATA,
        undefined=None if found else NO_DATA,
        as_of=day,
        final_on=final.final_on(c, metric, day),
        inputs={
            "numerator": value,
            "denominator": None,
            "share_of_all": share,
            "metric_label": metric.label,
        },
        cells=found.cells if found else (),
    )


NO_DATA = Label("没有数据", "no data")


def _quotients(c: Campaign) -> Iterator[Quotient]:
    """The rates of the library, then the usual ones it does not declare; those with data on both sides."""
    known = set()
    for m in c.config.metrics:
        if m.kind == "rate" and m.numerator and m.denominator:
            known.add(m.id)
            yield Quotient(m.id, m.label, m.numerator, m.denominator, m.unit)
    for q in DERIVED:
        if q.name not in known and sums.has(c, q.over) and sums.has(c, q.under):
            yield q


def _rate(c: Campaign, q: Quotient, channel: Channel | None, day: date) -> Iterator[Figure]:
    key = channel.id if channel else ALL
    if not sums.has(c, q.over, key) and not sums.has(c, q.under, key):
        return
    over, under = sums.total(c, q.over, key, None, day), sums.total(c, q.under, key, None, day)
    value = quotient(over.value if over else None, under.value if under else None, q.scale)
    low, high = _interval(c, q, over, under)
    missing = _missing(c, q, over, under)
    metric = next((m for m in c.config.metrics if m.id == q.name), None)
    shown: Any = None
    if value is not None:
        shown = decimal(value) if q.unit.kind == "money" else float(value)
    yield Figure(
        name=q.name,
        key=key,
        of=channel.label if channel else ALL_LABEL,
        value=shown,
        unit=q.unit,
        definition=_definition(c, q),
        basis=_basis(under),
        status=None if value is not None else Standing.NO_DATA,
        undefined=None if value is not None else missing,
        low=low,
        high=high,
        as_of=day,
        final_on=final.final_on(c, metric, day),
        inputs={
            "numerator": plain(over.value) if over else None,
            "denominator": plain(under.value) if under else None,
            "share_of_all": None,
            "metric_label": q.label,
            "confidence": c.config.thresholds.confidence,
        },
        cells=sums.ranges((*(over.cells if over else ()), *(under.cells if under else ()))),
    )


def _interval(
    c: Campaign, q: Quotient, over: Sum | None, under: Sum | None
) -> tuple[float | None, float | None]:
    if q.unit.kind != "ratio" or q.over in (measures.SALES, measures.SPEND) or not over or not under:
        return None, None
    whole = over.value.denominator == under.value.denominator == 1
    if not whole or not 0 <= over.value <= under.value or under.value == 0:
        return None, None
    return intervals.wilson(int(over.value), int(under.value), c.config.thresholds.confidence)


def _definition(c: Campaign, q: Quotient) -> Label:
    over, under = _name(c, q.over), _name(c, q.under)
    times = Label("1000 × ", "1000 × ") if q.scale == 1000 else NONE
    return Label(
        f"{times.zh}{over.zh} ÷ {under.zh}，累计",
        f"{times.en}{over.en} ÷ {measures.lowered(under.en)}, cumulative",
    )


def _name(c: Campaign, metric: str) -> Label:
    return c.config.by_id(metric).label if metric in c.config.metric_ids else Label.same(metric)


def _missing(c: Campaign, q: Quotient, over: Sum | None, under: Sum | None) -> Label:
    if under is not None and under.value == 0:
        return Label("{what}为0", "{what}: 0").fill(what=_name(c, q.under))
    lacking = q.over if over is None else q.under
    name = _name(c, lacking)
    return Label(f"没有{name.zh}数据", f"no data on {measures.lowered(name.en)}")


def _basis(found: Sum | None) -> Label:
    if found is None:
        return NONE
    return Label("每日数据到{day}", "daily data to {day}").fill(day=say.day(found.last))
