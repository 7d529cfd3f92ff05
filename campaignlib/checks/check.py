"""What a check is, and how all of them run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from campaignlib.campaign import Campaign
from campaignlib.findings import Cell, Finding, Findings, Severity
from campaignlib.words.label import NONE, Label

Judge = Callable[[Campaign], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A named rule over a whole campaign.

    code      for users and for good (`F3-SUM`)
    severity  of its findings
    label     the rule in a few words, as findings tables show it
    judge     the function that looks
    affects   names of the figures a finding of it changes (`roi`, `contingency`, `pace`), for the reports
    """

    code: str
    severity: Severity
    label: Label
    judge: Judge
    affects: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """The form the code names; `X` for rules across forms."""
        return self.code.split("-")[0]

    def finding(
        self, cells: Iterable[Cell], *, read: str, message: Label, expected: Label = NONE, form: str = ""
    ) -> Finding:
        """A finding of this check; the accused cell first."""
        return Finding(
            code=self.code,
            severity=self.severity,
            form=form or self.form,
            cells=tuple(dict.fromkeys(cells)),
            read=read,
            expected=expected or self.label,
            message=message,
        )


def run(c: Campaign, checks: Iterable[Check]) -> Findings:
    """The findings of reading and of every check, sorted by form and cell."""
    return Findings([*c.reading, *(finding for check in checks for finding in check.judge(c))])
