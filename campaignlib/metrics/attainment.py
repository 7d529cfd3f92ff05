"""Attainment: how much of each target was reached (F1, F8, F10)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from campaignlib.campaign import Campaign
from campaignlib.figures import RATIO, Figure, Figures, Number, Target
from campaignlib.metrics import actuals, final, judge, measures, say
from campaignlib.metrics.actuals import Actual
from campaignlib.metrics.exact import plain
from campaignlib.metrics.measures import Measure
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison, Standing

DEFINITIONS = {
    Comparison.AT_LEAST: Label("实际 ÷ 目标", "actual ÷ target"),
    Comparison.AT_MOST: Label("目标 ÷ 实际", "target ÷ actual"),
    Comparison.EXACTLY: Label(
        "1 − |实际 − 目标| ÷ 目标，不低于 0", "1 − |actual − target| ÷ target, not under 0"
    ),
    Comparison.RANGE: Label(
        "区间内为 1，低于下限为实际 ÷ 下限，高于上限为上限 ÷ 实际",
        "1 inside the range, actual ÷ lower limit below, upper limit ÷ actual above",
    ),
}
OPEN_RANGE = Label("目标区间读不到上限", "the upper end of the target range could not be read")
NO_TARGET = Label("没有写目标值", "no target is stated")


def ratio(
    actual: Number,
    target: Number,
    comparison: Comparison | str = Comparison.AT_LEAST,
    upper: Number | None = None,
) -> float | None:
    """Attainment of a target as a fraction; None where it is undefined (a target of 0, nothing spent of a limit).

    >>> ratio(6_200_000, 5_000_000), ratio(1530, 1200), ratio(0.162, 0.15), ratio(5.49, 3), ratio(850, 2000)
    (1.24, 1.275, 1.08, 1.83, 0.425)
    >>> round(ratio(92, 85), 4), ratio(50, 40, Comparison.AT_MOST), ratio(5, 0)
    (1.0824, 0.8, None)
    """
    found = judge.ratio(actual, target, Comparison(comparison), upper)
    return None if found is None else float(found)


def attainment(c: Campaign, as_of: date | str | None = None) -> Figures:
    """A figure per row of F1, F8 and F10 (`attainment`, key `F1:1`): the part of its target that was reached.

    value is the ratio; low and high are the interval of the ACTUAL rate where counts are known. inputs: actual,
    target, metric, channel, dimension, owner, form, stated (the ratio as the form writes it), numerator,
    denominator. Goals are judged by F10 after the end, else by daily data; F8 by itself on its own day.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> douyin = attainment(load("data/back-to-school-2024"), "2024-08-02").one("attainment", "F8:2")
    >>> douyin.value, douyin.inputs["actual"], douyin.status.label.en
    (0.425, 850, 'Not met')
    """
    day = c.day(as_of)
    return Figures(
        [
            *(_figure(c, m, actuals.of_goal(c, m, day), day) for m in measures.goals(c)),
            *(_figure(c, m, actuals.of_board(c, m, day), day) for m in measures.board(c)),
            *(_figure(c, m, actuals.of_evaluation(c, m), day) for m in measures.evaluation(c)),
        ]
    )


def _figure(c: Campaign, m: Measure, actual: Actual, day: date) -> Figure:
    base = Figure(
        name="attainment",
        key=m.key,
        of=m.of,
        unit=RATIO,
        definition=DEFINITIONS[m.target.comparison] if m.target else DEFINITIONS[Comparison.AT_LEAST],
        basis=actual.basis,
        target=m.target,
        as_of=day,
        final_on=final.final_on(c, m.metric, day),
        undefined=NO_TARGET,
        status=Standing.UNDEFINED,
        inputs={**_inputs(m, actual), "confidence": c.config.thresholds.confidence},
        cells=(*actual.cells, *measures.target_cells(c, m)),
    )
    if m.target is None or m.open_range:
        return base.but(undefined=OPEN_RANGE) if m.target else base
    if actual.value is None or actual.unrounded is None:
        missing = actuals.no_data(c, m, actual, day)
        return base.but(undefined=missing, status=Standing.NO_DATA, rule=missing)
    status = judge.standing(actual.unrounded, m.target, actual.interval)
    judged = base.but(
        status=status,
        rule=rule(status, m.target, m, actual, c.config.currency),
        low=actual.interval[0] if actual.interval else None,
        high=actual.interval[1] if actual.interval else None,
    )
    found = judge.ratio(actual.value, m.target.value, m.target.comparison, m.target.upper)
    return (
        judged.but(value=float(found), undefined=None) if found is not None else judged.but(undefined=_why(m))
    )


def rule(status: Standing, target: Target, m: Measure, actual: Actual, currency: str) -> Label:
    """What decided: the comparison, or where the interval lies."""
    wanted = say.target(target, m.unit, currency)
    if actual.interval is None or status in (Standing.MET, Standing.NOT_MET):
        number = say.apart(actual.unrounded or Fraction(), [target.value], m.unit, currency)
        words = Label("{number}，目标{wanted}", "{number}, target {wanted}")
        return words.fill(number=number, wanted=wanted)
    words = Label("区间{interval}含{wanted}", "interval {interval} includes {wanted}")
    return words.fill(
        interval=say.interval(*actual.interval), wanted=say.bare(target.value, m.unit, currency)
    )


def _why(m: Measure) -> Label:
    if m.target and m.target.comparison is Comparison.AT_MOST and float(m.target.value) > 0:
        return Label("实际值为0，比率不定义", "the actual value is 0, the ratio is undefined")
    return Label("目标不大于0，比率不定义", "the target is not above 0, the ratio is undefined")


def _inputs(m: Measure, actual: Actual) -> dict[str, object]:
    return {
        "actual": None if actual.value is None else plain(actual.value),
        "target": m.target.value if m.target else None,
        "metric": m.metric_id,
        "channel": m.channel_id,
        "dimension": m.dimension,
        "owner": m.owner,
        "form": m.form,
        "stated": getattr(m.row, "attainment", None),
        "numerator": actual.numerator,
        "denominator": actual.denominator,
        "metric_label": m.name,
        "unit": measures.unit_record(m),
    }
