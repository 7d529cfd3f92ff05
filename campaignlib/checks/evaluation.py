"""Checks of the evaluation (F10): ratios, ROI by cost basis, claims, results that merely equal their target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from campaignlib.campaign import Campaign, Row
from campaignlib.checks import say
from campaignlib.checks.board import DATA, data_finding, data_value, same_at_digits, stated_ratio_differs
from campaignlib.checks.check import Check
from campaignlib.checks.data import EVER, Known
from campaignlib.config import plain_name
from campaignlib.findings import Finding, Severity
from campaignlib.metrics import measures
from campaignlib.metrics.exact import agrees
from campaignlib.metrics.feedback import feedback
from campaignlib.metrics.measures import metric_of_row
from campaignlib.metrics.roi import roi
from campaignlib.values.quantity import quantities
from campaignlib.words.label import NONE, Label

_COST_CLAIM = re.compile(
    r"[^，。；,;]*(?:成本(?:控制|管控|可控|节约|节省)|(?:控制|节省|节约)[^，。；,;]{0,6}(?:成本|费用|预算)|未超(?:支|预算)"
    r"|costs?[^，。；,;.]{0,20}controlled|under budget|saved)[^，。；,;]*",
    re.IGNORECASE,
)
_RECORD = Label("，并补记实际支出", ", and record the actual spend")
_VAGUE_CLAIM = re.compile(r"[^，。；,;]*(?:显著|大幅|明显|有效)(?:提升|提高|增长|下降|降低)[^，。；,;]*")


def _attainment_differs(c: Campaign) -> Iterator[Finding]:
    yield from stated_ratio_differs(c, ATTAINMENT, measures.evaluation(c), "actual")


def _equals_target(c: Campaign) -> Iterator[Finding]:
    for row in c.rows("evaluation"):
        if row.actual is not None and row.actual == row.target:
            yield _questioned(c, row, "actual", row, row.actual_text or str(row.actual), row.metric or "")
        for said in quantities(row.analysis or ""):
            for goal in c.rows("goals"):
                if (
                    goal.target is not None
                    and _speaks_of(c, said.label, goal)
                    and said.value == Decimal(repr(goal.target))
                ):
                    yield _questioned(c, row, "analysis", goal, said.label, goal.target_text or "")


def _speaks_of(c: Campaign, label: str, goal: Row) -> bool:
    metric = metric_of_row(c.config, goal)
    names = {goal.metric, *((metric.label.zh, *metric.aliases) if metric else ())}
    return any(name and plain_name(name) in plain_name(label) for name in names)


def _questioned(c: Campaign, row: Row, field: str, goal: Row, read: str, target: str) -> Finding:
    return EQUALS_TARGET.finding(
        [*c.cells(row, field), *c.cells(goal, "target")],
        read=read,
        message=Label(
            "“{read}”恰好等于目标“{target}”。是量出来的，还是照目标填的？请写明来源。",
            "“{read}” merely equals its target “{target}”. Was it measured or copied? State its source.",
        ).fill(read=read, target=target),
    )


def _roi_depends_on_basis(c: Campaign) -> Iterator[Finding]:
    row = next(
        (r for r in c.rows("evaluation") if (m := metric_of_row(c.config, r)) and m.id == measures.ROI), None
    )
    if row is None or row.actual is None or not row.actual_text:
        return
    figures = roi(c, EVER).named("roi")
    known = [f for f in figures if f.value is not None]
    spent = [f for f in known if f.key == "actual" and f.inputs["used"]]
    if not known or all(same_at_digits(row.actual_text, f.number) for f in spent or known):
        return
    values = [
        Label("按{b} {cost}是 {roi}", "{roi} on the {b} of {cost}").fill(
            b=f.basis, cost=say.money(c, f.inputs["cost"]), roi=say.percent(f.number, 2)
        )
        for f in known
    ]
    why = [Label("{x}。", " {x}.").fill(x=_sentence(f.undefined)) for f in figures if f.undefined]
    yield ROI.finding(
        [*c.cells(row, "actual"), *dict.fromkeys(cell for f in known for cell in f.cells)],
        read=row.actual_text,
        expected=Label("注明成本口径", "a named cost basis"),
        message=Label(
            "ROI 写 {read}，{values}。{why}请注明用哪个成本{record}。",
            "The ROI says {read}; it is {values}.{why} Say which cost it uses{record}.",
        ).fill(
            read=row.actual_text,
            values=Label("，".join(v.zh for v in values), " and ".join(v.en for v in values)),
            why=Label("".join(w.zh for w in why), "".join(w.en for w in why)),
            record=_RECORD if why else NONE,
        ),
    )


def _sentence(text: Label) -> Label:
    return Label(text.zh, text.en[:1].upper() + text.en[1:])


def _claim_without_figure(c: Campaign) -> Iterator[Finding]:
    spent = [r for r in c.rows("budget") if r.actual is not None]
    for row in c.rows("evaluation"):
        text = row.analysis or ""
        cost = _COST_CLAIM.search(text) if not spent else None
        vague = next((m for m in _VAGUE_CLAIM.finditer(text) if not quantities(m.group())), None)
        for found, lacks, cells in (
            (cost, Label("实际支出", "actual cost"), say.column(c, c.rows("budget"), "actual")),
            (vague, Label("对比的数值", "figure to compare"), ()),
        ):
            if found:
                yield CLAIM.finding(
                    [*c.cells(row, "analysis"), *cells],
                    read=found.group().strip(),
                    expected=lacks,
                    message=Label(
                        "写了“{claim}”，没有{lacks}可以对。请补数，或删去这句。",
                        "It says “{claim}”, but there is no {lacks} behind it. Add the figure or drop the claim.",
                    ).fill(claim=found.group().strip(), lacks=lacks),
                )


def _differs_from_data(c: Campaign) -> Iterator[Finding]:
    for row in c.rows("evaluation"):
        if row.actual is None:
            continue
        metric = metric_of_row(c.config, row)
        if metric and metric.id == measures.SATISFACTION:
            mean = feedback(c, EVER).get("satisfaction")
            found = Known(mean.number, mean.cells, "score") if mean and mean.value is not None else None
        else:
            found = data_value(c, row, None, c.last_day) if c.last_day else None
        if found and not agrees(row.actual, found.value, found.kind):
            yield data_finding(c, row, "actual", row.actual, found, RESULT_DATA)


ATTAINMENT = Check(
    "F10-ATTAINMENT",
    Severity.ERROR,
    Label("评估达成率算得对", "The evaluation's attainment is arithmetic"),
    _attainment_differs,
    ("attainment",),
)
EQUALS_TARGET = Check(
    "F10-EQUALS-TARGET",
    Severity.NOTE,
    Label("实际恰等于目标", "An actual that merely equals its target is questioned"),
    _equals_target,
    ("roi",),
)
ROI = Check(
    "F10-ROI",
    Severity.WARNING,
    Label("ROI 注明成本口径", "ROI is recomputed per cost basis"),
    _roi_depends_on_basis,
    ("roi",),
)
CLAIM = Check(
    "F10-CLAIM", Severity.NOTE, Label("结论有数据", "A claim has its figure"), _claim_without_figure
)
RESULT_DATA = Check(
    DATA.code,
    Severity.WARNING,
    Label("评估与数据一致", "The evaluation agrees with the data"),
    _differs_from_data,
    ("attainment",),
)
CHECKS: tuple[Check, ...] = (ATTAINMENT, EQUALS_TARGET, ROI, CLAIM, RESULT_DATA)
