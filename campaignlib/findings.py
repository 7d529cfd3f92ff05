"""Findings: what is wrong in people's data, with the cells that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import overload

import pandas as pd

from campaignlib.words.label import Label, Lang

_CODE = re.compile(r"^F\d{1,2}(?=\b|[^0-9A-Za-z])", re.ASCII)
_REF = re.compile(r"^([A-Z]+)(\d+)")


class Severity(StrEnum):
    """error: unreadable, missing, arithmetic that does not hold · warning: contradicted · note: a doubt."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        return ("error", "warning", "note").index(self.value)

    @property
    def label(self) -> Label:
        return {
            "error": Label("错误", "Error"),
            "warning": Label("警告", "Warning"),
            "note": Label("提示", "Note"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell or range of a file: `ref` as in Excel (`E4`, `C4:C11`); a CSV has an empty sheet name.

    >>> str(Cell("forms.xlsx", "F3 预算明细", "C12"))
    'F3!C12'
    >>> str(Cell("daily.csv", "", "D2:D177"))
    'daily.csv!D2:D177'
    """

    file: str
    sheet: str
    ref: str

    def __str__(self) -> str:
        code = _CODE.match(self.sheet)
        return f"{code.group() if code else self.sheet or self.file}!{self.ref}"

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sorts by file, sheet, row, column."""
        found = _REF.match(self.ref)
        return (
            self.file,
            self.sheet,
            int(found[2]) if found else 0,
            found[1].rjust(3) if found else self.ref,
        )

    def record(self) -> dict[str, str]:
        return {"file": self.file, "sheet": self.sheet, "ref": self.ref}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, doubtful or proposed.

    `code` is for users and for good (`F3-SUM`); `form` is the form it belongs to (`F3`, `daily`, `config`);
    `cells` name every place that speaks, the accused first; `read` quotes what stands there; `expected` and
    `message` (what is wrong and what to do) come in both languages.
    """

    code: str
    severity: Severity
    form: str
    cells: tuple[Cell, ...]
    read: str
    expected: Label
    message: Label

    def record(self, lang: Lang = "zh") -> dict[str, object]:
        """The JSON shape of the command line."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "form": self.form,
            "cells": [cell.record() for cell in self.cells],
            "read": self.read,
            "expected": self.expected.to(lang),
            "message": self.message.to(lang),
        }


def _form_order(form: str) -> tuple[int, str]:
    digits = form[1:] if form.startswith("F") else ""
    return (int(digits) if digits.isdigit() else 99, form)


class Findings(Sequence[Finding]):
    """An immutable list of findings, sorted by form, cell and code; shows itself as a table in a notebook.

    >>> one = Finding(code="F3-SUM", severity=Severity.ERROR, form="F3", cells=(Cell("a.xlsx", "F3", "C12"),),
    ...     read="77,000", expected=Label("68,000", "68,000"), message=Label("合计不符", "the total differs"))
    >>> found = Findings([one])
    >>> found.of("F3-SUM")[0].read, found.worst
    ('77,000', <Severity.ERROR: 'error'>)
    """

    __slots__ = ("_items",)

    def __init__(self, items: Iterable[Finding] = ()) -> None:
        self._items = tuple(
            sorted(
                dict.fromkeys(items),
                key=lambda f: (
                    _form_order(f.form),
                    f.cells[0].order if f.cells else ("", "", 0, ""),
                    f.code,
                    f.read,
                ),
            )
        )

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Findings: ...
    def __getitem__(self, index: int | slice) -> Finding | Findings:
        return Findings(self._items[index]) if isinstance(index, slice) else self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Findings) and self._items == other._items

    def __hash__(self) -> int:
        return hash(self._items)

    def __add__(self, other: Iterable[Finding]) -> Findings:
        return Findings((*self._items, *other))

    def of(self, *codes: str) -> Findings:
        """Those with one of these codes."""
        return Findings(f for f in self if f.code in codes)

    def at_least(self, severity: Severity) -> Findings:
        """Those of this severity or worse."""
        return Findings(f for f in self if f.severity.rank <= severity.rank)

    @property
    def worst(self) -> Severity | None:
        return min((f.severity for f in self), key=lambda s: s.rank, default=None)

    def summary(self) -> dict[str, int]:
        """Counts by severity: error, warning, note."""
        return {s.value: sum(f.severity is s for f in self) for s in Severity}

    def frame(self, lang: Lang = "zh") -> pd.DataFrame:
        """Columns code, severity, form, cells, read, expected, message."""
        rows = [{**f.record(lang), "cells": ", ".join(map(str, f.cells))} for f in self]
        return pd.DataFrame(
            rows, columns=["code", "severity", "form", "cells", "read", "expected", "message"]
        )

    def __repr__(self) -> str:
        counts = ", ".join(f"{n} {name}" for name, n in self.summary().items() if n)
        return f"Findings({counts or 'none'})"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{h}</th>" for h in ("级别", "规则", "位置", "读到", "说明"))
        body = "".join(
            "<tr>"
            + "".join(
                f"<td>{escape(text)}</td>"
                for text in (f.severity.label.zh, f.code, ", ".join(map(str, f.cells)), f.read, f.message.zh)
            )
            + "</tr>"
            for f in self
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
