"""Deadlines written into texts (物料7.30前到位), and which of them are for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day

from campaignlib.campaign import Campaign, Row, form_of
from campaignlib.findings import Cell
from campaignlib.schedule.names import likeness, shared
from campaignlib.values import date

_TEXTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("creative", "module", ("content",)),
    ("assignments", "task", ("description", "deliverable")),
    ("schedule", "task", ("milestone",)),
    ("risk_plan", "scenario", ("trigger", "response")),
)
"""form, the field that says what a row is about, the fields whose texts may hold deadlines"""
_BEFORE = re.compile(r"^\s*(?:之前|以前|前)(.*)$")
_BY = re.compile(r"^(.*?)\s*(?:截至|最晚|最迟|不晚于|\bby|\bbefore)$", re.IGNORECASE)
_NEGATED = re.compile(r"(?:尚?未|没有?|须|需|应|要|务必)?(?:在|于)?$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """subject: what is to be there (the row's task where the text names nothing) · event: what is to happen."""

    form: str
    subject: str
    event: str
    day: Day
    cell: Cell
    text: str

    def same_thing(self, other: Deadline) -> bool:
        """Whether both speak of the same: a word of the subject and the event are shared."""
        event = max(likeness(self.event, other.event), likeness(other.event, self.event))
        same_event = event >= 0.5 or not (self.event or other.event)
        return same_event and bool(shared(self.subject, other.subject))


def deadlines(c: Campaign) -> tuple[Deadline, ...]:
    """Every deadline in the texts of F2, F4, F5 and F6, in the order of the forms."""
    return tuple(
        found
        for form, about, fields in _TEXTS
        for row in c.rows(form)
        for field in fields
        for found in _in(c, row, about, field)
    )


def groups(found: Iterable[Deadline]) -> tuple[tuple[Deadline, ...], ...]:
    """Deadlines for the same thing together, each in exactly one group, in the order they came."""
    made: list[list[Deadline]] = []
    for one in found:
        mine = [g for g in made if any(one.same_thing(other) for other in g)]
        made = [g for g in made if g not in mine] + [[*(d for g in mine for d in g), one]]
    return tuple(map(tuple, made))


def _in(c: Campaign, row: Row, about: str, field: str) -> Iterator[Deadline]:
    for mention in date.mentions(getattr(row, field) or "", c.config.context):
        before, by = _BEFORE.match(mention.after), _BY.match(mention.before)
        if mention.span.start != mention.span.end or not (before or by):
            continue
        said = _NEGATED.sub("", by[1] if by else mention.before).strip()
        yield Deadline(
            form=form_of(row.form).code,
            subject=said or getattr(row, about) or "",
            event=(before[1] if before else mention.after).strip() or (said if by else ""),
            day=mention.span.start,
            cell=c.cell(row, field),
            text=f"{mention.before}{mention.text}{mention.after}",
        )
