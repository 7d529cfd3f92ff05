from __future__ import annotations

from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.charts.drawing import Drawing
from campaignlib.charts.targets import targets
from campaignlib.figures import Figure, Figures, Target
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Comparison, Standing
from tests.charts import seen

LEADS = seen.goal(
    "F10:2", Label("合格线索", "Qualified leads"), 1.275, Target(1200), 1530, metric="qualified_leads"
)
RATE = seen.goal("F10:3", Label("转化率", "Conversion"), 1.08, Target(0.15), 0.162, "ratio", (0.1445, 0.1814))
ROW = seen.goal("F10:4", Label("ROI", "ROI"), 1.83, Target(3.0), 5.49, "ratio", metric="roi")
BASES = (seen.roi("stated", 5.4935, 77_000, True), seen.roi("items", 6.3529, 68_000, False))


def drawn(*goals: Figure, roi: tuple[Figure, ...] = BASES, lang: Lang = "zh", **more: Any) -> Drawing:
    made = targets(Figures(goals), Figures(roi), lang, **more)
    assert made is not None
    return made


def said(drawing: Drawing, size: Any = "wide") -> list[str]:
    return [s.text for s in seen.texts(drawing.svg("print", size))]


def test_name_actual_target_and_percent_of_each_goal() -> None:
    shown = said(drawn(LEADS, RATE))
    assert {"合格线索", "1,530", "≥1,200", "127.5%", "转化率", "16.2%", "≥15%", "108.0%", "目标＝100%"} < set(
        shown
    )


def test_roi_stands_once_per_cost_basis_the_other_dashed() -> None:
    made = drawn(LEADS, ROW)
    assert {"ROI（成本 77,000）", "549.35%", "183.1%", "ROI（成本 68,000）", "635.29%", "211.8%"} < set(
        said(made)
    )
    assert "bar_basis" in [s.shape for s in made.key]
    same = (BASES[0], seen.roi("items", 5.4935, 77_000, False))
    assert sum(t.startswith("ROI") for t in said(drawn(LEADS, ROW, roi=same))) == 1
    assert "ROI (cost 77,000)" in said(drawn(LEADS, ROW, lang="en"))


def test_without_a_cost_the_stated_roi_stands() -> None:
    assert {"ROI", "549%", "183.0%"} < set(said(drawn(LEADS, ROW, roi=())))


def test_longer_than_the_scale_is_cut_and_says_so() -> None:
    far = seen.goal("F10:9", Label("转发", "Shares"), 4.1, Target(100), 410)
    assert "›\u2009410.0%" in said(drawn(far))


def test_a_limit_turns_its_interval_round() -> None:
    limit = seen.goal(
        "F1:9",
        Label("退货率", "Returns"),
        1.25,
        Target(0.05, Comparison.AT_MOST),
        0.04,
        "ratio",
        (0.025, 0.08),
    )
    whiskers = [
        row
        for mark in seen.marks(drawn(limit, roi=()), "rule")
        if mark["strokeWidth"] == 1.5
        for row in mark["rows"]
    ]
    assert (whiskers[0]["x"], whiskers[0]["x2"]) == (0.625, 2.0)
    assert "≤5%" in said(drawn(limit, roi=()))


def test_goals_without_a_result_are_counted_in_the_alternative() -> None:
    empty = Figure(
        name="attainment",
        key="F1:2",
        of=Label("搜索指数", "Search"),
        undefined=Label("没有结果", "no result"),
        status=Standing.NO_DATA,
    )
    text = drawn(LEADS, RATE, empty, roi=()).description
    assert text == (
        "2 条中 2 条到了目标；最高 合格线索 127.5%；最低 转化率 108.0%；转化率 的区间含目标；"
        "另有 1 个目标没有结果。数据见下表。"
    )
    assert targets(Figures([empty]), Figures()) is None


def test_results_stand_before_goals_without_one_and_the_board_is_left_out() -> None:
    def of(form: str, figure: Figure, metric: str) -> Figure:
        return figure.but(key=f"{form}:1", inputs=figure.inputs | {"form": form, "metric": metric})

    sales = seen.goal("F1:5", Label("销售额", "Sales"), 1.0, Target(500), 500)
    shown = said(
        drawn(
            of("F1", sales, "sales"),
            of("F1", LEADS.but(of=Label("目标里的线索", "x")), "leads"),
            of("F8", LEADS.but(of=Label("看板里的线索", "x")), "leads"),
            of("F10", LEADS, "leads"),
            roi=(),
        )
    )
    assert [t for t in shown if not t[0].isdigit() and t[0] not in "≥目"] == ["合格线索", "销售额"]
    assert not [t for t in shown if "里的线索" in t]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["wide", "narrow", "paper"])
def test_labels_do_not_touch(lang: Lang, size: Any) -> None:
    spread = [
        seen.goal(
            f"F10:{n}",
            Label(f"一个名字很长很长的目标{n}", f"A goal with a rather long name {n}"),
            value,
            Target(1e6),
            value * 1e6,
        )
        for n, value in enumerate((0.0, 0.3, 0.93, 0.99, 1.0, 1.9, 2.19, 9.0))
    ]
    assert seen.collisions(drawn(LEADS, RATE, ROW, *spread, lang=lang).svg("print", size)) == []


def test_the_drawing_is_as_it_was(snapshot: SnapshotAssertion) -> None:
    made = drawn(LEADS, RATE, ROW)
    assert [made.svg(), made.svg(size="narrow")] == snapshot
