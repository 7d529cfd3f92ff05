"""What the campaign cost: on the stated total, the sum of the items, the spending recorded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from campaignlib.campaign import Campaign, Row
from campaignlib.findings import Cell
from campaignlib.metrics import sums
from campaignlib.metrics.exact import yuan
from campaignlib.words.label import NONE, Label

BASES = ("stated", "items", "actual")
NAMES = {
    "stated": Label("表上合计", "stated total"),
    "items": Label("明细合计", "sum of items"),
    "actual": Label("实际支出", "actual spend"),
    "rest": Label("备用金以外", "rest of the budget"),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost on one basis; `amount` is None exactly when `missing` says why."""

    basis: str
    amount: Decimal | None
    cells: tuple[Cell, ...]
    missing: Label = NONE

    @property
    def name(self) -> Label:
        return NAMES[self.basis]


def costs(c: Campaign) -> tuple[Cost, ...]:
    """The cost on every basis, in the order of BASES."""
    return stated(c), items(c), actual(c)


def stated(c: Campaign) -> Cost:
    """The total that F3 states."""
    found = c.total("budget", "planned")
    if found is None:
        return Cost("stated", None, (), Label("F3没有写合计", "F3 states no total"))
    return Cost("stated", yuan(found.value), (found.cell,))


def items(c: Campaign) -> Cost:
    """The items of F3 added up; undefined when one of them has no amount."""
    return _summed(c, "items", "planned", Label("预算金额未填", "no budget stated"))


def actual(c: Campaign) -> Cost:
    """The spending of F3 added up; undefined when an item records none, for that is not 0."""
    return _summed(c, "actual", "actual", Label("实际支出未填", "no actual spend recorded"))


def of_rows(c: Campaign, rows: tuple[Row, ...], field: str, lacking: Label) -> tuple[Decimal | None, Label]:
    """The sum of a money field over rows, or why there is none."""
    empty = sum(getattr(row, field) is None for row in rows)
    if not rows:
        return None, Label("F3没有明细", "F3 has no items")
    if empty == len(rows):
        return None, lacking
    if empty:
        words = Label("{n}项中{k}项{what}", "{what} for {k} of {n} items")
        return None, words.fill(n=len(rows), k=empty, what=lacking)
    return yuan(sum(getattr(row, field) for row in rows)), NONE


def _summed(c: Campaign, basis: str, field: str, lacking: Label) -> Cost:
    rows = c.rows("budget")
    amount, missing = of_rows(c, rows, field, lacking)
    cells = sums.ranges(cell for row in rows for cell in c.cells(row, field))
    return Cost(basis, amount, cells, missing)
