"""Draws on the contingency, as people write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from campaignlib.metrics.draws import draws, priced, repeats, unpriced
from tests.support import campaign

DAY = date(2025, 3, 8)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("社群转发任务每人邀请5人，追加5000元抖音投放预算", [5000]),
        ("增加2万元投放；动用备用金800元", [20_000, 800]),
        ("增加1名主播助理", []),
        ("场地费2000元", []),
    ],
)
def test_amounts_that_are_added(text, amounts):
    assert [amount for _, amount in priced(text)] == amounts


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("市场部确认是否可升级礼品(充电宝)", ["市场部确认是否可升级礼品(充电宝)"]),
        ("采购雨棚，花费300元", ["采购雨棚"]),
        ("增加1名主播助理", []),
    ],
)
def test_wishes_without_an_amount(text, clauses):
    assert list(unpriced(text)) == clauses


def plan(amount="5000", channel="抖音"):
    return {"day": date(2025, 3, 5), "plan": f"增加{amount}元{channel}投放预算"}


RISK = [{"scenario": "流量不足", "response": "追加5000元抖音投放预算"}]


def test_a_response_that_the_log_announces_is_the_same_draw():
    found = draws(campaign(risk_plan=RISK, daily_log=[plan()]), DAY)
    assert [(d.form, d.amount, d.channels) for d in found] == [
        ("F6", Decimal(5000), ("douyin",)),
        ("F7", Decimal(5000), ("douyin",)),
    ]
    assert repeats(found) == {1: found[0]}
    assert str(found[1].cell) == "F7!C2"


@pytest.mark.parametrize("other", [plan(amount="4000"), plan(channel="社群"), plan(channel="")])
def test_another_amount_or_channel_is_another_draw(other):
    assert repeats(draws(campaign(risk_plan=RISK, daily_log=[other]), DAY)) == {}


def test_one_response_covers_one_announcement():
    found = draws(campaign(risk_plan=RISK, daily_log=[plan(), plan()]), DAY)
    assert list(repeats(found)) == [1]


def test_what_is_not_yet_known_is_left_out():
    late = [plan() | {"day": date(2025, 3, 9)}]
    issue = [{"problem": "下雨", "reported": datetime(2025, 3, 9, 10), "draw": 100_00}]
    assert draws(campaign(daily_log=late, issues=issue), DAY) == ()


def test_an_issue_states_its_draw_in_its_own_column():
    issue = {"problem": "直播人少", "adjustment": "1000元投放", "linked": "渠道：抖音", "draw": 1000_00}
    (found,) = draws(campaign(issues=[issue | {"reported": datetime(2025, 3, 5, 9)}]), DAY)
    assert (found.form, found.amount, found.channels) == ("F9", Decimal(1000), ("douyin",))
    without = {"problem": "直播人少", "adjustment": "追加600元投放", "reported": date(2025, 3, 5)}
    assert draws(campaign(issues=[without]), DAY)[0].amount == 600
    assert draws(campaign(issues=[without | {"draw": 0}]), DAY) == ()
