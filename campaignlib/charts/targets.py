"""Targets: what each goal reached of its target, with interval, and ROI on every cost basis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from campaignlib.charts.drawing import Drawing
from campaignlib.charts.key import Sign
from campaignlib.charts.plane import Layer, Plane, boxes, compose, labels, plane, rules
from campaignlib.charts.say import bracketed, sentence
from campaignlib.charts.style import SLACK, C, Text, fit, text_width
from campaignlib.figures import RATIO, Figure, Figures, Number, Unit
from campaignlib.sentences import show
from campaignlib.words import display
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Comparison

TOP = 2.2
"""The scale ends at 220 % of the target; what is longer is cut and says so with ›."""

_BAR = 12


@dataclass(frozen=True, slots=True)
class Bullet:
    """One goal: texts as a reader sees them, values as parts of the target."""

    name: str
    actual: str
    target: str
    value: float
    low: float | None = None
    high: float | None = None
    dashed: bool = False


def targets(attainment: Figures, roi: Figures, lang: Lang = "zh", currency: str = "CNY") -> Drawing | None:
    """Bullets of the goals that have a result; None when none has.

    attainment  figures of metrics.attainment: rows of F10 and the goals of F1 that have none there are shown
    roi         figures of metrics.roi: a basis each instead of the ROI row; the one not used is dashed
    currency    code of the campaign's money
    """
    attainment = _shown(show.priced(attainment, currency))
    bases = _distinct(roi)
    metric_rows = [f for f in attainment.named("attainment") if f.value is not None]
    bullets: list[Bullet] = []
    for f in metric_rows:
        if f.inputs.get("metric") == "roi" and bases:
            bullets += [_basis(b, f, lang) for b in bases]
        else:
            bullets.append(_bullet(f, lang))
    if not any(f.inputs.get("metric") == "roi" for f in metric_rows):
        bullets += [_basis(b, None, lang) for b in bases]
    if not bullets:
        return None
    missing = [f for f in attainment.named("attainment") if f.value is None]
    return Drawing(
        name="chart-targets",
        title=Label("实际占目标的比例", "Actual as a part of the target").to(lang),
        description=_description(bullets, len(missing), lang),
        lang=lang,
        wide=_spec(bullets, 920, lang),
        narrow=_narrow(bullets, lang),
        paper=_spec(bullets, 760, lang),
        key=_key(bullets),
    )


def _shown(attainment: Figures) -> Figures:
    """Results first, then goals whose metric has no result of its own; never the board."""
    figures = [f for f in attainment.named("attainment") if f.inputs.get("form") != "F8"]
    results = [f for f in figures if f.inputs.get("form") != "F1"]
    known = {f.inputs.get("metric") for f in results} - {None, ""}
    goals = [f for f in figures if f.inputs.get("form") == "F1" and f.inputs.get("metric") not in known]
    return Figures([*results, *goals])


def _distinct(roi: Figures) -> list[Figure]:
    """ROI on each cost basis that has one; of bases with the same cost only one, the used one first of all."""
    known = [f for f in roi.named("roi") if f.value is not None and f.inputs.get("attainment") is not None]
    used = {f.inputs.get("cost"): f for f in known if f.inputs.get("used")}
    return list({f.inputs.get("cost"): used.get(f.inputs.get("cost"), f) for f in known}.values())


def _bullet(f: Figure, lang: Lang) -> Bullet:
    unit, actual = show.unit_of(f), show.actual(f)
    low, high = _parts(f)
    return Bullet(
        name=f.of.to(lang),
        actual=_amount(actual, unit, lang) if actual is not None else "",
        target=_target(f, unit, lang),
        value=f.number,
        low=low,
        high=high,
    )


def _amount(value: Number, unit: Unit, lang: Lang) -> str:
    """The actual value; its noun in Chinese only, where it is one character (条) and not the goal's name again."""
    short = lang == "zh" and unit.kind != "money"
    return (show.amount(value, unit) if short else show.bare(value, unit)).to(lang)


def _target(f: Figure, unit: Unit, lang: Lang) -> str:
    """The target with its comparison, without its noun."""
    if f.target is None:
        return ""
    if unit.kind == "ratio" or f.target.comparison is Comparison.RANGE:
        return show.target_label(f.target, unit).to(lang)
    return _SIGNS.get(f.target.comparison, "") + show.bare(f.target.value, unit).to(lang)


_SIGNS = {Comparison.AT_LEAST: "≥", Comparison.AT_MOST: "≤", Comparison.EXACTLY: "="}


def _parts(f: Figure) -> tuple[float | None, float | None]:
    """The interval of the actual value as parts of the target."""
    if f.low is None or f.high is None or not f.target or not float(f.target.value):
        return None, None
    target = float(f.target.value)
    if f.target.comparison is Comparison.AT_MOST:
        return (target / f.high, target / f.low) if f.low > 0 and f.high > 0 else (None, None)
    if f.target.comparison is Comparison.AT_LEAST:
        return f.low / target, f.high / target
    return None, None


def _basis(f: Figure, row: Figure | None, lang: Lang) -> Bullet:
    """ROI on one cost basis, named by the cost it was computed with."""
    cost = f.inputs.get("cost")
    said = Label("成本 {c}", "cost {c}").fill(c=display.trimmed(cost)) if cost is not None else f.basis
    name = (row.of if row else Label("ROI", "ROI")).to(lang) + bracketed(said.to(lang), lang)
    target = f.target or (row.target if row else None)
    return Bullet(
        name=name,
        actual=display.percent(f.number, lang, 2),
        target=show.target_label(target, RATIO).to(lang) if target else "",
        value=float(f.inputs["attainment"]),
        dashed=not f.inputs.get("used"),
    )


def _texts_width(texts: Sequence[str], size: float, bold: bool = False) -> float:
    return max((text_width(t, size, bold) for t in texts), default=0) * SLACK


def _spec(bullets: Sequence[Bullet], width: int, lang: Lang) -> dict[str, Any]:
    pitch, top = 34, 8
    foot = top + pitch * len(bullets)
    name_end = min(_texts_width([b.name for b in bullets], 13), 190)
    actual_end = name_end + _texts_width([b.actual for b in bullets], 13, True) + 10
    target_end = actual_end + _texts_width([b.target for b in bullets], 13) + 10
    p = plane(width, foot + 24, x=(0, TOP), left=round(target_end + 14), right=width - 62, bottom=foot + 24)
    middle = [top + pitch * i + pitch / 2 for i in range(len(bullets))]
    texts: list[Text] = []
    for b, y in zip(bullets, middle, strict=True):
        texts.append(Text(0, y, fit(b.name, name_end + 1, 13), size=13))
        texts.append(Text(actual_end, y, b.actual, align="right", bold=True, size=13))
        texts.append(Text(target_end, y, b.target, C["ink3"], "right", size=13))
    return _compose(p, bullets, middle, texts, foot, lang)


def _narrow(bullets: Sequence[Bullet], lang: Lang) -> dict[str, Any]:
    pitch, top = 46, 4
    foot = top + pitch * len(bullets)
    p = plane(358, foot + 24, x=(0, TOP), left=2, right=288, bottom=foot + 24)
    middle = [top + pitch * i + 32 for i in range(len(bullets))]
    texts: list[Text] = []
    for b, y in zip(bullets, middle, strict=True):
        room = 358 - text_width(b.actual, 12, True) * SLACK - text_width(b.target, 12) * SLACK - 16
        texts.append(Text(2, y - 19, fit(b.name, room)))
        texts.append(
            Text(358 - text_width(b.target, 12) * SLACK - 8, y - 19, b.actual, align="right", bold=True)
        )
        texts.append(Text(358, y - 19, b.target, C["ink3"], "right"))
    return _compose(p, bullets, middle, texts, foot, lang)


def _compose(
    p: Plane, bullets: Sequence[Bullet], middle: Sequence[float], texts: list[Text], foot: float, lang: Lang
) -> dict[str, Any]:
    rows = list(zip(bullets, middle, strict=True))
    layers: list[Layer] = [*rules(p, [(t / 2, 2, t / 2, foot + 2) for t in range(5) if t != 2], C["rule"])]
    solid = [(0.0, min(b.value, TOP), y) for b, y in rows if not b.dashed]
    dashed = [(0.0, min(b.value, TOP), y) for b, y in rows if b.dashed]
    layers += boxes(p, solid, _BAR, fill=C["accent"])
    layers += boxes(p, dashed, _BAR, fill=C["paper"], stroke=C["accent"], dash=(3, 2), line=1.25)
    layers += rules(p, [(1, 2, 1, foot + 2)], C["ink"], 2)
    layers += _whiskers(p, rows)
    for b, y in rows:
        longest = min(max(b.value, b.high or 0), TOP)
        cut = "›\u2009" if b.value > TOP else ""
        said = Text(p.px(longest) + 8, y, cut + display.percent(b.value, lang))
        if said.box[0] < p.px(1) + 3 and p.px(1) - 3 < said.box[2]:
            said = replace(said, x=p.px(1) + 8)
        texts.append(said)
    for tick in range(5):
        mark = Label("目标＝100%", "target = 100%").to(lang) if tick == 2 else f"{tick * 50}%"
        align = "left" if tick == 0 else "center"
        texts.append(Text(p.px(tick / 2), foot + 14, mark, C["ink2"], align, size=12))  # type: ignore[arg-type]
    return compose(p, [*layers, *labels(p, texts)])


def _whiskers(p: Plane, rows: Sequence[tuple[Bullet, float]]) -> Iterator[Layer]:
    """Intervals, with a halo of paper so that they show on the bar."""
    found = [(b.low, min(b.high, TOP), y) for b, y in rows if b.low is not None and b.high is not None]
    lines = [(low, y, high, y) for low, high, y in found]
    ends = [(x, y - 4, x, y + 4) for low, high, y in found for x in (low, high)]
    yield from rules(p, lines, C["paper"], 5)
    yield from rules(p, ends, C["paper"], 4)
    yield from rules(p, [*lines, *ends], C["ink"], 1.5)


def _description(bullets: Sequence[Bullet], missing: int, lang: Lang) -> str:
    met = sum(b.value >= 1 for b in bullets)
    best, worst = max(bullets, key=lambda b: b.value), min(bullets, key=lambda b: b.value)
    parts = [
        Label("{n} 条中 {k} 条到了目标", "{k} of {n} bars reach the target").fill(n=len(bullets), k=met),
        Label("最高 {x}", "highest {x}").fill(x=f"{best.name} {display.percent(best.value, lang)}"),
        Label("最低 {x}", "lowest {x}").fill(x=f"{worst.name} {display.percent(worst.value, lang)}"),
    ]
    for b in bullets:
        if b.low is not None and b.high is not None and b.low < 1 <= b.high:
            parts.append(Label("{x} 的区间含目标", "the interval of {x} includes the target").fill(x=b.name))
    if missing:
        parts.append(Label("另有 {n} 个目标没有结果", "{n} more goals have no result").fill(n=missing))
    return sentence(parts, Label("数据见下表", "figures in the table below"), lang)


def _key(bullets: Sequence[Bullet]) -> tuple[Sign, ...]:
    signs = [
        Sign("bar", Label("实际占目标", "actual, part of target")),
        Sign("target", Label("目标", "target")),
    ]
    if any(b.low is not None for b in bullets):
        signs.append(Sign("interval", Label("95% 区间", "95% interval")))
    if any(b.dashed for b in bullets):
        signs.append(Sign("bar_basis", Label("另一种成本口径", "other cost basis")))
    return tuple(signs)
