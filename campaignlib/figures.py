"""Figures: computed numbers that know what they are, how they were judged and which cells they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from html import escape
from types import MappingProxyType
from typing import Any, overload

import pandas as pd

from campaignlib.findings import Cell
from campaignlib.words import display
from campaignlib.words.label import NONE, Label, Lang
from campaignlib.words.terms import Comparison, Standing

REPORT_MIME = "application/vnd.campaignlib.report+json"
"""Under this a notebook emits its report as data, and publishing finds it."""
REPORT_VERSION = 1

Number = int | float | Decimal
Value = Number | date | str


@dataclass(frozen=True, slots=True)
class Unit:
    """What a value counts. `kind`: ratio (a fraction; shown as %), index, count, money (Decimal, in the
    campaign's currency), score, days, date, text. `label` is the noun behind the number (条, leads)."""

    kind: str
    label: Label = NONE


RATIO = Unit("ratio")
INDEX = Unit("index")
DAYS = Unit("days", Label("天", "days"))
DATE = Unit("date")
TEXT = Unit("text")


@dataclass(frozen=True, slots=True)
class Target:
    """A target value with its comparison; `upper` only for a range."""

    value: Number
    comparison: Comparison = Comparison.AT_LEAST
    upper: Number | None = None


def _frozen(inputs: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(inputs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A computed number.

    name        which figure (`roi`, `pace`); stable, used in anchors and JSON
    key         what it is of, as a stable id (`douyin/leads`, `F3:5`); together with name it is unique
    of          the goal, channel, item or task, for readers
    value       None exactly when `undefined` says why; ratios are fractions (5.4935), money is Decimal
    definition  the formula in words
    basis       which of several readings was used (a cost basis, a window, a denominator)
    rule        the rule that judged it, with its threshold
    low, high   the interval, if there is one
    final_on    the date on which it becomes final, None when it is final as of `as_of`
    inputs      the numbers it was computed from, by name
    cells       where those numbers stand
    """

    name: str
    of: Label
    key: str = ""
    value: Value | None = None
    unit: Unit = RATIO
    definition: Label = NONE
    basis: Label = NONE
    target: Target | None = None
    status: Standing | None = None
    rule: Label = NONE
    low: float | None = None
    high: float | None = None
    as_of: date | None = None
    final_on: date | None = None
    undefined: Label | None = None
    inputs: Mapping[str, Any] = field(default_factory=dict)
    cells: tuple[Cell, ...] = ()

    def __post_init__(self) -> None:
        if (self.value is None) != (self.undefined is not None):
            raise ValueError(f"{self.name}: a figure has a value or a reason why not")
        object.__setattr__(self, "inputs", _frozen(self.inputs))

    def __hash__(self) -> int:
        return hash((self.name, self.key, self.of, str(self.value)))

    @property
    def number(self) -> float:
        """The value as a float, NaN when undefined: for charts and sorting only."""
        return float(self.value) if isinstance(self.value, int | float | Decimal) else float("nan")

    @property
    def provisional(self) -> bool:
        return self.final_on is not None

    @property
    def anchor(self) -> str:
        """The id of its note on a page. Not `fig-…`: Quarto would take that for a cross reference."""
        kept = "".join(
            c if c.isascii() and c.isalnum() else "-" for c in f"{self.name}-{self.key}".casefold()
        )
        return "figure-" + "-".join(part for part in kept.split("-") if part)

    def but(self, **changes: Any) -> Figure:
        """A copy with some fields changed."""
        return replace(self, **changes)

    def record(self, lang: Lang = "zh") -> dict[str, Any]:
        """The JSON shape of the command line: plain numbers, ISO dates, null for none."""
        return {
            "name": self.name,
            "key": self.key,
            "of": self.of.to(lang),
            "value": plain(self.value),
            "unit": self.unit.kind,
            "unit_label": self.unit.label.to(lang),
            "definition": self.definition.to(lang),
            "basis": self.basis.to(lang),
            "target": None
            if self.target is None
            else {
                "value": plain(self.target.value),
                "comparison": self.target.comparison.value,
                "upper": plain(self.target.upper),
            },
            "status": self.status.value if self.status else None,
            "rule": self.rule.to(lang),
            "low": plain(self.low),
            "high": plain(self.high),
            "as_of": plain(self.as_of),
            "final_on": plain(self.final_on),
            "undefined": self.undefined.to(lang) if self.undefined else None,
            "inputs": {k: plain(v, lang) for k, v in self.inputs.items()},
            "cells": [cell.record() for cell in self.cells],
        }


def plain(value: Any, lang: Lang = "zh") -> Any:
    """A value as JSON holds it.

    >>> plain(Decimal("77000")), plain(Decimal("50.33")), plain(date(2024, 8, 2)), plain(None)
    (77000, 50.33, '2024-08-02', None)
    """
    if isinstance(value, Label):
        return value.to(lang)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {k: plain(v, lang) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [plain(v, lang) for v in value]
    return value


class Figures(Sequence[Figure]):
    """An immutable list of figures; shows itself as a table in a notebook.

    >>> roi = Figure(name="roi", of=Label("活动", "Campaign"), key="stated", value=5.4935)
    >>> Figures([roi]).one("roi", "stated").value
    5.4935
    """

    __slots__ = ("_items",)

    def __init__(self, items: Iterable[Figure] = ()) -> None:
        self._items = tuple(items)

    @overload
    def __getitem__(self, index: int) -> Figure: ...
    @overload
    def __getitem__(self, index: slice) -> Figures: ...
    def __getitem__(self, index: int | slice) -> Figure | Figures:
        return Figures(self._items[index]) if isinstance(index, slice) else self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figures) and self._items == other._items

    def __hash__(self) -> int:
        return hash(self._items)

    def __add__(self, other: Iterable[Figure]) -> Figures:
        return Figures((*self._items, *other))

    def named(self, *names: str) -> Figures:
        """Those with one of these names."""
        return Figures(f for f in self if f.name in names)

    def get(self, name: str, key: str = "") -> Figure | None:
        """The figure with this name and key, or None."""
        return next((f for f in self if f.name == name and f.key == key), None)

    def one(self, name: str, key: str = "") -> Figure:
        """The figure with this name and key; KeyError names what there is."""
        found = self.get(name, key)
        if found is None:
            raise KeyError(f"no figure {name}/{key}; there are {sorted({f'{f.name}/{f.key}' for f in self})}")
        return found

    def records(self, lang: Lang = "zh") -> list[dict[str, Any]]:
        return [f.record(lang) for f in self]

    def frame(self, lang: Lang = "zh") -> pd.DataFrame:
        """A row per figure with its scalar fields; cells as text."""
        rows = []
        for figure in self:
            row = figure.record(lang)
            row["target"] = plain(figure.target.value) if figure.target else None
            row["cells"] = ", ".join(map(str, figure.cells))
            del row["inputs"]
            rows.append(row)
        return pd.DataFrame(rows)

    def __repr__(self) -> str:
        return f"Figures({', '.join(dict.fromkeys(f.name for f in self)) or 'none'}: {len(self)})"

    def _repr_html_(self) -> str:
        """A row per figure, values in their units; name and key are what `one` takes."""

        def row(figure: Figure) -> str:
            texts = (
                figure.name,
                figure.key,
                figure.of.zh,
                figure.undefined.zh if figure.undefined else _shown(figure),
                figure.status.label.zh if figure.status else "",
                figure.rule.zh,
                figure.basis.zh,
                ", ".join(map(str, figure.cells[:3])) + " …" * (len(figure.cells) > 3),
            )
            return "<tr>" + "".join(f"<td>{escape(t)}</td>" for t in texts) + "</tr>"

        names = ("名称", "键", "对象", "值", "状态", "规则", "口径", "单元格")
        head = "".join(f"<th>{name}</th>" for name in names)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(map(row, self))}</tbody></table>"


def _shown(figure: Figure) -> str:
    """A value as a notebook shows it; money without its currency, which figures do not know."""
    value, kind = figure.value, figure.unit.kind
    if kind == "ratio" and isinstance(value, Number):
        return display.percent(value, "zh", 2, trim=True)
    if kind == "money" and isinstance(value, Number):
        return display.trimmed(value)
    return display.show(value, figure.unit, "zh")
