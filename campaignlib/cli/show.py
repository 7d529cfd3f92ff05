"""campaignlib show: a form's frame, or computed figures."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from campaignlib.cli.options import AsOf, Json, Lang, PathArgument
from campaignlib.errors import BadRequest
from campaignlib.words.label import Label

if TYPE_CHECKING:
    from campaignlib.campaign import Campaign
    from campaignlib.figures import Figures

FORMS: tuple[str, ...] = (
    "goals",
    "creative",
    "budget",
    "assignments",
    "schedule",
    "risk-plan",
    "daily-log",
    "board",
    "issues",
    "evaluation",
    "answers",
    "outline",
    "retrospective",
    "daily",
)
FIGURES: dict[str, str] = {
    "attainment": "metrics.attainment",
    "funnel": "metrics.funnel",
    "roi": "metrics.roi",
    "variance": "metrics.variance",
    "contingency": "metrics.contingency",
    "pace": "metrics.pace",
    "forecast": "metrics.forecast",
    "alerts": "metrics.alerts",
    "timeline": "schedule.timeline",
    "risks": "metrics.risks",
    "feedback": "metrics.feedback",
    "actions": "metrics.actions",
}

Rows = list[dict[str, Any]]


def show(
    name: Annotated[str, typer.Argument(show_default=False, help=f"One of {', '.join((*FORMS, *FIGURES))}.")],
    path: PathArgument,
    as_of: AsOf = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV on stdout.")] = False,
    lang: Lang = None,
) -> None:
    """Show a form as read (the columns of its frame), or figures as computed: value, target, status, and below
    them the rule, the basis and the cells. Money is in the currency's unit. --json and --csv hold everything."""
    from campaignlib.cli import told
    from campaignlib.loading.folder import load

    if name not in (*FORMS, *FIGURES):
        raise BadRequest(f"no {name!r} to show; there are {', '.join((*FORMS, *FIGURES))}")
    if as_json and as_csv:
        raise BadRequest("--json and --csv exclude each other")
    campaign = load(path)
    language = lang.value if lang else campaign.config.languages[0]
    day = campaign.day(as_of) if as_of or name in FIGURES else None
    if name in FORMS:
        rows = _form_rows(campaign, name)
        text = told.records(rows)
    else:
        compute: Callable[..., Figures] = getattr(import_module(f"campaignlib.{FIGURES[name]}"), name)
        figures = compute(campaign, day)
        rows = figures.records(language)
        text = told.figures(figures, language, campaign.config.currency)
    if as_json:
        shape = {"name": name, "as_of": day.isoformat() if day else None, "rows": rows}
        typer.echo(json.dumps(shape, ensure_ascii=False, indent=2, allow_nan=False))
    elif as_csv:
        typer.echo(_csv(rows), nl=False)
    else:
        if rows:
            typer.echo(text)
        typer.echo(_about(len(rows), day, campaign.config.currency).to(language), err=True)


def _about(count: int, day: date | None, currency: str) -> Label:
    """What a table does not say itself: as of when, how many rows, in which money."""
    if not count:
        said = Label("没有记录", "no records")
    else:
        said = Label(f"{count} 行 · {currency}", f"{count} row{'s' * (count != 1)} · {currency}")
    return Label(f"截至 {day} · {said.zh}", f"as of {day} · {said.en}") if day else said


def _form_rows(campaign: Campaign, name: str) -> Rows:
    from campaignlib.campaign import form_of
    from campaignlib.figures import plain
    from campaignlib.forms import DAILY
    from campaignlib.metrics.exact import yuan
    from campaignlib.values import money

    form = DAILY if name == "daily" else form_of(name.replace("-", "_"))
    in_fen = {f.name for f in form.fields if f.parse is money.fen}
    return [
        {
            "record": row.record,
            **{
                f.name: plain(yuan(value) if f.name in in_fen and value is not None else value)
                for f in form.fields
                for value in (getattr(row, f.name),)
            },
        }
        for row in campaign.rows(form.name)
    ]


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row for people: nested parts left out or shortened, texts that a spreadsheet would run made inert."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        if key == "inputs":
            continue
        if key == "cells":
            value = " ".join(f"{x['sheet'] or x['file']}!{x['ref']}" for x in value)
        elif key == "target" and isinstance(value, dict):
            value = value["value"]
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
            value = f"'{value}"
        flat[key] = value
    return flat


def _csv(rows: Rows) -> str:
    out = io.StringIO()
    flat = [_flat(row) for row in rows]
    writer = csv.DictWriter(out, fieldnames=list(flat[0]) if flat else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(flat)
    return out.getvalue()
