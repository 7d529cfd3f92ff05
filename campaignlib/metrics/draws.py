"""Draws on the contingency: what F6 plans, F7 asks for and F9 decides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from campaignlib.campaign import Campaign, Row
from campaignlib.findings import Cell
from campaignlib.metrics import say
from campaignlib.metrics.exact import yuan
from campaignlib.metrics.sums import ALL
from campaignlib.values import quantity
from campaignlib.values.text import parts

_MORE = re.compile(r"追加|增加|增投|加投|加大|动用|补充|另拨|extra|additional|add", re.IGNORECASE)
_BUY = re.compile(r"采购|购买|购置|升级|加购|租赁|租用|补货|buy|purchase|rent|upgrade", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw: where it stands, its words, its amount (None when none is written), its channels."""

    form: str
    record: int
    text: str
    amount: Decimal | None
    channels: tuple[str, ...]
    cell: Cell | None

    def record_of(self, same_as: Draw | None) -> dict[str, Any]:
        return {
            "form": self.form,
            "record": self.record,
            "text": self.text,
            "amount": self.amount,
            "cell": say.at(self.cell),
            "same_as": say.at(same_as.cell) if same_as else "",
        }


def draws(c: Campaign, day: date) -> tuple[Draw, ...]:
    """Every draw known on a day, in the order of the forms: responses of F6, plans and needs of F7, F9."""
    return (
        *(d for row in c.rows("risk_plan") for d in _in_text(c, row, "F6", "response", False)),
        *_of_log(c, day),
        *_of_issues(c, day),
    )


def repeats(found: Sequence[Draw]) -> dict[int, Draw]:
    """Index of a draw -> the earlier draw of another form that it most likely is: the same amount for the same
    channel. A response that F6 plans and F7 then announces is one draw, if they agree in both."""
    made: dict[int, Draw] = {}
    taken: set[int] = set()
    for i, draw in enumerate(found):
        for j, earlier in enumerate(found[:i]):
            alike = draw.amount is not None and draw.amount == earlier.amount and draw.form != earlier.form
            if alike and j not in taken and set(draw.channels) & set(earlier.channels):
                made[i] = earlier
                taken |= {i, j}
                break
    return made


def priced(text: str) -> tuple[tuple[str, Decimal], ...]:
    """Amounts that a text adds to the budget, each with its clause.

    >>> [(clause, int(amount)) for clause, amount in priced("每人邀请5人，追加5000元抖音投放预算")]
    [('追加5000元抖音投放预算', 5000)]
    >>> priced("每份15元")
    ()
    """
    found = []
    for clause in parts(text):
        for q in quantity.quantities(clause):
            if q.kind == "money" and q.value > 0 and _MORE.search(clause):
                found.append((clause, q.value))
    return tuple(found)


def unpriced(text: str) -> tuple[str, ...]:
    """Clauses that ask for something to be bought and name no amount.

    >>> unpriced("行政部紧急采购2个雨棚，增加1名主播助理")
    ('行政部紧急采购2个雨棚',)
    """
    return tuple(
        clause
        for clause in parts(text)
        if _BUY.search(clause) and not any(q.kind == "money" for q in quantity.quantities(clause))
    )


def _of_log(c: Campaign, day: date) -> Iterator[Draw]:
    for row in c.rows("daily_log"):
        if row.day is None or row.day <= day:
            yield from _in_text(c, row, "F7", "plan", False)
            yield from _in_text(c, row, "F7", "needs", True)


def _of_issues(c: Campaign, day: date) -> Iterator[Draw]:
    for row in c.rows("issues"):
        if row.reported is not None and _date(row.reported) > day:
            continue
        if row.draw:
            words = str(row.adjustment or row.problem or "")
            named = _channels(c, words, str(row.linked or ""), str(row.problem or ""))
            cell = next(iter(c.cells(row, "draw")), None)
            yield Draw("F9", row.record, words, yuan(row.draw), named, cell)
        elif row.draw is None:
            yield from _in_text(c, row, "F9", "adjustment", False)


def _in_text(c: Campaign, row: Row, form: str, field: str, wishes: bool) -> Iterator[Draw]:
    text = str(getattr(row, field) or "")
    cell = next(iter(c.cells(row, field)), None)
    for clause, amount in priced(text):
        yield Draw(form, row.record, clause, amount, _channels(c, clause), cell)
    if wishes:
        for clause in unpriced(text):
            yield Draw(form, row.record, clause, None, _channels(c, clause), cell)


def _channels(c: Campaign, *texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ch.id for text in texts for ch in c.config.channels_in(text) if ch.id != ALL))


def _date(moment: Any) -> date:
    """A moment's day; midnight comes as a plain date."""
    day: date = moment.date() if isinstance(moment, datetime) else moment
    return day
