"""Rows of F1, F8 and F10 as measures; the library decides which names are one metric."""

from __future__ import annotations

from datetime import date

import pytest

from campaignlib.figures import Target
from campaignlib.metrics import measures
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison
from tests.metrics.reference import reference
from tests.support import campaign, config


def board(**row):
    return measures.board(campaign(board=[{"target": 10.0, "cumulative": 1.0} | row]))[0]


def test_aliases_lead_to_the_metric_and_the_channel():
    m = board(channel="抖音同城投放", metric="线索留资量")
    assert (m.metric_id, m.channel_id, m.key) == ("leads", "douyin", "F8:1")
    assert m.of == Label("抖音线索", "Douyin leads")


def test_the_whole_needs_no_channel_in_its_name():
    assert board(channel="整体", metric="线索转化率").of == Label("转化率", "Conversion rate")


def test_near_same_names_are_never_merged():
    m = board(channel="抖音", metric="话题曝光")
    assert (m.metric, m.metric_id) == (None, "")
    assert m.of == Label("抖音话题曝光", "Douyin 话题曝光")
    assert board(channel="小红书", metric="线索").channel_id == ""


def test_a_name_with_its_sample_in_brackets_is_the_same_metric():
    assert board(channel="整体", metric="活动满意度(抽样80人)").metric_id == "satisfaction"


def test_a_goal_may_be_named_by_its_target():
    row = {
        "dimension": "线索",
        "metric": "有效率类指标",
        "target_text": "有效率≥60%",
        "target": 0.6,
        "target_is": "at_least",
    }
    (m,) = measures.goals(campaign(goals=[row]))
    assert (m.metric_id, m.channel_id, m.target) == ("qualified_rate", "all", Target(0.6))


def test_a_range_has_both_ends():
    row = {
        "dimension": "线索",
        "metric": "线索量",
        "target_text": "800-900",
        "target": 800.0,
        "target_is": "range",
    }
    (m,) = measures.goals(campaign(goals=[row]))
    assert (m.target.comparison, m.target.upper, m.open_range) == (Comparison.RANGE, 900, False)


def test_a_range_on_the_board_and_in_the_evaluation_has_both_ends_too():
    row = {"metric": "线索量", "target_text": "80～90条", "target": 80.0, "target_is": "range"}
    c = campaign(board=[{"channel": "抖音", **row}], evaluation=[row])
    assert [m.target.upper for m in (*measures.board(c), *measures.evaluation(c))] == [90, 90]


def test_the_library_gives_the_direction_when_the_form_does_not():
    spend = {"label": "花费", "kind": "money", "direction": "at_most"}
    c = campaign(
        config(metrics={"spend": spend}), board=[{"channel": "抖音", "metric": "花费", "target": 10.0}]
    )
    assert measures.board(c)[0].target.comparison is Comparison.AT_MOST


@pytest.mark.parametrize(
    ("text", "expected"),
    [("首日有效线索量", "qualified_leads"), ("抖音线索", "leads"), ("降雨概率", None), ("", None)],
)
def test_the_longest_name_in_a_text_wins(text, expected):
    found = measures.metric_in(config(), text)
    assert (found.id if found else None) == expected


def test_the_board_is_of_the_day_campaign_toml_says():
    c = campaign(config(as_of={"report": date(2025, 3, 9), "board": date(2025, 3, 7)}))
    assert measures.board_day(c) == date(2025, 3, 7)
    assert measures.board_day(campaign(config(as_of={"report": date(2025, 3, 9)}))) == date(2025, 3, 9)
    assert measures.board_day(campaign()) is None


def test_reads_and_impressions_of_the_reference_case_stay_apart():
    c = reference()
    reads = measures.goals(c)[0]
    assert reads.metric_id == "topic_reads"
    assert measures.same(measures.board(c), "topic_reads") is None
    assert measures.same(measures.evaluation(c), "topic_reads").key == "F10:1"


@pytest.mark.parametrize(
    ("target", "so_far", "kind"),
    [
        (0.5, 0.48, "ratio"),
        (1.0, 0.9, "ratio"),
        (300.0, 120.0, "count"),
        (None, 0.48, "ratio"),
        (None, 120.0, "count"),
        (None, None, "count"),
    ],
)
def test_a_share_that_the_library_lacks_is_not_taken_for_a_count(target, so_far, kind):
    row = {"channel": "整体", "metric": "完播率", "target": target, "cumulative": so_far}
    assert measures.board(campaign(board=[row]))[0].unit.kind == kind
