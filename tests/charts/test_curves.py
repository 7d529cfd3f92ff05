from __future__ import annotations

from datetime import date, timedelta

from campaignlib.charts.curves import cumulative, daily_sums, plan, rate_band
from campaignlib.metrics.intervals import wilson
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.charts.seen import daily, even, pace, rate

DAY = date(2024, 7, 20)


def test_days_are_summed_per_channel_up_to_today() -> None:
    frame = daily(
        (DAY, "douyin", "leads", 5),
        (DAY, "groups", "leads", 2),
        (DAY + timedelta(1), "douyin", "leads", 3),
        (DAY + timedelta(9), "douyin", "leads", 99),
    )
    assert daily_sums(frame, "leads", "douyin", DAY + timedelta(1)) == {DAY: 5, DAY + timedelta(1): 3}
    assert daily_sums(frame, "leads", "all", DAY) == {DAY: 7}
    assert daily_sums(frame, "orders", "all", DAY) == {}


def test_a_row_for_the_whole_is_not_counted_twice() -> None:
    frame = daily(
        (DAY, "all", "leads", 10), (DAY, "douyin", "leads", 6), (DAY + timedelta(1), "douyin", "leads", 4)
    )
    assert daily_sums(frame, "leads", "all", DAY + timedelta(1)) == {DAY: 10, DAY + timedelta(1): 4}


def test_the_line_starts_at_zero_the_day_before() -> None:
    figure = pace("F8:1", Label("线索", "Leads"), 8, 100, Standing.BEHIND, 0.5)
    frame = daily((DAY, "douyin", "leads", 5), (DAY + timedelta(2), "douyin", "leads", 3))
    assert cumulative(figure, frame, DAY + timedelta(5)) == [
        (DAY - timedelta(1), 0),
        (DAY, 5),
        (DAY + timedelta(2), 8),
    ]
    assert cumulative(figure, daily(), DAY) == []


def test_a_rate_is_sum_over_sum_with_its_interval() -> None:
    frame = daily(
        (DAY, "all", "orders", 0),
        (DAY + timedelta(1), "all", "qualified_leads", 20),
        (DAY + timedelta(2), "all", "orders", 3),
        (DAY + timedelta(2), "all", "qualified_leads", 10),
    )
    band = rate_band(rate("F8:5"), frame, DAY + timedelta(9))
    assert [(d, r) for d, r, _, _ in band] == [(DAY + timedelta(1), 0), (DAY + timedelta(2), 0.1)]
    assert band[1][2:] == wilson(3, 30)


def test_no_rate_without_the_counts_behind_it() -> None:
    assert (
        rate_band(rate("F8:5", numerator_metric=""), daily(*even("orders", "all", 9)), date(2024, 8, 2)) == []
    )


def test_the_plan_bends_where_stages_have_shares() -> None:
    knots = (
        {"day": DAY, "share": 0.0},
        {"day": DAY + timedelta(5), "share": 0.2},
        {"day": DAY + timedelta(9), "share": 1.0},
    )
    figure = pace("F8:1", Label("线索", "Leads"), 8, 500, Standing.BEHIND, 0.5, plan=knots)
    assert [v for _, v in plan(figure)] == [0, 100, 500]
    assert plan(figure.but(target=None)) == []
