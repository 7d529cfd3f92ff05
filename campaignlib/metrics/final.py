"""When a result is final: its due date, and the conversion window of the last lead."""

from __future__ import annotations

from datetime import date, timedelta

from campaignlib.campaign import Campaign
from campaignlib.config import Metric
from campaignlib.metrics import measures, sums


def conversion_closes(last_lead: date, days: int) -> date:
    """The day on which the last lead can no longer become an order that counts.

    >>> conversion_closes(date(2024, 8, 10), 30)
    datetime.date(2024, 9, 9)
    """
    return last_lead + timedelta(days=days)


def final_on(c: Campaign, metric: Metric | None, day: date) -> date | None:
    """The day a metric's result is final, or None when it is final as of `day`.

    The latest of: the end of the metric's window, the due date of a goal of the metric in F1, the close of its
    conversion window. ROI and sales come from orders: ROI waits for both the sales and the conversions.
    """
    dates = [d for m in _resting_on(c, metric) for d in _dates(c, m, day)]
    end = metric.window.end if metric and metric.window else c.config.window.end if c.config.window else None
    if end:
        dates.append(end)
    last = max(dates, default=None)
    return last if last and day < last else None


def due(c: Campaign, metric_id: str) -> date | None:
    """When F1 says the metric's result is there."""
    found = [m.row.due for m in measures.goals(c) if metric_id and m.metric_id == metric_id and m.row.due]
    return max(found, default=None)


def _resting_on(c: Campaign, metric: Metric | None) -> tuple[Metric, ...]:
    if metric is None:
        return ()
    if metric.id != measures.ROI:
        return (metric,)
    return (metric, *(m for m in c.config.metrics if m.id == measures.SALES or m.conversion_days))


def _dates(c: Campaign, metric: Metric, day: date) -> list[date]:
    found = [d for d in (due(c, metric.id),) if d]
    if metric.conversion_days:
        last = _last_lead(c, metric, day)
        if last:
            found.append(conversion_closes(last, metric.conversion_days))
    return found


def _last_lead(c: Campaign, metric: Metric, day: date) -> date | None:
    """The last day with leads; while the campaign runs its end, until which leads may come."""
    end = c.config.window.end if c.config.window else None
    if end and day < end:
        return end
    days = sums.by_day(c, metric.denominator) if metric.denominator else {}
    return max((d for d, leads in days.items() if leads > 0), default=end)
