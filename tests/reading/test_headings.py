from __future__ import annotations

import pytest

from campaignlib.forms import BUDGET, DAILY, FORMS, GOALS, SCHEDULE, Form
from campaignlib.reading.headings import closest, heading_matches, headings, plain_heading
from tests.reading.grids import grid


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("预算金额（元）", "预算金额"),
        ("量化指标(示例)", "量化指标"),
        ("预算 金额\n（元）", "预算金额"),
        ("ＲＯＩ", "roi"),
        ("负责人 *", "负责人"),
        ("状态：", "状态"),
        ("级别【小/大】", "级别"),
        ("\u200b渠道\u00a0", "渠道"),
        ("(示例)", "(示例)"),
    ],
)
def test_plain_heading(written: str, plain: str) -> None:
    assert plain_heading(written) == plain


def test_fields_that_share_a_heading_share_a_column() -> None:
    groups = [[f.name for f in column] for column in headings(GOALS).columns]
    assert ["target_text", "target", "target_is"] in groups
    assert ["due_text", "due"] in groups


@pytest.mark.parametrize("form", [*FORMS, DAILY], ids=lambda form: form.name)
def test_every_form_is_recognised_by_its_own_headings_in_both_languages(form: Form) -> None:
    columns = headings(form).columns
    for pick in (0, 1):
        row = [column[0].headings[pick] for column in columns]
        matches = heading_matches(grid([row]), 1, (*FORMS, DAILY), "")
        assert [(m.form.name, len(m.columns), m.unknown) for m in matches] == [(form.name, len(columns), ())]


def test_the_key_and_half_of_the_columns_make_a_heading_row() -> None:
    assert heading_matches(grid([["明细项目", "成本类别"]]), 1, FORMS, "") == []
    found = heading_matches(grid([["明细项目", "成本类别", "预算"]]), 1, FORMS, "")
    assert [m.form for m in found] == [BUDGET]


def test_the_proper_heading_wins_over_another_spelling() -> None:
    row = ["任务", "任务名称", "负责人", "开始时间", "结束时间", "前置任务", "状态"]
    (match,) = heading_matches(grid([row]), 1, FORMS, "")
    columns = headings(SCHEDULE).columns
    assert match.columns[next(i for i, c in enumerate(columns) if c[0].name == "task")] == 2
    assert match.unknown == (1,)


def test_closest_proposes_only_what_is_near() -> None:
    planned = next(f for f in BUDGET.fields if f.name == "planned")
    assert closest(planned, ["发票号", "预算数额"]) == "预算数额"
    assert closest(planned, ["发票号"]) == ""
