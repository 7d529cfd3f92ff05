"""A workbook file as grids of values: everything a person sees in it, and why a cell cannot be used."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from campaignlib.findings import Cell, Finding
from campaignlib.reading import notices
from campaignlib.reading.package import formulas_inside, refusal
from campaignlib.values import text
from campaignlib.values.context import Raw
from campaignlib.words.label import Label

Place = tuple[int, int]
"""(row, column), both from 1."""


@dataclass(frozen=True, slots=True)
class Broken:
    """What stands in a cell whose value cannot be used: an error value, a formula that was never calculated."""

    shown: str
    expected: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One sheet. `cells` holds what is not empty, merged ranges only at their first cell; `merged` leads from each
    further cell of a merged range to the first."""

    file: str
    sheet: str
    cells: Mapping[Place, Raw | Broken]
    formats: Mapping[Place, str] = field(default_factory=dict)
    merged: Mapping[Place, Place] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    date1904: bool = False
    by_row: Mapping[int, tuple[int, ...]] = field(init=False, repr=False)
    """Row -> its columns that are not empty, from the left."""

    def __post_init__(self) -> None:
        rows: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            rows.setdefault(row, []).append(column)
        object.__setattr__(self, "by_row", {row: tuple(columns) for row, columns in rows.items()})

    def filled(self, row: int, left: int = 1, right: int = 1 << 20) -> tuple[int, ...]:
        """The columns of a row that are not empty, between two columns."""
        return tuple(c for c in self.by_row.get(row, ()) if left <= c <= right)

    def cell(self, row: int, column: int) -> Cell:
        return Cell(self.file, self.sheet, f"{get_column_letter(column)}{row}")

    def area(self, first: Place, last: Place) -> Cell:
        """A range; a single cell when both ends are the same."""
        start = f"{get_column_letter(first[1])}{first[0]}"
        end = f"{get_column_letter(last[1])}{last[0]}"
        return Cell(self.file, self.sheet, start if first == last else f"{start}:{end}")

    def shown(self, place: Place) -> str:
        """The text of a cell, as good as can be told; empty for an empty cell."""
        value = self.cells.get(place)
        if value is None:
            return ""
        return value.shown if isinstance(value, Broken) else str(value)


def read_workbook(path: Path, name: str) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """The sheets of a workbook, or the finding that says why it could not be read. `name` is how findings call it."""
    reason = refusal(path)
    if reason:
        return (), (notices.file_unreadable(name, reason),)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(path, data_only=True, keep_links=False)
            written = load_workbook(path, keep_links=False) if formulas_inside(path) else None
            grids = tuple(_grid(sheet, written, name, book.epoch) for sheet in book.worksheets)
    except Exception as error:  # openpyxl raises nearly anything on damaged files; each is one finding
        return (), (notices.file_unreadable(name, _damaged(error)),)
    return grids, tuple(f for grid in grids for f in _hidden(grid))


def _damaged(error: Exception) -> Label:
    kind = type(error).__name__
    return Label(
        f"文件已损坏或不是标准格式（{kind}）；请用 Excel 或 WPS 打开后另存为 .xlsx",
        f"it is damaged or not in the standard format ({kind}); open it in Excel or WPS and save it as .xlsx",
    )


def _grid(sheet: Any, written: Any, name: str, epoch: datetime) -> Grid:
    formulas = written[sheet.title] if written is not None else None
    cells: dict[Place, Raw | Broken] = {}
    formats: dict[Place, str] = {}
    # only the cells that exist: a styled cell in a far corner must not make a million empty rows
    for place, cell in sheet._cells.items():
        value = _value(cell, formulas._cells.get(place) if formulas is not None else None)
        if value is None or (not isinstance(value, Broken) and text.is_empty(value)):
            continue
        cells[place] = value
        if isinstance(value, int | float) and not isinstance(value, bool):
            formats[place] = str(cell.number_format or "")
    merged = {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
        if (row, column) != (area.min_row, area.min_col)
    }
    return Grid(
        file=name,
        sheet=str(sheet.title),
        cells=cells,
        formats=formats,
        merged=merged,
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(row for row, size in sheet.row_dimensions.items() if size.hidden),
        date1904=epoch == CALENDAR_MAC_1904,
    )


def _value(cell: Any, written: Any) -> Raw | Broken | None:
    value = cell.value
    if cell.data_type == "e":
        return Broken(
            str(value),
            Label("一个值，而不是公式错误；请改正公式", "a value, not a formula error; correct the formula"),
        )
    if value is None:
        # a formula whose result is the empty text keeps the type `str`; one never calculated has none
        never = written is not None and written.data_type == "f" and cell.data_type != "str"
        return _never_calculated(written.value) if never else None
    if isinstance(value, str):
        return value.replace("_x000D_", "").replace("\r\n", "\n")
    if isinstance(value, bool | int | float | datetime | date | time):
        return value
    return str(value)


def _never_calculated(formula: object) -> Broken:
    return Broken(
        str(getattr(formula, "text", formula)),
        Label(
            "公式的计算结果；请用 Excel 或 WPS 打开并保存一次",
            "the formula's result; open and save the file once in Excel or WPS",
        ),
    )


def _hidden(grid: Grid) -> list[Finding]:
    """A hidden sheet with content. Hidden rows are reported by the table they stand in."""
    if not grid.hidden or not grid.cells:
        return []
    what = Label("工作表“{name}”被隐藏", "The sheet “{name}” is hidden").fill(name=grid.sheet)
    return [notices.hidden(notices.FILE, grid.cell(1, 1), what)]
