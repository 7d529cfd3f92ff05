"""Numbers as people write them: 1,234.50, 500万, 1.2亿, 3w, 2k, 12.5%, 5‰, (500), full-width digits."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

from campaignlib.errors import Unreadable
from campaignlib.values.context import Context, Raw
from campaignlib.values.fold import fold

DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,12})?(?![.,]{0,3}\d)"
"""Digits, thousands in threes, decimals: never a piece of 34,8 or 1.2.3."""
SCALE = r"(?:千万|百万|十万|万|亿|千|百|[wW](?![A-Za-z])|[kK](?![A-Za-z])|M(?![A-Za-z]))"
MARK = r"(?:%|‰)"
WRITTEN = rf"{DIGITS}(?:\s?{SCALE}(?:{DIGITS}{SCALE})?)?"
COUNTERS = (
    "个工作日|工作日|自然日|小时|分钟|个月|人次|人份|次播放|"
    "[个名位人份条次场家所台套张件单篇组辆盒本瓶杯枚支只批户店校站座间块群款项轮期步秒天日周年月票笔例]"
)

_SCALES = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8,
    "w": 4, "W": 4, "k": 3, "K": 3, "M": 6,
}  # fmt: skip
_ONE = re.compile(rf"({DIGITS})\s?({SCALE})?", re.ASCII)
_NUMBER = re.compile(rf"(?P<sign>[+-]?)\s?(?P<written>{WRITTEN})\s?(?P<mark>{MARK}?)", re.ASCII)
_EXPONENT = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,18})?[eE][+-]?\d{1,2}", re.ASCII)
_NEGATIVE = re.compile(r"\((?P<inner>[^()+-]+)\)", re.ASCII)
_DAYS = re.compile(rf"(?P<written>{DIGITS})\s?(?P<unit>天|日|自然日|d|D|days?|个?星期|周|weeks?)?", re.ASCII)


def unreadable(text: str) -> Unreadable:
    return Unreadable(text, "a number such as 1,234.5, 500万 or 12%", "数字，如 1,234.5、500万、12%")


def read(text: str) -> Decimal:
    """The number a text writes; a percentage is a fraction. Raises Unreadable for anything else.

    >>> [str(read(t)) for t in ("500万", "1.2亿", "1,234.50", "１２３", "12.5%", "3w", "(500)")]
    ['5000000', '120000000', '1234.50', '123', '0.125', '30000', '-500']
    >>> read("34,8")
    Traceback (most recent call last):
    campaignlib.errors.Unreadable: read '34,8', expected a number such as 1,234.5, 500万 or 12%
    """
    folded = fold(text)
    if _EXPONENT.fullmatch(folded):
        return Decimal(folded)
    if negative := _NEGATIVE.fullmatch(folded):
        return -read(negative["inner"])
    found = _NUMBER.fullmatch(folded)
    if found is None:
        raise unreadable(text)
    value = scaled(found["written"], text)
    if found["mark"]:
        value = value.scaleb(-2 if found["mark"] == "%" else -3)
    return -value if found["sign"] == "-" else value


def scaled(written: str, text: str = "") -> Decimal:
    """Digits with their 万, 亿, w or k as a plain number; `1亿2000万` needs falling scales.

    >>> str(scaled("1亿2000万"))
    '120000000'
    """
    total, last = Decimal(0), 99
    for digits, scale in _ONE.findall(written):
        power = _SCALES[scale] if scale else 0
        if power >= last:
            raise unreadable(text or written)
        value = Decimal(digits.replace(",", "")).scaleb(power)
        total, last = (
            total + (value.quantize(Decimal(1)) if value == value.to_integral_value() and power else value),
            power,
        )
    return total


def of_cell(raw: Raw) -> Decimal | None:
    """A number cell exactly as typed, None for a text; raises Unreadable for dates, times and truth values."""
    if isinstance(raw, str):
        return None
    if isinstance(raw, bool | date | time) or not isinstance(raw, int | float):
        raise unreadable(str(raw))
    if raw != raw or raw in (float("inf"), float("-inf")):
        raise unreadable(str(raw))
    return Decimal(repr(raw))


def parse(raw: Raw, ctx: Context) -> float:
    """A number cell or a number as text, with or without a counter (120条, 92分).

    >>> parse("1,200条", Context()), parse(0.125, Context(number_format="0.0%"))
    (1200.0, 0.125)
    """
    value = of_cell(raw)
    return float(read(_uncounted(str(raw))) if value is None else value)


def whole(raw: Raw, ctx: Context) -> int:
    """A whole number.

    >>> whole("1.2万", Context())
    12000
    """
    value = of_cell(raw)
    if value is None:
        value = read(_uncounted(str(raw)))
    if value != value.to_integral_value():
        raise Unreadable(str(raw), "a whole number", "整数")
    return int(value)


def days(raw: Raw, ctx: Context) -> int:
    """A number of days: 5, 5天, 2周.

    >>> days("5天", Context()), days("2周", Context())
    (5, 14)
    """
    value = of_cell(raw)
    if value is None:
        found = _DAYS.fullmatch(fold(str(raw)))
        if found is None:
            raise _no_days(raw)
        weeks = (found["unit"] or "").endswith(("周", "星期", "week", "weeks"))
        value = scaled(found["written"]) * (7 if weeks else 1)
    if value != value.to_integral_value() or value < 0:
        raise _no_days(raw)
    return int(value)


def _no_days(raw: Raw) -> Unreadable:
    return Unreadable(str(raw), "a whole number of days such as 5天", "整天数，如 5天")


_COUNTED = re.compile(rf"(?P<number>.*[\d万亿wWkK百千])\s?(?:{COUNTERS}|分|元)", re.ASCII)


def _uncounted(text: str) -> str:
    found = _COUNTED.fullmatch(fold(text))
    return found["number"] if found else text
