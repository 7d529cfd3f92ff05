"""Number cells in a date column: Excel's day serials, compact dates, and month.day typed as a number."""

from __future__ import annotations

from datetime import datetime, timedelta

from campaignlib.errors import Unreadable
from campaignlib.values.context import Context
from campaignlib.values.dateparts import Written, unreadable, written

_EPOCH_1900 = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_FIRST, _LAST = datetime(1990, 1, 1), datetime(2200, 1, 1)


def of_number(raw: int | float, ctx: Context) -> datetime | Written:
    """The moment a number cell means, or month and day where the number can mean only one (7.25).

    >>> of_number(45505.75, Context()), of_number(45505 - 1462, Context(date1904=True))
    (datetime.datetime(2024, 8, 1, 18, 0), datetime.datetime(2024, 8, 1, 0, 0))
    """
    if raw != raw or abs(raw) >= 1e9:
        raise unreadable(str(raw))
    if raw == 60 and not ctx.date1904:
        raise Unreadable(
            "60",
            "a date; serial 60 is 29 February 1900, which never was",
            "日期；序列号 60 是并不存在的 1900年2月29日",
        )
    compact = written(f"{int(raw)}") if raw == int(raw) and raw >= 19000101 else None
    if compact is not None:
        return compact
    if 1 < raw < 13 and raw != int(raw):
        return _month_day(raw)
    if 1000 < raw < 200_000:
        found = (_EPOCH_1904 if ctx.date1904 else _EPOCH_1900) + timedelta(seconds=round(raw * 86_400))
        if _FIRST <= found < _LAST:
            return found
    raise unreadable(str(raw))


def _month_day(raw: float) -> Written:
    """7.25 is 25 July; 7.2 was typed 7.2 or 7.20, and the cell cannot tell."""
    month, _, decimals = repr(float(raw)).partition(".")
    if len(decimals) > 2:
        raise unreadable(str(raw))
    days = [int(decimals)] if len(decimals) == 2 else [int(decimals), int(decimals) * 10]
    days = [day for day in days if 1 <= day <= 31]
    if len(days) == 1:
        return Written(int(month), days[0])
    readings = tuple(f"{month}月{day}日" for day in days)
    raise Unreadable(
        str(raw),
        f"a date as text: the number may mean {' or '.join(readings)}",
        f"文本格式的日期：这个数字可能是{'，也可能是'.join(readings)}",
    )
