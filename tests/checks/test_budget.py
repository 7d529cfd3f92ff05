from campaignlib.checks import budget
from campaignlib.checks.check import run
from tests.support import campaign

RESERVE = {"cost_class": "other", "item": "应急备用金", "owner": "张*", "approver": "刘*"}
ADS = {"cost_class": "channel", "item": "抖音同城投放", "owner": "张*", "approver": "刘*"}


def test_a_stated_total_that_is_not_the_sum_names_total_and_items() -> None:
    c = campaign(
        budget=[{**ADS, "planned": 900_00}, {**RESERVE, "planned": 100_00}],
        totals={"budget": {"planned": 1200_00}},
    )
    (found,) = run(c, [budget.SUM])
    assert [str(cell) for cell in found.cells] == ["F3!C4", "F3!C2:C3"]
    assert (found.read, found.expected.zh) == ("1,200 元", "1,000 元")
    assert "200 元" in found.message.zh


def test_a_total_that_fits_and_no_total_at_all_are_fine() -> None:
    rows = [{**ADS, "planned": 900_00}, {**RESERVE, "planned": 100_00}]
    assert not run(campaign(budget=rows, totals={"budget": {"planned": 1000_00}}), [budget.SUM])
    assert not run(campaign(budget=rows), [budget.SUM])


def test_a_reserve_outside_its_rule_says_its_share_of_each_base() -> None:
    c = campaign(
        budget=[{**ADS, "planned": 950_00}, {**RESERVE, "planned": 50_00}],
        totals={"budget": {"planned": 1250_00}},
    )
    (found,) = run(c, [budget.RESERVE])
    assert str(found.cells[0]) == "F3!C3"
    for share in ("5.3%", "5.0%", "4.0%"):
        assert share in found.message.zh
    assert found.expected.en == "10–15%"


def test_a_reserve_within_its_rule_is_fine() -> None:
    c = campaign(budget=[{**ADS, "planned": 885_00}, {**RESERVE, "planned": 115_00}])
    assert not run(c, [budget.RESERVE])


def test_a_reserve_that_meets_the_rule_on_one_base_does_not_contradict_it() -> None:
    c = campaign(budget=[{**ADS, "planned": 860_00}, {**RESERVE, "planned": 140_00}])  # 16.3 % of the rest
    assert not run(c, [budget.RESERVE])
    over = campaign(budget=[{**ADS, "planned": 849_99}, {**RESERVE, "planned": 150_01}])
    assert run(over, [budget.RESERVE])


def test_arithmetic_in_an_item_must_give_its_amount() -> None:
    c = campaign(
        budget=[
            {**ADS, "item": "展架(5个×200元/个)", "planned": 1000_00},
            {**ADS, "item": "礼品(100份×15元/份)", "planned": 1600_00},
        ]
    )
    (found,) = run(c, [budget.ARITHMETIC])
    assert [str(cell) for cell in found.cells] == ["F3!C3", "F3!B3"]
    assert (found.read, found.expected.zh) == ("1,600 元", "1,500 元")


def test_nobody_approves_his_own_spending() -> None:
    c = campaign(budget=[{**ADS, "planned": 1, "approver": "张*"}, {**RESERVE, "planned": 1}])
    (found,) = run(c, [budget.APPROVER])
    assert [str(cell) for cell in found.cells] == ["F3!G2", "F3!F2"]
    assert found.read == "张*"


def test_one_of_several_owners_does_not_approve_alone_but_beside_another_may() -> None:
    several = {**ADS, "planned": 1, "owner": "张*、李*"}
    assert run(campaign(budget=[{**several, "approver": "李*"}]), [budget.APPROVER])
    assert not run(campaign(budget=[{**several, "approver": "李*、刘*"}]), [budget.APPROVER])


def test_draws_over_the_reserve_are_named_one_by_one() -> None:
    c = campaign(
        budget=[{**ADS, "planned": 9000_00}, {**RESERVE, "planned": 1000_00}],
        risk_plan=[{"scenario": "流量不足", "response": "追加800元抖音投放预算"}],
        issues=[{"problem": "直播间观看少", "size": "large", "draw": 500_00}],
    )
    (found,) = run(c, [budget.DRAWS])
    assert [str(cell) for cell in found.cells] == ["F3!C3", "F6!D2", "F9!K2"]
    assert "1,300 元" in found.message.zh


def test_draws_within_the_reserve_are_fine() -> None:
    c = campaign(
        budget=[{**ADS, "planned": 9000_00}, {**RESERVE, "planned": 1000_00}],
        issues=[{"problem": "直播间观看少", "size": "large", "draw": 500_00}],
    )
    assert not run(c, [budget.DRAWS])
