"""Lessons and actions of the retrospective (F12), and which actions are due."""

from __future__ import annotations

from datetime import date

from campaignlib.campaign import Campaign, Row
from campaignlib.figures import TEXT, Figure, Figures
from campaignlib.metrics import say
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import LessonKind


def state(due: date | None, day: date) -> tuple[str, int]:
    """overdue, due or no_date, and by how many days it is late. F12 has no column that says an action is done.

    >>> state(date(2024, 8, 15), date(2024, 8, 16)), state(date(2024, 8, 20), date(2024, 8, 16)), state(None, date.max)
    (('overdue', 1), ('due', 0), ('no_date', 0))
    """
    if due is None:
        return "no_date", 0
    late = (day - due).days
    return ("overdue", late) if late > 0 else ("due", 0)


def actions(c: Campaign, as_of: date | str | None = None) -> Figures:
    """A figure per row of F12: `action`, or `lesson` for what worked and what to improve; value is the content.

    inputs: kind, owner, due, effect, root_cause, goes_to, state (of an action: overdue, due, no_date), days_late.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> [(f.key, f.inputs["state"]) for f in actions(load("data/back-to-school-2024"), "2024-08-16").named("action")]
    [('F12:5', 'overdue'), ('F12:6', 'due'), ('F12:7', 'no_date')]
    """
    day = c.day(as_of)
    return Figures(_figure(c, row, day) for row in c.rows("retrospective") if row.content)


def _figure(c: Campaign, row: Row, day: date) -> Figure:
    kind = LessonKind(row.kind) if row.kind else None
    is_action = kind is LessonKind.ACTION
    standing, late = state(row.due, day) if is_action else ("", 0)
    words = Label("{due}到期，过了{n}天", "due {due}, {n} days ago") if late != 1 else ONE_LATE
    return Figure(
        name="action" if is_action else "lesson",
        key=f"F12:{row.record}",
        of=kind.label if kind else NONE,
        value=str(row.content),
        unit=TEXT,
        rule=words.fill(due=say.day(row.due), n=late) if late else NONE,
        as_of=day,
        inputs={
            "kind": kind.value if kind else None,
            "owner": row.owner,
            "due": row.due,
            "effect": row.effect,
            "root_cause": row.root_cause,
            "goes_to": row.goes_to,
            "state": standing,
            "days_late": late,
        },
        cells=c.cells(row, "content", "owner", "due", "effect"),
    )


ONE_LATE = Label("{due}到期，过了{n}天", "due {due}, {n} day ago")
