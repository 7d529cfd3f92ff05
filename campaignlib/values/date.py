"""Dates as people write them: days, deadlines, moments, spans, and dates inside prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from campaignlib.errors import Unreadable
from campaignlib.values import dateparts
from campaignlib.values.calendar import Calendar
from campaignlib.values.context import Context, Raw
from campaignlib.values.fold import fold
from campaignlib.values.serial import of_number

_WEEKDAY = re.compile(r"[,，]?\s?\(?(?:周|星期|礼拜)[一二三四五六日天]\)?$")
_DEADLINE = re.compile(r"(?:(?:截止|截至|不晚于|最晚|最迟)到?)?\s?(.+?)\s?(?:之前|以前|前|截止|止)?")
_CLOCK = re.compile(
    r"(?P<day>.*?)[\sT]*(?P<part>上午|早上|凌晨|中午|下午|晚上|晚|夜间)?\s?"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?|[点时](?:(?P<min2>\d{1,2})分?|(?P<half>半))?)",
    re.ASCII,
)
_TO = re.compile(r"\s?(?:[-–—~−]{1,2}|至|到)\s?")
_SEPARATORS = "，,；;。！!？?\n、|"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from start to end, both counted."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Mention:
    """A date or range in prose: the words of its clause before and after it, the date as written, its position."""

    span: Span
    before: str
    after: str
    text: str
    start: int = 0


def day(raw: Raw, ctx: Context) -> date:
    """A day: 7.20, 7月20日, 2024.7.31, 2024-07-31, 8月1日前, an Excel date or serial.

    A number cell 7.2 may have been typed 7.20 and is refused with both readings.

    >>> day("7.20", Context(year=2024)), day(45505, Context())
    (datetime.date(2024, 7, 20), datetime.date(2024, 8, 1))
    >>> day(7.2, Context(year=2024))
    Traceback (most recent call last):
    campaignlib.errors.Unreadable: read '7.2', expected a date as text: the number may mean 7月2日 or 7月20日
    """
    if isinstance(raw, datetime | date):
        return _sane(raw.date() if isinstance(raw, datetime) else raw, raw)
    if isinstance(raw, bool | time):
        raise dateparts.unreadable(str(raw))
    if isinstance(raw, int | float):
        found = of_number(raw, ctx)
        return found.date() if isinstance(found, datetime) else dateparts.resolve(found, ctx, str(raw))
    text = _WEEKDAY.sub("", fold(raw))
    deadline = _DEADLINE.fullmatch(text)
    bare = _WEEKDAY.sub("", deadline[1]) if deadline else text
    said = dateparts.written(bare)
    if said is None and (clock := _CLOCK.fullmatch(bare)):
        said = dateparts.written(clock["day"].strip())
    if said is None:
        raise dateparts.unreadable(raw)
    return _sane(dateparts.resolve(said, ctx, raw), raw)


def _sane(found: date, raw: object) -> date:
    if not 1990 <= found.year <= 2199:
        raise Unreadable(str(raw), "a date of this century", "本世纪的日期")
    return found


_NUMERALS = {sign: number for number, sign in enumerate("零一二三四五六七八九十")} | {"两": 2}
_RELATIVE = re.compile(
    r"(?:本次|整个)?(?:营销)?(?:(?:活动|项目|推广)?(?P<anchor>结束|收官|开始|启动|上线|开启)(?:之日|日|当[天日])?|活动)"
    r"(?P<side>之后|以后|后|之前|以前|前)?的?第?"
    r"(?:(?P<count>\d{1,3}|[一二两三四五六七八九十])个?(?P<unit>工作日|自然日|天|日|周|星期))?"
    r"(?:之内|以内|内|之前|以前|前)?(?:完成|提交)?",
    re.ASCII,
)
_ENGLISH = re.compile(
    r"(?P<count>\d{1,3}) (?P<unit>working days?|business days?|days?|weeks?) (?P<side>after|before) (?:the )?(?:campaign(?:'s)? )?"
    r"(?P<anchor>start|end)s?|(?:campaign )?(?P<anchor2>start|end)(?: ?(?P<sign>[+-]) ?(?P<count2>\d{1,3}) (?P<unit2>working days?|business days?|days?|weeks?))?",
    re.ASCII | re.IGNORECASE,
)


def due(raw: Raw, ctx: Context) -> date:
    """A deadline: a day, or one counted from the campaign's end or start (活动结束后3个工作日).

    >>> summer = Context(start=date(2024, 7, 20), end=date(2024, 8, 10))
    >>> due("活动结束后3个工作日", summer), due("8月15日前", summer)
    (datetime.date(2024, 8, 14), datetime.date(2024, 8, 15))
    """
    if not isinstance(raw, str):
        return day(raw, ctx)
    text = fold(raw)
    if found := _RELATIVE.fullmatch("".join(text.split())):
        before = (found["side"] or "").endswith("前")
        if found["side"] is None and (found["count"] or not found["anchor"]):
            raise _no_due(raw)
        ends = found["anchor"] in ("结束", "收官") or (found["anchor"] is None and not before)
        anchor = ctx.end if ends else ctx.start
        count = _NUMERALS.get(found["count"] or "", None)
        count = int(found["count"] or 0) if count is None else count
        return _counted(raw, anchor, -count if before else count, found["unit"] or "天", ctx)
    if found := _ENGLISH.fullmatch(text):
        anchor = ctx.end if (found["anchor"] or found["anchor2"]).lower() == "end" else ctx.start
        count = int(found["count"] or found["count2"] or 0)
        before = (found["side"] or "").lower() == "before" or found["sign"] == "-"
        return _counted(
            raw, anchor, -count if before else count, found["unit"] or found["unit2"] or "days", ctx
        )
    try:
        return day(raw, ctx)
    except Unreadable as error:
        if dateparts.written(text) is not None:
            raise error from None
        raise _no_due(raw) from None


def _no_due(raw: str) -> Unreadable:
    return Unreadable(
        raw,
        "a date such as 8月15日 or a deadline such as 活动结束后3个工作日",
        "日期（如 8月15日）或期限（如 活动结束后3个工作日）",
    )


def _counted(raw: str, anchor: date | None, count: int, unit: str, ctx: Context) -> date:
    if anchor is None:
        raise Unreadable(raw, "a date; the campaign's own dates are not set", "日期；尚未设定活动起止日期")
    try:
        if unit == "工作日" or unit.lower().startswith(("working", "business")):
            return Calendar(ctx.holidays).add_workdays(anchor, count)
        weeks = unit in ("周", "星期") or unit.lower().startswith("week")
        return anchor + timedelta(days=count * (7 if weeks else 1))
    except (OverflowError, ValueError):
        raise _no_due(raw) from None


def moment(raw: Raw, ctx: Context) -> datetime:
    """A day with its time; a day alone is its midnight, which readers take for "no time given".

    >>> moment("8月2日 20:15", Context(year=2024))
    datetime.datetime(2024, 8, 2, 20, 15)
    """
    if isinstance(raw, datetime):
        return datetime.combine(_sane(raw.date(), raw), raw.time().replace(tzinfo=None))
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        found = of_number(raw, ctx)
        if isinstance(found, datetime):
            return found
    if isinstance(raw, str) and (clock := _CLOCK.fullmatch(fold(raw))) and clock["day"].strip():
        try:
            on = day(clock["day"], ctx)
        except Unreadable as error:
            raise Unreadable(raw, error.expected, error.expected_zh) from None
        return datetime.combine(on, time()) + _since_midnight(clock, raw)
    return datetime.combine(day(raw, ctx), time())


def _since_midnight(clock: re.Match[str], raw: str) -> timedelta:
    hour = int(clock["hour"])
    minute = 30 if clock["half"] else int(clock["minute"] or clock["min2"] or 0)
    second = int(clock["second"] or 0)
    if clock["part"] in ("下午", "晚上", "晚", "夜间") and 1 <= hour < 12:
        hour += 12
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute + second):
        raise Unreadable(raw, "a time from 00:00 to 24:00", "00:00 到 24:00 之间的时间")
    return timedelta(hours=hour, minutes=minute, seconds=second)


def span(text: str, ctx: Context) -> Span:
    """A range of days, or one day as a range: 7.20-7.25, 7月26日—8月5日, 8.6至10日.

    >>> span("7.20-7.25", Context(year=2024))
    Span(start=datetime.date(2024, 7, 20), end=datetime.date(2024, 7, 25))
    """
    folded = fold(text)
    whole = dateparts.written(folded)
    if whole is not None:
        only = _sane(dateparts.resolve(whole, ctx, text), text)
        return Span(only, only)
    for dash in _TO.finditer(folded):
        first = dateparts.written(folded[: dash.start()])
        rest = folded[dash.end() :]
        if first is None:
            continue
        last = dateparts.written(rest)
        if last is None and re.fullmatch(r"\d{1,2}[日号]?", rest, re.ASCII):
            last = dateparts.Written(first.month, int(rest.rstrip("日号")), first.year)
        if last is not None:
            return _between(first, last, ctx, text)
    raise Unreadable(text, "a range of dates such as 7.20-7.25", "日期区间，如 7.20-7.25")


def _between(first: dateparts.Written, last: dateparts.Written, ctx: Context, text: str) -> Span:
    start = _sane(dateparts.resolve(first, ctx, text), text)
    if last.year is not None:
        end = dateparts.resolve(last, ctx, text)
        if first.year is None:
            start = dateparts.resolve(dateparts.Written(first.month, first.day, end.year), ctx, text)
            if start > end:
                start = dateparts.resolve(dateparts.Written(first.month, first.day, end.year - 1), ctx, text)
    else:
        end = dateparts.resolve(dateparts.Written(last.month, last.day, start.year), ctx, text)
        if (
            end < start
            and (last.month, last.day) < (first.month, first.day)
            and first.month - last.month >= 6
        ):
            end = dateparts.resolve(dateparts.Written(last.month, last.day, start.year + 1), ctx, text)
    if end < start:
        raise Unreadable(text, "a range that ends after it begins", "结束不早于开始的日期区间")
    return Span(start, _sane(end, text))


def mentions(text: str, ctx: Context) -> tuple[Mention, ...]:
    """Every date and range in prose; numbers that only look like dates (4.5分) are left alone.

    >>> [(m.before, m.text, m.after) for m in mentions("物料7.30前到位；雨棚2个", Context(year=2024))]
    [('物料', '7.30', '前到位')]
    """
    folded = fold(text)
    found: list[Mention] = []
    for place in dateparts.places(folded):
        try:
            when = _between(place.first, place.last, ctx, folded[place.start : place.end])
        except Unreadable:
            continue
        before = re.split(f"[{_SEPARATORS}]", folded[max(place.start - 80, 0) : place.start])[-1]
        after = re.split(f"[{_SEPARATORS}]", folded[place.end : place.end + 80])[0]
        found.append(
            Mention(
                when,
                before.strip().removesuffix("(").strip(),
                after.strip().removeprefix(")").lstrip(":：").strip(),
                folded[place.start : place.end],
                place.start,
            )
        )
    return tuple(found)
