"""F1 Goal breakdown: one record per goal; a cell that holds two targets gives two."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date, quantity
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison


class GoalsFrame(FormFrame):
    """dimension · description · metric · target as written, its value and comparison · source · owner · due."""

    dimension: Series[str] = cell(
        "核心目标维度", "Dimension", others=("目标维度", "维度"), required=True, fill_down=True
    )
    description: Series[str] = cell("具体目标描述", "Description", others=("目标描述",), optional_column=True)
    metric: Series[str] = cell(
        "量化指标(示例)", "Metric", others=("量化指标", "指标"), required=True, many=True
    )
    target_text: Series[str] = cell("目标值", "Target", required=True, many=True)
    target: Series[float] = cell("目标值", "Target", quantity.amount, many=True)
    target_is: Series[str] = cell(
        "目标值", "Target", quantity.comparison, many=True, isin=[c.value for c in Comparison]
    )
    source: Series[str] = cell("数据来源", "Data source", others=("来源",))
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",))
    due_text: Series[str] = cell("完成时间节点", "Due", others=("完成时间", "时间节点"))
    due: Series[pa.DateTime] = cell("完成时间节点", "Due", date.due, others=("完成时间", "时间节点"))
    note: Series[str] = cell("备注", "Note", others=("说明",), optional_column=True)


GOALS = Form("F1", "goals", Label("营销活动目标拆解表", "Goal breakdown"), GoalsFrame, key="metric")
