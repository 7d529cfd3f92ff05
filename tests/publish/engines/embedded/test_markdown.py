import base64
from pathlib import Path

from campaignlib.publish.engines.embedded.markdown import assemble, attribute
from tests.publish.engines.jobs import job, shown
from tests.publish.notebooks import code

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>张*</title></svg>'


def body(folder: Path, *cells: object) -> str:
    return assemble(job(folder, *cells).notebook)  # type: ignore[arg-type]


def test_text_and_outputs_stand_in_their_order_without_code(tmp_path: Path) -> None:
    assert body(tmp_path, "## 记分卡", shown("表", "secret()")) == "## 记分卡\n\n表\n"


def test_a_labelled_output_becomes_a_numbered_division_with_its_caption(tmp_path: Path) -> None:
    made = body(tmp_path, shown("图", r"#| label: fig-pace" + "\n" + r'#| fig-cap: "节奏，张\\*"' + "\nx"))
    assert made == "::::: {#fig-pace .numbered .fig}\n图\n\n:::: caption\n节奏，张\\*\n::::\n:::::\n"


def test_other_labels_are_names_of_cells_only(tmp_path: Path) -> None:
    assert body(tmp_path, shown("文", "#| label: lead\nx")) == "文\n"


def test_svg_is_packed_with_its_alternative(tmp_path: Path) -> None:
    output = {"output_type": "display_data", "data": {"image/svg+xml": SVG}, "metadata": {}}
    made = body(tmp_path, code('#| fig-alt: 线索 "2,000"\nx') | {"outputs": [output]})
    packed = made.split("base64,")[1].split(")")[0]
    assert base64.b64decode(packed).decode() == SVG
    assert '{fig-alt="线索 &quot;2,000&quot;"}' in made


def test_what_is_printed_stays_as_it_is(tmp_path: Path) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": "a *b*\n  c\n"}
    assert body(tmp_path, code("x") | {"outputs": [output]}) == "    a *b*\n      c\n"


def test_code_is_shown_folded_or_not_at_all(tmp_path: Path) -> None:
    assert body(tmp_path, code("#| echo: true\nx = '~~~'")) == "~~~~python\nx = '~~~'\n~~~~\n"
    folded = body(tmp_path, code("#| echo: true\n#| code-fold: true\nx"))
    assert folded.startswith('::: {.callout-note collapse="true" .code-fold}\n~~~python')
    assert body(tmp_path, shown("out", "#| output: false\nx")).strip() == ""


def test_attributes_stay_in_their_quotes() -> None:
    assert attribute('a "b"\n\\c & d') == "a &quot;b&quot; \\\\c &amp; d"
