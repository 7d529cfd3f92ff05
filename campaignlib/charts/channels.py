"""Channels: what each brings of one metric, largest first, with its target where it has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campaignlib.charts.drawing import Drawing
from campaignlib.charts.key import Sign
from campaignlib.charts.plane import Layer, Plane, boxes, compose, labels, plane, rules
from campaignlib.charts.say import sentence
from campaignlib.charts.style import SLACK, C, Text, fit, nice_ticks, overlap, text_width
from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.words import display
from campaignlib.words.label import Label, Lang

MOST = 8
"""More channels than this: the smallest together as one bar, listed in the table."""

UNALLOCATED = "unallocated"
_WIDE, _NARROW = 420, 358
_TARGET, _SHARE = Label("目标 ", "target "), Label("占 ", "")


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    value: float
    label: str
    target: float | None = None
    target_text: str = ""


def channels(
    figures: Figures,
    lang: Lang = "zh",
    metric: str = "",
    targets: Figures | None = None,
    currency: str = "CNY",
) -> Drawing | None:
    """Bars of one metric of metrics.funnel by channel; None when no metric has channels.

    metric   its id; without one the count that most channels have, the first of equals
    targets  figures of metrics.pace or metrics.attainment: the targets of single channels
    currency code of the campaign's money
    """
    figures = show.priced(figures, currency)
    chosen = metric or _widest(figures)
    found = [f for f in figures.named(chosen) if f.key != "all" and f.value is not None]
    if not chosen or not found:
        return None
    found.sort(key=lambda f: (f.key == UNALLOCATED, -f.number))
    bars = _bars([_with_target(f, chosen, targets or Figures()) for f in found], lang)
    what = found[0].inputs.get("metric_label") or Label.same(chosen)
    return Drawing(
        name=f"chart-channels-{chosen}",
        title=Label("各渠道{m}", "{m} by channel").fill(m=what).to(lang),
        description=_description(found, lang),
        lang=lang,
        wide=_spec(bars, _WIDE, 41, lang),
        narrow=_spec(bars, _NARROW, 36, lang),
        key=(
            Sign("bar", Label("{m}，占合计的份额", "{m}, share of the total").fill(m=what)),
            *([Sign("target", Label("目标", "target"))] if any(b.target is not None for b in bars) else ()),
        ),
    )


def _with_target(f: Figure, metric: str, targets: Figures) -> Figure:
    """The figure with its channel's target, where a form sets one."""
    if f.target is not None:
        return f
    same = (
        t.target
        for t in targets
        if t.target and (t.inputs.get("metric"), t.inputs.get("channel")) == (metric, f.key)
    )
    return f.but(target=next(same, None))


def _widest(figures: Figures) -> str:
    counted = Counter(
        f.name for f in figures if f.key != "all" and f.value is not None and f.unit.kind == "count"
    )
    return max(counted, key=lambda name: counted[name]) if counted else ""


def _bars(found: Sequence[Figure], lang: Lang) -> list[_Bar]:
    kept = found if len(found) <= MOST else found[: MOST - 1]
    bars = []
    for f in kept:
        unit = show.unit_of(f)
        target = float(f.target.value) if f.target else None
        said = _TARGET.to(lang) + show.bare(target, unit).to(lang) if target is not None else ""
        bars.append(
            _Bar(
                f.of.to(lang),
                f.number,
                _label(show.bare(f.number, unit).to(lang), _part(f), lang),
                target,
                said,
            )
        )
    rest = found[len(kept) :]
    if rest:
        total = sum(f.number for f in rest)
        shares = [s for s in map(_part, rest) if s is not None]
        name = Label("其他 {n} 个", "{n} others").fill(n=len(rest)).to(lang)
        text = show.bare(total, show.unit_of(rest[0])).to(lang)
        bars.append(_Bar(name, total, _label(text, sum(shares) if shares else None, lang)))
    return bars


def _part(f: Figure) -> float | None:
    share = f.inputs.get("share_of_all")
    return None if share is None else float(share)


def _label(value: str, share: float | None, lang: Lang) -> str:
    return value if share is None else f"{value}\u3000{_SHARE.to(lang)}{display.percent(share, lang)}"


def _spec(bars: Sequence[_Bar], width: int, pitch: int, lang: Lang) -> dict[str, object]:
    names = [fit(b.name, width * 0.4) for b in bars]
    left = round(max(text_width(n) for n in names) * SLACK + 10)
    # A label may stand behind the longest bar or target: the scale ends where its room begins.
    longest = max(b.value for b in bars)
    room = max(
        text_width(b.label) * SLACK + 16
        if b.value > 0.55 * max(longest, *(x.target or 0 for x in bars))
        else 24
        for b in bars
    )
    top = max(longest, *(b.target or 0 for b in bars)) or 1.0
    height = pitch * len(bars) + 41
    p = plane(width, height, x=(0, top), left=left, right=width - max(room, 24), bottom=height)
    middle = [22 + pitch * i + 6 for i in range(len(bars))]
    layers: list[Layer] = [*_grid(p, height - 24)]
    layers += boxes(p, [(0, b.value, y) for b, y in zip(bars, middle, strict=True)], 16, fill=C["accent"])
    marks = [(b.target, y - 11, b.target, y + 11) for b, y in zip(bars, middle, strict=True) if b.target]
    layers += rules(p, [(x, y, x2, y2) for x, y, x2, y2 in marks], C["ink"], 2)
    texts = [Text(0, y, name) for name, y in zip(names, middle, strict=True)]
    for bar, y in zip(bars, middle, strict=True):
        texts += _texts(p, bar, y)
    texts += _ticks(p, height - 12, lang)
    return compose(p, [*layers, *labels(p, texts)])


def _grid(p: Plane, bottom: float) -> Iterator[Layer]:
    yield from rules(p, [(t, 4, t, bottom) for t in _steps(p)], C["rule"])


def _steps(p: Plane) -> list[float]:
    return nice_ticks(p.x[1], 5 if p.width > 400 else 4)


def _ticks(p: Plane, y: float, lang: Lang) -> list[Text]:
    placed: list[Text] = []
    for tick in _steps(p):
        text = Text(p.px(tick), y, display.count_short(tick, lang), C["ink2"], "center", size=11)
        if text.box[2] <= p.width and not any(overlap(text.box, t.box) for t in placed):
            placed.append(text)
    return placed


def _texts(p: Plane, bar: _Bar, y: float) -> list[Text]:
    """Value and share behind the bar, or behind the target tick where that would cross them."""
    start = p.px(bar.value) + 8
    texts = []
    if bar.target:
        tick = p.px(bar.target)
        said = Text(tick, y - 18, bar.target_text, C["ink2"], "center", size=11)
        texts.append(said.inside(p.width))
        if start - 4 < tick < start + text_width(bar.label) * SLACK:
            start = tick + 9
    return [*texts, Text(start, y, bar.label)]


def _description(found: Sequence[Figure], lang: Lang) -> str:
    def said(f: Figure) -> Label:
        share = _part(f)
        value = show.amount(f.number, show.unit_of(f))
        if share is None:
            return Label("{name} {v}", "{name} {v}").fill(name=f.of, v=value)
        words = Label("{name} {v}，占 {s}", "{name} {v}, {s} of all")
        return words.fill(name=f.of, v=value, s=show.share(share))

    first, last = found[0], found[-1]
    parts = [Label("最多：{x}", "most: {x}").fill(x=said(first))]
    if len(found) > 1:
        parts.append(Label("最少：{x}", "least: {x}").fill(x=said(last)))
    return sentence(parts, Label("数据见渠道表", "figures in the channel table"), lang)
