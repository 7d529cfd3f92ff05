"""Quantities: a number with its comparison, its unit and the words that say what it is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from campaignlib.errors import Unreadable
from campaignlib.values import dateparts, number
from campaignlib.values.context import Context, Raw
from campaignlib.values.fold import fold
from campaignlib.words.terms import Comparison

Kind = Literal["count", "ratio", "money", "score", "change"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """label: the words directly before; value: ratios are fractions, money is in yuan, a fall is negative;
    unit: as written (条, %, 元/天); upper: only of a range, whose value is its lower end; text: the quantity as
    written; after: the words directly behind it; start: its position."""

    label: str
    value: Decimal
    comparison: Comparison | None
    unit: str
    kind: Kind
    upper: Decimal | None = None
    text: str = ""
    after: str = ""
    start: int = 0


_AT_LEAST = "≥|>=|>|不低于|不少于|不小于|大于等于|大于|超过|高于|至少|最少|突破|超|[Aa]t least|[Nn]o less than|[Mm]ore than|[Oo]ver|[Aa]bove"
_AT_MOST = "≤|<=|<|不超过|不高于|不多于|不大于|小于等于|小于|低于|少于|至多|最多|控制在|[Aa]t most|[Uu]p to|[Nn]o more than|[Ll]ess than|[Uu]nder|[Bb]elow"
_TOKEN = re.compile(
    rf"(?P<before>{_AT_LEAST}|{_AT_MOST}|=|等于)?\s?(?P<sign>[+-])?\s?(?P<currency>¥|CNY|RMB|人民币)?\s?"
    rf"(?P<low>(?P<low_written>{number.WRITTEN})\s?(?P<low_mark>%|‰)?\s?(?:[-–—~−至到])\s?)?"
    rf"(?P<written>{number.WRITTEN})\s?(?P<plus>\+(?!\s?\d))?\s?(?P<mark>%|‰|个?百分点|pp(?![a-z]))?(?P<plus2>\+)?\s?"
    rf"(?P<unit>元(?:/(?:{number.COUNTERS}))?|块钱?|RMB|CNY|分(?![钟之类享为别布])|{number.COUNTERS}|(?<=\s)(?!times|fold|and|or|to)[A-Za-z]{{2,15}})?(?P<plus3>\+)?"
    r"(?P<after>及以上|以上|及以下|以下|及以内|以内|之内|内(?!容)|起(?!来))?",
    re.ASCII,
)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?")
_NAMES = re.compile(r"618|双1[12]|(?:19|20)\d{2}\s?(?:年度?|[Qq][1-4])|[A-Za-z]+\d+|第\s?\d+")
_ABOUT_BEFORE = re.compile(
    r"(?:约|大约|大概|接近|将近|近|差不多|几乎|about|around|nearly|approximately|[×*/÷]|\d\s?[xX])\s?$"
)
_ABOUT_AFTER = re.compile(r"\s?(?:左右|上下|多(?!人次?参)|余|来[个人]|倍|折|[×*/÷]\s?\d|[xX]\s?\d)")
_NEAR = 60
_RISE = "增长|提升|提高|上升|增加|上涨|增幅|涨幅|increase|\\+"
_FALL = "下降|降低|减少|下滑|降幅|下跌|decrease"
_CHANGE = re.compile(
    rf"(?:同比|环比|较[^，。；]*?|相比[^，。；]*?)?(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:了|幅度|率?达)?\s?$"
    r"|比[^，。；]{1,20}?(?:(?P<more>[高多])|(?P<less>[低少]))(?:出|了)?\s?$"
)
_VERB = re.compile(
    r"(?:已经?|均|仅|只有?|共计?|合计|总计|累计)?(?:达到?|高达|为|是|至|到|了|有|从|由|:|：|=)\s?$"
)
_BOUNDARY = re.compile(r"[，,；;。！!？?、\n()\[\]【】“”\"|]")
_NOUN_END = re.compile(r"(?:[量数额率分值费用]|人数|次数|ROI|达到?|[为是共:=])\s?$")
_PER = {"%": -2, "‰": -3, "百分点": -2, "个百分点": -2, "pp": -2}


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
    found = list(_scan(inner))
    if len(found) > 1:
        found = list(_scan(_masked(inner, _named(inner), "A"), inner))
    if len(found) != 1 or _end(found[0]) != len(inner) or _loose_digits(inner[: found[0].start]):
        raise unreadable(text)
    one = found[0]
    if negative and one.comparison is None and one.upper is None:
        return Quantity(one.label, -one.value, None, one.unit, one.kind, None, one.text)
    return one


def amount(raw: Raw, ctx: Context) -> float:
    """The value alone: 11% -> 0.11, ≥85分 -> 85.0, 50万元 -> 500000.0; the lower end of a range.

    >>> amount("≥85分", Context()), amount(0.11, Context(number_format="0%")), amount("350万", Context())
    (85.0, 0.11, 3500000.0)
    """
    try:
        value = number.of_cell(raw)
    except Unreadable:
        raise unreadable(str(raw)) from None
    return float(read(str(raw)).value if value is None else value)


def comparison(raw: Raw, ctx: Context) -> str | None:
    """The code of the comparison as written, None when none is.

    >>> comparison("≥15%", Context()), comparison("500万+", Context()), comparison("2000", Context())
    ('at_least', 'at_least', None)
    """
    if not isinstance(raw, str):
        amount(raw, ctx)
        return None
    found = read(raw).comparison
    return found.value if found else None


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in prose. Dates, times, names (618, H5) and rough or ambiguous ones (约2000, 3倍) are no quantities;
    a number without unit or sign counts only after a word such as 量 or 达.

    >>> [(q.label, str(q.value), q.unit) for q in quantities("线上线索量达800+，转化率12%，寄出礼品50份")]
    [('线上线索量', '800', ''), ('转化率', '0.12', '%'), ('寄出礼品', '50', '份')]
    """
    folded = fold(text.replace("，", "、"))  # in prose a full-width comma is never one of thousands
    words = _masked(folded, _dates(folded), "|")
    return tuple(q for q in _scan(_masked(words, _named(words), "A"), words) if _said(q, words))


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
    return ends and _NOUN_END.search(text[max(quantity.start - _NEAR, 0) : quantity.start]) is not None


def _scan(text: str, words: str = "") -> Iterator[Quantity]:
    """Every quantity of a text; labels are taken from `words`, the same text before names were masked."""
    words = words or text
    at = previous_end = 0
    label = ""
    while found := _TOKEN.search(text, at):
        start = found.end() - len(found.group().lstrip())
        at = max(found.end(), at + 1)
        before, behind = text[max(start - _NEAR, 0) : start], text[found.end() : found.end() + _NEAR]
        if not _stands_alone(found, before, behind):
            continue
        try:
            one = _quantity(
                found,
                words[max(start - _NEAR, previous_end) : start],
                words[found.end() : found.end() + _NEAR],
            )
        except Unreadable:
            continue
        if re.fullmatch(f"{_RISE}|{_FALL}", one.label) and one.kind == "ratio":
            one = replace(one, label=label)
        label = one.label
        previous_end = found.end()
        yield one


def _stands_alone(found: re.Match[str], before: str, behind: str) -> bool:
    if re.search(r"[\d.,+]$", before) and re.search(r"\d[.,+]*$", before):
        return False
    if re.search(r"[A-Za-z]$", before) and not (
        found["mark"] or found["unit"] or found["before"] or found["plus"]
    ):
        return False
    if found["sign"] and re.search(r"[\d%万亿元人]\s?$|[A-Za-z]$", before):
        return False
    if re.match(r"[+*×-]?\s?\d|[A-Za-z]", behind) and not re.match(r"[A-Z]{2,}", behind):
        return False
    return not (_ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(behind))


def _quantity(found: re.Match[str], before: str, behind: str) -> Quantity:
    mark = found["mark"] or ""
    unit = found["unit"] or ""
    value = number.scaled(found["written"])
    lower = _lower(found, value)
    power = _PER.get(mark, 0)
    value = value.scaleb(power)
    lower = None if lower is None else lower.scaleb(power)
    label = _label(before)
    change = _CHANGE.search(label) if mark else None
    points = mark not in ("", "%", "‰")
    kind = _kind(
        mark, unit or found["currency"] or "", bool(change) or points or (bool(mark) and found["sign"] == "+")
    )
    if change and kind == "change":
        label = label[: change.start()]
    falling = found["sign"] == "-" or (
        kind == "change" and change is not None and bool(change["fall"] or change["less"])
    )
    if falling:
        value, lower = -value, None if lower is None else -lower
    if lower is not None and falling:
        value, lower = lower, value
    return Quantity(
        label=_VERB.sub("", label).strip(),
        value=value if lower is None else lower,
        comparison=_comparison(found),
        unit=mark or unit or ("元" if found["currency"] else ""),
        kind=kind,
        upper=None if lower is None else value,
        text=found.group().strip(),
        after=_BOUNDARY.split(behind)[0].strip(),
        start=found.end() - len(found.group().lstrip()),
    )


def _label(before: str) -> str:
    """The words directly before; for `互动率偏低(<10%)` those before the bracket."""
    pieces = _BOUNDARY.split(before)
    bracketed = len(pieces) > 1 and not pieces[-1].strip() and before.rstrip().endswith(("(", "[", "【"))
    return pieces[-2 if bracketed else -1].strip()


def _lower(found: re.Match[str], upper: Decimal) -> Decimal | None:
    """The lower end of a range; `5-10万` takes the scale from its upper end."""
    if not found["low"]:
        return None
    low, high = found["low_written"], found["written"]
    scale = re.search(rf"{number.SCALE}$", high)
    if scale and not re.search(rf"{number.SCALE}$", low):
        low += scale.group()
    lower = number.scaled(low)
    if lower >= upper or (found["low_mark"] and found["low_mark"] != found["mark"]) or found["plus"]:
        raise unreadable(found.group())
    return lower


def _kind(mark: str, unit: str, change: bool) -> Kind:
    if mark:
        return "change" if change else "ratio"
    if unit.startswith(("元", "块", "RMB", "CNY", "¥", "人民币")):
        return "money"
    return "score" if unit.startswith("分") and not unit.startswith("分钟") else "count"


def _comparison(found: re.Match[str]) -> Comparison | None:
    before, after = found["before"] or "", found["after"] or ""
    if found["low"]:
        return Comparison.RANGE
    if found["plus"] or found["plus2"] or found["plus3"] or after.endswith(("上", "起")):
        return Comparison.AT_LEAST
    if after:
        return Comparison.AT_MOST
    if before in ("=", "等于"):
        return Comparison.EXACTLY
    if not before:
        return None
    return Comparison.AT_LEAST if re.fullmatch(_AT_LEAST, before) else Comparison.AT_MOST


def _end(quantity: Quantity) -> int:
    return quantity.start + len(quantity.text)


def _loose_digits(label: str) -> bool:
    """True if a label holds digits that are not a name such as H5 or 618."""
    return re.search(r"\d", _NAMES.sub("", label)) is not None
