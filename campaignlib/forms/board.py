"""F8 KPI board: one record per channel and metric."""

from __future__ import annotations

from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import quantity, text
from campaignlib.words.label import Label
from campaignlib.words.terms import AlertStatus, Comparison


class BoardFrame(FormFrame):
    """channel · metric · today · cumulative · target as written, its value and comparison · attainment (a fraction,
    and as written) · status · cause · owner."""

    channel: Series[str] = cell("渠道", "Channel", required=True, fill_down=True)
    metric: Series[str] = cell("核心指标", "Metric", others=("指标",), required=True)
    today: Series[float] = cell("今日数据", "Today", quantity.single, others=("今日",))
    cumulative: Series[float] = cell(
        "累计数据", "Cumulative", quantity.single, others=("累计",), required=True
    )
    target_text: Series[str] = cell("目标值", "Target", others=("目标",), required=True)
    target: Series[float] = cell("目标值", "Target", quantity.amount, others=("目标",), required=True)
    target_is: Series[str] = cell(
        "目标值", "Target", quantity.comparison, others=("目标",), isin=[c.value for c in Comparison]
    )
    attainment: Series[float] = cell("达成率", "Attainment", quantity.single, others=("完成率",))
    attainment_text: Series[str] = cell("达成率", "Attainment", others=("完成率",))
    status: Series[str] = cell(
        "预警状态", "Status", text.choice(AlertStatus), isin=[s.value for s in AlertStatus]
    )
    cause: Series[str] = cell("异常原因(如有)", "Cause", others=("异常原因", "原因"), optional_column=True)
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",))


BOARD = Form("F8", "board", Label("营销活动数据监控看板", "KPI board"), BoardFrame, key="metric")
