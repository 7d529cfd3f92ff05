"""One column of a form in one row of a table: which cell speaks, and what stands in it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from campaignlib.findings import Cell
from campaignlib.forms import Field, Form
from campaignlib.reading.headings import stated_unit
from campaignlib.reading.layout import Table
from campaignlib.reading.workbook import Broken, Place
from campaignlib.values import money, text
from campaignlib.values.context import Context, Raw
from campaignlib.values.fold import fold

_BARE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?", re.ASCII)


@cache
def kinds(form: Form) -> Mapping[str, str]:
    """Field -> what its values are: text, date, whole or number."""
    marks = (("datetime", "date"), ("int", "whole"), ("float", "number"))
    return {
        name: next((kind for mark, kind in marks if mark in str(column.dtype).casefold()), "text")
        for name, column in form.frame.to_schema().columns.items()
    }


class Column:
    """The fields that share a heading, in one row. `raw` is None when the cell is empty; `cell` is the one that
    speaks: the first of a merged range, the one above for a class written once, else its own."""

    def __init__(
        self, table: Table, row: int, position: int, fields: Sequence[Field], heads: Mapping[Place, Place]
    ) -> None:
        self.table, self.fields = table, tuple(fields)
        self.kinds = {f.name: kinds(table.form)[f.name] for f in self.fields}
        found = table.column(position)
        self.exists = found is not None
        self.merged_amount = False
        self.raw: Raw | Broken | None = None
        grid, match = table.grid, table.match
        if found is None:
            self.place = (row, match.left)
            self.cell: Cell = grid.area((row, match.left), (row, match.right))
            return
        self.place = self._speaking((row, found), heads)
        self.cell = grid.cell(*self.place)
        self.raw = self._in_unit(grid.cells.get(self.place), found)

    def _in_unit(self, raw: Raw | Broken | None, column: int) -> Raw | Broken | None:
        """A bare number with the scale or sign that its heading gives it: 1.2 under 预算金额(万元) is 1.2万."""
        grid, match = self.table.grid, self.table.match
        head = (match.bottom, column) if (match.bottom, column) in grid.cells else (match.row, column)
        unit = stated_unit(grid.shown(head))
        if not unit and any(f.parse is money.fen for f in self.fields):
            unit = self.table.money_unit
        if not unit or not {"whole", "number"} & set(self.kinds.values()):
            return raw
        if isinstance(raw, str):
            return f"{raw}{unit}" if _BARE.fullmatch(fold(raw)) else raw
        if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
            return raw
        if "%" in grid.formats.get(self.place, ""):
            return raw
        return f"{round(Decimal(repr(raw)), 10).normalize():f}{unit}"

    def _speaking(self, own: Place, heads: Mapping[Place, Place]) -> Place:
        grid = self.table.grid
        if own in grid.cells:
            return own
        if own in heads:
            return heads[own]
        first = grid.merged.get(own)
        if first is None or first[1] != own[1] or first not in grid.cells:
            return own
        # a text merged over rows holds for each of them; an amount does not
        self.merged_amount = not {"text", "date"} & set(self.kinds.values())
        return own if self.merged_amount else first

    def parts(self) -> tuple[Raw | Broken, ...]:
        """The values a cell holds when its field may hold several."""
        if self.raw is None:
            return ()
        if isinstance(self.raw, str) and self.fields[0].many:
            return text.parts(self.raw) or (self.raw,)
        return (self.raw,)

    def part(self, n: int) -> Raw | Broken | None:
        """The n-th of them; what a row says once holds for each of its records."""
        if not self.fields[0].many:
            return self.raw
        parts = self.parts()
        return parts[n] if n < len(parts) else None

    def context(self, ctx: Context) -> Context:
        grid = self.table.grid
        return replace(ctx, number_format=grid.formats.get(self.place, ""), date1904=grid.date1904)
