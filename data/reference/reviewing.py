"""F10–F12: effect evaluation, feedback, retrospective."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from reference.sheet import ABOVE, Sheet, Shown, Value

EVALUATION = Sheet(
    name="F10 效果评估",
    title="营销活动效果评估表",
    headings=("评估维度", "核心指标", "目标值", "实际值", "达成率", "分析说明", "负责人"),
    widths=(12, 24, 11, 11, 10, 50, 9),
    rows=(
        (
            "品牌曝光",
            "社交媒体话题阅读量",
            "500万+",
            "620万",
            Shown(1.24, "0%"),
            "抖音话题贡献主要阅读，学生社群转发带来二次传播",
            "张*",
        ),
        (
            "线索获取",
            "有效线索量",
            "1200+",
            1530,
            Shown(1.275, "0.0%"),
            "快闪店扫码留资信息最完整，抖音线索多但需求不明的也多",
            "赵*",
        ),
        (
            "销售转化",
            "线索转化率",
            "≥15%",
            "16.2%",
            "108%",
            "直播改到晚间并增加主播助理后，咨询能当场答复",
            "李*",
        ),
        (
            "整体效果",
            "ROI",
            "≥300%",
            "549%",
            Shown(1.83, "0%"),
            "增量销售额50万元，成本7.7万元；成本控制良好",
            "刘*",
        ),
        (
            "用户反馈",
            "活动满意度(抽样100人)",
            "≥85分",
            "92分",
            "108%",
            "现场体验和工作人员讲解评价高，意见集中在礼品种类和排队",
            "王*",
        ),
    ),
    notes=("ROI＝(增量销售额－成本)÷成本。满意度见用户反馈表。",),
)

_COMMENTS: dict[str, tuple[str, ...]] = {
    "high": ("体验很有意思", "学姐讲解很耐心", "领礼品方便", "希望开学后再办一次", "扫码很快"),
    "middle": ("礼品可以多几种", "想要充电宝", "直播抽奖中奖名额少了点", "排队有点久"),
    "low": ("排队太久", "咨询没有人回复", "礼品不太实用", "找不到摊位"),
}
_CHANNELS = (("线下快闪店", 48), ("抖音", 34), ("社群", 18))
_SAMPLE, _MEAN, _LOWEST, _HIGHEST = 100, 92, 68, 100


def scores() -> list[int]:
    """100 scores of 68 to 100 whose mean is exactly 92."""
    draw = Random("satisfaction")
    made = [min(max(round(draw.gauss(_MEAN, 6)), _LOWEST), _HIGHEST) for _ in range(_SAMPLE)]
    missing = _SAMPLE * _MEAN - sum(made)
    step = 1 if missing > 0 else -1
    while missing:
        place = draw.randrange(_SAMPLE)
        if _LOWEST < made[place] + step < _HIGHEST:
            made[place] += step
            missing -= step
    return made


def _answers() -> list[tuple[Value, ...]]:
    draw = Random("answers")
    channels = [name for name, count in _CHANNELS for _ in range(count)]
    draw.shuffle(channels)
    rows: list[tuple[Value, ...]] = []
    for number, (score, channel) in enumerate(zip(scores(), channels, strict=True), start=1):
        band = "high" if score >= 92 else "middle" if score >= 84 else "low"
        likely = {"high": 0.95, "middle": 0.8, "low": 0.3}[band]
        willing = "愿意" if draw.random() < likely else draw.choice(("不确定", "不愿意"))
        comment = draw.choice(_COMMENTS[band]) if draw.random() < 0.4 else "-"
        day = date(2024, 8, 6) + timedelta(days=(number - 1) * 7 // _SAMPLE)
        rows.append((number, Shown(day, "yyyy/m/d"), channel, score, willing, comment))
    return rows


FEEDBACK = Sheet(
    name="F11 用户反馈",
    title="用户反馈表",
    subtitle="抽样100人，快闪店现场与线上问卷；满意度满分100分",
    headings=("编号", "日期", "渠道", "满意度(分)", "参与意愿", "意见"),
    widths=(8, 12, 14, 12, 12, 34),
    rows=_answers(),
)

OUTLINE = Sheet(
    name="F12 复盘框架",
    title="营销活动复盘报告框架",
    subtitle="参加人：执行团队、销售、客服",
    headings=("模块", "内容要点"),
    widths=(18, 96),
    rows=(
        (
            "活动概述",
            "主题：开学季·青春焕新计划。时间：2024.7.20-8.10。目标：品牌曝光、线索获取、销售转化。"
            "策略：高校快闪店让新生体验并留资，抖音和学生社群扩大声量，再由销售跟进首单。",
        ),
        ("目标达成情况", "对照目标拆解表和效果评估表逐项说明目标与实际，附ROI算法和用户反馈。"),
        ("成功经验提炼", "扫码领礼品配合现场试用；晚间直播时段；两条都写明可以用在哪里。"),
        ("问题与不足", "直播时段与上课冲突；社群管理员转发任务不清楚。各写到根本原因。"),
        ("改进行动项", "更新高校地推手册，建立校园达人名单，定下社群管理员激励办法；写明负责人和完成时间。"),
        ("经验沉淀", "可复用的做法写入知识库，改过的表格存为模板，下次活动从这里开始。"),
    ),
)


def _due(day: int) -> Shown:
    return Shown(date(2024, 8, day), "yyyy-mm-dd")


DETAILS = Sheet(
    name="F12 复盘明细",
    title="复盘明细",
    headings=(
        "类型(成功经验/待改进问题/行动项)",
        "内容",
        "根本原因",
        "负责人",
        "完成时间",
        "预期效果",
        "沉淀至",
    ),
    widths=(16, 44, 34, 9, 13, 36, 18),
    rows=(
        (
            "成功经验",
            "扫码领礼品加产品试用，收集线索的效率比发传单提升3倍",
            "学生先试用再留资，扫码当场能领到礼品",
            "王*",
            "-",
            "-",
            "知识库：经验",
        ),
        (
            ABOVE,
            "直播放在20:00-22:00，校园达人连麦讲产品",
            "避开上课时间，达人在本校有熟人关系",
            "李*",
            "-",
            "-",
            "知识库：经验",
        ),
        (
            "待改进问题",
            "首场抖音直播观看2000人，计划5000人",
            "定直播时间前没有核对各校课表，引流短视频只备了一条",
            "李*",
            "-",
            "-",
            "知识库：清单",
        ),
        (
            ABOVE,
            "部分社群管理员转发不积极",
            "转发任务不清楚，也没有说明激励",
            "李*",
            "-",
            "-",
            "知识库：清单",
        ),
        (
            "行动项",
            "更新高校地推手册，补上摊位物料清单和雨天安排",
            "-",
            "周*",
            _due(15),
            "新学校按手册准备，现场缺物料的问题为0",
            "知识库：模板",
        ),
        (
            ABOVE,
            "建立校园达人名单",
            "-",
            "张*",
            _due(20),
            "名单覆盖5所高校，每校不少于3人",
            "知识库：清单",
        ),
        (
            ABOVE,
            "社群管理员激励：写明转发任务，带动满50人转发送礼品1份",
            "-",
            "李*",
            "-",
            "下次活动每个社群都有转发记录",
            "知识库：模板",
        ),
    ),
)

REVIEWING = (EVALUATION, FEEDBACK, OUTLINE, DETAILS)
