"""What campaign.toml says: names, dates, stages, channels, the metric library and the thresholds."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from campaignlib.errors import BadConfig
from campaignlib.figures import Unit
from campaignlib.words.label import LANGS, NONE, Label, Lang
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

    def metric(self, text: str) -> Metric | None:
        """The metric a name stands for: id, label or alias, exactly but for case, width and blanks."""
        wanted = plain_name(text)
        return next((m for m in self.metrics if wanted in _names(m)), None)

    def channel(self, text: str) -> Channel | None:
        """The channel a name stands for: id, label or alias, exactly but for case, width and blanks."""
        wanted = plain_name(text)
        return next((c for c in self.channels if wanted in _names(c)), None)

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


def _names(thing: Metric | Channel | Stage) -> set[str]:
    return _spoken(thing) | {plain_name(thing.id)}


def read_config(path: Path) -> Config:
    """campaign.toml as a Config; BadConfig names the key that is wrong and what may stand there."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadConfig(f"{path.name}: {error}") from None
    except OSError as error:
        raise BadConfig(f"{path.name}: it cannot be opened ({error.strerror})") from None
    return parse_config(raw, path.parent.name, path.name)


def parse_config(raw: Mapping[str, Any], fallback_id: str, source: str = "campaign.toml") -> Config:
    """The same from a parsed mapping."""
    top = _Table(raw, source)
    ident = top.text("id", fallback_id)
    dates = top.table("dates")
    window = dates.window("start", "end")
    as_of, roi, files = top.table("as_of"), top.table("roi"), top.table("files")
    config = Config(
        id=ident,
        name=top.label("name", Label.same(ident)),
        lead=top.text("lead", ""),
        languages=_languages(top),
        currency=top.text("currency", "CNY"),
        time_zone=top.text("time_zone", "Asia/Shanghai"),
        preparation=dates.day("preparation"),
        window=window,
        as_of=as_of.day("report"),
        board_as_of=as_of.day("board"),
        cost_basis=roi.choice("cost_basis", COST_BASES, "stated"),
        margin=roi.number("margin"),
        year=window.start.year if window else None,
        stages=tuple(_stage(t) for t in top.tables("stages")),
        channels=_with_the_whole(tuple(_channel(k, t) for k, t in top.named("channels"))),
        metrics=tuple(_metric(k, t) for k, t in top.named("metrics")),
        thresholds=_thresholds(top.table("thresholds")),
        holidays=_holidays(top.table("calendar")),
        forms=files.texts("forms"),
        daily=files.texts("daily"),
        source=source,
    )
    for table in (top, dates, as_of, roi, files):
        table.nothing_else()
    _consistent(config)
    return config


def _consistent(config: Config) -> None:
    if config.preparation and config.window and config.preparation > config.window.start:
        raise BadConfig(f"{config.source}: dates.preparation is after dates.start")
    for key, day in (
        ("as_of.report", config.as_of),
        ("as_of.board", config.board_as_of),
        *((f"stages.{stage.id}.end", stage.window.end) for stage in config.stages),
    ):
        if day and config.starts and day < config.starts:  # what a copied file still says of its old campaign
            raise BadConfig(
                f"{config.source}: {key} = {day} is before the campaign begins on {config.starts} ([dates])"
            )
    for metric in config.metrics:
        for part in (metric.numerator, metric.denominator):
            if part and part not in config.metric_ids:
                raise BadConfig(
                    f"{config.source}: metrics.{metric.id} needs {part!r}, "
                    f"which is not among {', '.join(config.metric_ids)}"
                )


def _languages(top: _Table) -> tuple[Lang, ...]:
    said = top.texts("languages") or LANGS
    known = tuple(lang for wanted in said for lang in LANGS if lang == wanted)
    if len(known) != len(said):
        raise BadConfig(f"{top.path}languages: only {', '.join(LANGS)}")
    return known


def _stage(table: _Table) -> Stage:
    window = table.window("start", "end")
    if window is None:
        raise BadConfig(f"{table.path}start and end are needed")
    ident = table.text("id", "") or table.label("label", NONE).en
    stage = Stage(
        ident, table.label("label", Label.same(ident)), window, table.number("share"), table.texts("aliases")
    )
    table.nothing_else()
    return stage


def _channel(ident: str, table: _Table) -> Channel:
    channel = Channel(ident, table.label("label", Label.same(ident)), table.texts("aliases"))
    table.nothing_else()
    return channel


def _with_the_whole(channels: tuple[Channel, ...]) -> tuple[Channel, ...]:
    """Boards have a row for the whole campaign; `all` names it, also where campaign.toml does not."""
    if not channels or any(channel.id == WHOLE for channel in channels):
        return channels
    return (*channels, Channel(WHOLE, Label("整体", "Overall"), ("全渠道",)))


def _metric(ident: str, table: _Table) -> Metric:
    kind = table.choice("kind", KINDS, "count")
    unit_kind = {"rate": "ratio", "change": "ratio", "ratio": "ratio"}.get(kind, kind)
    metric = Metric(
        id=ident,
        label=table.label("label", Label.same(ident)),
        kind=kind,
        unit=Unit(unit_kind, table.label("unit", NONE)),
        direction=Comparison(table.choice("direction", tuple(c.value for c in Comparison), "at_least")),
        aliases=table.texts("aliases"),
        numerator=table.text("numerator", ""),
        denominator=table.text("denominator", ""),
        floor=table.number("floor"),
        window=table.window("from", "to"),
        tolerance=table.number("tolerance"),
        conversion_days=table.whole("conversion_days"),
    )
    table.nothing_else()
    return metric


def _thresholds(table: _Table) -> Thresholds:
    base = Thresholds()
    made = Thresholds(
        tolerance=table.number("tolerance", base.tolerance) or 0.0,
        reserve_low=table.number("reserve_low", base.reserve_low) or 0.0,
        reserve_high=table.number("reserve_high", base.reserve_high) or 0.0,
        response_minutes=table.whole("response_minutes", base.response_minutes) or 0,
        solution_hours=table.number("solution_hours", base.solution_hours) or 0.0,
        confidence=table.number("confidence", base.confidence) or 0.0,
    )
    table.nothing_else()
    if not 0 < made.confidence < 1:
        raise BadConfig(f"{table.path}confidence lies between 0 and 1")
    return made


def _holidays(table: _Table) -> Mapping[date, bool]:
    """`[calendar] holidays` and `workdays`: True is a working day."""
    days = dict.fromkeys(table.days("holidays"), False) | dict.fromkeys(table.days("workdays"), True)
    table.nothing_else()
    return days


class _Table:
    """A table of the file: typed look-ups that name the key when they refuse, and a check for unknown keys."""

    def __init__(self, raw: Any, path: str, dot: str = ": ") -> None:
        if not isinstance(raw, Mapping):
            raise BadConfig(f"{path}: a table is needed")
        self.raw, self.path, self.seen = raw, path + dot, set[str]()

    def _get(self, key: str, kinds: tuple[type, ...], what: str) -> Any:
        self.seen.add(key)
        value = self.raw.get(key)
        if value is not None and (
            not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds)
        ):
            raise BadConfig(f"{self.path}{key} = {value!r}, expected {what}")
        return value

    def text(self, key: str, default: str) -> str:
        value = self._get(key, (str,), "a text")
        return default if value is None else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._get(key, (list,), "a list of texts") or []
        if not all(isinstance(v, str) for v in value):
            raise BadConfig(f"{self.path}{key}: only texts in this list")
        return tuple(value)

    def number(self, key: str, default: float | None = None) -> float | None:
        value = self._get(key, (int, float), "a number")
        return default if value is None else float(value)

    def whole(self, key: str, default: int | None = None) -> int | None:
        value = self._get(key, (int,), "a whole number")
        return default if value is None else int(value)

    def day(self, key: str) -> date | None:
        value = self._get(key, (date,), "a date such as 2024-07-20, without quotes")
        return None if value is None else date(value.year, value.month, value.day)

    def days(self, key: str) -> tuple[date, ...]:
        value = self._get(key, (list,), "a list of dates") or []
        if not all(isinstance(v, date) for v in value):
            raise BadConfig(f"{self.path}{key}: only dates in this list")
        return tuple(value)

    def window(self, first: str, last: str) -> Window | None:
        start, end = self.day(first), self.day(last)
        if start is None and end is None:
            return None
        if start is None or end is None or end < start or end - start > timedelta(days=3660):
            raise BadConfig(f"{self.path}{first} and {last} are two dates, the second not before the first")
        return Window(start, end)

    def label(self, key: str, default: Label) -> Label:
        value = self._get(key, (str, dict), "a text or {zh = …, en = …}")
        if value is None:
            return default
        if isinstance(value, str):
            return Label.same(value)
        table = _Table(value, f"{self.path}{key}", ".")
        zh, en = table.text("zh", ""), table.text("en", "")
        table.nothing_else()
        return Label(zh or en, en or zh)

    def choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.text(key, default)
        if value not in allowed:
            raise BadConfig(f"{self.path}{key} = {value!r}, expected one of {', '.join(allowed)}")
        return value

    def table(self, key: str) -> _Table:
        return _Table(self._get(key, (dict,), "a table") or {}, f"{self.path}{key}", ".")

    def tables(self, key: str) -> Iterable[_Table]:
        value = self._get(key, (list,), f"a list of tables [[{key}]]") or []
        return [_Table(v, f"{self.path}{key}[{i}]", ".") for i, v in enumerate(value)]

    def named(self, key: str) -> Iterable[tuple[str, _Table]]:
        value = self._get(key, (dict,), f"tables [{key}.NAME]") or {}
        return [(k, _Table(v, f"{self.path}{key}.{k}", ".")) for k, v in value.items()]

    def nothing_else(self) -> None:
        unknown = sorted(set(self.raw) - self.seen)
        if unknown:
            raise BadConfig(
                f"{self.path}{unknown[0]} is not known here; known are {', '.join(sorted(self.seen))}"
            )
