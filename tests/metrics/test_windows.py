"""Windows of pace: the planned share, and the windows other forms would give."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from campaignlib.config import Stage, Window
from campaignlib.metrics import measures, windows
from campaignlib.metrics.pace import pace
from campaignlib.metrics.windows import has_shares, planned_share
from campaignlib.words.label import Label
from tests.support import LIBRARY, campaign, config

START = date(2025, 3, 3)


def stage(first, last, share):
    return Stage(
        str(first), Label.same("s"), Window(START + timedelta(first), START + timedelta(last)), share
    )


def test_stages_with_shares_bend_the_plan():
    stages = (stage(0, 4, 0.25), stage(5, 9, 0.75))
    window = Window(START, START + timedelta(9))
    assert planned_share(window, START + timedelta(4), stages) == Fraction(1, 4)
    assert planned_share(window, START + timedelta(9), stages) == 1
    assert planned_share(window, START + timedelta(4), stages[:1]) == 1


def test_shares_of_some_stages_only_are_no_plan():
    stages = (stage(0, 4, 0.25), stage(5, 9, None))
    assert planned_share(Window(START, START + timedelta(9)), START + timedelta(4), stages) == Fraction(1, 2)


@given(st.integers(1, 60), st.integers(-5, 70), st.integers(0, 5))
def test_the_plan_never_falls_and_ends_at_one(days, at, later):
    window = Window(START, START + timedelta(days - 1))
    day = START + timedelta(at)
    assert 0 <= planned_share(window, day) <= planned_share(window, day + timedelta(later)) <= 1
    assert planned_share(window, window.end) == 1


def test_with_shares_there_is_no_other_window():
    stages = [s | {"share": 0.5} for s in LIBRARY["stages"]]
    c = campaign(
        config(stages=stages),
        board=[{"channel": "抖音", "metric": "线索量", "cumulative": 100.0, "target": 1000.0}],
    )
    assert has_shares(c.config)
    (figure,) = pace(c, "2025-03-07")
    assert figure.inputs["alternatives"] == ()
    assert "按阶段份额" in figure.basis.zh


def test_knots_are_where_the_plan_bends():
    stages = (stage(0, 4, 0.25), stage(5, 9, 0.75))
    found = windows.knots(Window(START, START + timedelta(9)), stages)
    assert [k["share"] for k in found] == [0.0, 0.25, 1.0]


def test_other_windows_come_from_stages_and_from_tasks_of_the_channel():
    c = campaign(
        board=[{"channel": "抖音", "metric": "线索量", "cumulative": 5.0, "target": 9.0}],
        schedule=[
            {"task": "预热启动", "start": date(2025, 3, 4), "end": date(2025, 3, 5)},
            {"task": "抖音投放", "start": date(2025, 3, 6), "end": date(2025, 3, 9)},
            {"task": "抖音和社群素材", "start": date(2025, 3, 1), "end": date(2025, 3, 2)},
        ],
    )
    (m,) = measures.board(c)
    found = windows.others(c, m, c.config.window)
    assert [(o.window.start.day, o.window.end.day, o.form) for o in found] == [
        (4, 12, "F5"),
        (6, 9, "F5"),
        (6, 12, "config"),
    ]
    assert str(found[0].cell) == "F5!C2"
