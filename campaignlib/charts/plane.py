"""A drawing area with two scales, and the few marks that charts are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from campaignlib.charts.style import Align, C, Text, one_line

Layer = alt.Chart


@dataclass(frozen=True, slots=True)
class Plane:
    """A drawing area: its size in px, the plot rectangle inside it and the domains of both scales."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    x: tuple[float, float]
    y: tuple[float, float]

    def px(self, x: float) -> float:
        """Where a value of the x scale lies, in px from the left.

        >>> plane(200, 100, x=(0, 10), y=(0, 1), left=20, right=120).px(5)
        70.0
        """
        return self.left + (x - self.x[0]) / (self.x[1] - self.x[0]) * (self.right - self.left)

    def py(self, y: float) -> float:
        """Where a value of the y scale lies, in px from the top."""
        return self.bottom + (y - self.y[0]) / (self.y[1] - self.y[0]) * (self.top - self.bottom)

    def dx(self, px: float) -> float:
        """A length in px as a difference of the x scale."""
        return px / (self.right - self.left) * (self.x[1] - self.x[0])

    def ux(self, px: float) -> float:
        """The value of the x scale at a place in px: the inverse of `px`."""
        return self.x[0] + self.dx(px - self.left)

    def uy(self, px: float) -> float:
        """The value of the y scale at a place in px: the inverse of `py`."""
        return self.y[0] + (px - self.bottom) / (self.top - self.bottom) * (self.y[1] - self.y[0])


def plane(
    width: float,
    height: float,
    *,
    x: tuple[float, float],
    y: tuple[float, float] | None = None,
    left: float = 0,
    right: float | None = None,
    top: float = 0,
    bottom: float | None = None,
) -> Plane:
    """A Plane; without `y` the y scale counts px from the top, for charts made of rows."""
    right = width if right is None else right
    bottom = height if bottom is None else bottom
    return Plane(width, height, left, right, top, bottom, x, y if y is not None else (bottom, top))


def _encode(p: Plane, chart: alt.Chart, *channels: str) -> alt.Chart:
    scales = {
        "x": alt.Scale(domain=list(p.x), range=[p.left, p.right], nice=False, zero=False),
        "y": alt.Scale(domain=list(p.y), range=[p.bottom, p.top], nice=False, zero=False),
    }
    made: dict[str, Any] = {
        "x": alt.X("x:Q", scale=scales["x"], axis=None),
        "y": alt.Y("y:Q", scale=scales["y"], axis=None),
    }
    for name in channels:
        made[name] = {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q"), "text": alt.Text("text:N")}[name]
    return chart.encode(**made)


def _chart(rows: Iterable[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.Data(values=list(rows)))  # type: ignore[no-untyped-call]


def boxes(
    p: Plane,
    spans: Sequence[tuple[float, float, float]],
    thickness: float,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    dash: Sequence[float] = (),
    line: float = 1,
    opacity: float = 1,
) -> Iterator[Layer]:
    """Horizontal bars (x, x2, y of the middle) of a thickness in px."""
    if spans:
        half = abs(p.uy(0) - p.uy(thickness)) / 2
        rows = ({"x": x, "x2": x2, "y": y - half, "y2": y + half} for x, x2, y in spans)
        mark = _chart(rows).mark_rect(
            fill=fill or "transparent",
            stroke=stroke or "transparent",
            strokeWidth=line if stroke else 0,
            strokeDash=list(dash),
            fillOpacity=opacity,
        )
        yield _encode(p, mark, "x2", "y2")


def rules(
    p: Plane,
    lines: Sequence[tuple[float, float, float, float]],
    color: str,
    width: float = 1,
    dash: Sequence[float] = (),
    cap: Literal["butt", "round", "square"] = "butt",
) -> Iterator[Layer]:
    """Straight lines (x, y, x2, y2)."""
    if lines:
        rows = ({"x": x, "y": y, "x2": x2, "y2": y2} for x, y, x2, y2 in lines)
        mark = _chart(rows).mark_rule(color=color, strokeWidth=width, strokeDash=list(dash), strokeCap=cap)
        yield _encode(p, mark, "x2", "y2")


def paths(
    p: Plane,
    lines: Sequence[Sequence[tuple[float, float]]],
    color: str,
    width: float = 1,
    dash: Sequence[float] = (),
) -> Iterator[Layer]:
    """Lines through points, in the order given; each is its own series."""
    if lines:
        rows = (
            {"x": x, "y": y, "series": n, "order": k}
            for n, line in enumerate(lines)
            for k, (x, y) in enumerate(line)
        )
        mark = _chart(rows).mark_line(
            color=color, strokeWidth=width, strokeDash=list(dash), strokeJoin="round"
        )
        yield _encode(p, mark).encode(detail=alt.Detail("series:N"), order=alt.Order("order:Q"))


def band(
    p: Plane, points: Sequence[tuple[float, float, float]], fill: str, opacity: float = 1
) -> Iterator[Layer]:
    """An area between two lines: (x, low, high)."""
    if len(points) > 1:
        rows = ({"x": x, "y": low, "y2": high} for x, low, high in points)
        yield _encode(p, _chart(rows).mark_area(fill=fill, fillOpacity=opacity, line=False), "y2")


def dots(
    p: Plane,
    points: Sequence[tuple[float, float]],
    *,
    fill: str,
    stroke: str | None = None,
    size: float = 40,
    shape: str = "circle",
    line: float = 1.5,
) -> Iterator[Layer]:
    """Points; size is an area in px², as Vega counts."""
    if points:
        mark = _chart({"x": x, "y": y} for x, y in points).mark_point(
            shape=shape,
            size=size,
            fill=fill,
            stroke=stroke or fill,
            strokeWidth=line if stroke else 0,
            opacity=1,
        )
        yield _encode(p, mark)


def labels(p: Plane, texts: Iterable[Text]) -> Iterator[Layer]:
    """Labels with a halo of paper, so that lines under them do not cut them; one layer per look."""
    looks: dict[tuple[str, Align, bool, float], list[Text]] = {}
    for text in texts:
        if text.text:
            looks.setdefault((text.color, text.align, text.bold, text.size), []).append(text)
    for (color, align, bold, size), same in looks.items():
        rows = ({"x": p.ux(t.x), "y": p.uy(t.y), "text": one_line(t.text)} for t in same)
        mark = _chart(rows).mark_text(
            align=align,
            baseline="middle",
            fontSize=size,
            fontWeight=700 if bold else 400,
            fill=color,
            stroke=C["paper"],
            strokeWidth=3,
        )
        yield _encode(p, mark, "text")


def compose(p: Plane, layers: Iterable[Layer]) -> dict[str, Any]:
    """The Vega-Lite spec of a drawing: exact size, no padding, no axes or legends of its own."""
    made = (
        alt.layer(*layers).properties(width=p.width, height=p.height, padding=0).configure_view(stroke=None)
    )
    spec: dict[str, Any] = made.to_dict(validate=False)
    return spec
