"""The reports there are: kind, name, notebook."""

from __future__ import annotations

from dataclasses import dataclass

from campaignlib.errors import BadRequest
from campaignlib.words.label import Label


@dataclass(frozen=True, slots=True)
class Report:
    """One report: `kind` as users say it, its name, the notebook that tells it."""

    kind: str
    label: Label
    notebook: str


REPORTS: tuple[Report, ...] = (
    Report("weekly", Label("周报", "Weekly report"), "weekly.ipynb"),
    Report("retrospective", Label("复盘", "Retrospective"), "retrospective.ipynb"),
)


def report_of(kind: str) -> Report:
    """The report of this kind.

    >>> report_of("weekly").notebook
    'weekly.ipynb'
    >>> report_of("monthly")
    Traceback (most recent call last):
    ...
    campaignlib.errors.BadRequest: no report 'monthly'; there are weekly, retrospective
    """
    for report in REPORTS:
        if report.kind == kind:
            return report
    raise BadRequest(f"no report {kind!r}; there are {', '.join(r.kind for r in REPORTS)}")
