"""Options that several verbs share."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

PathArgument = Annotated[
    Path,
    typer.Argument(exists=True, show_default=False, help="A campaign folder, or a bare workbook."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The day to judge as of, such as 2024-08-02."),
]
Json = Annotated[bool, typer.Option("--json", help="JSON on stdout.")]


class Language(StrEnum):
    zh = "zh"
    en = "en"


Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="Language of texts; default: the campaign's first."),
]


def progress(what: str) -> AbstractContextManager[object]:
    """A moving line on stderr while something takes its time; nothing where nobody looks."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True, markup=False).status(what)
