"""Alerts: by the rule, by the form, and answered in time or not."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from campaignlib.metrics import measures
from campaignlib.metrics.alerts import alerts, linked, response
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import campaign, config

DAY = date(2025, 3, 7)
NOW = datetime(2025, 3, 8)


def at(hour, minute=0, day=7):
    return datetime(2025, 3, day, hour, minute)


@pytest.mark.parametrize(
    ("reported", "acted", "done", "expected"),
    [
        (at(10), at(10, 30), False, (30.0, "met")),
        (at(10), at(10, 31), False, (31.0, "breach")),
        (None, at(10), False, (None, "unknown")),
        (at(10), None, True, (None, "unknown")),
        (at(10), at(9), False, (None, "unknown")),
        (at(10), None, False, (840.0, "breach")),
        (at(23, 45), None, False, (15.0, "unknown")),
    ],
)
def test_without_both_times_it_is_never_met(reported, acted, done, expected):
    assert response(reported, acted, 30, NOW, done) == expected


def test_the_reference_case():
    figures = alerts(reference(), "2024-08-02")
    assert [f.key for f in figures] == ["F8:2", "F8:3", "F8:5"]
    leads, shares, rate = figures
    assert (leads.inputs["fired"], leads.inputs["stated"], leads.status) == (True, False, Standing.BEHIND)
    assert (leads.inputs["issue"], leads.inputs["state"]) == (None, "unknown")
    assert (shares.inputs["fired"], shares.inputs["cause"]) == (False, "部分社群管理员积极性低")
    assert (shares.inputs["response_minutes"], shares.inputs["state"]) == (None, "unknown")
    assert (rate.inputs["response_minutes"], rate.inputs["state"]) == (23, "met")
    assert rate.inputs["issue_cell"] == "F9!B7"
    assert rate.rule.zh == "12.5%，底线10%"


BOARD = [
    {"channel": "抖音", "metric": "线索量", "cumulative": 100.0, "target": 1000.0, "status": "normal"},
    {"channel": "社群", "metric": "订单", "cumulative": 600.0, "target": 1000.0, "status": "alert"},
    {"channel": "抖音", "metric": "订单", "cumulative": 500.0, "target": 1000.0, "status": "normal"},
]


def test_those_of_the_rule_come_first_and_the_quiet_ones_not_at_all():
    figures = alerts(campaign(board=[BOARD[1], BOARD[0], BOARD[2]]), DAY)
    assert [(f.key, f.inputs["fired"], f.inputs["stated"]) for f in figures] == [
        ("F8:2", True, False),
        ("F8:1", False, True),
    ]


def test_the_form_says_nothing_before_its_day():
    c = campaign(config(as_of={"board": date(2025, 3, 9)}), board=BOARD)
    assert [f.key for f in alerts(c, DAY)] == []
    assert [f.key for f in alerts(c, "2025-03-09") if f.inputs["stated"]] == ["F8:2"]


@pytest.mark.parametrize(
    ("link", "record"),
    [
        ("预警：抖音线索", 1),
        ("F8:1", 1),
        ("预警 线索量", 1),
        ("预警：社群线索", None),
        ("渠道：抖音", None),
        ("风险：下雨", None),
        (None, None),
    ],
)
def test_an_issue_is_linked_by_row_or_by_metric_and_channel(link, record):
    issue = {"problem": "线索少", "reported": at(9), "linked": link}
    c = campaign(board=BOARD, issues=[issue])
    found = linked(c, measures.board(c)[0], DAY)
    assert (found.record if found else None) == record


def test_a_channel_alone_is_enough_where_it_has_one_row():
    c = campaign(board=BOARD, issues=[{"problem": "群主不转发", "reported": at(9), "linked": "渠道：社群"}])
    assert linked(c, measures.board(c)[1], DAY).record == 1


def test_an_issue_of_a_later_day_is_not_known_yet():
    c = campaign(board=BOARD, issues=[{"problem": "线索少", "reported": at(9, day=8), "linked": "抖音线索"}])
    assert linked(c, measures.board(c)[0], DAY) is None


def test_cause_and_first_action_come_from_the_issue_when_the_board_has_none():
    issue = {"problem": "线索少", "reported": at(9), "decided": at(9, 50), "linked": "抖音线索"}
    c = campaign(board=BOARD[:1], issues=[issue | {"cause": "素材旧", "adjustment": "换素材"}])
    (figure,) = alerts(c, DAY)
    assert (figure.inputs["cause"], figure.inputs["first_action"]) == ("素材旧", "换素材")
    assert (figure.inputs["response_minutes"], figure.inputs["state"]) == (50, "breach")
    assert "F9!D2" in [str(cell) for cell in figure.cells]
