"""A piece of a page: Markdown that both engines read, shown by a notebook cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Block:
    """Markdown as a notebook output. Only text/markdown and text/plain: any text/html output would make Quarto
    load scripts from a CDN. `missing`: it says what is missing and where it would come from."""

    markdown: str
    plain: str = ""
    missing: bool = False

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/markdown": self.markdown, "text/plain": self.plain or self.markdown}

    def __add__(self, other: Block) -> Block:
        return join((self, other))


def join(blocks: Iterable[Block]) -> Block:
    """Several blocks below each other."""
    kept = tuple(blocks)
    return Block("\n\n".join(b.markdown for b in kept), "\n\n".join(b.plain or b.markdown for b in kept))


def raw_html(html: str) -> str:
    """HTML as a Markdown raw block; blank lines inside would end nothing, the fence does."""
    return f"```{{=html}}\n{html.strip()}\n```"


def only_html(markdown: str) -> str:
    """Shown in HTML only."""
    return f'::: {{.content-visible when-format="html"}}\n{markdown}\n:::'


def only_print(markdown: str) -> str:
    """Shown everywhere but in HTML."""
    return f'::: {{.content-hidden when-format="html"}}\n{markdown}\n:::'


def div(markdown: str, *classes: str) -> str:
    """A fenced division with classes, such as rail, finding, key, note."""
    return f"::: {{{' '.join('.' + c for c in classes)}}}\n{markdown}\n:::"
