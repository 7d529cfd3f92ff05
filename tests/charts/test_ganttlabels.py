from __future__ import annotations

from datetime import date

from campaignlib.charts.ganttlabels import Look, Places, texts
from campaignlib.charts.ganttrows import Task, first_and_last, task
from campaignlib.charts.plane import plane
from campaignlib.charts.style import Text
from tests.charts.seen import schedule
from tests.charts.seen import task as figure

TODAY = date(2024, 8, 2)
WIDE = Look(920, 30, 15, 200, 796, 26, 120, 8)
NARROW = Look(358, 42, 28, 12, 336, 24, None, 6)


def places(look: Look, tasks: list[Task]) -> Places:
    first, last = first_and_last(tasks, TODAY)
    p = plane(look.width, 400, x=(0, (last - first).days), left=look.left, right=look.right, bottom=400)
    return Places(p, look, first, TODAY, last)


def placed(look: Look, tasks: list[Task]) -> dict[str, Text]:
    return {t.text: t for t in texts(places(look, tasks), tasks, 300, "zh")}


ROWS = [t for t in map(task, schedule().named("task")) if t]


def test_wide_has_columns_narrow_has_names_above_the_bars() -> None:
    wide, narrow = placed(WIDE, ROWS), placed(NARROW, ROWS)
    assert wide["印刷"].y == places(WIDE, ROWS).y(1)
    assert narrow["印刷"].y < places(NARROW, ROWS).y(1)
    assert (wide["8月5日"].y, narrow["8/5"].y) == (10, 10)


def test_a_delay_stands_right_of_its_float_or_of_today() -> None:
    at, wide = places(WIDE, ROWS), placed(WIDE, ROWS)
    assert wide["逾期 1 天，浮动还剩 4 天"].x == at.px(date(2024, 8, 6)) + 8
    assert wide["逾期 3 天，超出浮动 2 天，影响预热"].x == at.px(TODAY) + 8


def test_the_form_is_named_shorter_before_it_moves_away_from_its_box() -> None:
    def row(shift: int) -> Task:
        other = ({"form": "F2", "start": date(2024, 7, 20), "end": date(2024, 7, 25), "cell": ""},)
        made = task(
            figure(1, "预热", date(2024, 7, 26 + shift), date(2024, 8, 9), "in_progress", other=other)
        )
        assert made is not None
        return made

    early = figure(2, "定稿", date(2024, 7, 16), date(2024, 7, 18), "done")
    first = task(early)
    assert first is not None
    wide = placed(WIDE, [row(0), first])
    assert wide["F2 另写 ≠"].align == "right"
    narrow = placed(NARROW, [row(0), first])
    assert "F2 ≠" in narrow
    assert narrow["F2 ≠"].align == "right"


def test_today_is_dated_below_the_rows() -> None:
    said = placed(WIDE, ROWS)["今天 8月2日"]
    assert (said.y, said.bold, said.align) == (313, True, "center")
