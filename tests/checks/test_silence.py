"""Campaigns whose forms agree raise no finding: every check may keep silent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from campaignlib.campaign import Campaign
from campaignlib.checks.everything import check
from tests.support import campaign, config

Rows = list[dict[str, Any]]


def d(n: int) -> date:
    return date(2025, 3, n)


DAYS = [d(n) for n in range(3, 13)]
A_DAY = (
    ("douyin", "leads", 60.0),
    ("groups", "leads", 40.0),
    ("douyin", "qualified_leads", 40.0),
    ("groups", "qualified_leads", 30.0),
    ("douyin", "orders", 8.0),
    ("groups", "orders", 6.0),
    ("all", "sales", 14_123.45),
    ("douyin", "spend", 799.99),
)
DAILY: Rows = [
    {"day": day, "channel": channel, "metric": metric, "value": value}
    for day in DAYS
    for channel, metric, value in A_DAY
]
BEFORE: Rows = [{"day": date(2025, 1, 15), "channel": "douyin", "metric": "leads", "value": 900.0}]


def goal(
    dimension: str, metric: str, text: str, target: float, how: str | None, owner: str
) -> dict[str, Any]:
    written = {"dimension": dimension, "metric": metric, "target_text": text, "target": target}
    return {**written, "target_is": how, "source": "CRM", "owner": owner, "due": d(14)}


GOALS = [
    goal("线索获取", "线索量(条)", "900+", 900.0, "at_least", "李*"),
    goal("销售转化", "线索转化率", "≥15%", 0.15, "at_least", "王*、刘*"),
    goal("销售转化", "销售额", "13万元", 130_000.0, None, "王*"),
    goal("成本", "花费", "≤9000元", 9000.0, "at_most", "张*"),
    goal("整体效果", "ROI", "≥200%", 2.0, "at_least", "刘*"),
]


def item(cost_class: str, name: str, planned: int, actual: int) -> dict[str, Any]:
    said = {"cost_class": cost_class, "item": name, "planned": planned, "actual": actual}
    return {**said, "owner": "张*", "approver": "刘*"}


BUDGET = [
    item("people", "团队加班费(3人×5天×200元/天)", 3000_00, 2950_00),
    item("channel", "抖音投放", 9000_00, 7999_90),
    item("channel", "社群红包", 5000_00, 4888_88),
    item("other", "机动车租赁", 500_00, 499_99),
    item("other", "应急备用金", 2500_00, 0),
]
SPENT = 16_338.77
ROI = (141_234.5 - SPENT) / SPENT


def task(name: str, start: int, end: int, after: str = "") -> dict[str, Any]:
    said = {"task": name, "owner": "王*", "start": d(start), "end": d(end), "duration": end - start}
    return {**said, "predecessor": after or None, "status": "done"}


SCHEDULE = [
    task("方案最终确认", 1, 2),
    task("海报设计", 2, 3, "方案最终确认"),
    task("预热期", 3, 5, "海报设计"),
    task("爆发期", 6, 12, "预热期"),
]
CREATIVE: Rows = [
    {
        "module": "内容规划",
        "content": "预热期(3.3-3.5)：预告；爆发期(3.6-3.12)：促销",
        "owner": "赵*",
        "due": d(2),
    }
]
ASSIGNMENTS: Rows = [
    {"module": "统筹", "task": "整体进度把控", "owner": "张*", "start": d(3), "end": d(12), "status": "done"},
    {"module": "设计", "task": "海报设计", "owner": "李*", "start": d(2), "end": d(3), "status": "done"},
]
RISKS: Rows = [
    {"scenario": "线索不足", "likelihood": "medium", "impact": "high", "owner": "张*"}
    | {"response": "追加1000元抖音投放", "trigger": "预热期首日线索量<50"}
]
LOG: Rows = [
    {"day": day, "done": f"抖音线索60条，累计线索{100 * n}条，线索目标900条，线索增长30%", "owner": "张*"}
    for n, day in enumerate(DAYS, 1)
]


def kpi(channel: str, metric: str, today: float, so_far: float, target: float, ratio: str) -> dict[str, Any]:
    said = {"channel": channel, "metric": metric, "today": today, "cumulative": so_far, "target": target}
    return {**said, "attainment_text": ratio, "status": "normal", "owner": "李*"}


BOARD = [
    kpi("抖音", "线索量", 60.0, 300.0, 540.0, "55.6%"),
    kpi("社群", "线索量", 40.0, 200.0, 360.0, "55.6%"),
    kpi("整体", "线索转化率", 0.2, 0.2, 0.15, "133%"),
]


def result(goal: dict[str, Any], actual: float, text: str, ratio: str, analysis: str = "") -> dict[str, Any]:
    kept = {
        name: goal[name] for name in ("dimension", "metric", "target_text", "target", "target_is", "owner")
    }
    said = {"actual": actual, "actual_text": text, "attainment_text": ratio, "analysis": analysis or None}
    return kept | {"metric": kept["metric"].removesuffix("(条)")} | said


EVALUATION = [
    result(GOALS[0], 1000.0, "1,000", "111.1%"),
    result(GOALS[1], 0.2, "20%", "133.3%"),
    result(GOALS[2], 141_234.5, "141,234.5元", "108.6%"),
    result(GOALS[3], 7999.9, "7,999.9元", "112.5%"),
    result(GOALS[4], round(ROI, 4), f"{ROI:.2%}", f"{ROI / 2:.1%}", "增量销售额141,234.5元"),
]


def whole() -> Campaign:
    return campaign(
        config(as_of={"report": d(12), "board": d(7)}, roi={"cost_basis": "actual"}),
        totals={"budget": {"planned": 20_000_00, "actual": 16_338_77}},
        goals=GOALS,
        creative=CREATIVE,
        budget=BUDGET,
        assignments=ASSIGNMENTS,
        schedule=SCHEDULE,
        risk_plan=RISKS,
        daily_log=LOG,
        board=BOARD,
        evaluation=EVALUATION,
        daily=DAILY + BEFORE,
    )


def test_a_whole_campaign_whose_forms_agree() -> None:
    assert [(f.code, f.read) for f in check(whole())] == []


def test_a_campaign_of_one_day_at_the_turn_of_the_year() -> None:
    day = date(2025, 12, 31)
    dates = {"preparation": date(2025, 12, 20), "start": day, "end": day}
    leads = {
        "dimension": "Leads",
        "metric": "Leads",
        "target_text": "5+",
        "target": 5.0,
        "target_is": "at_least",
    }
    c = campaign(
        config(dates=dates, stages=[], as_of={"report": day, "board": day}),
        goals=[{**leads, "source": "CRM", "owner": "Li*", "due": date(2026, 1, 2)}],
        creative=[
            {"module": "Theme", "content": "New Year's Eve", "owner": "Li*", "due": date(2025, 12, 21)}
        ],
        budget=[
            {
                "cost_class": "channel",
                "item": "Douyin ads",
                "planned": 123_45,
                "owner": "Li*",
                "approver": "Wu*",
            },
            {
                "cost_class": "other",
                "item": "Contingency",
                "planned": 16_55,
                "owner": "Li*",
                "approver": "Wu*",
            },
        ],
        schedule=[
            {
                "task": "Plan approved",
                "start": date(2025, 12, 20),
                "end": date(2025, 12, 22),
                "status": "done",
            },
            {"task": "Live show", "start": day, "end": day, "predecessor": "Plan approved", "status": "done"},
        ],
        daily_log=[{"day": day, "done": "7 leads from the show", "owner": "Li*"}],
        board=[kpi("Douyin", "Leads", 7.0, 7.0, 5.0, "140%")],
        evaluation=[result(leads | {"owner": "Li*"}, 7.0, "7", "140%")],
        daily=[{"day": day, "channel": "douyin", "metric": "leads", "value": 7.0}],
    )
    assert [(f.code, f.read) for f in check(c)] == []


def test_the_silence_is_not_deafness() -> None:
    off = [{**row, "today": 61.0} if n == 0 else row for n, row in enumerate(BOARD)]
    late = [*LOG[:4], *LOG[5:]]
    c = whole().but(board=campaign(board=off).board, daily_log=campaign(daily_log=late).daily_log)
    found = check(c)
    assert [(f.code, f.read) for f in found] == [("F7-MISSING-DAY", "9/10"), ("X-DATA", "61")]
    assert DAYS[4] == DAYS[0] + timedelta(4)
    assert "3月7日" in found[0].message.zh
