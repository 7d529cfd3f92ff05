"""A report from notebook to site, and what happens when something on the way fails."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pypdf
import pytest

from campaignlib.errors import BadRequest, NoCampaign, RenderFailed
from campaignlib.publish import report
from campaignlib.publish.engines import Job
from campaignlib.publish.report import publish_report
from tests.publish.notebooks import EMIT, PARAMETERS, code, full, notebook, write
from tests.support import campaign, config

ROOT = Path(__file__).parents[2]
CASE = ROOT / "data" / "back-to-school-2024"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, the current folder; its notebooks say they are about another campaign."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QUARTO_PATH", raising=False)
    return tmp_path


def tell(project: Path, *cells: dict[str, Any]) -> None:
    """The project's own weekly notebook."""
    setup = code(
        'ZH = lang == "zh"\nday = as_of or "2025-03-07"\ndef say(zh, en):\n    return zh if ZH else en'
    )
    write(project / "notebooks", "weekly.ipynb", notebook(code(PARAMETERS, "parameters"), setup, *cells))


def files(out: Path) -> list[str]:
    return sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file())


@pytest.mark.slow
def test_a_report_in_both_languages(project: Path) -> None:
    write(project / "notebooks", "weekly.ipynb", full())
    made = publish_report(CASE, "weekly", as_of="2025-03-07", lang=("zh", "en"), engine="embedded")
    out = Path("reports/_site")
    assert [p.as_posix() for p in made] == [
        f"reports/_site/{lang}/spring/weekly-2025-03-07.{ending}"
        for ending in ("html", "pdf")
        for lang in ("en", "zh")
    ]
    assert files(out) == sorted(
        ["index.html", "zh/index.html", "en/index.html"]
        + [f"{lang}/spring/weekly-2025-03-07.{e}" for lang in ("zh", "en") for e in ("html", "json", "pdf")]
    )
    zh = (out / "zh/spring/weekly-2025-03-07.html").read_text(encoding="utf-8")
    en = (out / "en/spring/weekly-2025-03-07.html").read_text(encoding="utf-8")
    assert "记分卡" in zh
    assert "Scorecard" not in zh
    assert "Scorecard" in en
    assert "记分卡" not in en
    assert '../../en/spring/weekly-2025-03-07.html">English' in zh
    assert (
        json.loads((out / "zh/spring/weekly-2025-03-07.json").read_text())["preview"][0]["value"] == "1,200"
    )
    pages = pypdf.PdfReader(out / "zh/spring/weekly-2025-03-07.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    assert all(f"F8!D{i} " in text for i in range(1, 41))


@pytest.mark.slow
def test_a_failing_cell_leaves_the_last_good_report(project: Path) -> None:
    tell(project, code(EMIT))
    publish_report(CASE, "weekly", lang=("zh", "en"), to=("html",), engine="embedded")
    out = project / "reports/_site"
    before = {name: (out / name).read_bytes() for name in files(out)}
    tell(project, code('print("new")'), code('assert lang == "zh", "broken in English"'), code(EMIT))
    with pytest.raises(
        RenderFailed, match=r"weekly\.ipynb \(en\), cell 4 .*AssertionError: broken in English"
    ):
        publish_report(CASE, "weekly", lang=("zh", "en"), to=("html",), engine="embedded")
    assert {name: (out / name).read_bytes() for name in files(out)} == before
    assert not list(out.glob(".rendering*"))


@pytest.mark.slow
def test_a_failing_engine_leaves_the_last_good_report(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(project, code(EMIT))
    publish_report(CASE, "weekly", to="html", engine="embedded")
    out = project / "reports/_site"
    before = {name: (out / name).read_bytes() for name in files(out)}

    def half(job: Job) -> None:
        (job.folder / f"{job.stem}.html").write_text("half")

    monkeypatch.setattr(report.embedded, "render", half)
    with pytest.raises(RenderFailed, match=r"made no weekly-2024-08-02\.pdf"):
        publish_report(CASE, "weekly", engine="embedded")
    assert {name: (out / name).read_bytes() for name in files(out)} == before


@pytest.mark.slow
def test_quarto_is_taken_where_it_is_installed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(project, code(EMIT))
    used: list[str] = []

    def stand_in(job: Job) -> None:
        used.append(job.title)
        (job.folder / f"{job.stem}.html").write_text("<!-- bar --><!-- /bar -->")

    monkeypatch.setattr(report.quarto, "find", lambda: Path("quarto"))
    monkeypatch.setattr(report.quarto, "render", stand_in)
    (page,) = publish_report(CASE, "weekly", to=("html",))
    assert used == ["线索领先，张*的转化率破底线"]
    assert "营销活动报告" in page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_record_in_another_language_is_refused(project: Path) -> None:
    tell(project, code(EMIT.replace('"lang": lang', '"lang": "en"')))
    with pytest.raises(RenderFailed, match="asked for lang zh, its record says en"):
        publish_report(CASE, "weekly", lang="zh")


def test_the_campaigns_first_language_is_the_default() -> None:
    assert report._langs(None, config()) == ("zh",)
    assert report._langs(None, config(languages=["en", "zh"])) == ("en",)
    assert report._langs(("zh", "en", "zh"), config()) == ("zh", "en")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"kind": "monthly"}, "no report 'monthly'"),
        ({"as_of": "8月2日"}, "is not a date"),
        ({"as_of": "2024-07-01"}, "before the campaign's preparation starts"),
        ({"lang": "fr"}, "lang 'fr'"),
        ({"lang": ()}, "lang"),
        ({"to": ("docx",)}, "html, pdf"),
        ({"to": ()}, "html, pdf"),
        ({"engine": "latex"}, "auto, quarto, embedded"),
    ],
)
def test_what_cannot_be_asked_for_is_said_before_anything_runs(
    project: Path, asked: dict[str, Any], said: str
) -> None:
    with pytest.raises(BadRequest, match=said):
        publish_report(CASE, **({"kind": "weekly"} | asked))
    assert not (project / "reports").exists()


def test_a_campaign_must_be_somewhere(project: Path) -> None:
    with pytest.raises(NoCampaign, match="nowhere"):
        publish_report("nowhere", "weekly")
    with pytest.raises(BadRequest, match="not loaded from a path"):
        publish_report(campaign(), "weekly")


@pytest.mark.slow
def test_the_wheel_carries_what_reports_need(tmp_path: Path) -> None:
    """Built from a copy, so that the checkout gets no build folder."""
    copy = tmp_path / "source"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
        str(copy),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for wanted in (
        "campaignlib/publish/project/_brand.yml",
        "campaignlib/publish/project/_quarto.yml",
        "campaignlib/publish/project/reports/styles.scss",
        *(f"campaignlib/publish/project/notebooks/{p.name}" for p in (copy / "notebooks").glob("*.ipynb")),
        *(
            f"campaignlib/publish/engines/embedded/{name}"
            for name in (
                "filter/main.lua",
                "filter/tables.lua",
                "page.html",
                "page.css",
                "parts.css",
                "index.css",
                "page.typ",
            )
        ),
        "campaignlib/words/texts.toml",
    ):
        assert wanted in names, wanted
