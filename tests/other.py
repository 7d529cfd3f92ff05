"""Another campaign, as another team would file it: across New Year, in Hong Kong dollars, without F9 and F11."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.support import sheets

START, END = date(2025, 12, 22), date(2026, 1, 20)
DAYS = [START + timedelta(days=n) for n in range((END - START).days + 1)]

TOML = """
id = "new-year-2026"
lead = "陈*"
currency = "HKD"
time_zone = "Asia/Hong_Kong"
languages = ["zh", "en"]
[name]
zh = "新年焕新季"
en = "New Year Refresh"
[dates]
preparation = 2025-12-15
start = 2025-12-22
end = 2026-01-20
[as_of]
report = 2026-01-04
board = 2026-01-04
[roi]
cost_basis = "items"
[[stages]]
id = "warmup"
label = {zh = "预热期", en = "Warm-up"}
aliases = ["预热"]
start = 2025-12-22
end = 2025-12-31
share = 0.2
[[stages]]
id = "burst"
label = {zh = "爆发期", en = "Burst"}
aliases = ["爆发"]
start = 2026-01-01
end = 2026-01-20
share = 0.8
[channels]
douyin = {label = {zh = "抖音", en = "Douyin"}, aliases = ["抖音信息流"]}
red = {label = {zh = "小红书", en = "RED"}, aliases = ["小红书达人"]}
mail = {label = {zh = "邮件", en = "E-mail"}, aliases = ["邮件群发"]}
store = {label = {zh = "门店", en = "Stores"}, aliases = ["门店陈列"]}
partner = {label = {zh = "异业合作", en = "Partners"}, aliases = ["咖啡店联名"]}
all = {label = {zh = "整体", en = "Overall"}}
[metrics]
leads = {label = {zh = "线索", en = "Leads"}, unit = {zh = "条", en = "leads"}, aliases = ["线索量"]}
qualified_leads = {label = {zh = "合格线索", en = "Qualified leads"}, aliases = ["有效线索量"]}
orders = {label = {zh = "订单", en = "Orders"}, aliases = ["订单量"]}
sales = {label = {zh = "销售额", en = "Sales"}, kind = "money", aliases = ["活动销售额"]}
spend = {label = {zh = "花费", en = "Spend"}, kind = "money"}
roi = {label = {zh = "ROI", en = "ROI"}, kind = "ratio"}
[metrics.conversion_rate]
label = {zh = "转化率", en = "Conversion rate"}
kind = "rate"
aliases = ["线索转化率"]
numerator = "orders"
denominator = "qualified_leads"
floor = 0.05
"""

GOALS = [
    ["营销活动目标拆解表"],
    ["核心目标维度", "具体目标描述", "量化指标", "目标值", "数据来源", "负责人", "完成时间节点", "备注"],
    ["线索获取", "新年拉新", "线索量", "900+", "CRM", "陈*", "活动结束后2个工作日", "-"],
    [
        "销售转化",
        "新年成交",
        "线索转化率、活动销售额",
        "转化率≥8%，销售额30万元",
        "订单系统",
        "林*",
        "活动结束后5个工作日",
        "-",
    ],
]
CREATIVE = [
    ["模块", "设计要点", "具体内容", "备选方案", "负责人", "完成时间"],
    ["活动主题", "辞旧迎新", "新年焕新季", "-", "陈*", "12月15日"],
    ["内容规划", "两期", "预热期(12.22-12.31)：倒数；爆发期(1.1-1.20)：开门红", "-", "林*", "12月18日"],
]
BUDGET = [
    ["成本类别", "明细项目", "预算金额(元)", "实际支出(元)", "差异说明", "负责人", "审批人"],
    ["渠道成本", "抖音信息流", 20000, 21000, "补量", "陈*", "何*"],
    [None, "小红书达人(4人×2000元/人)", 8000, 8000, "-", "林*", "何*"],
    [None, "咖啡店联名", 6000, 5500, "-", "林*", "何*"],
    ["物料成本", "门店陈列", 2000, 1900, "-", "何*", "陈*"],
    ["其他成本", "应急备用金", 4000, 1000, "-", "陈*", "何*"],
    ["合计", None, 40000, 37400, None, None, None],
]
ASSIGNMENTS = [
    ["任务模块", "具体任务", "任务描述", "交付标准", "负责人", "协助人", "开始时间", "结束时间", "状态"],
    ["统筹", "整体进度", "每日进度", "日报", "陈*", "-", "12.22", "1.20", "进行中"],
]
SCHEDULE = [
    ["任务名称", "负责人", "开始时间", "结束时间", "持续时间", "前置任务", "状态", "关键节点说明"],
    ["方案定稿", "陈*", "12.15", "12.18", "3天", "-", "已完成", "总经理批准"],
    ["素材制作", "林*", "12.18", "12.22", "4天", "方案定稿", "已完成", "素材齐"],
    ["预热投放", "陈*", "12.22", "12.31", "9天", "素材制作", "已完成", "投放上线"],
    ["开门红活动", "何*", "1.1", "1.20", "19天", "预热投放", "进行中", "门店活动"],
]
RISKS = [
    ["风险场景", "可能性(高/中/低)", "影响程度(高/中/低)", "应对措施", "责任人", "启动条件"],
    ["线索不足", "中", "高", "追加2000元抖音投放", "陈*", "预热期首日线索量<5"],
]
LOG = [
    ["日期", "今日完成事项", "明日计划", "存在问题", "需协调资源", "负责人"],
    ["1.3", "线索量达250+", "门店陈列", "-", "-", "林*"],
    ["1.4", "线索量达270+", "复盘半程", "缺货两天", "补货", "陈*"],
]
BOARD = [
    ["渠道", "核心指标", "今日数据", "累计数据", "目标值", "达成率", "预警状态", "异常原因(如有)", "负责人"],
    ["抖音", "线索量", 8, 105, 600, "17.5%", "预警", "素材老化", "陈*"],
    ["小红书", "线索量", 12, 168, 300, "56%", "正常", "-", "林*"],
    ["整体", "线索转化率", "10%", "10%", "≥8%", "125%", "正常", "-", "林*"],
]
EVALUATION = [
    ["评估维度", "核心指标", "目标值", "实际值", "达成率", "分析说明", "负责人"],
    ["线索获取", "线索量", "900+", 645, "71.7%", "抖音不足", "陈*"],
    ["销售转化", "线索转化率", "≥8%", "10%", "125%", "-", "林*"],
    ["销售转化", "活动销售额", "30万元", "22.695万元", "75.7%", "-", "林*"],
    ["整体效果", "ROI", "≥200%", "467%", "233.5%", "增量销售额22.695万元", "何*"],
]
DETAILS = [
    ["类型", "内容", "根本原因", "负责人", "完成时间", "预期效果", "沉淀至"],
    ["待改进问题", "抖音线索不足", "素材未换", "陈*", "-", "-", "指标"],
    ["行动项", "每周换素材", "-", "陈*", "2月10日", "线索+20%", "检查表"],
]


def daily() -> str:
    """Per day: Douyin 7 or 8 leads in turn, RED 12, mail and partner 1; 10 qualified and one order."""
    lines = ["date,channel,metric,value"]
    for n, day in enumerate(DAYS):
        for channel, leads in (
            ("抖音", 7 if n % 2 == 0 else 8),
            ("小红书", 12),
            ("邮件群发", 1),
            ("咖啡店联名", 1),
        ):
            lines.append(f"{day},{channel},线索,{leads}")
        qualified = 10
        lines += [f"{day},小红书,合格线索,{qualified}", f"{day},小红书,订单,1", f"{day},小红书,销售额,7565"]
        lines.append(f"{day},抖音,花费,650.25")
    return "\n".join(lines) + "\n"


def other_campaign(folder: Path, **changed: list[list[Any]]) -> Path:
    """Writes the campaign below `folder`; sheets can be replaced by name (F9 and F11 are missing)."""
    tables: dict[str, list[list[Any]]] = {
        "目标": GOALS,
        "创意": CREATIVE,
        "预算": BUDGET,
        "分工": ASSIGNMENTS,
        "排期": SCHEDULE,
        "风险": RISKS,
        "日报": LOG,
        "看板": BOARD,
        "评估": EVALUATION,
        "复盘": DETAILS,
    }
    made = sheets(folder, tables | changed, TOML)
    (made / "daily.csv").write_text(daily(), encoding="utf-8")
    return made
