"""Risks and their triggers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from campaignlib.metrics.risks import risks, trigger
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import campaign

DAY = date(2025, 3, 8)
START = date(2025, 3, 3)


def data(*values, metric="leads", channel="douyin"):
    return [
        {"day": START + timedelta(n), "channel": channel, "metric": metric, "value": float(v)}
        for n, v in enumerate(values)
    ]


def test_the_reference_case():
    figures = risks(reference(), "2024-08-02")
    assert [f.value for f in figures] == [6, 3, 4, 3]
    assert [f.inputs["state"] for f in figures] == ["person", "person", "triggered", "person"]
    traffic = figures[2]
    assert (traffic.inputs["observed_on"], traffic.inputs["observed"]) == (date(2024, 7, 20), 83_139)
    assert traffic.inputs["note"].zh.startswith("F5!C9写7月31日起：")
    assert traffic.inputs["note"].en.endswith("not triggered")
    assert "F5!C9" in [str(c) for c in traffic.cells]


@pytest.mark.parametrize(
    ("text", "state", "observed"),
    [
        ("预热期首日线索量<20", "triggered", 10),
        ("预热期首日线索量<10", "not_triggered", 10),
        ("爆发期线索量<50", "not_triggered", 90),
        ("单日线索量≥60", "no_data", None),
        ("累计线索量≥150", "triggered", 150),
        ("社群线索量<5", "no_data", None),
        ("降雨概率≥60%", "person", None),
        ("物料未在3月1日前到位", "person", None),
        ("", "person", None),
    ],
)
def test_triggers_against_the_data(text, state, observed):
    seen = trigger(campaign(daily=data(10, 20, 30, 40, 50)), text, DAY)
    assert (seen.state, seen.value) == (state, observed)


def test_the_last_day_alone():
    assert trigger(campaign(daily=data(10, 20, 30)), "单日线索量<25", date(2025, 3, 4)).value == 20


def test_a_stage_that_has_not_begun_has_no_data():
    seen = trigger(campaign(daily=data(10)), "爆发期首日线索量<20", date(2025, 3, 4))
    assert (seen.state, seen.rule.zh) == ("no_data", "3月6日开始")


def test_a_rate_is_held_against_its_counts():
    rows = [*data(9, metric="orders"), *data(100, metric="qualified_leads")]
    seen = trigger(campaign(daily=rows), "线索转化率<10%", DAY)
    assert (seen.state, seen.value) == ("triggered", 0.09)
    assert seen.rule.en == "9.0% on 8 Mar, condition <10%"
    assert trigger(campaign(), "线索转化率<10%", DAY).state == "no_data"


def test_where_f5_dates_the_stage_differently_both_results_are_said():
    c = campaign(
        daily=data(10, 60),
        schedule=[{"task": "活动预热启动", "start": date(2025, 3, 4), "end": date(2025, 3, 5)}],
        risk_plan=[
            {"scenario": "流量不足", "likelihood": "low", "impact": "high", "trigger": "预热期首日线索量<50"}
        ],
    )
    (figure,) = risks(c, DAY)
    assert (figure.value, figure.inputs["state"]) == (3, "triggered")
    assert figure.inputs["note"].zh == "F5!C2写3月4日起：3月4日为60，条件<50，未触发"


def test_no_level_no_score():
    (figure,) = risks(campaign(risk_plan=[{"scenario": "下雨", "likelihood": "high"}]), DAY)
    assert (figure.value, figure.status) == (None, Standing.UNDEFINED)
    assert figure.undefined.en == "likelihood or impact is not stated"
