"""A campaign whose every text is an attack: what anyone may type into a shared workbook or campaign.toml."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from tests import other
from tests.support import sheets

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "**bold**",
    "{{< env HOME >}}",
    "$x^2$",
    "#set page(fill: red)",
    "</script>",
    "|a|b|",
    "张*李*",
)
WORKBOOK = "forms<img src=x onerror=alert(1)> {{< env HOME >}} **b** $x^2$.xlsx"
"""Windows would refuse some of these signs in a file's name; a folder from elsewhere holds them all the same."""

LABELLED = {
    "campaign": '新年<script>alert(1)</script>"><img src=x onerror=alert(1)>{{< env HOME >}}**bold**',
    "lead": "张*李*</script>|a|b|",
    "stage": "预热期<script>alert(1)</script>",
    "channel": "抖音[x](javascript:alert(1))**bold**",
    "metric": "线索{{< env HOME >}}$x^2$",
    "unit": "条|a|b|",
}

ISSUES = [
    ["编号", "问题", "级别(小/大)", "上报时间", "上报人", "原因分析", "决策人", "决策时间", "调整措施"],
    ["1", "直播没人", "大", "2026-01-02 10:00", "林*", "撞课", "陈*", "2026-01-02 11:30", "改到晚上"],
    ["2", "缺货", "小", "2026-01-03 10:00", "林*", "备货少", "陈*", "2026-01-03 10:20", "调货"],
]
ANSWERS = [["编号", "日期", "渠道", "满意度(分)", "参与意愿", "意见"]] + [
    [str(n), "1.5", "抖音", 80 + n % 20, "是", "不错"] for n in range(1, 21)
]
OUTLINE = [["模块", "内容要点"], ["活动概述", "主题：新年"], ["目标达成情况", "线索未达成"]]

TEXTS: Mapping[str, Sequence[str]] = {
    "目标": ("具体目标描述", "数据来源", "负责人", "备注"),
    "创意": ("模块", "设计要点", "备选方案", "负责人"),
    "预算": ("明细项目", "差异说明", "负责人", "审批人"),
    "分工": ("任务模块", "具体任务", "任务描述", "交付标准", "负责人", "协助人"),
    "排期": ("任务名称", "负责人", "关键节点说明"),
    "风险": ("风险场景", "应对措施", "责任人", "启动条件"),
    "日报": ("今日完成事项", "明日计划", "存在问题", "需协调资源", "负责人"),
    "看板": ("异常原因(如有)", "负责人"),
    "问题": ("编号", "问题", "上报人", "原因分析", "决策人", "调整措施"),
    "评估": ("分析说明", "负责人"),
    "反馈": ("编号", "意见"),
    "提纲": ("内容要点",),
    "复盘": ("内容", "根本原因", "负责人", "预期效果", "沉淀至"),
}
"""The free texts of every form; numbers, dates and choices with a payload would only be unreadable cells."""


def hostile_campaign(folder: Path) -> Path:
    """The campaign of tests/other.py with a payload in every free text, sheet name, file name and label."""
    payloads = cycle(PAYLOADS)
    tables = {
        _sheet_name(name, PAYLOADS[n % len(PAYLOADS)]): _with_payloads(rows, TEXTS[name], payloads)
        for n, (name, rows) in enumerate(_plain().items())
    }
    made = sheets(folder, tables, _toml(), name=WORKBOOK)
    (made / "daily.csv").write_text(other.daily(), encoding="utf-8")
    return made


def written() -> dict[str, list[str]]:
    """Every text with a payload, by sheet, as it stands in the workbook."""
    payloads, found = cycle(PAYLOADS), dict[str, list[str]]()
    for name, rows in _plain().items():
        found[name] = [
            cell
            for row in _with_payloads(rows, TEXTS[name], payloads)
            for cell in row
            if isinstance(cell, str) and any(p in cell for p in PAYLOADS)
        ]
    return found


def _plain() -> dict[str, list[list[Any]]]:
    return {
        "目标": other.GOALS,
        "创意": other.CREATIVE,
        "预算": other.BUDGET,
        "分工": other.ASSIGNMENTS,
        "排期": other.SCHEDULE,
        "风险": other.RISKS,
        "日报": other.LOG,
        "看板": [*other.BOARD, ["抖音", "线索**bold**{.bad}", 1, 2, 3, "66.7%", "正常", "-", "林*"]],
        "问题": ISSUES,
        "评估": other.EVALUATION,
        "反馈": ANSWERS,
        "提纲": OUTLINE,
        "复盘": other.DETAILS,
    }


def _with_payloads(rows: Sequence[Sequence[Any]], fields: Sequence[str], payloads: Any) -> list[list[Any]]:
    head = next(i for i, row in enumerate(rows) if set(fields) <= {str(v) for v in row})
    columns = [rows[head].index(field) for field in fields]
    out = [list(row) for row in rows]
    for row in out[head + 1 :]:
        for column in columns:
            text = row[column] if column < len(row) else None
            if isinstance(text, str) and text != "合计":
                row[column] = f"{'' if text == '-' else text}{next(payloads)}"
    return out


def _sheet_name(name: str, payload: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", "", f"{name}{payload}")[:31].strip("'")


def _toml() -> str:
    """The settings of tests/other.py whose labels carry payloads; the plain names become aliases."""
    text = other.TOML
    changes = {
        'lead = "陈*"': f"lead = {_quoted(LABELLED['lead'])}",
        'zh = "新年焕新季"\nen = "New Year Refresh"': (
            f"zh = {_quoted(LABELLED['campaign'])}\nen = {_quoted('New Year' + LABELLED['campaign'])}"
        ),
        'label = {zh = "预热期", en = "Warm-up"}\naliases = ["预热"]': (
            f'label = {{zh = {_quoted(LABELLED["stage"])}, en = "Warm-up"}}\naliases = ["预热期", "预热"]'
        ),
        'label = {zh = "抖音", en = "Douyin"}, aliases = ["抖音信息流"]': (
            f'label = {{zh = {_quoted(LABELLED["channel"])}, en = "Douyin"}}, aliases = ["抖音", "抖音信息流"]'
        ),
        'label = {zh = "线索", en = "Leads"}, unit = {zh = "条", en = "leads"}, aliases = ["线索量"]': (
            f'label = {{zh = {_quoted(LABELLED["metric"])}, en = "Leads"}}, '
            f'unit = {{zh = {_quoted(LABELLED["unit"])}, en = "leads"}}, aliases = ["线索", "线索量"]'
        ),
    }
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
