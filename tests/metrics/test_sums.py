"""Daily data added up: exact, in any order, nothing counted twice."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from campaignlib.metrics import sums
from tests.metrics.reference import reference
from tests.support import campaign

DAY = date(2025, 3, 3)
row = st.builds(
    lambda day, channel, value: {
        "day": DAY + timedelta(day),
        "channel": channel,
        "metric": "leads",
        "value": value / 100,
    },
    st.integers(0, 9),
    st.sampled_from(["douyin", "groups"]),
    st.integers(0, 10**7),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(row, min_size=1, max_size=25), st.randoms())
def test_channels_add_up_to_the_whole_in_any_order(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    one, other = campaign(daily=rows), campaign(daily=shuffled)
    whole = sums.total(one, "leads")
    parts = [s for s in (sums.total(one, "leads", ch) for ch in ("douyin", "groups")) if s]
    assert whole.value == sum(s.value for s in parts) == sums.total(other, "leads").value


def test_a_row_for_the_whole_is_not_added_to_its_channels():
    c = campaign(
        daily=[
            {"day": DAY, "channel": "douyin", "metric": "leads", "value": 5.0},
            {"day": DAY, "channel": "all", "metric": "leads", "value": 8.0},
            {"day": DAY + timedelta(1), "channel": "douyin", "metric": "leads", "value": 2.0},
        ]
    )
    found = sums.total(c, "leads")
    assert (found.value, found.days) == (10, 2)
    assert [str(cell) for cell in found.cells] == ["daily.csv!D3:D4"]


def test_days_without_a_value_are_missing_not_zero():
    c = campaign(
        daily=[
            {"day": DAY, "channel": "douyin", "metric": "leads", "value": 5.0},
            {"day": DAY + timedelta(2), "channel": "douyin", "metric": "leads", "value": None},
        ]
    )
    assert sums.by_day(c, "leads") == {DAY: 5.0}
    assert sums.total(c, "leads", since=DAY + timedelta(1)) is None
    assert sums.total(c, "orders") is None
    assert sums.latest(c, "orders") is None


def test_what_a_metric_comes_to_over_days():
    def day(n, metric, value):
        return {"day": DAY + timedelta(n), "channel": "douyin", "metric": metric, "value": value}

    rows = [
        day(0, "orders", 3.0),
        day(0, "qualified_leads", 10.0),
        day(1, "orders", 1.0),
        day(1, "qualified_leads", 30.0),
    ]
    c = campaign(daily=[*rows, day(2, "orders", 1.0), day(2, "qualified_leads", 0.0)])

    def to(name, since=None, until=None):
        found = sums.measured(c, c.config.by_id(name), "douyin", since, until)
        return found.value if found else None

    assert to("orders") == 5
    assert to("conversion_rate", until=DAY + timedelta(1)) == Fraction(4, 40)
    assert to("conversion_rate", DAY + timedelta(2)) is None  # no lead that day
    assert to("satisfaction") is None


def test_data_of_the_time_before_the_campaign_is_no_result_of_it():
    rows = [
        {"day": day, "channel": "douyin", "metric": "leads", "value": value}
        for day, value in ((date(2025, 1, 15), 5000.0), (date(2025, 2, 28), 70.0), (date(2025, 3, 1), 3.0))
    ]
    c = campaign(daily=[*rows, {"day": DAY, "channel": "douyin", "metric": "leads", "value": 5.0}])
    assert sums.total(c, "leads").value == 8
    assert sums.total(c, "leads", since=date(2025, 2, 1)).value == 78
    assert list(sums.by_day(c, "leads")) == [date(2025, 3, 1), DAY]


def test_the_channels_of_a_day_add_up_to_the_cent():
    rows = [
        {"day": DAY, "channel": channel, "metric": "spend", "value": value}
        for channel, value in (("douyin", 0.1), ("groups", 0.2))
    ]
    assert sums.by_day(campaign(daily=rows), "spend") == {DAY: 0.3}


def test_the_last_value_of_what_does_not_add_up():
    rows = [
        {"day": DAY + timedelta(n), "channel": "all", "metric": "satisfaction", "value": 80.0 + n}
        for n in (0, 4)
    ]
    found = sums.latest(campaign(daily=rows), "satisfaction", until=DAY + timedelta(3))
    assert (found.value, found.last) == (80, DAY)


def test_counts_of_the_reference_case():
    def to(metric, channel, day):
        return sums.total(reference(), metric, channel, None, day).value

    today, end = date(2024, 8, 2), date(2024, 8, 10)
    assert [to("leads", ch, today) for ch in ("douyin", "popup", "groups", "all")] == [850, 280, 70, 1200]
    assert [to(m, "all", today) for m in ("qualified_leads", "orders")] == [720, 90]
    assert [to(m, "all", end) for m in ("leads", "qualified_leads", "orders", "sales")] == [
        2480,
        1530,
        248,
        500_000,
    ]
