"""A page and a PDF as text, without a browser."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
from pypdf import PdfReader

CHINESE = re.compile(r"[\u3400-\u9fff]+")
VOID = {"meta", "link", "br", "input", "img", "hr", "col", "wbr"}
SPOKEN = ("title", "alt", "aria-label", "placeholder")
UNREAD = {"style", "script"}


@dataclass
class Element:
    """A tag with its attributes and what it holds, in order: texts and elements."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def find(self, *tags: str, **attributes: str) -> list[Element]:
        """Every element inside with one of these tags, or any, and these attributes."""
        return [
            e
            for e in self.walk()
            if (not tags or e.tag in tags) and all(e.attributes.get(k) == v for k, v in attributes.items())
        ]

    def walk(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def texts(self) -> Iterator[str]:
        """Every text a reader sees or hears: content, and attributes that are read out."""
        for key in SPOKEN:
            if self.attributes.get(key):
                yield self.attributes[key]
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in UNREAD:
                yield from child.texts()

    @property
    def text(self) -> str:
        return " ".join("".join(self._content()).split())

    def _content(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in UNREAD:
                yield from child._content()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {k: v or "" for k, v in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        at = next((i for i in range(len(self.open) - 1, 0, -1) if self.open[i].tag == tag), None)
        if at is not None:
            del self.open[at:]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


@cache
def document(path: Path) -> Element:
    builder = _Builder()
    builder.feed(path.read_text(encoding="utf-8"))
    builder.close()
    return builder.open[0]


@cache
def pdf_pages(path: Path) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(path).pages)


def squeezed(text: str) -> str:
    """Without any blank, soft or hard: lines end elsewhere on paper."""
    return re.sub(r"[\s\u200b\u2060\u00ad\ufeff]+", "", text)


@cache
def data_texts(campaign: Path) -> str:
    """Every text of the workbook, the daily data and campaign.toml's labels, without blanks."""
    said: list[str] = []
    for file in sorted(campaign.glob("*.xlsx")):
        for sheet in openpyxl.load_workbook(file, data_only=True):
            said.append(sheet.title)
            said += [str(v) for row in sheet.iter_rows(values_only=True) for v in row if v is not None]
    said += list(_strings(tomllib.loads((campaign / "campaign.toml").read_text(encoding="utf-8"))))
    said.append((campaign / "daily.csv").read_text(encoding="utf-8"))
    return squeezed("\n".join(said))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
