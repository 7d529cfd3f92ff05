"""Return on investment, on every cost basis, with the difference between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from campaignlib.campaign import Campaign
from campaignlib.config import plain_name
from campaignlib.figures import RATIO, Figure, Figures, Number, Target
from campaignlib.findings import Cell
from campaignlib.metrics import costs, final, judge, measures, say, sums
from campaignlib.metrics.costs import Cost
from campaignlib.metrics.exact import decimal, exact, plain
from campaignlib.metrics.measures import Measure
from campaignlib.values import quantity
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import Standing

DEFINITION = Label("（增量收入 − 成本）÷ 成本", "(incremental revenue − cost) ÷ cost")
MARGIN_DEFINITION = Label(
    "（增量收入 × 毛利率 − 成本）÷ 成本", "(incremental revenue × margin − cost) ÷ cost"
)
INCREMENTAL = ("增量", "incremental", "uplift")
REVENUE = ("销售额", "销售", "收入", "营收", "成交额", "sales", "revenue")
NO_REVENUE = Label("没有增量收入：F10和每日数据都没有", "no incremental revenue in F10 or in daily data")


@dataclass(frozen=True, slots=True)
class Revenue:
    """Incremental revenue and where it comes from; `stated` when a form says it, and then it is of the end."""

    amount: Fraction
    source: Label
    cells: tuple[Cell, ...]
    stated: bool


def exact_ratio(
    revenue: Number | Fraction, cost: Number | Fraction, margin: float | None = None
) -> Fraction | None:
    """ROI as a fraction; None when nothing was spent."""
    earned = exact(revenue) * (1 if margin is None else exact(margin))
    spent = exact(cost)
    return (earned - spent) / spent if spent > 0 else None


def ratio(revenue: Number, cost: Number, margin: float | None = None) -> float | None:
    """(revenue − cost) ÷ cost, with a margin (revenue × margin − cost) ÷ cost; None when the cost is not above 0.

    >>> round(ratio(500_000, 77_000), 4), round(ratio(500_000, 68_000), 4), ratio(500_000, 0)
    (5.4935, 6.3529, None)
    """
    found = exact_ratio(revenue, cost, margin)
    return None if found is None else float(found)


def revenue(c: Campaign, day: date) -> Revenue | None:
    """Incremental revenue: as the analysis of F10's ROI row says it, else daily data up to the day: incremental
    sales, else all sales, and then it is said that all are taken as incremental."""
    row = roi_measure(c)
    if row and row.row.analysis:
        for found in quantity.quantities(str(row.row.analysis)):
            if found.kind == "money" and is_incremental(found.label):
                words = Label("F10所写增量收入", "incremental revenue as F10 states it")
                return Revenue(exact(found.value), words, c.cells(row.row, "analysis"), True)
    measured = sums.total(c, measures.INCREMENTAL, sums.ALL, None, day)
    if measured:
        words = Label("每日数据的增量收入，到{day}", "incremental revenue of daily data to {day}")
        return Revenue(measured.value, words.fill(day=say.day(measured.last)), measured.cells, False)
    summed = sums.total(c, measures.SALES, sums.ALL, None, day)
    if summed is None:
        return None
    words = Label(
        "每日数据的销售额，到{day}，全部当作增量", "sales of daily data to {day}, all taken as incremental"
    )
    return Revenue(summed.value, words.fill(day=say.day(summed.last)), summed.cells, False)


def is_incremental(label: str) -> bool:
    """Whether a label names incremental revenue.

    >>> is_incremental("增量销售额"), is_incremental("销售额"), is_incremental("增量成本")
    (True, False, False)
    """
    name = plain_name(label)
    return any(word in name for word in INCREMENTAL) and any(word in name for word in REVENUE)


def roi_measure(c: Campaign) -> Measure | None:
    """The row of F10 that states ROI."""
    return measures.same(measures.evaluation(c), measures.ROI)


def roi(c: Campaign, as_of: date | str | None = None) -> Figures:
    """ROI, (incremental revenue − cost) ÷ cost as a fraction, per cost basis: `roi` with the keys stated (the total
    F3 states), items (the sum of its items), actual (its actual spend; undefined where it is not complete).

    Also the difference (`roi_difference`, items-stated, as a fraction) and the same with a margin when campaign.toml
    has one (`roi_margin`). inputs: cost, revenue, used (the basis campaign.toml asks for), iroas, leads, qualified,
    cost_per_lead, cost_per_qualified, attainment, stated (F10's own ROI), revenue_source.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> [(f.key, round(f.number, 4), f.basis.en) for f in roi(load("data/back-to-school-2024")).named("roi")[:2]]
    [('stated', 5.4935, 'stated total'), ('items', 6.3529, 'sum of items')]
    """
    day = c.day(as_of)
    earned = revenue(c, day)
    counted = _counts(c, earned, day)
    made = [_figure(c, cost, earned, counted, day) for cost in costs.costs(c)]
    if c.config.margin is not None:
        made += [_with_margin(f, c.config.margin) for f in made]
    return Figures([*made, _difference(Figures(made), day)])


def _figure(c: Campaign, cost: Cost, earned: Revenue | None, counted: dict[str, Any], day: date) -> Figure:
    row = roi_measure(c)
    target = _target(c, row)
    metric = next((m for m in c.config.metrics if m.id == measures.ROI), None)
    found = exact_ratio(earned.amount, cost.amount) if earned and cost.amount is not None else None
    base = Figure(
        name="roi",
        key=cost.basis,
        of=Label("活动", "Campaign"),
        unit=RATIO,
        definition=DEFINITION,
        basis=cost.name,
        target=target,
        status=Standing.UNDEFINED,
        as_of=day,
        final_on=final.final_on(c, metric, day),
        undefined=_why(cost, earned),
        inputs=_inputs(c, cost, earned, counted, found, row, target),
        cells=(*(earned.cells if earned else ()), *cost.cells, *(c.cells(row.row, "target") if row else ())),
    )
    if found is None:
        status = Standing.NO_DATA if cost.amount is None or earned is None else Standing.UNDEFINED
        return base.but(status=status, rule=base.undefined or NONE)
    if target is None:
        return base.but(value=float(found), undefined=None, status=None)
    words = Label("{v}，目标{t}", "{v}, target {t}")
    return base.but(
        value=float(found),
        undefined=None,
        status=judge.standing(found, target),
        rule=words.fill(v=say.percent2(found), t=say.target(target, RATIO)),
    )


def _inputs(
    c: Campaign,
    cost: Cost,
    earned: Revenue | None,
    counted: dict[str, Any],
    found: Fraction | None,
    row: Measure | None,
    target: Target | None,
) -> dict[str, Any]:
    attained = None
    if found is not None and target:
        attained = judge.ratio(found, target.value, target.comparison, target.upper)
    return {
        "cost": cost.amount,
        "revenue": decimal(earned.amount) if earned else None,
        "used": c.config.cost_basis == cost.basis,
        "iroas": None if found is None else float(found + 1),
        **counted,
        "cost_per_lead": unit_cost(cost.amount, counted["leads"]),
        "cost_per_qualified": unit_cost(cost.amount, counted["qualified"]),
        "attainment": None if attained is None else float(attained),
        "stated": row.row.actual if row else None,
        "revenue_source": earned.source if earned else None,
    }


def unit_cost(cost: Decimal | None, count: int | float | None) -> Decimal | None:
    """Cost ÷ count, None without either or for a count of 0.

    >>> round(unit_cost(Decimal(77_000), 1530), 2), round(unit_cost(Decimal(68_000), 1530), 2)
    (Decimal('50.33'), Decimal('44.44'))
    """
    return cost / Decimal(str(count)) if cost is not None and count else None


def _counts(c: Campaign, earned: Revenue | None, day: date) -> dict[str, Any]:
    """Leads and qualified leads of the same time as the revenue: all of them when a form states the result."""
    until = None if earned and earned.stated else day
    results = measures.evaluation(c) if until is None else ()
    counted: dict[str, Any] = {}
    for name, metric in (("leads", measures.LEADS), ("qualified", measures.QUALIFIED)):
        result = measures.same(results, metric)
        if result and result.row.actual is not None:
            counted[name] = plain(exact(result.row.actual))
        else:
            found = sums.total(c, metric, sums.ALL, None, until)
            counted[name] = plain(found.value) if found else None
    return counted


def _target(c: Campaign, row: Measure | None) -> Target | None:
    goal = measures.same(measures.goals(c), measures.ROI)
    return (row.target if row else None) or (goal.target if goal else None)


def _why(cost: Cost, earned: Revenue | None) -> Label:
    if cost.amount is None:
        return cost.missing
    return Label("成本为0", "the cost is 0") if earned else NO_REVENUE


def _with_margin(figure: Figure, margin: float) -> Figure:
    basis = say.joined(figure.basis, Label("毛利率{m}", "margin {m}").fill(m=say.round_share(margin)))
    plainly = figure.but(name="roi_margin", definition=MARGIN_DEFINITION, basis=basis, status=None, rule=NONE)
    if figure.value is None:
        return plainly
    return plainly.but(value=ratio(figure.inputs["revenue"], figure.inputs["cost"], margin))


def _difference(made: Figures, day: date) -> Figure:
    """What the two totals of F3 do to ROI."""
    stated, items = made.one("roi", "stated"), made.one("roi", "items")
    base = Figure(
        name="roi_difference",
        key="items-stated",
        of=Label("活动", "Campaign"),
        unit=RATIO,
        definition=Label(
            "按明细合计的ROI − 按表上合计的ROI", "ROI on the sum of items − ROI on the stated total"
        ),
        basis=Label("明细合计对表上合计", "sum of items against stated total"),
        as_of=day,
        final_on=stated.final_on,
        undefined=stated.undefined or items.undefined or NONE,
        cells=tuple(dict.fromkeys((*items.cells, *stated.cells))),
    )
    if stated.value is None or items.value is None:
        return base
    earned, costs_ = stated.inputs["revenue"], (items.inputs["cost"], stated.inputs["cost"])
    on_items, on_stated = (exact_ratio(earned, cost) or Fraction() for cost in costs_)
    return base.but(
        value=float(on_items - on_stated),
        undefined=None,
        inputs={
            "cost_difference": costs_[0] - costs_[1],
            "iroas_difference": float(on_items - on_stated),
            "cost_per_qualified_difference": _minus(items, stated, "cost_per_qualified"),
        },
    )


def _minus(one: Figure, other: Figure, name: str) -> Decimal | None:
    a, b = one.inputs[name], other.inputs[name]
    return None if a is None or b is None else a - b
