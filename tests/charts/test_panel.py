from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from campaignlib.charts.panel import HEIGHT, WIDTH, Panel, axis_days, panel_spec
from campaignlib.charts.svg import render
from tests.charts.seen import collisions, texts

FIRST, TODAY, LAST = date(2024, 7, 19), date(2024, 8, 2), date(2024, 8, 10)
COUNT = Panel(
    first=FIRST,
    last=LAST,
    today=TODAY,
    start=FIRST + timedelta(1),
    end=LAST,
    top=650,
    actual=280,
    actual_text="280",
    behind=True,
    line=[(FIRST, 0), (date(2024, 7, 28), 90), (TODAY, 280)],
    plan=[(FIRST, 0), (LAST, 500)],
    tolerance=0.2,
    target=500,
    target_text="目标 500",
    forecast=(440, 360, 520),
    forecast_text="推算 440",
)
RATE = replace(
    COUNT,
    top=0.22,
    actual=0.125,
    actual_text="12.5%",
    behind=False,
    line=[(FIRST + timedelta(1), 0.05), (TODAY, 0.125)],
    shade=[(FIRST + timedelta(1), 0.01, 0.4), (TODAY, 0.103, 0.151)],
    plan=[],
    target=None,
    forecast=None,
    levels=[(0.15, "ink", "目标 ≥15%", False), (0.10, "bad", "底线 10%", True)],
)


def svg(panel: Panel) -> str:
    return render(panel_spec(panel), name="x", title="t", description="d", lang="zh", theme="print")


def said(panel: Panel) -> list[str]:
    return [s.text for s in texts(svg(panel))]


def test_a_panel_shows_actual_target_forecast_and_dates() -> None:
    assert sorted(said(COUNT)) == sorted(["7/20", "8/2", "8/10", "280", "目标 500", "推算 440"])
    assert f'viewBox="0 0 {WIDTH} {HEIGHT}"' in svg(COUNT)


def test_a_rate_shows_its_target_and_floor() -> None:
    assert {"12.5%", "目标 ≥15%", "底线 10%"} < set(said(RATE))


def test_dates_that_would_touch_give_way_to_today() -> None:
    assert "8/10" not in said(replace(COUNT, today=LAST - timedelta(1)))
    assert "8/9" in said(replace(COUNT, today=LAST - timedelta(1)))


@pytest.mark.parametrize("actual", [0, 20, 100, 280, 318, 440, 500, 640])
@pytest.mark.parametrize("today", [1, 5, 9, 14, 18, 22])
@pytest.mark.parametrize("end", [17, 22])
def test_labels_never_touch_or_leave_the_panel(actual: float, today: int, end: int) -> None:
    days = FIRST + timedelta(today), FIRST + timedelta(end)
    open_window = days[0] < days[1]
    for behind in (True, False):
        panel = replace(
            COUNT,
            today=days[0],
            end=days[1],
            plan=[(FIRST, 0), (days[1], 500)],
            actual=actual,
            actual_text=f"{actual:,.0f}",
            behind=behind,
            forecast=(max(actual, 430), 400, 520) if open_window else None,
            line=[(FIRST, 0), (days[0], actual)],
        )
        assert collisions(svg(panel)) == []


@pytest.mark.parametrize("value", [0.0, 0.05, 0.099, 0.125, 0.149, 0.2])
def test_a_rate_never_touches_its_levels(value: float) -> None:
    assert collisions(svg(replace(RATE, actual=value, actual_text=f"{value:.1%}"))) == []


def test_all_panels_share_an_axis_from_the_day_before_the_first_window() -> None:
    starts = [date(2024, 7, 25), date(2024, 7, 20)]
    assert axis_days(starts, [date(2024, 8, 5), date(2024, 8, 10)]) == (date(2024, 7, 19), date(2024, 8, 10))
