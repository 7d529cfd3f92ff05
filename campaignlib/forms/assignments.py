"""F4 Assignments: one record per task."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date, text
from campaignlib.words.label import Label
from campaignlib.words.terms import TaskStatus


class AssignmentsFrame(FormFrame):
    """module · task · description · deliverable · owner · helper · start · end · status."""

    module: Series[str] = cell("任务模块", "Module", others=("模块",), required=True, fill_down=True)
    task: Series[str] = cell("具体任务", "Task", others=("任务",), required=True)
    description: Series[str] = cell("任务描述", "Description", optional_column=True)
    deliverable: Series[str] = cell("交付标准", "Deliverable", optional_column=True)
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",), required=True)
    helper: Series[str] = cell("协助人", "Helper", optional_column=True)
    start: Series[pa.DateTime] = cell("开始时间", "Start", date.day, others=("开始日期",), required=True)
    end: Series[pa.DateTime] = cell("结束时间", "End", date.day, others=("结束日期",), required=True)
    status: Series[str] = cell("状态", "Status", text.choice(TaskStatus), isin=[s.value for s in TaskStatus])


ASSIGNMENTS = Form(
    "F4", "assignments", Label("营销活动执行分工表", "Assignments"), AssignmentsFrame, key="task"
)
