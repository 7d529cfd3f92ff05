"""Pace against the planned share; rates against floors; the window is always said."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.metrics import pace as module
from campaignlib.metrics.pace import index, pace
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import LIBRARY, campaign, config

START = date(2025, 3, 3)


def board(**changes):
    row = {"channel": "抖音", "metric": "线索量", "cumulative": 500.0, "target": 1000.0} | changes
    return campaign(board=[row])


def one(c, day="2025-03-07"):
    (figure,) = pace(c, day)
    return figure


# the reference case, as of 2024-08-02 ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value", "status", "stated"),
    [
        ("F8:1", 1.10, Standing.ON_PACE, "normal"),
        ("F8:2", 0.67, Standing.BEHIND, "normal"),
        ("F8:3", 0.94, Standing.ON_PACE, "alert"),
        ("F8:4", 0.88, Standing.ON_PACE, "normal"),
        ("F1:3", 0.94, Standing.ON_PACE, None),
    ],
)
def test_board_of_the_reference_case(key, value, status, stated):
    figure = pace(reference(), "2024-08-02").one("pace", key)
    assert (round(figure.value, 2), figure.status, figure.inputs["stated_status"]) == (value, status, stated)
    assert figure.basis.zh.startswith("7月20日—8月10日，过了63.6%")
    assert figure.basis.en.startswith("20 Jul–10 Aug, 63.6% passed")
    assert (figure.inputs["days_passed"], figure.inputs["days"]) == (14, 22)


def test_leads_in_all_are_the_sum_of_the_channels():
    figure = pace(reference(), "2024-08-02").one("pace", "F1:3")
    assert (figure.inputs["actual"], figure.target.value) == (1200, 2000)


def test_the_window_decides_about_douyin_leads_so_the_others_are_shown():
    figure = pace(reference(), "2024-08-02").one("pace", "F8:2")
    others = {
        (o["start"], round(o["pace"], 2), o["status"], o["form"]) for o in figure.inputs["alternatives"]
    }
    assert (date(2024, 7, 26), 0.85, "on_pace", "config") in others
    assert (date(2024, 7, 31), 1.56, "ahead", "F5") in others
    assert figure.rule == Label("节奏 <0.80", "pace <0.80")


def test_popup_leads_have_the_dates_of_f4_as_another_window():
    figure = pace(reference(), "2024-08-02").one("pace", "F8:4")
    f4 = next(o for o in figure.inputs["alternatives"] if o["form"] == "F4")
    assert (f4["start"], f4["end"], f4["status"]) == (date(2024, 7, 25), date(2024, 8, 5), "behind")
    assert f4["cell"].startswith("F4!")


def test_conversion_is_above_its_floor_and_not_excluded_from_its_target():
    rate = pace(reference(), "2024-08-02").one("rate", "F8:5")
    assert rate.value == 0.125
    assert (round(rate.low, 3), round(rate.high, 3)) == (0.103, 0.151)
    assert rate.status is Standing.ABOVE_FLOOR
    assert rate.rule == Label("12.5%，底线10%", "12.5%, floor 10%")
    assert (rate.inputs["numerator"], rate.inputs["denominator"], rate.final_on) == (
        90,
        720,
        date(2024, 9, 9),
    )
    assert str(rate.cells[0]) == "F8!D8"
    assert "订单量 ÷ 有效线索量" in rate.definition.zh


def test_a_goal_without_data_says_when_it_is_due():
    figure = pace(reference(), "2024-08-02").one("rate", "F1:2")
    assert figure.status is Standing.NO_DATA
    assert figure.undefined == Label("尚无数据（8月14日到）", "no data yet (due 14 Aug)")


def test_the_board_speaks_only_of_its_day():
    later = pace(reference(), "2024-08-05").one("pace", "F8:2")
    assert later.inputs["stated_status"] is None
    assert later.inputs["actual"] > 850
    assert later.cells[0].file == "daily.csv"


# the rules ----------------------------------------------------------------------------------------------------


def test_thresholds_are_decided_exactly():
    # day 5 of 10: half is planned; 400 of 1000 is 0.8 exactly, which floats may miss
    assert one(board(cumulative=400.0)).status is Standing.ON_PACE
    assert one(board(cumulative=399.0)).status is Standing.BEHIND
    assert one(board(cumulative=600.0)).status is Standing.AHEAD
    assert one(board(cumulative=599.0)).status is Standing.ON_PACE


@given(st.integers(0, 10_000), st.integers(1, 10_000), st.integers(1, 99))
def test_standing_agrees_with_its_definition(actual, target, percent):
    share, tolerance = Fraction(percent, 100), Fraction(1, 5)
    found = module.standing(index(Fraction(actual, target), share), tolerance)
    assert (found is Standing.BEHIND) == (100 * actual * 5 < 4 * target * percent)
    assert (found is Standing.AHEAD) == (100 * actual * 5 >= 6 * target * percent)


def test_a_metric_has_its_own_tolerance_and_window():
    metrics = {
        **LIBRARY["metrics"],
        "leads": {"label": "线索", "aliases": ["线索量"], "tolerance": 0.05}
        | {"from": date(2025, 3, 6), "to": date(2025, 3, 12)},
    }
    c = campaign(
        config(metrics=metrics),
        board=[{"channel": "抖音", "metric": "线索量", "cumulative": 299.0, "target": 1000.0}],
    )
    figure = one(c)
    assert figure.inputs["share"] == pytest.approx(2 / 7)
    assert figure.status is Standing.ON_PACE
    assert figure.rule == Label("节奏 0.95～1.05", "pace 0.95–1.05")
    assert one(c, "2025-03-05").status is Standing.NOT_STARTED


def test_before_the_window_nothing_has_started():
    figure = one(board(), "2025-03-02")
    assert (figure.value, figure.status) == (None, Standing.NOT_STARTED)
    assert figure.undefined == Label("3月3日开始", "starts 3 Mar")


def test_no_value_is_no_data_never_zero():
    figure = one(board(cumulative=None))
    assert (figure.value, figure.status) == (None, Standing.NO_DATA)
    assert figure.undefined.zh == "F8没有写累计数据"


def test_without_a_target_nothing_is_judged():
    assert one(board(target=None)).undefined.en == "no target is stated"


def test_without_dates_there_is_no_pace():
    c = campaign(
        config(dates={}, stages=[]),
        board=[{"channel": "抖音", "metric": "线索量", "cumulative": 5.0, "target": 9.0}],
    )
    assert one(c).undefined == module.NO_WINDOW


def test_an_unknown_metric_is_a_count_only_when_its_target_says_so():
    assert one(board(metric="到店人数")).name == "pace"
    unknown = one(board(metric="好评率", cumulative=0.4, target=0.5))
    assert (unknown.value, unknown.undefined) == (None, module.UNKNOWN_KIND)


def test_a_limit_is_ahead_when_little_of_it_is_used():
    spend = board(metric="花费", target=1000.0, target_is="at_most", cumulative=300.0)
    assert one(spend).status is Standing.AHEAD
    assert (
        one(board(metric="花费", target=1000.0, target_is="at_most", cumulative=700.0)).status
        is Standing.BEHIND
    )


def test_a_rate_under_its_floor():
    low = one(board(channel="整体", metric="线索转化率", cumulative=0.08, target=0.15))
    assert (low.name, low.status) == ("rate", Standing.BELOW_FLOOR)
    assert low.rule == Label("8.0%低于底线10%", "8.0%, under the floor of 10%")


def test_a_rate_without_counts_has_no_interval():
    rate = one(board(channel="整体", metric="线索转化率", cumulative=0.16, target=0.15))
    assert (rate.low, rate.high, rate.status) == (None, None, Standing.MET)


def test_counts_that_disagree_with_the_board_are_said_and_not_used():
    daily = [
        {"day": START, "channel": "all", "metric": "orders", "value": 10.0},
        {"day": START, "channel": "all", "metric": "qualified_leads", "value": 100.0},
    ]
    row = {"channel": "整体", "metric": "线索转化率", "cumulative": 0.16, "target": 0.15}
    (rate,) = pace(campaign(board=[row], daily=daily), START)
    assert (rate.low, rate.inputs["numerator"]) == (None, None)
    assert "每日数据得10.0%" in rate.basis.zh


def test_a_goal_that_the_board_covers_stands_once():
    c = campaign(
        goals=[{"dimension": "线索", "metric": "线索量", "target_text": "1000", "target": 1000.0}],
        board=[{"channel": "整体", "metric": "线索量", "cumulative": 500.0, "target": 1000.0}],
    )
    assert [f.key for f in pace(c, "2025-03-07")] == ["F8:1"]
