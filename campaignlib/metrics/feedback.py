"""Feedback: satisfaction and willingness, always with how many answered."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from campaignlib.campaign import Campaign, Row
from campaignlib.config import Metric
from campaignlib.figures import RATIO, Figure, Figures, Target, Unit
from campaignlib.metrics import exact, final, intervals, judge, measures, say, sums
from campaignlib.metrics.measures import Measure
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import Standing

NO_ANSWERS = Label("没有答卷", "no answers")
SATISFACTION = Label("满意度", "Satisfaction")
WILLING = Label("参与意愿", "Would take part")
_NO = re.compile(r"^(不|否|没|未|无|no|never)|不会|不愿", re.IGNORECASE)
_YES = re.compile(r"愿意|^是|^会|可以|^有|^yes|^y$|^true$", re.IGNORECASE)
_SAMPLE = re.compile(r"(?:抽样|样本|n\s?=|sample of)\s?(\d+)", re.IGNORECASE)


def is_willing(answer: str) -> bool:
    """Whether an answer says yes; an answer that says neither counts as an answer, not as a yes.

    >>> [is_willing(a) for a in ("愿意", "非常愿意", "不愿意", "说不准", "Yes")]
    [True, True, False, False, True]
    """
    return bool(_YES.search(answer.strip())) and not _NO.search(answer.strip())


def feedback(c: Campaign, as_of: date | str | None = None) -> Figures:
    """`satisfaction` (mean of F11 with its t interval; without answers F10's row, without interval; inputs n, sd)
    and `willing` (share of yes with its Wilson interval; inputs n, yes). Answers dated after the day are left out.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> score = feedback(load("data/back-to-school-2024"), "2024-08-16").one("satisfaction")
    >>> score.value, round(score.low, 2), score.inputs["n"]
    (92, 90.96, 100)
    """
    day = c.day(as_of)
    rows = tuple(row for row in c.rows("answers") if row.day is None or row.day <= day)
    return Figures([_satisfaction(c, rows, day), _willing(c, rows, day)])


def _satisfaction(c: Campaign, rows: tuple[Row, ...], day: date) -> Figure:
    scored = [row for row in rows if row.score is not None]
    metric = next((m for m in c.config.metrics if m.id == measures.SATISFACTION), None)
    result = measures.same(measures.evaluation(c), measures.SATISFACTION)
    target = _target(c, result)
    base = Figure(
        name="satisfaction",
        of=metric.label if metric else SATISFACTION,
        unit=metric.unit if metric else Unit("score", Label("分", "points")),
        definition=Label("答卷的平均分", "mean of the answers"),
        target=target,
        status=Standing.NO_DATA,
        undefined=NO_ANSWERS,
        as_of=day,
        final_on=final.final_on(c, metric, day),
        inputs={"n": len(scored), "sd": None},
        cells=sums.ranges(cell for row in scored for cell in c.cells(row, "score")),
    )
    if not scored:
        return _stated(c, base, result, day)
    scores = [float(row.score) for row in scored]
    mean = sum((exact.exact(s) for s in scores), Fraction()) / len(scores)
    interval = intervals.mean_interval(scores, c.config.thresholds.confidence)
    return _judged(c, base, mean, interval, metric).but(
        basis=Label("F11，n={n}", "F11, n={n}").fill(n=len(scores)),
        low=interval[0] if interval else None,
        high=interval[1] if interval else None,
        inputs={
            "n": len(scored),
            "sd": intervals.deviation(scores) if interval else None,
            "confidence": c.config.thresholds.confidence,
        },
    )


def _stated(c: Campaign, base: Figure, result: Measure | None, day: date) -> Figure:
    """F10's own figure, when no answers are at hand and the campaign is over: no spread, so no interval."""
    end = c.config.window.end if c.config.window else None
    if result is None or result.row.actual is None or (end and day < end):
        return base
    sample = _SAMPLE.search(str(result.row.metric or ""))
    n = int(sample[1]) if sample else None
    basis = Label("F10实际值，没有答卷，不算区间", "F10 actual; no answers, so no interval")
    size = Label(f"n={n}", f"n={n}") if n else NONE
    return _judged(c, base, exact.exact(result.row.actual), None, result.metric).but(
        basis=say.joined(basis, size),
        inputs={"n": n, "sd": None},
        cells=c.cells(result.row, "actual", "target"),
    )


def _judged(
    c: Campaign, base: Figure, mean: Fraction, interval: tuple[float, float] | None, metric: Metric | None
) -> Figure:
    valued = base.but(value=exact.plain(mean), undefined=None, status=None)
    if base.target is None:
        return valued
    status = judge.standing(mean, base.target, interval)
    words = Label("{v}，目标{t}", "{v}, target {t}")
    if interval and status in (Standing.MET_NOT_PROVEN, Standing.NOT_MET_NOT_EXCLUDED):
        words = Label("{v}，区间含目标{t}", "{v}, interval includes target {t}")
    shown = say.amount(mean, base.unit, c.config.currency)
    wanted = say.target(base.target, base.unit, c.config.currency)
    return valued.but(status=status, rule=words.fill(v=shown, t=wanted))


def _target(c: Campaign, result: Measure | None) -> Target | None:
    goal = measures.same(measures.goals(c), measures.SATISFACTION)
    return (result.target if result else None) or (goal.target if goal else None)


def _willing(c: Campaign, rows: tuple[Row, ...], day: date) -> Figure:
    said = [row for row in rows if row.willing]
    yes = sum(is_willing(str(row.willing)) for row in said)
    base = Figure(
        name="willing",
        of=WILLING,
        unit=RATIO,
        definition=Label("回答愿意的 ÷ 回答的", "answers that say yes ÷ answers"),
        undefined=NO_ANSWERS,
        status=Standing.NO_DATA,
        as_of=day,
        inputs={"n": len(said), "yes": yes, "confidence": c.config.thresholds.confidence},
        cells=sums.ranges(cell for row in said for cell in c.cells(row, "willing")),
    )
    if not said:
        return base
    low, high = intervals.wilson(yes, len(said), c.config.thresholds.confidence)
    basis = Label("F11，n={n}", "F11, n={n}").fill(n=len(said))
    return base.but(value=yes / len(said), undefined=None, status=None, low=low, high=high, basis=basis)
