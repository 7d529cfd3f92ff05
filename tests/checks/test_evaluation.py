from datetime import date

from campaignlib.checks import evaluation
from campaignlib.checks.check import run
from tests.support import LIBRARY, campaign, config

ROI = {"dimension": "整体效果", "metric": "ROI", "target": 3.0, "target_is": "at_least", "owner": "刘*"}
ITEMS = [
    {"cost_class": "channel", "item": "抖音同城投放", "planned": 9000_00},
    {"cost_class": "other", "item": "应急备用金", "planned": 1000_00},
]


def test_roi_that_depends_on_the_cost_basis_names_each_basis() -> None:
    row = {**ROI, "actual": 3.0, "actual_text": "300%", "analysis": "增量销售额5万元，成本控制良好"}
    c = campaign(
        config(as_of={"report": date(2025, 3, 12)}),
        budget=ITEMS,
        evaluation=[row],
        totals={"budget": {"planned": 12_500_00}},
    )
    (found,) = run(c, [evaluation.ROI])
    assert str(found.cells[0]) == "F10!D2"
    assert "F3!C4" in {str(cell) for cell in found.cells}
    assert "300.00%" in found.message.zh
    assert "400.00%" in found.message.zh
    same = campaign(
        config(as_of={"report": date(2025, 3, 12)}), budget=ITEMS, totals={"budget": {"planned": 10_000_00}}
    )
    assert not run(
        same.but(evaluation=campaign(evaluation=[{**row, "actual": 4.0, "actual_text": "400%"}]).evaluation),
        [evaluation.ROI],
    )


def test_roi_on_the_spending_that_campaign_toml_names_is_fine_whatever_was_budgeted() -> None:
    spent = [{**ITEMS[0], "actual": 8000_00}, {**ITEMS[1], "actual": 0}]
    row = {**ROI, "actual": 5.25, "actual_text": "525%", "analysis": "增量销售额5万元"}
    named = config(roi={"cost_basis": "actual"})
    assert not run(campaign(named, budget=spent, evaluation=[row]), [evaluation.ROI])
    assert run(campaign(budget=spent, evaluation=[row]), [evaluation.ROI])
    off = {**row, "actual": 5.5, "actual_text": "550%"}
    assert run(campaign(named, budget=spent, evaluation=[off]), [evaluation.ROI])


def test_another_score_is_not_held_against_satisfaction() -> None:
    metrics = LIBRARY["metrics"] | {"nps": {"label": "净推荐值", "kind": "score"}}
    row = {"dimension": "用户反馈", "metric": "净推荐值", "target": 30, "actual": 40}
    answers = [{"number": str(n), "score": 90} for n in range(3)]
    assert not run(
        campaign(config(metrics=metrics), answers=answers, evaluation=[row]), [evaluation.RESULT_DATA]
    )


def test_a_cost_claim_needs_recorded_spending() -> None:
    row = {**ROI, "actual": 3.0, "analysis": "增量销售额5万元，成本控制良好"}
    (found,) = run(campaign(budget=ITEMS, evaluation=[row]), [evaluation.CLAIM])
    assert (found.read, str(found.cells[0])) == ("成本控制良好", "F10!F2")
    spent = [{**item, "actual": 1} for item in ITEMS]
    assert not run(campaign(budget=spent, evaluation=[row]), [evaluation.CLAIM])


def test_an_actual_that_merely_equals_its_target_is_questioned() -> None:
    goal = {"dimension": "销售转化", "metric": "销售额", "target_text": "销售额5万元", "target": 50_000}
    row = {**ROI, "actual": 3.2, "actual_text": "320%", "analysis": "增量销售额5万元"}
    (found,) = run(campaign(goals=[goal], evaluation=[row]), [evaluation.EQUALS_TARGET])
    assert [str(cell) for cell in found.cells] == ["F10!F2", "F1!D2"]
    (own,) = run(
        campaign(evaluation=[{**ROI, "actual": 3.0, "actual_text": "300%"}]), [evaluation.EQUALS_TARGET]
    )
    assert [str(cell) for cell in own.cells] == ["F10!D2", "F10!C2"]


def test_stated_attainment_is_checked() -> None:
    row = {**ROI, "actual": 5.49, "actual_text": "549%", "attainment_text": "183%"}
    assert not run(campaign(evaluation=[row]), [evaluation.ATTAINMENT])
    assert run(campaign(evaluation=[{**row, "attainment_text": "184%"}]), [evaluation.ATTAINMENT])


def test_results_are_held_against_daily_data_and_answers() -> None:
    data = [{"day": date(2025, 3, 3), "channel": "douyin", "metric": "qualified_leads", "value": 150}]
    answers = [{"number": str(n), "score": score} for n, score in enumerate((90, 94))]
    rows = [
        {"dimension": "线索获取", "metric": "有效线索量", "target": 120, "actual": 153},
        {"dimension": "用户反馈", "metric": "活动满意度", "target": 85, "actual": 92},
    ]
    (found,) = run(campaign(daily=data, answers=answers, evaluation=rows), [evaluation.RESULT_DATA])
    assert (str(found.cells[0]), "150" in found.expected.zh) == ("F10!D2", True)
