"""A task of the schedule (F5) as the network needs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from campaignlib.campaign import Campaign, Row
from campaignlib.words.terms import TaskStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """record: of the F5 row · written: the predecessor cell as it stands · days: end − start, None when unknown."""

    record: int
    name: str
    start: date | None = None
    end: date | None = None
    stated_days: int | None = None
    written: str = ""
    status: TaskStatus | None = None
    owner: str = ""
    milestone: str = ""

    @property
    def days(self) -> int | None:
        """End − start; without both dates (or with the end before the start) the days as written, else None."""
        if self.start and self.end and self.end >= self.start:
            return (self.end - self.start).days
        return self.stated_days

    @property
    def finish(self) -> date | None:
        """The written end, else start + days as written."""
        if self.end or not self.start or self.stated_days is None:
            return self.end
        return self.start + timedelta(days=self.stated_days)

    @property
    def closed(self) -> bool:
        """Done or cancelled: nothing is left to do."""
        return self.status in (TaskStatus.DONE, TaskStatus.CANCELLED)

    def overdue(self, day: date) -> int:
        """Days past its end at `day`, 0 when closed, not yet due, or without an end."""
        if self.closed or self.finish is None:
            return 0
        return max((day - self.finish).days, 0)


def tasks(c: Campaign) -> tuple[Task, ...]:
    """The tasks of F5 in the order of the form; a row without a name is left out."""
    return tuple(_task(row) for row in c.rows("schedule") if row.task)


def _task(row: Row) -> Task:
    return Task(
        record=row.record,
        name=row.task,
        start=row.start,
        end=row.end,
        stated_days=row.duration,
        written=row.predecessor or "",
        status=TaskStatus.read(row.status) if row.status else None,
        owner=row.owner or "",
        milestone=row.milestone or "",
    )
