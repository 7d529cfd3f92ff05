from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.support import sheets

BUDGET = [
    ["成本类别", "明细项目", "预算金额(元)", "实际支出(元)", "差异说明", "负责人", "审批人"],
    ["渠道成本", "抖音投放", 900, "-", "-", "张*", "刘*"],
    ["其他成本", "应急备用金", 100, "-", "-", "张*", "刘*"],
]
TOML = 'id = "spring"\nlanguages = ["en", "zh"]\n[dates]\nstart = 2025-03-03\nend = 2025-03-12\n'


def test_json_shape_and_exit_code_of_errors(run: Run, tmp_path: Path) -> None:
    folder = sheets(tmp_path, {"预算": [*BUDGET, ["合计", None, 1200]]}, TOML)
    ran = run("check", folder, "--json")
    said = json.loads(ran.out)
    assert ran.code == 1
    assert said["campaign"] == "spring"
    (total,) = [f for f in said["findings"] if f["code"] == "F3-SUM"]
    assert set(total) == {"code", "severity", "form", "cells", "read", "expected", "message"}
    assert total["cells"][0] == {"file": "forms.xlsx", "sheet": "预算", "ref": "C4"}
    assert "stated total" in total["message"]  # the campaign's first language
    assert said["summary"]["error"] == 1


def test_no_error_is_0_unless_warnings_fail(run: Run, tmp_path: Path) -> None:
    folder = sheets(tmp_path, {"预算": [*BUDGET, ["合计", None, 1000]]}, TOML)
    assert run("check", folder).code == 0
    folder = sheets(
        tmp_path, {"预算": [*BUDGET[:2], ["其他成本", "应急备用金", 10, "-", "-", "张*", "刘*"]]}, TOML
    )
    assert run("check", folder).code == 0
    assert run("check", folder, "--fail-on", "warning").code == 1


def test_text_names_cell_and_says_what_to_do(run: Run, tmp_path: Path) -> None:
    folder = sheets(tmp_path, {"F3 预算": [*BUDGET, ["合计", None, 1200]]}, TOML)
    ran = run("check", folder, "--lang", "zh")
    assert "F3-SUM  F3!C4, F3!C2:C3" in ran.out
    assert "请核对" in ran.out
    assert "错误 1" in ran.err


def test_a_bare_workbook_takes_the_year_given(run: Run, tmp_path: Path) -> None:
    folder = sheets(
        tmp_path,
        {
            "日报": [
                ["日期", "今日完成事项", "明日计划", "存在问题", "需协调资源", "负责人"],
                ["3.4", "推文", "-", "-", "-", "张*"],
            ]
        },
    )
    said = json.loads(run("check", folder / "forms.xlsx", "--json", "--year", "2025").out)
    assert not [f for f in said["findings"] if f["code"] == "READ-DATE"]
    without = json.loads(run("check", folder / "forms.xlsx", "--json").out)
    assert [f for f in without["findings"] if f["severity"] != "note"]


def test_forms_that_were_not_found_share_one_line_but_not_one_finding(run: Run, tmp_path: Path) -> None:
    folder = sheets(tmp_path, {"F3 预算": BUDGET}, TOML)
    told = run("check", folder, "--lang", "en").out
    assert told.count("FORM-MISSING") == 1
    assert "Not found: F1 Goal breakdown, F2 Creative plan, F4" in told
    assert "Daily channel data; checks and figures" in told
    found = json.loads(run("check", folder, "--json").out)["findings"]
    assert len([f for f in found if f["code"] == "FORM-MISSING"]) > 10
