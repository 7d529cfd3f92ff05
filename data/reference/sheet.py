"""A sheet as a person lays it out, and the workbook of all of them, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from io import BytesIO
from math import ceil
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import xlsxwriter


class Mark(Enum):
    """ABOVE: the cell is merged with the one above it. LEFT: with the one to its left."""

    ABOVE = "above"
    LEFT = "left"


ABOVE, LEFT = Mark.ABOVE, Mark.LEFT


@dataclass(frozen=True)
class Shown:
    """A number or date together with the format its cell shows it in."""

    value: float | date | datetime
    number_format: str


Value = str | int | float | Shown | Mark | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One form as filled in. subtitle: the text of the row under the title, "" for a blank row, None for no row.

    rows may hold ABOVE and LEFT for merged cells; notes stand under the table, after one blank row.
    """

    name: str
    title: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Value]]
    subtitle: str | None = None
    notes: Sequence[str] = ()

    @property
    def heading_row(self) -> int:
        """Row number of the headings as Excel counts."""
        return 2 if self.subtitle is None else 3


_FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
_BOX = {**_FONT, "border": 1, "border_color": "#BFBFBF", "text_wrap": True}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(sheets: Sequence[Sheet], created: datetime, title: str) -> bytes:
    """The sheets as one .xlsx file."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"title": title, "author": "", "created": created})
    styles = _Styles(book)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, styles)
    book.close()
    return _stored(stream.getvalue())


class _Styles:
    """Formats of a workbook, made once per look."""

    def __init__(self, book: Any) -> None:
        self._book, self._made = book, dict[str, Any]()

    def get(self, look: str, number_format: str = "") -> Any:
        base = {
            "title": {**_FONT, "bold": True, "font_size": 14, "align": "center"},
            "subtitle": {**_FONT, "font_color": "#595959"},
            "heading": {**_BOX, "bold": True, "align": "center", "bg_color": "#E7EDF4"},
            "text": _BOX,
            "number": {**_BOX, "align": "right"},
            "note": {**_FONT, "font_size": 9, "font_color": "#595959", "text_wrap": True},
        }[look]
        key = f"{look}|{number_format}"
        if key not in self._made:
            self._made[key] = self._book.add_format(
                base | ({"num_format": number_format} if number_format else {})
            )
        return self._made[key]


def _write(page: Any, sheet: Sheet, styles: _Styles) -> None:
    last = len(sheet.headings) - 1
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.merge_range(0, 0, 0, last, sheet.title, styles.get("title"))
    page.set_row(0, 28)
    if sheet.subtitle:
        page.merge_range(1, 0, 1, last, sheet.subtitle, styles.get("subtitle"))
    top = sheet.heading_row - 1
    page.set_row(top, 6 + 15 * _lines(sheet.headings, sheet.widths))
    for column, heading in enumerate(sheet.headings):
        page.write_string(top, column, heading, styles.get("heading"))
    for offset, row in enumerate(sheet.rows):
        page.set_row(top + 1 + offset, 3 + 15 * _lines(row, sheet.widths))
        for column, value in enumerate(row):
            _put(page, sheet, offset, column, value, styles)
    for offset, note in enumerate(sheet.notes):
        line = top + len(sheet.rows) + 2 + offset
        page.merge_range(line, 0, line, last, note, styles.get("note"))
    page.freeze_panes(top + 1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _lines(row: Sequence[Value], widths: Sequence[int]) -> int:
    """Lines the longest text of a row needs: XlsxWriter does not grow rows by itself."""
    return (
        max(ceil(_width(v) / w) if isinstance(v, str) else 1 for v, w in zip(row, widths, strict=True)) or 1
    )


def _width(text: str) -> float:
    """Width in characters of a column: a Chinese one takes a little over two."""
    return sum(1.1 if char.isascii() else 2.2 for char in text)


def _put(page: Any, sheet: Sheet, offset: int, column: int, value: Value, styles: _Styles) -> None:
    if isinstance(value, Mark):
        return
    row = sheet.heading_row + offset
    shown = value if isinstance(value, Shown) else None
    content = shown.value if shown else value
    style = styles.get(
        "text" if isinstance(content, str | None) else "number", shown.number_format if shown else ""
    )
    down = _run([r[column] for r in sheet.rows[offset + 1 :]], ABOVE)
    across = _run(sheet.rows[offset][column + 1 :], LEFT)
    if down or across:
        page.merge_range(row, column, row + down, column + across, content, style)
    elif content is None:
        page.write_blank(row, column, None, style)
    elif isinstance(content, str):
        page.write_string(row, column, content, style)
    elif isinstance(content, date):
        page.write_datetime(row, column, content, style)
    else:
        page.write_number(row, column, content, style)


def _run(values: Sequence[Value], mark: Mark) -> int:
    """How many values from the first on are this mark."""
    return next((n for n, value in enumerate(values) if value is not mark), len(values))


def _stored(packed: bytes) -> bytes:
    """The same archive uncompressed: compressed bytes differ between builds of zlib."""
    stream = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(stream, "w", ZIP_STORED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return stream.getvalue()
