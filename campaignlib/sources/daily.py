"""Daily channel data as the daily frame: names resolved to ids, bad cells reported and left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from pandera.typing import DataFrame
from rapidfuzz import fuzz, process

from campaignlib.campaign import Origins
from campaignlib.config import Channel, Config, Metric
from campaignlib.errors import Unreadable
from campaignlib.findings import Finding
from campaignlib.forms import DAILY, DailyFrame, Field
from campaignlib.reading import notices
from campaignlib.reading.column import kinds
from campaignlib.reading.form import frame_of, parsed
from campaignlib.reading.workbook import Broken
from campaignlib.sources import said
from campaignlib.sources.rows import DailyOrigins, Source, read_sources
from campaignlib.values import text
from campaignlib.values.context import Context, Raw
from campaignlib.words.label import Label

_PLAIN = re.compile(r"-?\d{1,15}(\.\d{1,6})?")
_NEAR = 60
_KEY = ["day", "channel", "metric"]


@dataclass(frozen=True, slots=True, eq=False)
class DailyRead:
    """The daily frame, the source and position of each record, findings."""

    frame: DataFrame[DailyFrame]
    records: Sequence[tuple[Source, int]] = ()
    findings: tuple[Finding, ...] = ()

    def origins(self, forms: Origins) -> Origins:
        """The cells of the daily values beside those of the forms."""
        return DailyOrigins(forms, self.records)


def read_daily(files: Iterable[tuple[Path, str]], config: Config, ctx: Context) -> DailyRead:
    """The daily data of all files as one frame with columns day, channel, metric (ids) and value.

    A bad cell becomes NA and its row stays. Of two rows for the same day, channel and metric the later one stays.
    Without channels (or metrics) in the settings the names themselves are the ids.
    """
    findings: list[Finding] = []
    every: list[tuple[Source, int]] = []
    values: dict[str, list[object]] = {field.name: [] for field in DAILY.fields}
    for path, name in files:
        sources, troubles = read_sources(path, name)
        findings += troubles
        for source in sources:
            for field in DAILY.fields:
                values[field.name] += _column(source, field, config, ctx, findings)
            every += [(source, at) for at in range(len(source.rows))]
    frame, records = _latest(frame_of(DAILY, values), every, findings)
    return DailyRead(DailyFrame.validate(frame), records, tuple(said.limited(findings)))


def _column(
    source: Source, field: Field, config: Config, ctx: Context, findings: list[Finding]
) -> list[object]:
    """The typed values of a column, one per row: each distinct text is understood once."""
    cells = source.raw[field.name]
    distinct = dict.fromkeys(cells)
    blank = {value for value in distinct if text.is_empty(value)}
    written = [value for value in distinct if value is not None and value not in blank]
    if field.name in ("channel", "metric"):
        known = _names(source, field, config, written, findings)
    else:
        known = _values(source, field, ctx, written, findings)
    if blank:
        empty = (at for at, value in enumerate(cells) if value in blank)
        findings += [notices.missing(DAILY.code, source.cell(at, field.name), field.label) for at in empty]
    return [known.get(value) for value in cells]


def _names(
    source: Source, field: Field, config: Config, written: Iterable[Raw | Broken], findings: list[Finding]
) -> dict[object, object]:
    """Written name -> id, with a finding for each name the settings do not know."""
    things: Sequence[Channel | Metric] = config.channels if field.name == "channel" else config.metrics
    look = config.channel if field.name == "channel" else config.metric
    known: dict[object, object] = {}
    for value in written:
        name = value.shown if isinstance(value, Broken) else text.parse(value, Context())
        found = look(name)
        if found is not None or not things:
            known[value] = found.id if found else name
        else:
            places = [at for at, cell in enumerate(source.raw[field.name]) if cell == value]
            cell = source.cell(places[0], field.name)
            findings.append(said.unknown_name(field, cell, name, len(places), things, _closest(name, things)))
    return known


def _closest(name: str, things: Iterable[Channel | Metric]) -> str:
    """The known name most like this one, or the empty text."""
    names = [n for thing in things for n in (thing.label.zh, thing.label.en, *thing.aliases)]
    best = process.extractOne(name, names, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return str(best[0]) if best else ""


def _values(
    source: Source, field: Field, ctx: Context, written: Iterable[Raw | Broken], findings: list[Finding]
) -> dict[object, object]:
    """Written value -> typed value, with a finding for each cell that holds no such value."""
    kind = kinds(DAILY)[field.name]
    known: dict[object, object] = {}
    bad: dict[object, Unreadable] = {}
    for value in written:
        if kind == "number" and isinstance(value, str) and _PLAIN.fullmatch(value):
            known[value] = float(value)
            continue
        try:
            known[value] = parsed(field, kind, value, ctx)
        except Unreadable as error:
            bad[value] = error
    for at, cell_value in enumerate(source.raw[field.name]) if bad else ():
        if cell_value in bad:
            why, is_date = bad[cell_value], kind == "date"
            expected = Label(why.expected_zh, why.expected)
            cell = source.cell(at, field.name)
            findings.append(notices.value(DAILY.code, cell, why.read, expected, field.label, is_date=is_date))
    return known


def _latest(
    frame: pd.DataFrame, records: Sequence[tuple[Source, int]], findings: list[Finding]
) -> tuple[pd.DataFrame, Sequence[tuple[Source, int]]]:
    """The frame without earlier rows for the same day, channel and metric, a finding for each."""
    whole = frame[_KEY].notna().all(axis=1)
    gone = (frame.duplicated(_KEY, keep="last") & whole).to_numpy()
    if not gone.any():
        return frame, records
    later: dict[object, int] = {}
    same = frame[(frame.duplicated(_KEY, keep=False) & whole).to_numpy()]
    for record, *key in same[_KEY].iloc[::-1].itertuples(name=None):
        last = later.setdefault(tuple(key), record)
        if last != record:
            (source, at), (other, other_at) = records[record - 1], records[last - 1]
            read = f"{source.raw['value'][at]} / {other.raw['value'][other_at]}"
            findings.append(said.duplicate(other.cell(other_at, "value"), source.cell(at, "value"), read))
    kept = frame[~gone].reset_index(drop=True)
    kept.index = pd.RangeIndex(1, len(kept) + 1, name="record")
    return kept, [record for record, drop in zip(records, gone, strict=True) if not drop]
