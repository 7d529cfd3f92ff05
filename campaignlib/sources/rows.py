"""The rows of a file of daily data, before they are understood, and where each value stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl.utils import get_column_letter

from campaignlib.campaign import Origins
from campaignlib.findings import Cell, Finding
from campaignlib.forms import DAILY
from campaignlib.reading import notices
from campaignlib.reading.headings import closest, headings, plain_heading
from campaignlib.reading.layout import find_tables
from campaignlib.reading.workbook import Broken, read_workbook
from campaignlib.sources import said
from campaignlib.sources.delimited import NotText, read_rows
from campaignlib.values import text
from campaignlib.values.context import Raw
from campaignlib.words.label import Label

Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Rows of one file or sheet. `letters`: field -> column; `rows`: row numbers as a spreadsheet counts them;
    `raw`: field -> a value per row, None where empty."""

    file: str
    sheet: str
    letters: Mapping[str, str]
    rows: Sequence[int]
    raw: Mapping[str, Sequence[Raw | Broken | None]]

    def cell(self, at: int, name: str) -> Cell:
        return Cell(self.file, self.sheet, f"{self.letters[name]}{self.rows[at]}")


class DailyOrigins(Mapping[Key, Cell]):
    """Origins of the forms, and of the daily values without a Cell made for each of what may be a million."""

    def __init__(self, forms: Origins, records: Sequence[tuple[Source, int]]) -> None:
        self._forms, self._records = forms, records

    def __getitem__(self, key: Key) -> Cell:
        form, record, name = key
        if form != DAILY.name:
            return self._forms[key]
        if not 1 <= record <= len(self._records):
            raise KeyError(key)
        source, at = self._records[record - 1]
        return source.cell(at, name)

    def __iter__(self) -> Iterator[Key]:
        yield from self._forms
        for record, (source, _) in enumerate(self._records, 1):
            yield from ((DAILY.name, record, name) for name in source.letters)

    def __len__(self) -> int:
        return len(self._forms) + sum(len(source.letters) for source, _ in self._records)


def read_sources(path: Path, name: str) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """The rows of a CSV or workbook, and what is wrong with the file as a whole."""
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return _from_workbook(path, name)
    try:
        rows, encoding = read_rows(path)
    except NotText as error:
        return (), (notices.file_unreadable(name, error.reason, expected=said.READABLE),)
    findings = [said.encoding(name)] if encoding == "gb18030" else []
    source, troubles = _from_csv(rows, name)
    return source, (*findings, *troubles)


def _from_csv(rows: Sequence[Sequence[str]], name: str) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    first = next(i for i, row in enumerate(rows) if any(not text.is_empty(v) for v in row))
    named = {at: plain_heading(value) for at, value in enumerate(rows[first]) if not text.is_empty(value)}
    known = headings(DAILY)
    found = known.match(named)
    spare = [rows[first][at] for at in named if at not in found.values()]
    last = get_column_letter(max(len(rows[first]), 1))
    whole = Cell(name, "", f"A{first + 1}:{last}{first + 1}")
    missing = tuple(
        notices.heading_missing(DAILY.code, whole, fields[0].label, True, closest(fields[0], spare))
        for position, fields in enumerate(known.columns)
        if position not in found
    )
    if missing:
        return (), missing
    at = {known.columns[position][0].name: column for position, column in found.items()}
    body = [(n, row) for n, row in enumerate(rows[first + 1 :], first + 2) if any(row)]
    raw = {field: [_value(row, column) for _, row in body] for field, column in at.items()}
    letters = {field: get_column_letter(column + 1) for field, column in at.items()}
    return (Source(name, "", letters, [n for n, _ in body], raw),), ()


def _value(row: Sequence[str], column: int) -> str | None:
    return row[column] or None if column < len(row) else None


def _from_workbook(path: Path, name: str) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    grids, findings = read_workbook(path, name)
    sources, said_so = [], list(findings)
    for grid in grids:
        for table in find_tables(grid, (DAILY,)):
            said_so += table.findings
            columns = headings(DAILY).columns
            at = {columns[position][0].name: column for position, column in table.match.columns.items()}
            if table.readable and len(at) == len(columns):
                raw = {f: [grid.cells.get((row, c)) for row in table.rows] for f, c in at.items()}
                letters = {field: get_column_letter(column) for field, column in at.items()}
                sources.append(Source(name, grid.sheet, letters, table.rows, raw))
    if grids and not sources and not said_so:
        reason = Label("其中没有日期、渠道、指标、数值四列", "it has no columns date, channel, metric, value")
        said_so.append(notices.file_unreadable(name, reason, expected=said.READABLE))
    return tuple(sources), tuple(said_so)
