"""Sheets as grids, without a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import range_boundaries

from campaignlib.forms import FORMS, Form
from campaignlib.reading.form import FormRead, read_form
from campaignlib.reading.layout import Table, find_tables
from campaignlib.reading.workbook import Grid
from campaignlib.values import text
from campaignlib.values.context import Context


def grid(
    rows: Sequence[Sequence[Any]],
    *,
    sheet: str = "Sheet1",
    merge: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    file: str = "forms.xlsx",
) -> Grid:
    """Rows as a person writes them; `(0.7, "0%")` is a number under a number format."""
    cells, formats = {}, {}
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if isinstance(value, tuple):
                value, formats[row, column] = value
            if not text.is_empty(value):
                cells[row, column] = value
    merged = {}
    for ref in merge:
        left, top, right, bottom = (int(n or 0) for n in range_boundaries(ref))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    merged[row, column] = (top, left)
                    cells.pop((row, column), None)
    return Grid(
        file=file,
        sheet=sheet,
        cells=cells,
        formats=formats,
        merged=merged,
        hidden_rows=frozenset(hidden_rows),
    )


def tables(rows: Sequence[Sequence[Any]], **options: Any) -> tuple[Table, ...]:
    return find_tables(grid(rows, **options), FORMS)


def read(form: Form, rows: Sequence[Sequence[Any]], year: int | None = 2025, **options: Any) -> FormRead:
    """The form as read from one sheet."""
    found = [t for t in tables(rows, **options) if t.form == form]
    return read_form(form, found, Context(year=year))


def codes(found: FormRead) -> list[tuple[str, str]]:
    """(code, first cell) of each finding."""
    return [(f.code, f.cells[0].ref) for f in found.findings]
