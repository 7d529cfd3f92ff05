"""F3 Budget: one record per item, money in whole fen; the stated total is kept apart."""

from __future__ import annotations

import pandas as pd
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import money, text
from campaignlib.words.label import Label
from campaignlib.words.terms import CostClass


class BudgetFrame(FormFrame):
    """cost_class · item · planned and actual in fen · note · owner · approver."""

    cost_class: Series[str] = cell(
        "成本类别",
        "Cost class",
        text.choice(CostClass),
        required=True,
        fill_down=True,
        isin=[c.value for c in CostClass],
    )
    item: Series[str] = cell("明细项目", "Item", others=("项目", "明细"), required=True)
    planned: Series[pd.Int64Dtype] = cell(
        "预算金额(元)", "Budget", money.fen, others=("预算金额", "预算", "budget cny"), required=True, ge=0
    )
    actual: Series[pd.Int64Dtype] = cell(
        "实际支出(元)",
        "Actual spend",
        money.fen,
        others=("实际支出", "实际金额", "actual"),
        optional_column=True,
    )
    note: Series[str] = cell("差异说明", "Variance note", others=("备注", "note"), optional_column=True)
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",))
    approver: Series[str] = cell("审批人", "Approver", others=("批准人",))


BUDGET = Form(
    "F3",
    "budget",
    Label("营销活动预算明细表", "Budget"),
    BudgetFrame,
    key="item",
    totals=("planned", "actual"),
)
