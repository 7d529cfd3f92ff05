"""Numbers, money and dates as readers of each language expect them, rounded half-up from the exact decimal."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Protocol

from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Comparison

Number = int | float | Decimal

MINUS = "−"
NOTHING = "—"
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_CURRENCIES = {
    "CNY": "元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元",
    "HKD": "港元", "TWD": "新台币", "SGD": "新加坡元", "KRW": "韩元", "MOP": "澳门元",
}  # fmt: skip
_ZH_SCALES = ((8, "亿"), (4, "万"))
_EN_LONG = ((9, " billion"), (6, " million"))
_EN_SHORT = ((9, "B"), (6, "M"))
_SIGNS = {Comparison.AT_LEAST: "≥", Comparison.AT_MOST: "≤", Comparison.EXACTLY: "", Comparison.RANGE: ""}


class UnitLike(Protocol):
    """What `show` needs of a unit; `figures.Unit` is one."""

    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> Label: ...


def rounded(value: Number, digits: int = 0) -> Decimal:
    """Half-up on the decimal a number shows as, so 0.125 gives 0.13 and 2.675 gives 2.68.

    >>> str(rounded(2.675, 2)), str(rounded(-0.4))
    ('2.68', '0')
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    made = exact.quantize(Decimal(1).scaleb(-digits), context=_WIDE)
    return made if made else abs(made)


def fixed(value: Number, digits: int = 0) -> str:
    """Digits in threes with a fixed number of decimals and a real minus; a dash for NaN and infinities.

    >>> fixed(-1234.5, 1), fixed(float("nan"))
    ('−1,234.5', '—')
    """
    if not _finite(value):
        return NOTHING
    return f"{rounded(value, digits):,f}".replace("-", MINUS)


def trimmed(value: Number, digits: int = 2) -> str:
    """`fixed` without the zeros at its end.

    >>> trimmed(350.0), trimmed(1.2), trimmed(100)
    ('350', '1.2', '100')
    """
    text = fixed(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text else text


def count(value: Number, lang: Lang) -> str:
    """A count in a sentence: zh 1,800, from 100,000 350万, from 100,000,000 1.2亿; en 1,800, 3.5 million.

    >>> [count(v, "zh") for v in (1800, 99_999, 100_000, 3_500_000, 99_999_999, 120_000_000)]
    ['1,800', '99,999', '10万', '350万', '1亿', '1.2亿']
    >>> count(3_500_000, "en"), count(999_999, "en")
    ('3.5 million', '999,999')
    """
    if not _finite(value):
        return NOTHING
    if lang == "zh":
        return _scaled(value, _ZH_SCALES, 100_000) or fixed(value)
    return _scaled(value, _EN_LONG, 1_000_000) or fixed(value)


def count_short(value: Number, lang: Lang) -> str:
    """A count in a table or chart: as `count`, in English 3.5M and 5.0M, so that a column keeps its shape.

    >>> count_short(5_000_000, "en"), count_short(6_130_000, "en"), count_short(5_000_000, "zh")
    ('5.0M', '6.13M', '500万')
    """
    if lang == "zh" or not _finite(value):
        return count(value, lang)
    text = _scaled(value, _EN_SHORT, 1_000_000)
    if text is None:
        return fixed(value)
    return text if "." in text else f"{text[:-1]}.0{text[-1]}"


def _scaled(value: Number, scales: tuple[tuple[int, str], ...], least: int) -> str | None:
    """The value in its scale with up to two decimals; None under `least`. 9,999.9999万 rounds up to 1亿."""
    exact = rounded(value)
    if abs(exact) < least:
        return None
    above = None
    for power, name in scales:
        part = rounded(exact.scaleb(-power, _WIDE), 2)
        if above and abs(part) >= Decimal(10) ** (above[0] - power):
            return trimmed(exact.scaleb(-above[0], _WIDE)) + above[1]
        if abs(exact) >= Decimal(10) ** power:
            return trimmed(part) + name
        above = (power, name)
    return None


def money(value: Number, lang: Lang, currency: str = "CNY", *, short: bool = False) -> str:
    """Money, exact: 68,000 元, CNY 68,000; cents where it has them (12.50 元) or where it is a unit cost under 1,000.

    `short` is for sentences: from a million 120万元, CNY 1.2 million.

    >>> money(68000, "zh"), money(Decimal("50.3267"), "en"), money(1_200_000, "zh", short=True)
    ('68,000 元', 'CNY 50.33', '120万元')
    """
    if not _finite(value):
        return NOTHING
    name = _CURRENCIES.get(currency, currency) if lang == "zh" else currency
    scales = _ZH_SCALES if lang == "zh" else _EN_LONG
    scaled = _scaled(value, scales, 1_000_000) if short else None
    if scaled is not None:
        return f"{scaled}{name}" if lang == "zh" and name != currency else _beside(scaled, name, lang)
    return _beside(fixed(value, _cents(value)), name, lang)


def _beside(text: str, name: str, lang: Lang) -> str:
    return f"{text} {name}" if lang == "zh" else f"{name} {text}"


def _cents(value: Number) -> int:
    """2 where the cents say something: an amount exact to the cent, or a unit cost; 0 for long divisions."""
    cents = rounded(value, 2)
    exact = cents == (value if isinstance(value, Decimal) else Decimal(repr(value)))
    return 2 if cents != rounded(value) and (exact or abs(cents) < 1000) else 0


def percent(fraction: Number, lang: Lang, digits: int = 1, *, trim: bool = False) -> str:
    """A fraction as a percentage; `trim` cuts zeros at the end, as targets and floors are written.

    >>> percent(0.125, "zh"), percent(5.4935, "en", 2), percent(0.6, "zh"), percent(0.6, "zh", trim=True)
    ('12.5%', '549.35%', '60.0%', '60%')
    """
    if not _finite(fraction):
        return NOTHING
    hundredfold = (fraction if isinstance(fraction, Decimal) else Decimal(repr(fraction))).scaleb(2, _WIDE)
    return (trimmed if trim else fixed)(hundredfold, digits) + "%"


def points(difference: Number, lang: Lang, digits: int | None = None, *, sign: bool = False) -> str:
    """A difference of two fractions, in percentage points.

    >>> points(0.025, "zh"), points(0.8594, "en", 2), points(-0.025, "zh"), points(0.01, "en", sign=True)
    ('2.5 个百分点', '85.94 percentage points', '−2.5 个百分点', '+1.0 percentage point')
    """
    number = percent(difference, lang, 1 if digits is None else digits).removesuffix("%")
    if sign and number != NOTHING and rounded(difference, 9) > 0 and number.strip("0."):
        number = f"+{number}"
    one = number.lstrip(f"+{MINUS}") in ("1", "1.0", "1.00")
    return f"{number} {'个百分点' if lang == 'zh' else 'percentage point' if one else 'percentage points'}"


def index(value: Number) -> str:
    """A pace index: two decimals.

    >>> index(1.2), index(0.668)
    ('1.20', '0.67')
    """
    return fixed(value, 2)


def signed(value: Number, digits: int = 0) -> str:
    """A change with its sign.

    >>> signed(121473), signed(-159954), signed(0)
    ('+121,473', '−159,954', '0')
    """
    text = fixed(value, digits)
    return f"+{text}" if _finite(value) and rounded(value, digits) > 0 else text


def day(when: date, lang: Lang, year: bool = False, weekday: bool = False) -> str:
    """A day: 8月2日, 2024年8月2日，周五; 2 Aug, Friday 2 August 2024.

    >>> friday = date(2024, 8, 2)
    >>> day(friday, "zh"), day(friday, "zh", year=True, weekday=True), day(friday, "en"), day(friday, "en", True, True)
    ('8月2日', '2024年8月2日，周五', '2 Aug', 'Friday 2 August 2024')
    """
    if lang == "zh":
        text = f"{when.year}年{when.month}月{when.day}日" if year else f"{when.month}月{when.day}日"
        return f"{text}，周{'一二三四五六日'[when.weekday()]}" if weekday else text
    name = _MONTHS[when.month - 1]
    text = f"{when.day} {name if weekday else name[:3]}" + (f" {when.year}" if year else "")
    return f"{_WEEKDAYS[when.weekday()]} {text}" if weekday else text


def day_short(when: date, lang: Lang) -> str:
    """A day on the axis of a chart.

    >>> day_short(date(2024, 8, 2), "zh"), day_short(date(2024, 8, 2), "en")
    ('8/2', '2 Aug')
    """
    return f"{when.month}/{when.day}" if lang == "zh" else day(when, lang)


def day_range(first: date, last: date, lang: Lang) -> str:
    """A range of days; the years only where they differ, one day as a day.

    >>> day_range(date(2024, 7, 26), date(2024, 8, 10), "zh"), day_range(date(2024, 7, 20), date(2024, 7, 25), "en")
    ('7月26日—8月10日', '20–25 Jul')
    """
    if first == last:
        return day(first, lang)
    years = first.year != last.year
    dash = "—" if lang == "zh" else "–"
    if lang == "en" and not years and first.month == last.month:
        return f"{first.day}{dash}{day(last, lang)}"
    return f"{day(first, lang, year=years)}{dash}{day(last, lang, year=years)}"


def clock(when: datetime | time) -> str:
    """A time of day.

    >>> clock(time(9, 5))
    '09:05'
    """
    return f"{when.hour:02}:{when.minute:02}"


def moment(when: datetime, lang: Lang) -> str:
    """A day and its time.

    >>> moment(datetime(2024, 8, 2, 20, 15), "zh")
    '8月2日 20:15'
    """
    return f"{day(when, lang)} {clock(when)}"


def clock_range(first: datetime | time, last: datetime | time, lang: Lang) -> str:
    """A range of times.

    >>> clock_range(time(20), time(22), "zh")
    '20:00—22:00'
    """
    return f"{clock(first)}{'—' if lang == 'zh' else '–'}{clock(last)}"


def value_range(
    low: Number, high: Number, lang: Lang, percent: bool = False, digits: int | None = None
) -> str:
    """A range of values: percentages with one decimal, else counts, or numbers with fixed decimals.

    >>> value_range(0.1034, 0.1512, "zh", percent=True), value_range(0.1034, 0.1512, "en", percent=True)
    ('10.3%～15.1%', '10.3–15.1%')
    >>> value_range(1623, 1765, "zh"), value_range(0.8, 1.2, "en", digits=2), value_range(-5, 3, "en")
    ('1,623～1,765', '0.80–1.20', '−5 to 3')
    """
    if percent:
        first, last = (_as_percent(end, lang, 1 if digits is None else digits) for end in (low, high))
        if lang == "en" and not last.startswith(MINUS):
            first = first.removesuffix("%") if not first.startswith(MINUS) else first
    elif digits is not None:
        first, last = fixed(low, digits), fixed(high, digits)
    else:
        first, last = count_short(low, lang), count_short(high, lang)
    if lang == "zh":
        return f"{first}～{last}"
    return f"{first} to {last}" if MINUS in first + last else f"{first}–{last}"


_as_percent = percent


def compared(text: str, comparison: Comparison | None) -> str:
    """A target with its comparison before it.

    >>> compared("15%", Comparison.AT_LEAST), compared("85 分", None)
    ('≥15%', '85 分')
    """
    return (_SIGNS[comparison] if comparison else "") + text


def target(
    value: Number,
    comparison: Comparison | None,
    unit: UnitLike,
    lang: Lang,
    currency: str = "CNY",
    upper: Number | None = None,
) -> str:
    """A target as people write it: ≥15%, ≥500万, 80～90.

    >>> from types import SimpleNamespace
    >>> target(0.15, Comparison.AT_LEAST, SimpleNamespace(kind="ratio", label=Label("", "")), "zh")
    '≥15%'
    """
    if comparison is Comparison.RANGE and upper is not None:
        ratio = unit.kind == "ratio"
        decimals = None if ratio or unit.kind in ("count", "money") else 0
        return value_range(value, upper, lang, percent=ratio, digits=decimals)
    if unit.kind == "ratio":
        return compared(percent(value, lang, 2, trim=True), comparison)
    return compared(show(value, unit, lang, currency), comparison)


def show(value: Number | date | str | None, unit: UnitLike, lang: Lang, currency: str = "CNY") -> str:
    """Any figure's value by the kind of its unit, with the noun behind it (条, leads); a dash for None.

    >>> from types import SimpleNamespace
    >>> leads = SimpleNamespace(kind="count", label=Label("条", "leads"))
    >>> show(850, leads, "zh"), show(850, leads, "en"), show(3_500_000, leads, "zh")
    ('850 条', '850 leads', '350万条')
    """
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        return moment(value, lang)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, str):
        return value
    if not _finite(value):
        return NOTHING
    if unit.kind == "ratio":
        return percent(value, lang)
    if unit.kind == "index":
        return index(value)
    if unit.kind == "money":
        return money(value, lang, currency)
    if unit.kind in ("score", "days"):
        return _with_noun(trimmed(value, 1), unit.label.to(lang), lang)
    return _with_noun(count(value, lang), unit.label.to(lang), lang)


def _with_noun(number: str, noun: str, lang: Lang) -> str:
    """`350万条` but `850 条`; English nouns are plural: one day, one lead."""
    if not noun:
        return number
    if lang == "zh":
        return f"{number}{noun}" if number.endswith(("万", "亿")) else f"{number} {noun}"
    if number in ("1", f"{MINUS}1") and noun.endswith("s") and not noun.endswith("ss"):
        noun = noun.removesuffix("s")
    return f"{number} {noun}"


def _finite(value: Number) -> bool:
    return (
        Decimal(value).is_finite()
        if isinstance(value, Decimal)
        else value == value and abs(value) != float("inf")
    )
