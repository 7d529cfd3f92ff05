"""Finds quantities in a folded text: a number, its comparison before or behind it, its unit, the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from campaignlib.errors import Unreadable
from campaignlib.values import number
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


_AT_LEAST = (
    "≥|>=|>|不低于|不少于|不小于|大于等于|大于|超过|高于|至少|最少|突破|超|"
    "[Aa]t least|[Nn]o less than|[Mm]ore than|[Oo]ver|[Aa]bove"
)
_AT_MOST = (
    "≤|<=|<|不超过|不高于|不多于|不大于|小于等于|小于|低于|少于|至多|最多|控制在|"
    "[Aa]t most|[Uu]p to|[Nn]o more than|[Ll]ess than|[Uu]nder|[Bb]elow"
)
_UNIT = (
    rf"元(?:/(?:{number.COUNTERS}))?|块钱?|RMB|CNY|分(?![钟之类享为别布])|{number.COUNTERS}"
    r"|(?<=\s)(?!times|fold|and|or|to)[A-Za-z]{2,15}"
)
_TOKEN = re.compile(
    rf"(?P<before>{_AT_LEAST}|{_AT_MOST}|=|等于)?\s?(?P<sign>[+-])?\s?(?P<currency>¥|CNY|RMB|人民币)?\s?"
    rf"(?P<low>(?P<low_written>{number.WRITTEN})\s?(?P<low_mark>%|‰)?\s?[-–—~−至到]\s?)?"
    rf"(?P<written>{number.WRITTEN})\s?(?P<plus>\+(?!\s?\d))?\s?"
    r"(?P<mark>%|‰|个?百分点|pp(?![a-z]))?(?P<plus2>\+)?\s?"
    rf"(?P<unit>{_UNIT})?(?P<plus3>\+)?"
    r"(?P<after>及以上|以上|及以下|以下|及以内|以内|之内|内(?!容)|起(?!来))?",
    re.ASCII,
)
_ABOUT_BEFORE = re.compile(
    r"(?:约|大概|接近|将近|近|差不多|几乎|about|around|nearly|approximately|[×*/÷]|\d\s?[xX])\s?$"
)
_ABOUT_AFTER = re.compile(r"\s?(?:左右|上下|多|余|来[个人]|倍|折|[×*/÷]\s?\d|[xX]\s?\d)")
_RISE = r"增长|提升|提高|上升|增加|上涨|增幅|涨幅|increase|\+"
_FALL = "下降|降低|减少|下滑|降幅|下跌|decrease"
_CHANGE = re.compile(
    rf"(?:同比|环比|较[^，。；]*?|相比[^，。；]*?)?(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:了|幅度|率?达)?\s?$"
    r"|比[^，。；]{1,20}?(?:(?P<more>[高多])|(?P<less>[低少]))(?:出|了)?\s?$"
)
_MOVED = re.compile(rf"(?:{_RISE}|{_FALL})$")
_VERB = re.compile(
    r"(?:已经?|均|仅|只有?|共计?|合计|总计|累计)?(?:达到?|高达|为|是|至|到|了|有|从|由|:|：|=)\s?$"
)
BOUNDARY = re.compile(r"[，,；;。！!？?、\n()\[\]【】“”\"|]")
NEAR = 60
"""How far words before and behind a number are looked at: a cell may hold 32,767 signs."""
_PER = {"%": -2, "‰": -3, "百分点": -2, "个百分点": -2, "pp": -2}
_OPPOSITE = {Comparison.AT_LEAST: Comparison.AT_MOST, Comparison.AT_MOST: Comparison.AT_LEAST}


def scan(text: str, words: str = "") -> Iterator[Quantity]:
    """Every quantity of a folded text; labels are taken from `words`, the same text before names were masked.

    >>> [(q.label, q.text) for q in scan("互动率从8%提升到12%")]
    [('互动率', '8%'), ('互动率', '12%')]
    """
    words = words or text
    at = previous_end = 0
    label = ""
    while found := _TOKEN.search(text, at):
        start = _start(found)
        at = max(found.end(), at + 1)
        if not _stands_alone(
            found, text[max(start - NEAR, 0) : start], text[found.end() : found.end() + NEAR]
        ):
            continue
        before = _label(words[max(start - NEAR, previous_end) : start])
        after = BOUNDARY.split(words[found.end() : found.end() + NEAR])[0].strip()
        try:
            one = _quantity(found, before, label, after)
        except Unreadable:
            continue
        label, previous_end = one.label, found.end()
        yield one


def _start(found: re.Match[str]) -> int:
    return found.end() - len(found.group().lstrip())


def _stands_alone(found: re.Match[str], before: str, behind: str) -> bool:
    """False for a piece of another number, of a name (H5), of a sum or product, and for what is only rough."""
    if re.search(r"\d[.,+]{0,3}$", before):
        return False
    counted = found["mark"] or found["unit"] or found["before"] or found["plus"]
    if re.search(r"[A-Za-z]$", before) and not counted:
        return False
    if found["sign"] and re.search(r"[\d%万亿元人]\s?$|[A-Za-z]$", before):
        return False
    if re.match(r"[+*×-]?\s?\d|[A-Za-z]", behind) and not re.match(r"[A-Z]{2,}", behind):
        return False
    return not (_ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(behind))


def _quantity(found: re.Match[str], before: str, previous: str, after: str) -> Quantity:
    mark, sign = found["mark"] or "", found["sign"] or ""
    unit = mark or found["unit"] or ("元" if found["currency"] else "")
    change = _CHANGE.search(before) if mark else None
    moved = bool(change) or mark not in ("", "%", "‰") or (bool(mark) and sign == "+")
    kind = _kind(mark, unit, moved)
    fell = bool(change and (change["fall"] or change["less"]))
    upper = number.scaled(found["written"])
    ends = [end.scaleb(_PER.get(mark, 0)) for end in (_lower(found, upper), upper) if end is not None]
    if fell or sign == "-":
        ends = [-end for end in reversed(ends)]
    comparison = _comparison(found)
    return Quantity(
        label=before[: change.start()].strip() if change else _plain_label(before, kind, previous),
        value=ends[0],
        comparison=_OPPOSITE.get(comparison, comparison) if fell and comparison else comparison,
        unit=unit,
        kind=kind,
        upper=ends[1] if len(ends) > 1 else None,
        text=found.group().strip(),
        after=after,
        start=_start(found),
    )


def _label(before: str) -> str:
    """The words directly before; for `互动率偏低(<10%)` those before the bracket."""
    pieces = BOUNDARY.split(before)
    bracketed = len(pieces) > 1 and not pieces[-1].strip() and before.rstrip().endswith(("(", "[", "【"))
    return pieces[-2 if bracketed else -1].strip()


def _plain_label(before: str, kind: Kind, previous: str) -> str:
    """Without 达, 为, 从 at its end; in 提升到12% the rate is the one named before."""
    label = _VERB.sub("", before).strip()
    if kind == "ratio" and (moved := _MOVED.search(label)):
        return label[: moved.start()].strip() or previous
    return label


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
        raise Unreadable(found.group(), "a range from low to high", "由低到高的区间")
    return lower


def _kind(mark: str, unit: str, change: bool) -> Kind:
    if mark:
        return "change" if change else "ratio"
    if unit.startswith(("元", "块", "RMB", "CNY")):
        return "money"
    return "score" if unit == "分" else "count"


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
