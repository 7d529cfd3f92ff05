"""What a parser gets: the raw value of a cell and what is known around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

Raw = str | int | float | bool | datetime | date | time
"""A value as a workbook or CSV holds it; empty cells never reach a parser."""


@dataclass(frozen=True, slots=True)
class Context:
    """year: of the campaign, for dates without one; start, end: of the campaign, for years across New Year and
    for "end + 3 working days"; number_format: of the cell (0.6 under `0%` is written 60%); holidays: the
    campaign's own calendar, True for a working day; currency: of the campaign, whose signs amounts may carry;
    date1904: how the workbook counts days."""

    year: int | None = None
    start: date | None = None
    end: date | None = None
    number_format: str = ""
    holidays: Mapping[date, bool] = field(default_factory=dict)
    currency: str = "CNY"
    date1904: bool = False


Parser = Callable[[Raw, Context], object]
"""Text as written -> typed value, or raises Unreadable(read, expected)."""
