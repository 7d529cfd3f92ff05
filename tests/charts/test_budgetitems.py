from __future__ import annotations

import pytest

from campaignlib.charts.budgetitems import (
    Item,
    Total,
    amount,
    item_label,
    read_item,
    rule_share,
    short_name,
    spending,
)
from campaignlib.findings import Cell
from tests.charts import seen

RESERVE = seen.budget_item(3, "应急备用金", 5_000, group="other")
RULE = seen.reserve(3, 5_000, 37_000)


def test_spending_is_the_forms_else_that_of_daily_data() -> None:
    assert spending(seen.budget_item(1, "讲师", 5_000, actual=4_800, daily_spend=100)) == (4_800, False)
    assert spending(seen.budget_item(1, "抖音", 5_000, daily_spend=100)) == (100, True)
    assert spending(seen.budget_item(1, "讲师", 5_000)) == (None, False)


def test_the_reserve_is_known_by_its_cell_and_amount() -> None:
    assert read_item(RESERVE, RULE, "zh").need == (3_700, 5_550)
    assert read_item(RESERVE, None, "zh").need is None
    elsewhere = RULE.but(cells=(Cell("forms.xlsx", "F3", "C99"),))
    assert read_item(RESERVE, elsewhere, "zh").need is None
    assert read_item(RESERVE, seen.reserve(3, 4_000, 37_000), "zh").need is None
    unknown = RULE.but(inputs=RULE.inputs | {"base": None})
    assert read_item(RESERVE, unknown, "zh").need is None


def test_classes_are_named_without_the_word_cost() -> None:
    assert read_item(RESERVE, None, "zh").group == "其他"
    assert read_item(RESERVE, None, "en").group == "Other"


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "—／5,000　规则 10%～15%，应为 3,700～5,550"), ("en", "— / 5,000, rule 10–15%: 3,700–5,550")],
)
def test_labels_say_spending_budget_and_rule(lang: str, said: str) -> None:
    assert item_label(read_item(RESERVE, RULE, "zh"), rule_share(RULE), lang) == said  # type: ignore[arg-type]
    plain = Item("讲师", "人力", 5_000, 4_800.5, False)
    assert item_label(plain, None, "zh") == "4,800.5／5,000"


def test_arithmetic_leaves_the_name_before_the_name_is_cut() -> None:
    assert short_name("加班费(3人×5天)", 300) == "加班费(3人×5天)"
    assert short_name("加班费(3人×5天)", 80) == "加班费"
    assert short_name("一个很长很长的项目名称", 80).endswith("…")


def test_a_total_differs_only_when_the_form_states_another() -> None:
    assert Total(100, 120, None, False).differs
    assert not Total(100, 100, None, False).differs
    assert not Total(100, None, None, False).differs
    assert amount(1234567) == "1,234,567"
