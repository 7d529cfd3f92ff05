"""Checks of the KPI board (F8): statuses against the rule in force, ratios, and figures against daily data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from campaignlib.campaign import Campaign, Row
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.checks.data import Known, between
from campaignlib.errors import Unreadable
from campaignlib.figures import RATIO
from campaignlib.findings import Finding, Severity
from campaignlib.metrics import measures
from campaignlib.metrics.alerts import FIRING
from campaignlib.metrics.attainment import ratio
from campaignlib.metrics.exact import agrees, rounded
from campaignlib.metrics.measures import Measure, board_day, metric_of_row
from campaignlib.metrics.pace import pace
from campaignlib.metrics.sums import ALL
from campaignlib.values import number
from campaignlib.words.label import Label
from campaignlib.words.terms import AlertStatus


def _status_disagrees(c: Campaign) -> Iterator[Finding]:
    day = board_day(c)
    if day is None:
        return
    figures = {f.key: f for f in pace(c, day)}
    for row in c.rows("board"):
        figure = figures.get(f"F8:{row.record}")
        if figure is None or figure.status is None or figure.value is None or row.status is None:
            continue
        fires = figure.status in FIRING
        if fires == (row.status == AlertStatus.ALERT):
            continue
        written = AlertStatus(row.status).label
        yield STATUS.finding(
            c.cells(row, "status", "cumulative", "target"),
            read=written.zh,
            expected=figure.status.label,
            message=Label(
                "{of}：表上写“{written}”，按规则是“{status}”（{rule}；{basis}）。请改状态，或在 campaign.toml 改规则。",
                "{of}: the form says “{written}”; by the rule it is “{status}” ({rule}; {basis}). Correct the status, or "
                "the rule in campaign.toml.",
            ).fill(
                of=figure.of,
                written=written,
                status=figure.status.label,
                rule=figure.rule,
                basis=figure.basis,
            ),
        )


def stated_ratio_differs(
    c: Campaign, check: Check, found: Iterable[Measure], actual: str
) -> Iterator[Finding]:
    """Rows whose stated attainment is not ours at the digits written."""
    for m in found:
        row, target = m.row, m.target
        value, text = getattr(row, actual), row.attainment_text
        if value is None or target is None or m.open_range or not text:
            continue
        ours = ratio(value, target.value, target.comparison, target.upper)
        if ours is None or same_at_digits(text, ours):
            continue
        yield check.finding(
            c.cells(row, "attainment", actual, "target"),
            read=text,
            expected=say.percent(ours),
            message=Label(
                "“{metric}”的达成率写 {text}，算得 {ours}。请改。",
                "The attainment of “{metric}” says {text}; it comes to {ours}. Correct it.",
            ).fill(metric=row.metric, text=text, ours=say.percent(ours)),
        )


def same_at_digits(text: str, ours: float) -> bool:
    """Whether a percentage as written equals ours, rounded half-up to the digits written.

    >>> same_at_digits("83.3%", 12.5 / 15), same_at_digits("108%", 92 / 85), same_at_digits("84%", 12.5 / 15)
    (True, True, False)
    """
    try:
        stated = number.read(text)
    except Unreadable:
        return True
    digits = text.strip().rstrip("%％").rpartition(".")[2] if "." in text else ""
    places = len(digits) + 2 if text.strip().endswith(("%", "％")) else len(digits)
    return rounded(ours, -places) == rounded(stated, -places)


def _attainment_differs(c: Campaign) -> Iterator[Finding]:
    yield from stated_ratio_differs(c, ATTAINMENT, measures.board(c), "cumulative")


def _differs_from_data(c: Campaign) -> Iterator[Finding]:
    day = board_day(c)
    if day is None:
        return
    for row in c.rows("board"):
        for field, first in (("cumulative", None), ("today", day)):
            stated = getattr(row, field)
            found = data_value(c, row, first, day)
            if stated is None or found is None or agrees(stated, found.value, found.kind):
                continue
            yield data_finding(c, row, field, stated, found, DATA)


def data_value(c: Campaign, row: Row, first: date | None, last: date) -> Known | None:
    """What the daily data give for a board or evaluation row between two days, with their cells."""
    metric, written = metric_of_row(c.config, row), getattr(row, "channel", None)
    channel = c.config.channel(written) if written else None
    if metric is None or (written and channel is None):
        return None
    return between(c, metric, channel.id if channel else ALL, first, last)


def data_finding(c: Campaign, row: Row, field: str, stated: float, found: Known, check: Check) -> Finding:
    metric = metric_of_row(c.config, row)
    unit = metric.unit if metric else RATIO
    return check.finding(
        [*c.cells(row, field), *found.cells],
        form="F8" if row.form == "board" else "F10",
        read=say.value(c, stated, unit).zh,
        expected=say.value(c, found.value, unit),
        message=Label(
            "“{metric}”在表上是 {stated}，每日数据是 {ours}。请查是哪一边漏了。",
            "“{metric}” is {stated} on the form and {ours} in the daily data. Find out which side lacks something.",
        ).fill(
            metric=say.of(c, row), stated=say.value(c, stated, unit), ours=say.value(c, found.value, unit)
        ),
    )


STATUS = Check(
    "F8-STATUS",
    Severity.WARNING,
    Label("状态与规则一致", "A written status agrees with the rule in force"),
    _status_disagrees,
    ("alert",),
)
ATTAINMENT = Check(
    "F8-ATTAINMENT",
    Severity.ERROR,
    Label("看板达成率算得对", "The board's attainment is arithmetic"),
    _attainment_differs,
    ("attainment",),
)
DATA = Check(
    "X-DATA",
    Severity.WARNING,
    Label("看板与每日数据一致", "The board agrees with the daily data"),
    _differs_from_data,
    ("attainment", "pace"),
)
CHECKS: tuple[Check, ...] = (STATUS, ATTAINMENT, DATA)
