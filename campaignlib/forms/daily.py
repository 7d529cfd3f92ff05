"""Daily channel data: one record per day, channel and metric."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date, number
from campaignlib.words.label import Label


class DailyFrame(FormFrame):
    """day · channel (its id) · metric (its id) · value, in the metric's unit (money in the currency's unit)."""

    day: Series[pa.DateTime] = cell("date", "Date", date.day, others=("日期",), required=True)
    channel: Series[str] = cell("channel", "Channel", others=("渠道",), required=True)
    metric: Series[str] = cell("metric", "Metric", others=("指标",), required=True)
    value: Series[float] = cell("value", "Value", number.parse, others=("数值", "值"), required=True)


DAILY = Form("daily", "daily", Label("每日渠道数据", "Daily channel data"), DailyFrame, key="metric")
