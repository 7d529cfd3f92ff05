"""Every check there is, and `check`, which runs them all."""

from __future__ import annotations

from campaignlib.campaign import Campaign
from campaignlib.checks import (
    across_budget,
    across_dates,
    across_status,
    board,
    budget,
    daily_log,
    evaluation,
    goals,
    library,
    schedule,
)
from campaignlib.checks.check import Check, run
from campaignlib.findings import Findings
from campaignlib.reading.rules import RULES
from campaignlib.words.label import Label

CHECKS: tuple[Check, ...] = (
    *goals.CHECKS,
    *budget.CHECKS,
    *schedule.CHECKS,
    *board.CHECKS,
    *evaluation.CHECKS,
    *daily_log.CHECKS,
    *across_dates.CHECKS,
    *across_status.CHECKS,
    *across_budget.CHECKS,
    *library.CHECKS,
)
"""A code may be judged by more than one function; it then has one row per function here."""


def check(c: Campaign) -> Findings:
    """What reading found and what every check finds, sorted by form and cell.

    >>> from campaignlib.loading.folder import load
    >>> check(load("data/back-to-school-2024")).of("F3-SUM")[0].expected.zh
    '68,000 元'
    """
    return run(c, CHECKS)


def rule(code: str) -> Label:
    """The rule behind a code of a check or of reading, in a few words; the code itself when it is unknown."""
    return next((c.label for c in CHECKS if c.code == code), RULES.get(code, Label.same(code)))


def affected(code: str) -> tuple[str, ...]:
    """Names of the figures that a finding of this code changes."""
    return tuple(dict.fromkeys(name for c in CHECKS if c.code == code for name in c.affects))
