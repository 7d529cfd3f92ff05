"""Checks of the goals (F1), and of goals against board (F8) and results (F10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from campaignlib.campaign import Campaign, Row
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.config import plain_name
from campaignlib.errors import Unreadable
from campaignlib.figures import Unit
from campaignlib.findings import Finding, Severity
from campaignlib.metrics.exact import decimal, exact
from campaignlib.metrics.measures import metric_of_row
from campaignlib.metrics.sums import ALL
from campaignlib.values import quantity, text
from campaignlib.words.label import Label

_BASE = re.compile(
    r"基数|基准|基线|基期|同比|环比|较|相比|对比|从\s*\d|baseline|compared|versus|from \d", re.IGNORECASE
)


def kind_of(c: Campaign, row: Row) -> str:
    """What kind of number a row's target is: the library's word, else what is written."""
    metric = metric_of_row(c.config, row)
    if metric:
        return metric.kind
    try:
        return quantity.read(getattr(row, "target_text", None) or "").kind
    except Unreadable:
        return ""


def is_whole(c: Campaign, row: Row) -> bool:
    """Whether a board row speaks of the whole campaign."""
    channel = c.config.channel(row.channel) if row.channel else None
    return channel is not None and channel.id == ALL


def same_metric(c: Campaign, a: Row, b: Row) -> bool:
    """Whether two rows name the same metric: the same entry of the library, or the same words."""
    one, two = metric_of_row(c.config, a), metric_of_row(c.config, b)
    if one and two:
        return one.id == two.id
    return bool(a.metric and b.metric) and plain_name(a.metric) == plain_name(b.metric)


def result_of(c: Campaign, goal: Row) -> tuple[Row | None, bool]:
    """The F10 row that holds a goal's result, and whether that is certain: the same metric, else the only row of
    the same dimension whose number is of the same kind and which is no other goal's result."""
    results = c.rows("evaluation")
    exact = next((r for r in results if same_metric(c, goal, r)), None)
    if exact:
        return exact, True
    taken = [r for r in results for g in c.rows("goals") if same_metric(c, g, r)]
    near = [
        r
        for r in results
        if r.dimension
        and r.dimension == goal.dimension
        and r not in taken
        and kind_of(c, r) == kind_of(c, goal) != ""
    ]
    return (near[0], False) if len(near) == 1 else (None, True)


def _not_smart(c: Campaign) -> Iterator[Finding]:
    starts = c.config.starts
    for goal in c.rows("goals"):
        texts = " ".join(filter(None, (goal.target_text, goal.description, goal.note)))
        missing = [
            (goal.target is None, Label("数值", "a number"), "target"),
            (
                kind_of(c, goal) == "change" and not _BASE.search(texts),
                Label("基数", "a base value"),
                "target",
            ),
            (not goal.source, Label("数据来源", "a source"), "source"),
            (not goal.owner, Label("负责人", "an owner"), "owner"),
            (goal.due is None, Label("完成时间", "a date"), "due"),
            (
                bool(goal.due and starts and goal.due < starts),
                Label("活动期内的完成时间", "a date within the campaign's reach"),
                "due",
            ),
        ]
        lacks = [(label, field) for fails, label, field in missing if fails]
        if lacks:
            wanted = say.listing(label for label, _ in lacks)
            yield SMART.finding(
                c.cells(goal, *(field for _, field in lacks), "metric"),
                read=goal.target_text or goal.metric or "",
                expected=wanted,
                message=Label(
                    "目标“{what}”缺少{wanted}，到期无法判定。请补上。",
                    "The goal “{what}” lacks {wanted}, so it cannot be judged when due. Add it.",
                ).fill(what=goal.target_text or goal.metric, wanted=wanted),
            )


def _parts_disagree(c: Campaign) -> Iterator[Finding]:
    for goal in c.rows("goals"):
        metric = metric_of_row(c.config, goal)
        if metric is None or goal.target is None or metric.kind not in ("count", "money"):
            continue
        rows = [
            r
            for r in c.rows("board")
            if same_metric(c, goal, r) and not is_whole(c, r) and r.target is not None
        ]
        whole, total = exact(goal.target), sum((exact(r.target) for r in rows), Fraction())
        if not rows or total == whole or (len(rows) == 1 and total < whole):
            continue
        parts = say.listing(
            Label("{ch} {v}", "{ch} {v}").fill(ch=say.channel(c, r), v=say.value(c, r.target, metric.unit))
            for r in rows
        )
        yield TARGET_PARTS.finding(
            [*c.cells(goal, "target"), *(cell for r in rows for cell in c.cells(r, "target"))],
            read=goal.target_text or "",
            expected=say.value(c, decimal(total), metric.unit),
            message=Label(
                "{metric}总目标 {whole}，分目标相加 {total}（{parts}）。请定下总数怎样分到各渠道。",
                "{metric}: the whole is {whole}, the parts add up to {total} ({parts}). Settle how it is split.",
            ).fill(
                metric=metric.label,
                whole=say.value(c, goal.target, metric.unit),
                total=say.value(c, decimal(total), metric.unit),
                parts=parts,
            ),
        )


def _near_same_metrics(c: Campaign) -> Iterator[Finding]:
    goals, board = c.rows("goals"), c.rows("board")
    alone = [g for g in goals if g.target is not None and not any(same_metric(c, g, b) for b in board)]
    strange = [b for b in board if b.target is not None and not any(same_metric(c, g, b) for g in goals)]
    for goal in alone:
        for row in strange:
            if goal.target == row.target and kind_of(c, goal) == kind_of(c, row):
                yield _ask(c, goal, row)
        result, certain = result_of(c, goal)
        if result and not certain:
            yield _ask(c, goal, result)
    for goal in (g for g in goals if g not in alone):
        result, certain = result_of(c, goal)
        if result and not certain:
            yield _ask(c, goal, result)


def _ask(c: Campaign, one: Row, two: Row) -> Finding:
    return METRIC.finding(
        [*c.cells(one, "metric", "target"), *c.cells(two, "metric", "target")],
        read=f"{one.metric} / {two.metric}",
        message=Label(
            "“{one}”与“{two}”是同一个指标吗？程序没有合并。是，就在 campaign.toml 里写成别名；不是，就各定各的目标。",
            "Are “{one}” and “{two}” the same metric? They were not merged. If so, write an alias in campaign.toml; "
            "if not, give each its own target.",
        ).fill(one=one.metric, two=two.metric),
    )


def _owners_differ(c: Campaign) -> Iterator[Finding]:
    goals = sorted((g for g in c.rows("goals") if g.dimension), key=lambda g: g.dimension)
    for dimension, group in groupby(goals, key=lambda g: g.dimension):
        ours = list(group)
        results = [r for r in c.rows("evaluation") if r.dimension == dimension and r.owner]
        first = {name for g in ours for name in text.parts(g.owner or "")}
        second = {name for r in results for name in text.parts(r.owner)}
        if not first or not second or first & second:
            continue
        yield OWNER.finding(
            [
                *(x for g in ours for x in c.cells(g, "owner")),
                *(x for r in results for x in c.cells(r, "owner")),
            ],
            read=f"{'、'.join(sorted(first))} / {'、'.join(sorted(second))}",
            message=Label(
                "“{d}”在目标表由{a}负责，在评估表由{b}负责。请定一位。",
                "“{d}” is owned by {a} in the goals and by {b} in the evaluation. Name one.",
            ).fill(d=dimension, a="、".join(sorted(first)), b="、".join(sorted(second))),
        )


def _goals_without_result(c: Campaign) -> Iterator[Finding]:
    results = c.rows("evaluation")
    for goal in c.rows("goals"):
        if not results or result_of(c, goal)[0]:
            continue
        yield GOAL_RESULT.finding(
            [*c.cells(goal, "metric", "target"), *say.column(c, results, "metric")],
            read=goal.target_text or goal.metric or "",
            message=Label(
                "目标“{goal}”在效果评估表里没有结果。请补一行，或说明为什么不评。",
                "The goal “{goal}” has no result in the evaluation. Add a row, or say why it is not judged.",
            ).fill(goal=goal.target_text or goal.metric),
        )


def _results_without_goal(c: Campaign) -> Iterator[Finding]:
    goals = c.rows("goals")
    found = [result_of(c, g)[0] for g in goals]
    for result in c.rows("evaluation"):
        if not goals or result in found:
            continue
        yield RESULT_GOAL.finding(
            [*c.cells(result, "metric"), *say.column(c, goals, "metric")],
            read=result.metric or "",
            message=Label(
                "评估了“{metric}”，目标表里没有这个目标。请在立项时就写下它。",
                "“{metric}” is judged, but the goals do not name it. Write it down when planning.",
            ).fill(metric=result.metric),
        )


def _targets_differ(c: Campaign) -> Iterator[Finding]:
    for goal in c.rows("goals"):
        if goal.target is None:
            continue
        others = [r for r in c.rows("board") if is_whole(c, r)] + list(c.rows("evaluation"))
        for row in others:
            if same_metric(c, goal, row) and row.target is not None and row.target != goal.target:
                metric = metric_of_row(c.config, goal)
                unit = metric.unit if metric else Unit("count")
                yield TARGET.finding(
                    [*c.cells(row, "target"), *c.cells(goal, "target")],
                    read=say.value(c, row.target, unit).zh,
                    expected=say.value(c, goal.target, unit),
                    message=Label(
                        "“{metric}”的目标在目标表是 {a}，在这里是 {b}。请改成一个。",
                        "The target of “{metric}” is {a} in the goals and {b} here. Make them one.",
                    ).fill(
                        metric=goal.metric,
                        a=say.value(c, goal.target, unit),
                        b=say.value(c, row.target, unit),
                    ),
                )


SMART = Check(
    "F1-SMART", Severity.WARNING, Label("目标合乎 SMART", "Goals are SMART"), _not_smart, ("attainment",)
)
TARGET_PARTS = Check(
    "X-TARGET-PARTS",
    Severity.WARNING,
    Label("分目标与总目标一致", "Targets of parts agree with the whole"),
    _parts_disagree,
    ("attainment", "pace"),
)
METRIC = Check(
    "X-METRIC",
    Severity.NOTE,
    Label("相近指标先问清", "Near-same metrics are asked about"),
    _near_same_metrics,
)
OWNER = Check(
    "X-OWNER", Severity.NOTE, Label("同一目标同一负责人", "The same goal has the same owner"), _owners_differ
)
GOAL_RESULT = Check(
    "X-GOAL-RESULT",
    Severity.WARNING,
    Label("每个目标都有结果", "Each goal has a result"),
    _goals_without_result,
)
RESULT_GOAL = Check(
    "X-RESULT-GOAL", Severity.NOTE, Label("每个结果都有目标", "Each result has a goal"), _results_without_goal
)
TARGET = Check(
    "X-TARGET",
    Severity.WARNING,
    Label("同一目标各表一致", "The same goal has the same target everywhere"),
    _targets_differ,
    ("attainment", "pace"),
)
CHECKS: tuple[Check, ...] = (SMART, TARGET_PARTS, METRIC, OWNER, GOAL_RESULT, RESULT_GOAL, TARGET)
