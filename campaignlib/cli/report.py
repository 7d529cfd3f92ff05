"""campaignlib report: run a notebook and render it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from campaignlib.cli.options import AsOf, Language, PathArgument, progress
from campaignlib.errors import BadRequest


class Engine(StrEnum):
    auto = "auto"
    quarto = "quarto"
    embedded = "embedded"


def report(
    kind: Annotated[str, typer.Argument(show_default=False, help="weekly or retrospective.")],
    path: PathArgument,
    as_of: AsOf = None,
    to: Annotated[str, typer.Option("--to", help="html, pdf, or both with a comma.")] = "html,pdf",
    engine: Annotated[
        Engine, typer.Option("--engine", help="auto takes Quarto where it is installed.")
    ] = Engine.auto,
    out: Annotated[Path, typer.Option("--out", help="The site's folder.")] = Path("reports/_site"),
    lang: Annotated[
        list[Language] | None,
        typer.Option("--lang", help="Language; may be given twice. Default: the campaign's first."),
    ] = None,
) -> None:
    """Run a report's notebook, render it into the site and print the paths."""
    from campaignlib.publish.report import publish_report

    formats = tuple(part.strip() for part in to.split(",") if part.strip())
    unknown = [part for part in formats if part not in ("html", "pdf")]
    if unknown or not formats:
        raise BadRequest(f"--to {to!r}: only html and pdf")
    with progress(f"{kind} {as_of or ''} {' '.join(lang or ())} → {', '.join(formats)}"):
        made = publish_report(
            path,
            kind,
            as_of=as_of,
            lang=tuple(language.value for language in lang) if lang else None,
            to=formats,
            engine=engine.value,
            out=out,
        )
    for file in made:
        typer.echo(str(file))
