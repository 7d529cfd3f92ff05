"""One declaration per form: a Pandera model whose fields carry heading, parser and what the reader must know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandera.pandas as pa

from campaignlib.values import text
from campaignlib.values.context import Parser
from campaignlib.words.label import Label


class FormFrame(pa.DataFrameModel):
    """Base of every form's frame: index `record`, values typed or NA, no other columns."""

    class Config:
        strict = True
        coerce = True
        ordered = True


def cell(
    heading: str,
    english: str,
    parse: Parser = text.parse,
    *,
    others: tuple[str, ...] = (),
    required: bool = False,
    optional_column: bool = False,
    fill_down: bool = False,
    many: bool = False,
    **rules: Any,
) -> Any:
    """A field of a form.

    heading          the Chinese heading as the blank form writes it
    english          its English label
    parse            text as written -> typed value
    others           further accepted spellings of the heading (brackets, blanks and case never matter)
    required         an empty cell of this field is a finding
    optional_column  a missing column is no finding
    fill_down        an empty cell under a merged one takes the value above
    many             one cell may hold several values, each of which becomes a record of its own
    rules            Pandera's Field arguments (ge, le, isin …)
    """
    metadata = {
        "parse": parse,
        "headings": (heading, english, *others),
        "required": required,
        "optional_column": optional_column,
        "fill_down": fill_down,
        "many": many,
    }
    return pa.Field(title=heading, description=english, metadata=metadata, nullable=True, **rules)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form, as the reader sees it."""

    name: str
    label: Label
    parse: Parser
    headings: tuple[str, ...]
    required: bool
    optional_column: bool
    fill_down: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its code on paper (`F3`), its attribute on Campaign, its title and its frame.

    key: the field that says a row is a record; a row with a total word there (合计) is a stated total of the
    field named by `totals`.
    """

    code: str
    name: str
    title: Label
    frame: type[FormFrame]
    key: str
    totals: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field in order; two fields may share one heading."""
        columns = self.frame.to_schema().columns
        return tuple(
            _field(name, column.title, column.description, column.metadata)
            for name, column in columns.items()
        )


def _field(
    name: str, title: str | None, description: str | None, metadata: Mapping[str, Any] | None
) -> Field:
    return Field(name, Label(title or name, description or name), **dict(metadata or {}))
