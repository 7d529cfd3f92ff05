from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from campaignlib.reading.workbook import Broken, Grid, read_workbook
from tests.broken import files


def one(path: Path) -> Grid:
    grids, findings = read_workbook(path, "forms.xlsx")
    assert findings == ()
    (grid,) = grids
    return grid


@pytest.mark.parametrize("name", files.UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_finding(name: str, tmp_path: Path) -> None:
    make, word = files.UNREADABLE[name]
    grids, findings = read_workbook(make(tmp_path / "x.xlsx"), "sub/forms.xlsx")
    assert grids == ()
    (finding,) = findings
    assert (finding.code, finding.severity, finding.read) == ("READ-FILE", "error", "sub/forms.xlsx")
    assert word in finding.message.zh
    assert "Traceback" not in finding.message.en


def test_values_and_places(tmp_path: Path) -> None:
    grid = one(files.plain(tmp_path / "x.xlsx"))
    assert grid.sheet == "F3 预算"
    assert grid.cells[2, 3] == 500
    assert grid.filled(2) == (1, 2, 3, 4, 5)
    assert grid.filled(2, 2, 3) == (2, 3)
    assert str(grid.cell(2, 3)) == "F3!C2"
    assert grid.area((1, 1), (1, 5)).ref == "A1:E1"


def test_a_formula_never_calculated_is_not_zero(tmp_path: Path) -> None:
    grid = one(files.formulas(tmp_path / "x.xlsx"))
    never, error = grid.cells[2, 3], grid.cells[3, 3]
    assert isinstance(never, Broken)
    assert never.shown == "=2*250"
    assert "保存" in never.expected.zh
    assert isinstance(error, Broken)
    assert grid.shown((3, 3)) == "#DIV/0!"
    assert grid.cells[4, 3] == 100


def test_calculated_formulas_give_their_results(tmp_path: Path) -> None:
    grid = one(files.calculated(tmp_path / "x.xlsx"))
    assert grid.cells[2, 3] == 500
    assert (2, 4) not in grid.cells


def test_a_far_corner_costs_nothing_and_hidden_sheets_are_said(tmp_path: Path) -> None:
    grids, findings = read_workbook(files.far_corner(tmp_path / "x.xlsx"), "x.xlsx")
    assert len(grids[0].cells) == 11
    assert grids[0].hidden_rows == {2}
    assert [(f.code, f.cells[0].sheet) for f in findings] == [("READ-HIDDEN", "名单")]
    assert grids[1].cells[1, 1] == datetime(2025, 3, 3)
    assert grids[1].formats[1, 2] == "0%"


def test_merged_ranges_lead_to_their_first_cell(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "人力成本"
    sheet.merge_cells("A1:A3")
    book.save(tmp_path / "x.xlsx")
    grid = one(tmp_path / "x.xlsx")
    assert grid.merged == {(2, 1): (1, 1), (3, 1): (1, 1)}


def test_days_counted_from_1904(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = datetime(2025, 3, 3)
    book.save(tmp_path / "x.xlsx")
    grid = one(tmp_path / "x.xlsx")
    assert grid.date1904
    assert grid.cells[1, 1] == datetime(2025, 3, 3)
