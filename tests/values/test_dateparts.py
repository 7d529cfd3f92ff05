from __future__ import annotations

from datetime import date

import pytest

from campaignlib.values import dateparts
from campaignlib.values.context import Context
from campaignlib.values.dateparts import Written
from tests.values.texts import SUMMER, WINTER


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("7.20", Written(7, 20)),
        ("2024年7月31日", Written(7, 31, 2024)),
        ("3rd Aug", Written(8, 3)),
        ("Aug. 3, 2024", Written(8, 3, 2024)),
        ("2024-7.31", None),
        ("7.20日x", None),
    ],
)
def test_month_day_and_year_as_written(text: str, said: Written | None) -> None:
    assert dateparts.written(text) == said


@pytest.mark.parametrize(
    ("said", "campaign", "day"),
    [
        (Written(7, 20), SUMMER, date(2024, 7, 20)),
        (Written(1, 31), SUMMER, date(2024, 1, 31)),
        (Written(3, 1), WINTER, date(2025, 3, 1)),
        (Written(11, 30), WINTER, date(2024, 11, 30)),
        (Written(2, 29), Context(start=date(2024, 2, 1), end=date(2024, 3, 1)), date(2024, 2, 29)),
    ],
)
def test_the_year_comes_from_the_campaign(said: Written, campaign: Context, day: date) -> None:
    assert dateparts.resolve(said, campaign, "") == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7.30前", ["7.30"]),
        ("7.20-7.25预热", ["7.20-7.25"]),
        ("8月6日至10日", ["8月6日至10日"]),
        ("截止到8.20", ["8.20"]),
        ("2024.7.31和8/2起", ["2024.7.31", "8/2"]),
        ("4.5分、3.5小时、1.2亿、≥7.20、¥7.20、版本7.20", []),
    ],
)
def test_places_of_dates_in_prose(text: str, found: list[str]) -> None:
    assert [text[p.start : p.end] for p in dateparts.places(text)] == found
