"""What the daily data say of a metric between two days, for checks that hold forms against it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from campaignlib.campaign import Campaign
from campaignlib.config import Metric
from campaignlib.errors import BadRequest
from campaignlib.findings import Cell
from campaignlib.metrics import sums
from campaignlib.metrics.sums import ALL

EVER = date(9000, 1, 1)
"""No cut-off: checks that depend on no day look at everything that was written, dated or not."""


def reported_on(c: Campaign) -> date | None:
    """The day the statuses of the forms were written: the board's, else the campaign's as-of day, if it has one."""
    try:
        return c.config.board_as_of or c.day()
    except BadRequest:
        return None


class Known(NamedTuple):
    """A value, the cells it comes from and the kind of its unit."""

    value: float
    cells: tuple[Cell, ...]
    kind: str


def between(
    c: Campaign, metric: Metric, channel: str = ALL, first: date | None = None, last: date | None = None
) -> Known | None:
    """The sum of a count or of money, or the rate of two sums, from `first` (the first day of preparation, when none
    is given) to `last`; None without data and for kinds that do not add up."""
    found = sums.measured(c, metric, channel, first, last)
    return Known(float(found.value), found.cells, metric.unit.kind) if found else None
