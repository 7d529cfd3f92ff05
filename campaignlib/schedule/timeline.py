"""The schedule as Figures: float and slip of each task, what is late, what it endangers, who dates it otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from campaignlib.campaign import Campaign, Row
from campaignlib.figures import DAYS, Figure, Figures
from campaignlib.findings import Cell
from campaignlib.schedule.network import Network, network
from campaignlib.schedule.predecessors import Link, resolve
from campaignlib.schedule.stages import stages
from campaignlib.schedule.task import Task, tasks
from campaignlib.schedule.twins import twins
from campaignlib.words.label import NONE, Label, joined
from campaignlib.words.terms import TaskStatus

_FLOAT = Label(
    "总浮动 = 最晚开始 − 最早开始（自然日）", "total float = latest start − earliest start (calendar days)"
)
_LENGTH = Label("从最早开始到最晚完成的最长任务链（自然日）", "the longest chain of tasks, in calendar days")
_EXACT = Label("前置任务按原文", "predecessors as written")
_PROPOSED = Label("含 {n} 处按建议对应的前置任务，待确认", "with {n} proposed predecessors, to be confirmed")
_LEFT_OUT = Label("{n} 处前置任务未能对应，未计入", "{n} predecessors without a task are left out")


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks of F5 by record, their predecessors as resolved, and the network made of them."""

    tasks: Mapping[int, Task]
    links: tuple[Link, ...]
    network: Network

    def before(self, record: int) -> tuple[Link, ...]:
        """The predecessors of a task."""
        return tuple(link for link in self.links if link.record == record)

    def slip(self, record: int) -> int | None:
        """Days a task may end later before the next written start moves; under 0 when that one starts too early."""
        finish = self.tasks[record].finish
        starts = [self.tasks[s].start for s in self.network.successors.get(record, ())]
        gaps = [(start - finish).days for start in starts if start and finish]
        return min(gaps, default=None)

    def moved(self, record: int, days: int) -> tuple[int, ...]:
        """The unfinished tasks whose written start can't be kept when this one ends `days` later than written."""
        late = {record: days}
        for task in self.network.order:
            for follower in self.network.successors[task] if late.get(task, 0) > 0 else ():
                finish, start = self.tasks[task].finish, self.tasks[follower].start
                if finish and start and not self.tasks[follower].closed:
                    over = late[task] - max((start - finish).days, 0)
                    late[follower] = max(late.get(follower, 0), over)
        return tuple(t for t in self.network.order if late.get(t, 0) > 0 and t != record)


def plan(c: Campaign) -> Plan:
    """The schedule of a campaign with the predecessors as they are meant. A cancelled task and one without readable
    dates take no time; what they link stays linked."""
    found = {task.record: task for task in tasks(c)}
    links = resolve(tuple(found.values()))
    days = {r: 0 if t.status is TaskStatus.CANCELLED else t.days or 0 for r, t in found.items()}
    pairs = ((link.meant, link.record) for link in links if link.meant is not None)
    return Plan(found, links, network(days, pairs))


def timeline(c: Campaign, as_of: date | str | None = None) -> Figures:
    """A figure `task` per row of F5 (key `F5:n`, value total float in days) and the figure `network` (its length).

    inputs of a task: task, owner, start, end, days, status, early_start, early_finish, late_start, late_finish (dates
    counted from the first start), total_float, free_float, slip (days before the next written start moves, None
    without a successor), critical, overdue_days (as of the day), predecessors (records), predecessor_text, proposed,
    milestone, endangers (names of the unfinished tasks that wait for it), moves (those of them whose written start
    its delay already breaks), other (tuple of {form, task, start, end, cell, proposed} where another form dates it
    differently).
    inputs of the network: critical (names), path, start, early_end, written_end, slipped (names of overdue tasks),
    proposed, ties, unknown (counts), cycles (names).
    Definition: critical path method. BadRequest for a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> made = timeline(load("data/back-to-school-2024"), "2024-08-02")
    >>> made.one("network").value, made.one("task", "F5:5").value, made.one("task", "F5:4").inputs["slip"]
    (21, 12, 5)
    """
    day = c.day(as_of)
    made = plan(c)
    basis = _basis(made)
    other = _other_dates(c)
    rows = {row.record: row for row in c.rows("schedule")}
    found = (_task(c, made, rows[r], day, basis, other.get(r, ())) for r in made.tasks)
    return Figures([*found, _whole(c, made, day, basis)])


def _basis(made: Plan) -> Label:
    proposed = sum(link.proposed for link in made.links)
    lost = sum(link.meant is None for link in made.links)
    texts = [_PROPOSED.fill(n=proposed)] if proposed else [_EXACT]
    texts += [_LEFT_OUT.fill(n=lost)] if lost else []
    return joined(*texts)


def _task(
    c: Campaign, made: Plan, row: Row, day: date, basis: Label, other: tuple[Mapping[str, Any], ...]
) -> Figure:
    task = made.tasks[row.record]
    why_not = _undefined(task, made)
    place = None if why_not else made.network.positions[task.record]
    first = _first(made)
    before = made.before(task.record)
    waiting = () if task.closed else made.network.downstream(task.record)

    def on(moment: str) -> date | None:
        return first + timedelta(days=getattr(place, moment)) if first and place else None

    return Figure(
        name="task",
        key=f"F5:{task.record}",
        of=Label.same(task.name),
        value=place.total_float if place else None,
        undefined=why_not,
        unit=DAYS,
        definition=_FLOAT,
        basis=basis,
        as_of=day,
        inputs={
            "task": task.name,
            "owner": task.owner,
            "start": task.start,
            "end": task.finish,
            "days": task.days,
            "status": task.status.value if task.status else None,
            "early_start": on("early_start"),
            "early_finish": on("early_finish"),
            "late_start": on("late_start"),
            "late_finish": on("late_finish"),
            "total_float": place.total_float if place else None,
            "free_float": place.free_float if place else None,
            "slip": made.slip(task.record),
            "critical": bool(place and place.critical),
            "overdue_days": task.overdue(day),
            "predecessors": tuple(link.meant for link in before if link.meant is not None),
            "predecessor_text": task.written,
            "proposed": any(link.proposed for link in before),
            "milestone": task.milestone,
            "endangers": _names(made, (r for r in waiting if not made.tasks[r].closed)),
            "moves": _names(made, made.moved(task.record, task.overdue(day))),
            "other": other,
        },
        cells=c.cells(row, "task", "start", "end", "predecessor", "status"),
    )


def _undefined(task: Task, made: Plan) -> Label | None:
    if any(task.record in cycle for cycle in made.network.cycles):
        return Label("前置任务互为循环，无法计算", "its predecessors form a cycle")
    if task.status is TaskStatus.CANCELLED:
        return Label("任务已取消", "the task is cancelled")
    if task.days is None:
        return Label("开始、结束时间未读出", "start or end is not known")
    return None


def _whole(c: Campaign, made: Plan, day: date, basis: Label) -> Figure:
    first = _first(made)
    empty = not made.network.order
    by = [link.by.value for link in made.links]
    return Figure(
        name="network",
        of=Label("排期", "Schedule"),
        value=None if empty else made.network.length,
        undefined=Label("没有可计算的任务", "no task to compute") if empty else None,
        unit=DAYS,
        definition=_LENGTH,
        basis=NONE if empty else basis,
        as_of=day,
        inputs={
            "critical": _names(
                made, (r for r in made.network.critical if _undefined(made.tasks[r], made) is None)
            ),
            "path": _names(made, made.network.path),
            "start": first,
            "early_end": first + timedelta(days=made.network.length) if first else None,
            "written_end": max((t.finish for t in made.tasks.values() if t.finish), default=None),
            "slipped": tuple(t.name for t in made.tasks.values() if t.overdue(day)),
            "proposed": sum(link.proposed for link in made.links),
            "ties": by.count("tie"),
            "unknown": by.count("unknown"),
            "cycles": tuple(_names(made, cycle) for cycle in made.network.cycles),
        },
        cells=tuple(
            cell
            for row in c.rows("schedule")
            if row.record in made.tasks
            for cell in c.cells(row, "start", "end")
        ),
    )


def _first(made: Plan) -> date | None:
    return min((t.start for t in made.tasks.values() if t.start), default=None)


def _names(made: Plan, records: Any) -> tuple[str, ...]:
    return tuple(made.tasks[r].name for r in records)


def _other_dates(c: Campaign) -> Mapping[int, tuple[Mapping[str, Any], ...]]:
    """By F5 record: where F4 (a twin task) or F2 (a stage's dates) says otherwise. Of a group of tasks that together
    are one task of F4, the first speaks for the start and the last for the end."""
    found: dict[int, list[Mapping[str, Any]]] = {}
    for record, told in (*_from_assignments(c), *_from_creative(c)):
        if told not in found.setdefault(record, []):
            found[record].append(told)
    return {record: tuple(told) for record, told in found.items()}


def _from_assignments(c: Campaign) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for twin in twins(c):
        cells = c.cells(twin.row, "start" if twin.starts_differ else "end")
        told = _told("F4", twin.row.task, twin.row.start, twin.row.end, cells)
        for task in twin.tasks:
            first = twin.starts_differ and task.start == twin.start
            last = twin.ends_differ and task.finish == twin.end
            if first or last:
                yield task.record, told


def _from_creative(c: Campaign) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for stage in stages(c):
        for task in stage.tasks:
            for window, cell in stage.written:
                if (window.start, window.end) != (task.start, task.finish):
                    yield task.record, _told("F2", stage.label.zh, window.start, window.end, (cell,))


def _told(
    form: str, task: str, start: date | None, end: date | None, cells: tuple[Cell, ...]
) -> Mapping[str, Any]:
    """`cell` as text (`F4!G4`), so that the figure goes into JSON as it is."""
    return {
        "form": form,
        "task": task,
        "start": start,
        "end": end,
        "cell": str(cells[0]) if cells else "",
        "proposed": True,
    }
