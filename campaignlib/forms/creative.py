"""F2 Creative plan: one record per module."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.typing import Series

from campaignlib.forms.form import Form, FormFrame, cell
from campaignlib.values import date
from campaignlib.words.label import Label


class CreativeFrame(FormFrame):
    """module · points · content · alternative · owner · due."""

    module: Series[str] = cell("模块", "Module", required=True)
    points: Series[str] = cell("设计要点", "Design points", optional_column=True)
    content: Series[str] = cell("具体内容(示例)", "Content", others=("具体内容", "内容"), required=True)
    alternative: Series[str] = cell("备选方案", "Alternative", optional_column=True)
    owner: Series[str] = cell("负责人", "Owner", others=("责任人",))
    due: Series[pa.DateTime] = cell("完成时间", "Due", date.day)


CREATIVE = Form("F2", "creative", Label("营销活动方案创意表", "Creative plan"), CreativeFrame, key="module")
