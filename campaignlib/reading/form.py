"""The tables of a form as its typed frame, with the cell every value came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from campaignlib.campaign import StatedTotal
from campaignlib.errors import Unreadable
from campaignlib.findings import Cell, Finding
from campaignlib.forms import Field, Form
from campaignlib.reading import notices
from campaignlib.reading.column import Column, kinds
from campaignlib.reading.failures import validated
from campaignlib.reading.headings import headings
from campaignlib.reading.layout import Table
from campaignlib.reading.workbook import Broken, Place
from campaignlib.values.context import Context, Raw
from campaignlib.words.label import Label

YEARS = range(1990, 2101)
"""Years a campaign can lie in; a date outside is a slip, such as 7.20 typed into a cell formatted as a date."""
LARGEST = 2**53


@dataclass(frozen=True, slots=True)
class FormRead:
    """What a form's tables gave: a valid frame, the cells of its values, stated totals, findings."""

    frame: pd.DataFrame
    origins: Mapping[tuple[str, int, str], Cell]
    totals: tuple[StatedTotal, ...]
    findings: tuple[Finding, ...]


def read_form(form: Form, tables: Sequence[Table], ctx: Context) -> FormRead:
    """The records of all tables of a form, in the order they stand; records are counted from 1.

    One bad cell costs that cell only: it becomes NA, with a finding that names it.
    """
    reader = _Reader(form, ctx)
    for table in tables:
        reader.findings += table.findings
        reader.table(table)
    frame = frame_of(form, reader.values)
    frame, broken = validated(form, frame, reader.origins, reader.shown)
    findings = dict.fromkeys((*reader.findings, *broken))  # a merged cell speaks for several rows, once
    return FormRead(frame, reader.origins, tuple(reader.totals), tuple(findings))


def frame_of(form: Form, values: Mapping[str, Sequence[object]]) -> pd.DataFrame:
    """Columns of plain values (None for NA) as a frame of the form's types, index `record` from 1."""
    dtypes = {"text": "str", "date": "datetime64[ns]", "whole": "Int64", "number": "float64"}
    count = len(next(iter(values.values()), ()))
    index = pd.RangeIndex(1, count + 1, name="record")
    return pd.DataFrame(
        {
            name: pd.Series(list(values[name]), index=index, dtype=dtypes[kind])
            for name, kind in kinds(form).items()
        },
        index=index,
    )


def parsed(one: Field, kind: str, raw: Raw | Broken, ctx: Context) -> object:
    """A field's value from a raw one; Unreadable also for values no frame can hold."""
    if isinstance(raw, Broken):
        raise Unreadable(raw.shown, raw.expected.en, raw.expected.zh)
    try:
        value = one.parse(raw, ctx)
    except (ArithmeticError, ValueError):
        raise Unreadable(str(raw), one.label.en, one.label.zh) from None
    if isinstance(value, date) and value.year not in YEARS:
        raise Unreadable(
            f"{value:%Y-%m-%d}",
            f"a date between {YEARS.start} and {YEARS.stop - 1}",
            f"{YEARS.start} 年至 {YEARS.stop - 1} 年之间的日期",
        )
    if isinstance(value, int | float) and not abs(value) < LARGEST * (1 if kind == "whole" else 2**40):
        raise Unreadable(str(raw), "a number of a usual size", "大小合理的数")
    return value


@dataclass(slots=True)
class _Reader:
    """Collects the records of a form over its tables."""

    form: Form
    ctx: Context
    values: dict[str, list[object]] = field(init=False)
    origins: dict[tuple[str, int, str], Cell] = field(default_factory=dict)
    shown: dict[tuple[int, str], str] = field(default_factory=dict)
    totals: list[StatedTotal] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    records: int = 0

    def __post_init__(self) -> None:
        self.values = {f.name: [] for f in self.form.fields}

    def table(self, table: Table) -> None:
        heads = dict(self._heads(table))
        for row in table.rows:
            self._row(table, row, heads)
        if table.total is not None:
            self._total(table, table.total)

    def _heads(self, table: Table) -> Iterator[tuple[tuple[int, int], Place]]:
        """(row, column) of an empty cell of a filled-down column -> the place above whose value it takes."""
        columns = headings(self.form).columns
        for position, column_at in table.match.columns.items():
            if not any(f.fill_down for f in columns[position]):
                continue
            groups = {row for row, column in table.groups if column == column_at}
            above: Place | None = None
            for row in sorted(groups | set(table.rows)):
                place = table.grid.merged.get((row, column_at), (row, column_at))
                if place in table.grid.cells:
                    above = place
                elif above is not None:
                    yield (row, column_at), above

    def _row(self, table: Table, row: int, heads: Mapping[Place, Place]) -> None:
        columns = headings(self.form).columns
        cells = [Column(table, row, i, c, heads) for i, c in enumerate(columns)]
        many = [c for c in cells if c.fields[0].many]
        counts = {len(parts) for c in many if (parts := c.parts())}
        if len(counts) > 1:
            read = " | ".join(str(c.raw) for c in many if c.raw is not None)
            sizes = tuple(len(c.parts()) for c in many)
            self.findings.append(notices.split(self.form.code, tuple(c.cell for c in many), read, sizes))
        count = 1 if len(counts) != 1 else counts.pop()
        for part in range(count):
            self.records += 1
            for column in cells:
                self._fill(column, part)

    def _fill(self, column: Column, part: int) -> None:
        raw = column.part(part)
        if raw is None and part == 0 and any(f.required for f in column.fields) and column.exists:
            self.findings.append(
                notices.missing(
                    self.form.code, column.cell, column.fields[0].label, merged=column.merged_amount
                )
            )
        bad: Unreadable | None = None
        for one in column.fields:
            value: object = None
            if raw is not None:
                try:
                    value = parsed(one, column.kinds[one.name], raw, column.context(self.ctx))
                except Unreadable as error:
                    bad = bad or error
            self._keep(one.name, value, column.cell, raw)
        # one column is read once: what several fields or several records take from it is reported once
        if bad is not None and (part == 0 or column.fields[0].many):
            is_date = any(column.kinds[f.name] == "date" for f in column.fields)
            self.findings.append(
                notices.value(
                    self.form.code,
                    column.cell,
                    bad.read,
                    Label(bad.expected_zh, bad.expected),
                    column.fields[0].label,
                    is_date=is_date,
                )
            )

    def _keep(self, name: str, value: object, cell: Cell, raw: Raw | Broken | None) -> None:
        self.values[name].append(value)
        self.origins[self.form.name, self.records, name] = cell
        self.shown[self.records, name] = (
            "" if raw is None else raw.shown if isinstance(raw, Broken) else str(raw)
        )

    def _total(self, table: Table, row: int) -> None:
        columns = headings(self.form).columns
        for position, column in enumerate(columns):
            total = next((f for f in column if f.name in self.form.totals), None)
            if total is None or position not in table.match.columns:
                continue
            at = Column(table, row, position, (total,), {})
            if at.raw is None:
                continue
            try:
                value = parsed(total, at.kinds[total.name], at.raw, at.context(self.ctx))
            except Unreadable as error:
                expected = Label(error.expected_zh, error.expected)
                self.findings.append(
                    notices.value(self.form.code, at.cell, error.read, expected, total.label)
                )
                continue
            if isinstance(value, int):
                self.totals.append(StatedTotal(self.form.name, total.name, value, at.cell))
                self.origins.setdefault((self.form.name, 0, total.name), at.cell)
