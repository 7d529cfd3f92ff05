"""Attainment of F1, F8 and F10."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.metrics.attainment import OPEN_RANGE, attainment, ratio
from campaignlib.words.terms import Comparison, Standing
from tests.metrics.reference import reference
from tests.support import campaign


@pytest.mark.parametrize(
    ("key", "percent", "status"),
    [
        ("F8:1", 70, Standing.NOT_MET),
        ("F8:2", 42.5, Standing.NOT_MET),
        ("F8:3", 60, Standing.NOT_MET),
        ("F8:4", 56, Standing.NOT_MET),
        ("F8:5", 83.33, Standing.NOT_MET_NOT_EXCLUDED),
        ("F10:1", 124, Standing.MET),
        ("F10:2", 127.5, Standing.MET),
        ("F10:3", 108, Standing.MET_NOT_PROVEN),
        ("F10:4", 183, Standing.MET),
        ("F10:5", 108.24, Standing.MET),
    ],
)
def test_the_reference_case(key, percent, status):
    figure = attainment(reference(), "2024-08-02").one("attainment", key)
    assert (round(100 * figure.value, 2), figure.status) == (percent, status)


def test_the_rate_of_the_evaluation_has_the_interval_of_its_counts():
    figure = attainment(reference(), "2024-08-16").one("attainment", "F10:3")
    assert (round(figure.low, 4), round(figure.high, 4)) == (0.1445, 0.1814)
    assert (figure.inputs["numerator"], figure.inputs["denominator"]) == (248, 1530)
    assert figure.rule.zh == "区间14.4%～18.1%含15%"
    assert figure.final_on == date(2024, 9, 9)
    assert str(figure.cells[0]) == "F10!D5"
    assert figure.cells[1].file == "daily.csv"


def test_after_the_end_a_goal_takes_the_result_of_f10():
    during, after = (
        attainment(reference(), day).one("attainment", "F1:1") for day in ("2024-08-02", "2024-08-16")
    )
    assert during.basis.en == "daily data to 2 Aug"
    assert (after.basis.en, after.inputs["actual"], after.final_on) == ("F10 actual", 6_200_000, None)


def test_a_goal_without_a_result_has_no_data_and_no_zero():
    figure = attainment(reference(), "2024-08-16").one("attainment", "F1:2")
    assert (figure.value, figure.status) == (None, Standing.NO_DATA)
    assert figure.undefined.zh == "没有结果：F10和每日数据都没有"


def test_sales_are_final_on_the_day_f1_says():
    at = {
        day: attainment(reference(), day).one("attainment", "F1:6").final_on
        for day in ("2024-08-10", "2024-08-16")
    }
    assert at == {"2024-08-10": date(2024, 8, 16), "2024-08-16": None}


def goal(**changes):
    row = {"dimension": "线索", "metric": "线索量", "target_text": "线索量1000+", "target": 1000.0} | changes
    return campaign(
        goals=[row], daily=[{"day": date(2025, 3, 3), "channel": "douyin", "metric": "leads", "value": 850.0}]
    )


def test_a_range_needs_both_ends():
    inside = goal(target_text="800-900", target=800.0, target_is="range")
    assert attainment(inside, "2025-03-04")[0].status is Standing.MET
    c = campaign(evaluation=[{"metric": "线索量", "target": 800.0, "target_is": "range", "actual": 850.0}])
    assert attainment(c, "2025-03-20")[0].undefined == OPEN_RANGE


def test_a_target_of_zero_leaves_the_ratio_undefined():
    figure = attainment(goal(target=0.0), "2025-03-04")[0]
    assert (figure.value, figure.undefined.en) == (None, "the target is not above 0, the ratio is undefined")


def test_a_limit_of_which_nothing_was_used_is_met():
    c = campaign(evaluation=[{"metric": "花费", "target": 100.0, "target_is": "at_most", "actual": 0.0}])
    figure = attainment(c, "2025-03-20")[0]
    assert (figure.value, figure.status) == (None, Standing.MET)
    assert figure.undefined.zh == "实际值为0，比率不定义"


def test_without_a_target_it_says_so():
    figure = attainment(goal(target=None, target_text=None), "2025-03-04")[0]
    assert (figure.status, figure.undefined.zh) == (Standing.UNDEFINED, "没有写目标值")


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_limit_is_less_attained_the_more_is_used(a, b, target):
    low, high = sorted((a + 1, b + 1))
    assert ratio(low, target, Comparison.AT_MOST) >= ratio(high, target, Comparison.AT_MOST)
