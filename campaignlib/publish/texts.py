"""The few words the pages' frame needs; what a report says comes from its notebook."""

from __future__ import annotations

from campaignlib.words.label import Label

SITE = Label("营销活动报告", "Campaign reports")
SKIP = Label("跳到正文", "Skip to content")
BAR = Label("报告导航", "Reports")
OTHER = Label("English", "中文")
NO_REPORTS = Label("还没有报告。", "No reports yet.")
AS_OF = Label("截至", "As of")
REPORT = Label("报告", "Report")
STATE = Label("状态", "State")
OPEN = Label("打开", "Open")
PROVISIONAL = Label("暂定", "Provisional")
FINAL_ON = Label("{day}定数", "final {day}")
FRESH = Label("最新", "Fresh")
FINDINGS = Label("错误 {error}，警告 {warning}", "{error} errors, {warning} warnings")
FIGURE = Label("图", "Figure")
TABLE = Label("表", "Table")
PAGE = Label("第 {n} 页，共 {total} 页", "Page {n} of {total}")
RAISED = Label("数字右上角的小号见文末“溯源”", "Raised numbers refer to the trace at the end")
CODE = Label("代码", "Code")
OTHER_NOTES = Label("其余 {n} 条，正文没有直接引用", "{n} more, not referred to above")
OPEN_SECTION = Label("展开", "Show")
FOLD_AFTER = Label("预警", "Alerts")
"""The section after which a phone shows the sections closed."""
