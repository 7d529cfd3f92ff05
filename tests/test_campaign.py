from __future__ import annotations

import dataclasses
from datetime import date, datetime

import pandas as pd
import pytest

from campaignlib.campaign import FRAMES, form_of
from campaignlib.errors import BadRequest
from campaignlib.findings import Cell
from campaignlib.forms import BUDGET
from tests.support import campaign, config

DAY = pd.Timestamp(2025, 3, 4)


def test_rows_are_plain_values() -> None:
    c = campaign(
        budget=[{"item": "讲师", "planned": 500_00, "cost_class": "people"}],
        schedule=[{"task": "设计", "start": DAY}],
        issues=[{"problem": "人少", "reported": datetime(2025, 3, 4, 15, 40)}],
    )
    (row,) = c.rows("budget")
    assert (row.record, row.form, row.item, row.planned, row.actual, row.owner) == (
        1,
        "budget",
        "讲师",
        500_00,
        None,
        None,
    )
    assert type(row.planned) is int
    assert c.rows("schedule")[0].start == date(2025, 3, 4)
    assert type(c.rows("schedule")[0].start) is date
    assert c.rows("schedule")[0].end is None
    assert c.rows("issues")[0].reported == datetime(2025, 3, 4, 15, 40)
    assert c.rows("budget") is c.rows("budget")
    with pytest.raises(AttributeError):
        _ = row.nothing


def test_cells_of_a_row() -> None:
    c = campaign(budget=[{"item": "讲师", "planned": 1}, {"item": "展架"}])
    second = c.rows("budget")[1]
    assert str(c.cell(second, "planned")) == "F3!C3"
    assert c.cells(second, "item", "none", "actual") == (
        Cell("forms.xlsx", "F3", "B3"),
        Cell("forms.xlsx", "F3", "D3"),
    )


def test_a_stated_total_or_none() -> None:
    c = campaign(totals={"budget": {"planned": 700_00}}, budget=[{"item": "讲师", "planned": 500_00}])
    total = c.total("budget", "planned")
    assert total is not None
    assert (total.value, total.cell.ref) == (700_00, "C3")
    assert c.total("budget", "actual") is None


@pytest.mark.parametrize(
    ("given", "settings", "daily", "day"),
    [
        ("2025-03-08", {}, [], date(2025, 3, 8)),
        (date(2025, 3, 8), {}, [], date(2025, 3, 8)),
        (datetime(2025, 3, 8, 17, 30), {}, [], date(2025, 3, 8)),
        (pd.Timestamp(2025, 3, 8), {}, [], date(2025, 3, 8)),
        (None, {"as_of": {"report": date(2025, 3, 7)}}, [{"day": DAY}], date(2025, 3, 7)),
        (None, {}, [{"day": DAY}, {"day": None}], date(2025, 3, 4)),
        (None, {}, [], date(2025, 3, 12)),
        ("2026-01-01", {}, [], date(2026, 1, 1)),
    ],
)
def test_the_day_figures_are_judged_as_of(
    given: str | date | None, settings: dict[str, object], daily: list[dict[str, object]], day: date
) -> None:
    assert campaign(config(**settings), daily=daily).day(given) == day


def test_a_day_that_cannot_be_is_refused() -> None:
    c = campaign()
    with pytest.raises(BadRequest, match="'soon' is not a date"):
        c.day("soon")
    with pytest.raises(
        BadRequest, match="2025-02-28 is before the campaign's preparation starts on 2025-03-01"
    ):
        c.day("2025-02-28")
    with pytest.raises(BadRequest, match="no day to judge as of: give one"):
        campaign(config(dates={}, stages=[])).day()


def test_frames_by_name() -> None:
    c = campaign(budget=[{"item": "讲师"}])
    assert c.frame("budget") is c.budget
    assert form_of("budget") is BUDGET
    assert {"goals", "daily"} <= set(FRAMES)
    with pytest.raises(BadRequest, match="no form 'nothing'; there are goals"):
        c.frame("nothing")


def test_a_campaign_is_frozen_and_shows_itself() -> None:
    c = campaign(budget=[{"item": "讲师"}])
    with pytest.raises(dataclasses.FrozenInstanceError):
        c.config = config()  # type: ignore[misc]
    other = c.but(config=config(name="<b>名</b>"))
    assert "&lt;b&gt;名" in other._repr_html_()
    assert "<td><code>.budget</code></td><td>1</td>" in other._repr_html_()  # what to type next
    assert "<td><code>.daily</code></td><td>0</td>" in other._repr_html_()
    assert "2025-03-03 — 2025-03-12" in c._repr_html_()
    assert other.budget is c.budget
    assert repr(c) == "Campaign(spring: budget 1; Findings(none))"
    assert "no records" in repr(campaign())
