"""Rows for people: figures as two lines each, records as a table; the machine's shapes are JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.cells import cell_len

from campaignlib.figures import Figure, Unit
from campaignlib.words import display
from campaignlib.words.label import NONE, Lang

SHOWN_CELLS = 6
_GAP = "  "


def figures(found: Iterable[Figure], lang: Lang, currency: str) -> str:
    """Two lines a figure: which, of what, value, target, status; below it the rule, the basis and the cells.
    After them what each name means, once.

    >>> from campaignlib.words.label import Label
    >>> print(figures([Figure(name="roi", key="items", of=Label("活动", "Campaign"), value=5.4)], "en", "CNY"))
    roi items  Campaign  540%
    """
    kept = list(found)
    heads = _aligned([_head(figure, lang, currency) for figure in kept])
    lines = []
    for figure, head in zip(kept, heads, strict=True):
        below = " · ".join(filter(None, _below(figure, lang)))
        lines += [head, f"    {below}"] if below else [head]
    meant = dict.fromkeys((f.name, f.definition.to(lang)) for f in kept if f.definition)
    return "\n".join([*lines, *[""] * bool(meant), *(f"{name}: {text}" for name, text in meant)])


def _head(figure: Figure, lang: Lang, currency: str) -> list[str]:
    return [
        f"{figure.name} {figure.key}".strip(),
        figure.of.to(lang),
        _value(figure, lang, currency),
        _target(figure, lang, currency),
        figure.status.label.to(lang) if figure.status else "",
    ]


def _value(figure: Figure, lang: Lang, currency: str) -> str:
    if figure.value is None:
        return display.NOTHING
    shown = _shown(figure.value, figure.unit, lang, currency)
    if figure.low is None or figure.high is None:
        return shown
    digits = None if figure.unit.kind in ("count", "money") else 2
    ends = display.value_range(
        figure.low, figure.high, lang, percent=figure.unit.kind == "ratio", digits=digits
    )
    return f"{shown} ({ends})"


def _shown(value: Any, unit: Unit, lang: Lang, currency: str) -> str:
    """As reports show it, but with the digits an analyst looks for."""
    if unit.kind == "ratio" and not isinstance(value, str):
        return display.percent(value, lang, 2, trim=True)
    return display.show(value, unit, lang, currency)


def _target(figure: Figure, lang: Lang, currency: str) -> str:
    if figure.target is None:
        return ""
    said = figure.inputs.get("unit")
    unit = Unit(said["kind"], said.get("label") or NONE) if isinstance(said, Mapping) else figure.unit
    goal = figure.target
    return display.target(goal.value, goal.comparison, unit, lang, currency, goal.upper)


def _below(figure: Figure, lang: Lang) -> tuple[str, ...]:
    cells = [str(cell) for cell in figure.cells[:SHOWN_CELLS]]
    more = ["…"] * (len(figure.cells) > SHOWN_CELLS)
    why = figure.undefined.to(lang) if figure.undefined else ""
    rule = figure.rule.to(lang)
    return (why, rule if rule != why else "", figure.basis.to(lang), ", ".join(cells + more))


def records(rows: Sequence[Mapping[str, Any]]) -> str:
    """A table with the frame's columns, without those that are empty throughout.

    >>> print(records([{"record": 1, "item": "讲师", "planned": 5000.0, "note": None}]))
    record  item  planned
    1       讲师  5,000
    """
    columns = [key for key in (rows[0] if rows else {}) if any(row[key] not in (None, "") for row in rows)]
    return "\n".join(_aligned([columns, *([_plain(row[key]) for key in columns] for row in rows)]))


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return display.trimmed(value, 4)
    return " ".join(str(value).split())


def _aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    """Cells padded to the widest of their column, Chinese counted twice as a terminal shows it."""
    widths = [max(map(cell_len, column), default=0) for column in zip(*lines, strict=True)]
    kept = [[(cell, width) for cell, width in zip(line, widths, strict=True) if width] for line in lines]
    return [
        _GAP.join(cell + " " * (width - cell_len(cell)) for cell, width in line).rstrip() for line in kept
    ]
