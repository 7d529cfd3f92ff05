"""Checks of the budget (F3): sums, arithmetic in texts, the reserve and what is planned to be drawn from it."""

from __future__ import annotations

from collections.abc import Iterator

from campaignlib.campaign import Campaign
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.checks.data import EVER
from campaignlib.findings import Finding, Severity
from campaignlib.metrics.contingency import contingency, reserve_rows
from campaignlib.metrics.exact import yuan
from campaignlib.values import money, text
from campaignlib.words.display import percent
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import Standing


def _stated_total_differs(c: Campaign) -> Iterator[Finding]:
    for field in ("planned", "actual"):
        total = c.total("budget", field)
        rows = [r for r in c.rows("budget") if getattr(r, field) is not None]
        if total is None or not rows:
            continue
        items = sum(getattr(r, field) for r in rows)
        if items == total.value:
            continue
        stated, added, gap = (say.money(c, yuan(v)) for v in (total.value, items, abs(total.value - items)))
        yield SUM.finding(
            (total.cell, *say.column(c, rows, field)),
            read=stated.zh,
            expected=added,
            message=Label(
                "合计写 {stated}，{n} 个明细相加是 {added}，差 {gap}。请核对漏记的明细，或改合计。",
                "The stated total is {stated}; the {n} items add up to {added}, a difference of {gap}. "
                "Look for a missing item or correct the total.",
            ).fill(stated=stated, n=len(rows), added=added, gap=gap),
        )


def _reserve_outside_rule(c: Campaign) -> Iterator[Finding]:
    rows = [r for r in reserve_rows(c) if r.planned is not None]
    figures = [f for f in contingency(c, EVER).named("contingency") if f.value is not None]
    limits = c.config.thresholds
    if not rows or not figures or any(f.status is Standing.MET for f in figures):
        return  # the rule names no base: a reserve that meets it on one of them does not contradict it
    rule = say.percents(limits.reserve_low, limits.reserve_high)
    shares = Label(
        "，".join(f"占{f.basis.zh} {percent(f.number, 'zh')}" for f in figures),
        ", ".join(f"{percent(f.number, 'en')} of the {f.basis.en}" for f in figures),
    )
    reserve = say.money(c, yuan(sum(r.planned for r in rows)))
    yield RESERVE.finding(
        [c.cell(r, "planned") for r in rows],
        read=reserve.zh,
        expected=rule,
        message=Label(
            "备用金 {reserve}：{shares}；规定 {rule}，按哪个口径都不合。请调整备用金。",
            "The contingency of {reserve} is {shares}; the rule asks for {rule}, which it meets on none of these. Adjust it.",
        ).fill(reserve=reserve, shares=shares, rule=rule),
    )


def _arithmetic_differs(c: Campaign) -> Iterator[Finding]:
    for row in c.rows("budget"):
        said = money.arithmetic(row.item) if row.item else None
        if said is None or row.planned is None or said.product == yuan(row.planned):
            continue
        ours, theirs = say.money(c, said.product), say.money(c, yuan(row.planned))
        yield ARITHMETIC.finding(
            c.cells(row, "planned", "item"),
            read=theirs.zh,
            expected=ours,
            message=Label(
                "“{item}”算得 {ours}，金额写 {theirs}。请改其中一处。",
                "“{item}” gives {ours}, the amount says {theirs}. Correct one of the two.",
            ).fill(item=row.item, ours=ours, theirs=theirs),
        )


def _approves_own_spending(c: Campaign) -> Iterator[Finding]:
    for row in c.rows("budget"):
        approvers = set(text.parts(row.approver or ""))
        if approvers and approvers <= set(text.parts(row.owner or "")):
            yield APPROVER.finding(
                c.cells(row, "approver", "owner"),
                read=row.approver,
                message=Label(
                    "“{item}”的负责人与审批人都是 {who}。请换一位审批人。",
                    "{who} owns and approves “{item}”. Name another approver.",
                ).fill(item=row.item, who=row.approver),
            )


def _draws_exceed_reserve(c: Campaign) -> Iterator[Finding]:
    figure = contingency(c, EVER).one("contingency_remaining")
    if figure.value is None:
        return
    unpriced, have = figure.inputs["unpriced"], figure.inputs["reserve"]
    if figure.inputs["draws"] <= have:
        return
    tail = (
        Label(f"，另有 {unpriced} 项没写金额", f", and {unpriced} more without an amount")
        if unpriced
        else NONE
    )
    yield DRAWS.finding(
        figure.cells,
        read=say.money(c, have).zh,
        expected=Label("动用不超过备用金 {have}", "draws within the contingency of {have}").fill(
            have=say.money(c, have)
        ),
        message=Label(
            "各表计划动用 {total}{tail}；备用金 {have}。请排出先后，或追加备用金。",
            "The forms plan to draw {total}{tail}; the contingency is {have}. Rank the draws or raise it.",
        ).fill(total=say.money(c, figure.inputs["draws"]), tail=tail, have=say.money(c, have)),
    )


SUM = Check(
    "F3-SUM",
    Severity.ERROR,
    Label("合计等于明细之和", "A stated total equals the sum of its items"),
    _stated_total_differs,
    ("roi", "contingency", "variance"),
)
RESERVE = Check(
    "F3-RESERVE",
    Severity.WARNING,
    Label("备用金合乎规定", "The contingency meets its rule"),
    _reserve_outside_rule,
    ("contingency",),
)
ARITHMETIC = Check(
    "F3-ARITHMETIC",
    Severity.ERROR,
    Label("算式等于金额", "Arithmetic in an item gives its amount"),
    _arithmetic_differs,
    ("roi", "variance"),
)
APPROVER = Check(
    "F3-APPROVER",
    Severity.WARNING,
    Label("不审批自己的支出", "Nobody approves his own spending"),
    _approves_own_spending,
)
DRAWS = Check(
    "F3-DRAWS",
    Severity.WARNING,
    Label("计划动用不超过备用金", "Planned draws fit the contingency"),
    _draws_exceed_reserve,
    ("contingency_remaining",),
)
CHECKS: tuple[Check, ...] = (SUM, RESERVE, ARITHMETIC, APPROVER, DRAWS)
