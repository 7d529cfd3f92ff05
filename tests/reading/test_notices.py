from __future__ import annotations

import pytest

from campaignlib.findings import Cell, Finding
from campaignlib.reading import notices
from campaignlib.words.label import Label

CELL = Cell("forms.xlsx", "F3", "C2")
HEADING = Label("预算金额(元)", "Budget")

ALL = [
    notices.file_unreadable("a.xlsx", Label("文件是空的", "it is empty")),
    notices.hidden("F3", CELL, Label("隐藏的行", "Hidden rows")),
    notices.value("F3", CELL, "待定", Label("金额", "an amount"), HEADING),
    notices.value("F5", CELL, "尽快", Label("日期", "a date"), HEADING, is_date=True),
    notices.missing("F3", CELL, HEADING),
    notices.missing("F3", CELL, HEADING, merged=True),
    notices.split("F1", (CELL,), "a、b", (2, 1)),
    notices.heading_missing("F3", CELL, HEADING, True, ""),
    notices.heading_missing("F3", CELL, HEADING, False, "预算数额"),
    notices.key_missing("F3", CELL, Label("预算", "Budget"), HEADING, ""),
    notices.column_unknown("F3", CELL, "发票号"),
    notices.column_unknown("F3", CELL, "负责人", twice=True),
    notices.row_ignored("F3", CELL, "汇率 7.1"),
    notices.form_missing("F3", Label("预算", "Budget"), ["forms.xlsx"]),
    notices.form_twice("F3", Label("预算", "Budget"), CELL, CELL),
    notices.rule_broken("F3", CELL, "-5", Label("不小于 0", "at least 0"), HEADING),
]


@pytest.mark.parametrize("finding", ALL, ids=lambda f: f.code)
def test_every_notice_speaks_both_languages_and_names_a_cell(finding: Finding) -> None:
    assert finding.cells
    assert finding.message.zh != finding.message.en
    assert "{" not in finding.message.zh + finding.message.en


def test_what_was_read_and_what_was_expected_are_quoted() -> None:
    finding = notices.value("F3", CELL, "待定", Label("金额，如 5,000", "an amount such as 5,000"), HEADING)
    assert "待定" in finding.message.zh
    assert "金额，如 5,000" in finding.message.zh
    assert "an amount such as 5,000" in finding.message.en
