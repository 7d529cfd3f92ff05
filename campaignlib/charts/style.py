"""What every chart shares: colours, widths of texts, places of labels, dates and round numbers on axes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from campaignlib.words.tokens import TOKENS

C = TOKENS["light"]
SIZE = 12
SLACK = 1.2
"""Labels are given a fifth more room than measured: the reader's font is another one."""

Align = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]
"""left, top, right, bottom in px."""


@dataclass(frozen=True, slots=True)
class Text:
    """A label in px: x and y of its anchor, y at the middle of the line."""

    x: float
    y: float
    text: str
    color: str = C["ink"]
    align: Align = "left"
    bold: bool = False
    size: float = SIZE

    @property
    def box(self) -> Box:
        """The room it may take, slack included."""
        width = text_width(self.text, self.size, self.bold) * SLACK
        left = self.x - {"left": 0.0, "center": width / 2, "right": width}[self.align]
        return (left, self.y - self.size * 0.6, left + width, self.y + self.size * 0.6)

    def inside(self, width: float) -> Text:
        """The same centred label, moved so that its room lies between 0 and a width."""
        left, _, right, _ = self.box
        return replace(self, x=self.x - min(left, 0) - max(right - width, 0))


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def one_line(text: str) -> str:
    """Data text as one line: no breaks, no control characters.

    >>> one_line("物料印刷\\n/采购")
    '物料印刷 /采购'
    """
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split(" ")).strip()


def text_width(text: str, size: float = SIZE, bold: bool = False) -> float:
    """About how wide a text is, in px: full-width characters one em, others by their class.

    >>> text_width("抖音", 12), text_width("1,200", 12)
    (24.0, 30.7)
    """
    ems = sum(_ems(c) for c in text)
    return round(ems * size * (1.04 if bold else 1.0), 1)


def _ems(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    if char in "mwMW%@":
        return 0.85
    if char in "iljtfr.,:;'|!()[] ":
        return 0.32
    return 0.65 if char.isupper() else 0.56


def fit(text: str, room: float, size: float = SIZE, bold: bool = False) -> str:
    """A text cut with … so that it takes no more than `room` px, slack included.

    >>> fit("线上渠道素材准备", 60), fit("采购", 60)
    ('线上渠…', '采购')
    """
    if text_width(text, size, bold) * SLACK <= room:
        return text
    while text and text_width(text + "…", size, bold) * SLACK > room:
        text = text[:-1]
    return text.rstrip() + "…" if text else ""


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places pushed apart to at least `gap`, kept between low and high, order kept.

    >>> spread([100, 104], 16, 0, 200)
    [94.0, 110.0]
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    placed = [float(places[i]) for i in order]
    for _ in range(len(placed) * 8):
        for i, (a, b) in enumerate(pairwise(placed)):
            if b - a < gap - 1e-9:
                middle = (a + b) / 2
                placed[i], placed[i + 1] = middle - gap / 2, middle + gap / 2
        for i, place in enumerate(placed):
            placed[i] = min(max(place, low + gap * i), high - gap * (len(placed) - 1 - i))
    back = [0.0] * len(placed)
    for i, place in zip(order, placed, strict=True):
        back[i] = round(place, 2)
    return back


def day_ticks(start: date, end: date, most: int) -> list[date]:
    """At most about `most` round dates from start to end, the start always among them.

    >>> [d.strftime('%m%d') for d in day_ticks(date(2024, 7, 15), date(2024, 8, 10), 7)]
    ['0715', '0720', '0725', '0730', '0805', '0810']
    """
    days = [start + timedelta(n) for n in range((end - start).days + 1)]
    for keep in (range(1, 32), range(1, 32, 2), (5, 10, 15, 20, 25, 30), (1, 15), (1,)):
        found = [d for d in days if d.day in keep]
        if len(found) <= most:
            return found or [start]
    months = [d for d in days if d.day == 1]
    step = -(-len(months) // max(most, 1))
    return months[::step]


def nice_ticks(top: float, most: int = 5) -> list[float]:
    """Round values from 0 up to at most `top`.

    >>> nice_ticks(2000)
    [0, 500, 1000, 1500, 2000]
    """
    if top <= 0:
        return [0]
    for power in range(-6, 15):
        for factor in (1, 2, 5):
            step = factor * 10.0**power
            count = int(top / step + 1e-9)
            if count <= most - 1:
                return [int(step * n) if step >= 1 else round(step * n, 6) for n in range(count + 1)]
    return [0]
