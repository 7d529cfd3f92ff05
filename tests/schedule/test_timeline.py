"""The schedule as figures."""

from __future__ import annotations

import json
from datetime import date

import pytest

from campaignlib.errors import BadRequest
from campaignlib.schedule.timeline import plan, timeline
from tests.schedule.plans import assigned, row
from tests.support import campaign

SHOP = [
    row("方案", "3.1-3.3", "", "完成"),
    row("海报设计", "3.3-3.5", "方案", "进行中"),
    row("海报印刷", "3.7-3.9", "海报设计", "未开始"),
    row("人员培训", "3.4-3.5", "方案", "完成"),
    row("开店", "3.9-3.12", "海报印刷、培训", "未开始"),
]


def test_float_slip_and_dates_of_each_task() -> None:
    made = timeline(campaign(schedule=SHOP), "2025-03-08")
    assert {f.key: f.value for f in made.named("task")} == {
        **dict.fromkeys(("F5:1", "F5:2", "F5:3", "F5:5"), 0),
        "F5:4": 3,
    }
    design = made.one("task", "F5:2").inputs
    assert (design["slip"], design["overdue_days"], design["critical"]) == (2, 3, True)
    assert design["endangers"] == ("海报印刷", "开店")
    assert design["moves"] == ("海报印刷", "开店")
    training = made.one("task", "F5:4").inputs
    assert (training["early_start"], training["late_start"]) == (date(2025, 3, 3), date(2025, 3, 6))
    assert (training["free_float"], training["slip"], training["endangers"]) == (3, 4, ())
    opening = made.one("task", "F5:5").inputs
    assert (opening["predecessors"], opening["proposed"], opening["slip"]) == ((3, 4), True, None)
    whole = made.one("network")
    assert whole.value == 9
    assert whole.inputs["critical"] == ("方案", "海报设计", "海报印刷", "开店")
    assert whole.inputs["slipped"] == ("海报设计",)
    assert whole.inputs["written_end"] == date(2025, 3, 12)
    assert "1 处" in whole.basis.zh


def test_a_delay_within_the_gap_moves_nothing() -> None:
    made = timeline(campaign(schedule=SHOP), "2025-03-06")
    assert made.one("task", "F5:2").inputs["moves"] == ()
    assert made.one("task", "F5:2").inputs["endangers"] == ("海报印刷", "开店")


def test_cycles_unknown_and_unread_rows_do_not_stop_the_rest() -> None:
    rows = [
        row("方案", "3.1-3.3"),
        row("设计", "3.3-3.5", "印刷"),
        row("印刷", "3.5-3.6", "设计"),
        row("布场", "3.3-3.6", "方案"),
        row("验收", "3.6-3.7", "合同盖章"),
        {"task": "开店", "predecessor": "布场"},
    ]
    made = timeline(campaign(schedule=rows), "2025-03-01")
    assert made.one("task", "F5:2").value is None
    assert "循环" in str(made.one("task", "F5:3").undefined)
    assert made.one("task", "F5:6").value is None
    assert made.one("network").value == 5
    assert made.one("network").inputs["cycles"] == (("设计", "印刷"),)
    assert made.one("network").inputs["unknown"] == 1
    assert "1 处" in made.one("task", "F5:1").basis.zh


def test_a_cancelled_task_takes_no_time() -> None:
    rows = [
        row("方案", "3.1-3.3"),
        row("路演", "3.3-3.8", "方案", "取消"),
        row("开店", "3.8-3.9", "路演"),
    ]
    made = timeline(campaign(schedule=rows), "2025-03-01")
    assert made.one("network").value == 3
    assert made.one("network").inputs["critical"] == ("方案", "开店")
    assert made.one("task", "F5:2").value is None


def test_no_schedule_has_no_length() -> None:
    (whole,) = timeline(campaign(), "2025-03-05")
    assert (whole.value, whole.inputs["critical"]) == (None, ())


def test_other_forms_that_date_a_task_differently() -> None:
    c = campaign(
        schedule=[
            row("物料设计启动", "3.1-3.3"),
            row("物料设计定稿", "3.3-3.5"),
            row("活动预热启动", "3.5-3.7"),
        ],
        assignments=[assigned("设计执行", "线上线下物料设计", "3.2-3.5")],
        creative=[{"module": "内容规划", "content": "预热期(3.3-3.5)：短视频；爆发期(3.6-3.12)：直播"}],
    )
    made = timeline(c, "2025-03-05")
    (design,) = made.one("task", "F5:1").inputs["other"]
    assert (design["form"], design["start"], design["cell"]) == ("F4", date(2025, 3, 2), "F4!G2")
    assert made.one("task", "F5:2").inputs["other"] == ()
    (warmup,) = made.one("task", "F5:3").inputs["other"]
    assert (warmup["form"], warmup["start"], warmup["end"]) == ("F2", date(2025, 3, 3), date(2025, 3, 5))


def test_figures_go_into_json() -> None:
    records = timeline(campaign(schedule=SHOP), "2025-03-08").records()
    assert json.loads(json.dumps(records))[0]["inputs"]["start"] == "2025-03-01"


def test_a_day_before_preparation_is_refused() -> None:
    with pytest.raises(BadRequest):
        timeline(campaign(schedule=SHOP), "2025-02-01")


def test_a_successor_that_starts_too_early_has_a_negative_slip() -> None:
    c = campaign(schedule=[row("设计", "3.1-3.6"), row("印刷", "3.4-3.8", "设计")])
    assert plan(c).slip(1) == -2
