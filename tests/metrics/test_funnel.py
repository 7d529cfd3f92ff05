"""The funnel per channel."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from campaignlib.metrics.funnel import funnel
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import campaign

DAY = date(2025, 3, 3)


def row(metric, value, channel="douyin", day=0):
    return {"day": DAY + timedelta(day), "channel": channel, "metric": metric, "value": value}


def test_channels_of_the_reference_case():
    figures = funnel(reference(), "2024-08-02")
    found = {key: figures.one("leads", key).value for key in ("douyin", "popup", "groups", "all")}
    assert found == {"douyin": 850, "popup": 280, "groups": 70, "all": 1200}
    assert round(figures.one("leads", "douyin").inputs["share_of_all"], 3) == 0.708
    rate = figures.one("conversion_rate", "all")
    assert (rate.value, round(rate.low, 3), rate.final_on) == (0.125, 0.103, date(2024, 9, 9))
    assert figures.one("cpl", "groups").undefined == Label("没有花费数据", "no data on spend")


def test_a_rate_is_the_sum_of_its_numerators_over_the_sum_of_its_denominators():
    days = zip((100.0, 900.0, 20.0), (50.0, 100.0, 10.0), strict=True)
    rows = [r for n, (s, p) in enumerate(days) for r in (row("sales", s, day=n), row("spend", p, day=n))]
    assert funnel(campaign(daily=rows), "2025-03-10").one("mer", "all").value == 6.375


def test_costs_per_step_are_money():
    c = campaign(daily=[row("spend", 100.0), row("leads", 8.0), row("qualified_leads", 4.0)])
    figures = funnel(c, DAY)
    assert figures.one("cpl", "douyin").value == Decimal("12.5")
    assert figures.one("cost_per_qualified", "all").value == Decimal(25)
    assert figures.one("qualified_rate", "douyin").inputs["numerator"] == 4


def test_nothing_to_divide_by_is_undefined():
    figure = funnel(campaign(daily=[row("spend", 100.0), row("leads", 0.0)]), DAY).one("cpl", "all")
    assert (figure.value, figure.undefined.zh, figure.status) == (None, "线索为0", Standing.NO_DATA)


def test_what_no_channel_has_stands_apart():
    c = campaign(daily=[row("spend", 70.0), row("spend", 100.0, "all")])
    figures = funnel(c, DAY)
    assert {f.key: f.value for f in figures.named("spend")} == {"douyin": 70, "all": 100, "unallocated": 30}


def test_before_its_first_day_a_metric_has_no_data():
    figure = funnel(campaign(daily=[row("leads", 5.0, day=4)]), DAY).one("leads", "all")
    assert (figure.value, figure.status) == (None, Standing.NO_DATA)


@pytest.mark.parametrize("day", ["2025-03-03", "2025-03-05", "2025-03-20"])
def test_channels_always_add_up_to_the_whole(day):
    rows = [row("leads", float(n + k), ch, n) for n in range(5) for k, ch in enumerate(("douyin", "groups"))]
    named = {f.key: f.value for f in funnel(campaign(daily=rows), day).named("leads")}
    assert named.pop("all") == sum(named.values())


def test_no_data_no_figures():
    assert len(funnel(campaign(), DAY)) == 0
