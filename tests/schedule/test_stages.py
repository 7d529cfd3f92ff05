"""Where the stages' dates are written."""

from __future__ import annotations

from datetime import date

from campaignlib.config import Window
from campaignlib.schedule.stages import stages
from tests.schedule.plans import row
from tests.support import LIBRARY, campaign, config


def test_a_stage_in_all_three_places() -> None:
    c = campaign(
        creative=[{"module": "内容规划", "content": "预热期(3.3-3.5)：短视频；爆发期(3.6-3.12)：直播"}],
        schedule=[row("活动预热启动", "3.4-3.6"), row("预热素材准备", "3.1-3.2"), row("快闪", "3.7-3.8")],
    )
    warmup, burst = stages(c)
    assert warmup.planned == Window(date(2025, 3, 3), date(2025, 3, 5))
    assert [(w, str(cell)) for w, cell in warmup.written] == [(warmup.planned, "F2!C2")]
    assert [t.name for t in warmup.tasks] == ["活动预热启动"]
    assert burst.written[0][0] == Window(date(2025, 3, 6), date(2025, 3, 12))
    assert burst.tasks == ()


def test_a_stage_only_the_text_names() -> None:
    c = campaign(
        config=config(stages=[]),
        creative=[{"module": "内容规划", "content": "蓄水期：3月1日-3月4日，种草"}],
        schedule=[row("蓄水启动", "3.2-3.4")],
    )
    (stage,) = stages(c)
    assert (stage.label.zh, stage.planned) == ("蓄水期", None)
    assert [t.name for t in stage.tasks] == ["蓄水启动"]


def test_dates_without_a_stage_are_none() -> None:
    c = campaign(
        config=config(stages=LIBRARY["stages"][:1]),
        creative=[{"module": "渠道", "content": "3月4日-3月6日投放抖音"}],
    )
    assert [s.written for s in stages(c)] == [()]
