from datetime import date

import pytest

from campaignlib.checks import board
from campaignlib.checks.check import run
from tests.support import campaign, config

DAY = date(2025, 3, 7)  # day 5 of 10
ROW = {"channel": "抖音", "metric": "线索留资量", "target": 200, "status": "normal", "owner": "赵*"}


def on(day: date = DAY) -> object:
    return config(as_of={"board": day})


@pytest.mark.parametrize(
    ("so_far", "written", "wrong"),
    [
        (100, "normal", False),
        (79, "normal", True),
        (79, "alert", False),
        (100, "alert", True),
        (80, "normal", False),
    ],
)
def test_a_status_is_held_against_pace(so_far: int, written: str, wrong: bool) -> None:
    c = campaign(on(), board=[{**ROW, "cumulative": so_far, "status": written}])  # type: ignore[arg-type]
    found = run(c, [board.STATUS])
    assert bool(found) is wrong
    if wrong:
        assert str(found[0].cells[0]) == "F8!G2"


def test_a_rate_is_held_against_its_floor() -> None:
    row = {"channel": "整体", "metric": "线索转化率", "target": 0.15, "target_is": "at_least", "owner": "刘*"}
    c = campaign(on(), board=[{**row, "cumulative": 0.125, "status": "alert"}])  # type: ignore[arg-type]
    assert run(c, [board.STATUS])[0].expected.zh == "高于底线"
    c = campaign(on(), board=[{**row, "cumulative": 0.09, "status": "normal"}])  # type: ignore[arg-type]
    assert run(c, [board.STATUS])[0].expected.zh == "破底线"


def test_a_stated_ratio_must_be_ours_at_its_digits() -> None:
    good = {**ROW, "cumulative": 85, "attainment": 0.425, "attainment_text": "42.5%"}
    bad = {**ROW, "cumulative": 85, "attainment": 0.43, "attainment_text": "43.0%"}
    (found,) = run(campaign(board=[good, bad]), [board.ATTAINMENT])
    assert [str(cell) for cell in found.cells] == ["F8!F3", "F8!D3", "F8!E3"]
    assert (found.read, found.expected.zh) == ("43.0%", "42.5%")


@pytest.mark.parametrize(
    ("cumulative", "written", "wrong"),
    [(120, "100%", False), (90, "90%", False), (200, "75%", False), (120, "120%", True)],
)
def test_the_ratio_of_a_range_is_1_inside_it(cumulative: int, written: str, wrong: bool) -> None:
    within = {"target_text": "100～150条", "target": 100, "target_is": "range", "cumulative": cumulative}
    c = campaign(board=[{**ROW, **within, "attainment_text": written}])
    assert bool(run(c, [board.ATTAINMENT])) is wrong
    unread = campaign(board=[{**ROW, **within, "target_text": None, "attainment_text": "77%"}])
    assert not run(unread, [board.ATTAINMENT])  # nobody knows its upper end


def test_the_board_is_held_against_the_daily_data() -> None:
    data = [
        {"day": date(2025, 3, n), "channel": "douyin", "metric": "leads", "value": 20}
        for n in (3, 4, 5, 6, 7)
    ]
    c = campaign(on(), daily=data, board=[{**ROW, "today": 20, "cumulative": 110}])  # type: ignore[arg-type]
    (found,) = run(c, [board.DATA])
    assert str(found.cells[0]) == "F8!D2"
    assert found.message.zh.startswith("“抖音线索”在表上是")  # of which channel: a board has several
    assert found.message.en.startswith("“Douyin leads” is")
    assert ("110" in found.read, "100" in found.expected.zh) == (True, True)
    fine = campaign(on(), daily=data, board=[{**ROW, "today": 20, "cumulative": 100}])  # type: ignore[arg-type]
    assert not run(fine, [board.DATA])
