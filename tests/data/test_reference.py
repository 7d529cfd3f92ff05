"""The reference campaign: its files are what the script writes, its sums and its contradictions are the case's."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from openpyxl import load_workbook

from campaignlib.config import Config, read_config
from campaignlib.forms import FORMS
from campaignlib.loading.folder import load

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "back-to-school-2024"
BOARD, END = "2024-08-02", "2024-08-10"


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(FOLDER / "forms.xlsx")


@pytest.fixture(scope="module")
def daily() -> list[tuple[str, str, str, int]]:
    with (FOLDER / "daily.csv").open(encoding="utf-8", newline="") as file:
        return [(r["date"], r["channel"], r["metric"], int(r["value"])) for r in csv.DictReader(file)]


@pytest.fixture(scope="module")
def config() -> Config:
    return read_config(FOLDER / "campaign.toml")


Total = Callable[..., int]


@pytest.fixture(scope="module")
def total(daily: list[tuple[str, str, str, int]]) -> Total:
    def add(metric: str, channel: str = "", to: str = END, on: str = "") -> int:
        return sum(
            value
            for day, where, what, value in daily
            if what == metric and channel in ("", where) and (day == on if on else day <= to)
        )

    return add


def sheet(book: Any, code: str) -> Any:
    return next(page for page in book.worksheets if page.title.split()[0] == code)


def column(page: Any, heading: str) -> list[Any]:
    """The cells under a heading down to the first row that is empty or spans the sheet."""
    top = next(c for row in page.iter_rows() for c in row if c.value == heading)
    found = []
    for row in range(top.row + 1, page.max_row + 1):
        cell = page.cell(row, top.column)
        if all(page.cell(row, n).value is None for n in range(1, page.max_column + 1)):
            break
        found.append(cell.value)
    return found


def test_files_are_what_the_script_writes_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(DATA / "build_reference.py"), str(tmp_path)], check=True)
    for name in ("forms.xlsx", "daily.csv"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


def test_every_heading_of_every_form_stands_in_the_workbook(book: Any) -> None:
    written = {c.value for page in book.worksheets for row in page.iter_rows() for c in row}
    for form in FORMS:
        assert form.title.zh in {str(v).removesuffix("(示例)") for v in written}
        assert {field.label.zh for field in form.fields} <= written


def test_sheets_look_as_people_leave_them(book: Any) -> None:
    assert all("A1" in {str(r).split(":")[0] for r in page.merged_cells.ranges} for page in book.worksheets)
    assert {"A4:A5", "A6:A7", "A8:A9", "A10:A11", "A12:B12"} <= {
        str(r) for r in sheet(book, "F3").merged_cells.ranges
    }
    starts = column(sheet(book, "F4"), "开始时间")
    assert starts[:4] == ["7.20", "7.22", "7.25", "7.26"]
    assert starts[4].date() == date(2024, 7, 28)
    assert column(sheet(book, "F5"), "开始时间")[0].date() == date(2024, 7, 15)
    assert sheet(book, "F8")["F8"].value == 0.833
    assert sheet(book, "F8")["F8"].number_format == "0.0%"
    assert sheet(book, "F8")["F6"].value == "60%"


def test_no_formula_and_no_link(book: Any) -> None:
    cells = [c for page in book.worksheets for row in page.iter_rows() for c in row]
    assert not [c for c in cells if c.data_type == "f" or c.hyperlink]


@pytest.mark.parametrize(
    ("code", "heading", "quoted"),
    [
        (
            "F1",
            "目标值",
            ["话题阅读量500万+，搜索量增长30%", "线索量2000+，有效率≥60%", "转化率≥15%，销售额50万元"],
        ),
        ("F1", "负责人", ["张*", "李*", "王*"]),
        ("F2", "完成时间", ["7月15日", "7月20日", "7月25日", "7月30日"]),
        ("F3", "实际支出(元)", ["-"] * 9),
        ("F3", "明细项目", ["场地租赁(高校2天×1000元/天)"]),
        ("F4", "开始时间", ["7.22", "7.25"]),
        ("F4", "结束时间", ["7.28", "8.05"]),
        ("F4", "交付标准", ["场地合同签订，物料7.30前到位"]),
        ("F4", "状态", ["进行中", "已完成", "进行中", "进行中", "已完成"]),
        (
            "F5",
            "前置任务",
            ["-", "方案确认", "物料设计", "设计定稿", "方案确认", "物料设计", "渠道素材", "物料到位"],
        ),
        ("F5", "持续时间", ["5天", "5天", "3天", "4天", "4天", "4天", "5天", "4天"]),
        ("F5", "关键节点说明", ["8月1日前全部到位"]),
        (
            "F5",
            "状态",
            ["已完成", "已完成", "已完成", "进行中", "已完成", "进行中", "进行中", "未开始"],
        ),
        ("F6", "启动条件", ["物料未在8月1日前到位", "预热期首日曝光量<50万"]),
        ("F6", "应对措施", ["社群转发任务每人邀请5人，追加5000元抖音投放预算"]),
        ("F7", "日期", ["2024.7.31", "2024.8.01", "2024.8.02"]),
        ("F7", "明日计划", ["高校公众号推文发布，增加5000元抖音投放预算"]),
        ("F7", "需协调资源", ["市场部确认是否可升级礼品(充电宝)", "行政部紧急采购2个雨棚"]),
        ("F7", "今日完成事项", ["物料全部到货并入库，现场人员培训完成", "线上线索量达800+，转化率12%"]),
        ("F8", "预警状态", ["正常", "正常", "预警", "正常", "预警"]),
        ("F8", "目标值", ["500万", 2000, "3000", 500, "≥15%"]),
        ("F8", "累计数据", ["350万", 850, 1800, 280, 0.125]),
        ("F8", "今日数据", ["80万", 120, 350, 65, "11%"]),
        ("F9", "动用备用金(元)", [1000, "-", "-", "-"]),
        ("F10", "实际值", ["620万", 1530, "16.2%", "549%", "92分"]),
        ("F10", "负责人", ["张*", "赵*", "李*", "刘*", "王*"]),
        ("F10", "分析说明", ["增量销售额50万元，成本7.7万元；成本控制良好"]),
    ],
)
def test_what_the_contradictions_quote_stands_there(
    book: Any, code: str, heading: str, quoted: list[object]
) -> None:
    stands = column(sheet(book, code), heading)
    assert [v for v in stands if v in quoted][: len(quoted)] == quoted


def test_budget_states_another_total_than_its_items_give(book: Any) -> None:
    *items, stated = (int(str(v).replace(",", "")) for v in column(sheet(book, "F3"), "预算金额(元)"))
    assert (sum(items), items[-1], stated) == (68_000, 5_000, 77_000)


def test_stages_and_universities_stand_in_the_creative_plan(book: Any) -> None:
    text = "\n".join(column(sheet(book, "F2"), "具体内容(示例)"))
    for words in ("预热期(7.20-7.25)", "爆发期(7.26-8.5)", "收尾期(8.6-8.10)", "5所目标高校"):
        assert words in text


def test_warm_up_and_pop_up_have_other_dates_in_the_schedule(book: Any) -> None:
    page = sheet(book, "F5")
    spans = {
        task: (start.date(), end.date())
        for task, start, end in zip(
            column(page, "任务名称"), column(page, "开始时间"), column(page, "结束时间"), strict=True
        )
        if hasattr(start, "date")
    }
    assert spans["活动预热启动"] == (date(2024, 7, 31), date(2024, 8, 5))
    assert spans["线下快闪执行"] == (date(2024, 8, 6), date(2024, 8, 10))
    assert spans["物料设计启动"][0] == date(2024, 7, 20)
    assert spans["方案最终确认"][1] == date(2024, 7, 20)


def test_live_show_was_decided_within_two_hours_and_one_alert_has_no_time(book: Any) -> None:
    page = sheet(book, "F9")
    reported, decided = column(page, "上报时间"), column(page, "决策时间")
    assert (decided[0] - reported[0]).total_seconds() / 3600 < 2
    assert (reported[2], decided[2]) == ("-", "-")
    assert "预警" in column(page, "问题")[2]


def test_hundred_answers_with_a_mean_of_92(book: Any) -> None:
    scores = column(sheet(book, "F11"), "满意度(分)")
    assert (len(scores), mean(scores)) == (100, 92)
    assert min(scores) >= 60
    assert max(scores) <= 100
    assert len(set(scores)) > 10


def test_retrospective_keeps_its_dated_actions_and_its_ambiguous_growth(book: Any) -> None:
    rows = list(sheet(book, "F12").parent["F12 复盘明细"].iter_rows(values_only=True))
    dated = {r[3]: r[4].date() for r in rows if hasattr(r[4], "date")}
    assert dated == {"周*": date(2024, 8, 15), "张*": date(2024, 8, 20)}
    assert any("提升3倍" in str(r[1]) for r in rows)


@pytest.mark.parametrize(
    ("metric", "channel", "so_far", "that_day"),
    [
        ("曝光量", "抖音", 3_500_000, 800_000),
        ("线索量", "抖音", 850, 120),
        ("线索量", "线下快闪店", 280, 65),
        ("线索量", "社群", 70, 15),
        ("转发量", "社群", 1_800, 350),
        ("有效线索量", "", 720, 100),
        ("订单量", "", 90, 11),
    ],
)
def test_sums_at_the_board(total: Total, metric: str, channel: str, so_far: int, that_day: int) -> None:
    assert total(metric, channel, to=BOARD) == so_far
    assert total(metric, channel, on=BOARD) == that_day


@pytest.mark.parametrize(
    ("metric", "whole"),
    [
        ("线索量", 2_480),
        ("有效线索量", 1_530),
        ("订单量", 248),
        ("销售额", 500_000),
        ("话题阅读量", 6_200_000),
    ],
)
def test_sums_at_the_end(total: Total, metric: str, whole: int) -> None:
    assert total(metric) == whole


def test_first_warm_up_day_is_under_the_trigger_by_one_form_and_over_it_by_the_other(total: Total) -> None:
    assert total("曝光量", "抖音", on="2024-07-20") < 500_000 < total("曝光量", "抖音", on="2024-07-31")


def test_every_series_has_each_day_once_and_nothing_negative(daily: list[tuple[str, str, str, int]]) -> None:
    keys = {(channel, metric) for _, channel, metric, _ in daily}
    assert len(daily) == len({row[:3] for row in daily}) == 22 * len(keys)
    assert min(row[3] for row in daily) >= 0
    assert (min(row[0] for row in daily), max(row[0] for row in daily)) == ("2024-07-20", END)


def test_douyin_spend_stays_within_its_budget_and_the_planned_draw(total: Total) -> None:
    assert 20_000 < total("花费", "抖音") <= 25_000
    assert total("花费", "高校公众号") == 0


def test_shares_of_a_whole_are_whole_and_sum_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DATA))
    share_out = import_module("reference.daily").share_out
    assert share_out(10, [1, 1, 1]) == [4, 3, 3]
    assert share_out(7, [0, 2, 1, 0]) == [0, 5, 2, 0]


def test_settings_name_every_channel_and_metric_of_the_data(
    config: Config, daily: list[tuple[str, str, str, int]]
) -> None:
    assert (config.as_of, config.board_as_of) == (date(2024, 8, 2), date(2024, 8, 2))
    assert config.window is not None
    assert (config.window.days, config.window.passed(date(2024, 8, 2))) == (22, 14)
    assert all(config.channel(channel) and config.metric(metric) for _, channel, metric, _ in daily)


def test_settings_name_every_channel_and_metric_of_the_forms(config: Config, book: Any) -> None:
    board, evaluation = sheet(book, "F8"), sheet(book, "F10")
    metrics = [*column(board, "核心指标")[:5], *column(evaluation, "核心指标")[:5]]
    goals = [m for cell in column(sheet(book, "F1"), "量化指标(示例)")[:3] for m in cell.split("、")]
    assert [m for m in (*metrics, *goals) if not config.metric(m)] == []
    assert [c for c in column(board, "渠道")[:5] if not config.channel(c)] == []
    assert [c.id for c in config.channels_in("高校公众号推文合作")] == ["accounts"]
    assert [c.id for c in config.channels_in("抖音同城投放")] == ["douyin"]


def test_every_row_of_the_forms_is_read_without_a_finding() -> None:
    campaign = load(FOLDER)
    assert list(campaign.reading) == []
    counts = {form.name: len(campaign.frame(form.name)) for form in FORMS}
    assert counts == {
        "goals": 6,
        "creative": 4,
        "budget": 8,
        "assignments": 5,
        "schedule": 8,
        "risk_plan": 4,
        "daily_log": 3,
        "board": 5,
        "issues": 4,
        "evaluation": 5,
        "answers": 100,
        "outline": 6,
        "retrospective": 7,
    }
    stated = campaign.total("budget", "planned")
    assert stated is not None
    assert (stated.value, str(stated.cell)) == (7_700_000, "F3!C12")
