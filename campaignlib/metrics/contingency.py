"""Contingency: the reserve as a part of the budget on three bases, and what is left of it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from campaignlib.campaign import Campaign, Row
from campaignlib.figures import RATIO, Figure, Figures, Target, Unit
from campaignlib.metrics import costs, judge, say, sums
from campaignlib.metrics.costs import Cost
from campaignlib.metrics.draws import Draw, draws, repeats
from campaignlib.metrics.exact import exact
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import Comparison, Standing

DEFINITION = Label("备用金 ÷ {base}", "reserve ÷ {base}")
REMAINING = Label("备用金 − 已计划和已决定的动用", "reserve − draws planned and decided")
OF = Label("备用金", "Contingency")
NO_RESERVE = Label("F3没有备用金项", "F3 has no contingency item")
_RESERVE = re.compile(
    r"备用金|预备[费金]|(?:应急|机动)(?:$|\W|费|金|资金|经费|款|预算|储备)|不可预见|\bcontingency|\breserves?\b",
    re.IGNORECASE,
)


def is_reserve(item: str) -> bool:
    """Whether a budget item is the contingency.

    >>> is_reserve("应急备用金"), is_reserve("机动车租赁")
    (True, False)
    """
    return bool(_RESERVE.search(item))


def share(reserve: Decimal, base: Decimal) -> float | None:
    """Reserve ÷ base; None for a base of 0.

    >>> [round(share(Decimal(5000), Decimal(b)) or 0, 4) for b in (63_000, 68_000, 77_000)]
    [0.0794, 0.0735, 0.0649]
    """
    return float(exact(reserve) / exact(base)) if base > 0 else None


def reserve_rows(c: Campaign) -> tuple[Row, ...]:
    """The items of F3 that are contingency."""
    return tuple(row for row in c.rows("budget") if row.item and is_reserve(row.item))


def contingency(c: Campaign, as_of: date | str | None = None) -> Figures:
    """`contingency`: the reserve of F3 as a part of the budget (a fraction) on the bases rest (all other items),
    items (all items), stated (the total F3 states); inputs reserve, base, low, high: the rule of campaign.toml.

    And `contingency_remaining` (money): the reserve less what F6, F7 and F9 plan or decide to draw; inputs reserve,
    draws, draws_each, unpriced, draw_list.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> made = contingency(load("data/back-to-school-2024"))
    >>> [(f.key, round(f.value, 3), f.status.label.en) for f in made.named("contingency")][:2]
    [('rest', 0.079, 'Not met'), ('items', 0.074, 'Not met')]
    >>> made.one("contingency_remaining").value
    Decimal('-1000')
    """
    day = c.day(as_of)
    rows = reserve_rows(c)
    reserve, _ = costs.of_rows(c, rows, "planned", NONE)
    cells = sums.ranges(cell for row in rows for cell in c.cells(row, "planned"))
    items = costs.items(c)
    rest = None if items.amount is None or reserve is None else items.amount - reserve
    bases = (Cost("rest", rest, items.cells, items.missing), items, costs.stated(c))
    held = Cost("reserve", reserve, cells, NO_RESERVE)
    return Figures([*(_share(c, held, base, day) for base in bases), _remaining(c, held, day)])


def _share(c: Campaign, held: Cost, base: Cost, day: date) -> Figure:
    limits = c.config.thresholds
    target = Target(limits.reserve_low, Comparison.RANGE, limits.reserve_high)
    missing = held.missing if held.amount is None else base.missing or Label("底数为0", "the base is 0")
    figure = Figure(
        name="contingency",
        key=base.basis,
        of=OF,
        unit=RATIO,
        definition=DEFINITION.fill(base=base.name),
        basis=base.name,
        target=target,
        status=Standing.UNDEFINED,
        undefined=missing,
        as_of=day,
        inputs={
            "reserve": held.amount,
            "base": base.amount,
            "low": limits.reserve_low,
            "high": limits.reserve_high,
        },
        cells=(*held.cells, *(cell for cell in base.cells if cell not in held.cells)),
    )
    if held.amount is None or base.amount is None or base.amount <= 0:
        return figure
    found = exact(held.amount) / exact(base.amount)
    rule = Label("规定{t}", "rule {t}").fill(t=say.target(target, RATIO))
    return figure.but(value=float(found), undefined=None, status=judge.standing(found, target), rule=rule)


def _remaining(c: Campaign, held: Cost, day: date) -> Figure:
    found = draws(c, day)
    again = repeats(found)
    each = sum((d.amount for d in found if d.amount is not None), Decimal())
    once = each - sum((found[i].amount or Decimal() for i in again), Decimal())
    unpriced = sum(d.amount is None for d in found)
    figure = Figure(
        name="contingency_remaining",
        of=OF,
        unit=Unit("money"),
        definition=REMAINING,
        basis=_basis(found, again, unpriced),
        status=Standing.NO_DATA,
        undefined=held.missing,
        as_of=day,
        inputs={
            "reserve": held.amount,
            "draws": once,
            "draws_each": each,
            "unpriced": unpriced,
            "draw_list": tuple(d.record_of(again.get(i)) for i, d in enumerate(found)),
        },
        cells=tuple(dict.fromkeys((*held.cells, *(d.cell for d in found if d.cell)))),
    )
    if held.amount is None:
        return figure
    left = held.amount - once
    fits = left >= 0
    rule = Label("动用不超过备用金", "draws fit the reserve")
    return figure.but(
        value=left,
        undefined=None,
        low=float(held.amount - each) if each != once else None,
        high=float(left) if each != once else None,
        status=Standing.MET if fits else Standing.NOT_MET,
        rule=rule,
    )


def _basis(found: tuple[Draw, ...], again: dict[int, Draw], unpriced: int) -> Label:
    same = Label(
        "{a}和{b}同额同渠道，算一次；各算一次为下限",
        "{a} and {b} (same amount and channel) once; each for the low end",
    )
    twice = [same.fill(a=say.at(earlier.cell), b=say.at(found[i].cell)) for i, earlier in again.items()]
    open_ = Label("另有{n}项没写金额", "{n} more without an amount").fill(n=unpriced) if unpriced else NONE
    return say.joined(*twice, open_)
