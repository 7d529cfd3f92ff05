"""Checks of the budget (F3) against board and schedule: costed channels have a KPI, quantities in texts agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from campaignlib.campaign import Campaign, Row
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.config import Channel
from campaignlib.findings import Cell, Finding, Severity
from campaignlib.metrics.sums import ALL
from campaignlib.values import money
from campaignlib.values.money import Arithmetic
from campaignlib.words.label import Label
from campaignlib.words.terms import CostClass

_BRACKETS = re.compile(r"[（(].*?[)）]")
_CJK = re.compile(r"[一-鿿]+")
_PLACE_UNITS = ("所", "个", "处", "家", "站")


def _channels_and_kpis(c: Campaign) -> Iterator[Finding]:
    board = [(r, c.config.channel(r.channel)) for r in c.rows("board") if r.channel]
    on_board = {ch.id for _, ch in board if ch}
    costed = [(r, ch) for r in c.rows("budget") for ch in c.config.channels_in(r.item or "") if ch.id != ALL]
    if not board or not costed:
        return
    for row, channel in costed:
        if channel.id not in on_board and row.cost_class == CostClass.CHANNEL:
            yield CHANNEL.finding(
                [*c.cells(row, "item", "planned"), *say.column(c, c.rows("board"), "channel")],
                read=row.item,
                message=Label(
                    "{channel}有预算，看板上没有它的指标，花得值不值看不出来。请加一行指标。",
                    "A budget but no row on the board for {channel}: nothing shows what it brings. Add a KPI.",
                ).fill(channel=channel.label),
            )
    paid = {ch.id for _, ch in costed}
    seen: set[str] = set()
    for row, channel in ((r, ch) for r, ch in board if ch):
        if channel.id in paid | seen | {ALL}:
            continue
        seen.add(channel.id)
        yield _unpaid(c, row, channel)


def _unpaid(c: Campaign, row: Row, channel: Channel) -> Finding:
    return CHANNEL.finding(
        [*c.cells(row, "channel"), *say.column(c, c.rows("budget"), "item")],
        form="X",
        read=row.channel,
        message=Label(
            "{channel}有指标，预算里没有它的成本。若不花钱请注明；若花钱，请补预算，或在 campaign.toml 把明细写成它的别名。",
            "A KPI but no cost in the budget for {channel}. If it is free, say so; if not, add the item or name it as "
            "an alias in campaign.toml.",
        ).fill(channel=channel.label),
    )


def _quantities_disagree(c: Campaign) -> Iterator[Finding]:
    for row in c.rows("budget"):
        said = money.arithmetic(row.item or "")
        nouns = _nouns(row.item or "")
        if said is None or not nouns:
            continue
        paid_days = next((int(n) for n, unit in said.factors if unit.startswith("天")), None)
        if paid_days is None:
            continue
        task = _task_it_serves(c, nouns)
        if task is None:
            continue
        needed = (task.end - task.start).days + 1
        if needed == paid_days:
            continue
        places = list(_places(c, nouns, said))
        where = say.listing(label for label, _ in places)
        yield SCOPE.finding(
            [
                *c.cells(row, "item"),
                *c.cells(task, "start", "end"),
                *(cell for _, cells in places for cell in cells),
            ],
            read=row.item,
            expected=Label(f"{needed} 天", f"{needed} days"),
            message=Label(
                "“{item}”按 {paid} 天算；“{task}”排了 {needed} 天{places}。请核对数量和金额。",
                "“{item}” pays for {paid} days; “{task}” takes {needed} days{places}. Check quantity and amount.",
            ).fill(
                item=row.item,
                paid=paid_days,
                task=task.task,
                needed=needed,
                places=Label(f"，{where.zh}", f", {where.en}") if places else Label("", ""),
            ),
        )


def _nouns(item: str) -> set[str]:
    """Pairs of characters that name what an item pays for, its brackets' leading words included."""
    words = [
        *_CJK.findall(_BRACKETS.sub(" ", item)),
        *(m for b in _BRACKETS.findall(item) for m in _CJK.findall(b)[:1]),
    ]
    return {w[i : i + 2] for w in words for i in range(len(w) - 1)}


def _task_it_serves(c: Campaign, nouns: set[str]) -> Row | None:
    """The last task whose name or milestone shares a word with the item: preparing comes first, use comes last."""
    sharing = [
        t
        for t in c.rows("schedule")
        if t.start and t.end and any(n in f"{t.task or ''}{t.milestone or ''}" for n in nouns)
    ]
    return max(sharing, key=lambda t: t.end, default=None)


def _places(c: Campaign, nouns: set[str], paid: Arithmetic) -> Iterator[tuple[Label, tuple[Cell, ...]]]:
    """Counts of places in the creative plan that the item's own words name (5 所目标高校) and its arithmetic lacks."""
    for row in c.rows("creative"):
        for found in re.finditer(rf"(\d+)\s*([{''.join(_PLACE_UNITS)}])([一-鿿]{{0,6}})", row.content or ""):
            count, unit, after = found.groups()
            counted = (Decimal(count), unit) in paid.factors
            if int(count) > 1 and not counted and any(n in after for n in nouns):
                yield (
                    Label(
                        f"“{row.module}”写 {count} {unit}{after}",
                        f"“{row.module}” says {count} {unit}{after}",
                    ),
                    c.cells(row, "content"),
                )


CHANNEL = Check(
    "X-CHANNEL",
    Severity.NOTE,
    Label("有成本的渠道有指标", "Each costed channel has a KPI"),
    _channels_and_kpis,
)
SCOPE = Check(
    "X-BUDGET-SCOPE", Severity.NOTE, Label("文中数量一致", "Quantities in texts agree"), _quantities_disagree
)
CHECKS: tuple[Check, ...] = (CHANNEL, SCOPE)
