"""Checks across forms: the same stage, task and deadline have the same dates; a plan comes before what it plans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from campaignlib.campaign import Campaign
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.config import Window
from campaignlib.findings import Cell, Finding, Severity
from campaignlib.schedule.deadlines import Deadline, deadlines, groups
from campaignlib.schedule.stages import StageDates, stages
from campaignlib.schedule.task import Task, tasks
from campaignlib.schedule.twins import Twin, twins
from campaignlib.words.label import Label

_SIGN_OFF = re.compile(
    r"(?:方案|计划|策划).*(?:确认|审批|审定|批准|定稿|通过)|plan.*(?:sign|approv)", re.IGNORECASE
)
Place = tuple[Label, Window, tuple[Cell, ...]]
"""Where dates stand (a form, the settings), the dates, their cells."""


def _task_cells(c: Campaign, found: Iterable[Task], *fields: str) -> tuple[Cell, ...]:
    wanted = {t.record for t in found}
    return tuple(cell for row in c.rows("schedule") if row.record in wanted for cell in c.cells(row, *fields))


def _stage_dates_differ(c: Campaign) -> Iterator[Finding]:
    for stage in stages(c):
        places = tuple(_places(c, stage))
        if len({window for _, window, _ in places}) < 2:
            continue
        first = places[0][1]
        others = [(name, window) for name, window, _ in places if window != first]
        yield STAGE_DATES.finding(
            (cell for _, _, cells in places for cell in cells),
            read=f"{stage.label.zh} {say.days(first.start, first.end).zh}",
            expected=say.listing(dict.fromkeys(say.days(w.start, w.end) for _, w in others)),
            message=Label(
                "“{stage}”的日期不一致：{told}。请统一，阶段进度和预案都按它判断。",
                "“{stage}” is dated differently: {told}. Settle on one; pace and risk triggers depend on it.",
            ).fill(stage=stage.label, told=_told((name, window) for name, window, _ in places)),
        )


def _places(c: Campaign, stage: StageDates) -> Iterator[Place]:
    """F2 first, then F5, then the settings unless they agree with what F2 or F5 says."""
    for window, cell in stage.written:
        yield Label("方案创意表（F2）", "creative plan (F2)"), window, (cell,)
    starts = [t.start for t in stage.tasks if t.start]
    ends = [t.finish for t in stage.tasks if t.finish]
    seen = [window for window, _ in stage.written]
    if starts and ends and min(starts) <= max(ends):
        seen.append(Window(min(starts), max(ends)))
        names = say.quoted(t.name for t in stage.tasks)
        label = Label(f"执行甘特图（F5）{names.zh}", f"schedule (F5) {names.en}")
        yield label, seen[-1], _task_cells(c, stage.tasks, "start", "end")
    if stage.planned and stage.planned not in seen:
        yield (
            Label("设置", "settings"),
            stage.planned,
            (Cell(c.config.source, "", f"stages.{stage.id}"),),
        )


def _told(places: Iterable[tuple[Label, Window]]) -> Label:
    parts = [(name, say.days(window.start, window.end)) for name, window in places]
    return Label(
        "，".join(f"{name.zh}{days.zh}" for name, days in parts),
        ", ".join(f"{name.en} {days.en}" for name, days in parts),
    )


def _task_dates_differ(c: Campaign) -> Iterator[Finding]:
    for twin in twins(c):
        row, start, end = twin.row, twin.start or twin.end, twin.end or twin.start
        if not (twin.starts_differ or twin.ends_differ) or start is None or end is None:
            continue
        yield TASK_DATES.finding(
            _twin_cells(c, twin),
            read=f"{row.task} {say.days(row.start, row.end).zh}" if row.start and row.end else row.task,
            expected=say.days(start, end),
            message=Label(
                "{differ}不一致：分工表（F4）“{task}”{theirs}，甘特图（F5）{names}{ours}。"
                "两处按名称对应，请确认是同一件事，再统一日期。",
                "The {differ} differ: assignments (F4) “{task}” {theirs}, schedule (F5) {names} {ours}. "
                "They were matched by name: confirm that they are the same work and settle on one date.",
            ).fill(
                differ=_WHAT[twin.starts_differ, twin.ends_differ],
                task=row.task,
                theirs=say.days(row.start or start, row.end or end),
                names=say.quoted(t.name for t in twin.tasks),
                ours=say.days(start, end),
            ),
        )


_WHAT = {
    (True, False): Label("开始日期", "start dates"),
    (False, True): Label("结束日期", "end dates"),
    (True, True): Label("起止日期", "dates"),
}


def _twin_cells(c: Campaign, twin: Twin) -> Iterator[Cell]:
    """The cells that differ: F4's first, then those of the F5 tasks that begin and end the group."""
    sides = [f for f, on in (("start", twin.starts_differ), ("end", twin.ends_differ)) if on]
    yield from c.cells(twin.row, *sides)
    for side in sides:
        speakers = [
            t for t in twin.tasks if (t.start == twin.start if side == "start" else t.finish == twin.end)
        ]
        yield from _task_cells(c, speakers, side)


def _deadlines_differ(c: Campaign) -> Iterator[Finding]:
    for group in groups(deadlines(c)):
        counts = Counter(one.day for one in group)
        if len(counts) < 2:
            continue
        ordered = sorted(group, key=lambda one: counts[one.day])
        odd = ordered[0]
        others = dict.fromkeys(say.day(one.day) for one in ordered if one.day != odd.day)
        yield DEADLINE.finding(
            (one.cell for one in ordered),
            read=odd.text,
            expected=say.listing(others),
            message=Label(
                "同一件事的期限不一致：{told}。请统一成一个日期。",
                "The deadlines for the same thing differ: {told}. Settle on one date.",
            ).fill(told=_quoted(ordered)),
        )


def _quoted(found: Iterable[Deadline]) -> Label:
    parts = [(one.form, one.text) for one in found]
    return Label(
        "，".join(f"{form}“{text}”" for form, text in parts),
        ", ".join(f"{form} “{text}”" for form, text in parts),
    )


def _plan_comes_too_late(c: Campaign) -> Iterator[Finding]:
    begin = _begin(c)
    sign_off = next((t for t in tasks(c) if _SIGN_OFF.search(t.name) and t.finish), None)
    for row in c.rows("creative"):
        limits = [
            place for place in (begin, _signed(c, sign_off)) if place and row.due and row.due > place[1]
        ]
        if not limits:
            continue
        yield LATE_PLAN.finding(
            (c.cell(row, "due"), *(cell for _, _, cells in limits for cell in cells)),
            read=f"{row.module} {say.day(row.due).zh}",
            expected=Label("不晚于{day}", "by {day}").fill(day=say.day(min(day for _, day, _ in limits))),
            message=Label(
                "“{module}”到{due}才完成，晚于{told}。请提前，或推后执行。",
                "“{module}” is due on {due}, after {told}. Bring it forward or start later.",
            ).fill(
                module=row.module or "",
                due=say.day(row.due),
                told=Label(
                    "、".join(f"{what.zh}（{say.day(day).zh}）" for what, day, _ in limits),
                    " and ".join(f"{what.en} ({say.day(day).en})" for what, day, _ in limits),
                ),
            ),
        )


def _begin(c: Campaign) -> tuple[Label, date, tuple[Cell, ...]] | None:
    """When the first stage begins: as F2 says it, else campaign.toml."""
    written = [(window.start, s.label, cell) for s in stages(c) for window, cell in s.written]
    if written:
        day, label, cell = min(written, key=lambda w: w[0])
        return Label(f"“{label.zh}”的开始", f"the start of “{label.en}”"), day, (cell,)
    window = c.config.window
    if window is None:
        return None
    return (
        Label("活动开始", "the campaign's start"),
        window.start,
        (Cell(c.config.source, "", "dates.start"),),
    )


def _signed(c: Campaign, task: Task | None) -> tuple[Label, date, tuple[Cell, ...]] | None:
    if task is None or task.finish is None:
        return None
    label = Label(f"“{task.name}”的结束", f"the end of “{task.name}”")
    return label, task.finish, _task_cells(c, [task], "end")


STAGE_DATES = Check(
    "X-STAGE-DATES",
    Severity.WARNING,
    Label("同一阶段各处日期一致", "A stage has the same dates everywhere"),
    _stage_dates_differ,
    affects=("pace", "risk"),
)
TASK_DATES = Check(
    "X-TASK-DATES",
    Severity.WARNING,
    Label("同一任务各处日期一致", "A task has the same dates everywhere"),
    _task_dates_differ,
    affects=("task",),
)
DEADLINE = Check(
    "X-DEADLINE",
    Severity.WARNING,
    Label("同一件事的期限一致", "The same thing has the same deadline"),
    _deadlines_differ,
    affects=("task", "risk"),
)
LATE_PLAN = Check(
    "X-LATE-PLAN",
    Severity.WARNING,
    Label("方案在执行之前定稿", "A plan is due before what it plans begins"),
    _plan_comes_too_late,
)

CHECKS: tuple[Check, ...] = (STAGE_DATES, TASK_DATES, DEADLINE, LATE_PLAN)
