"""Pace: attainment held against the part of the target that was planned by now. Rates are held against floors."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from campaignlib.campaign import Campaign
from campaignlib.config import Window
from campaignlib.figures import INDEX, Figure, Figures, Target
from campaignlib.metrics import actuals, final, judge, measures, rates, say, windows
from campaignlib.metrics.actuals import Actual
from campaignlib.metrics.attainment import NO_TARGET, OPEN_RANGE
from campaignlib.metrics.exact import exact, plain
from campaignlib.metrics.measures import Measure
from campaignlib.metrics.windows import planned_share
from campaignlib.words import display
from campaignlib.words.label import Label
from campaignlib.words.terms import AlertStatus, Comparison, Standing

__all__ = ["index", "pace", "planned_share", "standing", "tracked"]

DEFINITION = Label("达成率 ÷ 应到份额", "attainment ÷ share of the target planned by now")
LIMIT_DEFINITION = Label("应到份额 × 上限 ÷ 实际", "planned share × limit ÷ actual")
NO_WINDOW = Label("没有活动起止日期", "the campaign has no dates")
UNKNOWN_KIND = Label(
    "指标库里没有，不知是计数还是比率", "not in the metric library: count or rate is not known"
)


def index(attainment: Fraction, share: Fraction) -> Fraction | None:
    """Attainment ÷ planned share, exactly; None when no share of the window has passed.

    >>> share = planned_share(Window(date(2024, 7, 20), date(2024, 8, 10)), date(2024, 8, 2))
    >>> [round(float(index(Fraction(a, 1000), share)), 2) for a in (700, 425, 600, 560)]
    [1.1, 0.67, 0.94, 0.88]
    """
    return attainment / share if share > 0 else None


def standing(pace_index: Fraction, tolerance: Fraction) -> Standing:
    """Behind under 1 − tolerance, ahead from 1 + tolerance, else on pace.

    >>> [standing(Fraction(n, 100), Fraction(1, 5)).value for n in (79, 80, 119, 120)]
    ['behind', 'on_pace', 'on_pace', 'ahead']
    """
    if pace_index < 1 - tolerance:
        return Standing.BEHIND
    return Standing.AHEAD if pace_index >= 1 + tolerance else Standing.ON_PACE


def pace(c: Campaign, as_of: date | str | None = None) -> Figures:
    """A figure per row of F8 (key `F8:2`), and per goal of F1 (`F1:3`) that no row of F8 for the whole covers.

    `pace` (index: attainment ÷ the share of the target planned by the day, 1 is on plan) for what adds up; status
    by the tolerance in campaign.toml. `rate` (a fraction, low and high its Wilson interval) for rates and scores;
    status by floor and target. inputs: actual, target, attainment, share, window_start, window_end, days_passed,
    days, tolerance, today, metric, channel, owner, floor, numerator, denominator, stated_status; `alternatives` are
    other windows that would change the status, each with start, end, share, pace, status, why, form, cell.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> douyin = pace(load("data/back-to-school-2024"), "2024-08-02").one("pace", "F8:2")
    >>> round(douyin.value, 2), douyin.status.label.en, douyin.inputs["days_passed"], douyin.inputs["days"]
    (0.67, 'Behind', 14, 22)
    """
    day = c.day(as_of)
    return Figures(
        _of_count(c, m, actual, day) if m.adds_up else _of_rate(c, m, actual, day)
        for m, actual in tracked(c, day)
    )


def tracked(c: Campaign, day: date) -> tuple[tuple[Measure, Actual], ...]:
    """What pace follows, with its result on a day: F8's rows, then the goals of F1 they leave out."""
    board = measures.board(c)
    goals = [m for m in measures.goals(c) if measures.same(board, m.metric_id) is None]
    return tuple(
        [(m, actuals.of_board(c, m, day)) for m in board] + [(m, actuals.of_goal(c, m, day)) for m in goals]
    )


def _of_count(c: Campaign, m: Measure, actual: Actual, day: date) -> Figure:
    window = windows.window_of(c.config, m.metric)
    share = None if window is None else planned_share(window, day, c.config.stages)
    base = _base(c, m, actual, day, window, share).but(name="pace", unit=INDEX)
    if m.target is None or m.open_range:
        return base.but(undefined=OPEN_RANGE if m.target else NO_TARGET)
    if window is None or share is None:
        return base
    base = base.but(basis=say.joined(window_words(c, window, share), actual.basis))
    if share == 0:
        starts = Label("{day}开始", "starts {day}").fill(day=say.day(window.start))
        return base.but(status=Standing.NOT_STARTED, undefined=starts, rule=starts)
    if actual.value is None:
        missing = actuals.no_data(c, m, actual, day)
        return base.but(status=Standing.NO_DATA, undefined=missing, rule=missing)
    found = _index(m.target, actual.value, share)
    if found is None:
        return base.but(undefined=Label("比率不定义", "the ratio is undefined"))
    tolerance = _tolerance(c, m)
    status = standing(found, tolerance)
    inputs = {**base.inputs, "alternatives": _alternatives(c, m, actual.value, window, day)}
    return base.but(
        value=float(found), undefined=None, status=status, rule=_pace_rule(status, tolerance), inputs=inputs
    )


def _of_rate(c: Campaign, m: Measure, actual: Actual, day: date) -> Figure:
    base = _base(c, m, actual, day, windows.window_of(c.config, m.metric), None).but(
        name="rate", unit=m.unit, definition=rates.definition(c, m)
    )
    if actual.value is None or actual.unrounded is None:
        missing = actuals.no_data(c, m, actual, day)
        return base.but(status=Standing.NO_DATA, undefined=missing, rule=missing)
    if m.metric is None:
        return base.but(undefined=UNKNOWN_KIND)
    status, rule = rates.status(c, m, actual, actual.unrounded)
    low, high = actual.interval or (None, None)
    return base.but(value=plain(actual.value), undefined=None, status=status, rule=rule, low=low, high=high)


def _index(target: Target, actual: Fraction, share: Fraction) -> Fraction | None:
    """For a limit the plan of today is held against what was used: share × limit ÷ actual."""
    attained = judge.ratio(actual, target.value, target.comparison, target.upper)
    if attained is None:
        return None
    return attained * share if target.comparison is Comparison.AT_MOST else index(attained, share)


def _alternatives(
    c: Campaign, m: Measure, actual: Fraction, used: Window, day: date
) -> tuple[dict[str, Any], ...]:
    """Windows that would change the status. With shares from the stage plan there is no other window."""
    if m.target is None or windows.has_shares(c.config):
        return ()
    tolerance = _tolerance(c, m)
    before = _index(m.target, actual, planned_share(used, day))
    made = []
    for other in windows.others(c, m, used):
        share = planned_share(other.window, day)
        found = _index(m.target, actual, share) if share else None
        if found is None or before is None or standing(found, tolerance) is standing(before, tolerance):
            continue
        made.append(
            {
                "start": other.window.start,
                "end": other.window.end,
                "share": float(share),
                "pace": float(found),
                "status": standing(found, tolerance).value,
                "why": other.why,
                "form": other.form,
                "cell": say.at(other.cell),
            }
        )
    return tuple(made)


def _base(
    c: Campaign, m: Measure, actual: Actual, day: date, window: Window | None, share: Fraction | None
) -> Figure:
    limit = m.target is not None and m.target.comparison is Comparison.AT_MOST
    return Figure(
        name="pace",
        key=m.key,
        of=m.of,
        definition=LIMIT_DEFINITION if limit else DEFINITION,
        basis=actual.basis,
        target=m.target,
        as_of=day,
        final_on=final.final_on(c, m.metric, day),
        undefined=NO_WINDOW,
        status=Standing.UNDEFINED,
        inputs=_inputs(c, m, actual, day, window, share),
        cells=(*actual.cells, *measures.target_cells(c, m)),
    )


def _inputs(
    c: Campaign, m: Measure, actual: Actual, day: date, window: Window | None, share: Fraction | None
) -> dict[str, Any]:
    attained = None
    if m.target and actual.value is not None:
        attained = judge.ratio(actual.value, m.target.value, m.target.comparison, m.target.upper)
    speaks = m.form == "F8" and measures.board_day(c) in (None, day)
    said = m.row.status if speaks else None
    return {
        "actual": None if actual.value is None else plain(actual.value),
        "target": m.target.value if m.target else None,
        "attainment": None if attained is None else float(attained),
        "share": None if share is None else float(share),
        "window_start": window.start if window else None,
        "window_end": window.end if window else None,
        "days_passed": window.passed(day) if window else None,
        "days": window.days if window else None,
        "tolerance": float(_tolerance(c, m)),
        "today": actual.today,
        "metric": m.metric_id,
        "channel": m.channel_id,
        "dimension": m.dimension,
        "owner": m.owner,
        "floor": m.floor,
        "numerator": actual.numerator,
        "denominator": actual.denominator,
        "stated_status": AlertStatus(said).value if said else None,
        "stated_cell": say.at(next(iter(c.cells(m.row, "status")), None)) if m.form == "F8" else "",
        "alternatives": (),
        "unit": measures.unit_record(m),
        "metric_label": m.name,
        "confidence": c.config.thresholds.confidence,
        "numerator_metric": m.metric.numerator if m.metric else "",
        "denominator_metric": m.metric.denominator if m.metric else "",
        "plan": windows.knots(window, c.config.stages) if window else (),
    }


def _tolerance(c: Campaign, m: Measure) -> Fraction:
    own = m.metric.tolerance if m.metric else None
    return exact(c.config.thresholds.tolerance if own is None else own)


def window_words(c: Campaign, window: Window, share: Fraction) -> Label:
    """The window and how much of it has passed, or is planned to be reached where stages carry shares."""
    words = Label("{window}，过了{share}", "{window}, {share} passed")
    if windows.has_shares(c.config):
        words = Label("{window}，按阶段份额应到{share}", "{window}, {share} planned by the stages' shares")
    return words.fill(window=say.window(window), share=say.share(share))


def _pace_rule(status: Standing, tolerance: Fraction) -> Label:
    low, high = display.index(float(1 - tolerance)), display.index(float(1 + tolerance))
    if status is Standing.BEHIND:
        return Label(f"节奏 <{low}", f"pace <{low}")
    if status is Standing.AHEAD:
        return Label(f"节奏 ≥{high}", f"pace ≥{high}")
    return Label(f"节奏 {low}～{high}", f"pace {low}–{high}")
