"""Headings: which row of a sheet is the heading row of which form, and which column is which field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from campaignlib.forms import Field, Form
from campaignlib.reading.workbook import Grid
from campaignlib.values import text
from campaignlib.values.number import SCALE

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_UNIT = re.compile(
    rf"\((?:单位:)?\s?(?:({SCALE})[元次人条份]?|(%|‰))\s?\)|单位\s?:\s?(?:人民币)?\s?({SCALE})元"
)
_AROUND = "*:;,.、。·•"
_NEAR = 60
"""How alike, of 100, an unknown heading must be to be proposed for a missing one."""
_UNKNOWN_COSTS = 0.2
"""What a heading that is not the form's takes off a match: a neighbour's columns must not win."""


@lru_cache(maxsize=8192)
def plain_heading(raw: str) -> str:
    """A heading as headings are compared: NFKC, no brackets with their content, blanks, line breaks or case.

    >>> plain_heading("预算金额\\n（元）"), plain_heading("Cost Class"), plain_heading("负责人*：")
    ('预算金额', 'costclass', '负责人')
    """
    folded = text.clean(unicodedata.normalize("NFKC", raw)).casefold()
    without = _BRACKETS.sub("", folded)
    return "".join((without if without.strip() else folded).split()).strip(_AROUND)


def stated_unit(raw: str) -> str:
    """The scale or sign that a heading in brackets, or a line 单位：万元 above a table, gives to bare numbers.

    >>> stated_unit("预算金额（万元）"), stated_unit("达成率(%)"), stated_unit("单位：千元"), stated_unit("预算金额(元)")
    ('万', '%', '千', '')
    """
    found = _UNIT.search(unicodedata.normalize("NFKC", raw))
    return next(filter(None, found.groups()), "") if found else ""


@dataclass(frozen=True, slots=True)
class Headings:
    """What a form calls its columns. `columns`: groups of fields that share a heading, in order of the form."""

    columns: tuple[tuple[Field, ...], ...]
    names: Mapping[str, tuple[int, ...]]
    """Plain heading -> the columns it may mean; the proper heading of a column comes before others' spellings."""
    key: int
    needed: frozenset[int]

    def match(self, places: Mapping[int, str]) -> dict[int, int]:
        """Column of the form -> column of the sheet, for a row's plain headings. The proper heading wins."""
        found: dict[int, int] = {}
        for rank in (0, 1):
            for place, heading in places.items():
                if place in found.values():
                    continue
                for column in self.names.get(heading, ()):
                    proper = plain_heading(self.columns[column][0].headings[0]) == heading
                    if column not in found and (proper or rank == 1):
                        found[column] = place
                        break
        return found

    def enough(self, found: Mapping[int, int]) -> bool:
        """The form's key, and at least half of the columns that may not be missing; never one column alone."""
        half = len(self.needed & found.keys()) * 2 >= len(self.needed)
        return self.key in found and half and len(found) >= 2

    def nearly(self, found: Mapping[int, int]) -> bool:
        """Surely this form, but the column that makes rows records is missing."""
        return (
            self.key not in found
            and len(found) >= 3
            and len(self.needed & found.keys()) * 2 >= len(self.needed)
        )


@cache
def headings(form: Form) -> Headings:
    """The headings of a form, worked out once."""
    columns: list[list[Field]] = []
    for field in form.fields:
        shared = next((c for c in columns if c[0].headings[0] == field.headings[0]), None)
        if shared is None:
            columns.append([field])
        else:
            shared.append(field)
    names: dict[str, list[int]] = {}
    for position, column in enumerate(columns):
        for name in {plain_heading(h) for f in column for h in f.headings}:
            names.setdefault(name, []).append(position)
    return Headings(
        tuple(map(tuple, columns)),
        {name: tuple(found) for name, found in names.items()},
        key=next(i for i, c in enumerate(columns) if any(f.name == form.key for f in c)),
        needed=frozenset(i for i, c in enumerate(columns) if not all(f.optional_column for f in c)),
    )


@dataclass(frozen=True, slots=True)
class Match:
    """A heading row of a form. `columns`: column of the form -> column of the sheet; `unknown`: the others.
    `bottom` is the row below when some headings are divided there (时间: 开始时间, 结束时间)."""

    form: Form
    row: int
    bottom: int
    columns: Mapping[int, int]
    unknown: tuple[int, ...]
    left: int
    right: int

    @property
    def score(self) -> float:
        return len(self.columns) - _UNKNOWN_COSTS * len(self.unknown)


def heading_matches(grid: Grid, row: int, forms: Sequence[Form], nearby: str) -> list[Match]:
    """The forms whose heading row this is: more than one when tables stand side by side.

    `nearby` is the sheet's name and what stands above, which decides when two forms fit equally.
    """
    places = _texts(grid, row)
    divided = any(grid.merged.get((row + 1, column)) == (row, column) for column in places)
    if divided:
        places |= _texts(grid, row + 1)
    bottom = row + 1 if divided else row
    if sum(heading in _all_names(tuple(forms)) for heading in places.values()) < 2:
        return []
    tried = [
        match
        for left, right in _spans(sorted(places))
        for match in _candidates(
            forms, (row, bottom), {c: h for c, h in places.items() if left <= c <= right}
        )
    ]
    tried.sort(key=lambda m: (-m.score, -_told(m.form, nearby), m.right - m.left))
    chosen: list[Match] = []
    for match in tried:
        if all(match.right < other.left or match.left > other.right for other in chosen):
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.left)


@cache
def _all_names(forms: tuple[Form, ...]) -> frozenset[str]:
    return frozenset(name for form in forms for name in headings(form).names)


def _texts(grid: Grid, row: int) -> dict[int, str]:
    return {
        column: plain_heading(value)
        for column in grid.filled(row)
        if isinstance(value := grid.cells[row, column], str)
    }


def _candidates(forms: Iterable[Form], rows: tuple[int, int], places: Mapping[int, str]) -> Iterable[Match]:
    for form in forms:
        known = headings(form)
        found = known.match(places)
        if known.enough(found) or known.nearly(found):
            unknown = tuple(c for c in places if c not in found.values())
            yield Match(form, *rows, found, unknown, min(places), max(places))


def _spans(columns: list[int]) -> Iterable[tuple[int, int]]:
    """Every run of neighbouring blocks of columns: blank columns may divide two tables or stand inside one."""
    blocks: list[list[int]] = []
    for column in columns:
        if blocks and blocks[-1][1] == column - 1:
            blocks[-1][1] = column
        else:
            blocks.append([column, column])
    if len(blocks) > 12:
        blocks = [[columns[0], columns[-1]]]
    for first in range(len(blocks)):
        for last in range(first, len(blocks)):
            yield blocks[first][0], blocks[last][1]


def _told(form: Form, nearby: str) -> int:
    """How clearly a sheet's name or title names the form."""
    plain = plain_heading(nearby)
    code = re.search(rf"(?<![a-z0-9]){form.code.casefold()}(?![0-9])", nearby.casefold()) is not None
    return 2 * any(plain_heading(t) in plain for t in (form.title.zh, form.title.en)) + code


def closest(field: Field, unknown: Iterable[str]) -> str:
    """The unknown heading most like one of the field's, or the empty text when none is near."""
    wanted = [plain_heading(h) for h in field.headings]
    best = max(
        ((max(fuzz.ratio(plain_heading(u), w) for w in wanted), u) for u in unknown),
        default=(0.0, ""),
        key=lambda pair: pair[0],
    )
    return best[1] if best[0] >= _NEAR else ""
