from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.values import condition
from tests.values.texts import WRITINGS, only_refuses, refused


@pytest.mark.parametrize(
    ("text", "subject", "operator", "value"),
    [
        ("预热期首日曝光量<50万", "预热期首日曝光量", "<", "500000"),
        ("预热期首日曝光量＜５０万", "预热期首日曝光量", "<", "500000"),
        ("气象预报显示降雨概率≥60%", "气象预报显示降雨概率", "≥", "0.6"),
        ("转化率低于10%", "转化率", "<", "0.1"),
        ("转化率不低于10%", "转化率", "≥", "0.1"),
        ("线索量不足500条时", "线索量", "<", "500"),
        ("曝光量没有达到50万", "曝光量", "<", "500000"),
        ("ROI未达300%", "ROI", "<", "3"),
        ("退货率超过5%", "退货率", ">", "0.05"),
        ("日花费不超过5000元", "日花费", "≤", "5000"),
        ("单条线索成本>60元", "单条线索成本", ">", "60"),
        ("满意度<85分", "满意度", "<", "85"),
        ("互动率10%以下", "互动率", "≤", "0.1"),
        ("降雨概率60%及以上", "降雨概率", "≥", "0.6"),
        ("库存=0", "库存", "=", "0"),
        ("impressions < 500,000", "impressions", "<", "500000"),
        ("Conversion Below 10%", "Conversion", "<", "0.1"),
    ],
)
def test_conditions_as_people_write_them(text: str, subject: str, operator: str, value: str) -> None:
    found = condition.read(text)
    assert (found.subject, found.operator, found.value, found.text) == (
        subject,
        operator,
        Decimal(value),
        text,
    )


@pytest.mark.parametrize(
    "text",
    [
        "物料未在8月1日前到位", "活动开始前1小时设备测试异常", "<50万", "曝光量<", "曝光量<50万且互动率<10%", "曝光量<约50万",
        "曝光量50万", "曝光量提升3倍以上", "连续3天曝光量<50万，或遇雨", "", "曝光量<5-6万",
    ],
)  # fmt: skip
def test_prose_and_double_conditions_stay_with_a_person(text: str) -> None:
    assert refused(lambda: condition.read(text)).read == text


@pytest.mark.parametrize(
    ("operator", "below", "equal", "above"),
    [
        ("<", True, False, False),
        ("≤", True, True, False),
        (">", False, False, True),
        ("≥", False, True, True),
        ("=", False, True, False),
    ],
)
def test_holding(operator: str, below: bool, equal: bool, above: bool) -> None:
    found = condition.read(f"转化率{operator}10%")
    assert [found.holds(x) for x in (0.0999, 0.1, Decimal("0.1001"))] == [below, equal, above]


def test_nothing_holds_of_nothing() -> None:
    assert not condition.read("转化率<10%").holds(float("nan"))


@given(WRITINGS)
def test_no_text_raises_anything_else(text: str) -> None:
    only_refuses(lambda: condition.read(text))


@given(st.integers(0, 10**9), st.sampled_from("<≤>≥="))
def test_a_written_condition_reads_back(value: int, operator: str) -> None:
    found = condition.read(f"曝光量{operator}{value:,}")
    assert (found.subject, found.operator, found.value) == ("曝光量", operator, value)
