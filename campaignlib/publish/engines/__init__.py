"""The two engines: the same executed notebook in, a page and a PDF out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from campaignlib.words.label import Lang

FORMATS = ("html", "pdf")


@dataclass(frozen=True, slots=True)
class Job:
    """What an engine renders: a prepared notebook, its plain title, where to work and what to make.

    An engine leaves `<stem>.<format>` in `folder` for each format of `to`, or raises RenderFailed."""

    notebook: Mapping[str, Any]
    title: str
    campaign_name: str
    lang: Lang
    stem: str
    folder: Path
    to: tuple[str, ...]
