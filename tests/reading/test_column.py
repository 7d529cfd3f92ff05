from __future__ import annotations

import pandas as pd
import pytest

from campaignlib.forms import BOARD, BUDGET, FORMS, GOALS
from campaignlib.reading.column import Column, kinds
from campaignlib.reading.headings import headings
from campaignlib.reading.layout import find_tables
from campaignlib.values.context import Context
from tests.reading.grids import grid, read

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


def planned(heading: str, value: object, above: str | None = None) -> object:
    rows = [[above], ["成本类别", "明细项目", heading], ["渠道成本", "抖音投放", value]]
    return read(BUDGET, rows).frame["planned"][1]


@pytest.mark.parametrize(
    ("heading", "value", "fen"),
    [
        ("预算金额(万元)", 1.2, 1_200_000),
        ("预算金额（单位：万元）", "1,234.5", 1_234_500_000),
        ("预算金额(千元)", 3, 300_000),
        ("预算金额(万元)", 0, 0),
        ("预算金额(万元)", 0.1 + 0.2, 300_000),
        ("预算金额(万元)", "12,000元", 1_200_000),
        ("预算金额(元)", 12000, 1_200_000),
        ("预算金额(万元)", True, None),
        ("预算金额(万元)", float("inf"), None),
    ],
)
def test_a_heading_gives_bare_amounts_their_scale(heading: str, value: object, fen: int | None) -> None:
    found = planned(heading, value)
    assert (None if found is pd.NA else found) == fen


def test_a_line_above_the_table_gives_it_too_unless_the_heading_speaks() -> None:
    assert planned("预算金额", 1.2, "金额单位：万元") == 1_200_000
    assert planned("预算金额", 1.2, "2025年春季预算") == 120


def test_a_ratio_under_a_heading_in_percent() -> None:
    head = ["渠道", "核心指标", "今日数据", "累计数据", "目标值", "达成率(%)", "预警状态", "负责人"]
    rows = [["抖音", "线索量", 1, 50, 100, ratio, "正常", "张*"] for ratio in (50, "50", "50%", (0.5, "0%"))]
    frame = read(BOARD, [head, *rows]).frame
    assert list(frame["attainment"]) == [0.5] * 4
    assert list(frame["attainment_text"]) == ["50%"] * 4
