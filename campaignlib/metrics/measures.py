"""What is measured: a metric of the library on a channel, joined over goals, board, evaluation and daily data.

Two names are the same metric only when the library says so (id, label or alias); near-same names stay apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from campaignlib.campaign import Campaign, Row
from campaignlib.config import Channel, Config, Metric, plain_name
from campaignlib.errors import CampaignError
from campaignlib.figures import RATIO, Target, Unit
from campaignlib.findings import Cell
from campaignlib.metrics.sums import ALL
from campaignlib.values import quantity
from campaignlib.values.quantity import Quantity
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison

FORMS = {"goals": "F1", "board": "F8", "evaluation": "F10"}

SPEND, SALES, LEADS, QUALIFIED, ORDERS = "spend", "sales", "leads", "qualified_leads", "orders"
IMPRESSIONS, CLICKS, ROI, SATISFACTION = "impressions", "clicks", "roi", "satisfaction"
INCREMENTAL = "incremental_sales"
"""Ids of the metric library that some figures need; a campaign whose library lacks one has no such figure."""

_BRACKETS = re.compile(r"[(（][^)）]*[)）]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A row of F1, F8 or F10 as something measured. `metric` and `channel` are None where the library lacks them."""

    row: Row
    metric: Metric | None
    channel: Channel | None
    target: Target | None
    dimension: str = ""
    owner: str = ""

    @property
    def form(self) -> str:
        return FORMS[self.row.form]

    @property
    def key(self) -> str:
        return f"{self.form}:{self.row.record}"

    @property
    def metric_id(self) -> str:
        return self.metric.id if self.metric else ""

    @property
    def channel_id(self) -> str:
        """The channel's id; `all` for goals and results of the whole; empty for a channel the library lacks."""
        if self.channel:
            return self.channel.id
        return "" if getattr(self.row, "channel", None) else ALL

    @property
    def unit(self) -> Unit:
        """The library's unit. Of a metric that it lacks, a target up to 1 says that shares are meant, and so does
        a value between 0 and 1 without a target: counts are whole."""
        if self.metric:
            return self.metric.unit
        if self.target is not None:
            return Unit("count") if self.adds_up else RATIO
        value = getattr(self.row, "cumulative", None) or getattr(self.row, "actual", None)
        return RATIO if value and 0 < abs(value) < 1 else Unit("count")

    @property
    def adds_up(self) -> bool:
        """Whether its values add up over days. A metric that the library lacks is taken for a count when its
        target is above 1, since shares and growth are fractions."""
        if self.metric:
            return self.metric.kind in ("count", "money")
        return self.target is not None and float(self.target.value) > 1

    @property
    def name(self) -> Label:
        """The metric's name, as written where the library lacks it."""
        return self.metric.label if self.metric else Label.same(str(self.row.metric or ""))

    @property
    def of(self) -> Label:
        """The reader's name: channel and metric."""
        name = self.name
        if self.channel_id == ALL:
            return name
        where = self.channel.label if self.channel else Label.same(str(self.row.channel))
        return Label(where.zh + name.zh, f"{where.en} {lowered(name.en)}".strip())

    @property
    def open_range(self) -> bool:
        """A range whose upper end is not known: nothing can be judged by it."""
        return (
            self.target is not None
            and self.target.comparison is Comparison.RANGE
            and self.target.upper is None
        )

    @property
    def floor(self) -> float | None:
        return self.metric.floor if self.metric else None


def goals(c: Campaign) -> tuple[Measure, ...]:
    """A measure per goal of F1."""
    return tuple(_measure(c.config, row) for row in c.rows("goals"))


def board(c: Campaign) -> tuple[Measure, ...]:
    """A measure per row of F8."""
    return tuple(_measure(c.config, row) for row in c.rows("board"))


def evaluation(c: Campaign) -> tuple[Measure, ...]:
    """A measure per row of F10."""
    return tuple(_measure(c.config, row) for row in c.rows("evaluation"))


def same(measures: tuple[Measure, ...], metric: str, channel: str = ALL) -> Measure | None:
    """The first measure of that metric and channel."""
    return next((m for m in measures if metric and (m.metric_id, m.channel_id) == (metric, channel)), None)


def board_day(c: Campaign) -> date | None:
    """The day the board speaks of: campaign.toml's, else that of the reports, else the last day with data. None when
    nothing is dated: then the board is taken as of the day that is asked about."""
    return c.config.board_as_of or c.config.as_of or c.last_day


def unit_record(m: Measure) -> dict[str, object]:
    """What the actual value counts, as an input of figures whose own value is an index or a ratio of it."""
    return {"kind": m.unit.kind, "label": m.unit.label}


def metric_of(config: Config, *texts: str | None) -> Metric | None:
    """The metric of the library that one of these texts names, also without what stands in brackets."""
    for text in texts:
        if text:
            found = config.metric(text) or config.metric(_BRACKETS.sub("", text))
            if found:
                return found
    return None


def metric_of_row(config: Config, row: Row) -> Metric | None:
    """The metric a row of F1, F8 or F10 is about: what its metric cell names, else the words before its target."""
    written = _written(row)
    return metric_of(config, row.metric, written.label if written else None)


def metric_in(config: Config, text: str) -> Metric | None:
    """The metric with the longest name that occurs in a longer text; None when no name occurs."""
    folded = plain_name(text)
    named = [
        (len(name), metric)
        for metric in config.metrics
        for name in map(plain_name, (metric.label.zh, metric.label.en, *metric.aliases))
        if name and name in folded
    ]
    return max(named, key=lambda pair: pair[0])[1] if named else None


def target_cells(c: Campaign, m: Measure) -> tuple[Cell, ...]:
    return c.cells(m.row, "target")


def _measure(config: Config, row: Row) -> Measure:
    written = _written(row)
    metric = metric_of_row(config, row)
    channel_text = getattr(row, "channel", None)
    return Measure(
        row=row,
        metric=metric,
        channel=config.channel(channel_text) if channel_text else None,
        target=_target(row, metric, written.upper if written else None),
        dimension=str(getattr(row, "dimension", None) or ""),
        owner=str(row.owner or ""),
    )


def _written(row: Row) -> Quantity | None:
    """The target as written (`话题阅读量500万+`): the words before it, the upper end of a range."""
    text = getattr(row, "target_text", None)
    return _quantity(str(text)) if text else None


@lru_cache(maxsize=1024)
def _quantity(text: str) -> Quantity | None:
    try:
        return quantity.read(text)
    except CampaignError:
        return None


def _target(row: Row, metric: Metric | None, upper: Decimal | None) -> Target | None:
    if row.target is None:
        return None
    said = Comparison(row.target_is) if row.target_is else None
    comparison = said or (metric.direction if metric else Comparison.AT_LEAST)
    return Target(row.target, comparison, upper if comparison is Comparison.RANGE else None)


def lowered(text: str) -> str:
    """A label inside a name: `Leads` -> `leads`, `ROI` stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
