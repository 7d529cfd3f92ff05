"""The rows of a Gantt chart: tasks with places in days and px, links between them, what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from campaignlib.figures import Figure
from campaignlib.words.label import Label
from campaignlib.words.terms import TaskStatus

SOON = 7
"""Days ahead that a shortened chart keeps."""


@dataclass(frozen=True, slots=True)
class Task:
    """One task as the chart draws it; places on the x axis are days after the first day of the chart."""

    record: int
    name: str
    owner: str
    start: date
    end: date
    status: str
    critical: bool
    overdue: int
    slip: int | None
    milestone: bool
    predecessors: tuple[int, ...]
    moves: tuple[str, ...]
    other: tuple[Mapping[str, Any], ...]

    @property
    def closed(self) -> bool:
        return self.status in (TaskStatus.DONE, TaskStatus.CANCELLED)

    @property
    def state(self) -> Literal["done", "started", "open"]:
        if self.closed:
            return "done"
        return "started" if self.status == TaskStatus.IN_PROGRESS else "open"

    @property
    def float_end(self) -> date | None:
        """Until when it may slip without moving the next written start; None when that says nothing any more."""
        if self.closed or self.slip is None or self.slip <= self.overdue or self.slip == 0:
            return None
        return self.end + timedelta(self.slip)

    def soon(self, today: date) -> bool:
        """Whether it starts, runs or ends within the next days."""
        return self.start <= today + timedelta(SOON) and self.end >= today


def task(figure: Figure) -> Task | None:
    """A figure of schedule.timeline as a row; None without both dates."""
    i = figure.inputs
    if not isinstance(i.get("start"), date) or not isinstance(i.get("end"), date):
        return None
    return Task(
        record=int(figure.key.rpartition(":")[2]),
        name=str(i.get("task") or figure.of.zh),
        owner=str(i.get("owner") or ""),
        start=i["start"],
        end=max(i["end"], i["start"]),
        status=str(i.get("status") or ""),
        critical=bool(i.get("critical")),
        overdue=int(i.get("overdue_days") or 0),
        slip=i.get("slip"),
        milestone=bool(i.get("milestone")),
        predecessors=tuple(i.get("predecessors") or ()),
        moves=tuple(i.get("moves") or ()),
        other=tuple(
            o
            for o in i.get("other") or ()
            if isinstance(o.get("start"), date) and isinstance(o.get("end"), date)
        ),
    )


def links(tasks: Sequence[Task]) -> Iterator[tuple[int, int]]:
    """Index pairs (predecessor, successor) of the tasks shown."""
    places = {t.record: n for n, t in enumerate(tasks)}
    for n, successor in enumerate(tasks):
        for record in successor.predecessors:
            if record in places:
                yield places[record], n


def first_and_last(tasks: Sequence[Task], today: date) -> tuple[date, date]:
    """The days of the axis: every bar, every other form's dates, every float, today when it is near."""
    others = [o for t in tasks for o in t.other]
    first = min([*(t.start for t in tasks), *(o["start"] for o in others)])
    last = max([*(t.end for t in tasks), *(o["end"] for o in others), *(t.float_end or t.end for t in tasks)])
    if last < today <= last + timedelta(14) and any(t.overdue for t in tasks):
        last = today
    return first, max(last, first + timedelta(1))


def late_texts(task: Task) -> tuple[Label, ...]:
    """What stands beside a late task, from the fullest to the shortest."""
    n = task.overdue
    short = Label("逾期 {n} 天", "{n} days late" if n != 1 else "{n} day late").fill(n=n)
    if task.slip is None:
        return (short,)
    left = task.slip - n
    if left >= 0:
        words = Label(
            "{short}，浮动还剩 {k} 天",
            "{short}, {k} to spare",
        )
        return (words.fill(short=short, k=left), short)
    over = Label("{short}，超出浮动 {k} 天", "{short}, {k} beyond its float").fill(short=short, k=-left)
    if not task.moves:
        return (over, short)
    first = task.moves[0]
    more = len(task.moves) - 1
    hit = (
        Label("，影响{name}", ", moves {name}")
        if not more
        else Label("，影响{name}等 {m} 项", ", moves {name} and {more} more")
    )
    filled = hit.fill(name=first, m=more + 1, more=more)
    return (Label(over.zh + filled.zh, over.en + filled.en), over, short)


def other_text(forms: str) -> Label:
    """That these forms date a task otherwise."""
    return Label("{forms} 另写 ≠", "{forms} differs ≠").fill(forms=forms)
