from __future__ import annotations

from datetime import datetime

import pytest

from campaignlib.values.context import Context
from campaignlib.values.dateparts import Written
from campaignlib.values.serial import of_number
from tests.values.texts import refused


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        (45506, datetime(2024, 8, 2)),
        (45506.5, datetime(2024, 8, 2, 12)),
        (45506.999999, datetime(2024, 8, 3)),
        (20240802, Written(8, 2, 2024)),
        (7.25, Written(7, 25)),
        (8.05, Written(8, 5)),
        (12.4, Written(12, 4)),
    ],
)
def test_numbers_that_mean_one_day(raw: float, meant: object) -> None:
    assert of_number(raw, Context()) == meant


def test_a_1904_workbook_counts_from_later() -> None:
    assert of_number(45506 - 1462, Context(date1904=True)) == datetime(2024, 8, 2)


@pytest.mark.parametrize("raw", [7.2, 7.1, 8.3, 12.1])
def test_month_and_day_with_a_lost_zero_have_two_readings(raw: float) -> None:
    month, _, digit = str(raw).partition(".")
    expected = refused(lambda: of_number(raw, Context())).expected
    assert f"{month}月{digit}日 or {month}月{digit}0日" in expected


@pytest.mark.parametrize(
    "raw", [0, 1, 59, 60, 61, 1000, 32_000, 200_000, 20241301.5, 7.333, -45506, 1e300, float("nan")]
)
def test_other_numbers_are_no_dates(raw: float) -> None:
    refused(lambda: of_number(raw, Context()))
