from __future__ import annotations

from campaignlib.forms import BUDGET, FORMS
from campaignlib.reading.layout import find_tables
from campaignlib.reading.twins import copies
from tests.reading.grids import grid

HEAD: list[object] = ["成本类别", "明细项目", "预算金额(元)", "负责人", "审批人"]
FIRST: list[list[object]] = [
    HEAD,
    ["人力成本", "讲师", 500, "李*", "刘*"],
    ["其他成本", "备用金", 100, "张*", "刘*"],
]
OTHER: list[list[object]] = [HEAD, ["人力成本", "翻译", 500, "李*", "刘*"]]


def test_a_copy_of_a_table_is_asked_about() -> None:
    tables = [
        *find_tables(grid(FIRST), FORMS),
        *find_tables(grid(FIRST, file="forms - 副本.xlsx"), FORMS),
    ]
    (finding,) = copies(BUDGET, tables)
    assert (finding.code, finding.severity) == ("FORM-TWICE", "warning")
    assert [c.file for c in finding.cells] == ["forms - 副本.xlsx", "forms.xlsx"]
    assert finding.cells[0].ref == "A1:E3"


def test_a_form_over_two_sheets_is_no_copy() -> None:
    tables = [*find_tables(grid(FIRST), FORMS), *find_tables(grid(OTHER, sheet="续"), FORMS)]
    assert list(copies(BUDGET, tables)) == []
