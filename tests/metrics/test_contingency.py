"""The reserve on three bases, and what is left of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from campaignlib.metrics.contingency import NO_RESERVE, contingency, is_reserve
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import campaign

DAY = "2025-03-08"


@pytest.mark.parametrize(("base", "percent"), [("rest", 7.94), ("items", 7.35), ("stated", 6.49)])
def test_the_three_bases_of_the_reference_case(base, percent):
    figure = contingency(reference(), "2024-08-02").one("contingency", base)
    assert (round(100 * figure.value, 2), figure.status) == (percent, Standing.NOT_MET)
    assert figure.rule.en == "rule 10–15%"


def test_what_is_left_is_a_range_and_names_the_draw_counted_once():
    figure = contingency(reference(), "2024-08-02").one("contingency_remaining")
    assert (figure.value, figure.low, figure.high) == (Decimal(-1000), -6000, -1000)
    assert figure.status is Standing.NOT_MET
    listed = [(d["form"], d["amount"], bool(d["same_as"])) for d in figure.inputs["draw_list"]]
    assert listed == [
        ("F6", 5000, False),
        ("F7", 5000, True),
        ("F7", None, False),
        ("F7", None, False),
        ("F9", 1000, False),
    ]
    assert figure.basis.zh.endswith("另有2项没写金额")


def budget(reserve):
    return campaign(
        budget=[{"item": "广告", "planned": 90_00}, {"item": "应急备用金", "planned": reserve}],
        totals={"budget": {"planned": 100_00}},
    )


def test_ten_percent_exactly_meets_the_rule():
    c = budget(10_00)
    assert contingency(c, DAY).one("contingency", "items").status is Standing.MET
    assert contingency(budget(9_99), DAY).one("contingency", "stated").status is Standing.NOT_MET
    assert [str(x) for x in contingency(c, DAY).one("contingency", "stated").cells] == ["F3!C3", "F3!C4"]


def test_nothing_drawn_leaves_it_all_without_a_range():
    figure = contingency(budget(10_00), DAY).one("contingency_remaining")
    assert (figure.value, figure.low, figure.status) == (Decimal(10), None, Standing.MET)


@pytest.mark.parametrize(
    ("item", "is_one"),
    [
        ("应急备用金(按需使用)", True),
        ("机动费用", True),
        ("应急", True),
        ("不可预见费", True),
        ("Contingency (as needed)", True),
        ("Reserve fund", True),
        ("机动车租赁", False),
        ("应急药品采购", False),
        ("Reserved seats", False),
    ],
)
def test_only_money_kept_back_is_a_reserve(item, is_one):
    assert is_reserve(item) is is_one


def test_no_reserve_is_said():
    figures = contingency(campaign(budget=[{"item": "广告", "planned": 90_00}]), DAY)
    assert {f.undefined for f in figures} == {NO_RESERVE}


def test_a_reserve_that_is_the_whole_budget_has_no_rest():
    figure = contingency(campaign(budget=[{"item": "备用金", "planned": 1}]), DAY).one("contingency", "rest")
    assert figure.undefined.zh == "底数为0"
