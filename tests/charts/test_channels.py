from __future__ import annotations

from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.charts.channels import MOST, channels
from campaignlib.charts.drawing import Drawing
from campaignlib.figures import Figure, Figures, Target, Unit
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Standing
from tests.charts import seen

COUNT = Unit("count", Label("条", "leads"))


def figure(
    key: str, of: Label, value: float, share: float | None, target: int | None = None, name: str = "leads"
) -> Figure:
    return Figure(
        name=name,
        key=key,
        of=of,
        value=value,
        unit=COUNT,
        target=Target(target) if target else None,
        inputs={"share_of_all": share, "metric_label": Label("线索", "Leads")},
    )


CASE = (
    figure("groups", Label("社群", "Groups"), 70, 0.058),
    figure("douyin", Label("抖音", "Douyin"), 850, 0.708, 2000),
    figure("popup", Label("快闪店", "Pop-up"), 280, 0.233, 500),
    figure("all", Label("全部", "All"), 1200, 1),
)


def drawn(*figures: Figure, **more: Any) -> Drawing:
    made = channels(Figures(figures), **more)
    assert made is not None
    return made


def said(drawing: Drawing, size: Any = "wide") -> list[str]:
    return [s.text for s in seen.texts(drawing.svg("print", size))]


def test_largest_first_with_value_share_and_target() -> None:
    shown = said(drawn(*CASE))
    assert [t for t in shown if t in ("抖音", "快闪店", "社群")] == ["抖音", "快闪店", "社群"]
    assert {"850　占 70.8%", "目标 2,000", "280　占 23.3%", "目标 500", "70　占 5.8%"} < set(shown)
    assert "全部" not in shown


def test_targets_come_from_the_board_where_the_funnel_has_none() -> None:
    target = seen.pace("F8:2", Label("抖音线索", "Douyin leads"), 850, 2000, Standing.BEHIND, 0.67)
    bare = [f.but(target=None) for f in CASE]
    assert "目标 2,000" in said(drawn(*bare, targets=Figures([target])))
    assert not [t for t in said(drawn(*bare)) if t.startswith("目标")]


def test_the_metric_that_most_channels_have_is_drawn() -> None:
    other = figure("douyin", Label("抖音", "Douyin"), 3, 1, name="impressions")
    assert drawn(other, *CASE).name == "chart-channels-leads"
    assert drawn(other, *CASE, metric="impressions").name == "chart-channels-impressions"
    assert channels(Figures()) is None
    assert channels(Figures(CASE), metric="orders") is None


def test_more_than_eight_channels_are_summed_and_counted() -> None:
    many = [figure(f"c{n}", Label(f"渠道{n}", f"Channel {n}"), 100 - n, 0.1) for n in range(10)]
    shown = said(drawn(*many))
    assert "其他 3 个" in shown
    assert sum(t.startswith("渠道") for t in shown) == MOST - 1
    assert f"{93 + 92 + 91}　占 30.0%" in shown


def test_spending_of_no_channel_comes_last() -> None:
    rest = figure("unallocated", Label("未归到渠道", "Unallocated"), 5000, 0.7)
    assert [t for t in said(drawn(rest, *CASE)) if t in ("抖音", "未归到渠道")] == ["抖音", "未归到渠道"]


def test_the_alternative_names_most_and_least() -> None:
    assert (
        drawn(*CASE).description == "最多：抖音 850 条，占 70.8%；最少：社群 70 条，占 5.8%。数据见渠道表。"
    )
    assert drawn(*CASE, lang="en").title == "Leads by channel"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_labels_do_not_touch(lang: Lang, size: Any) -> None:
    long = figure(
        "long", Label("一个名字特别长的合作渠道", "A partner with a very long name"), 1990, 0.5, 1000
    )
    for figures in (CASE, (*CASE, long), [f.but(target=Target(n * 90 + 10)) for n, f in enumerate(CASE[:3])]):
        assert seen.collisions(drawn(*figures, lang=lang).svg("print", size)) == []


def test_the_drawing_is_as_it_was(snapshot: SnapshotAssertion) -> None:
    assert drawn(*CASE).svg() == snapshot
