"""Texts: a cell as its reader sees it, a term of a closed vocabulary, the parts of a list."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from campaignlib.errors import Unreadable
from campaignlib.values.context import Context, Parser, Raw
from campaignlib.values.fold import clean
from campaignlib.values.shown import shown
from campaignlib.words.terms import Term

__all__ = ["choice", "clean", "is_empty", "parse", "parts"]

_NOTHING = re.compile(r"[-‐‑‒–—―−－/／\\.·…~～_]{1,6}|[Nn]/?[Aa]|#N/A|[Nn]one|[Nn]ull|NaN|nan")
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{1,3}(?:[,，]\d{3})*$", re.ASCII)
_GROUP_AFTER = re.compile(r"\d{3}(?!\d)", re.ASCII)
_OPEN = "(（[【《「『“‘"
_CLOSE = ")）]】》」』”’"


def is_empty(raw: object) -> bool:
    """True for what people leave or write for "nothing": None, blanks, dashes, a slash, n/a.

    >>> [is_empty(raw) for raw in (None, " ", "-", "——", "/", "0", 0, "无")]
    [True, True, True, True, True, False, False, False]
    """
    if raw is None:
        return True
    if isinstance(raw, float):
        return raw != raw
    if not isinstance(raw, str):
        return False
    text = clean(raw)
    return not text or _NOTHING.fullmatch(text) is not None


def parse(raw: Raw, ctx: Context) -> str:
    """A cell as text: numbers as the cell shows them, days as 2024-08-02, moments as 2024-08-02 17:00.

    >>> parse(0.833, Context(number_format="0.0%")), parse(1200, Context()), parse(" 张* ", Context())
    ('83.3%', '1200', '张*')
    """
    if isinstance(raw, str):
        return clean(raw)
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, datetime):
        whole_day = raw.time() == time()
        return raw.date().isoformat() if whole_day else raw.isoformat(" ", "minutes")
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, time):
        return raw.isoformat("minutes")
    if isinstance(raw, int | float):
        return shown(raw, ctx.number_format)
    raise Unreadable(str(raw), "a text", "文字")


def choice(term: type[Term]) -> Parser:
    """A parser that takes the spellings of a term and gives its code.

    >>> from campaignlib.words.terms import Level
    >>> choice(Level)("高", Context())
    'high'
    """

    def read(raw: Raw, ctx: Context) -> str:
        return term.read(parse(raw, ctx)).value

    return read


def parts(text: str) -> tuple[str, ...]:
    """The parts of a list written in one cell, split at 、，,；; and line breaks; never inside brackets or 1,234.

    >>> parts("话题阅读量500万+，搜索量增长30%")
    ('话题阅读量500万+', '搜索量增长30%')
    >>> parts("线索1,234条、数据平台(指数、后台)")
    ('线索1,234条', '数据平台(指数、后台)')
    """
    found: list[str] = []
    depth = start = 0
    for at, sign in enumerate(text):
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(depth - 1, 0)
        elif sign in "\r\n" or (depth == 0 and sign in "、，,；;" and not _inside_number(text, at)):
            found.append(text[start:at])
            start, depth = at + 1, 0
    found.append(text[start:])
    return tuple(part for part in map(clean, found) if not is_empty(part))


def _inside_number(text: str, at: int) -> bool:
    """A comma that groups thousands: one to three digits before it, exactly three after it."""
    return (
        text[at] in ",，"
        and _GROUP_BEFORE.search(text[max(at - 40, 0) : at]) is not None
        and _GROUP_AFTER.match(text, at + 1) is not None
    )
