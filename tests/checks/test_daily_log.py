from datetime import date, timedelta

import pytest

from campaignlib.checks import daily_log
from campaignlib.checks.check import run
from tests.support import campaign, config


def day(n: int) -> date:
    return date(2025, 3, n)


DATA = [
    {"day": day(n), "channel": "douyin", "metric": metric, "value": value}
    for n in (3, 4)
    for metric, value in (("leads", 50), ("qualified_leads", 40), ("orders", 4))
]


def test_a_figure_in_prose_is_held_against_the_data_of_the_day_and_so_far() -> None:
    c = campaign(daily=DATA, daily_log=[{"day": day(4), "done": "线索量达90+，转化率12%", "owner": "李*"}])
    (found,) = run(c, [daily_log.FIGURE])
    assert str(found.cells[0]) == "F7!B2"
    assert "转化率" in found.read
    assert "10.0%" in found.expected.zh


def test_the_board_speaks_on_its_own_day() -> None:
    board = [{"channel": "整体", "metric": "线索转化率", "today": 0.11, "cumulative": 0.125, "target": 0.15}]
    c = campaign(
        config(as_of={"board": day(4)}),
        board=board,
        daily_log=[{"day": day(4), "done": "转化率12%", "owner": "李*"}],
    )
    (found,) = run(c, [daily_log.FIGURE])
    assert [str(cell) for cell in found.cells] == ["F7!B2", "F8!C2", "F8!D2"]
    assert not run(
        campaign(
            config(as_of={"board": day(4)}), board=board, daily_log=[{"day": day(4), "done": "转化率11%"}]
        ),
        [daily_log.FIGURE],
    )


def test_figures_of_unknown_metrics_are_left_alone() -> None:
    assert not run(
        campaign(daily=DATA, daily_log=[{"day": day(4), "done": "播放量5万+"}]), [daily_log.FIGURE]
    )


@pytest.mark.parametrize(
    "done",
    [
        "线索增长30%",
        "线索完成率42%",
        "线索目标2000条",
        "预计线索900条",
        "线索达90～110条",
        "线索100条",
        "合格线索80条",
    ],
)
def test_growth_parts_done_targets_and_ranges_are_no_other_result(done: str) -> None:
    assert not run(campaign(daily=DATA, daily_log=[{"day": day(4), "done": done}]), [daily_log.FIGURE])


@pytest.mark.parametrize("done", ["线索120条", "线索达110～150条", "合格线索不超过30条"])
def test_results_that_no_sum_gives_are_found(done: str) -> None:
    assert run(campaign(daily=DATA, daily_log=[{"day": day(4), "done": done}]), [daily_log.FIGURE])


def test_days_to_come_need_no_log_yet() -> None:
    c = campaign(config(as_of={"report": day(5)}), daily_log=[{"day": day(3)}, {"day": day(4)}])
    (found,) = run(c, [daily_log.MISSING_DAY])
    assert (found.read, "3月5日" in found.message.zh) == ("2/3", True)


def test_days_without_a_log_are_one_finding() -> None:
    logs = [{"day": day(3)}, {"day": day(6)}]
    (found,) = run(campaign(daily_log=logs), [daily_log.MISSING_DAY])
    assert (found.read, str(found.cells[0])) == ("2/10", "F7!A2:A3")
    assert "3月4日—5日" in found.message.zh or "3月4日—3月5日" in found.message.zh
    full = [{"day": day(3) + timedelta(days=n)} for n in range(10)]
    assert not run(campaign(daily_log=full), [daily_log.MISSING_DAY])
