"""Where it ends at this rate."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from campaignlib.metrics import forecast as module
from campaignlib.metrics.forecast import forecast
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import campaign

DAY = date(2025, 3, 3)


def board(daily=(), **changes):
    row = {
        "channel": "抖音",
        "metric": "线索量",
        "cumulative": 500.0,
        "target": 1200.0,
        "today": 90.0,
    } | changes
    return campaign(board=[row], daily=list(daily))


def days(*values, metric="leads"):
    return [
        {"day": DAY + timedelta(n), "channel": "douyin", "metric": metric, "value": v}
        for n, v in enumerate(values)
    ]


def one(c, day="2025-03-07"):
    (figure,) = forecast(c, day)
    return figure


def test_half_the_window_doubles_the_value():
    figure = one(board())
    assert (figure.value, figure.inputs["days_left"], figure.inputs["today"]) == (1000, 5, 90)
    assert figure.inputs["needed_per_day"] == 140
    assert (figure.low, figure.final_on) == (None, date(2025, 3, 12))


def test_the_reference_case():
    figure = forecast(reference(), "2024-08-02").one("forecast", "F8:2")
    assert round(figure.value, 1) == 1335.7
    assert figure.low < figure.value < figure.high < 2000
    assert figure.inputs["needed_per_day"] == 143.75
    assert len(forecast(reference(), "2024-08-02")) == 7


def test_five_days_give_an_interval_that_is_always_the_same():
    daily = days(80.0, 120.0, 90.0, 110.0, 100.0)
    first, second = one(board(daily)), one(board(daily))
    assert (first.low, first.high) == (second.low, second.high)
    assert 900 < first.low < 1000 < first.high < 1100
    assert one(board(days(80.0, 120.0, 90.0, 110.0))).low is None


def test_even_days_leave_no_doubt():
    figure = one(board(days(*[100.0] * 5)))
    assert (figure.low, figure.value, figure.high) == (1000, 1000, 1000)


def test_money_stays_decimal():
    figure = one(board(metric="销售额"))
    assert figure.value == Decimal(1000)


def test_a_target_reached_needs_nothing_more():
    assert module.needed_per_day(Fraction(5), Fraction(3), 2) == 0
    assert module.needed_per_day(Fraction(1), Fraction(3), 0) is None


def test_after_the_end_it_is_what_was_reached():
    c = board(days(*[100.0] * 10))
    figure = one(c.but(config=c.config), "2025-03-20")
    assert (figure.low, figure.final_on, figure.inputs["needed_per_day"]) == (None, None, None)


def test_before_the_start_and_without_data():
    assert one(board(), "2025-03-02").status is Standing.NOT_STARTED
    empty = one(board(cumulative=None))
    assert (empty.value, empty.status) == (None, Standing.NO_DATA)


def test_rates_have_no_forecast():
    c = board(metric="线索转化率", cumulative=0.1, target=0.15)
    assert len(forecast(c, "2025-03-07")) == 0
