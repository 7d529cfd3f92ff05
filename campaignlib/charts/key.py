"""The key line above a chart: small signs, drawn as they are in the chart, each with its word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from campaignlib.charts.style import SLACK, text_width
from campaignlib.charts.svg import PRINT_SCALE, Theme, themed
from campaignlib.words.label import Label, Lang
from campaignlib.words.tokens import PRINT_FONTS, TOKENS, css_fonts

_LIGHT = TOKENS["light"]
_WIDTH, _HEIGHT = 26, 14
_LIMIT = 760
"""Width of the key in print, before it is scaled as all drawings are."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One entry: the shape it is drawn as and its word."""

    shape: str
    label: Label


def _paint(theme: Theme) -> Callable[[str], str]:
    return lambda token: themed(_LIGHT[token], theme)


def shape_svg(shape: str, theme: Theme) -> str:
    """The inside of a sign, 26 × 14 px. KeyError for a shape that is not known."""
    c = _paint(theme)

    def line(color: str, width: float, dash: str = "", x1: float = 0, x2: float = 26) -> str:
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        return (
            f'<path d="M{x1:g},7H{x2:g}" fill="none" stroke="{c(color)}" stroke-width="{width:g}"{dashed}/>'
        )

    def upright(color: str, width: float, x: float = 13) -> str:
        return f'<path d="M{x:g},1V13" fill="none" stroke="{c(color)}" stroke-width="{width:g}"/>'

    def box(fill: str, stroke: str = "", dash: str = "", height: float = 9) -> str:
        edge = f' stroke="{c(stroke)}"' if stroke else ""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        inside = c(fill) if fill else "none"
        top = 7 - height / 2
        return f'<rect x="0.5" y="{top:g}" width="25" height="{height:g}" fill="{inside}"{edge}{dashed}/>'

    def diamond(color: str) -> str:
        return f'<path d="M13,2.5L17.5,7L13,11.5L8.5,7Z" fill="{c(color)}"/>'

    whisker = line("ink", 1.5, x1=3, x2=23) + upright("ink", 1.5, 3) + upright("ink", 1.5, 23)
    drawn: dict[str, str] = {
        "actual": line("accent", 2.25),
        "plan": line("edge", 1),
        "corridor": box("corridor", height=12)
        + f'<path d="M0,13H26" stroke="{c("edge")}" stroke-width="1" stroke-dasharray="3,2"/>',
        "forecast": line("accent", 1.5, "2,2", 0, 20) + upright("accent", 1.5, 22),
        "today": upright("ink3", 1.25),
        "shade": f'<rect x="0" y="1" width="26" height="12" fill="{c("accent")}" fill-opacity="0.16"/>',
        "target": upright("ink", 2),
        "target_line": line("ink", 1.5),
        "floor": line("bad", 1.25, "4,3"),
        "bar": box("accent", height=8),
        "bar_done": box("ink3"),
        "bar_started": box("accent"),
        "bar_open": box("paper", "edge"),
        "bar_budget": box("corridor", "edge", height=11),
        "bar_daily": box("paper", "accent", "2,1.5", height=7),
        "bar_dashed": box("", "ink", "3,2"),
        "bar_basis": box("", "accent", "3,2"),
        "late": box("warn", height=5),
        "node": diamond("ink"),
        "float": line("ink3", 1, "1.5,2", 2, 22) + upright("ink3", 1, 23),
        "critical": line("ink", 1.5),
        "dependency": line("edge", 1),
        "interval": whisker,
    }
    return drawn[shape]


def key_html(signs: tuple[Sign, ...], lang: Lang) -> str:
    """The key as one paragraph of class `key`; the signs are hidden from readers who hear the page."""
    entries = "".join(
        f'<span class="sign"><svg width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'aria-hidden="true">{shape_svg(sign.shape, "screen")}</svg> {escape(sign.label.to(lang))}</span> '
        for sign in signs
    )
    return f'<p class="key">{entries.strip()}</p>'


def key_svg(signs: tuple[Sign, ...], lang: Lang) -> str:
    """The key as a drawing for print; lines wrap at the width of the page."""
    parts: list[str] = []
    x, y = 0.0, 0
    for sign in signs:
        word = sign.label.to(lang)
        width = _WIDTH + 6 + text_width(word) * SLACK + 12
        if x and x + width > _LIMIT:
            x, y = 0.0, y + 20
        parts.append(
            f'<g transform="translate({x:g},{y + 3})">{shape_svg(sign.shape, "print")}</g>'
            f'<text x="{x + _WIDTH + 6:g}" y="{y + 14}" font-size="12" fill="{TOKENS["print"]["ink2"]}">'
            f"{escape(word)}</text>"
        )
        x = round(x + width, 1)
    fonts = escape(css_fonts(PRINT_FONTS))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LIMIT * PRINT_SCALE:g}" height="{(y + 20) * PRINT_SCALE:g}" '
        f'viewBox="0 0 {_LIMIT} {y + 20}" font-family="{fonts}">{"".join(parts)}</svg>'
    )
