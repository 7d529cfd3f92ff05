"""Rates against floor and target."""

from __future__ import annotations

from fractions import Fraction

import pytest

from campaignlib.metrics import measures, rates
from campaignlib.metrics.actuals import Actual
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.support import LIBRARY, campaign, config


def judged(value, interval=None, metric="线索转化率", settings=None, **row):
    c = campaign(settings, board=[{"channel": "整体", "metric": metric, "target": 0.15} | row])
    actual = Actual(value=Fraction(str(value)), interval=interval)
    return rates.status(c, measures.board(c)[0], actual, actual.value)


@pytest.mark.parametrize(
    ("value", "interval", "standing", "rule"),
    [
        (
            0.0999,
            (0.08, 0.12),
            Standing.BELOW_FLOOR,
            Label("9.99%低于底线10%", "9.99%, under the floor of 10%"),
        ),
        (0.10, (0.08, 0.12), Standing.ABOVE_FLOOR, Label("10.0%，底线10%", "10.0%, floor 10%")),
        (0.14, (0.12, 0.16), Standing.ABOVE_FLOOR, Label("14.0%，底线10%", "14.0%, floor 10%")),
        (0.16, (0.14, 0.18), Standing.MET_NOT_PROVEN, rates.INCLUDES),
        (0.20, (0.18, 0.22), Standing.MET, Label("20.0%，目标15%", "20.0%, target 15%")),
    ],
)
def test_with_a_floor(value, interval, standing, rule):
    found, said = judged(value, interval)
    assert found is standing
    assert (said.zh.replace("≥", ""), said.en.replace("≥", "")) == (rule.zh, rule.en)


def test_without_a_floor_the_interval_decides():
    assert judged(0.14, (0.12, 0.16), "有效率") == (Standing.NOT_MET_NOT_EXCLUDED, rates.INCLUDES)
    assert judged(0.10, (0.08, 0.12), "有效率")[0] is Standing.NOT_MET


def test_for_a_limit_the_floor_is_a_ceiling():
    metrics = LIBRARY["metrics"] | {
        "returns": {"label": "退货率", "kind": "rate", "floor": 0.2, "direction": "at_most"}
    }
    library = config(metrics=metrics)
    over = judged(0.25, metric="退货率", settings=library)
    assert over == (Standing.BELOW_FLOOR, Label("25.0%高于底线20%", "25.0%, over the line of 20%"))
    assert judged(0.18, metric="退货率", settings=library)[0] is Standing.ABOVE_FLOOR
    assert judged(0.12, metric="退货率", settings=library)[0] is Standing.MET


def test_without_a_target_only_the_floor_speaks():
    assert judged(0.12, target=None)[0] is Standing.UNDEFINED
    assert judged(0.08, target=None)[0] is Standing.BELOW_FLOOR


def test_a_rate_says_what_it_divides():
    c = campaign(board=[{"channel": "整体", "metric": "转化率", "target": 0.15}, {"metric": "满意度"}])
    rate, score = measures.board(c)
    assert rates.definition(c, rate) == Label("订单 ÷ 合格线索，累计", "Orders ÷ qualified leads, cumulative")
    assert not rates.definition(c, score)
