from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from campaignlib.charts.plane import boxes, compose, labels, plane
from campaignlib.charts.style import C, Text
from campaignlib.charts.svg import Theme, render, themed
from campaignlib.words.tokens import TOKENS


def drawn(theme: Theme = "screen", text: str = "抖音", title: str = "渠道") -> str:
    p = plane(100, 40, x=(0, 1))
    spec = compose(p, [*boxes(p, [(0, 1, 20)], 10, fill=C["accent"]), *labels(p, [Text(5, 20, text)])])
    return render(
        spec, name="chart-x", title=title, description="最多 <b>1</b>", lang="zh", theme=theme, css="wide"
    )


def test_it_is_named_described_and_one_line() -> None:
    svg = drawn()
    root = ET.fromstring(svg)
    assert "\n" not in svg
    assert root.get("role") == "img"
    assert root.get("class") == "drawing wide"
    ids = {e.get("id"): e.text for e in root if e.get("id")}
    assert ids == {"chart-x-title": "渠道", "chart-x-desc": "最多 <b>1</b>"}
    assert root.get("aria-labelledby") == "chart-x-title chart-x-desc"
    assert (root.get("width"), root.get("viewBox")) == ("100", "0 0 100 40")


def test_print_is_scaled_to_the_page() -> None:
    root = ET.fromstring(drawn("print"))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("90", "36", "0 0 100 40")


def test_text_is_drawn_as_text_with_a_halo_behind_it() -> None:
    text = next(e for e in ET.fromstring(drawn()).iter() if e.tag.endswith("}text"))
    assert text.text == "抖音"
    assert text.get("paint-order") == "stroke"


def test_screen_has_variables_with_a_fallback_print_has_fixed_colours() -> None:
    assert "var(--accent, #1F4E8C)" in drawn("screen")
    assert not re.search(r'(fill|stroke)="#', drawn("screen"))
    assert TOKENS["print"]["accent"] in drawn("print")
    assert "var(" not in drawn("print")
    assert TOKENS["light"]["accent"] not in drawn("print")


@pytest.mark.parametrize("token", list(TOKENS["light"]))
def test_every_token_is_told_apart_by_its_colour(token: str) -> None:
    assert themed(TOKENS["light"][token], "screen").startswith(f"var(--{token},")
    assert themed(TOKENS["light"][token].lower(), "print") == TOKENS["print"][token]


def test_the_same_drawing_is_the_same_text_every_time() -> None:
    assert drawn() == drawn()


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "{{< env HOME >}}", "]]>", '"onload="x', "张*&李*"]
)
def test_peoples_text_stays_text(hostile: str) -> None:
    svg = drawn(text=hostile, title=hostile)
    root = ET.fromstring(svg)
    assert [e.text for e in root.iter() if e.tag.endswith(("}text", "}title"))] == [hostile, hostile]
    assert "<script" not in svg
    assert "{{<" not in svg


def test_chinese_fonts_stand_first_on_a_chinese_page() -> None:
    assert "font-family=\"'PingFang SC'" in drawn()
    assert "font-family=\"'Noto Sans CJK SC'" in drawn("print")
