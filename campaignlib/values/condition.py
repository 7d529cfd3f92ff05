"""Conditions a risk plan names: a subject, a comparison and a value (预热期首日曝光量<50万)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from campaignlib.errors import Unreadable
from campaignlib.values import number, quantity
from campaignlib.values.fold import fold

_WORDS = {
    "<": "小于|低于|少于|不足|不到|未达到|未达|没有达到|没达到|达不到|跌破|less than|fewer than|below|under|<",
    "≤": "小于等于|不超过|不高于|不多于|不大于|至多|最多|at most|no more than|≤|<=",
    ">": "大于|超过|高于|多于|突破|超出|more than|above|over|>",
    "≥": "大于等于|不低于|不少于|不小于|至少|达到|达|at least|no less than|≥|>=",
    "=": "等于|=",
}
_OPERATORS = {word: sign for sign, words in _WORDS.items() for word in words.split("|")}
_TESTS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
    "=": operator.eq,
}
_AFTER = {"及以上": "≥", "以上": "≥", "及以下": "≤", "以下": "≤", "以内": "≤"}
_NAMED = sorted(_OPERATORS, key=len, reverse=True)
_CONDITION = re.compile(
    rf"(?P<subject>.*?\D)\s?(?P<word>{'|'.join(map(re.escape, _NAMED))})\s?"
    rf"(?P<value>¥?{number.WRITTEN}\s?(?:%|‰)?\s?(?:元|分|{number.COUNTERS})?)(?:时|的时候|的)?",
    re.ASCII | re.DOTALL | re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?P<subject>.*?[^\d.,])\s?(?P<value>¥?{number.WRITTEN}\s?(?:%|‰)?\s?(?:元|分|{number.COUNTERS})?)"
    rf"(?P<word>{'|'.join(_AFTER)})(?:时|的时候|的)?",
    re.ASCII | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """`operator` is one of < ≤ > ≥ =; `value` is a fraction for percentages; `text` as written."""

    subject: str
    operator: str
    value: Decimal
    text: str
    kind: quantity.Kind = "count"

    def holds(self, observed: int | float | Decimal) -> bool:
        """Whether an observed value meets the condition.

        >>> read("曝光量<50万").holds(430_000)
        True
        """
        exact = observed if isinstance(observed, Decimal) else Decimal(repr(observed))
        return not exact.is_nan() and _TESTS[self.operator](exact, self.value)


def read(text: str) -> Condition:
    """The condition a text states; raises Unreadable for prose, for several conditions and for rough values.

    >>> found = read("气象预报显示降雨概率≥60%")
    >>> found.subject, found.operator, str(found.value)
    ('气象预报显示降雨概率', '≥', '0.60')
    >>> read("物料未在8月1日前到位")
    Traceback (most recent call last):
    campaignlib.errors.Unreadable: read '物料未在8月1日前到位', expected a condition such as 曝光量<50万
    """
    folded = fold(text)
    found = _CONDITION.fullmatch(folded) or _BEHIND.fullmatch(folded)
    if found is None:
        raise _unreadable(text)
    subject = found["subject"].strip(" ,，:：")
    if not subject or quantity.quantities(subject) or re.search(r"[;；。]|且|或(?!有|许)", subject):
        raise _unreadable(text)
    try:
        value = quantity.read(found["value"])
    except Unreadable:
        raise _unreadable(text) from None
    sign = _OPERATORS.get(found["word"].lower()) or _AFTER[found["word"]]
    return Condition(subject, sign, value.value, text, value.kind)


def _unreadable(text: str) -> Unreadable:
    return Unreadable(text, "a condition such as 曝光量<50万", "条件，如 曝光量<50万")
