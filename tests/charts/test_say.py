from __future__ import annotations

from campaignlib.charts.say import bracketed, currency_word, listed, sentence
from campaignlib.words.label import Label


def test_clauses_end_with_where_the_table_is() -> None:
    parts = [Label("累计 280 条", "280 so far"), Label("", ""), Label("期末推算 373", "forecast 373")]
    end = Label("数据见下表", "figures in the table below")
    assert sentence(parts, end, "zh") == "累计 280 条；期末推算 373。数据见下表。"
    assert sentence(parts, end, "en") == "280 so far; forecast 373. Figures in the table below."


def test_lists_brackets_and_currencies_follow_the_language() -> None:
    names = [Label("抖音", "Douyin"), Label("社群", "Groups")]
    assert (listed(names, "zh"), listed(names, "en")) == ("抖音、社群", "Douyin, Groups")
    assert (bracketed("条"), bracketed("F4", "en"), bracketed("")) == ("（条）", " (F4)", "")
    assert (currency_word("CNY", "zh"), currency_word("HKD", "en")) == ("元", "HKD")
