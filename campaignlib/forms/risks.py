"""F6 Risk plan: one record per scenario."""

from __future__ import annotations

from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import text
from campaignlib.words.label import Label
from campaignlib.words.terms import Level


class RiskPlanFrame(FormFrame):
    """scenario · likelihood · impact · response · owner · trigger."""

    scenario: Series[str] = cell("风险场景", "Scenario", others=("风险",), required=True)
    likelihood: Series[str] = cell(
        "可能性(高/中/低)",
        "Likelihood",
        text.choice(Level),
        others=("可能性",),
        isin=[v.value for v in Level],
    )
    impact: Series[str] = cell(
        "影响程度(高/中/低)",
        "Impact",
        text.choice(Level),
        others=("影响程度", "影响"),
        isin=[v.value for v in Level],
    )
    response: Series[str] = cell("应对措施", "Response", others=("措施",))
    owner: Series[str] = cell("责任人", "Owner", others=("负责人",))
    trigger: Series[str] = cell("启动条件", "Trigger", others=("触发条件",))


RISK_PLAN = Form("F6", "risk_plan", Label("营销活动风险预案表", "Risk plan"), RiskPlanFrame, key="scenario")
