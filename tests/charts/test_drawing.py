from __future__ import annotations

import base64
import re

import altair as alt

from campaignlib.charts.drawing import Drawing, fold, image
from campaignlib.charts.key import Sign
from campaignlib.charts.plane import boxes, compose, labels, plane
from campaignlib.charts.style import C, Text
from campaignlib.words.label import Label


def spec(width: int) -> dict[str, object]:
    p = plane(width, 40, x=(0, 1))
    return compose(
        p, [*boxes(p, [(0, 1, 20)], 10, fill=C["accent"]), *labels(p, [Text(5, 20, f"宽 {width}")])]
    )


DRAWING = Drawing(
    name="chart-x",
    title='渠道 "甲"',
    description="最多 850。数据见渠道表。",
    lang="zh",
    wide=spec(920),
    narrow=spec(358),
    paper=spec(760),
    key=(Sign("bar", Label("支出", "spent")),),
)


def test_html_holds_both_sizes_and_print_one_image() -> None:
    markdown = DRAWING.block().markdown
    assert 'class="drawing wide"' in markdown
    assert 'class="drawing narrow"' in markdown
    assert markdown.count('when-format="html"') == 4
    encoded = re.findall(r"base64,([^)]+)\)", markdown)
    assert "宽 760" in base64.b64decode(encoded[-1]).decode()
    assert "text/html" not in DRAWING.block()._repr_mimebundle_()


def test_all_ids_of_a_page_differ() -> None:
    ids = re.findall(r' id="([^"]+)"', DRAWING.body())
    assert len(ids) == len(set(ids)) == 4


def test_the_alternative_is_quoted_for_markdown() -> None:
    assert 'fig-alt="渠道 \\"甲\\"：最多 850。数据见渠道表。"' in DRAWING.body()
    assert "{{<" not in image("<svg/>", "{{< env HOME >}}")


def test_one_drawing_for_all_has_no_size_class() -> None:
    assert 'class="drawing"' in DRAWING.but(narrow=None).body()


def test_the_spec_is_vega_lite_with_its_description() -> None:
    made = DRAWING.spec("narrow")
    alt.LayerChart.from_dict(made)
    assert made["width"] == 358
    assert DRAWING.description in made["description"]
    assert DRAWING.but(narrow=None).spec("narrow")["width"] == 920


def test_what_does_not_fit_is_folded_below() -> None:
    more = DRAWING.but(name="chart-x-rest", key=())
    markdown = DRAWING.but(more=more, more_title="其余 3 项").block().markdown
    assert fold("其余 3 项", more.body()) in markdown


def test_an_analyst_sees_an_svg_and_its_words() -> None:
    bundle = DRAWING._repr_mimebundle_()
    assert bundle["image/svg+xml"].startswith("<svg")
    assert bundle["text/plain"].startswith('渠道 "甲"：')
