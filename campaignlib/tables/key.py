"""The key of the attainment bar: each sign as it is drawn in the table, with its word."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from campaignlib.tables.bar import Colour
from campaignlib.words.block import Block, div, only_html, only_print, raw_html
from campaignlib.words.label import Label, Lang
from campaignlib.words.markup import html
from campaignlib.words.tokens import TOKENS

WIDTH, HEIGHT = 26, 14
SIGNS: dict[str, Label] = {
    "attained": Label("达成率", "attained"),
    "planned": Label("应到进度", "planned by now"),
    "target": Label("目标", "target"),
    "floor": Label("底线", "floor"),
    "interval": Label("95% 区间", "95% interval"),
}
HIDDEN = ' aria-hidden="true"'
WEEKLY = ("attained", "planned", "target", "floor", "interval")
RETROSPECTIVE = ("attained", "target", "interval")


def key(signs: Sequence[str], lang: Lang) -> Block:
    """A line of class `key`, for the page and for paper; signs are hidden from readers who hear the page."""
    page = "".join(
        f'<span class="sign">{_svg(sign, _page, HIDDEN)} {html(SIGNS[sign].to(lang))}</span> '
        for sign in signs
    )
    paper = "　".join(
        f"![{SIGNS[sign].to(lang)}](data:image/svg+xml;base64,{_coded(sign)}){{height=10px}} {SIGNS[sign].to(lang)}"
        for sign in signs
    )
    return Block(
        only_html(raw_html(f'<p class="key">{page.strip()}</p>')) + "\n\n" + only_print(div(paper, "key"))
    )


def drawing(sign: str, colour: Colour) -> str:
    """The inside of a sign, 26 × 14 px; KeyError for one that is not known."""
    c = colour
    ink = f'style="fill:none;stroke:{c("ink")};stroke-width:2"'
    thin = f'style="fill:none;stroke:{c("ink")};stroke-width:1.25"'
    return {
        "attained": f'<rect x="0" y="3" width="26" height="8" style="fill:{c("corridor")}"/>'
        f'<rect x="0" y="3" width="17" height="8" style="fill:{c("accent")}"/>',
        "planned": f'<polygon points="8,4 18,4 13,10" style="fill:{c("ink")}"/>',
        "target": f'<path d="M13 1V13" {ink}/>',
        "floor": f'<path d="M13 0V14" style="fill:none;stroke:{c("bad")};stroke-width:1.5;stroke-dasharray:3 1.5"/>',
        "interval": f'<path d="M3 7H23M3 4V10M23 4V10" {thin}/>',
    }[sign]


def _svg(sign: str, colour: Colour, more: str = "") -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{more} width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{drawing(sign, colour)}</svg>'
    )


def _page(token: str) -> str:
    return f"var(--{token})"


def _coded(sign: str) -> str:
    return b64encode(_svg(sign, TOKENS["print"].__getitem__).encode()).decode()
