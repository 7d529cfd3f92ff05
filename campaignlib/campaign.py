"""A campaign as read: settings, one typed frame per form, daily data, where every value stands, findings of reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd

from campaignlib.config import Config
from campaignlib.errors import BadRequest
from campaignlib.findings import Cell, Findings
from campaignlib.forms import DAILY, FORMS, Form

if TYPE_CHECKING:
    from pandera.typing import DataFrame

    from campaignlib.forms import (
        AnswersFrame,
        AssignmentsFrame,
        BoardFrame,
        BudgetFrame,
        CreativeFrame,
        DailyFrame,
        DailyLogFrame,
        EvaluationFrame,
        GoalsFrame,
        IssuesFrame,
        OutlineFrame,
        RetrospectiveFrame,
        RiskPlanFrame,
        ScheduleFrame,
    )

Origins = Mapping[tuple[str, int, str], Cell]
"""(form name, record, field) -> the cell the value came from; totals stand under record 0."""


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total as a form states it: form name, field, value in the field's unit (fen for money), its cell."""

    form: str
    field: str
    value: int
    cell: Cell


class Row(SimpleNamespace):
    """One record of a frame: `record`, `form` and a plain attribute per field, None where the frame holds NA."""

    form: str
    record: int

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """Everything read from one campaign folder or workbook. Frames have the index `record`."""

    config: Config
    goals: DataFrame[GoalsFrame]
    creative: DataFrame[CreativeFrame]
    budget: DataFrame[BudgetFrame]
    assignments: DataFrame[AssignmentsFrame]
    schedule: DataFrame[ScheduleFrame]
    risk_plan: DataFrame[RiskPlanFrame]
    daily_log: DataFrame[DailyLogFrame]
    board: DataFrame[BoardFrame]
    issues: DataFrame[IssuesFrame]
    evaluation: DataFrame[EvaluationFrame]
    answers: DataFrame[AnswersFrame]
    outline: DataFrame[OutlineFrame]
    retrospective: DataFrame[RetrospectiveFrame]
    daily: DataFrame[DailyFrame]
    origins: Origins = field(default_factory=dict)
    totals: tuple[StatedTotal, ...] = ()
    reading: Findings = field(default_factory=Findings)
    path: Path | None = None
    inputs: tuple[tuple[str, str], ...] = ()
    """(file name, SHA-256) of every file that was read."""

    def frame(self, name: str) -> pd.DataFrame:
        """The frame of a form by its name (`budget`, `risk_plan`, `daily`)."""
        if name not in FRAMES:
            raise BadRequest(f"no form {name!r}; there are {', '.join(FRAMES)}")
        found: pd.DataFrame = getattr(self, name)
        return found

    def rows(self, name: str) -> tuple[Row, ...]:
        """The records of a form as plain rows: dates are `date`, datetimes stay, NA is None."""
        cached = self._rows.get(name)
        if cached is None:
            cached = self._rows[name] = _plain_rows(name, self.frame(name))
        return cached

    def cell(self, row: Row, field_name: str) -> Cell:
        """Where a value of a row stands; the field's column in the row's sheet even when the cell is empty."""
        return self.origins[row.form, row.record, field_name]

    def cells(self, row: Row, *field_names: str) -> tuple[Cell, ...]:
        """The cells of several fields of a row, those that are known."""
        found = (self.origins.get((row.form, row.record, name)) for name in field_names)
        return tuple(cell for cell in found if cell is not None)

    def total(self, form: str, field_name: str) -> StatedTotal | None:
        """The total a form states for a field, if it states one."""
        return next((t for t in self.totals if t.form == form and t.field == field_name), None)

    def day(self, as_of: date | str | None = None) -> date:
        """The day figures are judged as of: the one given (of a moment its day), else campaign.toml's, else the last
        day with data, else the campaign's end. BadRequest for a text that is no date and for a day before
        preparation starts."""
        if isinstance(as_of, str):
            try:
                as_of = date.fromisoformat(as_of)
            except ValueError:
                raise BadRequest(f"{as_of!r} is not a date such as 2024-08-02") from None
        if isinstance(as_of, datetime):
            as_of = as_of.date()
        chosen = (
            as_of
            or self.config.as_of
            or self.last_day
            or (self.config.window.end if self.config.window else None)
        )
        if chosen is None:
            raise BadRequest(
                "no day to judge as of: give one (--as-of 2024-08-02, in Python as_of=), or the campaign's [dates] in "
                "campaign.toml"
            )
        starts = self.config.starts
        if starts and chosen < starts:
            raise BadRequest(f"as of {chosen} is before the campaign's preparation starts on {starts}")
        return chosen

    @cached_property
    def last_day(self) -> date | None:
        """The last day with daily data, None without any."""
        days = self.daily["day"].dropna()
        return None if days.empty else pd.Timestamp(days.max()).date()

    @cached_property
    def _rows(self) -> dict[str, tuple[Row, ...]]:
        return {}

    def but(self, **changes: Any) -> Campaign:
        """A copy with some parts changed."""
        return replace(self, **changes)

    def __repr__(self) -> str:
        filled = ", ".join(f"{name} {len(self.frame(name))}" for name in FRAMES if len(self.frame(name)))
        return f"Campaign({self.config.id}: {filled or 'no records'}; {self.reading!r})"

    def _repr_html_(self) -> str:
        """The campaign's name and days, and per form the attribute that holds its frame and its records."""
        window = self.config.window
        texts = [
            self.config.name.zh,
            *([f"{window.start} — {window.end}"] if window else []),
            repr(self.reading),
        ]
        titled = [(form.code, form.title.zh, form.name) for form in (*FORMS, DAILY)]
        rows = "".join(
            f"<tr><td>{escape(code)}</td><td>{escape(title)}</td><td><code>.{name}</code></td>"
            f"<td>{len(self.frame(name))}</td></tr>"
            for code, title, name in titled
        )
        head = "<tr><th>表</th><th>名称</th><th>属性</th><th>记录数</th></tr>"
        first, *others = map(escape, texts)
        return (
            f"<p>{' · '.join([f'<b>{first}</b>', *others])}</p>"
            f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
        )


FRAMES: tuple[str, ...] = (*(form.name for form in FORMS), "daily")


def form_of(name: str) -> Form:
    """The form with this name; KeyError when there is none."""
    return {form.name: form for form in FORMS}[name]


def _plain_rows(name: str, frame: pd.DataFrame) -> tuple[Row, ...]:
    columns = [str(c) for c in frame.columns]
    made = []
    for record, *values in frame.itertuples(name=None):
        made.append(
            Row(form=name, record=int(record), **dict(zip(columns, map(_plain, values), strict=True)))
        )
    return tuple(made)


def _plain(value: Any) -> Any:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date() if value == value.normalize() else value.to_pydatetime()
    if hasattr(value, "item"):
        return value.item()
    return value
