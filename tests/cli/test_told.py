from __future__ import annotations

from decimal import Decimal

from campaignlib.cli import told
from campaignlib.figures import INDEX, Figure, Target, Unit
from campaignlib.findings import Cell
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison, Standing

LEADS = Label("条", "leads")
PACE = Figure(
    name="pace",
    key="F8:2",
    of=Label("抖音线索", "Douyin leads"),
    value=0.668,
    unit=INDEX,
    target=Target(2000, Comparison.AT_LEAST),
    status=Standing.BEHIND,
    rule=Label("节奏 <0.80", "pace <0.80"),
    basis=Label("8月1日—8月10日", "1–10 Aug"),
    definition=Label("达成率 ÷ 时间进度", "attainment ÷ share of time"),
    inputs={"unit": {"kind": "count", "label": LEADS}},
    cells=tuple(Cell("forms.xlsx", "F8 看板", f"D{n}") for n in range(5, 13)),
)


def test_a_figure_is_its_value_with_what_judged_it_and_where_it_comes_from() -> None:
    assert told.figures([PACE], "zh", "CNY").splitlines() == [
        "pace F8:2  抖音线索  0.67  ≥2,000 条  落后",
        "    节奏 <0.80 · 8月1日—8月10日 · F8!D5, F8!D6, F8!D7, F8!D8, F8!D9, F8!D10, …",
        "",
        "pace: 达成率 ÷ 时间进度",
    ]


def test_columns_stand_below_each_other_and_meanings_once() -> None:
    money = PACE.but(
        key="F8:1", of=Label("销售", "Sales"), value=Decimal("34.50"), unit=Unit("money"), cells=()
    )
    lines = told.figures([PACE.but(cells=()), money], "en", "EUR").splitlines()
    assert lines[0] == "pace F8:2  Douyin leads  0.67       ≥2,000 leads  Behind"
    assert lines[2] == "pace F8:1  Sales         EUR 34.50  ≥2,000 leads  Behind"
    assert lines[5:] == ["pace: attainment ÷ share of time"]


def test_no_value_is_a_dash_and_its_reason_once() -> None:
    reason = Label("尚无数据", "no data yet")
    none = Figure(
        name="roi", of=Label("活动", "Campaign"), undefined=reason, rule=reason, status=Standing.NO_DATA
    )
    assert told.figures([none], "zh", "CNY").splitlines() == ["roi  活动  —  无数据", "    尚无数据"]


def test_an_interval_stands_with_its_value() -> None:
    rate = Figure(name="rate", of=Label("转化率", "Rate"), value=0.125, low=0.1028, high=0.1512)
    assert told.figures([rate], "zh", "CNY") == "rate  转化率  12.5% (10.28%～15.12%)"


def test_records_have_the_frames_columns_without_empty_ones() -> None:
    rows = [
        {"record": 1, "item": "讲师费\n用", "planned": 5000.0, "actual": None, "start": "2024-07-20"},
        {"record": 2, "item": "x", "planned": 0.5, "actual": None, "start": None},
    ]
    assert told.records(rows).splitlines() == [
        "record  item       planned  start",
        "1       讲师费 用  5,000    2024-07-20",
        "2       x          0.5",
    ]
    assert told.records([]) == ""
