from __future__ import annotations

import altair as alt
import pytest

from campaignlib.charts.plane import band, boxes, compose, dots, labels, paths, plane, rules
from campaignlib.charts.style import Text


def test_scales_run_both_ways() -> None:
    p = plane(200, 100, x=(0, 50), y=(0, 10), left=20, right=120, top=10, bottom=90)
    assert (p.px(25), p.py(10), p.py(0)) == (70, 10, 90)
    assert p.ux(p.px(13)) == pytest.approx(13)
    assert p.uy(p.py(7)) == pytest.approx(7)
    assert p.dx(10) == 5


def test_without_a_y_domain_y_counts_px_from_the_top() -> None:
    p = plane(200, 100, x=(0, 1), bottom=100)
    assert p.py(30) == 30


def test_nothing_to_draw_gives_no_layer() -> None:
    p = plane(200, 100, x=(0, 1))
    assert [
        *boxes(p, [], 5),
        *rules(p, [], "#000"),
        *paths(p, [], "#000"),
        *band(p, [], "#000"),
        *labels(p, []),
    ] == []


def test_a_spec_is_valid_vega_lite_of_the_exact_size() -> None:
    p = plane(200, 100, x=(0, 1), y=(0, 1))
    spec = compose(
        p,
        [
            *boxes(p, [(0, 1, 0.5)], 10, fill="#1F4E8C", stroke="#83888E", dash=(3, 2)),
            *rules(p, [(0, 0, 1, 1)], "#000000"),
            *paths(p, [[(0, 0), (1, 1)]], "#000000"),
            *band(p, [(0, 0, 1), (1, 0, 1)], "#000000"),
            *dots(p, [(0, 0)], fill="#000000"),
            *labels(p, [Text(10, 10, "目标 500")]),
        ],
    )
    alt.LayerChart.from_dict(spec)
    assert (spec["width"], spec["height"], spec["padding"]) == (200, 100, 0)
