"""F5 Schedule: one record per task; predecessors as written."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date, number, text
from campaignlib.words.label import Label
from campaignlib.words.terms import TaskStatus


class ScheduleFrame(FormFrame):
    """task · owner · start · end · duration in days (end − start) · predecessor as written · status · milestone."""

    task: Series[str] = cell("任务名称", "Task", others=("任务",), required=True)
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",))
    start: Series[pa.DateTime] = cell("开始时间", "Start", date.day, others=("开始日期",), required=True)
    end: Series[pa.DateTime] = cell("结束时间", "End", date.day, others=("结束日期",), required=True)
    duration: Series[pd.Int64Dtype] = cell(
        "持续时间", "Duration", number.days, others=("工期", "天数"), optional_column=True, ge=0
    )
    predecessor: Series[str] = cell("前置任务", "Predecessor", others=("紧前任务",))
    status: Series[str] = cell("状态", "Status", text.choice(TaskStatus), isin=[s.value for s in TaskStatus])
    milestone: Series[str] = cell("关键节点说明", "Milestone", others=("里程碑",), optional_column=True)


SCHEDULE = Form("F5", "schedule", Label("营销活动执行甘特图", "Schedule"), ScheduleFrame, key="task")
