"""Status against log and twin, results against tasks; each check with one broken sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from campaignlib.campaign import Campaign
from campaignlib.checks.across_status import CHECKS
from campaignlib.checks.check import run
from campaignlib.findings import Finding, Severity
from campaignlib.loading.folder import load
from tests.schedule.plans import assigned, row
from tests.support import campaign, config

AS_OF = replace(config(), board_as_of=date(2025, 3, 6))


def found(c: Campaign, code: str) -> list[Finding]:
    return list(run(c, CHECKS).of(code))


def places(finding: Finding) -> list[str]:
    return [str(cell) for cell in finding.cells]


def log(done: str, day: int = 5) -> list[dict[str, Any]]:
    return [{"day": date(2025, 3, day), "done": done}]


PRINT = [
    row("物料设计", "3.1-3.3", status="完成"),
    row("物料印刷/采购", "3.3-3.6", status="进行中", milestone="3月6日前全部到位"),
    row("线下快闪执行", "3.8-3.10", status="未开始", milestone="门店现场活动"),
]


def test_the_log_says_all_is_there() -> None:
    c = campaign(config=AS_OF, schedule=PRINT, daily_log=log("物料全部到货并入库，现场人员培训完成"))
    (warning,) = found(c, "X-STATUS")
    assert warning.severity is Severity.WARNING
    assert places(warning) == ["F5!G3", "F7!B2"]
    assert (warning.read, warning.expected.zh) == ("进行中", "已完成")
    assert "物料全部到货并入库" in warning.message.zh


@pytest.mark.parametrize(
    "done",
    [
        "现场人员培训完成",
        "物料部分到货",
        "物料尚未全部到位",
        "物料印刷进行中",
        "印刷采购首批完成",
        "抖音预热视频上线，播放量5万+",
    ],
)
def test_the_log_says_something_else(done: str) -> None:
    assert found(campaign(config=AS_OF, schedule=PRINT, daily_log=log(done)), "X-STATUS") == []


def test_a_log_after_the_day_of_the_statuses_says_nothing_about_them() -> None:
    c = campaign(config=AS_OF, schedule=PRINT, daily_log=log("物料全部到货并入库", day=7))
    assert found(c, "X-STATUS") == []


def test_the_twin_task_is_done() -> None:
    c = campaign(
        config=AS_OF,
        schedule=PRINT,
        assignments=[assigned("后勤保障", "礼品采购与物流", "3.3-3.6", "完成")],
    )
    (warning,) = found(c, "X-STATUS")
    assert places(warning) == ["F5!G3", "F4!I2"]
    assert "按名称对应" in warning.message.zh


def test_all_of_the_twins_tasks_are_done_but_not_the_twin() -> None:
    c = campaign(
        config=AS_OF, schedule=PRINT, assignments=[assigned("设计执行", "物料设计", "3.1-3.3", "进行中")]
    )
    (warning,) = found(c, "X-STATUS")
    assert places(warning) == ["F4!I2", "F5!G2"]


def test_twins_of_other_days_or_of_the_same_status_agree() -> None:
    c = campaign(
        config=AS_OF,
        schedule=PRINT,
        assignments=[
            assigned("线下执行", "门店快闪落地", "3.3-3.5", "完成"),
            assigned("设计执行", "物料设计", "3.1-3.3", "完成"),
        ],
    )
    assert found(c, "X-STATUS") == []


def board(channel: str, cumulative: float) -> list[dict[str, Any]]:
    return [{"channel": channel, "metric": "现场留资量", "cumulative": cumulative, "target": 500.0}]


def test_a_result_before_its_task_starts() -> None:
    library = config(channels={"shop": {"label": "快闪店", "aliases": ["线下快闪"]}})
    c = campaign(
        config=replace(library, board_as_of=date(2025, 3, 6)), schedule=PRINT, board=board("快闪店", 280.0)
    )
    (warning,) = found(c, "X-EARLY-RESULT")
    assert warning.severity is Severity.WARNING
    assert places(warning) == ["F8!D2", "F5!G4", "F5!C4"]
    assert warning.read == "快闪店 现场留资量 280"
    assert "3月8日才开始" in warning.message.zh


def test_a_channel_without_an_alias_is_found_by_its_words() -> None:
    c = campaign(config=AS_OF, schedule=PRINT, board=board("线下快闪店", 280.0))
    assert len(found(c, "X-EARLY-RESULT")) == 1


@pytest.mark.parametrize(("channel", "cumulative"), [("线下快闪店", 0.0), ("抖音", 280.0), ("整体", 280.0)])
def test_no_result_or_no_task_of_the_channel(channel: str, cumulative: float) -> None:
    c = campaign(config=AS_OF, schedule=PRINT, board=board(channel, cumulative))
    assert found(c, "X-EARLY-RESULT") == []


def test_a_task_of_the_channel_has_begun() -> None:
    rows = [*PRINT, row("线下快闪试营业", "3.4-3.5", status="进行中")]
    c = campaign(config=AS_OF, schedule=rows, board=board("线下快闪店", 280.0))
    assert found(c, "X-EARLY-RESULT") == []


def test_the_reference_case(case: Path) -> None:
    findings = run(load(case), CHECKS)
    assert [(f.code, places(f), f.read) for f in findings if f.code.startswith("X-")] == [
        ("X-STATUS", ["F5!G6", "F7!B5", "F4!I8"], "进行中"),
        ("X-EARLY-RESULT", ["F8!D7", "F5!G10", "F5!C10"], "线下快闪店 现场留资量 280"),
    ]


def test_a_large_result_is_written_out() -> None:
    c = campaign(config=AS_OF, schedule=PRINT, board=board("线下快闪店", 1_234_567.0))
    assert found(c, "X-EARLY-RESULT")[0].read == "线下快闪店 现场留资量 123.46万"
