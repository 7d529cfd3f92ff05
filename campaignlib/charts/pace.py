"""Pace: a panel per metric, its head in HTML, its drawing in SVG."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from campaignlib.charts.curves import cumulative, plan, rate_band
from campaignlib.charts.drawing import Drawing, key_block
from campaignlib.charts.key import Sign
from campaignlib.charts.panel import Panel, axis_days, panel_spec
from campaignlib.charts.say import MORE, bracketed, currency_word, sentence
from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.words import display, markup
from campaignlib.words.block import Block
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Standing

MOST = 9
"""More panels than this: those not on pace first, the rest folded."""

_CALM = (Standing.ON_PACE, Standing.ABOVE_FLOOR, Standing.MET, Standing.AHEAD)
_EMPTY = (Standing.NO_DATA, Standing.NOT_STARTED, Standing.UNDEFINED)
_TARGET, _FORECAST, _FLOOR = Label("目标 ", "target "), Label("推算 ", "forecast "), Label("底线 ", "floor ")


@dataclass(frozen=True, kw_only=True)
class PacePanel:
    """One metric: its head as Markdown and its drawing."""

    figure: Figure
    head: str
    drawing: Drawing

    def markdown(self) -> str:
        return f"::: {{.panel}}\n{self.head}\n\n{self.drawing.body()}\n:::"


@dataclass(frozen=True, kw_only=True)
class PaceChart:
    """All panels of a report, the key above them, and what has no panel because it has no data."""

    panels: tuple[PacePanel, ...]
    folded: tuple[PacePanel, ...]
    without: tuple[Figure, ...]
    key: tuple[Sign, ...]
    lang: Lang

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        return tuple(p.drawing for p in (*self.panels, *self.folded))

    def block(self) -> Block:
        """Key, panels three a row, the rest folded, and a note on what has no data yet."""
        parts = [key_block(self.key, self.lang)] if self.panels else []
        if self.panels:
            parts.append(_grid(self.panels))
        if self.folded:
            title = MORE.fill(n=len(self.folded)).to(self.lang)
            parts.append(f'::: {{.callout-note collapse="true" title="{title}"}}\n{_grid(self.folded)}\n:::')
        if self.without:
            parts.append(f"::: {{.note}}\n{_without(self.without, self.lang)}\n:::")
        plain = "\n".join(d.alt for d in self.drawings)
        return Block("\n\n".join(parts), plain or _without(self.without, self.lang))


def pace(figures: Figures, daily: pd.DataFrame, lang: Lang = "zh", currency: str = "CNY") -> PaceChart:
    """Panels of the figures `pace`, `rate` and `forecast`.

    figures  of metrics.pace and metrics.forecast together
    daily    day, channel, metric, value: what the actual lines are drawn from; without rows only today's dot
    currency code of the campaign's money
    """
    figures = show.priced(figures, currency)
    judged = [f for f in figures.named("pace", "rate") if _drawable(f)]
    without = tuple(f for f in figures.named("pace", "rate") if not _drawable(f))
    if not judged:
        return PaceChart(panels=(), folded=(), without=without, key=(), lang=lang)
    first, last = axis_days(
        [f.inputs["window_start"] for f in judged], [f.inputs["window_end"] for f in judged]
    )
    made = [_panel(f, figures.get("forecast", f.key), daily, (first, last), lang) for f in judged]
    if len(made) > MOST:
        made.sort(key=lambda p: p.figure.status in _CALM)
    return PaceChart(
        panels=tuple(made[:MOST]),
        folded=tuple(made[MOST:]),
        without=without,
        key=_key(judged, lang),
        lang=lang,
    )


def _grid(panels: tuple[PacePanel, ...]) -> str:
    inside = "\n\n".join(p.markdown() for p in panels)
    return f"::: {{.panels}}\n{inside}\n:::"


def _drawable(figure: Figure) -> bool:
    days = (figure.inputs.get("window_start"), figure.inputs.get("window_end"), figure.as_of)
    return (
        figure.status not in _EMPTY
        and show.actual(figure) is not None
        and all(isinstance(d, date) for d in days)
    )


def _panel(
    f: Figure, forecast: Figure | None, daily: pd.DataFrame, days: tuple[date, date], lang: Lang
) -> PacePanel:
    assert f.as_of is not None
    made = (
        _rate(f, daily, days, f.as_of, lang)
        if f.name == "rate"
        else _count(f, forecast, daily, days, f.as_of, lang)
    )
    drawing = Drawing(
        name=f.anchor.replace("figure", "chart", 1),
        title=f.of.to(lang),
        description=_description(f, forecast, made, lang),
        lang=lang,
        wide=panel_spec(made),
    )
    return PacePanel(figure=f, head=_head(f, lang), drawing=drawing)


def _count(
    f: Figure, forecast: Figure | None, daily: pd.DataFrame, days: tuple[date, date], today: date, lang: Lang
) -> Panel:
    unit, actual = show.unit_of(f), float(show.actual(f) or 0)
    end = f.inputs["window_end"]
    target = float(f.target.value) if f.target else None
    ahead = forecast if forecast is not None and forecast.value is not None and today < end else None
    line = cumulative(f, daily, today)
    tops = [actual, *(v for _, v in line)]
    panel = Panel(
        first=days[0],
        last=days[1],
        today=today,
        lang=lang,
        start=f.inputs["window_start"],
        end=end,
        top=1.0,
        actual=actual,
        actual_text=show.bare(actual, unit).to(lang),
        behind=f.status in (Standing.BEHIND, Standing.ON_PACE) and float(f.number) < 1,
        line=line,
        plan=plan(f),
        tolerance=float(f.inputs.get("tolerance") or 0),
        target=target,
        target_text=_TARGET.to(lang) + show.bare(target, unit).to(lang) if target is not None else "",
    )
    if ahead is not None:
        tops += [ahead.number, ahead.high or 0.0]
        panel = replace(
            panel,
            forecast=(ahead.number, ahead.low, ahead.high),
            forecast_text=_FORECAST.to(lang) + show.bare(show.estimate(ahead.number), unit).to(lang),
        )
    return replace(panel, top=max(*tops, (target or 0) * 1.25) * 1.02 or 1.0)


def _rate(f: Figure, daily: pd.DataFrame, days: tuple[date, date], today: date, lang: Lang) -> Panel:
    unit, actual = show.unit_of(f), float(show.actual(f) or 0)
    found = rate_band(f, daily, today)
    floor = f.inputs.get("floor")
    levels = []
    if f.target:
        text = _TARGET.to(lang) + show.target_label(f.target, unit).to(lang)
        levels.append((float(f.target.value), "ink", text, False))
    if floor is not None:
        levels.append((float(floor), "bad", _FLOOR.to(lang) + show.goal(floor, unit).to(lang), True))
    top = max(actual, *(v for v, *_ in levels), f.high or 0.0, 1e-9) * 1.45
    return Panel(
        first=days[0],
        last=days[1],
        today=today,
        lang=lang,
        start=f.inputs["window_start"],
        end=f.inputs["window_end"],
        top=top,
        actual=actual,
        actual_text=show.bare(actual, unit).to(lang),
        line=[(d, min(r, top)) for d, r, _, _ in found],
        shade=[(d, low, high) for d, _, low, high in found],
        levels=levels,
    )


def _head(f: Figure, lang: Lang) -> str:
    """Name and unit, status with its sign, pace; below it the window, and another one that would change the status."""
    unit = show.unit_of(f)
    noun = unit.label.to(lang) if lang == "zh" and unit.kind == "count" else ""
    if unit.kind == "money":
        noun = currency_word(show.currency_of(unit), lang)
    status = f.status or Standing.UNDEFINED
    value = f" {display.index(f.number)}" if f.name == "pace" and f.value is not None else ""
    verdict = (
        f'[[{status.glyph}]{{.glyph .{status.tone} aria-hidden="true"}} '
        f"[{status.label.to(lang)}]{{.{status.tone}}}{value}]{{.standing}}"
    )
    said = _below(f).to(lang)
    return (
        f"### {markup.markdown(f.of.to(lang) + bracketed(noun, lang))} {verdict} {{.unnumbered .unlisted}}\n\n"
        f"[{markup.markdown(said)}]{{.ink3}}"
    )


def _below(f: Figure) -> Label:
    """The window, how much of it has passed, and another window that would change the status; for a rate, what it
    divides. One line of a panel where that can be."""
    if f.name == "rate":
        return f.definition or f.basis
    share = f.inputs.get("share")
    if not isinstance(share, int | float):
        return f.basis
    words, other = Label("窗口 {w}，{s}", "{w}, {s} passed"), _other(f)
    if other:
        words = Label("{w}，{s}；{other}", "{w}, {s}; {other}")
    return words.fill(w=show.window(f), s=show.share(share), other=other)


def _other(f: Figure) -> Label:
    """The first other window whose status differs."""
    for other in f.inputs.get("alternatives") or ():
        if other.get("status") == f.status or other.get("pace") is None:
            continue
        value, form = display.index(float(other["pace"])), other.get("form") or "config"
        if other.get("end") == f.inputs.get("window_end"):
            words = Label("从 {day}算 {pace}", "{pace} if from {day}")
            return words.fill(day=show.day(other["start"]), pace=value)
        if form != "config":
            return Label("按 {form} 的日期 {pace}", "{pace} by {form} dates").fill(form=form, pace=value)
        days = show.days(other["start"], other["end"])
        return Label("按 {days}算 {pace}", "{pace} over {days}").fill(days=days, pace=value)
    return Label("", "")


def _description(f: Figure, forecast: Figure | None, panel: Panel, lang: Lang) -> str:
    unit = show.unit_of(f)
    status = f.status.label if f.status else Label("", "")
    value = show.amount(panel.actual, unit)
    parts: list[Label] = []
    if f.name == "rate":
        parts.append(Label("累计 {v}，{status}", "{v} so far, {status}").fill(v=value, status=status))
        if f.low is not None and f.high is not None:
            interval = show.interval_range(f.low, f.high, unit)
            parts.append(Label("95% 区间 {i}", "95% interval {i}").fill(i=interval))
        parts += [Label.same(text) for _, _, text, _ in panel.levels]
    else:
        parts.append(
            Label("累计 {v}，{status}，节奏 {p}", "{v} so far, {status}, pace {p}").fill(
                v=value, status=status, p=display.index(f.number)
            )
        )
        share = f.inputs.get("share")
        if panel.target is not None and isinstance(share, int | float):
            due = panel.target * float(share)
            words = Label(
                "应到 {due}，警戒线 {low}，目标 {t}", "planned by now {due}, alert line {low}, target {t}"
            )
            shown = (show.bare(x, unit) for x in (due, due * (1 - panel.tolerance), panel.target))
            parts.append(words.fill(**dict(zip(("due", "low", "t"), shown, strict=True))))
        if panel.forecast and forecast is not None:
            parts.append(
                Label("期末推算 {f}", "forecast at the end {f}").fill(
                    f=show.bare(show.estimate(panel.forecast[0]), unit)
                )
            )
    return sentence(parts, Label("数据见记分卡", "figures in the scorecard"), lang)


def _without(figures: tuple[Figure, ...], lang: Lang) -> str:
    """What has no panel, by name and reason."""
    stop, comma = ("；", "，") if lang == "zh" else ("; ", ", ")
    texts = [f.of.to(lang) + (comma + f.undefined.to(lang) if f.undefined else "") for f in figures]
    return markup.markdown(Label("没有曲线：", "No curve: ").to(lang) + stop.join(texts))


def _key(figures: list[Figure], lang: Lang) -> tuple[Sign, ...]:
    today = next((show.day(f.as_of) for f in figures if f.as_of), Label("今天", "today"))
    tolerance = {float(f.inputs.get("tolerance") or 0) for f in figures if f.name == "pace"}
    width: Any = f" ±{display.percent(tolerance.pop(), lang, 0)}" if len(tolerance) == 1 else ""
    signs = []
    if any(f.name == "pace" for f in figures):
        signs += [
            Sign("actual", Label("实际累计", "actual, cumulative")),
            Sign("plan", Label("计划", "plan")),
            Sign(
                "corridor",
                Label(f"走廊{width}，下沿是警戒线", f"corridor{width}, lower edge = alert line"),
            ),
            Sign("forecast", Label("期末推算与 90% 区间", "forecast at end, 90% interval")),
        ]
    if any(f.name == "rate" for f in figures):
        signs += [
            Sign("shade", Label("比率的 95% 区间", "95% interval of a rate")),
            Sign("floor", Label("底线", "floor")),
        ]
    return (*signs, Sign("today", today))
