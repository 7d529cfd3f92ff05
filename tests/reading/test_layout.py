from __future__ import annotations

from campaignlib.forms import (
    ANSWERS,
    ASSIGNMENTS,
    BUDGET,
    CREATIVE,
    DAILY_LOG,
    OUTLINE,
    RETROSPECTIVE,
    SCHEDULE,
)
from tests.reading.grids import codes, read, tables

HEAD = ["成本类别", "明细项目", "预算金额(元)", "实际支出(元)", "差异说明", "负责人", "审批人"]
TASKS = ["任务名称", "负责人", "开始时间", "结束时间", "持续时间", "前置任务", "状态", "关键节点说明"]


def test_a_title_a_blank_row_and_a_blank_column_do_not_matter() -> None:
    rows = [
        ["营销活动预算明细表"],
        [],
        [None, "成本类别", "明细项目", None, "预算金额（元）", "负责人", "审批人"],
        [None, "人力成本", "讲师", None, 500, "李*", "刘*"],
        [],
        [None, "物料成本", "展架", None, 1000, "王*", "刘*"],
    ]
    found = read(BUDGET, rows)
    assert found.frame["item"].tolist() == ["讲师", "展架"]
    assert found.frame["planned"].tolist() == [500_00, 1000_00]
    assert str(found.origins["budget", 2, "planned"]) == "Sheet1!E6"
    assert found.findings == ()


def test_headings_match_without_brackets_blanks_line_breaks_and_case() -> None:
    rows = [
        ["Cost Class", " 明细\n项目 ", "BUDGET", "责任人*", "审批人："],
        ["人力成本", "讲师", "￥5,000", "李*", "刘*"],
    ]
    found = read(BUDGET, rows)
    assert found.frame.loc[1, ["cost_class", "item", "planned", "owner"]].tolist() == [
        "people",
        "讲师",
        5000_00,
        "李*",
    ]
    assert found.findings == ()


def test_a_total_is_stated_and_no_record_subtotals_and_averages_are_neither() -> None:
    rows = [
        HEAD,
        ["人力成本", "讲师", 500, 400, None, "李*", "刘*"],
        [None, "小计", 500, 400],
        ["其他成本", "备用金", 100, None, None, "张*", "刘*"],
        ["合计（元）", None, "￥700", "—"],
    ]
    found = read(BUDGET, rows)
    assert found.frame["item"].tolist() == ["讲师", "备用金"]
    assert [(t.field, t.value, t.cell.ref) for t in found.totals] == [("planned", 700_00, "C5")]
    assert found.findings == ()


def test_the_last_of_several_totals_is_the_total() -> None:
    rows = [
        HEAD,
        ["人力成本", "讲师", 500, None, None, "李*", "刘*"],
        ["合计", None, 500],
        ["其他成本", "备用金", 100, None, None, "张*", "刘*"],
        ["总计", None, 600],
    ]
    found = read(BUDGET, rows)
    assert [(t.value, t.cell.ref) for t in found.totals] == [(600_00, "C5")]
    assert len(found.frame) == 2


def test_a_total_that_is_no_number_is_a_finding() -> None:
    rows = [HEAD, ["人力成本", "讲师", 500, None, None, "李*", "刘*"], ["合计", None, "待定"]]
    found = read(BUDGET, rows)
    assert found.totals == ()
    assert codes(found) == [("READ-VALUE", "C3")]


def test_notes_below_a_table_are_no_records() -> None:
    rows = [
        HEAD,
        ["人力成本", "讲师", 500, None, None, "李*", "刘*"],
        ["合计", None, 500],
        ["注：金额为含税价"],
        [None, "备注：以发票为准"],
        ["2. 以财务确认为准"],
        [],
        ["制表人：张*", None, "审批人：刘*", None, "日期：2025-03-01"],
    ]
    found = read(BUDGET, rows)
    assert len(found.frame) == 1
    assert found.findings == ()


def test_a_merged_note_in_the_key_column_is_no_record() -> None:
    row = ["物料到位", "王*", "3.3", "3.5", "2天", None, "进行中", None]
    rows = [TASKS, row, ["本表由各模块负责人每天更新"], ["说明：以天计"]]
    found = read(SCHEDULE, rows, merge=["A3:H3"])
    assert found.frame["task"].tolist() == ["物料到位"]
    assert found.findings == ()


def test_a_lone_short_text_in_the_key_column_is_a_record_with_holes() -> None:
    row = ["物料到位", "王*", "3.3", "3.5", "2天", None, "进行中", None]
    found = read(SCHEDULE, [TASKS, row, ["复盘会"]])
    assert found.frame["task"].tolist() == ["物料到位", "复盘会"]
    assert codes(found) == [("READ-MISSING", "C3"), ("READ-MISSING", "D3")]


def test_a_row_without_its_key_but_with_an_amount_is_not_lost() -> None:
    found = read(BUDGET, [HEAD, ["人力成本", None, 500, None, None, "李*", "刘*"]])
    assert found.frame["planned"].tolist() == [500_00]
    assert codes(found) == [("READ-MISSING", "B2")]


def test_a_class_on_a_row_of_its_own_heads_the_rows_below() -> None:
    rows = [
        HEAD,
        ["人力成本"],
        [None, "讲师", 500, None, None, "李*", "刘*"],
        ["物料成本"],
        [None, "展架", 100, None, None, "王*", "刘*"],
    ]
    found = read(BUDGET, rows, merge=["A2:G2", "A4:G4"])
    assert found.frame["cost_class"].tolist() == ["people", "material"]
    assert str(found.origins["budget", 2, "cost_class"]) == "Sheet1!A4"
    assert found.findings == ()


def test_two_tables_below_each_other_and_their_titles() -> None:
    rows = [
        ["营销活动复盘报告框架"],
        ["模块", "内容要点"],
        ["活动概述", "主题、时间、目标"],
        ["复盘明细"],
        ["类型", "内容", "根本原因", "负责人", "完成时间", "预期效果", "沉淀至"],
        ["行动项", "更新手册", None, "周*", "3.15", "省一天", "手册"],
    ]
    found = tables(rows)
    assert [(t.form.name, t.rows) for t in found] == [("outline", (3,)), ("retrospective", (6,))]
    assert all(t.findings == () for t in found)


def test_two_tables_side_by_side_keep_their_own_columns() -> None:
    rows = [
        ["模块", "内容要点", None, "类型", "内容", "根本原因", "负责人", "完成时间"],
        ["活动概述", "主题", None, "行动项", "更新手册", None, "周*", "3.15"],
        ["目标达成", "达成率", None, "问题", "分工不清", "没有名单", "李*", None],
    ]
    assert read(OUTLINE, rows).frame["points"].tolist() == ["主题", "达成率"]
    details = read(RETROSPECTIVE, rows)
    assert details.frame["kind"].tolist() == ["action", "problem"]
    assert str(details.origins["retrospective", 2, "root_cause"]) == "Sheet1!F3"


def test_a_heading_repeated_for_print_continues_the_form() -> None:
    log = ["日期", "今日完成事项", "明日计划", "存在问题", "需协调资源", "负责人"]
    rows = [log, ["3.3", "开工", "直播", "-", "-", "张*"], log, ["3.4", "直播", "复盘", "-", "-", "李*"]]
    found = read(DAILY_LOG, rows)
    assert found.frame["owner"].tolist() == ["张*", "李*"]
    assert found.findings == ()


def test_the_title_decides_when_two_forms_fit_equally() -> None:
    rows = [["模块", "内容", "负责人", "完成时间"], ["主题", "青春", "张*", "3.3"]]
    assert [t.form for t in tables(rows, sheet="F2 创意")] == [CREATIVE]


def test_an_unknown_column_is_a_note() -> None:
    rows = [[*HEAD, "发票号"], ["人力成本", "讲师", 500, None, None, "李*", "刘*", "A-1"]]
    found = read(BUDGET, rows)
    assert codes(found) == [("READ-COLUMN", "H1")]
    assert found.findings[0].read == "发票号"


def test_a_column_that_stands_there_twice_is_read_once() -> None:
    rows = [[*HEAD, "负责人"], ["人力成本", "讲师", 500, None, None, "李*", "刘*", "王*"]]
    found = read(BUDGET, rows)
    assert codes(found) == [("READ-COLUMN", "H1")]
    assert found.frame["owner"].tolist() == ["李*"]


def test_a_missing_column_is_an_error_when_needed_and_the_nearest_heading_is_proposed() -> None:
    rows = [["成本类别", "明细项目", "预算数额", "负责人", "审批人"], ["人力成本", "讲师", 500, "李*", "刘*"]]
    found = read(BUDGET, rows)
    assert codes(found) == [("READ-HEADING", "A1:E1"), ("READ-COLUMN", "C1")]
    assert found.findings[0].severity == "error"
    assert found.findings[0].read == "预算数额"
    assert "“预算数额”是否即为该列" in found.findings[0].message.zh
    assert found.frame["planned"].isna().all()
    assert found.origins["budget", 1, "planned"].ref == "A2:E2"


def test_a_missing_column_that_is_not_required_is_a_warning() -> None:
    rows = [["成本类别", "明细项目", "预算金额", "负责人"], ["人力成本", "讲师", 500, "李*"]]
    found = read(BUDGET, rows)
    assert [(f.code, f.severity) for f in found.findings] == [("READ-HEADING", "warning")]


def test_a_table_without_its_key_column_is_named_and_not_read() -> None:
    rows = [["成本类别", "费用名目", "预算金额", "负责人", "审批人"], ["人力成本", "讲师", 500, "李*", "刘*"]]
    found = read(BUDGET, rows)
    assert len(found.frame) == 0
    assert codes(found)[0] == ("READ-HEADING", "A1:E1")
    assert "未读入任何一行" in found.findings[0].message.zh


def test_values_below_the_end_that_are_no_record_are_mentioned() -> None:
    rows = [
        HEAD,
        ["人力成本", "讲师", 500, None, None, "李*", "刘*"],
        ["合计", None, 500],
        [None, "汇率", 7.1],
    ]
    found = read(BUDGET, rows)
    assert len(found.frame) == 1
    assert codes(found) == [("READ-ROW", "B4:C4")]


def test_hidden_rows_are_read_and_said() -> None:
    rows = [HEAD, ["人力成本", "讲师", 500, None, None, "李*", "刘*"]]
    found = read(BUDGET, rows, hidden_rows=[2])
    assert len(found.frame) == 1
    assert codes(found) == [("READ-HIDDEN", "A2")]


def test_a_sheet_of_other_things_holds_no_table() -> None:
    assert tables([["姓名", "电话"], ["张*", "138"]]) == ()
    assert tables([[1, 2], [3, 4]]) == ()


def test_headings_over_two_rows() -> None:
    rows = [
        ["任务名称", "负责人", "时间", None, "持续时间", "前置任务", "状态", "备用"],
        [None, None, "开始时间", "结束时间", None, None, None, None],
        ["设计", "李*", "3.3", "3.5", "2天", None, "已完成", "x"],
    ]
    merge = ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2", "G1:G2", "H1:H2"]
    found = read(SCHEDULE, rows, merge=merge)
    assert found.frame["task"].tolist() == ["设计"]
    assert [d.day for d in found.frame.loc[1, ["start", "end"]]] == [3, 5]
    assert found.origins["schedule", 1, "end"].ref == "D3"
    assert codes(found) == [("READ-COLUMN", "H1")]


def test_rows_numbered_beforehand_and_left_empty_are_nothing() -> None:
    head = ["编号", "日期", "渠道", "满意度(分)", "参与意愿", "意见"]
    found = read(ANSWERS, [head, [1, "3.3", "抖音", 90, "愿意", None], [2], [3], [4]])
    assert found.frame["number"].tolist() == ["1"]
    assert found.findings == ()


def test_a_lone_number_is_neither_lost_silently_nor_a_record() -> None:
    rows = [HEAD, ["人力成本", "讲师", 500, None, None, "李*", "刘*"], [None, None, 500]]
    found = read(BUDGET, rows)
    assert len(found.frame) == 1
    assert codes(found) == [("READ-ROW", "C3")]


def test_a_group_written_above_its_rows_without_merging() -> None:
    head = [
        "任务模块",
        "具体任务",
        "任务描述",
        "交付标准",
        "负责人",
        "协助人",
        "开始时间",
        "结束时间",
        "状态",
    ]
    row = [None, "海报", "-", "-", "李*", None, "3.3", "3.5", "进行中"]
    found = read(ASSIGNMENTS, [head, ["设计执行"], row, [None, "展架", *row[2:]]])
    assert found.frame["module"].tolist() == ["设计执行", "设计执行"]
    assert found.findings == ()


def test_a_column_that_counts_the_rows_and_a_note_in_two_cells_are_nothing() -> None:
    rows = [
        ["序号", *HEAD],
        [1, "人力成本", "讲师", 500, None, None, "李*", "刘*"],
        [None, "合计", None, 500],
        [None, "备注", "以上含税"],
    ]
    found = read(BUDGET, rows)
    assert found.frame["item"].tolist() == ["讲师"]
    assert found.totals[0].cell.ref == "D3"
    assert found.findings == ()
