"""A chart as an object of a page: specs for wide and narrow screens, its words, and the Markdown both engines read."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from campaignlib.charts.key import Sign, key_html, key_svg
from campaignlib.charts.svg import Theme, render
from campaignlib.words.block import Block, only_html, only_print, raw_html
from campaignlib.words.label import Lang

Size = Literal["wide", "narrow", "paper"]


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """One chart in one language.

    name         prefix of its ids; unique on a page
    title        what it is
    description  the finding, the extremes and where the table is: what a reader hears who cannot see it
    wide         the Vega-Lite spec for 920 px, or the only one
    narrow       the spec for 358 px; None where one drawing fits all
    paper        the spec for an A4 page; None: the wide one
    key          signs explained in a line above it
    more         a second drawing for what does not fit, folded under `more_title`
    """

    name: str
    title: str
    description: str
    lang: Lang
    wide: dict[str, Any]
    narrow: dict[str, Any] | None = None
    paper: dict[str, Any] | None = None
    key: tuple[Sign, ...] = ()
    more: Drawing | None = None
    more_title: str = ""

    def spec(self, size: Size = "wide") -> dict[str, Any]:
        """The Vega-Lite spec of a size; sizes that it lacks give the wide one. Colours are the light tokens."""
        chosen = {"wide": self.wide, "narrow": self.narrow, "paper": self.paper}[size] or self.wide
        return {**chosen, "description": f"{self.title}。{self.description}"}

    def svg(self, theme: Theme = "screen", size: Size | None = None) -> str:
        """One line of SVG, the same every time. screen: colours as CSS variables; print: fixed colours."""
        size = size or ("paper" if theme == "print" else "wide")
        chosen = {"wide": self.wide, "narrow": self.narrow, "paper": self.paper}[size] or self.wide
        return render(
            chosen,
            name=f"{self.name}-{size}",
            title=self.title,
            description=self.description,
            lang=self.lang,
            theme=theme,
            css=size if self.narrow else "",
        )

    @property
    def alt(self) -> str:
        """Title and description as one text alternative."""
        stop = "：" if self.lang == "zh" else ": "
        return f"{self.title}{stop}{self.description}"

    def body(self) -> str:
        """The drawing without its key, as Markdown: inline SVG in HTML, an SVG image elsewhere."""
        shown = self.svg() + (self.svg(size="narrow") if self.narrow else "")
        return f"{only_html(raw_html(shown))}\n\n{only_print(image(self.svg('print'), self.alt))}"

    def block(self) -> Block:
        """Key and drawing as a piece of a page."""
        parts = [*([key_block(self.key, self.lang)] if self.key else []), self.body()]
        if self.more:
            parts.append(fold(self.more_title, self.more.body()))
        return Block("\n\n".join(parts), self.alt)

    def but(self, **changes: Any) -> Drawing:
        return replace(self, **changes)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"image/svg+xml": self.svg("print", "wide"), "text/plain": self.alt}


def key_block(signs: tuple[Sign, ...], lang: Lang) -> str:
    """The key line as Markdown: signs and words in HTML, one small drawing elsewhere."""
    alt = ("图例：" if lang == "zh" else "Key: ") + ("、" if lang == "zh" else ", ").join(
        sign.label.to(lang) for sign in signs
    )
    return f"{only_html(raw_html(key_html(signs, lang)))}\n\n{only_print(image(key_svg(signs, lang), alt))}"


def fold(title: str, inside: str) -> str:
    """What is closed until a reader opens it: a callout of Quarto."""
    return f'::: {{.callout-note collapse="true" title="{title}"}}\n{inside}\n:::'


@cache
def image(svg: str, alt: str) -> str:
    """An SVG as a Markdown image that needs no file."""
    said = alt.replace("\\", "\\\\").replace('"', '\\"').replace("{{<", "&#123;&#123;<")
    encoded = base64.b64encode(svg.encode()).decode()
    return f'![](data:image/svg+xml;base64,{encoded}){{fig-alt="{said}"}}'
