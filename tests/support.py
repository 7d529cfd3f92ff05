"""Campaigns for tests, written as rows the way a form shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_from_string

from campaignlib.campaign import FRAMES, Campaign, StatedTotal, form_of
from campaignlib.config import Config, parse_config
from campaignlib.findings import Cell
from campaignlib.forms import DAILY, Form

LIBRARY: dict[str, Any] = {
    "id": "spring",
    "name": {"zh": "春季", "en": "Spring"},
    "lead": "张*",
    "dates": {"preparation": date(2025, 3, 1), "start": date(2025, 3, 3), "end": date(2025, 3, 12)},
    "stages": [
        {"id": "warmup", "label": {"zh": "预热期", "en": "Warm-up"}, "aliases": ["预热"]}
        | {"start": date(2025, 3, 3), "end": date(2025, 3, 5)},
        {"id": "burst", "label": {"zh": "爆发期", "en": "Burst"}, "aliases": ["爆发"]}
        | {"start": date(2025, 3, 6), "end": date(2025, 3, 12)},
    ],
    "channels": {
        "douyin": {"label": {"zh": "抖音", "en": "Douyin"}, "aliases": ["抖音同城投放"]},
        "groups": {"label": {"zh": "社群", "en": "Groups"}},
        "all": {"label": {"zh": "整体", "en": "Overall"}},
    },
    "metrics": {
        "leads": {"label": {"zh": "线索", "en": "Leads"}, "aliases": ["线索量", "线索留资量"]},
        "qualified_leads": {"label": {"zh": "合格线索", "en": "Qualified leads"}, "aliases": ["有效线索量"]},
        "orders": {"label": {"zh": "订单", "en": "Orders"}},
        "sales": {"label": {"zh": "销售额", "en": "Sales"}, "kind": "money"},
        "spend": {"label": {"zh": "花费", "en": "Spend"}, "kind": "money"},
        "qualified_rate": {"label": {"zh": "有效率", "en": "Qualified rate"}, "kind": "rate"}
        | {"numerator": "qualified_leads", "denominator": "leads"},
        "conversion_rate": {"label": {"zh": "转化率", "en": "Conversion rate"}, "kind": "rate"}
        | {"aliases": ["线索转化率"], "numerator": "orders", "denominator": "qualified_leads", "floor": 0.10},
        "roi": {"label": {"zh": "ROI", "en": "ROI"}, "kind": "ratio"},
        "satisfaction": {
            "label": {"zh": "满意度", "en": "Satisfaction"},
            "kind": "score",
            "aliases": ["活动满意度"],
        },
    },
}


def config(**changes: Any) -> Config:
    """The small library above as a Config, with top-level tables replaced."""
    return parse_config(LIBRARY | changes, "spring")


def campaign(
    config: Config | None = None,
    totals: dict[str, dict[str, int]] | None = None,
    **forms: list[dict[str, Any]],
) -> Campaign:
    """A campaign from rows of typed values: `campaign(budget=[{"item": "广告", "planned": 100_00}])`.

    Fields left out are NA. Cells are those of a sheet named by the form's code with headings in row 1; a stated
    total (`totals={"budget": {"planned": 100_00}}`) stands in the row below the records.
    """
    frames: dict[str, Any] = {}
    origins: dict[tuple[str, int, str], Cell] = {}
    stated: list[StatedTotal] = []
    for name in FRAMES:
        form = DAILY if name == "daily" else form_of(name)
        rows = forms.get(name, [])
        columns = _columns(form)
        data = {f.name: [row.get(f.name) for row in rows] for f in form.fields}
        frame = pd.DataFrame(data, index=pd.RangeIndex(1, len(rows) + 1, name="record"))
        frames[name] = form.frame.validate(frame)
        for record in range(1, len(rows) + 1):
            for field, letter in columns.items():
                origins[name, record, field] = _cell(form, f"{letter}{record + 1}")
        for field, value in (totals or {}).get(name, {}).items():
            stated.append(StatedTotal(name, field, value, _cell(form, f"{columns[field]}{len(rows) + 2}")))
    return Campaign(
        config=config or parse_config(LIBRARY, "spring"), origins=origins, totals=tuple(stated), **frames
    )


def _cell(form: Form, ref: str) -> Cell:
    return Cell("daily.csv", "", ref) if form is DAILY else Cell("forms.xlsx", form.code, ref)


def _columns(form: Form) -> dict[str, str]:
    """Field -> column letter; fields that share a heading share a column."""
    headings = list(dict.fromkeys(f.label.zh for f in form.fields))
    return {f.name: get_column_letter(headings.index(f.label.zh) + 1) for f in form.fields}


def sheets(
    tmp_path: Path,
    tables: Mapping[str, Sequence[Sequence[Any]]],
    toml: str | None = None,
    *,
    merge: Mapping[str, Sequence[str]] | None = None,
    name: str = "forms.xlsx",
) -> Path:
    """A campaign folder with one workbook, each sheet as its rows; gives the folder's path.

    None leaves a cell empty, `(0.7, "0%")` is a number under a number format, dates become true Excel dates.
    `merge={"F3 预算": ["A2:A4"]}` merges; the value is that of the first cell. `toml` becomes campaign.toml.
    """
    folder = tmp_path / "spring"
    folder.mkdir(parents=True, exist_ok=True)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(folder / name), options) as book:
        for sheet_name, rows in tables.items():
            sheet = book.add_worksheet(sheet_name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    _write(book, sheet, row, column, value)
            for ref in (merge or {}).get(sheet_name, ()):
                row, column = _corner(ref)
                value = rows[row][column] if column < len(rows[row]) else None
                sheet.merge_range(ref, "")
                _write(book, sheet, row, column, value)
    if toml is not None:
        (folder / "campaign.toml").write_text(toml, encoding="utf-8")
    return folder


def _write(book: Any, sheet: Any, row: int, column: int, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, tuple):
        sheet.write(row, column, value[0], book.add_format({"num_format": value[1]}))
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, book.add_format({"num_format": "yyyy-mm-dd"}))
    else:
        sheet.write(row, column, value)


def _corner(ref: str) -> tuple[int, int]:
    """Row and column, from 0, of the first cell of a range."""
    column, row = coordinate_from_string(ref.split(":")[0])
    return row - 1, column_index_from_string(column) - 1
