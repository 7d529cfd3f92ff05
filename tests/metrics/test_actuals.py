"""Where a result comes from, and why there is none."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from campaignlib.metrics import actuals, measures
from campaignlib.words.label import Label
from tests.support import campaign, config

DAY = date(2025, 3, 3)


def daily(metric, value, channel="douyin", day=DAY):
    return {"day": day, "channel": channel, "metric": metric, "value": value}


def metric(name):
    return config().metric(name)


def test_a_rate_is_the_quotient_of_its_sums_never_a_mean_of_days():
    rows = [
        daily("orders", 1.0),
        daily("qualified_leads", 100.0),
        daily("orders", 9.0, day=DAY + timedelta(1)),
        daily("qualified_leads", 10.0, day=DAY + timedelta(1)),
    ]
    found = actuals.of_daily(campaign(daily=rows), metric("转化率"), "all", DAY + timedelta(1))
    assert (found.value, found.numerator, found.denominator) == (Fraction(10, 110), 10, 110)
    assert found.today == 0.9
    assert [str(c) for c in found.cells] == ["daily.csv!D2:D5"]


def test_no_denominator_is_undefined_and_no_data_is_no_data():
    zero = campaign(daily=[daily("orders", 0.0), daily("qualified_leads", 0.0)])
    assert actuals.of_daily(zero, metric("转化率"), "all", DAY).missing == Label(
        "合格线索为0", "Qualified leads: 0"
    )
    assert actuals.of_daily(campaign(), metric("转化率"), "all", DAY).value is None
    assert actuals.of_daily(campaign(), None, "all", DAY).missing.en == "not in the metric library"


def test_more_orders_than_leads_have_no_interval():
    c = campaign(daily=[daily("orders", 5.0), daily("qualified_leads", 2.0)])
    found = actuals.of_daily(c, metric("转化率"), "all", DAY)
    assert (found.value, found.interval) == (Fraction(5, 2), None)


def test_a_score_is_its_last_value():
    rows = [daily("satisfaction", 80.0, "all"), daily("satisfaction", 90.0, "all", DAY + timedelta(1))]
    found = actuals.of_daily(campaign(daily=rows), metric("满意度"), "all", DAY + timedelta(5))
    assert (found.value, found.basis.en) == (90, "daily data to 4 Mar")


def test_after_the_boards_day_only_daily_data_speaks():
    row = {"channel": "抖音", "metric": "线索量", "cumulative": 5.0, "target": 9.0, "today": 2.0}
    c = campaign(config(as_of={"board": DAY}), board=[row])
    (m,) = measures.board(c)
    assert actuals.of_board(c, m, DAY).value == 5
    later = actuals.of_board(c, m, DAY + timedelta(2))
    assert (later.value, later.missing.zh) == (None, "每日数据没有；看板是3月3日的")
    fed = c.but(daily=campaign(daily=[daily("leads", 7.0)]).daily)
    assert actuals.of_board(fed, m, DAY + timedelta(2)).value == 7


def test_a_board_without_a_date_says_what_it_is_taken_for():
    row = {"channel": "抖音", "metric": "线索量", "cumulative": 5.0, "target": 9.0}
    c = campaign(board=[row])
    found = actuals.of_board(c, measures.board(c)[0], DAY)
    assert found.basis == Label(
        "F8累计；看板没有日期，当作3月3日", "F8 cumulative; the board has no date, taken as of 3 Mar"
    )


def test_counts_behind_a_stated_rate_are_used_when_they_agree():
    rows = [daily("orders", 248.0), daily("qualified_leads", 1530.0)]
    c = campaign(evaluation=[{"metric": "线索转化率", "target": 0.15, "actual": 0.162}], daily=rows)
    found = actuals.of_evaluation(c, measures.evaluation(c)[0])
    assert (found.value, found.unrounded) == (Fraction(162, 1000), Fraction(248, 1530))
    off = campaign(evaluation=[{"metric": "线索转化率", "target": 0.15, "actual": 0.17}], daily=rows)
    stated = actuals.of_evaluation(off, measures.evaluation(off)[0])
    assert (stated.unrounded, stated.interval) == (Fraction(17, 100), None)


def test_a_goal_due_later_has_no_data_yet():
    row = {"dimension": "线索", "metric": "线索量", "target": 9.0, "due": date(2025, 3, 14)}
    c = campaign(goals=[row])
    found = actuals.of_goal(c, measures.goals(c)[0], DAY)
    assert found.missing == Label("尚无数据（3月14日到）", "no data yet (due 14 Mar)")
    empty = campaign(evaluation=[{"metric": "线索量", "target": 9.0}])
    assert actuals.of_evaluation(empty, measures.evaluation(empty)[0]).missing.zh == "F10没有写实际值"
