"""Actual spending against the budget."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from campaignlib.metrics.variance import price_volume, variance
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import campaign

DAY = date(2025, 3, 20)


def item(name, planned, actual=None, **more):
    spent = {} if actual is None else {"actual": actual * 100}
    return {"cost_class": "material", "item": name, "planned": planned * 100} | spent | more


def test_nothing_recorded_is_no_data_with_the_spend_of_daily_data_beside_it():
    figures = variance(reference(), "2024-08-02")
    douyin = figures.one("variance", "F3:5")
    assert (douyin.value, douyin.status) == (None, Standing.NO_DATA)
    assert douyin.undefined.zh == "实际支出未填"
    assert douyin.inputs["planned"] == Decimal(20_000)
    assert douyin.inputs["daily_spend"] == Decimal(12_700)
    assert figures.one("variance", "total").inputs["planned"] == Decimal(68_000)
    assert {f.key for f in figures if f.key.startswith("class:")} == {
        "class:people",
        "class:material",
        "class:channel",
        "class:other",
    }


def test_items_classes_and_total_agree():
    c = campaign(
        budget=[item("广告", 100, 120, cost_class="channel"), item("礼品", 50, 40), item("展架", 10, 10)]
    )
    figures = variance(c, DAY)
    values = {f.key: f.value for f in figures}
    assert values == {
        "F3:1": 20,
        "F3:2": -10,
        "F3:3": 0,
        "class:material": -10,
        "class:channel": 20,
        "total": 10,
    }
    assert [str(cell) for cell in figures.one("variance", "total").cells] == ["F3!C2:D4"]


def test_a_class_with_a_gap_is_undefined():
    c = campaign(budget=[item("礼品", 50, 40), item("展架", 10)])
    assert variance(c, DAY).one("variance", "class:material").undefined.zh == "2项中1项实际支出未填"


def test_price_and_volume_where_both_are_written():
    row = item("礼品(1000份×15元/份)", 15_000, 15_950, note="1100份×14.5元/份")
    figure = variance(campaign(budget=[row]), DAY).one("variance", "F3:1")
    assert (figure.inputs["price"], figure.inputs["volume"]) == (Decimal("-550.0"), Decimal(1500))
    assert figure.inputs["price"] + figure.inputs["volume"] == figure.value


def test_arithmetic_that_does_not_give_the_amount_explains_nothing():
    row = item("礼品(1000份×15元/份)", 15_000, 15_000, note="1100份×14.5元/份")
    figure = variance(campaign(budget=[row]), DAY).one("variance", "F3:1")
    assert (figure.inputs["price"], figure.inputs["volume"]) == (None, None)


def test_a_channel_that_two_items_name_is_shown_beside_neither():
    spend = [{"day": date(2025, 3, 4), "channel": "douyin", "metric": "spend", "value": 7.0}]
    c = campaign(budget=[item("抖音投放", 9), item("抖音素材", 9)], daily=spend)
    figures = variance(c, DAY)
    assert figures.one("variance", "F3:1").inputs["daily_spend"] is None
    assert figures.one("variance", "total").inputs["daily_spend"] == 7


money = st.decimals(0, 10**6, places=2)


@given(money, money, money, money)
def test_the_parts_sum_exactly(p0, q0, p1, q1):
    price, volume = price_volume(p0, q0, p1, q1)
    assert price + volume == p1 * q1 - p0 * q0
