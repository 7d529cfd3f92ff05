"""Budget: what each item may cost and has cost, and how the stated total differs from the items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from campaignlib.charts.budgetitems import (
    Item,
    Total,
    amount,
    item_label,
    read_item,
    rule_share,
    short_name,
    spending,
)
from campaignlib.charts.drawing import Drawing
from campaignlib.charts.key import Sign
from campaignlib.charts.plane import Layer, Plane, boxes, compose, labels, plane, rules
from campaignlib.charts.say import currency_word, sentence
from campaignlib.charts.style import SLACK, C, Text, overlap, text_width
from campaignlib.figures import Figures
from campaignlib.words.label import Label, Lang


def budget(
    variance: Figures,
    contingency: Figures,
    stated: Decimal | int | None = None,
    lang: Lang = "zh",
    currency: str = "CNY",
) -> Drawing | None:
    """Bars per item of F3; None without items.

    variance     figures of metrics.variance
    contingency  figures of metrics.contingency: the range its rule asks for, on the sum of items
    stated       the total the form states, in the currency's unit; None: the one contingency was held against
    currency     code of the campaign's money, for the key
    """
    rule = contingency.get("contingency", "items")
    held = contingency.get("contingency", "stated")
    stated = held.inputs.get("base") if stated is None and held else stated
    items = [
        read_item(f, rule, lang)
        for f in variance.named("variance")
        if f.key.startswith("F3:") and f.inputs.get("planned") is not None
    ]
    if not items:
        return None
    whole = variance.get("variance", "total")
    spent, daily = spending(whole) if whole else (None, False)
    planned = whole.inputs.get("planned") if whole else None
    total = Total(
        float(planned) if planned is not None else sum(i.planned for i in items),
        float(stated) if stated is not None else None,
        spent,
        daily,
    )
    share = rule_share(rule)
    return Drawing(
        name="chart-budget",
        title=Label("预算：各项预算与支出", "Budget and spending by item").to(lang),
        description=_description(items, total, lang),
        lang=lang,
        wide=_wide(items, total, share, 920, lang),
        narrow=_narrow(items, total, share, lang),
        paper=_wide(items, total, share, 760, lang),
        key=_key(items, total, currency),
    )


def _wide(
    items: Sequence[Item], total: Total, share: tuple[float, float] | None, width: int, lang: Lang
) -> dict[str, Any]:
    pitch, top = 25, 4
    groups = max(text_width(i.group, 12) for i in items) * SLACK + 10
    left = round(groups + min(max(text_width(i.name, 13) for i in items) * SLACK, 170) + 14)
    foot = top + pitch * len(items)
    height = foot + 62
    p = plane(width, height, x=(0, _longest(items, total)), left=left, right=width - 150, bottom=height)
    middle = [top + pitch * n + pitch / 2 for n in range(len(items))]
    texts: list[Text] = []
    for n, (item, y) in enumerate(zip(items, middle, strict=True)):
        if n == 0 or items[n - 1].group != item.group:
            texts.append(Text(0, y, item.group, C["ink3"]))
        texts.append(Text(groups, y, short_name(item.name, left - groups - 8), size=13))
        texts.append(Text(_end(p, item) + 8, y, item_label(item, share, lang), C["ink2"]))
    row = foot + 20
    texts.append(Text(0, row, Label("合计", "Total").to(lang), bold=True, size=13))
    rules_ = [*rules(p, [(0, foot + 4, p.ux(width), foot + 4)], C["ink2"])]
    return _compose(p, items, middle, total, row, [*texts, *_totals(p, total, row, lang)], rules_)


def _narrow(
    items: Sequence[Item], total: Total, share: tuple[float, float] | None, lang: Lang
) -> dict[str, Any]:
    pitch, top = 41, 4
    foot = top + pitch * len(items)
    height = foot + 76
    p = plane(358, height, x=(0, _longest(items, total)), left=2, right=344, bottom=height)
    middle = [top + pitch * n + 26 for n in range(len(items))]
    texts: list[Text] = []
    for item, y in zip(items, middle, strict=True):
        texts.append(Text(2, y - 17, short_name(item.name, 350, 12)))
        start, label = _end(p, item) + 8, item_label(item, share, lang)
        if start + text_width(label) * SLACK > 358 and item.need:
            label = item_label(
                Item(item.name, item.group, item.planned, item.spent, item.daily), None, lang
            ) + (
                f"，应为 {amount(item.need[0])}～{amount(item.need[1])}"
                if lang == "zh"
                else f", rule {amount(item.need[0])}–{amount(item.need[1])}"
            )
        texts.append(Text(min(start, 358 - text_width(label) * SLACK), y, label, C["ink2"]))
    row = foot + 34
    texts.append(Text(2, row - 17, Label("合计", "Total").to(lang), bold=True))
    line = [*rules(p, [(0, foot + 4, p.ux(358), foot + 4)], C["ink2"])]
    return _compose(p, items, middle, total, row, [*texts, *_totals(p, total, row, lang)], line)


def _longest(items: Sequence[Item], total: Total) -> float:
    values = [total.items, total.stated or 0, total.spent or 0, *(i.planned for i in items)]
    return max(*values, *(i.spent or 0 for i in items), 1.0)


def _end(p: Plane, item: Item) -> float:
    """Where the label of an item may start: behind its bars and the range asked for."""
    return p.px(max(item.planned, item.spent or 0, item.need[1] if item.need else 0))


def _compose(
    p: Plane,
    items: Sequence[Item],
    middle: Sequence[float],
    total: Total,
    row: float,
    texts: Sequence[Text],
    lines: Sequence[Layer],
) -> dict[str, Any]:
    rows = list(zip(items, middle, strict=True))
    plans = [(0.0, i.planned, y) for i, y in rows if i.planned]
    layers: list[Layer] = [*lines]
    layers += boxes(p, [*plans, (0.0, total.items, row)], 13, fill=C["corridor"], stroke=C["edge"])
    spent = [(i.spent, i.daily, y) for i, y in [*rows, (_as_item(total), row)] if i.spent]
    layers += boxes(p, [(0.0, s, y) for s, daily, y in spent if not daily], 7, fill=C["accent"])
    layers += boxes(
        p,
        [(0.0, s, y) for s, daily, y in spent if daily],
        6,
        fill=C["paper"],
        stroke=C["accent"],
        dash=(2, 1.5),
        line=1.25,
    )
    layers += _needs(p, rows)
    if total.stated is not None and total.differs:
        span = (min(total.items, total.stated), max(total.items, total.stated), row)
        layers += boxes(p, [span], 14, stroke=C["ink"], dash=(3, 2), line=1.25)
    return compose(p, [*layers, *labels(p, texts)])


def _as_item(total: Total) -> Item:
    return Item("", "", total.items, total.spent, total.daily)


def _needs(p: Plane, rows: Sequence[tuple[Item, float]]) -> Iterator[Layer]:
    found = [(*i.need, y) for i, y in rows if i.need]
    lines = [(low, y, high, y) for low, high, y in found]
    ends = [(x, y - 4, x, y + 4) for low, high, y in found for x in (low, high)]
    yield from rules(p, [*lines, *ends], C["ink"], 1.75)


def _totals(p: Plane, total: Total, row: float, lang: Lang) -> list[Text]:
    """Spending, sum of items and stated total under the last bar; a label that would touch another goes one line down."""
    made: list[Text] = []

    def add(x: float, said: str, color: str, bold: bool = False) -> None:
        width = text_width(said, 12, bold) * SLACK
        right = min(max(x, width), p.width)
        for line in range(3):
            text = Text(right, row + 18 + 16 * line, said, color, "right", bold)
            if not any(overlap(text.box, other.box) for other in made):
                made.append(text)
                return

    if total.spent is not None:
        words = (
            Label("每日数据支出 {v}", "spend in daily data {v}")
            if total.daily
            else Label("已支出 {v}", "spent {v}")
        )
        said = words.fill(v=amount(total.spent)).to(lang)
        width = text_width(said, 12, True) * SLACK
        add(max(p.px(total.spent), p.left + width), said, C["accent"], True)
    words = Label("明细合计 {v}", "sum of items {v}")
    add(p.px(total.items), words.fill(v=amount(total.items)).to(lang), C["ink2"])
    if total.stated is not None and total.differs:
        gap = amount(abs(total.stated - total.items))
        words = Label("表上合计 {v} ≠ 差 {d}", "stated total {v} ≠ by {d}")
        said = words.fill(v=amount(total.stated), d=gap).to(lang)
        width = text_width(said, 12, True) * SLACK
        add(max(p.px(total.stated), p.px(total.items) + width + 6), said, C["ink"], True)
    return made


def _description(items: Sequence[Item], total: Total, lang: Lang) -> str:
    largest = max(items, key=lambda i: i.planned)
    parts = [
        Label("明细合计 {v}", "the items add up to {v}").fill(v=amount(total.items)),
    ]
    if total.stated is not None and total.differs:
        words = Label("表上合计 {v}，差 {d}", "the form states {v}, a difference of {d}")
        parts.append(words.fill(v=amount(total.stated), d=amount(abs(total.stated - total.items))))
    if total.spent is None:
        parts.append(Label("没有记录支出", "no spending is recorded"))
    else:
        words = Label("已支出 {v}", "spent so far {v}")
        if total.daily:
            words = Label("实际支出未填，每日数据里有 {v}", "no actual spend is recorded, daily data has {v}")
        parts.append(words.fill(v=amount(total.spent)))
    words = Label("最大一项 {name} {v}", "largest item {name} {v}")
    parts.append(words.fill(name=largest.name, v=amount(largest.planned)))
    for item in items:
        if item.need:
            words = Label("{name} {v}，规则要 {a} 到 {b}", "{name} {v}, the rule asks for {a} to {b}")
            a, b = (amount(x) for x in item.need)
            parts.append(words.fill(name=item.name, v=amount(item.planned), a=a, b=b))
    return sentence(parts, Label("数据见预算表", "figures in the budget table"), lang)


def _key(items: Sequence[Item], total: Total, currency: str) -> tuple[Sign, ...]:
    zh, en = currency_word(currency, "zh"), currency_word(currency, "en")
    signs = [Sign("bar_budget", Label("预算（{zh}）", "budget, {en}").fill(zh=zh, en=en))]
    known = [*items, _as_item(total)]
    if any(i.spent and not i.daily for i in known):
        signs.append(Sign("bar", Label("支出", "spent")))
    if any(i.spent and i.daily for i in known):
        signs.append(
            Sign("bar_daily", Label("每日数据里的支出（表上未填）", "spend in daily data (form empty)"))
        )
    if total.differs:
        signs.append(Sign("bar_dashed", Label("表上另写的数", "what the form states instead")))
    if any(i.need for i in items):
        signs.append(Sign("interval", Label("备用金应有的范围", "range the contingency rule asks for")))
    return tuple(signs)
