"""Predecessors as people write them -> the tasks they mean. Never guessed silently: what is not exact says so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from campaignlib.config import plain_name
from campaignlib.schedule.names import is_han, likeness, units
from campaignlib.schedule.task import Task

_BETWEEN = re.compile(r"[、,，;；\n]+")
_WITHIN = re.compile(r"[/／+＋&]+")
_NONE = frozenset({"", "无", "没有", "none", "n/a", "na", "nil", "-", "—", "–", "/"})
_ENOUGH = 0.5


class By(Enum):
    """What settled which task is meant, or why nothing did."""

    EXACT = "exact"
    NAME = "name"
    DATES = "dates"
    MILESTONE = "milestone"
    TIE = "tie"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """One predecessor as written in the cell of task `record`.

    meant: record of the task it is taken for, None for a tie or an unknown name · candidates: every task it could be
    (one when settled) · fits: whether the task meant ends by this task's start (True when unknown)
    """

    record: int
    written: str
    by: By
    meant: int | None = None
    candidates: tuple[int, ...] = ()
    fits: bool = True

    @property
    def proposed(self) -> bool:
        """Taken for a task, but not by its exact name."""
        return self.meant is not None and self.by is not By.EXACT


def resolve(tasks: Sequence[Task]) -> tuple[Link, ...]:
    """Every predecessor of every task, in the order of the form.

    An exact name is taken. Else those tasks whose name is most like it are candidates; among equals the dates decide
    (a predecessor ends by the task's start), then the milestone's text. What is left must be one task, or nothing is
    chosen.

    >>> from datetime import date
    >>> plan = Task(record=1, name="方案最终确认", start=date(2024, 7, 15), end=date(2024, 7, 20))
    >>> venue = Task(record=2, name="高校场地对接", start=date(2024, 7, 22), written="方案确认")
    >>> resolve([plan, venue])
    (Link(record=2, written='方案确认', by=<By.NAME: 'name'>, meant=1, candidates=(1,), fits=True),)
    """
    book = _Book.of(tasks)
    return tuple(book.link(task, piece) for task in tasks for piece in book.pieces(task))


@dataclass(frozen=True, slots=True)
class _Book:
    """The tasks, findable by exact name and by the characters of their names and milestones."""

    exact: Mapping[str, tuple[Task, ...]]
    by_unit: Mapping[str, tuple[Task, ...]]

    @classmethod
    def of(cls, tasks: Sequence[Task]) -> _Book:
        exact: dict[str, list[Task]] = defaultdict(list)
        by_unit: dict[str, list[Task]] = defaultdict(list)
        for task in tasks:
            exact[plain_name(task.name)].append(task)
            for unit in dict.fromkeys(units(task.name + " " + task.milestone)):
                by_unit[unit].append(task)
        return cls({k: tuple(v) for k, v in exact.items()}, {k: tuple(v) for k, v in by_unit.items()})

    def pieces(self, task: Task) -> Iterator[str]:
        """The cell's predecessors: a cell or part that is a task's exact name stays whole (names hold slashes too)."""
        if task.written.strip() and self._same(task.written):
            yield task.written.strip()
            return
        for part in map(str.strip, _BETWEEN.split(task.written)):
            if part.casefold() in _NONE:
                continue
            inner = [p.strip() for p in _WITHIN.split(part) if p.strip()]
            split = len(inner) > 1 and not self._same(part) and all(map(self._known, inner))
            yield from inner if split else [part]

    def link(self, task: Task, written: str) -> Link:
        same = self._same(written)
        if len(same) == 1:
            return _settled(task, written, By.EXACT, same[0])
        candidates = tuple(t for t in same if t is not task) or self._alike(written, task)
        if len(candidates) == 1:
            return _settled(task, written, By.NAME, candidates[0])
        kept = _keep(candidates, lambda t: float(_fits(t, task)))
        if len(kept) == 1:
            return _settled(task, written, By.DATES, kept[0])
        kept = _keep(kept, lambda t: likeness(written, t.milestone))
        if len(kept) == 1:
            return _settled(task, written, By.MILESTONE, kept[0])
        by = By.TIE if kept else By.UNKNOWN
        return Link(task.record, written, by, candidates=tuple(t.record for t in kept))

    def _same(self, written: str) -> tuple[Task, ...]:
        return self.exact.get(plain_name(written), ())

    def _known(self, written: str) -> bool:
        return bool(self._same(written) or self._alike(written, None))

    def _alike(self, written: str, task: Task | None) -> tuple[Task, ...]:
        """Other tasks whose name is most like it; if none is like it at all, those whose milestone is."""
        for text in (_name, _milestone):
            scored = [(t, score) for t, score in self._scored(written, text) if t is not task]
            if scored:
                best = max(score for _, score in scored)
                return tuple(t for t, score in scored if score == best)
        return ()

    def _scored(self, written: str, text: Callable[[Task], str]) -> tuple[tuple[Task, float], ...]:
        asked = Counter(units(written))
        near: dict[int, Task] = {}
        hits: Counter[int] = Counter()
        for unit, times in asked.items():
            for task in self.by_unit.get(unit, ()):
                near[task.record] = task
                hits[task.record] += times
        # A Chinese name needs half of its characters; a word of another script may be misspelt as a whole.
        enough = _ENOUGH * asked.total() if all(map(is_han, asked)) else 0
        scored = ((near[r], likeness(written, text(near[r]))) for r in sorted(near) if hits[r] >= enough)
        return tuple((t, score) for t, score in scored if score >= _ENOUGH)


def _name(task: Task) -> str:
    return task.name


def _milestone(task: Task) -> str:
    return task.milestone


def _settled(task: Task, written: str, by: By, meant: Task) -> Link:
    return Link(task.record, written, by, meant.record, (meant.record,), _fits(meant, task))


def _fits(before: Task, task: Task) -> bool:
    """Whether a predecessor ends by the task's start; unknown dates fit."""
    return before.finish is None or task.start is None or before.finish <= task.start


def _keep(candidates: Iterable[Task], score: Callable[[Task], float]) -> tuple[Task, ...]:
    """Those with the best score; all of them when nothing scores."""
    scored = [(task, score(task)) for task in candidates]
    best = max((s for _, s in scored), default=0.0)
    return tuple(task for task, s in scored if s == best)
