"""Prepared notebooks for engine tests, written as the Markdown a page is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from campaignlib.publish.engines import Job
from campaignlib.publish.prepare import FrontMatter, prepare
from campaignlib.words.label import Lang
from tests.publish.notebooks import code, notebook, text


def shown(markdown: str, source: str = "show()") -> dict[str, Any]:
    """A code cell that shows Markdown."""
    output = {"output_type": "display_data", "data": {"text/markdown": markdown}, "metadata": {}}
    return code(source) | {"outputs": [output]}


def job(
    folder: Path,
    *cells: dict[str, Any] | str,
    lang: Lang = "zh",
    title: str = "线索领先",
    to: tuple[str, ...] = ("html", "pdf"),
) -> Job:
    made = [text(cell) if isinstance(cell, str) else cell for cell in cells]
    book = prepare(notebook(*made), FrontMatter(title, "春季", lang))
    return Job(book, title, "春季", lang, "weekly-2025-03-07", folder, to)
