"""What a budget chart shows: items and total with their spending, the reserve with its rule, and their labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaignlib.charts.style import SLACK, fit, text_width
from campaignlib.figures import Figure
from campaignlib.words import display
from campaignlib.words.label import Lang
from campaignlib.words.terms import CostClass

_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")


@dataclass(frozen=True, slots=True)
class Item:
    """One item: budget and spending in the campaign's currency; `daily` says that spending is from daily data."""

    name: str
    group: str
    planned: float
    spent: float | None
    daily: bool
    need: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """The last row: sum of the items, the total the form states, spending so far."""

    items: float
    stated: float | None
    spent: float | None
    daily: bool

    @property
    def differs(self) -> bool:
        return self.stated is not None and self.stated != self.items


def read_item(f: Figure, rule: Figure | None, lang: Lang) -> Item:
    """A figure of metrics.variance as an item; `rule` is the contingency on the sum of items."""
    spent, daily = spending(f)
    group = f.inputs.get("class")
    name = CostClass(group).label.to(lang) if group else ""
    return Item(
        f.of.to(lang),
        name.removesuffix("成本") if lang == "zh" else name,
        float(f.inputs["planned"]),
        spent,
        daily,
        _need(f, rule),
    )


def spending(f: Figure) -> tuple[float | None, bool]:
    """Spending as the form records it, else as daily data has it."""
    actual, daily = f.inputs.get("actual"), f.inputs.get("daily_spend")
    if actual is not None:
        return float(actual), False
    return (float(daily), True) if daily is not None else (None, False)


def _need(f: Figure, rule: Figure | None) -> tuple[float, float] | None:
    """The range the contingency rule asks for, when this item is the reserve: its cells stand in the rule's figure."""
    if rule is None or not {*f.cells} & {*rule.cells}:
        return None
    low, high, base = (rule.inputs.get(k) for k in ("low", "high", "base"))
    reserve = rule.inputs.get("reserve")
    if low is None or high is None or base is None or reserve is None:
        return None
    if float(reserve) != float(f.inputs["planned"]):
        return None
    return float(base) * float(low), float(base) * float(high)


def rule_share(rule: Figure | None) -> tuple[float, float] | None:
    """The parts of the budget the contingency rule asks for: least and most."""
    if rule is None or rule.inputs.get("low") is None or rule.inputs.get("high") is None:
        return None
    return float(rule.inputs["low"]), float(rule.inputs["high"])


def short_name(name: str, room: float, size: float = 13) -> str:
    """An item's name without the arithmetic in brackets, when it does not fit with it."""
    if text_width(name, size) * SLACK <= room:
        return name
    return fit(_BRACKETS.sub("", name) or name, room, size)


def amount(value: float) -> str:
    """An exact amount without its currency, which the key names."""
    return display.trimmed(value)


def item_label(item: Item, share: tuple[float, float] | None, lang: Lang) -> str:
    """Spending and budget, and for the reserve what its rule asks for."""
    spent = "—" if item.spent is None else amount(item.spent)
    text = f"{spent}／{amount(item.planned)}" if lang == "zh" else f"{spent} / {amount(item.planned)}"
    if item.need is None or share is None:
        return text
    low, high = (amount(x) for x in item.need)
    if lang == "zh":
        return f"{text}\u3000规则 {_percents(share, lang)}，应为 {low}～{high}"
    return f"{text}, rule {_percents(share, lang)}: {low}–{high}"


def _percents(share: tuple[float, float], lang: Lang) -> str:
    low, high = (display.percent(x, lang, 0) for x in share)
    return f"{low}～{high}" if lang == "zh" else f"{low[:-1]}–{high}"
