"""What each finding of reading asks for, in a few words: the rule a findings table names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from campaignlib.words.label import Label

RULES: Mapping[str, Label] = MappingProxyType(
    {
        "CONFIG-MISSING": Label("有 campaign.toml", "There is a campaign.toml"),
        "DAILY-CHANNEL": Label("渠道写在 campaign.toml 里", "Channels stand in campaign.toml"),
        "DAILY-METRIC": Label("指标写在 campaign.toml 里", "Metrics stand in campaign.toml"),
        "DAILY-DUPLICATE": Label("每天每项一行数据", "One row of data per day and measure"),
        "FORM-MISSING": Label("表格齐全", "No form is missing"),
        "FORM-TWICE": Label("每种表一份", "Each form stands once"),
        "READ-COLUMN": Label("列是表上有的", "Columns are those of the form"),
        "READ-DATE": Label("日期读得懂", "Dates can be read"),
        "READ-ENCODING": Label("文件用 UTF-8", "Files are in UTF-8"),
        "READ-FILE": Label("文件打得开", "Files can be opened"),
        "READ-HEADING": Label("表头齐全", "Headings are complete"),
        "READ-HIDDEN": Label("没有隐藏的内容", "Nothing is hidden"),
        "READ-MISSING": Label("必填项已填", "Required cells are filled"),
        "READ-ROW": Label("每行都属于一张表", "Every row belongs to a table"),
        "READ-RULE": Label("数值在允许的范围内", "Values are within their limits"),
        "READ-SPLIT": Label("一格多项时各项数目相同", "Cells with several values hold equally many"),
        "READ-VALUE": Label("内容读得懂", "Contents can be read"),
        "READ-YEAR": Label("年份确定", "The year is known"),
    }
)
"""Code -> rule."""
