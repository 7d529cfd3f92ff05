"""Checks of the schedule (F5): predecessors, cycles, durations, open ends, status against date and predecessor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from campaignlib.campaign import Campaign, Row
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.checks.data import reported_on
from campaignlib.findings import Finding, Severity
from campaignlib.schedule.names import shared
from campaignlib.schedule.predecessors import By, Link
from campaignlib.schedule.task import Task
from campaignlib.schedule.timeline import Plan, plan
from campaignlib.words.label import Label
from campaignlib.words.terms import TaskStatus

_WHY = {
    By.NAME: Label("按名称", "by its name"),
    By.DATES: Label("名称有多个近似，按日期可行", "several names are alike; the dates fit this one"),
    By.MILESTONE: Label(
        "名称有多个近似，按节点说明", "several names are alike; the milestone's text fits this one"
    ),
}
_SHOWN = 10


def _rows(c: Campaign) -> dict[int, Row]:
    return {row.record: row for row in c.rows("schedule")}


def _days(n: int) -> Label:
    return Label(f" {n} 天", f"{n} day{'s' * (n != 1)}")


def _predecessor_not_exact(c: Campaign) -> Iterator[Finding]:
    made, rows = plan(c), _rows(c)
    for link in made.links:
        if link.by is By.TIE or link.proposed:
            candidates = [rows[r] for r in link.candidates]
            yield PREDECESSOR.finding(
                (c.cell(rows[link.record], "predecessor"), *(c.cell(row, "task") for row in candidates)),
                read=link.written,
                expected=say.quoted(row.task for row in candidates),
                message=_tie(made, link) if link.meant is None else _proposal(made, link),
            )


def _proposal(made: Plan, link: Link) -> Label:
    meant = made.tasks[link.meant or 0]
    text = Label(
        "前置任务写作“{written}”，建议对应“{meant}”（{why}）；网络按此建议计算。请确认，或写任务全名。",
        "The predecessor is written “{written}”; proposed: “{meant}” ({why}). The network is computed with it. "
        "Confirm, or write the full name.",
    ).fill(written=link.written, meant=meant.name, why=_WHY[link.by])
    if link.fits:
        return text
    unfit = Label(
        "它的结束晚于本任务的开始，日期也要核对。", " It ends after this task starts: check the dates too."
    )
    return Label(text.zh + unfit.zh, text.en + unfit.en)


def _tie(made: Plan, link: Link) -> Label:
    return Label(
        "前置任务写作“{written}”，可能是{names}，无法区分；网络未计入这一处。请写任务全名。",
        "The predecessor “{written}” may be any of {names}; the network leaves it out. Write the full name.",
    ).fill(written=link.written, names=say.quoted(made.tasks[r].name for r in link.candidates))


def _predecessor_unknown(c: Campaign) -> Iterator[Finding]:
    made, rows = plan(c), _rows(c)
    for link in made.links:
        if link.by is not By.UNKNOWN:
            continue
        others = [t.name for t in made.tasks.values() if t.record != link.record]
        more = len(others) > _SHOWN
        names = say.quoted(others[:_SHOWN])
        known = Label(names.zh + "等" * more, names.en + " …" * more)
        yield UNKNOWN.finding(
            [c.cell(rows[link.record], "predecessor")],
            read=link.written,
            expected=known,
            message=Label(
                "没有任务叫“{written}”，也没有名称相近的；网络未计入这一处。请改成已有任务的全名，或补上这个任务。",
                "No task is called “{written}” or nearly so; the network leaves it out. Write the name of a task, "
                "or add the task.",
            ).fill(written=link.written),
        )


def _tasks_wait_for_each_other(c: Campaign) -> Iterator[Finding]:
    made, rows = plan(c), _rows(c)
    for cycle in made.network.cycles:
        inside = [link for link in made.links if link.record in cycle and link.meant in cycle]
        yield CYCLE.finding(
            [c.cell(rows[link.record], "predecessor") for link in inside],
            read="；".join(f"{made.tasks[link.record].name} ← {link.written}" for link in inside),
            message=Label(
                "{names}互相等待，成了循环；这些任务不计入网络，其余照算。请删去其中一处前置。",
                "{names} wait for each other. They are left out of the network, the rest is computed. "
                "Remove one of the predecessors.",
            ).fill(names=say.quoted(made.tasks[r].name for r in cycle)),
        )


def _both_days_count(rows: Iterable[Row]) -> bool:
    """Whether a team counts the first and the last day: every written duration, two or more, is one day longer
    than end − start."""
    written = [(row.duration, (row.end - row.start).days) for row in rows if row.duration is not None]
    return len(written) > 1 and all(stated == days + 1 for stated, days in written)


def _duration_differs(c: Campaign) -> Iterator[Finding]:
    dated = [row for row in c.rows("schedule") if row.start is not None and row.end is not None]
    inclusive = _both_days_count(dated)
    if inclusive:
        yield _counts_both_days(c, dated)
    for row in dated:
        days = (row.end - row.start).days
        if days < 0:
            yield DURATION.finding(
                c.cells(row, "end", "start"),
                read=say.days(row.start, row.end).zh,
                expected=Label("结束不早于开始", "an end that is not before the start"),
                message=Label(
                    "“{task}”结束早于开始。请核对两个日期。",
                    "“{task}” ends before it starts. Check both dates.",
                ).fill(task=row.task or ""),
            )
        elif row.duration is not None and row.duration != days and not inclusive:
            yield DURATION.finding(
                c.cells(row, "duration", "start", "end"),
                read=f"{row.duration}天",
                expected=Label(f"{days} 天", _days(days).en),
                message=Label(
                    "“{task}”写{stated}，{dates}按结束减开始是{days}。请改天数或日期。",
                    "“{task}” says {stated}; {dates} is {days} (end − start). Correct the days or the dates.",
                ).fill(
                    task=row.task or "",
                    stated=_days(row.duration),
                    days=_days(days),
                    dates=say.days(row.start, row.end),
                ),
            )


def _counts_both_days(c: Campaign, dated: list[Row]) -> Finding:
    """One finding for a sheet that counts start and end days alike, instead of one for each task."""
    written = [row for row in dated if row.duration is not None]
    return DURATION.finding(
        [*say.column(c, written, "duration"), *c.cells(written[0], "start", "end")],
        read=f"{written[0].duration}天",
        expected=Label("结束减开始", "end − start"),
        message=Label(
            "{n} 个任务的持续时间都多 1 天：把首尾两天都算进去了。排期按结束减开始算，请统一。",
            "The durations of all {n} tasks are one day too long: they count both days. The schedule takes end − start; "
            "make them agree.",
        ).fill(n=len(written)),
    )


def _nothing_waits(c: Campaign) -> Iterator[Finding]:
    made, rows = plan(c), _rows(c)
    for record in made.network.order:
        task = made.tasks[record]
        if made.network.successors[record] or task.status is TaskStatus.CANCELLED:
            continue
        needing = _needing(task, made)
        if needing is None:
            continue
        other, words = needing
        yield OPEN_END.finding(
            (*c.cells(rows[record], "task"), *c.cells(rows[other.record], "predecessor")),
            read=task.name,
            expected=Label(f"“{other.name}”的前置任务", f"a predecessor of “{other.name}”"),
            message=Label(
                "没有任务以“{task}”为前置；之后的“{other}”同样涉及{words}，可能要等它。请确认是否补上前置任务。",
                "No task waits for “{task}”; “{other}” later shares {words} with it and may need it. "
                "Decide whether it is a predecessor.",
            ).fill(task=task.name, other=other.name, words=say.quoted(words)),
        )


def _needing(task: Task, made: Plan) -> tuple[Task, tuple[str, ...]] | None:
    """The first later task whose name or milestone shares words with this one's name, and these words."""
    later = [
        other
        for other in made.tasks.values()
        if other.record != task.record
        and other.start is not None
        and task.finish is not None
        and other.start >= task.finish
        and not other.closed
    ]
    for other in sorted(later, key=lambda t: (t.start or date.max, t.record)):
        words = shared(task.name, f"{other.name} {other.milestone}")
        if words:
            return other, words
    return None


def _status_against_date(c: Campaign) -> Iterator[Finding]:
    rows, day = _rows(c), reported_on(c)
    for task in plan(c).tasks.values():
        if day is None or task.status is None:
            continue
        if task.overdue(day):
            cells, due, verb = ("status", "end"), task.finish, Label("结束", "end")
        elif task.status is TaskStatus.NOT_STARTED and task.start and task.start < day:
            cells, due, verb = ("status", "start"), task.start, Label("开始", "start")
        else:
            continue
        late = (day - (due or day)).days
        yield STATUS.finding(
            c.cells(rows[task.record], *cells),
            read=task.status.label.zh,
            expected=TaskStatus.DONE.label if verb.en == "end" else TaskStatus.IN_PROGRESS.label,
            message=Label(
                "“{task}”应在{due}{verb}，截至{day}仍是“{status}”，已过{late}。请更新状态或改期。",
                "“{task}” was to {verb} on {due}; as of {day} it is still “{status}”, {late} late. "
                "Update the status or the date.",
            ).fill(
                task=task.name,
                due=say.day(due or day),
                verb=verb,
                day=say.day(day),
                status=task.status.label,
                late=_days(late),
            ),
        )


def _status_against_predecessor(c: Campaign) -> Iterator[Finding]:
    made, rows = plan(c), _rows(c)
    for link in made.links:
        task = made.tasks[link.record]
        before = made.tasks.get(link.meant or 0)
        begun = task.status in (TaskStatus.IN_PROGRESS, TaskStatus.DONE)
        if before is None or not begun or task.status is None or before.closed or before.status is None:
            continue
        row, other = rows[task.record], rows[before.record]
        taken = _AS_PROPOSED if link.proposed else Label("", "")
        yield STATUS.finding(
            (*c.cells(row, "status", "predecessor"), c.cell(other, "status")),
            read=task.status.label.zh,
            expected=Label(f"“{before.name}”完成之后", f"only after “{before.name}” is done"),
            message=Label(
                "“{task}”已是“{status}”，它的前置任务“{before}”{taken}还是“{open}”。请更新状态，或核对前置任务。",
                "“{task}” is “{status}” while its predecessor “{before}”{taken} is “{open}”. "
                "Update the status or check the predecessor.",
            ).fill(
                task=task.name,
                status=task.status.label,
                before=before.name,
                open=before.status.label,
                taken=taken,
            ),
        )


_AS_PROPOSED = Label("（按建议对应）", " (as proposed)")

PREDECESSOR = Check(
    "F5-PREDECESSOR",
    Severity.NOTE,
    Label("前置任务写任务全名", "Predecessors are full task names"),
    _predecessor_not_exact,
    affects=("network", "task"),
)
UNKNOWN = Check(
    "F5-UNKNOWN",
    Severity.ERROR,
    Label("前置任务是表中的任务", "A predecessor is a task of the schedule"),
    _predecessor_unknown,
    affects=("network", "task"),
)
CYCLE = Check(
    "F5-CYCLE",
    Severity.ERROR,
    Label("任务不互相等待", "Tasks do not wait for each other"),
    _tasks_wait_for_each_other,
    affects=("network", "task"),
)
DURATION = Check(
    "F5-DURATION",
    Severity.ERROR,
    Label("持续时间 = 结束 − 开始", "Duration = end − start"),
    _duration_differs,
    affects=("network", "task"),
)
OPEN_END = Check(
    "F5-OPEN-END",
    Severity.NOTE,
    Label("后面的任务要用到的，写成前置任务", "What a later task needs is its predecessor"),
    _nothing_waits,
    affects=("network", "task"),
)
STATUS = Check(
    "F5-STATUS",
    Severity.WARNING,
    Label("状态与日期、前置任务一致", "A status agrees with date and predecessor"),
    _status_against_date,
    affects=("task",),
)
STATUS_ORDER = Check(
    STATUS.code, STATUS.severity, STATUS.label, _status_against_predecessor, affects=STATUS.affects
)

CHECKS: tuple[Check, ...] = (PREDECESSOR, UNKNOWN, CYCLE, DURATION, OPEN_END, STATUS, STATUS_ORDER)
