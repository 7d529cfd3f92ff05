"""F7 Daily log: one record per day and writer."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date
from campaignlib.words.label import Label


class DailyLogFrame(FormFrame):
    """day · done · plan · problems · needs · owner."""

    day: Series[pa.DateTime] = cell("日期", "Date", date.day, required=True)
    done: Series[str] = cell("今日完成事项", "Done today", others=("完成事项", "今日完成"))
    plan: Series[str] = cell("明日计划", "Plan for tomorrow")
    problems: Series[str] = cell("存在问题", "Problems", others=("问题",))
    needs: Series[str] = cell("需协调资源", "Resources needed", others=("协调资源", "需协调"))
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",))


DAILY_LOG = Form("F7", "daily_log", Label("营销活动进度跟踪表(日报)", "Daily log"), DailyLogFrame, key="day")
