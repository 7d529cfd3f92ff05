"""The attainment bar: value against target on one scale, with plan, floor and interval; SVG for page and paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass

from campaignlib.words.markup import html
from campaignlib.words.tokens import TOKENS

WIDTH, HEIGHT, TOP, THICK = 132, 20, 6, 8
Colour = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Bar:
    """value: attainment as a fraction of the target, None for no data · planned: share of the target due by now ·
    low, high, floor: as fractions of the target · tone: accent, warn or bad · longest: end of the scale · label:
    the percentage, which is the bar's name."""

    value: float | None
    planned: float | None = None
    low: float | None = None
    high: float | None = None
    floor: float | None = None
    tone: str = "accent"
    longest: float = 1.1
    label: str = ""

    def svg(self, colour: Colour) -> str:
        """The drawing; `colour` turns a token into a colour."""
        parts = [self._empty(colour)] if self.value is None else self._filled(colour)
        parts.append(_line(self._x(1), 2, HEIGHT - 4, colour("ink"), 2))
        return "".join(parts)

    def page(self) -> str:
        """Inline SVG in the page's own colours."""
        drawn = self.svg(lambda token: f"var(--{token})")
        return (
            f'<svg class="bar" role="img" aria-label="{html(self.label)}" width="{WIDTH}" height="{HEIGHT}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}">{drawn}</svg>'
        )

    def paper(self) -> str:
        """The same as an image, in the colours of print."""
        drawn = self.svg(lambda token: TOKENS["print"][token])
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}">{drawn}</svg>'
        )
        data = b64encode(svg.encode()).decode()
        return (
            f'<img alt="{html(self.label)}" width="{WIDTH}" height="{HEIGHT}" '
            f'src="data:image/svg+xml;base64,{data}"/>'
        )

    def pair(self) -> tuple[str, str]:
        """Both variants, for a Line."""
        return self.page(), self.paper()

    def _x(self, fraction: float) -> float:
        return round(min(max(fraction, 0) / self.longest, 1) * WIDTH, 2)

    def _empty(self, colour: Colour) -> str:
        return (
            f'<rect x="0.5" y="{TOP + 0.5}" width="{self._x(1) - 1}" height="{THICK - 1}" '
            f'style="fill:none;stroke:{colour("edge")};stroke-dasharray:2 2"/>'
        )

    def _filled(self, colour: Colour) -> list[str]:
        value = self.value or 0
        parts = [_rect(0, self._x(1), colour("corridor")), _rect(0, self._x(value), colour(self.tone))]
        if value > self.longest:
            parts.append(
                f'<path d="M{WIDTH - 5} {TOP + 1}l3 3l-3 3" style="fill:none;stroke:{colour("paper")};stroke-width:1.5"/>'
            )
        if self.planned is not None:
            x = self._x(self.planned)
            parts.append(_line(x, TOP, TOP + THICK, colour("paper"), 2))
            parts.append(f'<polygon points="{x - 4},0 {x + 4},0 {x},5" style="fill:{colour("ink")}"/>')
        if self.floor is not None:
            x = self._x(self.floor)
            parts.append(_line(x, TOP, TOP + THICK, colour("paper"), 4))
            parts.append(_line(x, 1, HEIGHT - 3, colour("bad"), 1.5, "3 1.5"))
        if self.low is not None and self.high is not None:
            parts += self._whisker(self._x(self.low), self._x(self.high), colour("ink"))
        return parts

    def _whisker(self, low: float, high: float, ink: str) -> list[str]:
        y = HEIGHT - 3
        level = f'<path d="M{low} {y}H{high}" style="fill:none;stroke:{ink};stroke-width:1.25"/>'
        return [level, _line(low, y - 2.5, y + 2.5, ink, 1.25), _line(high, y - 2.5, y + 2.5, ink, 1.25)]


def _rect(x: float, end: float, fill: str) -> str:
    return (
        f'<rect x="{x}" y="{TOP}" width="{round(max(end - x, 0), 2)}" height="{THICK}" style="fill:{fill}"/>'
    )


def _line(x: float, top: float, end: float, stroke: str, width: float, dashes: str = "") -> str:
    dash = f";stroke-dasharray:{dashes}" if dashes else ""
    return f'<path d="M{x} {top}V{end}" style="fill:none;stroke:{stroke};stroke-width:{width}{dash}"/>'
