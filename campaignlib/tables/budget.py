"""The budget: every item with what was planned and spent, the items' sum beside the stated total, the contingency."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.tables.cells import DASH, esc, lines, linked, other, quiet, strong
from campaignlib.tables.heads import head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words import display
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import CostClass

CAPTION = Label("预算：预算、支出与差异，按成本类别", "Budget: planned, spent and variance, by cost class")
EMPTY = Label(
    "没有预算明细。它来自F3预算明细表。", "There are no budget items. They come from F3, the budget."
)
ITEMS = Label("明细合计", "Sum of items")
STATED = Label("表上合计", "Stated total")
GAP = Label("比明细合计{more} {gap}", "{gap} {more} than the items")
MORE, LESS = Label("多", "more"), Label("少", "less")
RESERVE = Label(
    "备用金{reserve}：{shares}；规定{rule}。", "Contingency of {reserve}: {shares}; the rule is {rule}."
)
SHARE = Label("占{base} {share}", "{share} of the {base}")
REMAINING = Label(
    "已计划和已决定的动用{draws}，余{left}。", "Draws planned and decided {draws}, leaving {left}."
)
EXCEEDED = Label(
    "已计划和已决定的动用{draws}，超出{left}。", "Draws planned and decided {draws}, {left} over it."
)
NONE_SPENT = Label("实际支出：F3每一行都没有填。", "Actual spend: not filled in for any item of F3.")


def budget(variance: Figures, contingency: Figures, lang: Lang, currency: str = "CNY") -> Table:
    """Rows: `variance` figures of items grouped by class; then the items' sum and, where it differs, the stated
    total. The note says the contingency on each base, and what is left of it."""
    items = [f for f in variance.named("variance") if not f.key.startswith(("class:", "total"))]
    total = variance.get("variance", "total")
    whole = total.inputs.get("planned") if total else None
    spent = any(f.inputs.get("actual") is not None for f in items)
    daily = any(f.inputs.get("daily_spend") is not None for f in (*items, *((total,) if total else ())))
    made = [_item(f, whole, lang) for f in items]
    if total is not None and items:
        made += _totals(total, contingency, lang, currency)
    return table(
        "budget",
        CAPTION.to(lang),
        _columns(lang, display.money(0, lang, currency), spent, daily),
        made,
        lang,
        empty=EMPTY.to(lang),
        note=_note(contingency, currency, lang, spent),
    )


def _columns(lang: Lang, zero: str, spent: bool, daily: bool) -> list[Column]:
    unit = zero.replace("0", "").strip()
    columns = [Column("item", head("item", lang)), Column("planned", head("planned", lang, unit), True)]
    if spent:
        columns += [
            Column("spent", head("spent", lang, unit), True),
            Column("difference", head("difference", lang, unit), True),
        ]
    if daily:
        columns.append(Column("daily", head("daily", lang, unit), True))
    return [*columns, Column("of_total", head("of_total", lang), True)]


def _item(figure: Figure, whole: Decimal | None, lang: Lang) -> Line:
    said = figure.inputs
    group = said.get("class")
    return Line(
        {
            "item": lines(esc(figure.of, lang), esc(show.sources(figure.cells, 2), lang)),
            "planned": _number(said.get("planned")),
            "spent": strong(_number(said.get("actual"))) if said.get("actual") is not None else DASH,
            "difference": _signed(figure),
            "daily": _number(said.get("daily_spend")),
            "of_total": _of(said.get("planned"), whole, lang),
        },
        CostClass(group).label.to(lang) if group else "",
    )


def _totals(total: Figure, contingency: Figures, lang: Lang, currency: str) -> list[Line]:
    said = total.inputs
    planned = said.get("planned")
    made = [
        Line(
            {
                "item": esc(ITEMS, lang),
                "planned": linked(strong(_number(planned)), total) if planned is not None else DASH,
                "spent": strong(_number(said.get("actual"))) if said.get("actual") is not None else DASH,
                "difference": _signed(total),
                "daily": _number(said.get("daily_spend")),
                "of_total": _of(planned, planned, lang),
            },
            style="total",
        )
    ]
    stated = contingency.get("contingency", "stated")
    base = stated.inputs.get("base") if stated else None
    if stated is None or base is None:
        return made
    name = lines(esc(STATED, lang), esc(show.sources(stated.cells[-1:], 1), lang))
    value = strong(_number(base))
    if planned is not None and base != planned:
        gap = show.money(abs(base - planned), currency)
        told = GAP.fill(more=MORE if base > planned else LESS, gap=gap)
        name = f"{name}<br/>{other(esc(told, lang))}"
    made.append(Line({"item": name, "planned": value, "of_total": _of(base, planned, lang)}))
    return made


def _note(contingency: Figures, currency: str, lang: Lang, spent: bool) -> str:
    parts = []
    known = [f for f in contingency.named("contingency") if f.value is not None]
    if known:
        shares = [SHARE.fill(base=f.basis, share=show.share(f.number)) for f in known]
        between = "，" if lang == "zh" else ", "
        parts.append(
            RESERVE.fill(
                reserve=show.money(known[0].inputs["reserve"], currency),
                shares=between.join(s.to(lang) for s in shares),
                rule=show.shares(known[0].inputs["low"], known[0].inputs["high"]),
            ).to(lang)
        )
    left = contingency.get("contingency_remaining")
    if left is not None and left.value is not None and left.inputs.get("draws") is not None:
        draws, rest = left.inputs["draws"], Decimal(str(left.value))
        words = REMAINING if rest >= 0 else EXCEEDED
        told = words.fill(draws=show.money(draws, currency), left=show.money(abs(rest), currency))
        parts.append(told.to(lang))
    if not spent:
        parts.append(NONE_SPENT.to(lang))
    return ("" if lang == "zh" else " ").join(parts)


def _number(value: Any) -> str:
    return DASH if value is None else display.fixed(value, 0 if value == int(value) else 2)


def _signed(figure: Figure) -> str:
    return quiet("—") if figure.value is None else display.signed(figure.number)


def _of(value: Any, whole: Any, lang: Lang) -> str:
    return DASH if value is None or not whole else display.percent(float(value) / float(whole), lang)
