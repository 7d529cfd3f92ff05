"""A prepared notebook as one Markdown text, the way Quarto reads notebooks."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from campaignlib.publish.options import joined, source_of, split

IMAGES = (("image/svg+xml", "image/svg+xml"), ("image/png", "image/png"))


def assemble(notebook: Mapping[str, Any]) -> str:
    """The body of the page: Markdown cells as they are, shown outputs of code cells, labelled ones as figures."""
    parts = [part for cell in notebook["cells"] for part in _cell(cell) if part.strip()]
    return "\n\n".join(parts) + "\n"


def _cell(cell: Mapping[str, Any]) -> Iterator[str]:
    if cell["cell_type"] == "markdown":
        yield source_of(cell)
    elif cell["cell_type"] == "code":
        yield from _code_cell(cell)


def _code_cell(cell: Mapping[str, Any]) -> Iterator[str]:
    options, code = split(source_of(cell))
    if options.get("include") is False:
        return
    if options.get("echo"):
        yield _code(code, fold=options.get("code-fold"))
    if options.get("output") is False:
        return
    shown = "\n\n".join(text for output in cell["outputs"] if (text := _output(output, options)).strip())
    if shown:
        yield _labelled(shown, options)


def _code(code: str, fold: object) -> str:
    fence = "~" * max(3, *(len(run) + 1 for run in re.findall("~+", code)), 3)
    block = f"{fence}python\n{code.strip()}\n{fence}"
    return f'::: {{.callout-note collapse="true" .code-fold}}\n{block}\n:::' if fold else block


def _output(output: Mapping[str, Any], options: Mapping[str, Any]) -> str:
    """Markdown before SVG before PNG before plain text; a stream as it was printed."""
    if output["output_type"] == "stream":
        return _verbatim(joined(output["text"]))
    data: Mapping[str, str | Sequence[str]] = output["data"]
    if "text/markdown" in data:
        return joined(data["text/markdown"])
    for mime, kind in IMAGES:
        if mime in data:
            return _image(joined(data[mime]), kind, str(options.get("fig-alt") or ""))
    return _verbatim(joined(data.get("text/plain", "")))


def _image(content: str, mime: str, alt: str) -> str:
    packed = "".join(content.split()) if mime == "image/png" else _packed(content)
    return f'![](data:{mime};base64,{packed}){{fig-alt="{attribute(alt)}"}}'


def _packed(text: str) -> str:
    return base64.b64encode(text.encode("utf-8")).decode("ascii")


def _verbatim(text: str) -> str:
    return "\n".join("    " + line for line in text.rstrip().splitlines())


def _labelled(content: str, options: Mapping[str, Any]) -> str:
    """A figure or table with number and caption; without a label starting fig- or tbl-, just the content."""
    label = str(options.get("label") or "")
    kind = label.partition("-")[0]
    if kind not in ("fig", "tbl"):
        return content
    caption = str(options.get(f"{kind}-cap") or "")
    below = f"\n\n:::: caption\n{caption}\n::::" if caption else ""
    return f"::::: {{#{label} .numbered .{kind}}}\n{content}{below}\n:::::"


def attribute(text: str) -> str:
    """A text as it may stand between the quotes of a Markdown attribute.

    >>> attribute('线索 "2,000"')
    '线索 &quot;2,000&quot;'
    """
    return " ".join(text.split()).replace("&", "&amp;").replace("\\", "\\\\").replace('"', "&quot;")
