"""The HTML inside cells. Every text from data passes `esc`; a second line qualifies the first."""

from __future__ import annotations

import re

from campaignlib.figures import Figure
from campaignlib.words import markup
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Standing

_HAN = re.compile(r"[\u3400-\u9fff]")
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DASH = '<span class="ink3">—</span>'


def esc(text: str | Label | None, lang: Lang) -> str:
    """A text from data as HTML; a Chinese one on an English page says so.

    >>> esc("a < b", "zh"), esc("张*", "en")
    ('a &lt; b', '<span lang="zh-Hans">张*</span>')
    """
    said = "" if text is None else text.to(lang) if isinstance(text, Label) else str(text)
    made = markup.html(legal(said)).replace("\r\n", "\n").replace("\n", "<br/>")
    return f'<span lang="zh-Hans">{made}</span>' if lang == "en" and _HAN.search(said) else made


def legal(text: str) -> str:
    """A text without the control characters that no page may hold."""
    return _NOT_XML.sub("", text)


def lines(first: str, *seconds: str) -> str:
    """A first line and the smaller ones below it; empty ones are left out."""
    return "<br/>".join((first, *(f'<span class="second">{s}</span>' for s in seconds if s)))


def other(text: str) -> str:
    """The line that says what another cell says."""
    return f'<span class="other">≠ {text}</span>'


def strong(text: str) -> str:
    return f"<b>{text}</b>"


def quiet(text: str) -> str:
    return f'<span class="ink3">{text}</span>'


def linked(inside: str, figure: Figure) -> str:
    """A value that leads to its trace note."""
    return f'<a class="figure" href="#{figure.anchor}">{inside}</a>'


def status(standing: Standing, lang: Lang) -> str:
    """Shape, word and colour of a status: always the three."""
    return marked(standing.glyph, standing.label.to(lang), standing.tone)


def marked(glyph: str, word: str, tone: str = "ink2") -> str:
    """A word with a shape before it, which is not read out."""
    return f'<span class="{tone}"><span class="glyph" aria-hidden="true">{glyph}</span> <b>{word}</b></span>'


def split_unit(shown: str, unit: str) -> str:
    """A shown value with its noun small behind it.

    >>> split_unit("850 条", "条"), split_unit("12.5%", "")
    ('<b>850</b> <span class="unit">条</span>', '<b>12.5%</b>')
    """
    if unit and shown.endswith(unit) and len(shown) > len(unit):
        return f'<b>{shown[: -len(unit)].rstrip()}</b> <span class="unit">{unit}</span>'
    return f"<b>{shown}</b>"


def plain_unit(shown: str, unit: str) -> str:
    """The same without bold, for targets."""
    return split_unit(shown, unit).replace("<b>", "", 1).replace("</b>", "", 1)
