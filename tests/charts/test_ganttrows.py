from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from campaignlib.charts.ganttrows import first_and_last, late_texts, links, other_text, task
from campaignlib.figures import Figures
from tests.charts.seen import schedule
from tests.charts.seen import task as figure

TASKS = [t for t in map(task, schedule().named("task")) if t]
PRINT = TASKS[1]


def test_a_task_without_dates_is_no_row() -> None:
    undated = figure(9, "未定", date(2024, 7, 1), date(2024, 7, 2), "not_started")
    assert task(undated.but(inputs=undated.inputs | {"end": None})) is None


def test_links_follow_records_not_places() -> None:
    assert list(links(TASKS)) == [(0, 1), (0, 2), (2, 3), (1, 4)]
    assert list(links(TASKS[1:])) == [(1, 2), (0, 3)]


def test_float_is_said_only_while_it_can_still_be_used() -> None:
    assert PRINT.float_end == PRINT.end + timedelta(5)
    assert replace(PRINT, slip=1).float_end is None
    assert replace(PRINT, status="done").float_end is None
    assert replace(PRINT, slip=None).float_end is None


@pytest.mark.parametrize(
    ("overdue", "slip", "moves", "zh", "en"),
    [
        (1, 5, (), "逾期 1 天，浮动还剩 4 天", "1 day late, 4 to spare"),
        (
            3,
            1,
            ("预热",),
            "逾期 3 天，超出浮动 2 天，影响预热",
            "3 days late, 2 beyond its float, moves 预热",
        ),
        (
            3,
            1,
            ("预热", "收尾"),
            "逾期 3 天，超出浮动 2 天，影响预热等 2 项",
            "3 days late, 2 beyond its float, moves 预热 and 1 more",
        ),
        (3, 1, (), "逾期 3 天，超出浮动 2 天", "3 days late, 2 beyond its float"),
        (2, None, (), "逾期 2 天", "2 days late"),
    ],
)
def test_a_delay_is_worded_by_what_it_endangers(
    overdue: int, slip: int | None, moves: tuple[str, ...], zh: str, en: str
) -> None:
    fullest = late_texts(replace(PRINT, overdue=overdue, slip=slip, moves=moves))[0]
    assert (fullest.zh, fullest.en) == (zh, en)


def test_the_axis_holds_bars_floats_other_forms_and_a_near_today() -> None:
    assert first_and_last(TASKS, date(2024, 8, 2)) == (date(2024, 7, 25), date(2024, 8, 10))
    assert first_and_last(TASKS, date(2024, 8, 16))[1] == date(2024, 8, 16)
    assert first_and_last(TASKS, date(2025, 8, 16))[1] == date(2024, 8, 10)


def test_other_forms_are_named() -> None:
    assert other_text("F2、F4").zh == "F2、F4 另写 ≠"
    assert Figures(schedule()).one("task", "F5:5").inputs["other"][0]["form"] == "F4"
