import json
from typing import Any

import pytest
import yaml

from campaignlib.errors import RenderFailed
from campaignlib.figures import REPORT_MIME
from campaignlib.publish.options import joined
from campaignlib.publish.prepare import FrontMatter, prepare, told_in
from tests.publish.notebooks import PARAMETERS, code, notebook, raw, text

FRONT = FrontMatter("线索领先，张*的转化率落后", "春季 {{< env HOME >}}", "zh")


def shown(data: dict[str, Any], source: str = "show()") -> dict[str, Any]:
    output = {"output_type": "display_data", "data": data, "metadata": {"x": 1}}
    return code(source) | {"outputs": [output], "execution_count": 3}


def prepared(*cells: dict[str, Any], front: FrontMatter = FRONT) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = prepare(notebook(*cells), front)["cells"]
    return made


def test_the_other_language_raw_cells_and_parameters_are_left_out() -> None:
    cells = prepared(
        raw("---\ntitle: old\n---"),
        code(PARAMETERS, "parameters"),
        code('lang = "zh"', "injected-parameters"),
        text("## 记分卡", "zh"),
        text("## Scorecard", "en"),
        text("both", "zh", "en"),
        text("   "),
    )
    assert [joined(c["source"]) for c in cells[1:]] == ["## 记分卡", "both"]


def test_front_matter_is_written_anew_with_json_strings() -> None:
    first, *_ = prepared(text("x"))
    assert first["cell_type"] == "raw"
    lines = joined(first["source"]).splitlines()
    assert lines[0] == lines[-1] == "---"
    for line in lines[1:-1]:
        json.loads(line.partition(": ")[2])
    front = yaml.safe_load("\n".join(lines[1:-1]))
    assert front["title"] == r"线索领先，张\*的转化率落后"
    assert "pagetitle" not in front  # both engines make it from the title, without its marks
    assert "{{<" not in front["subtitle"]
    assert (front["lang"], front["region"]) == ("zh", "CN")


def test_sources_are_lists_of_lines_and_metadata_is_empty() -> None:
    cells = prepared(text("a\n\nb", "zh"), shown({"text/markdown": "m"}, "x\ny"))
    for cell in cells:
        assert cell["metadata"] == {}
        assert isinstance(cell["source"], list)
        assert cell.get("execution_count") is None
    assert cells[1]["source"] == ["a\n", "\n", "b"]
    assert cells[2]["outputs"][0]["metadata"] == {}


def test_html_becomes_a_raw_block_of_markdown() -> None:
    _, cell = prepared(shown({"text/html": "<b>1</b>", "text/plain": "1"}))
    data = cell["outputs"][0]["data"]
    assert "text/html" not in data
    assert joined(data["text/markdown"]) == "```{=html}\n<b>1</b>\n```"


def test_html_beside_markdown_goes() -> None:
    _, cell = prepared(shown({"text/html": "<b>1</b>", "text/markdown": "**1**"}))
    assert cell["outputs"][0]["data"] == {"text/markdown": ["**1**"]}


def test_a_chart_keeps_svg_and_its_spec() -> None:
    spec = {"mark": "line"}
    _, cell = prepared(shown({"image/svg+xml": "<svg/>", "application/vnd.vegalite.v6+json": spec, "x/y": 1}))
    assert cell["outputs"][0]["data"] == {
        "image/svg+xml": ["<svg/>"],
        "application/vnd.vegalite.v6+json": spec,
    }


def test_the_record_and_stderr_and_cells_that_show_nothing_go() -> None:
    noise = code("warn()") | {"outputs": [{"output_type": "stream", "name": "stderr", "text": "TCP"}]}
    record = shown({REPORT_MIME: {"kind": "weekly"}, "text/plain": ""})
    assert len(prepared(noise, record, code("x = 1"))) == 1
    hidden = shown({"text/markdown": "m"}, "#| include: false\nx")
    assert len(prepared(hidden)) == 1


def test_code_stays_when_it_is_to_be_shown() -> None:
    assert len(prepared(code("#| echo: true\nx = 1"))) == 2


def test_a_stored_error_is_refused() -> None:
    failed = code("1/0") | {
        "outputs": [{"output_type": "error", "ename": "ZeroDivisionError", "evalue": "division by zero"}]
    }
    with pytest.raises(RenderFailed, match="cell 2 holds an error: ZeroDivisionError: division by zero"):
        prepared(text("x"), failed)


def test_captions_in_both_languages_become_one() -> None:
    source = '#| label: fig-pace\n#| fig-cap: {zh: "节奏", en: "Pace"}\nshow()'
    assert told_in(source, "zh") == '#| label: "fig-pace"\n#| fig-cap: "节奏"\nshow()'
    assert told_in("#| label: fig-pace\nshow()", "en") == "#| label: fig-pace\nshow()"


def test_plain_text_is_kept_only_where_there_is_nothing_better() -> None:
    both = {"text/markdown": "**x**", "text/plain": "{{< env HOME >}}"}
    assert prepared(shown(both))[-1]["outputs"][0]["data"] == {"text/markdown": ["**x**"]}
