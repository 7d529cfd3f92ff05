"""Closed vocabularies: each term with its label and the spellings people use for it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from campaignlib.errors import Unreadable
from campaignlib.words.label import LANGS, Label


class Term(StrEnum):
    """A closed vocabulary. Members are declared as (code, zh, en, other spellings …)."""

    label: Label
    spellings: frozenset[str]

    def __new__(cls, code: str, zh: str = "", en: str = "", *others: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = Label(zh, en)
        member.spellings = frozenset(s.casefold() for s in (code, zh, en, *others))
        return member

    @classmethod
    def read(cls, text: str) -> Self:
        """The term a text spells; raises Unreadable with the spellings that would be taken.

        >>> TaskStatus.read(" 进行中 ")
        <TaskStatus.IN_PROGRESS: 'in_progress'>
        """
        wanted = text.strip().casefold()
        for member in cls:
            if wanted in member.spellings:
                return member
        expected = tuple("/".join(member.label.to(lang) for member in cls) for lang in LANGS)
        raise Unreadable(text, f"one of {expected[1]}", expected[0])


class Comparison(Term):
    """How an actual value is held against its target."""

    AT_LEAST = ("at_least", "≥", "at least", ">=", "以上", "不低于")
    AT_MOST = ("at_most", "≤", "at most", "<=", "以下", "不超过")
    EXACTLY = ("exactly", "=", "exactly")
    RANGE = ("range", "区间", "range")


class CostClass(Term):
    PEOPLE = ("people", "人力成本", "People", "人力", "人工", "人工成本")
    MATERIAL = ("material", "物料成本", "Material", "物料", "制作成本")
    CHANNEL = ("channel", "渠道成本", "Channels", "渠道", "媒体成本", "投放成本", "channel cost")
    OTHER = ("other", "其他成本", "Other", "其他", "其它", "其它成本")


class TaskStatus(Term):
    DONE = ("done", "已完成", "done", "完成", "completed", "结束")
    IN_PROGRESS = ("in_progress", "进行中", "in progress", "执行中", "ongoing")
    NOT_STARTED = ("not_started", "未开始", "not started", "待开始", "未启动", "pending")
    CANCELLED = ("cancelled", "已取消", "cancelled", "取消", "canceled")


class AlertStatus(Term):
    NORMAL = ("normal", "正常", "normal", "ok")
    ALERT = ("alert", "预警", "alert", "告警", "异常", "warning")


class Level(Term):
    """Likelihood or impact of a risk."""

    HIGH = ("high", "高", "high")
    MEDIUM = ("medium", "中", "medium", "mid")
    LOW = ("low", "低", "low")

    @property
    def rank(self) -> int:
        """1 low, 2 medium, 3 high."""
        return {"low": 1, "medium": 2, "high": 3}[self.value]


class IssueSize(Term):
    SMALL = ("small", "小", "small", "小问题")
    LARGE = ("large", "大", "large", "大问题", "重大")


class IssueStatus(Term):
    OPEN = ("open", "处理中", "open", "待处理", "进行中", "未解决")
    CLOSED = ("closed", "已解决", "closed", "已关闭", "完成", "已完成")


class LessonKind(Term):
    SUCCESS = ("success", "成功经验", "What worked", "成功", "经验")
    PROBLEM = ("problem", "待改进问题", "To improve", "问题", "待改进", "不足")
    ACTION = ("action", "行动项", "Action", "改进行动", "改进行动项")


class Standing(Term):
    """Where a figure stands against its target, plan or floor. Glyph and colour belong to the term."""

    AHEAD = ("ahead", "领先", "Ahead")
    ON_PACE = ("on_pace", "按计划", "On pace")
    BEHIND = ("behind", "落后", "Behind")
    BELOW_FLOOR = ("below_floor", "破底线", "Below floor")
    ABOVE_FLOOR = ("above_floor", "高于底线", "Above floor")
    MET = ("met", "达成", "Met")
    MET_NOT_PROVEN = ("met_not_proven", "达成，未证实", "Met, not proven")
    NOT_MET_NOT_EXCLUDED = ("not_met_not_excluded", "未达成，未排除", "Not met, not excluded")
    NOT_MET = ("not_met", "未达成", "Not met")
    NO_DATA = ("no_data", "无数据", "No data")
    NOT_STARTED = ("not_started", "未开始", "Not started")
    UNDEFINED = ("undefined", "不定义", "Undefined")

    @property
    def glyph(self) -> str:
        return _GLYPHS[self.value]

    @property
    def tone(self) -> str:
        """The colour token it is shown in: good, warn, bad, ink2 or ink3."""
        return _TONES.get(self.value, "ink2")


_GLYPHS = {
    "ahead": "▲",
    "on_pace": "●",
    "behind": "▼",
    "below_floor": "◆",
    "above_floor": "●",
    "met": "▲",
    "met_not_proven": "◎",
    "not_met_not_excluded": "▽",
    "not_met": "▼",
    "no_data": "○",
    "not_started": "□",
    "undefined": "—",
}
_TONES = {
    "ahead": "good",
    "met": "good",
    "behind": "warn",
    "not_met": "warn",
    "not_met_not_excluded": "warn",
    "below_floor": "bad",
    "no_data": "ink3",
    "not_started": "ink3",
    "undefined": "ink3",
}
