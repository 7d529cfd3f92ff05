"""What a reader sees in a drawing: its texts with their boxes; and figures written by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd

from campaignlib.charts.drawing import Drawing
from campaignlib.charts.style import Box, overlap, text_width
from campaignlib.figures import DAYS, INDEX, RATIO, Figure, Figures, Target, Unit
from campaignlib.findings import Cell
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison, Standing

NS = "{http://www.w3.org/2000/svg}"
LEADS = {"kind": "count", "label": Label("条", "leads")}


@dataclass(frozen=True)
class Seen:
    """A text of an SVG and the box it takes, without slack."""

    text: str
    box: Box


def texts(svg: str) -> list[Seen]:
    """Every text of a drawing."""
    found: list[Seen] = []
    _walk(ET.fromstring(svg), 0.0, 0.0, found)
    return found


def _walk(element: ET.Element, x: float, y: float, found: list[Seen]) -> None:
    moved = re.search(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{NS}text" and element.text:
        size = float(element.get("font-size", "12px").removesuffix("px"))
        width = text_width(element.text, size, element.get("font-weight") == "700")
        x, y = x + float(element.get("x", 0)), y + float(element.get("y", 0))
        left = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor", ""), 0.0)
        found.append(Seen(element.text, (left, y - size * 0.8, left + width, y + size * 0.15)))
    for child in element:
        _walk(child, x, y, found)


def collisions(svg: str) -> list[tuple[str, str]]:
    """Pairs of texts that overlap, and texts that are cut by the edge of the drawing."""
    root = ET.fromstring(svg)
    width, height = (float(n) for n in root.get("viewBox", "").split()[2:])
    seen = texts(svg)
    cut = [
        (s.text, "edge")
        for s in seen
        if s.box[0] < -0.5 or s.box[2] > width + 0.5 or s.box[1] < -0.5 or s.box[3] > height + 0.5
    ]
    return cut + [(a.text, b.text) for a, b in combinations(seen, 2) if overlap(a.box, b.box)]


def marks(drawing: Drawing, kind: str) -> list[dict[str, Any]]:
    """The layers of one kind of mark in the wide spec, each with its rows."""
    found = []
    for layer in drawing.wide["layer"]:
        if layer["mark"]["type"] == kind:
            data = layer["data"]
            rows = data["values"] if "values" in data else drawing.wide["datasets"][data["name"]]
            found.append({**layer["mark"], "rows": rows})
    return found


def pace(
    key: str, of: Label, actual: float, target: float, status: Standing, index: float, **inputs: Any
) -> Figure:
    """A pace figure of a window 7.20–8.10 as of 8.2."""
    start, end = inputs.pop("window", (date(2024, 7, 20), date(2024, 8, 10)))
    today = inputs.pop("as_of", date(2024, 8, 2))
    share = ((today - start).days + 1) / ((end - start).days + 1)
    known: dict[str, Any] = {
        "actual": actual,
        "target": target,
        "share": share,
        "window_start": start,
        "window_end": end,
        "tolerance": 0.2,
        "metric": "leads",
        "channel": "douyin",
        "unit": LEADS,
        "plan": ({"day": start - timedelta(1), "share": 0.0}, {"day": end, "share": 1.0}),
    }
    return Figure(
        name="pace",
        key=key,
        of=of,
        value=index,
        unit=INDEX,
        target=Target(target),
        status=status,
        as_of=today,
        inputs=known | inputs,
    )


def forecast(key: str, value: float, low: float | None = None, high: float | None = None) -> Figure:
    return Figure(
        name="forecast", key=key, of=Label("", ""), value=value, unit=Unit("count"), low=low, high=high
    )


def rate(key: str, **inputs: Any) -> Figure:
    """A conversion rate of 90 in 720, floor 10 %, target 15 %."""
    known: dict[str, Any] = {
        "actual": 0.125,
        "floor": 0.10,
        "window_start": date(2024, 7, 20),
        "window_end": date(2024, 8, 10),
        "channel": "all",
        "unit": {"kind": "ratio", "label": Label("", "")},
        "numerator_metric": "orders",
        "denominator_metric": "qualified_leads",
    }
    return Figure(
        name="rate",
        key=key,
        of=Label("转化率", "Conversion rate"),
        value=0.125,
        unit=RATIO,
        target=Target(0.15),
        status=Standing.ABOVE_FLOOR,
        low=0.1028,
        high=0.1512,
        as_of=date(2024, 8, 2),
        definition=Label("订单 ÷ 合格线索，累计", "Orders ÷ qualified leads, cumulative"),
        inputs=known | inputs,
    )


def daily(*rows: tuple[date, str, str, float]) -> pd.DataFrame:
    """Daily data from (day, channel, metric, value)."""
    return pd.DataFrame(rows, columns=["day", "channel", "metric", "value"]).astype({"day": "datetime64[ns]"})


def even(metric: str, channel: str, total: float, days: int = 14, start: date = date(2024, 7, 20)) -> Any:
    """The same value on each of some days."""
    return [(start + timedelta(n), channel, metric, total / days) for n in range(days)]


def task(record: int, name: str, start: date, end: date, status: str, **inputs: Any) -> Figure:
    known = {
        "task": name,
        "owner": "张*",
        "start": start,
        "end": end,
        "status": status,
        "critical": False,
        "overdue_days": 0,
        "slip": None,
        "predecessors": (),
        "moves": (),
        "other": (),
        "milestone": "",
    }
    return Figure(
        name="task", key=f"F5:{record}", of=Label.same(name), value=0, unit=DAYS, inputs=known | inputs
    )


def schedule() -> Figures:
    """Print is late with float left, assets are late beyond their float, the pop-up waits for the print."""

    def day(n: int) -> date:
        return date(2024, 7, 15) + timedelta(n)

    other = ({"form": "F4", "start": day(10), "end": day(21), "cell": "F4!G4"},)
    return Figures(
        [
            task(1, "设计定稿", day(10), day(13), "done", critical=True, slip=0, milestone="审核"),
            task(
                2,
                "印刷",
                day(13),
                day(17),
                "in_progress",
                critical=True,
                overdue_days=1,
                slip=5,
                predecessors=(1,),
            ),
            task(
                3,
                "素材",
                day(11),
                day(15),
                "in_progress",
                overdue_days=3,
                slip=1,
                moves=("预热",),
                predecessors=(1,),
            ),
            task(4, "预热", day(16), day(21), "in_progress", predecessors=(3,)),
            task(5, "快闪", day(22), day(26), "not_started", critical=True, predecessors=(2,), other=other),
            Figure(
                name="network",
                of=Label.same("排期"),
                value=13,
                unit=DAYS,
                inputs={"critical": ("设计定稿", "印刷", "快闪")},
            ),
        ]
    )


def budget_item(
    record: int,
    item: str,
    planned: int,
    actual: int | None = None,
    daily_spend: int | None = None,
    group: str = "channel",
) -> Figure:
    value = None if actual is None else actual - planned
    return Figure(
        name="variance",
        key=f"F3:{record}",
        of=Label.same(item),
        value=value,
        undefined=Label("未填", "not filled in") if value is None else None,
        unit=Unit("money"),
        inputs={"planned": planned, "actual": actual, "daily_spend": daily_spend, "class": group},
        cells=(Cell("forms.xlsx", "F3", f"C{record}"),),
    )


def reserve(record: int, amount: int, base: int) -> Figure:
    """The contingency rule of 10–15 % on the sum of items."""
    return Figure(
        name="contingency",
        key="items",
        of=Label("备用金", "Contingency"),
        value=amount / base,
        inputs={"reserve": amount, "base": base, "low": 0.10, "high": 0.15},
        cells=(Cell("forms.xlsx", "F3", f"C{record}"),),
    )


def goal(
    key: str,
    of: Label,
    value: float,
    target: Target,
    actual: float,
    unit: str = "count",
    interval: tuple[float, float] | None = None,
    metric: str = "",
) -> Figure:
    low, high = interval or (None, None)
    return Figure(
        name="attainment",
        key=key,
        of=of,
        value=value,
        target=target,
        low=low,
        high=high,
        inputs={"actual": actual, "metric": metric, "unit": {"kind": unit, "label": Label("", "")}},
    )


def roi(key: str, value: float, cost: int, used: bool) -> Figure:
    return Figure(
        name="roi",
        key=key,
        of=Label("活动", "Campaign"),
        value=value,
        target=Target(3.0, Comparison.AT_LEAST),
        inputs={"cost": cost, "used": used, "attainment": value / 3},
    )
