from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.charts.drawing import Drawing
from campaignlib.charts.gantt import MOST, gantt
from campaignlib.figures import Figure, Figures
from campaignlib.words.label import Lang
from tests.charts import seen

TODAY = date(2024, 8, 2)


def drawn(figures: Figures | None = None, today: date = TODAY, lang: Lang = "zh") -> Drawing:
    made = gantt(figures if figures is not None else seen.schedule(), today, lang)
    assert made is not None
    return made


def said(drawing: Drawing, size: Any = "wide") -> list[str]:
    return [s.text for s in seen.texts(drawing.svg("print", size))]


def test_rows_owners_today_delays_and_other_forms() -> None:
    shown = said(drawn())
    assert {"印刷", "张*", "今天 8月2日", "逾期 1 天，浮动还剩 4 天", "F4 另写 ≠", "7月25日"} < set(shown)
    assert "逾期 3 天，超出浮动 2 天，影响预热" in shown


def test_where_one_ends_as_the_other_starts_the_link_goes_straight_down() -> None:
    lines = seen.marks(drawn(), "line")
    critical = next(m for m in lines if m["strokeWidth"] == 1.5)
    first = [r for r in critical["rows"] if r["series"] == 0]
    assert len(first) == 2
    assert first[0]["x"] == first[1]["x"]
    elbow = [r for r in critical["rows"] if r["series"] == 1]
    assert len({r["x"] for r in elbow}) == 3


def test_a_start_before_the_end_of_its_predecessor_goes_back_between_the_rows() -> None:
    plain = next(m for m in seen.marks(drawn(), "line") if m["strokeWidth"] == 1)
    back = [r for r in plain["rows"] if r["series"] == 0]
    assert len(back) == 6
    assert back[-1]["x"] < back[0]["x"]


def test_critical_names_are_bold() -> None:
    bold = {r["text"] for m in seen.marks(drawn(), "text") if m["fontWeight"] == 700 for r in m["rows"]}
    assert {"设计定稿", "印刷", "快闪"} < bold
    assert not {"素材", "预热"} & bold


def test_other_dates_are_framed_when_they_cross_the_bar() -> None:
    def crossing(n: int) -> dict[str, Any]:
        return {
            "form": "F4",
            "start": date(2024, 7, 20) + timedelta(n),
            "end": date(2024, 7, 25) + timedelta(n),
        }

    def dashed(n: int) -> float:
        row = seen.task(1, "设计", date(2024, 7, 20), date(2024, 7, 26), "done", other=(crossing(n),))
        box = next(m for m in seen.marks(drawn(Figures([row])), "rect") if m["strokeDash"])
        return abs(float(box["rows"][0]["y2"] - box["rows"][0]["y"]))

    assert dashed(2) > dashed(10)


def many(count: int) -> list[Figure]:
    start = date(2024, 9, 1)
    return [
        seen.task(
            n,
            f"任务{n}",
            start + timedelta(n),
            start + timedelta(n + 2),
            "not_started",
            critical=n % 10 == 0,
            overdue_days=2 if n == 3 else 0,
        )
        for n in range(1, count + 1)
    ]


def test_more_than_25_rows_keep_critical_late_and_the_next_days_and_fold_the_rest() -> None:
    made = drawn(Figures(many(40)), date(2024, 9, 6))
    assert made.more is not None
    kept = {t for t in said(made) if t.startswith("任务")}
    assert {"任务3", "任务10", "任务40", "任务12"} <= kept
    assert "任务25" not in kept
    assert "任务25" in said(made.more)
    assert made.more_title == f"其余 {40 - len(kept)} 项"
    assert len(kept) <= MOST
    assert drawn(Figures(many(25)), date(2024, 9, 6)).more is None


def test_the_alternative_names_path_delays_and_differing_forms() -> None:
    text = drawn().description
    assert text.startswith(
        "关键路径 13 天：设计定稿、印刷、快闪；素材 逾期 3 天，超出浮动 2 天，影响预热；印刷 逾期 1 天"
    )
    assert "快闪 在 F4 写 7/25 到 8/5" in text
    assert "no task is late" in drawn(Figures(many(2)), lang="en").description


def test_only_what_is_drawn_is_in_the_key() -> None:
    assert [s.shape for s in drawn(Figures(many(2))).key] == ["bar_open"]
    assert {"late", "float", "bar_dashed", "critical", "dependency", "node"} < {s.shape for s in drawn().key}


def test_without_dates_there_is_nothing_to_draw() -> None:
    assert gantt(Figures(), TODAY) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["wide", "narrow", "paper"])
@pytest.mark.parametrize(
    "today", [date(2024, 7, 10), date(2024, 7, 25), TODAY, date(2024, 8, 10), date(2024, 8, 16)]
)
def test_labels_do_not_touch(lang: Lang, size: Any, today: date) -> None:
    assert seen.collisions(drawn(lang=lang, today=today).svg("print", size)) == []


def test_a_task_of_no_length_is_still_seen() -> None:
    row = seen.task(1, "签约", TODAY, TODAY, "done")
    bars = [r for m in seen.marks(drawn(Figures([row])), "rect") for r in m["rows"]]
    assert bars
    assert all(r["x2"] > r["x"] for r in bars)


def test_the_drawing_is_as_it_was(snapshot: SnapshotAssertion) -> None:
    made = drawn()
    assert [made.svg(), made.svg(size="narrow")] == snapshot
