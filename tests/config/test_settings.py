from __future__ import annotations

from datetime import date

import pytest

from campaignlib.config import Window
from tests.support import config


def test_names_are_known_by_id_label_and_alias_whatever_case_width_and_blanks() -> None:
    read = config()
    for name in ("douyin", "抖音", " Ｄouyin", "抖音同城投放"):
        found = read.channel(name)
        assert found is not None
        assert found.id == "douyin"
    assert read.channel("抖音号") is None
    metric = read.metric("线索 转化率")
    assert metric is not None
    assert (metric.id, metric.kind, metric.floor, metric.unit.kind) == (
        "conversion_rate",
        "rate",
        0.1,
        "ratio",
    )
    assert read.metric("") is None
    assert [c.id for c in read.channels_in("抖音和社群一起")] == ["douyin", "groups"]
    assert [s.id for s in read.stages_in("预热期首日")] == ["warmup"]
    assert read.by_id("leads").label.zh == "线索"
    with pytest.raises(KeyError):
        read.by_id("nothing")


@pytest.mark.parametrize(("day", "passed"), [(1, 0), (3, 1), (5, 3), (12, 10), (20, 10)])
def test_days_passed_are_never_more_than_there_are(day: int, passed: int) -> None:
    window = Window(date(2025, 3, 3), date(2025, 3, 12))
    assert (window.passed(date(2025, 3, day)), window.days) == (passed, 10)
    assert (date(2025, 3, day) in window) == (3 <= day <= 12)


def test_what_values_in_the_forms_need() -> None:
    ctx = config(currency="HKD", calendar={"workdays": [date(2025, 3, 8)]}).context
    assert (ctx.year, ctx.start, ctx.end) == (2025, date(2025, 3, 1), date(2025, 3, 12))
    assert (ctx.currency, ctx.holidays) == ("HKD", {date(2025, 3, 8): True})
