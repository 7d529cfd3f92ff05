from __future__ import annotations

from campaignlib.forms import BUDGET, FORMS, GOALS
from campaignlib.reading.column import Column, kinds
from campaignlib.reading.headings import headings
from campaignlib.reading.layout import find_tables
from campaignlib.values.context import Context
from tests.reading.grids import grid

HEAD = ["核心目标维度", "量化指标(示例)", "目标值", "数据来源", "负责人", "完成时间节点"]


def column(name: str, *row: object, number_format: str = "") -> Column:
    written = [(v, number_format) if number_format and isinstance(v, float) else v for v in row]
    (table,) = find_tables(grid([HEAD, written]), FORMS)
    position = next(i for i, c in enumerate(headings(GOALS).columns) if any(f.name == name for f in c))
    return Column(table, 2, position, headings(GOALS).columns[position], {})


def test_kinds_tell_what_the_values_of_a_field_are() -> None:
    assert kinds(BUDGET)["planned"] == "whole"
    assert (kinds(GOALS)["target"], kinds(GOALS)["due"], kinds(GOALS)["owner"]) == ("number", "date", "text")


def test_a_cell_of_several_values_has_parts_and_what_is_said_once_holds_for_all() -> None:
    row = ("线索", "线索量、有效率", "2000+，≥60%", "CRM", "李*、王*", "3.20")
    assert column("metric", *row).parts() == ("线索量", "有效率")
    assert [column("target", *row).part(n) for n in range(3)] == ["2000+", "≥60%", None]
    assert [column("owner", *row).part(n) for n in range(2)] == ["李*、王*", "李*、王*"]


def test_an_empty_cell_and_a_missing_column() -> None:
    row = ("线索", "线索量", None, "CRM", "李*", "3.20")
    empty, absent = column("target", *row), column("note", *row)
    assert (empty.raw, empty.exists, empty.cell.ref, empty.parts()) == (None, True, "C2", ())
    assert (absent.raw, absent.exists, absent.cell.ref) == (None, False, "A2:F2")


def test_the_context_knows_the_number_format() -> None:
    row = ("线索", "有效率", 0.6, "CRM", "李*", "3.20")
    assert column("target", *row, number_format="0%").context(Context(year=2025)) == Context(
        year=2025, number_format="0%"
    )
