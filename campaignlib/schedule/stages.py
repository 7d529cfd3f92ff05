"""The dates of the campaign's stages wherever they are written: campaign.toml, the creative plan, the schedule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from campaignlib.campaign import Campaign, Row
from campaignlib.config import Stage, Window
from campaignlib.findings import Cell
from campaignlib.schedule.names import without
from campaignlib.schedule.task import Task, tasks
from campaignlib.values import date
from campaignlib.words.label import Label

_CALLED = re.compile(r"([^\W\d_]{1,12}(?:期|阶段|时段)|[A-Za-z\-]+ (?:phase|stage|period))$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:期|阶段|时段)$|\s+(?:phase|stage|period)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StageDates:
    """One stage: its dates in campaign.toml, in F2's texts (with the cell) and its tasks in F5."""

    id: str
    label: Label
    names: tuple[str, ...]
    planned: Window | None = None
    written: tuple[tuple[Window, Cell], ...] = ()
    tasks: tuple[Task, ...] = ()

    def ends(self, text: str) -> bool:
        """Whether a text ends with one of the stage's names."""
        return text.casefold().endswith(tuple(name.casefold() for name in self.names))


def stages(c: Campaign) -> tuple[StageDates, ...]:
    """Every stage that campaign.toml or a text of F2 names, in that order. A task of F5 is the stage itself when
    nothing but the stage's name is left of its name."""
    known = [StageDates(s.id, s.label, _names(s), s.window) for s in c.config.stages]
    written: dict[str, list[tuple[Window, Cell]]] = {}
    for row in c.rows("creative"):
        for before, window in _texts(c, row):
            stage = next((s for s in known if s.ends(before)), None)
            called = _CALLED.search(before)
            if stage is None and called:
                stage = StageDates(called[1], Label.same(called[1]), (called[1], _stem(called[1])))
                known.append(stage)
            if stage is not None:
                written.setdefault(stage.id, []).append((window, c.cell(row, "content")))
    planned = tasks(c)
    return tuple(
        replace(s, written=tuple(written.get(s.id, ())), tasks=tuple(t for t in planned if _is(t, s.names)))
        for s in known
    )


def _texts(c: Campaign, row: Row) -> Iterator[tuple[str, Window]]:
    """Every range of days in a F2 row's content with the words before it: `预热期(7.20-7.25)` -> ("预热期", …)."""
    for mention in date.mentions(row.content or "", c.config.context):
        if mention.span.end > mention.span.start:
            yield mention.before.rstrip(" (（[【:："), Window(mention.span.start, mention.span.end)


def _names(stage: Stage) -> tuple[str, ...]:
    whole = (stage.label.zh, stage.label.en, stage.id, *stage.aliases)
    return tuple(dict.fromkeys(n for name in whole for n in (name, _stem(name)) if n))


def _stem(name: str) -> str:
    return _SUFFIX.sub("", name.strip().casefold())


def _is(task: Task, names: tuple[str, ...]) -> bool:
    return any(n.casefold() in task.name.casefold() for n in names) and not without(task.name, *names)
