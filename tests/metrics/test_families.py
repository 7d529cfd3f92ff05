"""What every family of figures promises, on full, empty and odd campaigns."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from campaignlib.campaign import Campaign
from campaignlib.errors import BadRequest
from campaignlib.figures import Figures
from campaignlib.metrics.actions import actions
from campaignlib.metrics.alerts import alerts
from campaignlib.metrics.attainment import attainment
from campaignlib.metrics.contingency import contingency
from campaignlib.metrics.feedback import feedback
from campaignlib.metrics.forecast import forecast
from campaignlib.metrics.funnel import funnel
from campaignlib.metrics.pace import pace
from campaignlib.metrics.risks import risks
from campaignlib.metrics.roi import roi
from campaignlib.metrics.variance import variance
from tests.metrics.reference import reference
from tests.support import campaign, config

FAMILIES: list[Callable[..., Figures]] = [
    actions,
    alerts,
    attainment,
    contingency,
    feedback,
    forecast,
    funnel,
    pace,
    risks,
    roi,
    variance,
]
DAYS = ["2024-07-15", "2024-07-20", "2024-08-02", "2024-08-10", "2024-08-16", "2024-12-31"]
family = pytest.mark.parametrize("compute", FAMILIES, ids=lambda f: f.__name__)


def odd() -> Campaign:
    """Names that nobody knows, values that are missing, no library and no dates."""
    day = date(2025, 3, 3)
    return campaign(
        config(dates={}, stages=[], metrics={}, channels={}),
        goals=[
            {"dimension": "x", "metric": "好评", "target_text": "很多"},
            {"metric": "满意", "target": -1.0},
        ],
        board=[
            {"channel": "?", "metric": "??"},
            {"channel": "抖音", "metric": "率", "cumulative": 0.0, "target": 0.0},
        ],
        evaluation=[{"metric": "ROI", "target": 0.0, "actual": 0.0}, {"dimension": "x"}],
        budget=[{"item": "应急备用金", "planned": 0}, {"cost_class": "other"}],
        risk_plan=[{"scenario": "?", "trigger": "<<>>", "response": "追加很多元"}],
        daily_log=[{"day": day, "plan": "追加预算", "needs": "采购"}],
        issues=[{"problem": "?", "linked": "F8:1"}],
        answers=[{"number": "1", "willing": "愿意"}],
        retrospective=[{"content": "?"}],
        daily=[{"day": day + timedelta(n), "channel": "?", "metric": "?", "value": 1.0} for n in range(6)],
    )


def check(figures: Figures) -> None:
    ids = [(f.name, f.key) for f in figures]
    assert len(set(ids)) == len(ids)
    for figure in figures:
        json.dumps(figure.record("en"), allow_nan=False)
        for label in (figure.definition, figure.basis, figure.rule, figure.undefined or figure.definition):
            assert bool(label.zh) == bool(label.en)
            assert "{" not in label.zh + label.en, "a place was left unfilled"
            assert "None" not in label.zh + label.en
        if figure.undefined is not None:
            assert figure.undefined.zh


@family
@pytest.mark.parametrize("day", DAYS)
def test_the_reference_case_on_any_day(compute, day):
    check(compute(reference(), day))


@family
def test_an_empty_campaign(compute):
    figures = compute(campaign(), "2025-03-05")
    check(figures)
    assert all(f.value is None or f.name == "contingency_remaining" for f in figures)


@family
def test_a_campaign_nobody_can_read(compute):
    check(compute(odd(), "2025-03-05"))


@family
def test_figures_do_not_change_what_they_read(compute):
    before = {name: reference().frame(name).copy() for name in ("board", "daily", "budget")}
    compute(reference())
    assert all(reference().frame(name).equals(frame) for name, frame in before.items())


@family
def test_a_day_before_preparation_is_refused(compute):
    with pytest.raises(BadRequest, match="before"):
        compute(reference(), "2024-07-14")
