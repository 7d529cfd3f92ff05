"""campaignlib check: what is wrong in a campaign's forms, down to the cell."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from campaignlib.cli.options import Json, Lang, PathArgument


class FailOn(StrEnum):
    error = "error"
    warning = "warning"


def check(
    path: PathArgument,
    as_json: Json = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit 1 at this severity or worse.")
    ] = FailOn.error,
    year: Annotated[int | None, typer.Option("--year", help="Year of dates that name none.")] = None,
    lang: Lang = None,
) -> None:
    """Find what is wrong or contradictory in a campaign's forms."""
    from campaignlib.checks.everything import check as check_all
    from campaignlib.findings import Severity
    from campaignlib.loading.folder import load

    campaign = load(path, year=year)
    language = lang.value if lang else campaign.config.languages[0]
    findings = check_all(campaign)
    if as_json:
        shape = {
            "campaign": campaign.config.id,
            "findings": [f.record(language) for f in findings],
            "summary": findings.summary(),
        }
        typer.echo(json.dumps(shape, ensure_ascii=False, indent=2))
    else:
        for f in findings:
            where = ", ".join(map(str, f.cells)) or f.form
            typer.echo(f"{f.severity.label.to(language)}  {f.code}  {where}\n    {f.message.to(language)}")
        counts = " · ".join(f"{Severity(s).label.to(language)} {n}" for s, n in findings.summary().items())
        typer.echo(counts, err=True)
    if findings.at_least(Severity(fail_on.value)):
        raise typer.Exit(1)
