from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.charts.budget import budget
from campaignlib.charts.drawing import Drawing
from campaignlib.figures import Figure, Figures
from campaignlib.words.label import Lang
from tests.charts import seen

ITEMS = (
    seen.budget_item(1, "加班费(3人×5天×800元/天)", 12_000, group="people"),
    seen.budget_item(2, "抖音同城投放", 20_000, daily_spend=12_700),
    seen.budget_item(3, "应急备用金", 5_000, group="other"),
    seen.budget_item(0, "合计", 37_000, daily_spend=12_700).but(key="total"),
)
RULE = Figures([seen.reserve(3, 5_000, 37_000)])


def drawn(*items: Figure, **more: Any) -> Drawing:
    made = budget(Figures(items), more.pop("rule", RULE), more.pop("stated", Decimal(41_000)), **more)
    assert made is not None
    return made


def said(drawing: Drawing, size: Any = "wide") -> list[str]:
    return [s.text for s in seen.texts(drawing.svg("print", size))]


def test_items_by_class_with_spending_and_budget() -> None:
    shown = said(drawn(*ITEMS))
    assert {"人力", "渠道", "其他", "抖音同城投放", "—／12,000", "12,700／20,000"} < set(shown)


def test_the_reserve_shows_the_range_its_rule_asks_for() -> None:
    assert "—／5,000　规则 10%～15%，应为 3,700～5,550" in said(drawn(*ITEMS))
    assert not [t for t in said(drawn(*ITEMS, rule=Figures())) if "规则" in t]


def test_the_stated_total_differs_from_the_sum() -> None:
    assert {"明细合计 37,000", "表上合计 41,000 ≠ 差 4,000"} < set(said(drawn(*ITEMS)))
    equal = said(drawn(*ITEMS, stated=37_000))
    assert not [t for t in equal if "表上合计" in t]
    assert not [t for t in said(drawn(*ITEMS, stated=None)) if "表上合计" in t]


def test_the_stated_total_may_come_from_the_contingency() -> None:
    held = seen.reserve(3, 5_000, 41_000).but(key="stated")
    shown = said(drawn(*ITEMS, rule=Figures([*RULE, held]), stated=None))
    assert "表上合计 41,000 ≠ 差 4,000" in shown


def test_spending_of_daily_data_is_named_as_such() -> None:
    assert "每日数据支出 12,700" in said(drawn(*ITEMS))
    assert "bar_daily" in [s.shape for s in drawn(*ITEMS).key]
    spent = seen.budget_item(2, "抖音同城投放", 20_000, actual=21_000)
    total = seen.budget_item(0, "合计", 20_000, actual=21_000).but(key="total")
    made = drawn(spent, total, stated=None)
    assert {"21,000／20,000", "已支出 21,000"} < set(said(made))
    assert "bar" in [s.shape for s in made.key]


def test_the_alternative_says_what_differs() -> None:
    text = drawn(*ITEMS).description
    assert "明细合计 37,000；表上合计 41,000，差 4,000" in text
    assert "实际支出未填，每日数据里有 12,700" in text
    assert text.endswith("数据见预算表。")


def test_the_key_names_the_currency() -> None:
    assert drawn(*ITEMS, currency="HKD", lang="en").key[0].label.en == "budget, HKD"
    assert drawn(*ITEMS).key[0].label.zh == "预算（元）"


def test_without_items_there_is_nothing_to_draw() -> None:
    assert budget(Figures(), Figures()) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["wide", "narrow", "paper"])
@pytest.mark.parametrize("stated", [None, 5_000, 36_500, 38_000, 41_000, 90_000])
def test_labels_do_not_touch(lang: Lang, size: Any, stated: int | None) -> None:
    long = seen.budget_item(4, "一个名字特别长的渠道合作项目(说明也很长很长)", 19_000, actual=18_000)
    for figures in (ITEMS, (*ITEMS[:2], long, *ITEMS[2:])):
        assert seen.collisions(drawn(*figures, lang=lang, stated=stated).svg("print", size)) == []


def test_the_drawing_is_as_it_was(snapshot: SnapshotAssertion) -> None:
    made = drawn(*ITEMS)
    assert [made.svg(), made.svg(size="narrow")] == snapshot
