from __future__ import annotations

import tomllib
from datetime import date

import pytest

from campaignlib.config.table import Table
from campaignlib.errors import BadConfig


def read(toml: str) -> Table:
    return Table(tomllib.loads(toml), "campaign.toml")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("n = nan", "n = nan, expected a number from 0 to 1"),
        ("n = inf", "n = inf, expected a number from 0 to 1"),
        ("n = 20", "n = 20, expected a number from 0 to 1"),
        ("n = -0.1", "n = -0.1, expected a number from 0 to 1"),
        ("n = true", "n = True, expected a number"),
    ],
)
def test_a_number_out_of_its_range_is_refused(toml: str, said: str) -> None:
    with pytest.raises(BadConfig) as caught:
        read(toml).number("n", 0, 1)
    assert str(caught.value) == f"campaign.toml: {said}"


def test_numbers_within_their_range_and_none() -> None:
    table = read("n = 1\nbelow = -5.5")
    assert (table.number("n", 0, 1), table.number("below"), table.number("none", 0)) == (1.0, -5.5, None)
    with pytest.raises(BadConfig, match="expected a number, at least 0"):
        table.number("below", 0)
    with pytest.raises(BadConfig, match="expected a whole number, at least 0"):
        read("days = -1").whole("days")


def test_of_a_moment_its_day_is_taken() -> None:
    table = read("day = 2025-03-05T10:00:00\ndays = [2025-03-05, 2025-03-06T23:30:00]")
    assert table.day("day") == date(2025, 3, 5)
    days = table.days("days")
    assert days == (date(2025, 3, 5), date(2025, 3, 6))
    assert [type(day) for day in days] == [date, date]


def test_what_nobody_asked_for_is_not_overlooked() -> None:
    table = read("known = 1\nunknwon = 2")
    table.whole("known")
    with pytest.raises(BadConfig, match="unknwon is not known here; known are known"):
        table.nothing_else()
