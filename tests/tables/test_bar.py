"""The attainment bar."""

import re
from base64 import b64decode
from xml.etree import ElementTree as ET

from campaignlib.tables.bar import WIDTH, Bar
from campaignlib.words.tokens import TOKENS


def _rects(bar: Bar) -> list[tuple[str, float]]:
    root = ET.fromstring(f"<svg>{bar.svg(lambda token: token)}</svg>")
    return [
        ((r.get("style") or "").removeprefix("fill:"), float(r.get("width") or 0)) for r in root.iter("rect")
    ]


def test_the_scale_ends_at_110_percent_and_the_bar_is_cut_there() -> None:
    assert _rects(Bar(0.55)) == [("corridor", 120.0), ("accent", 66.0)]
    assert _rects(Bar(2.0))[1] == ("accent", WIDTH)
    assert "l3 3l-3 3" in Bar(2.0).svg(str)
    assert "l3 3l-3 3" not in Bar(1.1).svg(str)


def test_no_data_is_an_empty_dashed_bar_not_zero() -> None:
    assert "stroke-dasharray" in Bar(None).svg(str)
    assert _rects(Bar(None))[0][0].startswith("none")
    assert _rects(Bar(0.0))[1] == ("accent", 0.0)


def test_plan_floor_and_interval_are_drawn_where_known() -> None:
    plain, full = Bar(0.5).svg(str), Bar(0.5, planned=0.6, low=0.4, high=0.7, floor=0.45).svg(str)
    assert "polygon" not in plain
    assert "polygon" in full
    assert full.count("bad") == 1
    assert full.count("M") - plain.count("M") == 6


def test_page_uses_tokens_and_paper_uses_the_colours_of_print() -> None:
    page, paper = Bar(0.5, tone="warn", label="50.0% & mehr").pair()
    assert "var(--warn)" in page
    assert 'aria-label="50.0% &amp; mehr"' in page
    assert 'alt="50.0% &amp; mehr"' in paper
    data = re.search(r"base64,([^\"]+)", paper)
    assert data
    svg = b64decode(data[1]).decode()
    ET.fromstring(svg)
    assert TOKENS["print"]["warn"] in svg
    assert "var(" not in svg
