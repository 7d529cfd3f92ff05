"""What a notebook's last cell emits: the report as data, which is all that publishing reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from campaignlib.campaign import Campaign
from campaignlib.figures import REPORT_MIME, REPORT_VERSION, Figure, Figures
from campaignlib.findings import Findings
from campaignlib.sentences.sentence import Sentence, Text
from campaignlib.sentences.show import actual, standing, unit_of
from campaignlib.sentences.trace import value
from campaignlib.words import display
from campaignlib.words.label import Lang
from campaignlib.words.terms import Standing

_URGENT = (
    Standing.BELOW_FLOOR,
    Standing.BEHIND,
    Standing.NOT_MET,
    Standing.NOT_MET_NOT_EXCLUDED,
    Standing.ABOVE_FLOOR,
    Standing.MET_NOT_PROVEN,
    Standing.AHEAD,
    Standing.ON_PACE,
    Standing.MET,
)


@dataclass(frozen=True, slots=True)
class Record:
    """The report as JSON under its own MIME type."""

    data: dict[str, Any]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {REPORT_MIME: self.data, "text/plain": f"{self.data['kind']} {self.data['as_of']}"}


def record(
    c: Campaign,
    kind: str,
    as_of: date | str | None,
    lang: Lang,
    title: Text | str,
    kicker: Text | str,
    summary: Sequence[Sentence],
    figures: Figures,
    findings: Findings,
) -> Record:
    """`figures`: every figure the page shows; `summary`: its opening sentences; `kind`: weekly, retrospective."""
    days = [f.final_on for f in figures if f.final_on]
    return Record(
        {
            "version": REPORT_VERSION,
            "kind": kind,
            "campaign": c.config.id,
            "campaign_name": c.config.name.to(lang),
            "as_of": c.day(as_of).isoformat(),
            "lang": lang,
            "title": _plain(title, lang),
            "kicker": _plain(kicker, lang),
            "summary": [sentence.plain(lang) for sentence in summary],
            "state": {"provisional_until": max(days).isoformat() if days else None},
            "preview": preview(figures, lang, c.config.currency),
            "figures": figures.records(lang),
            "inputs": [[name, digest] for name, digest in c.inputs],
            "findings": findings.summary(),
        }
    )


def preview(figures: Figures, lang: Lang, currency: str = "CNY") -> list[dict[str, str]]:
    """Three figures for the index: ROI where the report has it, then what is off plan first."""
    roi = [f for f in figures.named("roi") if f.inputs.get("used") and f.value is not None]
    judged = [f for f in figures.named("pace", "rate") if f.status in _URGENT and actual(f) is not None]
    if not judged:
        judged = [f for f in figures.named("attainment") if f.status in _URGENT and f.key.startswith("F10")]
    ranked = sorted(judged, key=lambda f: _URGENT.index(f.status) if f.status else 99)
    return [_entry(f, lang, currency) for f in (*roi, *ranked)[:3]]


def _entry(figure: Figure, lang: Lang, currency: str) -> dict[str, str]:
    reached = None if figure.name == "roi" else actual(figure)
    if reached is None:
        label, shown = (
            ("ROI" if figure.name == "roi" else figure.of.to(lang)),
            value(figure, currency).to(lang),
        )
    else:
        label, shown = figure.of.to(lang), display.show(reached, unit_of(figure), lang, currency)
    note = standing(figure.status) if figure.status else figure.basis
    return {"label": label, "value": shown, "note": note.to(lang)}


def _plain(text: Text | str, lang: Lang) -> str:
    return text if isinstance(text, str) else text.plain(lang)
