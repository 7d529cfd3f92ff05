"""ROI on each cost basis, and what its revenue is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.metrics import roi as module
from campaignlib.metrics.roi import roi
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import campaign, config

DAY = date(2025, 3, 20)


@pytest.mark.parametrize(
    ("key", "value", "attained", "iroas", "per_qualified"),
    [("stated", 5.4935, 1.8312, 6.4935, "50.33"), ("items", 6.3529, 2.1176, 7.3529, "44.44")],
)
def test_both_totals_of_the_reference_case(key, value, attained, iroas, per_qualified):
    figure = roi(reference(), "2024-08-16").one("roi", key)
    assert round(figure.value, 4) == value
    assert figure.status is Standing.MET
    assert round(figure.inputs["attainment"], 4) == attained
    assert round(figure.inputs["iroas"], 4) == iroas
    assert round(figure.inputs["cost_per_qualified"], 2) == Decimal(per_qualified)
    assert (figure.inputs["qualified"], figure.inputs["leads"], figure.inputs["stated"]) == (1530, 2480, 5.49)


def test_its_bases_rule_and_cells():
    figures = roi(reference(), "2024-08-16")
    stated, items = figures.one("roi", "stated"), figures.one("roi", "items")
    assert (stated.basis, items.basis) == (
        Label("表上合计", "stated total"),
        Label("明细合计", "sum of items"),
    )
    assert stated.rule == Label("549.35%，目标≥300%", "549.35%, target ≥300%")
    assert (stated.inputs["used"], items.inputs["used"]) == (True, False)
    assert [str(c) for c in stated.cells] == ["F10!F6", "F3!C12", "F10!C6"]
    assert "F3!C4:C11" in [str(c) for c in items.cells]
    assert stated.final_on == date(2024, 9, 9)
    assert roi(reference(), "2024-09-09").one("roi", "stated").final_on is None


def test_spending_that_nobody_recorded_is_no_cost_of_zero():
    figure = roi(reference(), "2024-08-16").one("roi", "actual")
    assert (figure.value, figure.status) == (None, Standing.NO_DATA)
    assert figure.undefined == Label("实际支出未填", "no actual spend recorded")


def test_the_difference_of_the_two_totals():
    figure = roi(reference(), "2024-08-16").one("roi_difference", "items-stated")
    assert round(figure.value, 4) == 0.8594
    assert figure.inputs["cost_difference"] == Decimal(-9000)
    assert round(figure.inputs["cost_per_qualified_difference"], 2) == Decimal("-5.88")


BUDGET = [
    {"item": "广告", "planned": 100_00, "actual": 80_00},
    {"item": "礼品", "planned": 100_00, "actual": 20_00},
]


def sales(value, metric="sales"):
    return {"day": date(2025, 3, 4), "channel": "douyin", "metric": metric, "value": value}


def test_without_a_statement_the_sales_of_daily_data_are_taken_and_it_is_said():
    c = campaign(budget=BUDGET, daily=[sales(500.0)])
    figure = roi(c, DAY).one("roi", "items")
    assert figure.value == 1.5
    assert "全部当作增量" in figure.inputs["revenue_source"].zh
    assert roi(c, DAY).one("roi", "actual").value == 4


def test_some_items_without_spending_leave_it_undefined():
    c = campaign(budget=[BUDGET[0], {"item": "礼品", "planned": 100_00}], daily=[sales(500.0)])
    missing = roi(c, DAY).one("roi", "actual").undefined
    assert missing == Label("2项中1项实际支出未填", "no actual spend recorded for 1 of 2 items")


def test_no_total_and_no_revenue_say_so():
    figures = roi(campaign(budget=BUDGET), DAY)
    assert figures.one("roi", "stated").undefined.zh == "F3没有写合计"
    assert figures.one("roi", "items").undefined == module.NO_REVENUE
    assert figures.one("roi_difference", "items-stated").value is None


def test_revenue_up_to_the_day_only():
    late = sales(300.0) | {"day": date(2025, 3, 10)}
    c = campaign(budget=BUDGET, daily=[sales(500.0), late])
    assert roi(c, "2025-03-05").one("roi", "items").inputs["revenue"] == 500
    assert roi(c, DAY).one("roi", "items").inputs["revenue"] == 800


def test_incremental_sales_of_daily_data_come_before_all_sales():
    metrics = {"sales": {"kind": "money"}, "incremental_sales": {"kind": "money"}}
    c = campaign(
        config(metrics=metrics), budget=BUDGET, daily=[sales(900.0), sales(500.0, "incremental_sales")]
    )
    assert roi(c, DAY).one("roi", "items").inputs["revenue"] == 500


@pytest.mark.parametrize(
    ("analysis", "revenue"),
    [
        ("增量销售额50万元，成本7.7万元", 500_000),
        ("销售额80万元，其中增量收入30万元", 300_000),
        ("销售额80万元，成本7.7万元", None),
        ("效果符合预期", None),
    ],
)
def test_only_what_is_called_incremental_counts(analysis, revenue):
    c = campaign(evaluation=[{"metric": "ROI", "target": 3.0, "actual": 5.49, "analysis": analysis}])
    found = module.revenue(c, DAY)
    assert (found.amount if found else None) == revenue


def test_a_margin_gives_a_second_roi():
    c = campaign(config(roi={"margin": 0.5}), budget=BUDGET, daily=[sales(500.0)])
    figure = roi(c, DAY).one("roi_margin", "items")
    assert (figure.value, figure.basis.en) == (0.25, "sum of items; margin 50%")


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_break_even_is_zero_and_nothing_earned_is_minus_one(revenue, cost):
    found = module.exact_ratio(revenue, cost)
    assert found >= -1
    assert (found == 0) == (revenue == cost)
    assert found + 1 == Fraction(revenue, cost)
