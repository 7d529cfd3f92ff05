"""campaignlib check: what is wrong in a campaign's forms, down to the cell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from campaignlib.cli.options import Json, Lang, PathArgument
from campaignlib.words.label import Label

if TYPE_CHECKING:
    from campaignlib.findings import Finding, Findings
    from campaignlib.words.label import Lang as Spoken


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
    """Find what is wrong or contradictory in a campaign's forms. Each finding is its severity, code and cells
    (F3!C12 is cell C12 of the sheet named F3 …), then what is wrong and what to do."""
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
        _tell(findings, language)
        counts = " · ".join(f"{Severity(s).label.to(language)} {n}" for s, n in findings.summary().items())
        typer.echo(counts, err=True)
    if findings.at_least(Severity(fail_on.value)):
        raise typer.Exit(1)


def _tell(findings: Findings, lang: Spoken) -> None:
    """Two lines a finding; forms that were not found share one, at the end: they are noted, not wrong."""
    missing = findings.of("FORM-MISSING")
    for f in findings:
        if f.code == "FORM-MISSING" and len(missing) > 1:
            continue
        where = ", ".join(map(str, f.cells)) or f.form
        typer.echo(f"{f.severity.label.to(lang)}  {f.code}  {where}\n    {f.message.to(lang)}")
    if len(missing) > 1:
        code, severity = missing[0].code, missing[0].severity.label.to(lang)
        typer.echo(f"{severity}  {code}  ×{len(missing)}\n    {_not_found(missing).to(lang)}")


def _not_found(missing: Iterable[Finding]) -> Label:
    named = [(f.form if f.form.startswith("F") else "", f.expected) for f in missing]
    return Label(
        "未找到"
        + "、".join(f"{code}《{title.zh}》" for code, title in named)
        + "，涉及这些表的检查和指标从略",
        "Not found: "
        + ", ".join(f"{code} {title.en}".strip() for code, title in named)
        + "; checks and figures that need them are left out",
    )
