"""An executed notebook turned into what both engines are given: one language, no metadata, safe outputs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from campaignlib.errors import RenderFailed
from campaignlib.figures import REPORT_MIME
from campaignlib.publish.options import joined, source_of, split
from campaignlib.words.block import raw_html
from campaignlib.words.label import LANGS, Lang
from campaignlib.words.markup import markdown

REGIONS: Mapping[Lang, str] = {"zh": "CN", "en": "GB"}
PARAMETER_TAGS = {"parameters", "injected-parameters"}
SHOWN = ("text/markdown", "image/svg+xml", "image/png", "text/plain")
CHARTS = "application/vnd.vegalite."


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands in the first cell of the engine's input; plain texts."""

    title: str
    subtitle: str
    lang: Lang

    def text(self) -> str:
        """YAML whose values are JSON strings. Titles are Markdown to the engines, so they are escaped."""
        values = {
            "title": markdown(self.title),
            "subtitle": markdown(self.subtitle),
            "lang": self.lang,
            "region": REGIONS[self.lang],
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
        return "\n".join(("---", *lines, "---"))


def prepare(notebook: Mapping[str, Any], front: FrontMatter) -> dict[str, Any]:
    """The engine's input.

    Cells tagged with another language, raw cells, the parameters and cells that show nothing are left out.
    Every cell loses its metadata and keeps its source as a list of lines. An output is one of Markdown, SVG
    (with its Vega-Lite spec), PNG or plain text: HTML becomes a raw block of Markdown, the report's record and
    what was printed on stderr go. A stored error raises RenderFailed.
    """
    cells = [_raw_cell(front.text()), *_cells(notebook, front.lang)]
    return {
        "cells": [{"id": f"cell-{i}", **cell} for i, cell in enumerate(cells)],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _cells(notebook: Mapping[str, Any], lang: Lang) -> Iterator[dict[str, Any]]:
    others = {other for other in LANGS if other != lang}
    for number, cell in enumerate(notebook["cells"], 1):
        tags = set(cell.get("metadata", {}).get("tags", ()))
        if cell["cell_type"] == "raw" or tags & PARAMETER_TAGS or (tags & others and lang not in tags):
            continue
        made = _markdown_cell(cell) if cell["cell_type"] == "markdown" else _code_cell(cell, number, lang)
        if made is not None:
            yield made


def _raw_cell(text: str) -> dict[str, Any]:
    return {"cell_type": "raw", "metadata": {}, "source": lines_of(text)}


def _markdown_cell(cell: Mapping[str, Any]) -> dict[str, Any] | None:
    text = source_of(cell)
    return {"cell_type": "markdown", "metadata": {}, "source": lines_of(text)} if text.strip() else None


def _code_cell(cell: Mapping[str, Any], number: int, lang: Lang) -> dict[str, Any] | None:
    source = told_in(source_of(cell), lang)
    options, _ = split(source)
    outputs = [made for output in cell.get("outputs", ()) if (made := _output(output, number)) is not None]
    if options.get("include") is False or (not outputs and not options.get("echo")):
        return None
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": outputs,
        "source": lines_of(source),
    }


def told_in(source: str, lang: Lang) -> str:
    """A cell's `#|` options with texts in both languages reduced to one, as both engines expect.

    >>> told_in('#| fig-cap: {zh: "节奏", en: "Pace"}\\nshow()', "en")
    '#| fig-cap: "Pace"\\nshow()'
    """
    options, code = split(source)
    if not any(isinstance(value, dict) and lang in value for value in options.values()):
        return source
    told = {key: value[lang] if isinstance(value, dict) else value for key, value in options.items()}
    return "\n".join(
        (*(f"#| {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items()), code)
    )


def _output(output: Mapping[str, Any], number: int) -> dict[str, Any] | None:
    kind = output["output_type"]
    if kind == "error":
        raise RenderFailed(f"cell {number} holds an error: {output.get('ename')}: {output.get('evalue')}")
    if kind == "stream":
        text = joined(output["text"])
        shown = output.get("name") == "stdout" and text.strip()
        return {"output_type": "stream", "name": "stdout", "text": lines_of(text)} if shown else None
    data = {mime: value for mime, value in output.get("data", {}).items() if mime != REPORT_MIME}
    kept = {mime: lines_of(joined(data[mime])) for mime in SHOWN if mime in data}
    if "text/html" in data and not {"text/markdown", "image/svg+xml", "image/png"} & set(kept):
        kept["text/markdown"] = lines_of(raw_html(joined(data["text/html"])))
    if len(kept) > 1:
        kept.pop("text/plain", None)
    kept |= {mime: value for mime, value in data.items() if mime.startswith(CHARTS)}
    if not kept or REPORT_MIME in output.get("data", {}):
        return None
    return {"output_type": "display_data", "data": kept, "metadata": {}}


def lines_of(text: str) -> list[str]:
    """A text as notebooks store it: lines with their ends. A source stored as one string shows its front matter
    in the page.

    >>> lines_of("a\\nb")
    ['a\\n', 'b']
    """
    return text.splitlines(keepends=True)
