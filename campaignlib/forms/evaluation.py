"""F10 Effect evaluation: one record per result."""

from __future__ import annotations

from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import quantity
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison


class EvaluationFrame(FormFrame):
    """dimension · metric · target as written, its value and comparison · actual (and as written) · attainment (a fraction, and as
    written) · analysis · owner."""

    dimension: Series[str] = cell("评估维度", "Dimension", others=("维度",), required=True, fill_down=True)
    metric: Series[str] = cell("核心指标", "Metric", others=("指标",), required=True)
    target_text: Series[str] = cell("目标值", "Target", others=("目标",), required=True)
    target: Series[float] = cell("目标值", "Target", quantity.amount, others=("目标",), required=True)
    target_is: Series[str] = cell(
        "目标值", "Target", quantity.comparison, others=("目标",), isin=[c.value for c in Comparison]
    )
    actual: Series[float] = cell("实际值", "Actual", quantity.single, others=("实际",), required=True)
    actual_text: Series[str] = cell("实际值", "Actual", others=("实际",))
    attainment: Series[float] = cell("达成率", "Attainment", quantity.single, others=("完成率",))
    attainment_text: Series[str] = cell("达成率", "Attainment", others=("完成率",))
    analysis: Series[str] = cell("分析说明", "Analysis", others=("说明", "备注"), optional_column=True)
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",))


EVALUATION = Form(
    "F10", "evaluation", Label("营销活动效果评估表", "Effect evaluation"), EvaluationFrame, key="metric"
)
