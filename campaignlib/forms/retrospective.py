"""F12 Retrospective: the framework's six parts, and the details beside it."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date, text
from campaignlib.words.label import Label
from campaignlib.words.terms import LessonKind


class OutlineFrame(FormFrame):
    """module · points."""

    module: Series[str] = cell("模块", "Module", required=True)
    points: Series[str] = cell("内容要点", "Points", required=True)


class RetrospectiveFrame(FormFrame):
    """kind (success, problem, action) · content · root cause · owner · due · expected effect · where it goes."""

    kind: Series[str] = cell(
        "类型(成功经验/待改进问题/行动项)",
        "Kind",
        text.choice(LessonKind),
        others=("类型",),
        required=True,
        fill_down=True,
        isin=[k.value for k in LessonKind],
    )
    content: Series[str] = cell("内容", "Content", required=True)
    root_cause: Series[str] = cell("根本原因", "Root cause", others=("根因",), optional_column=True)
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",))
    due: Series[pa.DateTime] = cell("完成时间", "Due", date.day)
    effect: Series[str] = cell("预期效果", "Expected effect", optional_column=True)
    goes_to: Series[str] = cell("沉淀至", "Goes to", optional_column=True)


OUTLINE = Form(
    "F12", "outline", Label("营销活动复盘报告框架", "Retrospective outline"), OutlineFrame, key="module"
)
RETROSPECTIVE = Form(
    "F12", "retrospective", Label("复盘明细", "Retrospective details"), RetrospectiveFrame, key="content"
)
