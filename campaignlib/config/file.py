"""campaign.toml as settings: every key it may hold, and what may stand there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from campaignlib.config.settings import (
    COST_BASES,
    KINDS,
    WHOLE,
    Channel,
    Config,
    Metric,
    Stage,
    Thresholds,
    names,
)
from campaignlib.config.table import Table
from campaignlib.errors import BadConfig
from campaignlib.figures import Unit
from campaignlib.words.label import LANGS, NONE, Label, Lang
from campaignlib.words.terms import Comparison


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
    top = Table(raw, source)
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
        margin=roi.number("margin", 0, 1),
        year=window.start.year if window else None,
        stages=tuple(_stage(t) for t in top.tables("stages")),
        channels=tuple(_channel(k, t) for k, t in top.named("channels")),
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
    return replace(config, channels=_with_the_whole(config.channels))


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
    _one_name_each(config)
    for metric in config.metrics:
        for part in (metric.numerator, metric.denominator):
            if part and part not in config.metric_ids:
                raise BadConfig(
                    f"{config.source}: metrics.{metric.id} needs {part!r}, "
                    f"which is not among {', '.join(config.metric_ids)}"
                )


def _one_name_each(config: Config) -> None:
    """No two metrics, channels or stages share a name: which one is meant must not hang on their order."""
    libraries: dict[str, Sequence[Metric | Channel | Stage]] = {
        "metrics": config.metrics,
        "channels": config.channels,
        "stages": config.stages,
    }
    for key, things in libraries.items():
        seen: dict[str, int] = {}
        for n, thing in enumerate(things):
            for name in sorted(names(thing)):
                first = seen.setdefault(name, n)
                if first != n:
                    both = f"{key}.{things[first].id} and {key}.{thing.id}"
                    raise BadConfig(f"{config.source}: {both} are both called {name!r}")


def _languages(top: Table) -> tuple[Lang, ...]:
    said = top.texts("languages") or LANGS
    known = tuple(lang for wanted in said for lang in LANGS if lang == wanted)
    if len(known) != len(said):
        raise BadConfig(f"{top.path}languages: only {', '.join(LANGS)}")
    return known


def _stage(table: Table) -> Stage:
    window = table.window("start", "end")
    if window is None:
        raise BadConfig(f"{table.path}start and end are needed")
    ident = table.text("id", "") or table.label("label", NONE).en
    stage = Stage(
        ident,
        table.label("label", Label.same(ident)),
        window,
        table.number("share", 0),
        table.texts("aliases"),
    )
    table.nothing_else()
    return stage


def _channel(ident: str, table: Table) -> Channel:
    channel = Channel(ident, table.label("label", Label.same(ident)), table.texts("aliases"))
    table.nothing_else()
    return channel


def _with_the_whole(channels: tuple[Channel, ...]) -> tuple[Channel, ...]:
    """Boards have a row for the whole campaign; `all` names it, also where campaign.toml does not."""
    if not channels or any(channel.id == WHOLE for channel in channels):
        return channels
    return (*channels, Channel(WHOLE, Label("整体", "Overall"), ("全渠道",)))


def _metric(ident: str, table: Table) -> Metric:
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
        tolerance=table.number("tolerance", 0, 1),
        conversion_days=table.whole("conversion_days"),
    )
    table.nothing_else()
    return metric


def _thresholds(table: Table) -> Thresholds:
    given = {
        "tolerance": table.number("tolerance", 0, 1),
        "reserve_low": table.number("reserve_low", 0, 1),
        "reserve_high": table.number("reserve_high", 0, 1),
        "response_minutes": table.whole("response_minutes"),
        "solution_hours": table.number("solution_hours", 0),
        "confidence": table.number("confidence"),
    }
    table.nothing_else()
    said: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    made = Thresholds(**said)
    if not 0 < made.confidence < 1:
        raise BadConfig(f"{table.path}confidence lies between 0 and 1")
    if made.reserve_low > made.reserve_high:
        raise BadConfig(f"{table.path}reserve_low is above reserve_high")
    return made


def _holidays(table: Table) -> Mapping[date, bool]:
    """`[calendar] holidays` and `workdays`: True is a working day."""
    days = dict.fromkeys(table.days("holidays"), False) | dict.fromkeys(table.days("workdays"), True)
    table.nothing_else()
    return days
