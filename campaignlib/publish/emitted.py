"""What a notebook's last cell says about its report: the only thing publishing knows about a campaign's numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from campaignlib.errors import RenderFailed
from campaignlib.figures import REPORT_MIME, REPORT_VERSION
from campaignlib.words.label import LANGS, Lang


@dataclass(frozen=True, slots=True)
class Emitted:
    """The record a report gives of itself; `record` is the whole of it, as written beside the page."""

    kind: str
    campaign: str
    campaign_name: str
    as_of: date
    lang: Lang
    title: str
    record: Mapping[str, Any]

    @property
    def stem(self) -> str:
        return f"{self.kind}-{self.as_of}"

    @property
    def provisional_until(self) -> date | None:
        until = (self.record.get("state") or {}).get("provisional_until")
        return date.fromisoformat(until) if until else None

    def text(self) -> str:
        """The record as written beside the page: sorted keys, so that repeats are equal byte for byte."""
        return json.dumps(self.record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def emitted_by(notebook: Mapping[str, Any]) -> Emitted:
    """The last report record among a notebook's outputs; RenderFailed without one."""
    found = [
        output["data"][REPORT_MIME]
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
        if REPORT_MIME in output.get("data", {})
    ]
    if not found:
        raise RenderFailed(f"no cell of the notebook emits {REPORT_MIME}")
    return parse(found[-1])


def parse(record: Mapping[str, Any]) -> Emitted:
    """A record as an Emitted; RenderFailed names the key that is missing or wrong."""
    for key in ("kind", "campaign", "campaign_name", "as_of", "lang", "title"):
        if not isinstance(record.get(key), str) or not record[key]:
            raise RenderFailed(f"the report's record lacks {key!r}")
    if record.get("version") != REPORT_VERSION:
        raise RenderFailed(f"the report's record has version {record.get('version')!r}, not {REPORT_VERSION}")
    lang = next((known for known in LANGS if known == record["lang"]), None)
    if lang is None:
        raise RenderFailed(f"the report's record has lang {record['lang']!r}, not {' or '.join(LANGS)}")
    for name in (record["campaign"], record["kind"]):
        if name.startswith(".") or not all(ch.isalnum() or ch in "-_." for ch in name):
            raise RenderFailed(f"{name!r} cannot name a folder: letters, digits, - and _ only")
    try:
        as_of = date.fromisoformat(record["as_of"])
    except ValueError:
        raise RenderFailed(f"the report's record has as_of {record['as_of']!r}, not a date") from None
    return Emitted(
        kind=record["kind"],
        campaign=record["campaign"],
        campaign_name=record["campaign_name"],
        as_of=as_of,
        lang=lang,
        title=record["title"],
        record=dict(record),
    )
