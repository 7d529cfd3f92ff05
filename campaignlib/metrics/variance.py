"""Spend variance: actual spending against the budget, per item, class and in all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from campaignlib.campaign import Campaign, Row
from campaignlib.figures import Figure, Figures, Unit
from campaignlib.metrics import costs, measures, sums
from campaignlib.metrics.exact import decimal, yuan
from campaignlib.values import money
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import CostClass, Standing

DEFINITION = Label("实际支出 − 预算", "actual spend − budget")
MONEY = Unit("money")
NOT_SPENT = Label("实际支出未填", "no actual spend recorded")
NO_BUDGET = Label("预算金额未填", "no budget stated")


def price_volume(p0: Decimal, q0: Decimal, p1: Decimal, q1: Decimal) -> tuple[Decimal, Decimal]:
    """The parts of a variance: price (p₁ − p₀) × q₁ and volume (q₁ − q₀) × p₀; they sum to p₁q₁ − p₀q₀ exactly.

    >>> price_volume(Decimal(15), Decimal(1000), Decimal("14.5"), Decimal(1100))
    (Decimal('-550.0'), Decimal('1500'))
    """
    return (p1 - p0) * q1, (q1 - q0) * p0


def variance(c: Campaign, as_of: date | str | None = None) -> Figures:
    """`variance` per item (key `F3:1`), class (`class:people`) and in all (`total`), in money.

    Undefined where no spending is recorded. inputs: planned, actual, daily_spend (spend of daily data, of the one
    channel an item names), price and volume (where item and note write their arithmetic), class.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> total = variance(load("data/back-to-school-2024")).one("variance", "total")
    >>> total.value, total.undefined.en, total.inputs["planned"]
    (None, 'no actual spend recorded', Decimal('68000'))
    """
    day = c.day(as_of)
    rows = c.rows("budget")
    classes = [
        _sum(c, k.label, f"class:{k.value}", tuple(r for r in rows if r.cost_class == k.value), day)
        for k in CostClass
        if any(r.cost_class == k.value for r in rows)
    ]
    total = [_sum(c, Label("合计", "Total"), "total", rows, day)] if rows else []
    return Figures([*(_item(c, row, day) for row in rows), *classes, *total])


def _item(c: Campaign, row: Row, day: date) -> Figure:
    planned = None if row.planned is None else yuan(row.planned)
    spent = None if row.actual is None else yuan(row.actual)
    daily = _spend(c, row, day)
    price, volume = _parts(row, spent)
    inputs = {"planned": planned, "actual": spent, "daily_spend": decimal(daily.value) if daily else None}
    inputs |= {"price": price, "volume": volume, "class": row.cost_class}
    cells = (*c.cells(row, "planned", "actual"), *(daily.cells if daily else ()))
    missing = NOT_SPENT if spent is None else NO_BUDGET
    return _figure(f"F3:{row.record}", Label.same(str(row.item or "")), inputs, cells, missing, day)


def _sum(c: Campaign, of: Label, key: str, rows: tuple[Row, ...], day: date) -> Figure:
    planned, no_plan = costs.of_rows(c, rows, "planned", NO_BUDGET)
    spent, no_spend = costs.of_rows(c, rows, "actual", NOT_SPENT)
    if key == "total":
        found = sums.total(c, measures.SPEND, sums.ALL, None, day)
        daily = decimal(found.value) if found else None
    else:
        parts = [decimal(s.value) for s in (_spend(c, row, day) for row in rows) if s]
        daily = sum(parts, Decimal()) if parts else None
    inputs = {"planned": planned, "actual": spent, "daily_spend": daily, "price": None, "volume": None}
    cells = sums.ranges(cell for row in rows for cell in c.cells(row, "planned", "actual"))
    return _figure(key, of, inputs, cells, no_spend or no_plan, day)


def _figure(key: str, of: Label, inputs: dict[str, Any], cells: Any, missing: Label, day: date) -> Figure:
    planned, spent = inputs["planned"], inputs["actual"]
    known = planned is not None and spent is not None
    return Figure(
        name="variance",
        key=key,
        of=of,
        value=spent - planned if known else None,
        unit=MONEY,
        definition=DEFINITION,
        basis=Label("F3实际支出", "actual spend of F3"),
        status=None if known else Standing.NO_DATA,
        rule=NONE if known else missing,
        undefined=None if known else missing,
        as_of=day,
        inputs=inputs,
        cells=cells,
    )


def _spend(c: Campaign, row: Row, day: date) -> sums.Sum | None:
    """Spend in daily data of the one channel that an item names, when no other item names that channel."""
    named = _channels(c, row)
    if len(named) != 1 or sum(_channels(c, other) == named for other in c.rows("budget")) > 1:
        return None
    return sums.total(c, measures.SPEND, named[0], None, day)


def _channels(c: Campaign, row: Row) -> tuple[str, ...]:
    return tuple(ch.id for ch in c.config.channels_in(str(row.item or "")) if ch.id != sums.ALL)


def _parts(row: Row, spent: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Price and volume, when the item writes `1000份×15元/份` and the note the same for what was spent."""
    before = money.arithmetic(str(row.item or ""))
    after = money.arithmetic(str(row.note or ""))
    if before is None or after is None or spent is None or after.product != spent:
        return None, None
    (p0, q0), (p1, q1) = _price(before.factors), _price(after.factors)
    if p0 is None or p1 is None or p0 * q0 != yuan(row.planned or 0):
        return None, None
    return price_volume(p0, q0, p1, q1)


def _price(factors: Any) -> tuple[Decimal | None, Decimal]:
    """The factor in money, and the product of the others."""
    price, quantity = None, Decimal(1)
    for number, unit in factors:
        if price is None and str(unit).startswith(("元", "CNY", "￥", "¥")):
            price = Decimal(str(number))
        else:
            quantity *= Decimal(str(number))
    return price, quantity
