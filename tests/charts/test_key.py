from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from campaignlib.charts.key import Sign, key_html, key_svg, shape_svg
from campaignlib.words.label import Label
from tests.charts.seen import collisions

SHAPES = [
    "actual",
    "plan",
    "corridor",
    "forecast",
    "today",
    "shade",
    "target",
    "target_line",
    "floor",
    "bar",
    "bar_done",
    "bar_started",
    "bar_open",
    "bar_budget",
    "bar_daily",
    "bar_dashed",
    "bar_basis",
    "late",
    "node",
    "float",
    "critical",
    "dependency",
    "interval",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_draws_in_both_themes(shape: str) -> None:
    for theme in ("screen", "print"):
        inside = shape_svg(shape, theme)  # type: ignore[arg-type]
        assert len(ET.fromstring(f"<svg>{inside}</svg>")) > 0
        assert ("var(--" in inside) is (theme == "screen")


def test_an_unknown_shape_is_refused() -> None:
    with pytest.raises(KeyError):
        shape_svg("heart", "screen")


def test_words_are_escaped_and_signs_are_hidden_from_listeners() -> None:
    html = key_html((Sign("bar", Label("支出 <元>", "spent")),), "zh")
    assert "支出 &lt;元&gt;" in html
    assert html.count('aria-hidden="true"') == 1
    assert html.startswith('<p class="key">')


def test_a_long_key_wraps_in_print_and_is_not_cut() -> None:
    signs = tuple(Sign(s, Label(f"图例{n}的说明文字", "x")) for n, s in enumerate(SHAPES))
    svg = key_svg(signs, "zh")
    assert collisions(svg) == []
    assert len(re.findall("<text", svg)) == len(SHAPES)
    assert float(ET.fromstring(svg).get("height", "0")) > 40
