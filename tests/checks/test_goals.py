from datetime import date

from campaignlib.checks import goals
from campaignlib.checks.check import run
from tests.support import campaign

LEADS = {
    "dimension": "线索获取",
    "metric": "线索量",
    "target_text": "线索量200+",
    "target": 200,
    "target_is": "at_least",
}
RATE = {
    "dimension": "线索获取",
    "metric": "有效率",
    "target_text": "有效率≥60%",
    "target": 0.6,
    "target_is": "at_least",
}
SALES = {"dimension": "销售转化", "metric": "销售额", "target_text": "销售额5万元", "target": 50_000}
WHOLE = {"source": "CRM", "owner": "李*", "due_text": "3月13日", "due": date(2025, 3, 13)}


def refs(found: object) -> list[str]:
    return [str(cell) for cell in found.cells]  # type: ignore[attr-defined]


def test_a_goal_lacks_what_smart_asks_for() -> None:
    grown = {"dimension": "曝光", "metric": "搜索指数", "target_text": "搜索量增长30%", "target": 0.3}
    c = campaign(goals=[{**LEADS, **WHOLE}, {**grown, **WHOLE}, {**SALES, "source": "订单系统"}])
    base, bare = run(c, [goals.SMART])
    assert refs(base) == ["F1!D3", "F1!C3"]
    assert base.expected.en == "a base value"
    assert bare.expected.en == "an owner, a date"


def test_a_growth_with_a_base_is_smart() -> None:
    c = campaign(goals=[{"metric": "搜索指数", "target_text": "搜索量较上月增长30%", "target": 0.3, **WHOLE}])
    assert not run(c, [goals.SMART])


def test_a_goal_due_before_the_campaign_starts_is_out_of_reach() -> None:
    c = campaign(goals=[{**LEADS, **WHOLE, "due": date(2025, 2, 1)}])
    assert run(c, [goals.SMART])[0].expected.en == "a date within the campaign's reach"


def test_parts_that_do_not_add_up_to_the_whole() -> None:
    board = [
        {"channel": "抖音", "metric": "线索留资量", "cumulative": 1, "target": 200},
        {"channel": "社群", "metric": "线索留资量", "cumulative": 1, "target": 50},
    ]
    (found,) = run(campaign(goals=[LEADS], board=board), [goals.TARGET_PARTS])
    assert refs(found) == ["F1!D2", "F8!E2", "F8!E3"]
    assert "250" in found.expected.zh
    fits = [{**board[0], "target": 150}, board[1]]
    assert not run(campaign(goals=[LEADS], board=fits), [goals.TARGET_PARTS])
    assert not run(campaign(goals=[LEADS], board=[{**board[0], "target": 150}]), [goals.TARGET_PARTS])


def test_parts_of_money_add_up_to_the_cent() -> None:
    whole = {**SALES, "target": 0.3}
    board = [{"channel": ch, "metric": "销售额", "target": t} for ch, t in (("抖音", 0.1), ("社群", 0.2))]
    assert not run(campaign(goals=[whole], board=board), [goals.TARGET_PARTS])


def test_a_unit_in_brackets_does_not_make_another_metric() -> None:
    result = {"dimension": "线索获取", "metric": "线索", "target": 200, "actual": 210}
    c = campaign(goals=[{**LEADS, "metric": "线索量(条)"}], evaluation=[result])
    assert not run(c, goals.CHECKS).of("X-METRIC", "X-GOAL-RESULT", "X-RESULT-GOAL", "X-TARGET")
    differs = c.but(evaluation=campaign(evaluation=[{**result, "target": 250}]).evaluation)
    assert run(differs, [goals.TARGET])


def test_a_goal_and_a_kpi_with_one_target_and_two_names_are_asked_about() -> None:
    reads = {"dimension": "曝光", "metric": "话题阅读量", "target_text": "5万+", "target": 50_000}
    row = {"channel": "抖音", "metric": "曝光量", "cumulative": 1, "target": 50_000}
    c = campaign(goals=[reads], board=[row])
    assert not run(c, [goals.METRIC])  # neither the library nor the text says that both are counts
    counted = [{**LEADS, "metric": "线索量", "target": 50_000}]
    (found,) = run(campaign(goals=counted, board=[{**row, "metric": "订单"}]), [goals.METRIC])
    assert refs(found) == ["F1!C2", "F1!D2", "F8!B2", "F8!E2"]


def test_owners_that_differ_between_goal_and_result() -> None:
    result = {"dimension": "线索获取", "metric": "有效线索量", "target": 120, "actual": 130, "owner": "赵*"}
    c = campaign(goals=[{**LEADS, **WHOLE}], evaluation=[result])
    (found,) = run(c, [goals.OWNER])
    assert (refs(found), found.read) == (["F1!F2", "F10!G2"], "李* / 赵*")
    assert not run(campaign(goals=[{**LEADS, "owner": "赵*"}], evaluation=[result]), [goals.OWNER])
    both = {**result, "owner": "赵*、李*"}
    assert not run(campaign(goals=[{**LEADS, "owner": "李*"}], evaluation=[both]), [goals.OWNER])


def test_goals_without_result_and_results_without_goal() -> None:
    results = [
        {"dimension": "线索获取", "metric": "有效线索量", "target": 120, "actual": 130},
        {"dimension": "整体效果", "metric": "ROI", "target": 3.0, "actual": 5.0},
    ]
    c = campaign(goals=[LEADS, RATE, SALES], evaluation=results)
    assert [f.read for f in run(c, [goals.GOAL_RESULT])] == ["有效率≥60%", "销售额5万元"]
    (alone,) = run(c, [goals.RESULT_GOAL])
    assert (alone.read, refs(alone)) == ("ROI", ["F10!B3", "F1!C2:C4"])
    assert [f.read for f in run(c, [goals.METRIC])] == ["线索量 / 有效线索量"]


def test_nothing_is_missed_before_the_evaluation_is_written() -> None:
    assert not run(campaign(goals=[LEADS]), [goals.GOAL_RESULT])


def test_the_same_goal_has_the_same_target_everywhere() -> None:
    rate = {"dimension": "销售转化", "metric": "转化率", "target_text": "≥15%", "target": 0.15}
    board = [{"channel": "整体", "metric": "线索转化率", "cumulative": 0.1, "target": 0.12}]
    c = campaign(goals=[rate], board=board, evaluation=[{"metric": "转化率", "target": 0.15, "actual": 0.2}])
    (found,) = run(c, [goals.TARGET])
    assert (found.read, found.expected.zh, refs(found)) == ("12.0%", "15.0%", ["F8!E2", "F1!D2"])
