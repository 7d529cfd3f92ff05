"""The texts of a Gantt chart: dates, names and owners, today, delays, the forms that give other dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from campaignlib.charts.ganttrows import Task, late_texts, other_text
from campaignlib.charts.plane import Plane
from campaignlib.charts.say import listed
from campaignlib.charts.style import SLACK, Align, Box, C, Text, day_ticks, fit, overlap, text_width
from campaignlib.words import display
from campaignlib.words.label import Label, Lang

_LEFT: Align = "right"
"""To the left of a place a text ends there."""
_RIGHT: Align = "left"


@dataclass(frozen=True, slots=True)
class Look:
    """One size: row height, where the bar's middle lies in it, column of the owner (None: behind the name)."""

    width: int
    pitch: int
    middle: int
    left: float
    right: float
    top: int
    owner: float | None
    ticks: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where days and rows lie."""

    p: Plane
    look: Look
    first: date
    today: date
    last: date

    def x(self, day: date) -> float:
        return float((day - self.first).days)

    def y(self, row: int) -> float:
        return self.look.top + self.look.pitch * row + self.look.middle

    def px(self, day: date) -> float:
        return self.p.px(self.x(day))


def texts(at: Places, tasks: Sequence[Task], foot: float, lang: Lang) -> list[Text]:
    """Every label of the chart; rows end at `foot` px."""
    return [*_dates(at, lang), *_names(at, tasks), *_today(at, foot, lang), *_notes(at, tasks, lang)]


def _dates(at: Places, lang: Lang) -> list[Text]:
    placed: list[Text] = []
    for day in day_ticks(at.first, at.last, at.look.ticks):
        said = display.day(day, lang) if at.look.owner is not None else display.day_short(day, lang)
        text = Text(at.px(day), 10, said, C["ink2"], "center").inside(at.look.width)
        if not any(overlap(text.box, t.box) for t in placed):
            placed.append(text)
    return placed


def _names(at: Places, tasks: Sequence[Task]) -> Iterator[Text]:
    for n, t in enumerate(tasks):
        if at.look.owner is not None:
            yield Text(
                0, at.y(n), fit(t.name, at.look.owner, 13, t.critical), C["ink"], bold=t.critical, size=13
            )
            owner = fit(t.owner, at.look.left - at.look.owner - 10)
            yield Text(at.look.owner + 4, at.y(n), owner, C["ink3"])
            continue
        y = at.y(n) - 17
        name = fit(t.name, at.look.width * 0.6, 12, t.critical)
        yield Text(2, y, name, C["ink"], bold=t.critical)
        yield Text(2 + text_width(name, 12, t.critical) * SLACK + 8, y, fit(t.owner, 90), C["ink3"])


def _today(at: Places, foot: float, lang: Lang) -> Iterator[Text]:
    if at.first <= at.today <= at.last:
        said = Label("今天 ", "today ").to(lang) + display.day(at.today, lang)
        text = Text(at.px(at.today), foot + 13, said, C["ink"], "center", bold=True)
        yield text.inside(at.look.width)


def _notes(at: Places, tasks: Sequence[Task], lang: Lang) -> Iterator[Text]:
    """Delays to the right of their row, other forms beside their dashed box; the fullest text that fits."""
    for n, t in enumerate(tasks):
        taken = [(at.px(t.start), at.y(n) - 7, at.px(t.end), at.y(n) + 7)]
        taken += [(at.px(o["start"]), at.y(n) - 7, at.px(o["end"]), at.y(n) + 7) for o in t.other]
        if t.overdue:
            stop = at.px(min(at.today, at.last))
            far = max(at.px(t.float_end or t.end), stop)
            sides = [(far + 8, _RIGHT), (stop + 8, _RIGHT), (at.px(t.start) - 8, _LEFT)]
            made = _beside(at, n, [x.to(lang) for x in late_texts(t)], sides, C["warn"], taken)
            if made:
                taken.append(made.box)
                yield made
        for start, end in dict.fromkeys((o["start"], o["end"]) for o in t.other):
            forms = dict.fromkeys(
                str(o.get("form")) for o in t.other if (o["start"], o["end"]) == (start, end)
            )
            made = _other(at, n, t, start, end, listed(map(Label.same, forms), lang), lang, taken)
            if made:
                taken.append(made.box)
                yield made


def _other(
    at: Places, row: int, task: Task, start: date, end: date, forms: str, lang: Lang, taken: Sequence[Box]
) -> Text | None:
    """Which forms give the dates of a dashed box: beside it, shorter where that is all that fits, else beyond the
    bar."""
    full, short = other_text(forms).to(lang), f"{forms} ≠"
    near: list[tuple[float, Align]] = [(at.px(start) - 6, _LEFT), (at.px(end) + 6, _RIGHT)]
    beyond: list[tuple[float, Align]] = [(at.px(max(end, task.end)) + 8, _RIGHT)]
    tries = ((full, near), (short, near), (full, beyond), ("≠", near))
    made = (_beside(at, row, [said], sides, C["ink2"], taken) for said, sides in tries)
    return next(filter(None, made), None)


def _beside(
    at: Places,
    row: int,
    texts: Sequence[str],
    sides: Sequence[tuple[float, Align]],
    color: str,
    taken: Sequence[Box],
) -> Text | None:
    """The fullest text on the first side where one fits without touching what is taken."""
    low = at.look.left - 8 if at.look.owner is not None else 0
    for x, align in sides:
        for said in texts:
            text = Text(x, at.y(row), said, color, align)
            inside = text.box[0] >= low and text.box[2] <= at.look.width
            if inside and not any(overlap(text.box, box) for box in taken):
                return text
    return None
