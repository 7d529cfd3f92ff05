"""Names as people shorten them."""

from __future__ import annotations

import pytest

from campaignlib.schedule.names import coverage, likeness, shared, units, without


@pytest.mark.parametrize(
    ("written", "name", "score"),
    [
        ("方案确认", "方案最终确认", 1.0),
        ("设计定稿", "物料设计定稿", 1.0),
        ("设计定稿", "物料设计启动", 0.5),
        ("确认方案", "方案最终确认", 0.75),
        ("物料到位", "物料印刷/采购", 0.5),
        ("Design", "Design start", 1.0),
        ("ｄｅｓｉｇｎ　start", "Design start", 1.0),
        ("Desing start", "Design start", 0.909),
        ("人员培训", "人气榜", 0.0),
        ("", "方案", 0.0),
        ("……", "方案", 0.0),
    ],
)
def test_likeness(written: str, name: str, score: float) -> None:
    assert likeness(written, name) == pytest.approx(score, abs=0.001)


def test_units_are_characters_and_words() -> None:
    assert units("H5邀请函（第2版）") == ("h5", "邀", "请", "函", "第", "2", "版")


def test_shared_words_leave_out_filler_and_single_characters() -> None:
    assert shared("活动预热启动", "活动启动仪式") == ()
    assert shared("物料设计定稿", "线上线下物料设计") == ("物料设计",)
    assert shared("Print posters", "Posters and flyers") == ("posters",)


def test_coverage_is_the_part_that_is_shared() -> None:
    assert coverage("物料设计启动", "线上线下物料设计") == 1.0
    assert coverage("启动", "启动") == 0.0


def test_what_is_left_of_a_name() -> None:
    assert without("Warm-up start", "warm-up") == ""
    assert without("爆发期直播投放", "爆发期", "爆发") == "直播投放"
