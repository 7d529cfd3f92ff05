"""Bad and thin input, through the command line: a finding or one clear line and its exit code, never a traceback,
and never a number where there is no data."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from campaignlib.cli.show import FIGURES, FORMS
from campaignlib.loading import folder
from tests.cli.conftest import Ran, Run, run
from tests.support import sheets

__all__ = ["run"]

Sheet = Sequence[Sequence[Any]]

SETTINGS = 'id = "spring"\nlanguages = ["zh", "en"]\n'
WINDOW = "[dates]\npreparation = 2025-03-01\nstart = 2025-03-03\nend = 2025-03-12\n"
LIBRARY = """
[channels.douyin]
label = { zh = "抖音", en = "Douyin" }
aliases = ["抖音投放"]
[metrics.leads]
label = { zh = "线索", en = "Leads" }
aliases = ["线索量"]
[metrics.orders]
label = { zh = "订单", en = "Orders" }
[metrics.conversion_rate]
label = { zh = "转化率", en = "Conversion rate" }
kind = "rate"
numerator = "orders"
denominator = "leads"
"""

GOALS: Sheet = [
    ["核心目标维度", "具体目标描述", "量化指标", "目标值", "数据来源", "负责人", "完成时间节点", "备注"],
    ["线索", "拉新", "线索量", "线索量900+", "CRM", "张*", "活动结束后2个工作日", "-"],
    ["转化", "成交", "转化率", "转化率≥8%", "订单系统", "李*", "活动结束后2个工作日", "-"],
]
BUDGET: Sheet = [
    ["成本类别", "明细项目", "预算金额(元)", "实际支出(元)", "差异说明", "负责人", "审批人"],
    ["渠道成本", "抖音投放", 9000, "-", "-", "张*", "刘*"],
    ["其他成本", "应急备用金", 1000, "-", "-", "张*", "刘*"],
]
SCHEDULE: Sheet = [
    ["任务名称", "负责人", "开始时间", "结束时间", "持续时间", "前置任务", "状态", "关键节点说明"],
    ["方案确认", "张*", "2025-03-01", "2025-03-02", "1天", "-", "已完成", "-"],
    ["投放", "李*", "2025-03-03", "2025-03-12", "9天", "方案确认", "进行中", "-"],
]
BOARD: Sheet = [
    ["渠道", "核心指标", "今日数据", "累计数据", "目标值", "达成率", "预警状态", "异常原因", "负责人"],
    ["抖音", "线索量", "-", "-", "900", "-", "-", "-", "张*"],
]
FORM_SHEETS: dict[str, Sheet] = {"F1": GOALS, "F3": BUDGET, "F5": SCHEDULE, "F8": BOARD}

# Folders of campaigns that hold something readable, but little.
THIN: dict[str, tuple[dict[str, Sheet], str | None]] = {
    "without daily data": (FORM_SHEETS, SETTINGS + WINDOW + LIBRARY),
    "without a window": (FORM_SHEETS, SETTINGS + LIBRARY),
    "without metrics and channels": (FORM_SHEETS, SETTINGS + WINDOW),
    "without settings": (FORM_SHEETS, None),
    "only a budget": ({"预算": BUDGET}, None),
    "only headings": ({"F1": GOALS[:1], "F3": BUDGET[:1], "F8": BOARD[:1]}, SETTINGS + WINDOW + LIBRARY),
}
AS_OF = "2025-03-08"


def thin(tmp_path: Path, which: str) -> Path:
    tables, toml = THIN[which]
    return sheets(tmp_path, tables, toml)


def one_line(ran: Ran, code: int) -> str:
    """The exit code, nothing on stdout, one line on stderr: that line."""
    assert (ran.code, ran.out) == (code, ""), ran
    (line,) = ran.err.strip().splitlines()
    return line


def no_number_out_of_nothing(text: str) -> None:
    assert "Traceback" not in text
    assert not re.search(r"(?<![A-Za-z])(nan|NaN|NaT|inf|None)(?![A-Za-z])|<NA>", text), text
    assert not re.search(r"(?<![\d.])0(\.0+)? ?%", text), text


# What stops a call


def test_no_such_folder(run: Run, tmp_path: Path) -> None:
    for verb in (["check"], ["show", "roi"], ["report", "weekly"]):
        ran = run(*verb, tmp_path / "nowhere")
        assert (ran.code, ran.out) == (2, "")
        assert "does not exist" in ran.err


def test_a_folder_without_a_workbook(run: Run, tmp_path: Path) -> None:
    assert "no workbook" in one_line(run("check", tmp_path), 3)


def test_an_empty_workbook(run: Run, tmp_path: Path) -> None:
    campaign = sheets(tmp_path, {"Sheet1": []}, SETTINGS + WINDOW)
    for words in (["check"], ["show", "budget"], ["report", "weekly", "--out", tmp_path / "site"]):
        assert "forms.xlsx" in one_line(run(*words, campaign), 3)
    assert not (tmp_path / "site").exists()


def test_a_text_file_named_as_a_workbook(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.xlsx").write_text("预算 9000\n", encoding="utf-8")
    assert "notes.xlsx" in one_line(run("check", tmp_path), 3)
    assert "notes.xlsx" in one_line(run("check", tmp_path / "notes.xlsx"), 3)


def test_beside_a_good_workbook_it_costs_only_itself(run: Run, tmp_path: Path) -> None:
    campaign = sheets(tmp_path, FORM_SHEETS, SETTINGS + WINDOW + LIBRARY)
    (campaign / "notes.xlsx").write_text("预算 9000\n", encoding="utf-8")
    ran = run("check", campaign, "--json")
    (unread,) = [f for f in json.loads(ran.out)["findings"] if f["code"] == "READ-FILE"]
    assert (ran.code, unread["cells"][0]["file"]) == (1, "notes.xlsx")
    assert run("show", "budget", campaign).code == 0


@pytest.mark.parametrize(
    ("toml", "names"),
    [
        ('id = "spring\n', "line 1"),
        ('idd = "spring"\n', "idd"),
        ("[dates]\nstart = 2025-03-03\nende = 2025-03-12\n", "end"),
        ('[dates]\nstart = "3月3日"\nend = 2025-03-12\n', "dates.start"),
        ("[dates]\nstart = 2025-03-12\nend = 2025-03-03\n", "dates.start"),
        ("[dates]\nstart = 2025-02-30\nend = 2025-03-03\n", "line 2"),
        ('[metrics.leads]\nkind = "counts"\n', "metrics.leads.kind"),
        ('[roi]\ncost_basis = "planned"\n', "roi.cost_basis"),
        ('[thresholds]\ntolerance = "20%"\n', "thresholds.tolerance"),
        ('languages = ["zh", "fr"]\n', "languages"),
        ('[files]\nforms = ["../other.xlsx"]\n', "other.xlsx"),
    ],
)
def test_a_typo_in_the_settings(run: Run, tmp_path: Path, toml: str, names: str) -> None:
    campaign = sheets(tmp_path, FORM_SHEETS, toml)
    for words in (["check"], ["show", "budget"], ["report", "weekly", "--out", tmp_path / "site"]):
        line = one_line(run(*words, campaign), 2)
        assert line.startswith("campaignlib: campaign.toml")
        assert names in line


def test_a_day_before_preparation_starts(run: Run, tmp_path: Path) -> None:
    campaign = thin(tmp_path, "without daily data")
    for words in (["show", "pace"], ["report", "weekly", "--out", tmp_path / "site"]):
        assert "2025-03-01" in one_line(run(*words, campaign, "--as-of", "2025-02-28"), 2)
    assert run("show", "pace", campaign, "--as-of", "2025-03-01").code == 0
    assert run("show", "pace", campaign, "--as-of", "2026-03-01").code == 0


def test_no_day_at_all(run: Run, tmp_path: Path) -> None:
    campaign = thin(tmp_path, "only a budget")
    line = one_line(run("show", "variance", campaign), 2)
    assert "--as-of" in line
    assert "campaign.toml" in line
    assert run("show", "budget", campaign).code == 0
    assert run("check", campaign).code == 0


# What costs a cell, a column or a form


def findings(ran: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ran.out)["findings"]
    return found


def at(found: list[dict[str, Any]], ref: str) -> list[str]:
    return [f["code"] for f in found for cell in f["cells"][:1] if cell["ref"].split(":")[0] == ref]


def test_a_missing_sheet_is_noted_and_nothing_else(run: Run, tmp_path: Path) -> None:
    ran = run("check", thin(tmp_path, "without daily data"), "--json")
    missing = {f["form"] for f in findings(ran) if f["code"] == "FORM-MISSING"}
    assert {"F2", "F4", "F6", "F10", "daily"} <= missing
    assert not missing & {"F1", "F3", "F5", "F8"}


def test_an_unknown_heading_is_asked_about(run: Run, tmp_path: Path) -> None:
    head = [*BUDGET[0][:3], "实际花销(元)", *BUDGET[0][4:]]
    campaign = sheets(tmp_path, {"F3": [head, *BUDGET[1:]]}, SETTINGS + WINDOW)
    ran = run("check", campaign, "--json")
    assert at(findings(ran), "D1"), ran.out
    assert ran.code == 0
    assert json.loads(run("show", "budget", campaign, "--json").out)["rows"][0]["planned"] == 9000


def test_a_wrong_date_costs_its_cell(run: Run, tmp_path: Path) -> None:
    task = ["上线", "李*", "2025-02-30", date(2025, 3, 9), "3天", "投放", "进行中", "-"]
    campaign = sheets(tmp_path, {"F5": [*SCHEDULE, task]}, SETTINGS + WINDOW)
    ran = run("check", campaign, "--json")
    (wrong,) = [f for f in findings(ran) if f["cells"] and f["cells"][0]["ref"] == "C4"]
    assert (ran.code, wrong["severity"], wrong["read"]) == (1, "error", "2025-02-30")
    rows = json.loads(run("show", "schedule", campaign, "--json").out)["rows"]
    assert [row["start"] for row in rows] == ["2025-03-01", "2025-03-03", None]
    assert rows[2]["end"] == "2025-03-09"


def test_text_where_a_number_belongs_costs_its_cell(run: Run, tmp_path: Path) -> None:
    campaign = sheets(
        tmp_path,
        {
            "F3": [*BUDGET, ["物料成本", "礼品", "待定", "-", "-", "张*", "刘*"]],
            "F8": [*BOARD, ["抖音", "转化率", "11%", "约一成", "≥15%", "-", "正常", "-", "李*"]],
        },
        SETTINGS + WINDOW + LIBRARY,
    )
    ran = run("check", campaign, "--json")
    errors = {f["cells"][0]["ref"]: f["read"] for f in findings(ran) if f["severity"] == "error"}
    assert (ran.code, errors["C4"], errors["D3"]) == (1, "待定", "约一成")
    assert json.loads(run("show", "budget", campaign, "--json").out)["rows"][2]["planned"] is None
    no_number_out_of_nothing(run("show", "attainment", campaign, "--as-of", AS_OF).out)


# Campaigns that hold little


@pytest.mark.parametrize("which", THIN)
def test_thin_campaigns_are_checked(run: Run, tmp_path: Path, which: str) -> None:
    campaign = thin(tmp_path, which)
    for lang in ("zh", "en"):
        ran = run("check", campaign, "--lang", lang)
        no_number_out_of_nothing(ran.out + ran.err)
    ran = run("check", campaign, "--json")
    assert findings(ran)
    assert ran.code == int(any(f["severity"] == "error" for f in findings(ran)))


@pytest.mark.parametrize("which", THIN)
def test_thin_campaigns_show_everything_without_inventing_numbers(
    run: Run, tmp_path: Path, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = folder.load(thin(tmp_path, which))
    monkeypatch.setattr(folder, "load", lambda path: loaded)
    for name in (*FORMS, *FIGURES):
        for words in ([], ["--lang", "en"], ["--csv"]):
            ran = run("show", name, tmp_path, "--as-of", AS_OF, *words)
            assert ran.code == 0, (name, ran.err)
            no_number_out_of_nothing(ran.out)
            if words == ["--csv"]:
                list(csv.DictReader(io.StringIO(ran.out)))
        rows = json.loads(run("show", name, tmp_path, "--as-of", AS_OF, "--json").out)["rows"]
        if name in FIGURES:
            assert all((row["value"] is None) == bool(row["undefined"]) for row in rows)


@pytest.mark.parametrize(
    ("which", "kind", "lang"),
    [
        ("only a budget", "weekly", "zh"),
        ("only a budget", "retrospective", "en"),
        ("without a window", "weekly", "en"),
    ],
)
def test_thin_campaigns_have_a_report_that_says_so(
    run: Run, tmp_path: Path, which: str, kind: str, lang: str
) -> None:
    campaign, site = thin(tmp_path, which), tmp_path / "site"
    words = ["report", kind, campaign, "--engine", "embedded", "--to", "html", "--out", site]
    ran = run(*words, "--as-of", AS_OF, "--lang", lang)
    assert ran.code == 0, ran.err
    page = Path(ran.out.strip()).read_text(encoding="utf-8")
    told = re.sub(r"<[^>]+>", " ", re.sub(r"<(style|script|svg)\b.*?</\1>", "", page, flags=re.DOTALL))
    no_number_out_of_nothing(told)
    assert "@fig" not in told
    assert "F3" in told


def test_a_report_without_any_day_is_refused_before_it_runs(run: Run, tmp_path: Path) -> None:
    campaign, site = thin(tmp_path, "only a budget"), tmp_path / "site"
    assert "--as-of" in one_line(run("report", "weekly", campaign, "--out", site), 2)
    assert not site.exists()
