"""How a number cell shows itself under its Excel number format, for the formats people meet in forms."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<skip>\[[^\]]*\]|_.|\*.)'
    r"|(?P<digits>[#0?][#0?,.]*|\.[#0?]+)|(?P<plain>[%¥￥$()+\- ])|(?P<other>.)"
)


def shown(value: int | float, number_format: str = "") -> str:
    """The number as its cell shows it: percent, decimals, thousands and quoted text around it.

    A format of another kind (fractions, exponents, dates) gives the plain number.

    >>> shown(0.6, "0%"), shown(1234.5, "#,##0.00"), shown(5, '0"天"'), shown(7.2, "0.00"), shown(1530.0)
    ('60%', '1,234.50', '5天', '7.20', '1530')
    """
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    number = Decimal(repr(value))
    before, digits, after = _parts(number_format.split(";")[0])
    if not digits or digits.endswith(","):
        return _plain(number)
    if "%" in before + after:
        number *= 100
    if abs(number) >= 10**20:
        return _plain(number)
    whole, _, fraction = digits.partition(".")
    wanted, least = len(fraction), len(fraction.rstrip("#?"))
    text = f"{number.quantize(Decimal(1).scaleb(-wanted), ROUND_HALF_UP):{',' if ',' in whole else ''}f}"
    for _ in range(wanted - least):
        text = text.removesuffix("0")
    sign = "-" if text.startswith("-") else ""
    return sign + before.lstrip() + text.removeprefix("-").removesuffix(".") + after.rstrip()


def _parts(pattern: str) -> tuple[str, str, str]:
    """What stands before the digits, the digits' pattern, what stands after; no digits for another kind."""
    before, digits, after = "", "", ""
    for token in _TOKEN.finditer(pattern):
        if token["skip"] is not None:
            continue
        if token["other"] is not None or (token["digits"] is not None and digits):
            return "", "", ""
        if token["digits"] is not None:
            digits = token["digits"]
            continue
        text = next(
            t for t in (token["quoted"], token["escaped"], token["currency"], token["plain"]) if t is not None
        )
        before, after = (before, after + text) if digits else (before + text, after)
    return before, digits, after


def _plain(number: Decimal) -> str:
    whole = number == number.to_integral_value() and abs(number) < 10**20
    return f"{number.to_integral_value():f}" if whole else f"{number.normalize():f}"
