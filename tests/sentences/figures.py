"""Figures of a small week, made by hand: what a sentence gets without a campaign behind it."""

from __future__ import annotations

from datetime import date
from typing import Any

from campaignlib.figures import INDEX, RATIO, Figure, Target, Unit
from campaignlib.findings import Cell, Finding, Severity
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison, Standing

LEADS = {"kind": "count", "label": Label("条", "leads")}
NAMES = {
    "leads": Label("线索", "Leads"),
    "douyin": Label("抖音线索", "Douyin leads"),
    "shops": Label("快闪店线索", "Pop-up leads"),
    "reach": Label("知名度", "Awareness"),
}
PACES = {Standing.AHEAD: 1.4, Standing.ON_PACE: 0.95, Standing.BEHIND: 0.5}


def pace(key: str, of: Label, status: Standing, **inputs: Any) -> Figure:
    """850 of 2,000 leads by default; the pace follows from the status."""
    value = PACES.get(status)
    known = value is not None
    return Figure(
        name="pace",
        key=key,
        of=of,
        value=value,
        unit=INDEX,
        undefined=None if known else Label("尚无数据", "no data yet"),
        target=Target(2000),
        status=status,
        rule=Label("节奏 <0.80", "pace <0.80"),
        cells=(Cell("forms.xlsx", "F8", "D5"), Cell("forms.xlsx", "F8", "E5")),
        inputs={
            "actual": 850 if known else None,
            "attainment": 0.425 if known else None,
            "share": 0.5,
            "window_start": date(2025, 3, 3),
            "window_end": date(2025, 3, 12),
            "tolerance": 0.2,
            "metric": "leads",
            "channel": "",
            "unit": LEADS,
        }
        | inputs,
    )


def rate(key: str, of: Label, status: Standing, value: float | None = 0.125, **changes: Any) -> Figure:
    """90 of 720 by default, floor 10 %, target 15 %."""
    inputs = {"actual": value, "floor": 0.1, "numerator": 90, "denominator": 720, "metric": "conversion_rate"}
    base = Figure(
        name="rate",
        key=key,
        of=of,
        value=value,
        unit=RATIO,
        undefined=None if value is not None else Label("尚无数据", "no data yet"),
        target=Target(0.15),
        status=status,
        low=0.103 if value is not None else None,
        high=0.151 if value is not None else None,
        inputs=inputs,
        cells=(Cell("forms.xlsx", "F8", "D8"),),
    )
    return base.but(**changes)


def forecast(key: str, **inputs: Any) -> Figure:
    return Figure(
        name="forecast",
        key=key,
        of=NAMES["leads"],
        value=1700,
        low=1623,
        high=1765,
        inputs={"needed_per_day": 73.3, "today": 65, "days_left": 5} | inputs,
        unit=Unit("count", Label("条", "leads")),
    )


def finding(code: str, severity: Severity = Severity.WARNING, ref: str = "C12", sheet: str = "F3") -> Finding:
    return Finding(
        code=code,
        severity=severity,
        form=sheet,
        cells=(Cell("forms.xlsx", sheet, ref),),
        read="77,000 元",
        expected=Label("68,000 元", "CNY 68,000"),
        message=Label("合计不符。", "The total differs."),
    )


def most(value: float) -> Target:
    return Target(value, Comparison.AT_MOST)
