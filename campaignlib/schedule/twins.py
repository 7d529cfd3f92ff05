"""Which tasks of the schedule (F5) are a task of the assignments (F4) under another name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from campaignlib.campaign import Campaign, Row
from campaignlib.schedule.names import coverage
from campaignlib.schedule.task import Task, tasks

_CLEAR = 0.6
_HINT = 0.3


@dataclass(frozen=True, slots=True)
class Twin:
    """A task of F4 and the tasks of F5 it stands for, in the order of the schedule; a proposal, to be said so."""

    row: Row
    tasks: tuple[Task, ...]

    @property
    def start(self) -> date | None:
        """The first start of the F5 tasks."""
        return min((t.start for t in self.tasks if t.start), default=None)

    @property
    def end(self) -> date | None:
        """The last end of the F5 tasks."""
        return max((t.finish for t in self.tasks if t.finish), default=None)

    @property
    def starts_differ(self) -> bool:
        return bool(self.row.start and self.start and self.row.start != self.start)

    @property
    def ends_differ(self) -> bool:
        return bool(self.row.end and self.end and self.row.end != self.end)


def twins(c: Campaign) -> tuple[Twin, ...]:
    """The F4 tasks that F5 has too. A F5 task belongs to the F4 task in whose module and name most of its words
    stand; a third of them is enough where owner and dates are the same. Between equals nothing is taken.
    """
    rows = tuple(row for row in c.rows("assignments") if row.task)
    groups: dict[int, list[Task]] = {row.record: [] for row in rows}
    for task in tasks(c):
        row = _closest(task, rows)
        if row is not None:
            groups[row.record].append(task)
    return tuple(Twin(row, tuple(groups[row.record])) for row in rows if groups[row.record])


def _closest(task: Task, rows: tuple[Row, ...]) -> Row | None:
    scored = [(row, _score(task, row)) for row in rows]
    best = max((score for _, score in scored), default=0.0)
    found = [row for row, score in scored if score == best]
    return found[0] if best > 0 and len(found) == 1 else None


def _score(task: Task, row: Row) -> float:
    """The part of the task's words that stand in the F4 row; 0 when that is too little to say."""
    covered = coverage(task.name, f"{row.module or ''} {row.task}")
    same = task.owner and task.owner == row.owner and (task.start, task.end) == (row.start, row.end)
    if covered >= _CLEAR or (covered >= _HINT and same):
        return covered + bool(same)
    return 0.0
