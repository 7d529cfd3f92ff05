"""Checks of F5, each with one broken sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from campaignlib.campaign import Campaign
from campaignlib.checks.check import run
from campaignlib.checks.schedule import CHECKS
from campaignlib.findings import Finding, Severity
from campaignlib.loading.folder import load
from tests.schedule.plans import row
from tests.support import campaign, config

AS_OF = replace(config(), board_as_of=date(2025, 3, 8))


def found(c: Campaign, code: str) -> list[Finding]:
    return list(run(c, CHECKS).of(code))


def places(finding: Finding) -> list[str]:
    return [str(cell) for cell in finding.cells]


def clean() -> list[dict[str, object]]:
    return [
        row("方案确认", "3.1-3.3", "", "完成"),
        row("海报设计", "3.3-3.5", "方案确认", "完成"),
        row("海报印刷/采购", "3.5-3.8", "海报设计", "进行中"),
        row("场地对接", "3.3-3.6", "方案确认", "完成"),
        row("开店", "3.9-3.12", "海报印刷/采购、场地对接", "未开始"),
    ]


def test_a_clean_schedule_has_no_findings() -> None:
    assert list(run(campaign(config=AS_OF, schedule=clean()), CHECKS)) == []


def test_an_empty_schedule_has_no_findings() -> None:
    assert list(run(campaign(config=AS_OF), CHECKS)) == []


def test_a_short_name_is_proposed() -> None:
    c = campaign(schedule=[row("方案最终确认", "3.1-3.3"), row("海报设计", "3.3-3.5", "方案确认")])
    (note,) = found(c, "F5-PREDECESSOR")
    assert note.severity is Severity.NOTE
    assert places(note) == ["F5!F3", "F5!A2"]
    assert (note.read, note.expected.zh) == ("方案确认", "“方案最终确认”")
    assert "网络按此建议计算" in note.message.zh


def test_a_proposal_that_ends_too_late_says_so() -> None:
    c = campaign(schedule=[row("方案最终确认", "3.1-3.6"), row("海报设计", "3.3-3.5", "方案确认")])
    (note,) = found(c, "F5-PREDECESSOR")
    assert "晚于本任务的开始" in note.message.zh
    assert "after this task starts" in note.message.en


def test_a_tie_lists_every_candidate() -> None:
    c = campaign(
        schedule=[
            row("海报设计", "3.1-3.3"),
            row("展架设计", "3.1-3.3"),
            row("印刷", "3.3-3.5", "设计"),
        ]
    )
    (note,) = found(c, "F5-PREDECESSOR")
    assert note.expected.zh == "“海报设计”、“展架设计”"
    assert places(note) == ["F5!F4", "F5!A2", "F5!A3"]
    assert "无法区分" in note.message.zh


def test_an_unknown_predecessor_names_its_cell_and_what_there_is() -> None:
    c = campaign(schedule=[row("海报设计", "3.1-3.3"), row("印刷", "3.3-3.5", "合同盖章")])
    (error,) = found(c, "F5-UNKNOWN")
    assert error.severity is Severity.ERROR
    assert places(error) == ["F5!F3"]
    assert (error.read, error.expected.zh) == ("合同盖章", "“海报设计”")


def test_a_cycle_names_the_cells_that_close_it() -> None:
    c = campaign(
        schedule=[
            row("方案", "3.1-3.2"),
            row("设计", "3.3-3.5", "印刷、方案"),
            row("印刷", "3.5-3.6", "设计"),
        ]
    )
    (error,) = found(c, "F5-CYCLE")
    assert error.severity is Severity.ERROR
    assert places(error) == ["F5!F3", "F5!F4"]
    assert error.read == "设计 ← 印刷；印刷 ← 设计"


def test_a_duration_that_is_not_end_minus_start() -> None:
    c = campaign(schedule=[row("设计", "3.1-3.5", duration=5), row("印刷", "3.5-3.8", duration=3)])
    (error,) = found(c, "F5-DURATION")
    assert error.severity is Severity.ERROR
    assert places(error) == ["F5!E2", "F5!C2", "F5!D2"]
    assert (error.read, error.expected.zh) == ("5天", "4 天")
    assert error.message.en.startswith("“设计” says 5 days; 1–5 Mar is 4 days (end − start).")


def test_a_sheet_whose_durations_all_count_both_days_is_told_once() -> None:
    inclusive = [row("设计", "3.1-3.5", duration=5), row("印刷", "3.5-3.8", duration=4)]
    (once,) = found(campaign(schedule=inclusive), "F5-DURATION")
    assert "多 1 天" in once.message.zh
    assert found(campaign(schedule=[*inclusive, row("开店", "3.9-3.12", duration=3)]), "F5-DURATION")
    assert found(campaign(schedule=inclusive[:1]), "F5-DURATION")  # one alone may as well be a slip


def test_an_end_before_the_start() -> None:
    c = campaign(schedule=[row("设计", "3.5-3.1", duration=4)])
    (error,) = found(c, "F5-DURATION")
    assert places(error) == ["F5!D2", "F5!C2"]


def test_a_task_that_a_later_one_seems_to_need() -> None:
    rows = clean()
    rows[4] = row("开店", "3.9-3.12", "海报印刷/采购", "未开始", milestone="场地现场活动")
    (note,) = found(campaign(config=AS_OF, schedule=rows), "F5-OPEN-END")
    assert note.severity is Severity.NOTE
    assert places(note) == ["F5!A5", "F5!F6"]
    assert (note.read, note.expected.zh) == ("场地对接", "“开店”的前置任务")


def test_a_task_past_its_end_is_not_done() -> None:
    rows = clean()
    rows[3] = row("场地对接", "3.3-3.6", "方案确认", "进行中")
    (warning,) = found(campaign(config=AS_OF, schedule=rows), "F5-STATUS")
    assert warning.severity is Severity.WARNING
    assert places(warning) == ["F5!G5", "F5!D5"]
    assert (warning.read, warning.expected.zh) == ("进行中", "已完成")
    assert "已过 2 天" in warning.message.zh


def test_the_last_day_is_not_yet_late() -> None:
    rows = clean()
    rows[2] = row("海报印刷/采购", "3.5-3.8", "海报设计", "进行中")
    assert found(campaign(config=AS_OF, schedule=rows), "F5-STATUS") == []


def test_a_task_that_should_have_started() -> None:
    rows = clean()
    rows[2] = row("海报印刷/采购", "3.5-3.9", "海报设计", "未开始")
    (warning,) = found(campaign(config=AS_OF, schedule=rows), "F5-STATUS")
    assert places(warning) == ["F5!G4", "F5!C4"]
    assert warning.expected.zh == "进行中"


def test_a_task_that_began_before_its_predecessor_was_done() -> None:
    rows = clean()
    rows[4] = row("开店", "3.8-3.12", "海报印刷", "进行中")
    (warning,) = found(campaign(config=AS_OF, schedule=rows), "F5-STATUS")
    assert places(warning) == ["F5!G6", "F5!F6", "F5!G4"]
    assert "（按建议对应）" in warning.message.zh


def test_without_any_day_only_predecessors_judge_a_status() -> None:
    undated = replace(config(), window=None, preparation=None, as_of=None, board_as_of=None)
    rows = [row("设计", "3.1-3.3", "", "进行中"), row("印刷", "3.3-3.5", "设计", "进行中")]
    (warning,) = found(campaign(config=undated, schedule=rows), "F5-STATUS")
    assert places(warning) == ["F5!G3", "F5!F3", "F5!G2"]


def test_the_reference_case(case: Path) -> None:
    findings = run(load(case), CHECKS)
    said = [(f.code, str(f.cells[0]), f.read, f.expected.zh) for f in findings if f.form == "F5"]
    proposed = {cell: (read, meant) for code, cell, read, meant in said if code == "F5-PREDECESSOR"}
    assert proposed == {
        "F5!F4": ("方案确认", "“方案最终确认”"),
        "F5!F5": ("物料设计", "“物料设计启动”"),
        "F5!F6": ("设计定稿", "“物料设计定稿”"),
        "F5!F7": ("方案确认", "“方案最终确认”"),
        "F5!F8": ("物料设计", "“物料设计启动”"),
        "F5!F9": ("渠道素材", "“线上渠道素材准备”"),
        "F5!F10": ("物料到位", "“物料印刷/采购”"),
    }
    assert {(code, cell, read) for code, cell, read, _ in said if code != "F5-PREDECESSOR"} == {
        ("F5-OPEN-END", "F5!A7", "高校场地对接"),
        ("F5-STATUS", "F5!G6", "进行中"),
        ("F5-STATUS", "F5!G8", "进行中"),
        ("F5-STATUS", "F5!G9", "进行中"),
    }
