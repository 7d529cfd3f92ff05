from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.charts.pace import MOST, pace
from campaignlib.figures import INDEX, Figure, Figures
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Standing
from tests.charts import seen

POPUP = Label("快闪店线索", "Pop-up leads")
BEHIND = seen.pace("F8:4", POPUP, 280, 500, Standing.BEHIND, 0.75)
DAILY = seen.daily(
    *seen.even("leads", "douyin", 280),
    *seen.even("orders", "all", 90),
    *seen.even("qualified_leads", "all", 720),
)


def chart(*figures: Figure, lang: Lang = "zh") -> Any:
    return pace(Figures(figures), DAILY, lang)


def test_a_panel_per_metric_with_its_head() -> None:
    made = chart(BEHIND, seen.forecast("F8:4", 440, 360, 520), seen.rate("F8:5"))
    assert [p.figure.key for p in made.panels] == ["F8:4", "F8:5"]
    head = made.panels[0].head
    assert head.startswith("### 快闪店线索（条） ")
    assert '[▼]{.glyph .warn aria-hidden="true"} [落后]{.warn} 0.75' in head
    assert "窗口 7月20日—8月10日，63.6%" in head
    assert "订单 ÷ 合格线索，累计" in made.panels[1].head


def test_the_text_alternative_states_finding_extremes_and_where_the_table_is() -> None:
    made = chart(BEHIND, seen.forecast("F8:4", 440.4, 360, 520))
    assert made.panels[0].drawing.description == (
        "累计 280 条，落后，节奏 0.75；应到 318，警戒线 255，目标 500；期末推算 440。数据见记分卡。"
    )
    english = chart(BEHIND, seen.rate("F8:5"), lang="en")
    assert english.panels[0].drawing.description.endswith("Figures in the scorecard.")
    assert "95% interval 10.3–15.1%" in english.panels[1].drawing.description


def test_another_window_that_would_change_the_status_is_said() -> None:
    other = {
        "start": date(2024, 7, 26),
        "end": date(2024, 8, 10),
        "pace": 0.85,
        "status": "on_pace",
        "form": "config",
    }
    part = other | {"end": date(2024, 8, 5), "form": "F4"}
    same = other | {"status": "behind"}
    assert (
        "从 7月26日算 0.85"
        in chart(BEHIND.but(inputs=BEHIND.inputs | {"alternatives": (same, other)})).panels[0].head
    )
    assert (
        "按 F4 的日期 0.85"
        in chart(BEHIND.but(inputs=BEHIND.inputs | {"alternatives": (part,)})).panels[0].head
    )
    assert "算" not in chart(BEHIND.but(inputs=BEHIND.inputs | {"alternatives": (same,)})).panels[0].head


def test_what_has_no_data_has_no_panel_but_is_named() -> None:
    empty = Figure(
        name="pace",
        key="F1:1",
        of=Label("话题阅读", "Topic reads"),
        unit=INDEX,
        status=Standing.NO_DATA,
        undefined=Label("8月14日到", "due 14 Aug"),
        as_of=date(2024, 8, 2),
    )
    made = chart(empty, BEHIND)
    assert [f.key for f in made.without] == ["F1:1"]
    assert "没有曲线：话题阅读，8月14日到" in made.block().markdown
    alone = chart(empty)
    assert alone.panels == ()
    assert "No curve: Topic reads" in chart(empty, lang="en").block().markdown


def test_more_than_nine_panels_put_the_calm_ones_into_a_fold() -> None:
    calm = [
        seen.pace(f"F8:{n}", Label(f"指标{n}", f"Metric {n}"), 300, 500, Standing.ON_PACE, 0.95)
        for n in range(1, 11)
    ]
    late = seen.pace("F8:11", POPUP, 100, 500, Standing.BEHIND, 0.3)
    made = chart(*calm, late)
    assert len(made.panels) == MOST
    assert made.panels[0].figure.key == "F8:11"
    assert [p.figure.key for p in made.folded] == ["F8:9", "F8:10"]
    assert 'collapse="true" title="其余 2 项"' in made.block().markdown


def test_ids_are_unique_on_the_page() -> None:
    made = chart(BEHIND, seen.rate("F8:5"))
    assert len({d.name for d in made.drawings}) == 2


def test_without_daily_data_only_todays_dot_is_drawn() -> None:
    made = pace(Figures([BEHIND]), seen.daily(), "zh")
    assert "280" in [s.text for s in seen.texts(made.panels[0].drawing.svg())]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_labels_do_not_touch(lang: Lang) -> None:
    made = chart(BEHIND, seen.forecast("F8:4", 480, 360, 520), seen.rate("F8:5"), lang=lang)
    for drawing in made.drawings:
        assert seen.collisions(drawing.svg("print")) == []


def test_the_drawing_is_as_it_was(snapshot: SnapshotAssertion) -> None:
    made = chart(BEHIND, seen.forecast("F8:4", 440, 360, 520), seen.rate("F8:5"))
    assert [d.svg() for d in made.drawings] == snapshot


def test_peoples_text_in_a_head_stays_text() -> None:
    odd = seen.pace("F8:4", Label.same("张*的<b>线索</b> {{< env HOME >}}"), 280, 500, Standing.BEHIND, 0.75)
    head = chart(odd).panels[0].head
    assert "张\\*的&lt;b&gt;" in head
    assert "{{<" not in head
