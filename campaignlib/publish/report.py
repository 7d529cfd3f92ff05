"""One report, from a campaign folder to pages: run, prepare, render, put in place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from campaignlib.campaign import Campaign
from campaignlib.config import Config
from campaignlib.errors import BadRequest, RenderFailed
from campaignlib.loading.folder import load
from campaignlib.publish import site
from campaignlib.publish.catalogue import report_of
from campaignlib.publish.emitted import Emitted, emitted_by
from campaignlib.publish.engines import FORMATS, Job, embedded, quarto
from campaignlib.publish.prepare import FrontMatter, prepare
from campaignlib.publish.project import notebook_file
from campaignlib.publish.run import run_notebook
from campaignlib.words.label import LANGS, Lang

ENGINES = ("auto", "quarto", "embedded")
OUT = Path("reports/_site")


def publish_report(
    campaign: Campaign | Path | str,
    kind: str,
    *,
    as_of: date | str | None = None,
    lang: Lang | Sequence[Lang] | None = None,
    to: Sequence[str] = FORMATS,
    engine: str = "auto",
    out: Path | str = OUT,
) -> tuple[Path, ...]:
    """Render a report of a campaign and give the paths of what was written, pages before PDFs.

    campaign: its folder or workbook, or a Campaign that was loaded from one. kind: `weekly`, `retrospective`.
    as_of: a date or ISO text; without it the campaign's own choice. lang: one language or several; without it the
    campaign's first. to: `html`, `pdf`. engine: `quarto`, `embedded`, or `auto`, which is quarto where it is installed.

    Written are `OUT/<lang>/<campaign id>/<kind>-<as_of>.html`, `.pdf` and `.json` (the figures as JSON), and the
    index pages. Nothing in OUT changes unless everything was rendered: RenderFailed leaves the last good report.
    BadRequest: an unknown kind, language, format or engine, no date, or one before preparation starts. NoCampaign,
    BadConfig: as `load` raises them.
    """
    report = report_of(kind)
    formats = _formats(to)
    chosen = _engine(engine)
    known = campaign if isinstance(campaign, Campaign) else load(campaign)
    if known.path is None:
        raise BadRequest("this Campaign was not loaded from a path; give the folder instead")
    source, langs = known.path, _langs(lang, known.config)
    day = known.day(as_of)
    target = Path(out)
    notebook = notebook_file(report.notebook)
    with _scratch(target) as scratch:
        made: list[Path] = []
        for one in langs:
            made += _render(notebook, source, day, one, formats, chosen, scratch)
        written = tuple(_into_place(path, scratch / "done", target) for path in made)
    site.refresh(target)
    pages = [path for path in written if path.suffix in {f".{name}" for name in formats}]
    return tuple(sorted(pages, key=lambda path: (path.suffix != ".html", path)))


def _render(
    notebook: Path,
    source: Path,
    day: date | None,
    lang: Lang,
    formats: tuple[str, ...],
    engine: str,
    scratch: Path,
) -> list[Path]:
    """Everything of one language, under scratch/done/<lang>/<campaign>."""
    work = scratch / f"work-{lang}"
    work.mkdir()
    executed = run_notebook(notebook, source, day, lang, work)
    emitted = emitted_by(executed)
    if emitted.lang != lang:
        raise RenderFailed(f"{notebook.name}: asked for lang {lang}, its record says {emitted.lang}")
    front = FrontMatter(emitted.title, emitted.campaign_name, lang)
    job = Job(
        prepare(executed, front), emitted.title, emitted.campaign_name, lang, emitted.stem, work, formats
    )
    (quarto if engine == "quarto" else embedded).render(job)
    return _collect(job, emitted, scratch / "done" / lang / emitted.campaign)


def _collect(job: Job, emitted: Emitted, folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name in job.to:
        rendered = job.folder / f"{job.stem}.{name}"
        if not rendered.is_file() or not rendered.stat().st_size:
            raise RenderFailed(f"the engine made no {rendered.name}")
        made.append(Path(shutil.move(rendered, folder / rendered.name)))
    record = folder / f"{job.stem}.json"
    record.write_text(emitted.text(), encoding="utf-8", newline="\n")
    return [*made, record]


def _into_place(path: Path, done: Path, out: Path) -> Path:
    target = out / path.relative_to(done)
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(path, target)
    return target


@contextmanager
def _scratch(out: Path) -> Iterator[Path]:
    """A folder beside the site, so that putting a file in place is one rename on one disk."""
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".rendering-", dir=out)).resolve()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _langs(lang: Lang | Sequence[Lang] | None, config: Config) -> tuple[Lang, ...]:
    if lang is None:
        return config.languages[:1]
    wanted = (lang,) if isinstance(lang, str) else tuple(lang)
    if not wanted or any(one not in LANGS for one in wanted):
        raise BadRequest(f"lang {lang!r}; there are {', '.join(LANGS)}")
    return tuple(dict.fromkeys(wanted))


def _formats(to: Sequence[str]) -> tuple[str, ...]:
    wanted = (to,) if isinstance(to, str) else tuple(to)
    if not wanted or any(one not in FORMATS for one in wanted):
        raise BadRequest(f"to {to!r}; there are {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in wanted)


def _engine(engine: str) -> str:
    if engine not in ENGINES:
        raise BadRequest(f"engine {engine!r}; there are {', '.join(ENGINES)}")
    if engine != "auto":
        return engine
    return "quarto" if quarto.find() else "embedded"
