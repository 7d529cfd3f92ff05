"""F9 Issue loop: one record per issue or alert handled."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date, money, text
from campaignlib.words.label import Label
from campaignlib.words.terms import IssueSize, IssueStatus


class IssuesFrame(FormFrame):
    """number · problem · size · reported · reporter · cause · decider · decided · adjustment · linked to · draw on the
    contingency in fen · finished · status."""

    number: Series[str] = cell("编号", "No.")
    problem: Series[str] = cell("问题", "Problem", others=("问题描述",), required=True)
    size: Series[str] = cell(
        "级别(小/大)", "Size", text.choice(IssueSize), others=("级别",), isin=[s.value for s in IssueSize]
    )
    reported: Series[pa.DateTime] = cell("上报时间", "Reported", date.moment)
    reporter: Series[str] = cell("上报人", "Reporter", optional_column=True)
    cause: Series[str] = cell("原因分析", "Cause", others=("原因",))
    decider: Series[str] = cell("决策人", "Decided by")
    decided: Series[pa.DateTime] = cell("决策时间", "Decided", date.moment)
    adjustment: Series[str] = cell("调整措施", "Adjustment", others=("措施",))
    linked: Series[str] = cell(
        "关联(预警/风险/任务/渠道)", "Linked to", others=("关联",), optional_column=True
    )
    draw: Series[pd.Int64Dtype] = cell(
        "动用备用金(元)", "Draw on contingency", money.fen, others=("动用备用金",), optional_column=True, ge=0
    )
    finished: Series[pa.DateTime] = cell("完成时间", "Finished", date.moment, optional_column=True)
    status: Series[str] = cell(
        "状态", "Status", text.choice(IssueStatus), isin=[s.value for s in IssueStatus]
    )


ISSUES = Form("F9", "issues", Label("问题响应记录", "Issue loop"), IssuesFrame, key="problem")
