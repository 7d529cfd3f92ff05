"""Alerts: what the rule fires, what the form states, and whether anybody answered in time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from campaignlib.campaign import Campaign, Row
from campaignlib.figures import Figure, Figures
from campaignlib.metrics import measures, pace
from campaignlib.metrics.measures import Measure
from campaignlib.words.terms import AlertStatus, IssueStatus, Standing

FIRING = (Standing.BEHIND, Standing.BELOW_FLOOR)


def response(
    reported: datetime | None,
    acted: datetime | None,
    deadline_minutes: float,
    now: datetime,
    done: bool = False,
) -> tuple[float | None, str]:
    """Minutes from report to first action, and met, breach or unknown. No timestamp is unknown, never met; an open
    one counts the time so far and is a breach once that is over the deadline.

    >>> now = datetime(2024, 8, 3)
    >>> response(datetime(2024, 8, 2, 10), datetime(2024, 8, 2, 10, 25), 30, now)
    (25.0, 'met')
    >>> response(datetime(2024, 8, 2, 10), None, 30, now), response(None, None, 30, now)
    ((840.0, 'breach'), (None, 'unknown'))
    """
    if reported is None or (acted is None and done) or (acted is not None and acted < reported):
        return None, "unknown"
    minutes = ((acted or now) - reported).total_seconds() / 60
    if minutes > deadline_minutes:
        return minutes, "breach"
    return minutes, "met" if acted else "unknown"


def alerts(c: Campaign, as_of: date | str | None = None) -> Figures:
    """`alert` per row of F8 (key `F8:1`) where the rule fires or the form states an alert; those of the rule first.

    value and status are those of pace or rate. inputs: fired, stated, cause, first_action, owner,
    response_minutes, deadline_minutes, issue (record of F9), issue_cell, state (met, breach, unknown: whether cause
    and first action came in time), metric, channel.
    BadRequest: no day is known, a text that is no date, or a day before preparation starts.

    >>> from campaignlib.loading.folder import load
    >>> [(f.key, f.of.en, f.inputs["fired"], f.inputs["stated"]) for f in alerts(load("data/back-to-school-2024"))][:2]
    [('F8:2', 'Douyin leads', True, False), ('F8:3', 'Group shares', False, True)]
    """
    day = c.day(as_of)
    judged = pace.pace(c, day)
    dated = measures.board_day(c)
    said = dated is None or day >= dated
    made = []
    for m in measures.board(c):
        figure = judged.get("pace", m.key) or judged.get("rate", m.key)
        stated = said and m.row.status == AlertStatus.ALERT.value
        if figure is not None and (stated or figure.status in FIRING):
            made.append(_alert(c, m, figure, stated, day))
    return Figures(sorted(made, key=lambda f: not f.inputs["fired"]))


def linked(c: Campaign, m: Measure, day: date) -> Row | None:
    """The issue of F9 that handles an alert: its link names the row (F8:2), or the metric and no other channel,
    or the channel where F8 watches nothing else on it; one that names both is preferred. Later issues wait."""
    best: tuple[int, Row] | None = None
    for row in c.rows("issues"):
        if row.reported is None or _moment(row.reported).date() <= day:
            score = _score(c, m, row)
            if score and (best is None or score > best[0]):
                best = (score, row)
    return best[1] if best else None


def _score(c: Campaign, m: Measure, row: Row) -> int:
    text = str(row.linked or "")
    if not text:
        return 0
    if m.key in text.replace("!", ":").replace("：", ":"):
        return 4
    channels = {ch.id for ch in c.config.channels_in(text)}
    elsewhere = bool(channels) and m.channel_id not in channels
    metric = measures.metric_in(c.config, text)
    if elsewhere or (metric is not None and metric is not m.metric):
        return 0
    if metric is not None:
        return 3 if channels else 2
    alone = sum(other.channel_id == m.channel_id for other in measures.board(c)) == 1
    return 1 if channels and alone else 0


def _alert(c: Campaign, m: Measure, judged: Figure, stated: bool, day: date) -> Figure:
    issue = linked(c, m, day)
    limit = c.config.thresholds.response_minutes
    now = datetime.combine(day + timedelta(days=1), time())
    minutes, state = (None, "unknown") if issue is None else _answered(issue, limit, now)
    cause = m.row.cause or (issue.cause if issue else None)
    return judged.but(
        name="alert",
        inputs={
            "fired": judged.status in FIRING,
            "stated": stated,
            "cause": cause,
            "first_action": issue.adjustment if issue else None,
            "owner": m.owner,
            "response_minutes": minutes,
            "deadline_minutes": limit,
            "issue": issue.record if issue else None,
            "issue_cell": str(next(iter(c.cells(issue, "problem")), "")) if issue else "",
            "state": state,
            "metric": m.metric_id,
            "channel": m.channel_id,
            "judged_by": judged.name,
        },
        cells=(
            *judged.cells,
            *c.cells(m.row, "status"),
            *(c.cells(issue, "reported", "decided") if issue else ()),
        ),
    )


def _answered(issue: Row, limit: float, now: datetime) -> tuple[float | None, str]:
    reported = None if issue.reported is None else _moment(issue.reported)
    acted = None if issue.decided is None else _moment(issue.decided)
    return response(reported, acted, limit, now, issue.status == IssueStatus.CLOSED.value)


def _moment(value: datetime | date) -> datetime:
    """A moment; rows give midnight as a plain date."""
    return value if isinstance(value, datetime) else datetime.combine(value, time())
