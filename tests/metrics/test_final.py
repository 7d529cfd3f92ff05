"""When results are final."""

from __future__ import annotations

from datetime import date

import pytest

from campaignlib.metrics import final
from tests.metrics.reference import reference
from tests.support import LIBRARY, campaign, config


@pytest.mark.parametrize(
    ("metric", "day", "expected"),
    [
        ("sales", date(2024, 8, 2), date(2024, 8, 16)),
        ("sales", date(2024, 8, 16), None),
        ("conversion_rate", date(2024, 8, 2), date(2024, 9, 9)),
        ("conversion_rate", date(2024, 8, 16), date(2024, 9, 9)),
        ("conversion_rate", date(2024, 9, 9), None),
        ("roi", date(2024, 8, 16), date(2024, 9, 9)),
        ("impressions", date(2024, 8, 2), date(2024, 8, 10)),
        ("impressions", date(2024, 8, 10), None),
    ],
)
def test_the_reference_case(metric, day, expected):
    c = reference()
    assert final.final_on(c, c.config.by_id(metric), day) == expected


def converting(**daily):
    metrics = LIBRARY["metrics"] | {
        "conversion_rate": LIBRARY["metrics"]["conversion_rate"] | {"conversion_days": 10}
    }
    return campaign(config(metrics=metrics), **daily)


def test_the_conversion_window_opens_on_the_last_lead():
    lead = {"day": date(2025, 3, 8), "channel": "douyin", "metric": "qualified_leads", "value": 3.0}
    c = converting(daily=[lead])
    rate = c.config.by_id("conversion_rate")
    assert final.final_on(c, rate, date(2025, 3, 12)) == date(2025, 3, 18)
    assert final.final_on(c, rate, date(2025, 3, 5)) == date(2025, 3, 22)


def test_a_day_that_brought_no_lead_opens_no_window():
    rows = [
        {"day": date(2025, 3, day), "channel": "douyin", "metric": "qualified_leads", "value": value}
        for day, value in ((8, 3.0), (20, 0.0))
    ]
    c = converting(daily=rows)
    assert final.final_on(c, c.config.by_id("conversion_rate"), date(2025, 3, 12)) == date(2025, 3, 18)


def test_without_leads_the_end_of_the_campaign_counts():
    c = converting()
    assert final.final_on(c, c.config.by_id("conversion_rate"), date(2025, 3, 13)) == date(2025, 3, 22)


def test_what_the_library_lacks_is_final_with_the_campaign():
    assert final.final_on(campaign(), None, date(2025, 3, 5)) == date(2025, 3, 12)
    assert final.final_on(campaign(), None, date(2025, 3, 12)) is None
