"""A campaign's settings: names, dates, stages, channels, the metric library and the thresholds."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from campaignlib.figures import Unit
from campaignlib.values.context import Context
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Comparison

KINDS = ("count", "rate", "money", "score", "change", "ratio")
COST_BASES = ("stated", "items", "actual")
WHOLE = "all"
"""The id of the channel that stands for the whole campaign."""


def plain_name(text: str) -> str:
    """A name as names are compared: NFKC, case and blanks folded.

    >>> plain_name(" Ｄouyin ")
    'douyin'
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, slots=True)
class Window:
    """Days from start to end, both counted."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def passed(self, day: date) -> int:
        """Days of the window that have passed at the end of `day`, never under 0 or over `days`.

        >>> Window(date(2024, 7, 20), date(2024, 8, 10)).passed(date(2024, 8, 2))
        14
        """
        return min(max((day - self.start).days + 1, 0), self.days)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the campaign. `share` is the part of each target planned for it, None for linear."""

    id: str
    label: Label
    window: Window
    share: float | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    id: str
    label: Label
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """One entry of the metric library.

    kind: count and money add up over days; rate is numerator ÷ denominator (ids of other metrics) over the
    period; score is a mean of answers; change is a growth against a base; ratio is computed (ROI).
    """

    id: str
    label: Label
    kind: str
    unit: Unit
    direction: Comparison = Comparison.AT_LEAST
    aliases: tuple[str, ...] = ()
    numerator: str = ""
    denominator: str = ""
    floor: float | None = None
    window: Window | None = None
    tolerance: float | None = None
    conversion_days: int | None = None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What judges. tolerance: pace may differ this much; reserve: contingency as a part of the budget;
    response_minutes: alert to cause and first action; solution_hours: large issue to solution;
    confidence: of every interval."""

    tolerance: float = 0.2
    reserve_low: float = 0.10
    reserve_high: float = 0.15
    response_minutes: int = 30
    solution_hours: float = 2
    confidence: float = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A campaign's settings; `source` is the file they were read from, for findings."""

    id: str
    name: Label
    lead: str = ""
    languages: tuple[Lang, ...] = ("zh", "en")
    currency: str = "CNY"
    time_zone: str = "Asia/Shanghai"
    preparation: date | None = None
    window: Window | None = None
    as_of: date | None = None
    board_as_of: date | None = None
    cost_basis: str = "stated"
    margin: float | None = None
    year: int | None = None
    stages: tuple[Stage, ...] = ()
    channels: tuple[Channel, ...] = ()
    metrics: tuple[Metric, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    holidays: Mapping[date, bool] = field(default_factory=dict)
    forms: tuple[str, ...] = ()
    daily: tuple[str, ...] = ()
    source: str = "campaign.toml"

    @property
    def starts(self) -> date | None:
        """The first day of all, preparation included."""
        return self.preparation or (self.window.start if self.window else None)

    @property
    def context(self) -> Context:
        """What values written in this campaign's forms need to be understood."""
        return Context(
            year=self.year,
            start=self.starts,
            end=self.window.end if self.window else None,
            holidays=self.holidays,
            currency=self.currency,
        )

    def metric(self, text: str) -> Metric | None:
        """The metric a name stands for: id, label or alias, exactly but for case, width and blanks."""
        wanted = plain_name(text)
        return next((m for m in self.metrics if wanted in names(m)), None)

    def channel(self, text: str) -> Channel | None:
        """The channel a name stands for: id, label or alias, exactly but for case, width and blanks."""
        wanted = plain_name(text)
        return next((c for c in self.channels if wanted in names(c)), None)

    def channels_in(self, text: str) -> tuple[Channel, ...]:
        """Every channel one of whose names occurs in a longer text, in the order of the library."""
        wanted = plain_name(text)
        return tuple(c for c in self.channels if any(name in wanted for name in _spoken(c)))

    def stages_in(self, text: str) -> tuple[Stage, ...]:
        """Every stage one of whose names occurs in a longer text."""
        wanted = plain_name(text)
        return tuple(s for s in self.stages if any(name in wanted for name in _spoken(s)))

    def by_id(self, metric: str) -> Metric:
        """The metric with this id; KeyError when the library lacks it."""
        return (
            next(m for m in self.metrics if m.id == metric) if metric in self.metric_ids else _missing(metric)
        )

    @property
    def metric_ids(self) -> tuple[str, ...]:
        return tuple(m.id for m in self.metrics)


def _missing(metric: str) -> Metric:
    raise KeyError(f"no metric {metric!r} in the library")


def _spoken(thing: Metric | Channel | Stage) -> set[str]:
    """The names people use in a sentence; an id such as `all` would be found inside other words."""
    return {plain_name(n) for n in (thing.label.zh, thing.label.en, *thing.aliases)} - {""}


def names(thing: Metric | Channel | Stage) -> set[str]:
    """Every name a metric, channel or stage is known by, as names are compared."""
    return _spoken(thing) | {plain_name(thing.id)}
