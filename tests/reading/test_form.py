from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaignlib.errors import Unreadable
from campaignlib.forms import ANSWERS, ASSIGNMENTS, BOARD, BUDGET, FORMS, GOALS, ISSUES, SCHEDULE, Form
from campaignlib.reading.form import parsed, read_form
from campaignlib.reading.headings import headings
from campaignlib.reading.layout import find_tables
from campaignlib.values.context import Context
from tests.reading.grids import codes, grid, read

GOAL = [
    "核心目标维度",
    "具体目标描述",
    "量化指标(示例)",
    "目标值",
    "数据来源",
    "负责人",
    "完成时间节点",
    "备注",
]
COST = ["成本类别", "明细项目", "预算金额(元)", "实际支出(元)", "差异说明", "负责人", "审批人"]
KPI = ["渠道", "核心指标", "今日数据", "累计数据", "目标值", "达成率", "预警状态", "异常原因(如有)", "负责人"]
TASK = ["任务名称", "负责人", "开始时间", "结束时间", "持续时间", "前置任务", "状态", "关键节点说明"]


def test_two_goals_in_one_cell_are_two_records_with_one_owner() -> None:
    row = ["品牌曝光", "-", "社交媒体话题阅读量、品牌搜索指数", "话题阅读量500万+，搜索量增长30%"]
    found = read(GOALS, [GOAL, [*row, "指数", "张*", "3月20日", None]])
    frame = found.frame
    assert frame["metric"].tolist() == ["社交媒体话题阅读量", "品牌搜索指数"]
    assert frame["target_text"].tolist() == ["话题阅读量500万+", "搜索量增长30%"]
    assert frame["target"].tolist() == [5_000_000, 0.3]
    assert frame["target_is"].tolist()[0] == "at_least"
    assert frame["owner"].tolist() == ["张*", "张*"]
    assert {found.origins["goals", n, "target"].ref for n in (1, 2)} == {"D2"}
    assert found.findings == ()


def test_more_metrics_than_targets_is_one_finding_and_the_first_stays() -> None:
    found = read(
        GOALS, [GOAL, ["线索", "-", "线索量、有效率、成本", "2000+，≥60%", "CRM", "李*", "3.20", None]]
    )
    assert codes(found) == [("READ-SPLIT", "C2")]
    assert [c.ref for c in found.findings[0].cells] == ["C2", "D2"]
    assert "3 / 2" in found.findings[0].message.zh
    assert found.frame[["metric", "target"]].to_numpy().tolist() == [["线索量", 2000]]


def test_an_empty_target_beside_two_metrics_is_missing_once() -> None:
    found = read(GOALS, [GOAL, ["线索", "-", "线索量、有效率", "-", "CRM", "李*", "3.20", None]])
    assert found.frame["metric"].tolist() == ["线索量", "有效率"]
    assert codes(found) == [("READ-MISSING", "D2")]


def test_one_bad_part_of_a_cell_costs_that_part_only() -> None:
    found = read(GOALS, [GOAL, ["线索", "-", "线索量、口碑", "2000+，很好", "CRM", "李*", "3.20", None]])
    assert found.frame["target"].tolist()[0] == 2000
    assert found.frame["target_text"].tolist() == ["2000+", "很好"]
    assert codes(found) == [("READ-VALUE", "D2")]
    assert found.findings[0].read == "很好"


def test_a_cell_read_by_several_fields_is_reported_once() -> None:
    found = read(BOARD, [KPI, ["抖音", "曝光量", "80万", "很多", "待定", "70%", "正常", "-", "张*"]])
    assert codes(found) == [("READ-VALUE", "D2"), ("READ-VALUE", "E2")]
    assert found.frame.loc[1, ["today", "attainment"]].tolist() == [800_000, 0.7]


def test_a_number_under_a_percent_format_is_what_it_shows() -> None:
    row = ["整体", "线索转化率", (0.11, "0%"), (0.125, "0.0%"), "≥15%", (0.833, "0.0%"), "预警", "-", "刘*"]
    found = read(BOARD, [KPI, row])
    assert found.frame.loc[1, ["today", "cumulative", "attainment"]].tolist() == [0.11, 0.125, 0.833]
    assert found.frame.loc[1, "attainment_text"] == "83.3%"


def test_a_merged_class_is_filled_down_and_points_at_its_cell() -> None:
    rows = [
        COST,
        ["人力成本", "加班", 100, None, None, "张*", "刘*"],
        [None, "讲师", 200, None, None, "李*", "刘*"],
        [None, "翻译", 300, None, None, "李*", "刘*"],
    ]
    found = read(BUDGET, rows, merge=["A2:A4"])
    assert found.frame["cost_class"].tolist() == ["people"] * 3
    assert found.origins["budget", 3, "cost_class"].ref == "A2"
    assert found.findings == ()


def test_a_bad_merged_class_is_reported_once_per_cell() -> None:
    rows = [
        COST,
        ["外星成本", "加班", 100, None, None, "张*", "刘*"],
        [None, "讲师", 200, None, None, "李*", "刘*"],
    ]
    found = read(BUDGET, rows, merge=["A2:A3"])
    assert codes(found) == [("READ-VALUE", "A2")]
    assert found.frame["cost_class"].isna().all()


def test_an_owner_merged_over_rows_holds_for_each_an_amount_does_not() -> None:
    rows = [
        COST,
        ["人力成本", "加班", 300, None, None, "张*", "刘*"],
        ["人力成本", "讲师", None, None, None, None, "刘*"],
    ]
    found = read(BUDGET, rows, merge=["C2:C3", "F2:F3"])
    assert found.frame["owner"].tolist() == ["张*", "张*"]
    assert found.frame["planned"].tolist() == [300_00, pd.NA]
    assert codes(found) == [("READ-MISSING", "C3")]
    assert "合并" in found.findings[0].message.zh


@pytest.mark.parametrize("empty", [None, "", " ", "-", "—", "——", "/"])
def test_dashes_and_blanks_are_empty(empty: Any) -> None:
    found = read(BUDGET, [COST, ["人力成本", "加班", 100, empty, empty, "张*", "刘*"]])
    assert found.frame["actual"].isna().all()
    assert found.frame["note"].isna().all()
    assert found.findings == ()


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("3.20", date(2025, 3, 20)),
        ("3月2日", date(2025, 3, 2)),
        ("2024.12.31", date(2024, 12, 31)),
        (datetime(2025, 3, 5), date(2025, 3, 5)),
    ],
)
def test_dates_as_people_write_them(written: Any, read_as: date) -> None:
    found = read(SCHEDULE, [TASK, ["设计", "李*", written, "2025-12-31", None, None, "进行中", None]])
    assert found.frame["start"][1].date() == read_as
    assert found.findings == ()


@pytest.mark.parametrize("written", ["2月30日", "尽快", 7.2, datetime(1900, 1, 7, 4, 48), "7.32"])
def test_a_wrong_date_is_a_finding_with_what_was_read(written: Any) -> None:
    found = read(SCHEDULE, [TASK, ["设计", "李*", written, "3.9", None, None, "进行中", None]])
    assert codes(found) == [("READ-DATE", "C2")]
    assert found.findings[0].read
    assert found.findings[0].expected.zh
    assert found.frame["start"].isna().all()
    assert found.frame["end"][1].date() == date(2025, 3, 9)


def test_text_where_a_number_belongs_costs_that_cell_only() -> None:
    found = read(BUDGET, [COST, ["人力成本", "加班", "待定", 90, None, "张*", "刘*"]])
    assert codes(found) == [("READ-VALUE", "C2")]
    finding = found.findings[0]
    assert finding.read == "待定"
    assert "预算金额" in finding.message.zh
    assert "待定" in finding.message.en
    assert found.frame["actual"].tolist() == [90_00]


def test_a_negative_amount_breaks_a_rule() -> None:
    found = read(BUDGET, [COST, ["人力成本", "加班", "(500)", None, None, "张*", "刘*"]])
    assert codes(found) == [("READ-RULE", "C2")]
    assert found.findings[0].read == "(500)"
    assert found.frame["planned"].isna().all()


@pytest.mark.parametrize("huge", ["9" * 40, "1e400", 1e300])
def test_numbers_no_frame_can_hold_are_findings(huge: Any) -> None:
    found = read(BUDGET, [COST, ["人力成本", "加班", huge, None, None, "张*", "刘*"]])
    assert codes(found) == [("READ-VALUE", "C2")]


def test_a_parser_that_fails_in_another_way_costs_its_cell_only() -> None:
    item = next(f for f in BUDGET.fields if f.name == "item")
    with pytest.raises(Unreadable, match="expected Item"):
        parsed(replace(item, parse=lambda raw, ctx: 1 // 0), "text", "讲师", Context())


def test_moments_keep_their_time() -> None:
    head = [
        "编号",
        "问题",
        "级别",
        "上报时间",
        "上报人",
        "原因分析",
        "决策人",
        "决策时间",
        "调整措施",
        "状态",
    ]
    row = [
        1,
        "直播人少",
        "大",
        "3.3 15:40",
        "李*",
        "预热弱",
        "张*",
        datetime(2025, 3, 3, 17, 20),
        "改晚场",
        "处理中",
    ]
    found = read(ISSUES, [head, row])
    assert found.frame["reported"][1] == pd.Timestamp(2025, 3, 3, 15, 40)
    assert found.frame["decided"][1] == pd.Timestamp(2025, 3, 3, 17, 20)
    assert found.frame["number"][1] == "1"


def test_an_absent_form_is_an_empty_frame_of_the_right_types() -> None:
    for form in FORMS:
        found = read_form(form, (), Context())
        assert found.frame.empty
        assert list(found.frame.columns) == [f.name for f in form.fields]
        assert found.frame.index.name == "record"


def test_records_are_counted_over_all_tables_of_a_form() -> None:
    head = ["编号", "日期", "渠道", "满意度(分)", "参与意愿", "意见"]
    first = grid([head, [1, "3.3", "抖音", 90, "愿意", None]], sheet="一")
    second = grid([head, [2, "3.4", "社群", 80, "愿意", None]], sheet="二")
    found = read_form(ANSWERS, [*find_tables(first, FORMS), *find_tables(second, FORMS)], Context(year=2025))
    assert found.frame.index.tolist() == [1, 2]
    assert str(found.origins["answers", 2, "score"]) == "二!D2"


WRITTEN: dict[Form, list[list[Any]]] = {
    BUDGET: [
        COST,
        ["人力成本", "加班", 12000, 100, "省", "张*", "刘*"],
        ["其他成本", "备用金", "5,000", "—", None, "张*", "刘*"],
    ],
    SCHEDULE: [
        TASK,
        ["设计", "李*", "3.3", "3.5", "2天", "方案", "已完成", "过稿"],
        ["印刷", "周*", "3.5", "3.9", "4天", "设计", "进行中", "到位"],
    ],
    ASSIGNMENTS: [
        ["任务模块", "具体任务", "任务描述", "交付标准", "负责人", "协助人", "开始时间", "结束时间", "状态"],
        ["设计", "物料", "海报", "过稿", "李*", "周*", "3.3", "3.5", "已完成"],
    ],
    BOARD: [
        KPI,
        ["抖音", "曝光量", "80万", "350万", "500万", "70%", "正常", "慢", "张*"],
        ["社群", "转发量", 350, 1800, 3000, "60%", "预警", "弱", "李*"],
    ],
}
JUNK = ["？？？", "3.45.6", "#REF", "abc 12 def", "=1+", "13月40日", "👍", "9" * 60]


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_one_bad_cell_costs_that_cell_only(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(list(WRITTEN)), label="form")
    rows = [list(row) for row in WRITTEN[form]]
    good = read(form, rows)
    row = data.draw(st.integers(1, len(rows) - 1), label="row")
    column = data.draw(st.integers(0, len(rows[0]) - 1), label="column")
    rows[row][column] = data.draw(st.sampled_from(JUNK), label="junk")
    bad = read(form, rows)
    touched = {f.name for f in headings(form).columns[column]}
    for name in good.frame.columns:
        for record in good.frame.index:
            if record == row and name in touched:
                continue
            left, right = good.frame.at[record, name], bad.frame.at[record, name]
            assert (pd.isna(left) and pd.isna(right)) or left == right
    assert len(bad.findings) <= 1
    assert good.origins == bad.origins
    if bad.findings:
        assert bad.findings[0].cells[0].ref == good.origins[form.name, row, next(iter(touched))].ref


ANYTHING = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.sampled_from(
        ["合计", "小计", "-", "注：", "7.20", "500万+", "≥60%", "(500)", "1,2,3", "7.20-7.25", "进行中", "高"]
    ),
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(form=st.sampled_from(FORMS), data=st.data())
def test_whatever_stands_in_a_sheet_nothing_is_raised_and_every_value_has_its_cell(
    form: Form, data: st.DataObject
) -> None:
    head = [column[0].headings[0] for column in headings(form).columns]
    body = data.draw(st.lists(st.lists(ANYTHING, max_size=len(head) + 2), max_size=6))
    found = read(form, [["标题"], head, *body], year=data.draw(st.sampled_from([2025, None])))
    for record in found.frame.index:
        for one in form.fields:
            assert (form.name, record, one.name) in found.origins
    assert all(f.cells and f.message.zh and f.message.en for f in found.findings)
