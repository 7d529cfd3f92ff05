"""Pandoc with our filter and templates: the assembled Markdown to a page or to Typst."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from campaignlib.errors import RenderFailed
from campaignlib.publish import texts
from campaignlib.publish.brand import css_tokens, typst_tokens
from campaignlib.publish.engines import Job
from campaignlib.publish.engines.embedded.fonts import PrintFont
from campaignlib.words.tokens import FONTS, TOKENS, css_fonts

HERE = files(__package__)
READER = "markdown-implicit_figures+east_asian_line_breaks"
LANG_TAGS = {"zh": "zh-Hans", "en": "en-GB"}
TIME_LIMIT = 120
NARROW = """#show regex("[“”‘’…]+"): set text(features: ("pwid",))
#show smartquote: set text(features: ("pwid",))"""
"""In English, quotes as Latin fonts have them: a Chinese font's are as wide as its characters."""


def to_html(markdown: str, job: Job) -> str:
    """The whole page, self-contained."""
    style = "\n".join(
        (css_tokens(), _fonts(job), *(_text(name) for name in ("parts.css", "tables.css", "page.css")))
    )
    variables = {
        "style": style,
        "lang-tag": LANG_TAGS[job.lang],
        "skip": texts.SKIP.to(job.lang),
        "bar": texts.BAR.to(job.lang),
    }
    return _pandoc(markdown, job, "html5", "page.html", variables, ("--mathml",))


def to_typst(markdown: str, job: Job, font: PrintFont) -> str:
    """The Typst source; images are written into the job's folder."""
    variables = {
        "tokens": typst_tokens(),
        "font": json.dumps(font.family, ensure_ascii=False),
        "region": "cn" if job.lang == "zh" else "gb",
        "running": json.dumps(f"{job.campaign_name}　{job.title}", ensure_ascii=False),
        "raised": json.dumps(texts.RAISED.to(job.lang), ensure_ascii=False),
        "page": json.dumps(texts.PAGE.to(job.lang), ensure_ascii=False),
        # A sign alone between two boxes has no script of its own, and would lose its mainland form.
        "script": ', script: "hani"' if job.lang == "zh" else "",
        "quotes": "" if job.lang == "zh" else NARROW,
        "latin": "" if job.lang == "zh" else '"Noto Sans", "Source Sans 3", ',
    }
    return _pandoc(markdown, job, "typst", "page.typ", variables, ())


def _pandoc(
    markdown: str, job: Job, to: str, template: str, variables: Mapping[str, str], more: tuple[str, ...]
) -> str:
    import pypandoc

    folder = job.folder
    (folder / template).write_text(_text(template), encoding="utf-8")
    (folder / "filter").mkdir(exist_ok=True)
    for part in HERE.joinpath("filter").iterdir():
        (folder / "filter" / part.name).write_text(part.read_text(encoding="utf-8"), encoding="utf-8")
    source = folder / f"{job.stem}.md"
    source.write_text(markdown, encoding="utf-8")
    settings = folder / f"{job.stem}.{to}.json"
    settings.write_text(json.dumps(_metadata(job), ensure_ascii=False), encoding="utf-8")
    values = folder / f"{job.stem}.{to}.variables.json"
    values.write_text(json.dumps({"variables": dict(variables)}, ensure_ascii=False), encoding="utf-8")
    command = [
        pypandoc.get_pandoc_path(),
        f"--from={READER}",
        f"--to={to}",
        "--standalone",
        "--wrap=none",
        f"--template={folder / template}",
        f"--lua-filter={folder / 'filter' / 'main.lua'}",
        f"--metadata=settings:{settings}",
        f"--metadata=title:{job.title}",
        f"--metadata=lang:{job.lang}",
        f"--defaults={values}",
        *more,
        str(source),
    ]
    done = subprocess.run(
        command, capture_output=True, cwd=folder, timeout=TIME_LIMIT, encoding="utf-8", check=False
    )
    if done.returncode or _trouble(done.stderr):
        raise RenderFailed(f"pandoc ({to}): {_trouble(done.stderr) or done.stderr.strip()}")
    return done.stdout


def _metadata(job: Job) -> dict[str, object]:
    return {
        "lang": job.lang,
        "words": {
            "fig": texts.FIGURE.to(job.lang),
            "tbl": texts.TABLE.to(job.lang),
            "code": texts.CODE.to(job.lang),
            "open": texts.OPEN_SECTION.to(job.lang),
            "other_notes": texts.OTHER_NOTES.to(job.lang),
            "fold_after": texts.FOLD_AFTER.to(job.lang),
        },
        "print": dict(TOKENS["print"]),
        "folder": str(job.folder),
    }


def _trouble(stderr: str) -> str:
    """The first line of pandoc's messages that means the page is not what was asked for."""
    marks = ("Unable to resolve crossref", "Could not fetch", "Error running filter", "[ERROR]")
    return next((line for line in stderr.splitlines() if any(mark in line for mark in marks)), "")


def _fonts(job: Job) -> str:
    narrow = ";font-feature-settings:'palt','pwid'" if job.lang == "en" else ""
    return f"body{{font-family:{css_fonts(FONTS[job.lang])}{narrow}}}"


def _text(name: str) -> str:
    return HERE.joinpath(name).read_text(encoding="utf-8")


def write_parts(folder: Path) -> None:
    """The style of the parts of a page, for the engine that brings its own page."""
    style = "\n".join((css_tokens(), _text("parts.css"), _text("tables.css")))
    (folder / "parts.css").write_text(style, encoding="utf-8")
