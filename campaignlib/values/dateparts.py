"""Dates as written, before a year is known: the patterns and how a year is found."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from campaignlib.errors import Unreadable
from campaignlib.values.context import Context

_FAR = timedelta(days=190)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAME = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"

FULL = r"(?P<year>\d{4})\s?(?P<sep>[-/.年])\s?(?P<month>\d{1,2})\s?(?:(?P=sep)|月)\s?(?P<day>\d{1,2})\s?(?:日|号)?"
CHINESE = r"(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?(?:日|号)?"
SHORT = r"(?P<month>\d{1,2})[./-](?P<day>\d{1,2})"
COMPACT = r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"
ENGLISH = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<name>{_NAME})(?:,?\s(?P<year>\d{{4}}))?",
    rf"(?P<name>{_NAME})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{{4}}))?",
)
_WHOLE = tuple(
    re.compile(pattern, re.ASCII | re.IGNORECASE) for pattern in (FULL, CHINESE, SHORT, COMPACT, *ENGLISH)
)


@dataclass(frozen=True, slots=True)
class Written:
    """Month and day, and the year if it was written."""

    month: int
    day: int
    year: int | None = None


def unreadable(text: str) -> Unreadable:
    return Unreadable(
        text, "a date such as 7月20日, 7.20 or 2024-07-20", "日期，如 7月20日、7.20、2024-07-20"
    )


def written(text: str) -> Written | None:
    """What a folded text says as a date and nothing else, None if it is no date.

    >>> written("7月20日"), written("2024.7.31")
    (Written(month=7, day=20, year=None), Written(month=7, day=31, year=2024))
    """
    for pattern in _WHOLE:
        if found := pattern.fullmatch(text):
            return from_match(found)
    return None


def from_match(found: re.Match[str]) -> Written:
    groups = found.groupdict()
    name = groups.get("name")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(groups["month"])
    return Written(month, int(groups["day"]), int(groups["year"]) if groups.get("year") else None)


def resolve(said: Written, ctx: Context, text: str) -> date:
    """The day, its year from the campaign: the one that brings it nearest to start–end, else `ctx.year`.

    Raises Unreadable for days that do not exist and when no year is known.

    >>> winter = Context(start=date(2024, 12, 20), end=date(2025, 1, 10))
    >>> resolve(Written(1, 5), winter, "1.5"), resolve(Written(12, 25), winter, "12.25")
    (datetime.date(2025, 1, 5), datetime.date(2024, 12, 25))
    """
    if said.year is not None:
        return _make(said.year, said, text)
    start, end = ctx.start or ctx.end, ctx.end or ctx.start
    if start is None or end is None:
        if ctx.year is None:
            raise Unreadable(text, "a date with its year, such as 2024-07-20", "带年份的日期，如 2024-07-20")
        return _make(ctx.year, said, text)
    near: list[tuple[timedelta, date]] = []
    for year in range(max(start.year - 1, 1), min(end.year + 1, 9999) + 1):
        try:
            day = date(year, said.month, said.day)
        except ValueError:
            continue
        near.append((max(start - day, day - end, timedelta(0)), day))
    if not near or min(near)[0] > _FAR:
        return _make(start.year, said, text)
    return min(near)[1]


def _make(year: int, said: Written, text: str) -> date:
    try:
        return date(year, said.month, said.day)
    except ValueError:
        pass
    if not 1 <= said.month <= 12:
        raise Unreadable(text, "a month from 1 to 12", "1 到 12 之间的月份")
    if not 1 <= year <= 9999:
        raise unreadable(text)
    last = calendar.monthrange(year, said.month)[1]
    raise Unreadable(
        text,
        f"a date that exists: {calendar.month_name[said.month]} {year} has {last} days",
        f"存在的日期：{year}年{said.month}月只有 {last} 天",
    )


# Dates inside prose. Month.day looks like any decimal, so it needs a sign that it is a date: a range of two, or
# words such as 前 behind it, or 于 before it; and never a unit behind it.
_MARK_AFTER = r"(?:日|号|当天|当日|之?前|以前|之?后|以后|起|开始|开播|上线|到位|完成|截止|截至)"
_MARK_BEFORE = r"(?:于|在|至|到|自|从|截止|截至|截至到|截止到)"
_NO_UNIT = r"(?![.,]{0,3}\d)(?!\s?(?:[%‰万亿千百元分倍折米公人个名次条份小天周岁级星]|[A-Za-z]))"
_LOOSE = re.compile(
    "|".join(
        (
            r"(?P<full>(?<![\d.])\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?:日|号)?(?!\d))",
            r"(?P<chinese>(?<![\d.])\d{1,2}\s?月\s?\d{1,2}(?:日|号|(?!\d)))",
            rf"(?P<short>(?<![\d.,¥≥≤<>=+*×/A-Za-z-])\d{{1,2}}[./]\d{{1,2}}{_NO_UNIT})",
        )
    ),
    re.ASCII,
)
_DASH = re.compile(r"\s?(?:日|号)?\s?(?:[-–—~～−]{1,2}|至|到)\s?")
_SHORT_END = re.compile(rf"\d{{1,2}}[./]\d{{1,2}}{_NO_UNIT}", re.ASCII)
_DAY_END = re.compile(r"\d{1,2}(?:日|号)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A date or range found in a text: where it stands and its two ends (the same for one day)."""

    start: int
    end: int
    first: Written
    last: Written


def places(text: str) -> Iterator[Place]:
    """Dates and ranges in a folded text, from left to right.

    >>> [text[p.start:p.end] for text in ("物料7.30前到位，评分4.5分",) for p in places(text)]
    ['7.30']
    """
    at = 0
    while found := _LOOSE.search(text, at):
        at = found.end()
        first = written(found.group().strip())
        if first is None or not _plausible(first):
            continue
        end, last = _range_end(text, found.end(), first)
        sure = found["short"] is None or last is not None or _marked(text, found.start(), found.end())
        if sure:
            yield Place(found.start(), end, first, last or first)
            at = end


def _range_end(text: str, at: int, first: Written) -> tuple[int, Written | None]:
    dash = _DASH.match(text, at)
    if dash is None:
        return at, None
    for pattern in (_LOOSE, _SHORT_END):
        found = pattern.match(text, dash.end())
        last = written(found.group().strip()) if found else None
        if found and last and _plausible(last):
            return found.end(), last
    found = _DAY_END.match(text, dash.end())
    if found:
        last = Written(first.month, int(found.group()[:-1]), first.year)
        if _plausible(last) and last.day > first.day:
            return found.end(), last
    return at, None


def _plausible(said: Written) -> bool:
    return 1 <= said.month <= 12 and 1 <= said.day <= 31


def _marked(text: str, start: int, end: int) -> bool:
    return bool(
        re.match(_MARK_AFTER, text[end : end + 8])
        or re.search(_MARK_BEFORE + r"\s?$", text[max(start - 8, 0) : start])
    )
