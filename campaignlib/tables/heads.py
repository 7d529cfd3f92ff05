"""Column heads and the few other words of tables, in both languages."""

from __future__ import annotations

from campaignlib.words.label import Label, Lang

HEADS: dict[str, Label] = {
    "metric": Label("指标与来源", "Metric and source"),
    "actual": Label("实际", "Actual"),
    "target": Label("目标", "Target"),
    "bar": Label("达成率", "Attainment"),
    "pace": Label("节奏", "Pace"),
    "forecast": Label("期末推算", "Forecast at end"),
    "status": Label("状态与判定", "Status and rule"),
    "goal": Label("目标与来源", "Goal and source"),
    "owner": Label("负责人", "Owner"),
    "item": Label("明细与来源", "Item and source"),
    "planned": Label("预算", "Budget"),
    "spent": Label("实际支出", "Actual spend"),
    "difference": Label("差异", "Variance"),
    "daily": Label("每日数据的支出", "Spend in daily data"),
    "of_total": Label("占明细合计", "Of the items"),
    "alert": Label("指标", "Metric"),
    "ruling": Label("规则与实际", "Rule and actual"),
    "cause": Label("原因", "Cause"),
    "first_action": Label("第一步", "First action"),
    "response": Label("响应", "Response"),
    "basis": Label("成本口径", "Cost basis"),
    "cost": Label("成本", "Cost"),
    "revenue": Label("增量收入", "Incremental revenue"),
    "roi": Label("ROI", "ROI"),
    "iroas": Label("iROAS", "iROAS"),
    "per_lead": Label("每条线索成本", "Cost per lead"),
    "per_qualified": Label("每条合格线索成本", "Cost per qualified lead"),
    "channel": Label("渠道", "Channel"),
    "leads": Label("线索", "Leads"),
    "share": Label("占比", "Share"),
    "spend": Label("支出", "Spend"),
    "action": Label("行动", "Action"),
    "due": Label("截止", "Due"),
    "effect": Label("可衡量的效果", "Measurable effect"),
    "state": Label("状态", "State"),
    "lesson": Label("内容", "What"),
    "root": Label("根因", "Root cause"),
    "goes_to": Label("入库", "Goes to"),
    "level": Label("级别", "Severity"),
    "rule": Label("规则", "Rule"),
    "one": Label("一处", "One place"),
    "another": Label("另一处", "Another"),
    "change": Label("影响", "Changes"),
    "said": Label("说明", "What it says"),
    "risk": Label("风险", "Risk"),
    "trigger": Label("启动条件", "Trigger"),
    "now": Label("现在", "Now"),
    "plan": Label("预案", "Response"),
    "day": Label("日期", "Date"),
    "done": Label("完成", "Done"),
    "problem": Label("问题", "Problems"),
    "need": Label("需协调", "Needed"),
    "what": Label("事项", "Item"),
    "source": Label("来源", "Source"),
    "issue": Label("问题", "Issue"),
    "adjustment": Label("措施", "Adjustment"),
    "solution": Label("方案用时", "Time to solution"),
}


def head(key: str, lang: Lang, second: str = "") -> str:
    """A column head, with a smaller second line."""
    first = HEADS[key].to(lang)
    return f'{first}<br/><span class="second">{second}</span>' if second else first
