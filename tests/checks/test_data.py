from datetime import date

import pytest

from campaignlib.checks.data import between
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
