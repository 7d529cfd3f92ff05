"""The days of the log, merged, and what the next seven days hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from campaignlib.campaign import Campaign, Row
from campaignlib.findings import Cell
from campaignlib.sentences.sentence import Text, raw, say
from campaignlib.words.label import Label
from campaignlib.words.terms import TaskStatus


@dataclass(frozen=True, slots=True)
class Entry:
    """What one writer logged for a day; empty texts for empty cells."""

    done: str
    problems: str
    needs: str
    owner: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week with its entries; none when nobody logged it."""

    day: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a date: what, whose, and where it is written."""

    day: date
    what: Text
    owner: str
    source: str


def week(today: date) -> tuple[date, ...]:
    """The days from Monday to today.

    >>> [d.day for d in week(date(2024, 8, 2))]
    [29, 30, 31, 1, 2]
    """
    first = today - timedelta(days=today.weekday())
    return tuple(first + timedelta(days=n) for n in range((today - first).days + 1))


def days(c: Campaign, as_of: date | str | None = None) -> tuple[Day, ...]:
    """The days of this week that lie in the campaign, each with what F7 says about it."""
    window = c.config.window
    first = min((r.day for r in c.rows("daily_log") if r.day), default=None)
    made = []
    for when in week(c.day(as_of)):
        rows = [row for row in c.rows("daily_log") if row.day == when]
        running = window is None or window.start <= when <= window.end
        if rows or (running and first is not None):
            made.append(Day(when, tuple(_entry(c, row) for row in rows)))
    return tuple(made)


def _entry(c: Campaign, row: Row) -> Entry:
    return Entry(
        row.done or "",
        row.problems or "",
        row.needs or "",
        row.owner or "",
        c.cells(row, "done", "problems", "needs"),
    )


def next_week(c: Campaign, as_of: date | str | None = None, days_ahead: int = 7) -> tuple[Item, ...]:
    """Everything dated in the next seven days: stages, plans (F2), tasks (F4, F5), what the log announces (F7),
    results due (F1), actions due (F12); in order of day."""
    today = c.day(as_of)
    last = today + timedelta(days=days_ahead)
    found = (*_log(c, today), *_stages(c), *_creative(c), *_tasks(c), *_results(c), *_actions(c))
    kept = [item for item in found if today < item.day <= last]
    return tuple(sorted(_merged(kept), key=lambda item: item.day))


def _merged(items: list[Item]) -> list[Item]:
    """Two goals of one cell are due together; the same line is said once."""
    seen: dict[tuple[date, str, str], Item] = {}
    for item in items:
        seen.setdefault((item.day, item.what.plain("zh"), item.owner), item)
    return list(seen.values())


def _stages(c: Campaign) -> Iterator[Item]:
    for stage in c.config.stages:
        for when, name in ((stage.window.start, "next.starts"), (stage.window.end, "next.ends")):
            yield Item(when, say(name, what=stage.label), c.config.lead, c.config.source)


def _creative(c: Campaign) -> Iterator[Item]:
    for row in c.rows("creative"):
        if row.due and row.module:
            yield Item(row.due, say("next.plan_due", what=row.module), row.owner or "", _at(c, row, "due"))


def _tasks(c: Campaign) -> Iterator[Item]:
    for form in ("assignments", "schedule"):
        for row in c.rows(form):
            if not row.task or row.status in (TaskStatus.DONE.value, TaskStatus.CANCELLED.value):
                continue
            for field, name in (("start", "next.starts"), ("end", "next.ends")):
                when = getattr(row, field)
                if when:
                    yield Item(when, say(name, what=row.task), row.owner or "", _at(c, row, field))


def _log(c: Campaign, today: date) -> Iterator[Item]:
    """What the last day of the log plans for tomorrow."""
    for row in c.rows("daily_log"):
        if row.plan and row.day == today:
            yield Item(row.day + timedelta(days=1), raw(row.plan), row.owner or "", _at(c, row, "plan"))


def _results(c: Campaign) -> Iterator[Item]:
    for row in c.rows("goals"):
        if row.due and row.metric:
            metric = c.config.metric(row.metric)
            name: str | Label = metric.label if metric else row.metric
            yield Item(row.due, say("next.result_due", what=name), row.owner or "", _at(c, row, "due"))


def _actions(c: Campaign) -> Iterator[Item]:
    for row in c.rows("retrospective"):
        if row.due and row.content:
            yield Item(row.due, say("next.action_due", what=row.content), row.owner or "", _at(c, row, "due"))


def _at(c: Campaign, row: Row, field: str) -> str:
    return str(next(iter(c.cells(row, field)), ""))
