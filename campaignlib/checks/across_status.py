"""Checks across forms: a status agrees with the daily log and the twin task; no result before its task starts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from campaignlib.campaign import Campaign, Row
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.checks.data import reported_on
from campaignlib.figures import Unit
from campaignlib.findings import Cell, Finding, Severity
from campaignlib.metrics.measures import metric_of_row
from campaignlib.metrics.sums import ALL
from campaignlib.schedule.names import coverage, shared
from campaignlib.schedule.task import Task, tasks
from campaignlib.schedule.twins import Twin, twins
from campaignlib.words.label import Label
from campaignlib.words.terms import TaskStatus

_CLAUSE = re.compile(r"[，,；;。\n]")
_FINISHED = re.compile(
    r"到货|到位|入库|完成|完毕|定稿|签订|交付|结束|finished|complete|delivered|done", re.IGNORECASE
)
_ALL = re.compile(r"全部|全都|均已|\ball\b", re.IGNORECASE)
_NOT_YET = re.compile(r"未|没|尚|部分|预计|将|计划|准备|初|首批|第.批|一半|\bnot\b|partly|\d%", re.IGNORECASE)
_MOST = 0.6
Told = tuple[Label, Cell]
"""What another place says, and its cell."""


def _status_against_log_and_twin(c: Campaign) -> Iterator[Finding]:
    found = tasks(c)
    rows = {row.record: row for row in c.rows("schedule")}
    pairs = twins(c)
    logged = _logged(c, found)
    for task in found:
        if task.status is None or task.closed:
            continue
        told = [*logged.get(task.record, ()), *_twin_is_done(c, task, pairs)]
        if told:
            yield STATUS.finding(
                (c.cell(rows[task.record], "status"), *(cell for _, cell in told)),
                read=task.status.label.zh,
                expected=TaskStatus.DONE.label,
                message=_disagrees(task.name, "F5", task.status, say.listing(text for text, _ in told)),
            )
    for twin in pairs:
        yield from _group_is_ahead(c, twin)


def _disagrees(name: str, form: str, status: TaskStatus, told: Label) -> Label:
    return Label(
        "“{name}”在 {form} 是“{status}”，而{told}。请核对后统一状态。",
        "“{name}” is “{status}” in {form}, but {told}. Check and settle on one status.",
    ).fill(name=name, form=form, status=status.label, told=told)


def _logged(c: Campaign, found: tuple[Task, ...]) -> Mapping[int, list[Told]]:
    """By record of F5: the clauses of the daily log, up to the day of the statuses, that say the task is finished."""
    day = reported_on(c)
    made: dict[int, list[Told]] = {}
    for row in c.rows("daily_log"):
        if not row.done or (day and row.day and row.day > day):
            continue
        when = say.day(row.day) if row.day else Label("未写日期", "an undated day")
        for clause in map(str.strip, _CLAUSE.split(row.done)):
            if not _FINISHED.search(clause) or _NOT_YET.search(clause):
                continue
            for task in _meant(clause, found):
                if _all_of_it(clause, task):
                    text = Label("日报（{day}）写“{clause}”", "the log of {day} says “{clause}”")
                    told = text.fill(day=when, clause=clause), c.cell(row, "done")
                    made.setdefault(task.record, []).append(told)
    return made


def _all_of_it(clause: str, task: Task) -> bool:
    """`全部` with a word of the task's name, or most of the name."""
    return bool(_ALL.search(clause)) or coverage(task.name, clause) >= _MOST


def _meant(clause: str, found: tuple[Task, ...]) -> tuple[Task, ...]:
    """The tasks a clause speaks of most: by the characters shared with name (at least a word) and milestone."""

    def score(task: Task) -> int:
        named = shared(task.name, clause)
        return sum(map(len, (*named, *shared(task.milestone, clause)))) if named else 0

    best = max(map(score, found), default=0)
    return tuple(task for task in found if best and score(task) == best)


def _twin_is_done(c: Campaign, task: Task, pairs: tuple[Twin, ...]) -> Iterator[Told]:
    for twin in pairs:
        if task in twin.tasks and twin.row.status == TaskStatus.DONE.value and _overlap(twin):
            text = Label(
                "分工表（F4）“{task}”（按名称对应）已是“{status}”",
                "“{task}” of the assignments (F4, matched by name) is “{status}”",
            ).fill(task=twin.row.task, status=TaskStatus.DONE.label)
            yield text, c.cell(twin.row, "status")


def _group_is_ahead(c: Campaign, twin: Twin) -> Iterator[Finding]:
    """F4 still open or not begun while all of its tasks in F5 are done."""
    if twin.row.status is None or not _overlap(twin):
        return
    status = TaskStatus.read(twin.row.status)
    done = all(t.status is TaskStatus.DONE for t in twin.tasks) and not twin.ends_differ
    if status in (TaskStatus.DONE, TaskStatus.CANCELLED) or not done:
        return
    names = say.quoted(t.name for t in twin.tasks)
    told = Label(
        f"甘特图（F5）{names.zh}（按名称对应）已完成",
        f"{names.en} of the schedule (F5, matched by name) is done",
    )
    wanted = {t.record for t in twin.tasks}
    yield STATUS.finding(
        (
            c.cell(twin.row, "status"),
            *(c.cell(row, "status") for row in c.rows("schedule") if row.record in wanted),
        ),
        read=status.label.zh,
        expected=TaskStatus.DONE.label,
        message=_disagrees(twin.row.task, "F4", status, told),
    )


def _overlap(twin: Twin) -> bool:
    """Only work of the same days can have the same status; other dates are X-TASK-DATES' to tell."""
    row = twin.row
    if not (row.start and row.end and twin.start and twin.end):
        return True
    return bool(row.start <= twin.end and twin.start <= row.end)


def _result_before_its_task(c: Campaign) -> Iterator[Finding]:
    day = reported_on(c)
    rows = {row.record: row for row in c.rows("schedule")}
    for row in c.rows("board"):
        found = [t for t in _of_channel(c, row) if t.status is not TaskStatus.CANCELLED]
        if not row.cumulative or not found or any(_begun(t, day) for t in found):
            continue
        first = min(found, key=lambda t: (t.start or date.max, t.record))
        metric = metric_of_row(c.config, row)
        value = say.value(c, row.cumulative, Unit(metric.unit.kind if metric else "count"))
        yield EARLY_RESULT.finding(
            (c.cell(row, "cumulative"), *c.cells(rows[first.record], "status", "start")),
            read=f"{row.channel} {row.metric} {value.zh}",
            expected=Label(f"“{first.name}”开始之后", f"only after “{first.name}” has started"),
            message=Label(
                "{channel}已有{metric} {value}，甘特图（F5）的“{task}”{state}。请核对任务日期和状态，或数据的来源。",
                "{channel} already shows {metric} {value}, while “{task}” of the schedule (F5) {state}. "
                "Check the task's dates and status, or where the data come from.",
            ).fill(
                channel=say.channel(c, row),
                metric=say.metric(c, row),
                value=value,
                task=first.name,
                state=_state(first),
            ),
        )


def _of_channel(c: Campaign, row: Row) -> Iterator[Task]:
    """The tasks whose name holds a name of the row's channel, or most of it."""
    channel = c.config.channel(row.channel or "")
    if channel is not None and channel.id == ALL:
        return
    for task in tasks(c):
        listed = channel is not None and channel in c.config.channels_in(task.name)
        if listed or coverage(row.channel or "", task.name) >= _MOST:
            yield task


def _begun(task: Task, day: date | None) -> bool:
    if task.status is not None:
        return task.status is not TaskStatus.NOT_STARTED
    return task.start is None or day is None or task.start <= day


def _state(task: Task) -> Label:
    begins = (
        Label("，{day}才开始", " and begins on {day}").fill(day=say.day(task.start)) if task.start else None
    )
    status = task.status.label if task.status else Label("没有状态", "has no status")
    state = Label(f"状态是“{status.zh}”", f"is “{status.en}”") if task.status else status
    return Label(state.zh + begins.zh, state.en + begins.en) if begins else state


STATUS = Check(
    "X-STATUS",
    Severity.WARNING,
    Label("状态与日报、分工表一致", "A status agrees with the log and the twin task"),
    _status_against_log_and_twin,
    affects=("task",),
)
EARLY_RESULT = Check(
    "X-EARLY-RESULT",
    Severity.WARNING,
    Label("任务开始之前没有结果", "No result before its task starts"),
    _result_before_its_task,
    affects=("task", "pace", "attainment"),
)

CHECKS: tuple[Check, ...] = (STATUS, EARLY_RESULT)
