"""F11 Feedback: one record per answer."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date
from campaignlib.values import number as numbers
from campaignlib.words.label import Label


class AnswersFrame(FormFrame):
    """number · day · channel · satisfaction score · willingness to take part · comment."""

    number: Series[str] = cell("编号", "No.", required=True)
    day: Series[pa.DateTime] = cell("日期", "Date", date.day)
    channel: Series[str] = cell("渠道", "Channel")
    score: Series[float] = cell(
        "满意度(分)", "Satisfaction", numbers.parse, others=("满意度",), required=True
    )
    willing: Series[str] = cell("参与意愿", "Would take part", optional_column=True)
    comment: Series[str] = cell("意见", "Comment", others=("建议",), optional_column=True)


ANSWERS = Form("F11", "answers", Label("用户反馈表", "Feedback"), AnswersFrame, key="number")
