"""The `#|` lines a code cell starts with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from campaignlib.errors import RenderFailed


def split(source: str) -> tuple[Mapping[str, Any], str]:
    """A cell's options and the code below them.

    >>> split('#| label: fig-pace\\n#| fig-cap: "节奏"\\nshow()')
    ({'label': 'fig-pace', 'fig-cap': '节奏'}, 'show()')
    """
    import yaml

    lines = source.splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith("#|")), len(lines))
    text = "\n".join(line[2:].removeprefix(" ") for line in lines[:count])
    try:
        options = yaml.safe_load(text) if count else {}
    except yaml.YAMLError as error:
        raise RenderFailed(f"the #| options {text!r} are no YAML: {error}") from None
    if not isinstance(options, dict):
        raise RenderFailed(f"the #| options {text!r} are no `key: value` lines")
    return options, "\n".join(lines[count:])


def source_of(cell: Mapping[str, Any]) -> str:
    """A cell's source as one text, however it is stored."""
    return joined(cell["source"])


def joined(text: str | Sequence[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
