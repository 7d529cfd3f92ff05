from datetime import date

import pytest

from campaignlib.checks.data import between, reported_on
from tests.support import campaign, config

DAYS = [
    {"day": date(2025, 3, n), "channel": channel, "metric": metric, "value": value}
    for n in (3, 4)
    for channel in ("douyin", "groups")
    for metric, value in (("qualified_leads", 40), ("orders", n))
]


@pytest.mark.parametrize(
    ("metric", "channel", "value"),
    [
        ("orders", "all", 14),
        ("orders", "douyin", 7),
        ("conversion_rate", "all", 14 / 160),
        ("satisfaction", "all", None),
    ],
)
def test_sums_and_rates_of_sums(metric: str, channel: str, value: float | None) -> None:
    known = between(campaign(daily=DAYS), config().by_id(metric), channel)
    assert (known.value if known else None) == value


def test_no_data_is_none() -> None:
    assert between(campaign(), config().by_id("orders")) is None
    assert between(campaign(daily=DAYS), config().by_id("orders"), "all", date(2025, 3, 9)) is None


def test_statuses_are_of_the_boards_day_else_of_the_reports_else_of_no_day() -> None:
    days = {"report": date(2025, 3, 9), "board": date(2025, 3, 7)}
    assert reported_on(campaign(config(as_of=days))) == date(2025, 3, 7)
    assert reported_on(campaign(config(as_of={"report": date(2025, 3, 9)}))) == date(2025, 3, 9)
    assert reported_on(campaign(config(dates={}, stages=[]))) is None
