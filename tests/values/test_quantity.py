from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.values import quantity
from campaignlib.values.context import Context, Raw
from tests.values.texts import CELLS, SUMMER, WRITINGS, only_refuses, refused


@pytest.mark.parametrize(
    ("written", "label", "value", "comparison", "kind"),
    [
        ("话题阅读量500万+", "话题阅读量", "5000000", "at_least", "count"),
        ("搜索量增长30%", "搜索量", "0.30", None, "change"),
        ("线索量2000+", "线索量", "2000", "at_least", "count"),
        ("有效率≥60%", "有效率", "0.60", "at_least", "ratio"),
        ("转化率≥15%", "转化率", "0.15", "at_least", "ratio"),
        ("销售额50万元", "销售额", "500000", None, "money"),
        ("≥85分", "", "85", "at_least", "score"),
        ("92分", "", "92", None, "score"),
        ("60%", "", "0.60", None, "ratio"),
        ("６０％", "", "0.60", None, "ratio"),
        ("５‰", "", "0.005", None, "ratio"),
        ("<10%", "", "0.10", "at_most", "ratio"),
        ("(<10%)", "", "0.10", "at_most", "ratio"),
        ("（≤１０％）", "", "0.10", "at_most", "ratio"),
        ("不低于60%", "", "0.60", "at_least", "ratio"),
        ("2000条以上", "", "2000", "at_least", "count"),
        ("5%以内", "", "0.05", "at_most", "ratio"),
        ("不超过7万元", "", "70000", "at_most", "money"),
        ("50,000+", "", "50000", "at_least", "count"),
        ("3W+", "", "30000", "at_least", "count"),
        ("1.5w", "", "15000", None, "count"),
        ("2k", "", "2000", None, "count"),
        ("350万", "", "3500000", None, "count"),
        ("(500)", "", "-500", None, "count"),
        ("-5%", "", "-0.05", None, "ratio"),
        ("+30%", "", "0.30", None, "change"),
        ("搜索 +30 %", "搜索", "0.30", None, "change"),
        ("退货率下降20%", "退货率", "-0.20", None, "change"),
        ("销售额同比增长20%", "销售额", "0.20", None, "change"),
        ("提升2个百分点", "", "0.02", None, "change"),
        ("转化率提升至15%", "转化率", "0.15", None, "ratio"),
        ("退货率下降≥20%", "退货率", "-0.20", "at_most", "change"),
        ("ROI≥300%", "ROI", "3", "at_least", "ratio"),
        ("549%", "", "5.49", None, "ratio"),
        ("50.33元/条", "", "50.33", None, "money"),
        ("￥77,000", "", "77000", None, "money"),
        ("=100", "", "100", "exactly", "count"),
        ("H5访问量2万", "H5访问量", "20000", None, "count"),
        ("618期间销售额50万元", "618期间销售额", "500000", None, "money"),
        ("线索2000(条)", "线索", "2000", None, "count"),
        ("转化率为12%", "转化率", "0.12", None, "ratio"),
        ("at least 60%", "", "0.60", "at_least", "ratio"),
        ("2,000+ leads", "", "2000", "at_least", "count"),
        ("search index +30%", "search index", "0.30", None, "change"),
        ("sales 500,000 CNY", "sales", "500000", None, "money"),
    ],
)
def test_one_quantity(written: str, label: str, value: str, comparison: str | None, kind: str) -> None:
    found = quantity.read(written)
    assert (found.label, found.value, found.kind) == (label, Decimal(value), kind)
    assert (found.comparison.value if found.comparison else None) == comparison


@pytest.mark.parametrize(
    ("written", "low", "high", "kind"),
    [
        ("10-15%", "0.10", "0.15", "ratio"),
        ("10%～15%", "0.10", "0.15", "ratio"),
        ("80~90分", "80", "90", "score"),
        ("5-10万", "50000", "100000", "count"),
        ("2000至3000条", "2000", "3000", "count"),
    ],
)
def test_a_range_keeps_both_ends(written: str, low: str, high: str, kind: str) -> None:
    found = quantity.read(written)
    assert (found.value, found.upper, found.kind) == (Decimal(low), Decimal(high), kind)
    assert quantity.comparison(written, SUMMER) == "range"


@pytest.mark.parametrize(
    "written",
    [
        "34,8", "200+1000", "约2000", "2000左右", "近500万", "100多人", "提升3倍", "3倍", "8折", "1/3", "一百", "若干", "", "-",
        "500万+，30%", "线索量2000+有效率≥60%", "15-10%", "10%-15分", "5-5%", "2024年8月2日至", "abc", "grew 3 times", "about 2000",
    ],
)  # fmt: skip
def test_rough_or_double_writings_are_refused(written: str) -> None:
    assert refused(lambda: quantity.read(written)).read == written
    refused(lambda: quantity.amount(written, SUMMER))
    refused(lambda: quantity.comparison(written, SUMMER))


@pytest.mark.parametrize(
    ("raw", "number_format", "value"),
    [
        ("11%", "", 0.11),
        ("12.5%", "", 0.125),
        ("≥85分", "", 85.0),
        ("80万", "", 800_000.0),
        ("500万+", "", 5_000_000.0),
        ("50万元", "", 500_000.0),
        (0.6, "0%", 0.6),
        (0.833, "0.0%", 0.833),
        (2000, "General", 2000.0),
        (120, "#,##0", 120.0),
    ],
)
def test_amounts_of_cells(raw: Raw, number_format: str, value: float) -> None:
    assert quantity.amount(raw, Context(number_format=number_format)) == value


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("500万+", "at_least"),
        ("≥15%", "at_least"),
        ("≤3%", "at_most"),
        ("3000", None),
        (3000, None),
        (0.15, None),
    ],
)
def test_comparisons_of_cells(raw: Raw, code: str | None) -> None:
    assert quantity.comparison(raw, SUMMER) == code


def test_a_result_is_one_value_and_no_range() -> None:
    assert quantity.single("620万", SUMMER) == 6_200_000.0
    assert quantity.single(0.162, SUMMER) == 0.162
    assert refused(lambda: quantity.single("80-90分", SUMMER)).expected_zh == "一个数值，而不是区间"
    assert quantity.amount("80-90分", SUMMER) == 80.0


@pytest.mark.parametrize("raw", [True, date(2024, 8, 2), datetime(2024, 8, 2)])
def test_a_date_is_no_quantity(raw: Raw) -> None:
    refused(lambda: quantity.amount(raw, SUMMER))
    refused(lambda: quantity.comparison(raw, SUMMER))


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        (
            "抖音预热视频上线，播放量5万+；社群转发启动200+人",
            [("播放量", "50000", ""), ("社群转发启动", "200", "人")],
        ),
        ("线上线索量达800+，转化率12%", [("线上线索量", "800", ""), ("转化率", "0.12", "%")]),
        ("增量销售额50万元，总成本7.7万元", [("增量销售额", "500000", "元"), ("总成本", "77000", "元")]),
        ("每人邀请5人，追加5000元抖音投放预算", [("每人邀请", "5", "人"), ("追加", "5000", "元")]),
        ("直播间互动率偏低(<10%)", [("直播间互动率偏低", "0.10", "%")]),
        ("雨棚数量不足(仅够2个摊位)", [("仅够", "2", "个")]),
        ("直播观看2000人(计划5000人)", [("直播观看", "2000", "人"), ("计划", "5000", "人")]),
        ("晚间20:00-22:00直播，1000元DOU+定向", [("", "1000", "元")]),
        ("每日17:00前提交进度表", []),
        ("物料7.30前到位，8月1日前全部到位", []),
        ("预热期(7.20-7.25)：预热；爆发期(7.26-8.5)：爆发", []),
        ("2024年8月2日完成培训，2024-08-05复盘", []),
        ("618大促和双11、H5上线、第3批、2024 Q3", []),
        ("提升3倍，约2000人，近500万，34,8，200+1000，100多人", []),
        ("8.6-8.10线下快闪5天，覆盖5所高校", [("线下快闪", "5", "天"), ("覆盖", "5", "所")]),
        ("H5浏览50,000+，618期间GMV达1.2亿", [("H5浏览", "50000", ""), ("618期间GMV", "120000000", "")]),
        ("互动率从8%提升到12%", [("互动率", "0.08", "%"), ("互动率", "0.12", "%")]),
        ("线索量850", [("线索量", "850", "")]),
        ("线索850，分三批", []),
        ("新增800，300人参与", [("", "300", "人")]),
        ("满意度92分，评分4.5分", [("满意度", "92", "分"), ("评分", "4.5", "分")]),
        ("内部团队加班费(3人×5天×800元/天)", []),
    ],
)
def test_quantities_in_prose(prose: str, found: list[tuple[str, str, str]]) -> None:
    assert [(q.label, q.value, q.unit) for q in quantity.quantities(prose)] == [
        (label, Decimal(value), unit) for label, value, unit in found
    ]


def test_a_quantity_in_prose_knows_what_follows_and_where_it_stands() -> None:
    prose = "发布推文，增加5000元抖音投放预算"
    (found,) = quantity.quantities(prose)
    assert (found.after, found.text) == ("抖音投放预算", "5000元")
    assert prose[found.start :].startswith("5000元")


def test_a_lead_in_percent_is_a_change() -> None:
    (found,) = quantity.quantities("曝光量比目标高24%")
    assert (found.label, found.value, found.kind) == ("曝光量", Decimal("0.24"), "change")


@given(WRITINGS)
def test_no_text_raises_anything_else(written: str) -> None:
    only_refuses(lambda: quantity.read(written))
    only_refuses(lambda: quantity.quantities(written))


@given(CELLS)
def test_no_cell_raises_anything_else(raw: Raw) -> None:
    only_refuses(lambda: quantity.amount(raw, SUMMER))
    only_refuses(lambda: quantity.comparison(raw, SUMMER))


_FORMATS = st.sampled_from(
    [
        ("{}", 0, None),
        ("{}+", 0, "at_least"),
        ("≥{}%", -2, "at_least"),
        ("≤{}分", 0, "at_most"),
        ("{}万元", 4, None),
    ]
)


@given(st.decimals(0, 10**6, places=1), _FORMATS)
def test_a_written_quantity_reads_back(value: Decimal, style: tuple[str, int, str | None]) -> None:
    pattern, power, comparison = style
    found = quantity.read("线索" + pattern.format(f"{value:,f}"))
    assert found.value == value.scaleb(power)
    assert (found.comparison.value if found.comparison else None) == comparison
    assert found.label == "线索"


def test_a_cell_as_long_as_excel_allows_takes_no_time() -> None:
    for piece in ("1,", "9", "5万+，", "约", "(1-", "7.20-"):
        quantity.quantities((piece * 32_767)[:32_767])
