from __future__ import annotations

from decimal import Decimal

import pytest

from campaignlib.values.scan import scan
from campaignlib.words.terms import Comparison


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("播放量5万+;转发200+人", [("播放量", "5万+"), ("转发", "200+人")]),
        ("互动率偏低(<10%)", [("互动率偏低", "<10%")]),
        ("转化率从8%提升到12%", [("转化率", "8%"), ("转化率", "12%")]),
        ("H5浏览量300", [("H5浏览量", "300")]),
        ("34,8 200+1000 1.2.3 约20 20左右 3倍 3×5", []),
        ("成本控制在5万元以内", [("成本", "控制在5万元以内")]),
    ],
)
def test_what_counts_as_a_quantity_and_what_it_is_of(text: str, found: list[tuple[str, str]]) -> None:
    assert [(q.label, q.text) for q in scan(text)] == found


def test_a_masked_name_stays_in_the_label() -> None:
    (found,) = scan("AAA期间销售额50万元", "618期间销售额50万元")
    assert found.label == "618期间销售额"


def test_a_fall_turns_its_comparison_round() -> None:
    (found,) = scan("退货率下降至少20%")
    assert (found.value, found.comparison) == (Decimal("-0.20"), Comparison.AT_MOST)
