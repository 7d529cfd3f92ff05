"""Quantities: a number with its comparison, its unit and the words that say what it is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from campaignlib.errors import Unreadable
from campaignlib.values import dateparts, number
from campaignlib.values.context import Context, Raw
from campaignlib.values.fold import fold
from campaignlib.values.scan import NEAR, Kind, Quantity, scan

__all__ = ["Kind", "Quantity", "amount", "comparison", "quantities", "read", "single", "unreadable"]

_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?", re.ASCII)
_NAMES = re.compile(r"618|双1[12]|(?:19|20)\d{2}\s?(?:年度?|[Qq][1-4])|[A-Za-z]+\d+|第\s?\d+", re.ASCII)
_NOUN_END = re.compile(r"(?:[量数额率分值费用]|ROI|达到?|[为是共:=])\s?$")


def unreadable(text: str) -> Unreadable:
    return Unreadable(text, "one quantity such as 500万+, ≥60% or 85分", "一个数量，如 500万+、≥60%、85分")


def read(text: str) -> Quantity:
    """The one quantity a text holds, with the words before it. Raises Unreadable for none, several or a rough one.

    >>> found = read("话题阅读量500万+")
    >>> found.label, str(found.value), found.comparison, found.kind
    ('话题阅读量', '5000000', <Comparison.AT_LEAST: 'at_least'>, 'count')
    >>> read("提升3倍")
    Traceback (most recent call last):
    campaignlib.errors.Unreadable: read '提升3倍', expected one quantity such as 500万+, ≥60% or 85分
    """
    folded = fold(text)
    inner = folded[1:-1].strip() if re.fullmatch(r"\([^()]*\)", folded) else folded
    negative = inner != folded and re.match(r"[\d¥]", inner) is not None
    inner = re.sub(r"(?<=.)\([^()\d]*\)$", "", inner).strip()
    found = list(islice(scan(inner), 2))
    if len(found) > 1:
        found = list(islice(scan(_masked(inner, _named(inner), "A"), inner), 2))
    if len(found) != 1:
        raise unreadable(text)
    one = found[0]
    if one.start + len(one.text) != len(inner) or re.search(r"\d", _NAMES.sub("", inner[: one.start])):
        raise unreadable(text)
    if negative and one.comparison is None:
        return replace(one, value=-one.value)
    return one


def amount(raw: Raw, ctx: Context) -> float:
    """The value alone: 11% -> 0.11, ≥85分 -> 85.0, 50万元 -> 500000.0; the lower end of a range.

    >>> amount("≥85分", Context()), amount(0.11, Context(number_format="0%")), amount("350万", Context())
    (85.0, 0.11, 3500000.0)
    """
    value = _typed(raw)
    return float(read(str(raw)).value) if value is None else value


def single(raw: Raw, ctx: Context) -> float:
    """As `amount`, for results: a range of them is no value.

    >>> single("92分", Context())
    92.0
    """
    value = _typed(raw)
    if value is not None:
        return value
    found = read(str(raw))
    if found.upper is not None:
        raise Unreadable(str(raw), "one value, not a range", "一个数值，而不是区间")
    return float(found.value)


def _typed(raw: Raw) -> float | None:
    """The value of a number cell, None for a text."""
    try:
        value = number.of_cell(raw)
    except Unreadable:
        raise unreadable(str(raw)) from None
    return None if value is None else float(value)


def comparison(raw: Raw, ctx: Context) -> str | None:
    """The code of the comparison as written, None when none is.

    >>> comparison("≥15%", Context()), comparison("500万+", Context()), comparison("2000", Context())
    ('at_least', 'at_least', None)
    """
    if _typed(raw) is not None:
        return None
    found = read(str(raw)).comparison
    return found.value if found else None


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in prose. Dates, times, names (618, H5) and rough or ambiguous ones (约2000, 3倍) are none;
    a number without unit or sign counts only after a word such as 量 or 达.

    >>> [(q.label, str(q.value), q.unit) for q in quantities("线上线索量达800+，转化率12%，寄出礼品50份")]
    [('线上线索量', '800', ''), ('转化率', '0.12', '%'), ('寄出礼品', '50', '份')]
    """
    folded = fold(text.replace("，", "、"))  # in prose a full-width comma is never one of thousands
    words = _masked(folded, _dates(folded), "|")
    return tuple(q for q in scan(_masked(words, _named(words), "A"), words) if _said(q, words))


def _masked(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    signs = list(text)
    for start, end in spans:
        signs[start:end] = sign * (end - start)
    return "".join(signs)


def _dates(text: str) -> Iterator[tuple[int, int]]:
    """Where dates and times stand."""
    yield from ((place.start, place.end) for place in dateparts.places(text))
    yield from (found.span() for found in _CLOCK.finditer(text))


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Where digits are a name: 618, H5, 2024 Q3, 第3."""
    for found in _NAMES.finditer(text):
        if not re.match(r"\s?(?:[%‰万亿元]|[.,]?\d)", text[found.end() : found.end() + 4]):
            yield found.span()


def _said(quantity: Quantity, text: str) -> bool:
    """False for a bare number that no word such as 量 or 达 introduces."""
    bare = not quantity.unit and quantity.comparison is None and re.fullmatch(r"[\d.,]+", quantity.text)
    if not bare:
        return True
    ends = not quantity.after or not re.match(r"\w", quantity.after)
    return ends and _NOUN_END.search(text[max(quantity.start - NEAR, 0) : quantity.start]) is not None
