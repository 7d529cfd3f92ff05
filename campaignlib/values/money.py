"""Money: exact, in the currency's unit as Decimal or in whole hundredths of it (fen), and the arithmetic people write into an item's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from campaignlib.errors import Unreadable
from campaignlib.values import number
from campaignlib.values.context import Context, Raw
from campaignlib.values.fold import fold

_SIGNS = {
    "CNY": "¥|RMB|人民币",
    "HKD": r"HK\$|\$|港币|港元",
    "MOP": r"MOP\$|澳门元",
    "TWD": r"NT\$|\$|新台币",
    "SGD": r"S\$|\$|新加坡元|新元",
    "USD": r"US\$|\$|美元|美金",
    "JPY": "¥|日元",
    "EUR": "€|欧元",
    "GBP": "£|英镑",
    "KRW": "₩|韩元",
}
"""Signs and names of each currency beside its code: none of another one is taken, for nothing is converted."""


@cache
def _money(currency: str) -> re.Pattern[str]:
    signs = "|".join(filter(None, (re.escape(currency), _SIGNS.get(currency))))
    return re.compile(
        rf"(?P<open>\()?(?P<sign>[+-])?\s?(?:{signs})?\s?(?P<sign2>-)?"
        rf"(?P<written>{number.WRITTEN})\s?(?:元整?|块钱?|{signs})?(?(open)\))",
        re.ASCII | re.IGNORECASE,
    )


def unreadable(text: str) -> Unreadable:
    return Unreadable(text, "an amount such as 77,000 or 50万元", "金额，如 77,000、50万元")


def read(text: str, currency: str = "CNY") -> Decimal:
    """An amount in the currency's unit; one with the sign of another currency is Unreadable.

    >>> [str(read(t)) for t in ("￥77,000", "50万元", "1.2亿", "(500)", "12.50 元")]
    ['77000', '500000', '120000000', '-500', '12.50']
    >>> str(read("HK$20,000", "HKD"))
    '20000'
    """
    found = _money(currency).fullmatch(fold(text))
    if found is None or (found["open"] and (found["sign"] or found["sign2"])):
        raise unreadable(text)
    try:
        value = number.scaled(found["written"])
    except Unreadable:
        raise unreadable(text) from None
    negative = (found["sign"] == "-") + bool(found["sign2"]) + bool(found["open"])
    if negative > 1:
        raise unreadable(text)
    return -value if negative else value


def fen(raw: Raw, ctx: Context) -> int:
    """An amount in whole fen; noise a formula left far behind the second decimal is dropped.

    >>> fen("￥77,000", Context()), fen(50.33, Context())
    (7700000, 5033)
    """
    try:
        value = number.of_cell(raw)
    except Unreadable:
        raise unreadable(str(raw)) from None
    exact = (read(str(raw), ctx.currency) if value is None else value) * 100
    nearest = exact.quantize(Decimal(1)) if abs(exact) < 10**20 else None
    if nearest is None or abs(exact - nearest) > Decimal("1e-4"):
        raise Unreadable(str(raw), "an amount in yuan with at most two decimals", "最多两位小数的金额")
    return int(nearest)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`factors` (number, unit) as written, such as (800, "元/天"), and their product."""

    factors: tuple[tuple[Decimal, str], ...]
    product: Decimal
    text: str


_TIMES = r"\s?[×xX*✕✖╳]\s?"
_FACTOR = rf"{number.WRITTEN}\s?%?(?:\s?(?:/|每)?[^\W\d_×xX✕✖╳]{{1,4}}(?:/[^\W\d_×xX✕✖╳]{{1,3}}){{0,2}})?"
_CHAIN = re.compile(rf"(?<![\d.,A-Za-z]){_FACTOR}(?:{_TIMES}{_FACTOR})+")
_PIECE = re.compile(rf"(?P<written>{number.WRITTEN})\s?(?P<unit>.*)")
_JOINED = re.compile(r"\s?[+÷−-]\s?\d")
_JOINED_BEFORE = re.compile(r"[\d\w)]\s?[+÷−×xX*/-]\s?$")


def arithmetic(text: str) -> Arithmetic | None:
    """The multiplication a text holds, None if it holds none, several, or one joined to more by + or ÷.

    >>> found = arithmetic("内部团队加班费(3人×5天×800元/天)")
    >>> [(str(value), unit) for value, unit in found.factors], str(found.product)
    ([('3', '人'), ('5', '天'), ('800', '元/天')], '12000')
    """
    folded = fold(text)
    chains = list(_CHAIN.finditer(folded))
    if len(chains) != 1:
        return None
    chain = chains[0]
    if _JOINED.match(folded[chain.end() :]) or _JOINED_BEFORE.search(folded[: chain.start()]):
        return None
    factors: list[tuple[Decimal, str]] = []
    product = Decimal(1)
    for piece in re.split(_TIMES, chain.group()):
        found = _PIECE.fullmatch(piece)
        if found is None:
            return None
        try:
            value = number.scaled(found["written"])
        except Unreadable:
            return None
        if found["unit"].startswith("%"):
            value = value.scaleb(-2)
        factors.append((value, found["unit"].strip()))
        product *= value
    return Arithmetic(tuple(factors), product, chain.group())
