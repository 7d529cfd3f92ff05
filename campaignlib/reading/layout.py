"""The tables in a sheet: heading row, records, totals, and what is only a note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from campaignlib.findings import Finding
from campaignlib.forms import Form
from campaignlib.reading import notices
from campaignlib.reading.headings import Match, closest, heading_matches, headings, plain_heading, stated_unit
from campaignlib.reading.workbook import Grid
from campaignlib.words.label import Label

_GRAND = re.compile(r".{0,4}(合计|总计|共计|总和|总额)|(grand)?totals?|sum")
_PART = re.compile(r".{0,6}小计|subtotals?|平均(值|分)?|均值|average|mean")
_SIGNED = re.compile(
    r"(制表|编制|填表|审核|审批|批准|复核|签字|盖章|prepared|approved|reviewed)[^:：]{0,6}[:：]",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(注|备注|说明|填表|填写|提示|附|note|remark|[*※★▲①]|\d+\s*[、.．)）])", re.IGNORECASE)
_NOTE_WORD = re.compile(r"(附?注|备注|(填[表写])?说明|提示|notes?|remarks?)\s*[:：]?", re.IGNORECASE)
_COUNTERS = frozenset(("序号", "no", "no.", "#", "id"))
"""Columns that only count the rows: left out without a word."""
_LONG = 24
"""A lone text of this many characters below a table is a note, not a record's key."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a form: `rows` are its records, `total` its totals row."""

    grid: Grid
    match: Match
    rows: tuple[int, ...] = ()
    total: int | None = None
    groups: tuple[tuple[int, int], ...] = ()
    """(row, column) of lone texts that head a group of rows below them."""
    findings: tuple[Finding, ...] = ()
    money_unit: str = ""
    """The scale of its bare amounts when a line above says so (单位：万元)."""

    @property
    def form(self) -> Form:
        return self.match.form

    @property
    def readable(self) -> bool:
        """Whether the column that makes rows records is there."""
        return headings(self.form).key in self.match.columns

    def column(self, position: int) -> int | None:
        """The sheet's column of the form's n-th column."""
        return self.match.columns.get(position)


def find_tables(grid: Grid, forms: Sequence[Form]) -> tuple[Table, ...]:
    """Every table of a known form in the sheet, from the top."""
    rows = list(grid.by_row)
    matches: list[Match] = []
    above = grid.sheet
    for row in rows:
        inside = any(match.row < row <= match.bottom for match in matches)
        found = [] if inside else heading_matches(grid, row, forms, above)
        matches += found
        texts = [grid.shown((row, c)) for c in grid.filled(row)]
        above = grid.sheet if found else " ".join((above, *texts))[-400:]
    return tuple(_table(grid, match, _end(match, matches), rows) for match in matches)


def _end(match: Match, matches: Iterable[Match]) -> int | None:
    """The row of the next heading row that takes over some of these columns."""
    below = [m.row for m in matches if m.row > match.row and m.left <= match.right and m.right >= match.left]
    return min(below, default=None)


def _table(grid: Grid, match: Match, end: int | None, rows: Sequence[int]) -> Table:
    findings = list(_heading_findings(grid, match))
    if headings(match.form).key not in match.columns:
        return Table(grid, match, (), None, (), tuple(findings))
    body = _Body(grid, match, title_below=end - 1 if end else 0)
    for row in rows:
        if row > match.bottom and (end is None or row < end):
            body.take(row)
    findings += body.below()
    findings += _hidden_rows(grid, match.form, body.rows)
    total = body.totals[-1] if body.totals else None
    return Table(
        grid, match, tuple(body.rows), total, tuple(body.groups), tuple(findings), _money_unit(grid, match)
    )


def _money_unit(grid: Grid, match: Match) -> str:
    """What the two rows above the headings say of the unit of amounts."""
    above = [row for row in grid.by_row if row < match.row][-2:]
    texts = (grid.shown((row, column)) for row in above for column in grid.filled(row))
    return next(
        (unit for text in texts if "单位" in text and (unit := stated_unit(text)) not in ("", "%", "‰")), ""
    )


class _Body:
    """The rows below a heading row, taken one by one from the top."""

    def __init__(self, grid: Grid, match: Match, title_below: int) -> None:
        self.grid, self.match, self.title_below = grid, match, title_below
        self.known = headings(match.form)
        self.key = match.columns[self.known.key]
        self.filled_down = {
            match.columns[i]
            for i, c in enumerate(self.known.columns)
            if i in match.columns and any(f.fill_down for f in c)
        }
        self.own = set(match.columns.values())
        self.rows: list[int] = []
        self.totals: list[int] = []
        self.groups: list[tuple[int, int]] = []
        self.beyond: list[int] = []
        self.lone: tuple[int, int] | None = None
        self.last = match.bottom
        self.ended = False

    def take(self, row: int) -> None:
        filled = self.grid.filled(row, self.match.left, self.match.right)
        if not filled:
            return
        gap, self.last = row > self.last + 1 and not self._bridged(row), row
        if self._is_numbered_only(row, filled):
            return
        if self._is_total(row, filled):
            self.ended, self.lone = True, None
        elif self._is_note(row, filled, gap):
            self._note(row, filled[0])
        elif not self.own & set(filled):
            return
        elif (self.ended or gap) and _NOTE_WORD.fullmatch(self.grid.shown((row, filled[0]))):
            self.ended = True
        elif len(filled) == 1 and filled[0] != self.key and self._at(row, self.key, own=False) is None:
            self.beyond.append(row)
        elif self._is_signature(row, filled):
            self.ended = True
        elif (self.ended or gap) and not self._whole(row, half=self.ended):
            self.ended = True
            self.beyond.append(row)
        else:
            self._record(row)

    def _record(self, row: int) -> None:
        if self.lone is not None:
            if self._at(row, self.lone[1]) is None:
                self.groups.append(self.lone)
            self.lone = None
        self.ended = False
        self.rows.append(row)

    def _bridged(self, row: int) -> bool:
        """Whether a merged range covers the blank row above: no gap then."""
        return any((row - 1, c) in self.grid.merged for c in self.own)

    def _is_numbered_only(self, row: int, filled: Sequence[int]) -> bool:
        """A row numbered beforehand and not filled in."""
        return len(filled) == 1 and self.grid.shown((row, filled[0])).isdigit() and filled[0] == min(self.own)

    def _is_total(self, row: int, filled: Sequence[int]) -> bool:
        first = {filled[0], self.key} | self.filled_down
        said = [plain_heading(self.grid.shown((row, c))) for c in sorted(first & set(filled))]
        if any(_PART.fullmatch(word) for word in said):
            return True
        if any(_GRAND.fullmatch(word) for word in said):
            self.totals.append(row)
            return True
        return False

    def _is_note(self, row: int, filled: Sequence[int], gap: bool) -> bool:
        """A row with one text that cannot be a record."""
        if len(filled) > 1 or (self._at(row, self.key, own=False) is not None and filled[0] != self.key):
            return False
        said = self.grid.shown((row, filled[0]))
        if filled[0] != self.key and not isinstance(self._at(row, filled[0]), str):
            return False
        if filled[0] != self.key or gap or self.ended or row == self.title_below:
            return True
        wide = self.grid.merged.get((row, filled[0] + 1)) == (row, filled[0])
        return wide or _NOTE.match(said) is not None or (len(said) >= _LONG and len(self.own) > 2)

    def _note(self, row: int, column: int) -> None:
        starts = _NOTE.match(self.grid.shown((row, column))) is not None
        self.lone = (row, column) if column in self.filled_down and not starts else None
        self.ended = True

    def _at(self, row: int, column: int, *, own: bool = True) -> object:
        """The value of a cell; unless only its own counts, also of the cell above that it is merged with."""
        place = (row, column)
        first = place if own else self.grid.merged.get(place, place)
        return self.grid.cells.get(first if first[1] == column else place)

    def _is_signature(self, row: int, filled: Sequence[int]) -> bool:
        """The line where a form is signed: 制表人：张*  审批：刘*."""
        return any(_SIGNED.match(self.grid.shown((row, c))) for c in filled)

    def _whole(self, row: int, half: bool) -> bool:
        """Filled as a record is: its key and one more, or at least half of the columns that may not be missing."""
        places = [self.match.columns[i] for i in self.known.needed if i in self.match.columns]
        filled = sum(self._at(row, c, own=False) is not None for c in places)
        wanted = (len(places) - (self.lone is not None)) / 2 if half else 2
        return self._at(row, self.key, own=False) is not None and filled >= wanted

    def below(self) -> Iterator[Finding]:
        """Rows with values that are neither a record nor a lone note. Titles are left alone."""
        for row in self.beyond:
            filled = self.grid.filled(row, self.match.left, self.match.right)
            lone_text = len(filled) == 1 and isinstance(self._at(row, filled[0]), str)
            if not lone_text and row != self.title_below:
                cell = self.grid.area((row, filled[0]), (row, filled[-1]))
                read = " ".join(self.grid.shown((row, c)) for c in filled)[:80]
                yield notices.row_ignored(self.match.form.code, cell, read)


def _heading_findings(grid: Grid, match: Match) -> Iterator[Finding]:
    form, known = match.form, headings(match.form)
    places = [(match.bottom if (match.bottom, c) in grid.cells else match.row, c) for c in match.unknown]
    unknown = [grid.shown(place) for place in places]
    whole = grid.area((match.row, match.left), (match.bottom, match.right))
    for position, column in enumerate(known.columns):
        if position in match.columns:
            continue
        first = column[0]
        near = closest(first, unknown)
        if position == known.key:
            yield notices.key_missing(form.code, whole, form.title, first.label, near)
        elif position in known.needed:
            required = any(f.required for f in column)
            yield notices.heading_missing(form.code, whole, first.label, required, near)
    for place, said in zip(places, unknown, strict=True):
        plain = plain_heading(said)
        if plain in _COUNTERS:
            continue
        twice = plain in known.names
        yield notices.column_unknown(form.code, grid.cell(*place), " ".join(said.split()), twice)


def _hidden_rows(grid: Grid, form: Form, rows: Sequence[int]) -> Iterator[Finding]:
    hidden = [row for row in rows if row in grid.hidden_rows]
    if hidden:
        listed = ", ".join(map(str, hidden[:10])) + (" …" if len(hidden) > 10 else "")
        what = Label("隐藏的行（第 {rows} 行）", "Hidden rows ({rows})").fill(rows=listed)
        yield notices.hidden(form.code, grid.cell(hidden[0], 1), what)
