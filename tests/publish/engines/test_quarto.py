"""Quarto is not installed here: a stand-in records how it is called and what it is given."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaignlib.errors import RenderFailed
from campaignlib.publish.engines import quarto
from campaignlib.words.block import raw_html
from tests.publish.engines.jobs import job, shown

STAND_IN = """#!{python}
import json, os, pathlib, shutil, sys
log = pathlib.Path(os.environ["RECORDED"])
calls = json.loads(log.read_text()) if log.exists() else []
calls.append({{"arguments": sys.argv[1:], "folder": os.getcwd()}})
log.write_text(json.dumps(calls))
shutil.copytree(os.getcwd(), log.parent / "given", dirs_exist_ok=True)
print(os.environ.get("SAYS", "Output created"), file=sys.stderr)
if os.environ.get("EXIT", "0") == "1":
    sys.exit(1)
if not os.environ.get("MAKES_NOTHING"):
    out = pathlib.Path(sys.argv[sys.argv.index("--output-dir") + 1])
    ending = "pdf" if "typst" in sys.argv else "html"
    (out / "reports").mkdir(parents=True)
    (out / "reports" / f"weekly-2025-03-07.{{ending}}").write_text("made by the stand-in")
"""


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    command = tmp_path / "bin" / "quarto"
    command.parent.mkdir()
    command.write_text(STAND_IN.format(python=sys.executable))
    command.chmod(0o755)
    monkeypatch.setenv("QUARTO_PATH", str(command))
    monkeypatch.setenv("RECORDED", str(tmp_path / "calls.json"))
    return tmp_path


def work(folder: Path) -> Path:
    (folder / "work").mkdir()
    return folder / "work"


def calls(recorded: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((recorded / "calls.json").read_text())
    return found


def test_it_is_called_once_per_format_in_a_copy_with_an_absolute_output_folder(recorded: Path) -> None:
    quarto.render(job(work(recorded), "## 记分卡"))
    html, pdf = calls(recorded)
    project = str(recorded / "work" / "quarto")
    assert html["folder"] == pdf["folder"] == project
    assert html["arguments"] == ["render", project, "--to", "html", "--output-dir", f"{project}/made-html"]
    assert pdf["arguments"] == ["render", project, "--to", "typst", "--output-dir", f"{project}/made-pdf"]
    for ending in ("html", "pdf"):
        assert (recorded / "work" / f"weekly-2025-03-07.{ending}").read_text() == "made by the stand-in"


def test_one_format_is_one_call(recorded: Path) -> None:
    quarto.render(job(work(recorded), "## 记分卡", to=("pdf",)))
    assert [call["arguments"][3] for call in calls(recorded)] == ["typst"]
    assert not (recorded / "work" / "weekly-2025-03-07.html").exists()


def test_what_it_is_given_is_what_it_reads_well(recorded: Path) -> None:
    table = shown(raw_html("<table><tr><td>张*</td></tr></table>"), "#| label: tbl-a\n#| tbl-cap: 表")
    quarto.render(job(work(recorded), "## 记分卡", table, to=("html",)))
    given = recorded / "given"
    book = json.loads((given / "reports" / "weekly-2025-03-07.ipynb").read_text(encoding="utf-8"))
    first = book["cells"][0]
    assert (first["cell_type"], first["source"][0]) == ("raw", "---\n")
    assert all(isinstance(cell["source"], list) and cell["metadata"] == {} for cell in book["cells"])
    outputs = [output for cell in book["cells"] for output in cell.get("outputs", ())]
    assert outputs
    assert not [o for o in outputs if "text/html" in o["data"]]


def test_every_file_the_settings_name_is_there_and_nothing_comes_from_outside(recorded: Path) -> None:
    quarto.render(job(work(recorded), "## 记分卡", to=("html",)))
    given = recorded / "given"
    settings = yaml.safe_load((given / "_quarto.yml").read_text(encoding="utf-8"))
    html, typst = settings["format"]["html"], settings["format"]["typst"]
    named = [
        html["css"],
        *(t for theme in html["theme"].values() for t in theme if "/" in t),
        settings["website"]["favicon"],
        *(part["file"] for part in typst["include-in-header"]),
    ]
    assert all((given / name).is_file() for name in named), named
    assert settings["execute"] == {"enabled": False, "echo": False}
    assert html["html-math-method"] == "mathml"
    assert html["embed-resources"] is True
    assert typst["pdf-standard"] == "ua-1"
    for file in (
        p for p in given.rglob("*.*") if p.is_file() and p.suffix in (".yml", ".scss", ".css", ".typ")
    ):
        assert "http" not in file.read_text(encoding="utf-8"), file


def test_exit_code_1_gives_its_last_word(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXIT", "1")
    monkeypatch.setenv("SAYS", "reading\nbad YAML in _quarto.yml\n")
    with pytest.raises(RenderFailed, match=r"quarto \(html\), exit 1: bad YAML in _quarto\.yml"):
        quarto.render(job(work(recorded), "x"))


def test_exit_code_0_without_a_page_is_a_failure(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAKES_NOTHING", "1")
    with pytest.raises(RenderFailed, match=r"exit 0 but made no weekly-2025-03-07\.html"):
        quarto.render(job(work(recorded), "x"))


@pytest.mark.parametrize(
    "said",
    [
        "WARNING: Unable to resolve crossref @fig-none",
        "warning: unknown font family: noto",
        "Error running filter x.lua",
    ],
)
def test_trouble_said_with_exit_code_0_is_a_failure(
    recorded: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("SAYS", f"pandoc --to html\n{said}\nOutput created")
    with pytest.raises(RenderFailed, match="exit 0"):
        quarto.render(job(work(recorded), "x"))


def test_its_usual_chatter_is_no_failure(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYS", "[1/1] weekly.ipynb\nWARNING: The title is long\nOutput created: x.html")
    quarto.render(job(work(recorded), "x", to=("html",)))
    assert (recorded / "work" / "weekly-2025-03-07.html").exists()


def test_without_quarto_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUARTO_PATH", raising=False)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert quarto.find() is None
    with pytest.raises(RenderFailed, match="quarto not found"):
        quarto.render(job(tmp_path, "x"))


def test_a_quarto_path_that_leads_nowhere_is_no_quarto(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUARTO_PATH", str(tmp_path / "gone"))
    assert quarto.find() is None
