"""Two tables of one form that hold the same records: a forgotten copy, which would count twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from campaignlib.findings import Cell, Finding
from campaignlib.forms import Form
from campaignlib.reading import notices
from campaignlib.reading.layout import Table


def copies(form: Form, tables: Sequence[Table]) -> Iterator[Finding]:
    """A finding for each table most of whose rows stand word for word in another one."""
    rows = [_rows(table) for table in tables]
    for (first, one), (second, other) in combinations(zip(tables, rows, strict=True), 2):
        fewer = min(len(one), len(other))
        if fewer and len(one & other) * 2 > fewer:
            yield notices.form_twice(form.code, form.title, _area(first), _area(second))


def _rows(table: Table) -> set[tuple[str, ...]]:
    columns = sorted(table.match.columns.items())
    return {tuple(table.grid.shown((row, at)) for _, at in columns) for row in table.rows}


def _area(table: Table) -> Cell:
    match = table.match
    return table.grid.area((match.row, match.left), (max((match.row, *table.rows)), match.right))
