"""Dates across forms, each check with one broken sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from campaignlib.campaign import Campaign
from campaignlib.checks.across_dates import CHECKS
from campaignlib.checks.check import run
from campaignlib.findings import Finding, Severity
from campaignlib.loading.folder import load
from tests.schedule.plans import assigned, row
from tests.support import campaign, config

CONTENT = "预热期(3.3-3.5)：短视频；爆发期(3.6-3.12)：直播"


def found(c: Campaign, code: str) -> list[Finding]:
    return list(run(c, CHECKS).of(code))


def places(finding: Finding) -> list[str]:
    return [str(cell) for cell in finding.cells]


def clean(**changes: Any) -> Campaign:
    """Every form agrees with the others."""
    forms: dict[str, Any] = {
        "creative": [
            {"module": "活动主题", "content": "春日上新", "due": date(2025, 3, 2)},
            {"module": "内容规划", "content": CONTENT, "due": date(2025, 3, 3)},
        ],
        "assignments": [
            assigned("线下执行", "门店快闪落地", "3.6-3.12", deliverable="物料3.5前到位"),
            assigned("设计执行", "物料设计", "3.1-3.4"),
        ],
        "schedule": [
            row("方案确认", "3.1-3.3"),
            row("物料设计启动", "3.1-3.3"),
            row("物料设计定稿", "3.3-3.4"),
            row("物料印刷", "3.4-3.5", milestone="3月5日前全部到位"),
            row("预热启动", "3.3-3.5"),
            row("预热素材准备", "3.1-3.2"),
            row("线下快闪执行", "3.6-3.12"),
        ],
        "risk_plan": [{"scenario": "物料延迟", "trigger": "物料未在3月5日前到位"}],
    }
    return campaign(**(forms | changes))


def test_forms_that_agree_have_no_findings() -> None:
    assert list(run(clean(), CHECKS)) == []


def test_empty_forms_have_no_findings() -> None:
    assert list(run(campaign(), CHECKS)) == []


def test_a_stage_dated_differently_in_the_schedule() -> None:
    (warning,) = found(clean(schedule=[row("活动预热启动", "3.4-3.6")]), "X-STAGE-DATES")
    assert warning.severity is Severity.WARNING
    assert places(warning) == ["F2!C3", "F5!C2", "F5!D2"]
    assert warning.read == "预热期 3月3日—3月5日"
    assert warning.expected.zh == "3月4日—3月6日"


def test_a_stage_dated_differently_in_the_settings() -> None:
    creative = [{"module": "内容规划", "content": CONTENT.replace("3.6-3.12", "3.6-3.10")}]
    (warning,) = found(clean(creative=creative), "X-STAGE-DATES")
    assert places(warning) == ["F2!C2", "campaign.toml!stages.burst"]
    assert "设置" in warning.message.zh


def test_a_task_that_starts_on_another_day() -> None:
    rows = [assigned("设计执行", "物料设计", "3.2-3.4")]
    (warning,) = found(clean(assignments=rows), "X-TASK-DATES")
    assert warning.severity is Severity.WARNING
    assert places(warning) == ["F4!G2", "F5!C3"]
    assert warning.expected.zh == "3月1日—3月4日"
    assert "按名称对应" in warning.message.zh


def test_a_task_at_quite_another_time() -> None:
    rows = [assigned("线下执行", "门店快闪落地", "3.3-3.5")]
    (warning,) = found(clean(assignments=rows), "X-TASK-DATES")
    assert places(warning) == ["F4!G2", "F4!H2", "F5!C8", "F5!D8"]


def test_deadlines_for_the_same_thing() -> None:
    risks = [{"scenario": "物料延迟", "trigger": "物料未在3月4日前到位"}]
    (warning,) = found(clean(risk_plan=risks), "X-DEADLINE")
    assert warning.severity is Severity.WARNING
    assert places(warning) == ["F6!F2", "F4!D2", "F5!H5"]
    assert (warning.read, warning.expected.zh) == ("物料未在3月4日前到位", "3月5日")


def test_a_plan_due_after_its_stage_begins() -> None:
    creative = [{"module": "内容规划", "content": CONTENT, "due": date(2025, 3, 4)}]
    (warning,) = found(clean(creative=creative), "X-LATE-PLAN")
    assert warning.severity is Severity.WARNING
    assert places(warning) == ["F2!F2", "F2!C2", "F5!D2"]
    assert (warning.read, warning.expected.zh) == ("内容规划 3月4日", "不晚于3月3日")


def test_without_stages_the_campaigns_start_counts() -> None:
    c = campaign(
        config=config(stages=[]),
        creative=[{"module": "活动形式", "content": "直播", "due": date(2025, 3, 4)}],
    )
    (warning,) = found(c, "X-LATE-PLAN")
    assert places(warning) == ["F2!F2", "campaign.toml!dates.start"]


def test_the_reference_case(case: Path) -> None:
    findings = run(load(case), CHECKS)
    said = [(f.code, places(f), f.read, f.expected.zh) for f in findings if f.form == "X"]
    assert sorted(said) == [
        ("X-DEADLINE", ["F4!D6", "F5!H6", "F6!F5"], "物料7.30前到位", "8月1日"),
        (
            "X-LATE-PLAN",
            ["F2!F5", "F2!C6", "F5!D3"],
            "渠道组合 7月25日",
            "不晚于7月20日",
        ),
        ("X-LATE-PLAN", ["F2!F6", "F2!C6", "F5!D3"], "内容规划 7月30日", "不晚于7月20日"),
        (
            "X-STAGE-DATES",
            ["F2!C6", "F5!C9", "F5!D9"],
            "预热期 7月20日—7月25日",
            "7月31日—8月5日",
        ),
        (
            "X-TASK-DATES",
            ["F4!G5", "F5!C4"],
            "线上线下物料设计 7月22日—7月28日",
            "7月20日—7月28日",
        ),
        (
            "X-TASK-DATES",
            ["F4!G6", "F4!H6", "F5!C10", "F5!D10"],
            "高校快闪店落地 7月25日—8月5日",
            "8月6日—8月10日",
        ),
    ]
