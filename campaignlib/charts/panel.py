"""One pace panel, 270 × 186: plan with its corridor, actual line, forecast, target; or a rate with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from campaignlib.charts.curves import Line
from campaignlib.charts.plane import Layer, Plane, band, compose, dots, labels, paths, plane, rules
from campaignlib.charts.style import C, Text, overlap, spread
from campaignlib.words import display
from campaignlib.words.label import Lang

WIDTH, HEIGHT = 270, 186
_LEFT, _RIGHT, _TOP, _BOTTOM = 16, 166, 10, 160
_SIDE = 10
"""Gap between the end of a window and the labels beside it."""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What one panel shows; texts are ready for a reader.

    first, last   days of the x axis; today the day the figures are judged as of
    line          actual values; shade (day, low, high) around a rate
    plan          planned line with the tolerance of its corridor; empty for rates
    start, end    of the window
    forecast      value at the end with its interval, None without one
    levels        rules through the plot: value, colour token, label, dashed (target and floor of a rate)
    """

    first: date
    last: date
    today: date
    start: date
    end: date
    top: float
    actual: float
    actual_text: str
    behind: bool = False
    line: Line = field(default_factory=list)
    shade: Sequence[tuple[date, float, float]] = ()
    plan: Line = field(default_factory=list)
    tolerance: float = 0.0
    target: float | None = None
    target_text: str = ""
    forecast: tuple[float, float | None, float | None] | None = None
    forecast_text: str = ""
    levels: Sequence[tuple[float, str, str, bool]] = ()
    lang: Lang = "zh"

    def day(self, day: date) -> float:
        return float((day - self.first).days)


def panel_spec(panel: Panel) -> dict[str, Any]:
    """The drawing of a panel."""
    last = max(panel.day(panel.last), 1.0)
    p = plane(
        WIDTH,
        HEIGHT,
        x=(0, last),
        y=(0, panel.top),
        left=_LEFT,
        right=_RIGHT,
        top=_TOP,
        bottom=_BOTTOM,
    )
    layers = [*_plan(p, panel), *_levels(p, panel), *_axis(p, panel), *_lines(p, panel)]
    return compose(p, [*layers, *labels(p, [*_ticks(p, panel), *_labels(p, panel)])])


def _plan(p: Plane, panel: Panel) -> Iterator[Layer]:
    if not panel.plan:
        return
    points = [(panel.day(d), v) for d, v in panel.plan]
    low, high = 1 - panel.tolerance, 1 + panel.tolerance
    yield from band(p, [(x, y * low, y * high) for x, y in points], C["corridor"])
    yield from paths(p, [[(x, y * low) for x, y in points]], C["edge"], 1, (2, 2))
    yield from paths(p, [points], C["edge"])


def _levels(p: Plane, panel: Panel) -> Iterator[Layer]:
    shade = [(panel.day(d), min(low, panel.top), min(high, panel.top)) for d, low, high in panel.shade]
    yield from band(p, shade, C["accent"], 0.16)
    for value, color, _, dashed in panel.levels:
        yield from rules(p, [(p.x[0], value, p.x[1], value)], C[color], 1.5, (6, 3) if dashed else ())


def _axis(p: Plane, panel: Panel) -> Iterator[Layer]:
    yield from rules(p, [(p.x[0], 0, p.x[1], 0)], C["edge"])
    today = panel.day(panel.today)
    if panel.today <= panel.last:
        yield from rules(p, [(today, 0, today, panel.top)], C["ink3"], 1.25)


def _lines(p: Plane, panel: Panel) -> Iterator[Layer]:
    today, end = panel.day(min(panel.today, panel.last)), panel.day(panel.end)
    if panel.target is not None and panel.plan:
        six = p.dx(6)
        yield from rules(p, [(end - six, panel.target, end + six, panel.target)], C["ink"], 2)
    if panel.forecast:
        value, low, high = panel.forecast
        yield from rules(p, [(today, panel.actual, end, value)], C["accent"], 1.5, (2, 2.5))
        if low is not None and high is not None:
            yield from rules(p, [(end, low, end, high)], C["accent"], 1.75)
        yield from dots(p, [(end, value)], fill=C["paper"], stroke=C["accent"], size=30, line=1.5)
    yield from paths(p, [[(panel.day(d), v) for d, v in panel.line]] if panel.line else [], C["accent"], 2.25)
    yield from dots(p, [(today, panel.actual)], fill=C["accent"], size=36, line=0)


def _ticks(p: Plane, panel: Panel) -> list[Text]:
    """Dates under the axis; of two that would touch, the one that says less goes."""
    wanted = [panel.today, panel.first + timedelta(1), panel.last, panel.start]
    placed: list[Text] = []
    for day in dict.fromkeys(d for d in wanted if panel.first <= d <= panel.last):
        x = p.px(panel.day(day))
        color = C["ink"] if day == panel.today else C["ink2"]
        text = Text(x, _BOTTOM + 15, display.day_short(day, panel.lang), color, "center", size=11)
        if not any(overlap(text.box, other.box) for other in placed):
            placed.append(text)
    return placed


def _labels(p: Plane, panel: Panel) -> list[Text]:
    side: list[tuple[float, str, str]] = []
    x = p.px(panel.day(panel.end)) + _SIDE
    if panel.plan and panel.target is not None:
        side.append((p.py(panel.target), panel.target_text, C["ink2"]))
    if panel.forecast:
        side.append((p.py(panel.forecast[0]), panel.forecast_text, C["accent"]))
    if panel.levels:
        x = p.px(p.x[1]) + _SIDE
        side = [
            (p.py(v), text, C["bad"] if color == "bad" else C["ink2"]) for v, color, text, _ in panel.levels
        ]
    places = spread([y for y, _, _ in side], 16, _TOP + 2, _BOTTOM - 8)
    beside = [Text(x, y, text, color) for y, (_, text, color) in zip(places, side, strict=True)]
    return [*beside, _actual(p, panel, beside)]


def _actual(p: Plane, panel: Panel, taken: Sequence[Text]) -> Text:
    """The actual value beside its dot: above left, below right when behind, wherever nothing else stands."""
    x, y = p.px(panel.day(min(panel.today, panel.last))), p.py(panel.actual)
    above = Text(x - 7, max(y - 9, _TOP), panel.actual_text, C["accent"], "right", bold=True)
    below = Text(x + 8, min(y + 12, _BOTTOM - 8), panel.actual_text, C["accent"], "left", bold=True)
    level = Text(x + 8, min(max(y, _TOP), _BOTTOM - 8), panel.actual_text, C["accent"], "left", bold=True)
    under = Text(x - 7, min(y + 12, _BOTTOM - 8), panel.actual_text, C["accent"], "right", bold=True)
    low = replace(under, y=min(y + 20, _BOTTOM - 8))
    if panel.levels:
        order = [level, above, below, under]
    elif panel.behind:
        order = [below, under, above, level, low]
    else:
        order = [above, under, below, level, low]
    lines = [(_LEFT, p.py(v) - 2, _RIGHT, p.py(v) + 2) for v, *_ in panel.levels]
    for text in order:
        left, _, right, _ = text.box
        clear = not any(overlap(text.box, b) for b in [*(t.box for t in taken), *lines])
        if clear and left >= 0 and right <= WIDTH:
            return text
    return next((t for t in order if t.box[0] >= 0 and t.box[2] <= WIDTH), order[0])


def axis_days(starts: Sequence[date], ends: Sequence[date]) -> tuple[date, date]:
    """First and last day of an axis that all panels share: from the day before the first window."""
    return min(starts) - timedelta(1), max(ends)
