"""How checks quote values and cells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from campaignlib.campaign import Campaign, Row
from campaignlib.figures import Unit
from campaignlib.findings import Cell
from campaignlib.metrics.measures import lowered
from campaignlib.metrics.sums import ALL
from campaignlib.words import display
from campaignlib.words.label import Label, both, listing, quoted

__all__ = [
    "channel",
    "column",
    "day",
    "days",
    "listing",
    "metric",
    "money",
    "of",
    "percent",
    "percents",
    "quoted",
    "span",
    "value",
]


def money(c: Campaign, amount: Decimal) -> Label:
    """An amount in yuan as both languages write it."""
    return both(lambda lang: display.money(amount, lang, c.config.currency))


def day(d: date) -> Label:
    return both(lambda lang: display.day(d, lang))


def days(first: date, last: date) -> Label:
    return both(lambda lang: display.day_range(first, last, lang))


def percent(fraction: float, digits: int = 1) -> Label:
    return both(lambda lang: display.percent(fraction, lang, digits))


def channel(c: Campaign, row: Row) -> Label:
    """A board row's channel by its name in the library, else as written."""
    found = c.config.channel(row.channel) if row.channel else None
    return found.label if found else Label.same(row.channel or "")


def metric(c: Campaign, row: Row) -> Label:
    """A row's metric by its name in the library, else as written."""
    found = c.config.metric(row.metric) if row.metric else None
    return found.label if found else Label.same(row.metric or "")


def of(c: Campaign, row: Row) -> Label:
    """What a row of board or evaluation measures: its channel, unless that is the whole, and its metric."""
    named = metric(c, row)
    found = c.config.channel(row.channel) if getattr(row, "channel", None) else None
    if not getattr(row, "channel", None) or (found and found.id == ALL):
        return named
    where = channel(c, row)
    return Label(where.zh + named.zh, f"{where.en} {lowered(named.en)}")


def percents(low: float, high: float) -> Label:
    """A range of percentages, as rules are written."""
    return both(lambda lang: display.value_range(low, high, lang, percent=True, digits=0))


def value(c: Campaign, number: float | Decimal, unit: Unit) -> Label:
    """A value in its unit, money in the campaign's currency."""
    return both(lambda lang: display.show(number, unit, lang, c.config.currency))


def span(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Cells of one column of one sheet as one range; others as they are.

    >>> span([Cell("a.xlsx", "F3", "C4"), Cell("a.xlsx", "F3", "C11")])
    (Cell(file='a.xlsx', sheet='F3', ref='C4:C11'),)
    """
    kept = tuple(dict.fromkeys(cells))
    columns = {(x.file, x.sheet, x.ref.rstrip("0123456789")) for x in kept}
    if len(kept) < 2 or len(columns) > 1:
        return kept
    ordered = sorted(kept, key=lambda x: x.order)
    return (Cell(kept[0].file, kept[0].sheet, f"{ordered[0].ref}:{ordered[-1].ref}"),)


def column(c: Campaign, rows: Iterable[Row], field: str) -> tuple[Cell, ...]:
    """A field's cells over several rows, as a range where they are one."""
    return span(cell for row in rows for cell in c.cells(row, field))
