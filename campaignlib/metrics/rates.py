"""Rates and scores against their floor and their target."""

from __future__ import annotations

from fractions import Fraction

from campaignlib.campaign import Campaign
from campaignlib.figures import Target
from campaignlib.metrics import judge, measures, say
from campaignlib.metrics.actuals import Actual
from campaignlib.metrics.attainment import NO_TARGET, OPEN_RANGE
from campaignlib.metrics.exact import exact
from campaignlib.metrics.measures import Measure
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import Comparison, Standing

BELOW = Label("{v}低于底线{f}", "{v}, under the floor of {f}")
OVER = Label("{v}高于底线{f}", "{v}, over the line of {f}")
ABOVE = Label("{v}，底线{f}", "{v}, floor {f}")
INCLUDES = Label("区间含目标", "interval includes target")


def status(c: Campaign, m: Measure, actual: Actual, value: Fraction) -> tuple[Standing, Label]:
    """Where a rate stands, and the rule that says so.

    Under its floor (over it, for a limit): below floor. Else met, or met but not proven when the interval holds the
    target. Else above floor if it has one; without a floor not met, or not excluded when the interval holds the
    target.
    """
    limits = [limit for limit in (m.floor, m.target.value if m.target else None) if limit is not None]
    shown = say.apart(value, limits, m.unit, c.config.currency)
    if m.floor is not None and _broken(m, value):
        return Standing.BELOW_FLOOR, (OVER if _is_limit(m) else BELOW).fill(v=shown, f=_line(m.floor, m))
    if m.target is None or m.open_range:
        return Standing.UNDEFINED, OPEN_RANGE if m.target else NO_TARGET
    reached = judge.standing(value, m.target, actual.interval)
    if m.floor is not None and reached in (Standing.NOT_MET, Standing.NOT_MET_NOT_EXCLUDED):
        return Standing.ABOVE_FLOOR, ABOVE.fill(v=shown, f=_line(m.floor, m))
    if reached in (Standing.MET_NOT_PROVEN, Standing.NOT_MET_NOT_EXCLUDED):
        return reached, INCLUDES
    return reached, _reached(c, m, m.target, shown)


def definition(c: Campaign, m: Measure) -> Label:
    """Numerator ÷ denominator by name, empty for what is no quotient."""
    if m.metric is None or not (m.metric.numerator and m.metric.denominator):
        return NONE
    over, under = c.config.by_id(m.metric.numerator).label, c.config.by_id(m.metric.denominator).label
    return Label(f"{over.zh} ÷ {under.zh}，累计", f"{over.en} ÷ {measures.lowered(under.en)}, cumulative")


def _is_limit(m: Measure) -> bool:
    direction = m.target.comparison if m.target else m.metric.direction if m.metric else None
    return direction is Comparison.AT_MOST


def _broken(m: Measure, value: Fraction) -> bool:
    floor = exact(m.floor or 0.0)
    return value > floor if _is_limit(m) else value < floor


def _line(floor: float, m: Measure) -> Label:
    return say.bare(floor, m.unit)


def _reached(c: Campaign, m: Measure, target: Target, shown: Label) -> Label:
    wanted = say.target(target, m.unit, c.config.currency)
    return Label("{v}，目标{t}", "{v}, target {t}").fill(v=shown, t=wanted)
