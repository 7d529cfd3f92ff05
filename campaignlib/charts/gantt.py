"""Gantt: the schedule with dependencies, slip, delays and the dates other forms give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from campaignlib.charts.drawing import Drawing
from campaignlib.charts.ganttlabels import Look, Places, texts
from campaignlib.charts.ganttrows import Task, first_and_last, late_texts, links, task
from campaignlib.charts.key import Sign
from campaignlib.charts.plane import Layer, boxes, compose, dots, labels, paths, plane, rules
from campaignlib.charts.say import MORE, listed, sentence
from campaignlib.charts.style import SLACK, C, day_ticks, text_width
from campaignlib.figures import Figures
from campaignlib.words import display
from campaignlib.words.label import Label, Lang

MOST = 25
"""More rows than this: critical, late and the next seven days; the rest folded."""

_BAR = 14
_ELBOW = 8


def gantt(figures: Figures, as_of: date, lang: Lang = "zh") -> Drawing | None:
    """The figures of schedule.timeline as a chart; None when no task has dates."""
    tasks = [t for t in map(task, figures.named("task")) if t is not None]
    if not tasks:
        return None
    if len(tasks) <= MOST:
        return _drawing(tasks, figures, as_of, lang, "chart-gantt")
    kept = [t for t in tasks if t.critical or t.overdue or t.soon(as_of)][:MOST]
    kept = kept or tasks[:MOST]
    rest = [t for t in tasks if t not in kept]
    more = _drawing(rest, figures, as_of, lang, "chart-gantt-rest").but(key=())
    return _drawing(kept, figures, as_of, lang, "chart-gantt").but(
        more=more, more_title=MORE.fill(n=len(rest)).to(lang)
    )


def _drawing(tasks: list[Task], figures: Figures, today: date, lang: Lang, name: str) -> Drawing:
    names = max(text_width(t.name, 13, t.critical) for t in tasks) * SLACK + 8
    owners = max((text_width(t.owner, 12) for t in tasks), default=0) * SLACK + 14
    column = min(names, 210)
    wide = Look(920, 30, 15, column + min(owners, 90) + 12, 796, 26, column, 8)
    paper = Look(760, 30, 15, column + min(owners, 90) + 12, 650, 26, column, 7)
    narrow = Look(358, 42, 28, 12, 336, 24, None, 6)
    return Drawing(
        name=name,
        title=Label("排期：任务、依赖与逾期", "Schedule: tasks, dependencies and delays").to(lang),
        description=_description(tasks, figures, lang),
        lang=lang,
        wide=_spec(tasks, wide, today, lang),
        narrow=_spec(tasks, narrow, today, lang),
        paper=_spec(tasks, paper, today, lang),
        key=_key(tasks),
    )


def _spec(tasks: Sequence[Task], look: Look, today: date, lang: Lang) -> dict[str, object]:
    first, last = first_and_last(tasks, today)
    foot = look.top + look.pitch * len(tasks)
    p = plane(
        look.width,
        foot + 22,
        x=(0, float((last - first).days)),
        left=look.left,
        right=look.right,
        bottom=foot + 22,
    )
    at = Places(p, look, first, today, last)
    layers: list[Layer] = [*_axis(at, foot), *_links(at, tasks), *_bars(at, tasks), *_marks(at, tasks, foot)]
    return compose(p, [*layers, *labels(p, texts(at, tasks, foot, lang))])


def _axis(at: Places, foot: float) -> Iterator[Layer]:
    ticks = day_ticks(at.first, at.last, at.look.ticks)
    yield from rules(at.p, [(at.x(d), at.look.top - 4, at.x(d), foot) for d in ticks], C["rule"])


def _links(at: Places, tasks: Sequence[Task]) -> Iterator[Layer]:
    """Straight down where one ends as the other starts, else an elbow; a start before the end goes back between rows."""
    plain: list[list[tuple[float, float]]] = []
    bold: list[list[tuple[float, float]]] = []
    for a, b in links(tasks):
        before, after = tasks[a], tasks[b]
        y1, y2, end, start = at.y(a), at.y(b), at.x(before.end), at.x(after.start)
        if start == end:
            line = [(end, y1), (end, y2)]
        elif start > end:
            bend = end + min(at.p.dx(_ELBOW), (start - end) / 2)
            line = [(end, y1), (bend, y1), (bend, y2), (start, y2)]
        else:
            out, between = at.p.dx(6), y2 - at.look.pitch / 2 if y2 > y1 else y2 + at.look.pitch / 2
            line = [(end, y1), (end + out, y1), (end + out, between), (start - out, between)]
            line += [(start - out, y2), (start, y2)]
        (bold if before.critical and after.critical else plain).append(line)
    yield from paths(at.p, plain, C["edge"], 1)
    yield from paths(at.p, bold, C["ink"], 1.5)


def _bars(at: Places, tasks: Sequence[Task]) -> Iterator[Layer]:
    looks = (("done", C["ink3"], None), ("started", C["accent"], None), ("open", C["paper"], C["ink2"]))
    for state, fill, stroke in looks:
        spans = [
            (at.x(t.start), max(at.x(t.end), at.x(t.start) + at.p.dx(3)), at.y(n))
            for n, t in enumerate(tasks)
            if t.state == state
        ]
        yield from boxes(at.p, spans, _BAR if stroke is None else _BAR - 1, fill=fill, stroke=stroke)
    for frame in (False, True):
        spans = [
            (at.x(o["start"]), at.x(o["end"]), at.y(n))
            for n, t in enumerate(tasks)
            for o in t.other
            if _crosses(o, t) is frame
        ]
        yield from boxes(at.p, spans, 21 if frame else 10, stroke=C["ink"], dash=(3, 2))


def _crosses(other: Mapping[str, Any], task: Task) -> bool:
    """Whether another form's dates overlap the bar, so that their box must be drawn around it."""
    return bool(other["start"] < task.end and other["end"] > task.start)


def _marks(at: Places, tasks: Sequence[Task], foot: float) -> Iterator[Layer]:
    stop = min(at.today, at.last)
    late = [(at.x(t.end), at.x(stop), at.y(n)) for n, t in enumerate(tasks) if t.overdue and t.end < stop]
    yield from boxes(at.p, late, 5, fill=C["warn"])
    floats = [(n, t, t.float_end) for n, t in enumerate(tasks) if t.float_end]
    yield from rules(
        at.p,
        [
            (at.x(max(t.end, stop) if t.overdue else t.end), at.y(n), at.x(end), at.y(n))
            for n, t, end in floats
            if end
        ],
        C["ink3"],
        1,
        (1.5, 2),
    )
    yield from rules(
        at.p,
        [(at.x(end), at.y(n) - 4, at.x(end), at.y(n) + 4) for n, _, end in floats if end],
        C["ink3"],
        1.25,
    )
    nodes = [(at.x(t.end), at.y(n)) for n, t in enumerate(tasks) if t.milestone]
    yield from dots(at.p, nodes, fill=C["ink"], stroke=C["paper"], size=62, shape="diamond", line=1)
    if at.first <= at.today <= at.last:
        yield from rules(at.p, [(at.x(at.today), at.look.top - 4, at.x(at.today), foot + 2)], C["ink"], 1.25)


def _description(tasks: Sequence[Task], figures: Figures, lang: Lang) -> str:
    whole = figures.get("network")
    parts: list[Label] = []
    if whole is not None and whole.value is not None:
        path = [Label.same(str(n)) for n in whole.inputs.get("critical") or ()]
        names = Label(listed(path, "zh"), listed(path, "en"))
        parts.append(
            Label("关键路径 {n} 天：{names}", "critical path of {n} days: {names}").fill(
                n=whole.value, names=names
            )
        )
    late = [t for t in tasks if t.overdue]
    for t in sorted(late, key=lambda t: -t.overdue):
        parts.append(Label("{name} {text}", "{name} {text}").fill(name=t.name, text=late_texts(t)[0]))
    if not late:
        parts.append(Label("没有逾期任务", "no task is late"))
    for t in tasks:
        for o in t.other:
            said = Label("{name} 在 {form} 写 {a} 到 {b}", "{form} dates {name} {a} to {b}")
            parts.append(
                said.fill(
                    name=t.name,
                    form=o["form"],
                    a=display.day_short(o["start"], lang),
                    b=display.day_short(o["end"], lang),
                )
            )
    return sentence(parts, Label("数据见 F5 排期表", "figures in form F5"), lang)


def _key(tasks: Sequence[Task]) -> tuple[Sign, ...]:
    pairs = list(links(tasks))
    entries = (
        ("bar_done", Label("已完成", "done"), any(t.state == "done" for t in tasks)),
        (
            "bar_started",
            Label("进行中", "in progress"),
            any(t.state == "started" for t in tasks),
        ),
        (
            "bar_open",
            Label("未开始", "not started"),
            any(t.state == "open" for t in tasks),
        ),
        ("bar_dashed", Label("另一张表的日期", "dates in another form"), any(t.other for t in tasks)),
        ("late", Label("逾期", "late"), any(t.overdue for t in tasks)),
        ("node", Label("节点", "milestone"), any(t.milestone for t in tasks)),
        ("float", Label("浮动", "float"), any(t.float_end for t in tasks)),
        (
            "critical",
            Label("关键路径（任务名加粗）", "critical path (name in bold)"),
            any(t.critical for t in tasks),
        ),
        (
            "dependency",
            Label("其他依赖", "other dependency"),
            any(not (tasks[a].critical and tasks[b].critical) for a, b in pairs),
        ),
    )
    return tuple(Sign(shape, label) for shape, label, used in entries if used)
