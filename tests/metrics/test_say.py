"""Short texts beside figures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from campaignlib.config import Window
from campaignlib.figures import RATIO, Target, Unit
from campaignlib.metrics import say
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison


def test_targets_keep_their_comparison():
    assert say.target(Target(0.15), RATIO) == Label("≥15%", "≥15%")
    assert say.target(Target(0.1, Comparison.RANGE, 0.15), RATIO) == Label("10%～15%", "10–15%")
    assert say.target(Target(500_000), Unit("money")) == Label("≥500,000 元", "≥CNY 500,000")
    assert say.target(Target(85, Comparison.AT_LEAST), Unit("score")).zh == "≥85"


def test_values_by_unit():
    assert say.amount(Fraction(1, 8), RATIO) == Label("12.5%", "12.5%")
    assert say.amount(Fraction(549, 100), RATIO).zh == "549%"
    assert say.amount(Fraction(260, 3), Unit("score")).en == "86.67"
    assert say.amount(3_500_000, Unit("count")) == Label("350万", "3.5 million")


def test_windows_and_lists():
    window = Window(date(2024, 7, 26), date(2024, 8, 10))
    assert say.window(window) == Label("7月26日—8月10日", "26 Jul–10 Aug")
    assert say.joined(Label("一", "one"), Label("", ""), Label("二", "two")) == Label("一；二", "one; two")
    assert say.at(None) == ""
