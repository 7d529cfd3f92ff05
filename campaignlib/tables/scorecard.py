"""The scorecard: every goal with its value, target, bar, pace, forecast and the rule that judged it."""

from __future__ import annotations

from collections.abc import Iterable

from campaignlib.figures import Figure, Figures
from campaignlib.findings import Findings
from campaignlib.sentences import show
from campaignlib.sentences.weekly import missing
from campaignlib.tables.bar import Bar
from campaignlib.tables.cells import DASH, esc, lines, linked, other, plain_unit, quiet, split_unit, status
from campaignlib.tables.heads import head
from campaignlib.tables.key import WEEKLY, key
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import AlertStatus, Comparison, Standing

CAPTION = Label(
    "记分卡：每个目标的实际值、目标、节奏与判定", "Scorecard: value, target, pace and ruling of each goal"
)
EMPTY = Label(
    "没有目标可比。目标来自F1目标拆解表和F8监控看板。",
    "There are no goals to compare. They come from F1, the goal breakdown, and F8, the KPI board.",
)
OTHERS = Label("渠道指标", "Channel measures")
DUE = Label("{day}到数", "due {day}")
FINAL = Label("◇ {day}定数", "◇ until {day}")
SAYS = Label("{cell}写“{word}”", "{cell} says “{word}”")
OTHER_WINDOW = Label("若按{why}：{pace}，{word}", "by {why}: {pace}, {word}")
TONES = {"warn": "warn", "bad": "bad"}


def scorecard(
    pace: Figures,
    forecast: Figures,
    findings: Findings,
    lang: Lang,
    attainment: Figures | None = None,
    currency: str = "CNY",
) -> Table:
    """Rows: `pace` and `rate` figures, grouped by goal dimension, the whole before its channels.

    attainment: figures of F1's goals, from which the rows of F8 take the dimension of their metric.
    """
    known = show.priced(pace.named(*show.JUDGED), currency)
    ends = show.priced(forecast, currency)
    dimensions = _dimensions(known, attainment or Figures())
    made = [
        _line(f, ends.get("forecast", f.key), findings, _group(f, dimensions, lang), _inner(f, known), lang)
        for f in _ordered(known, dimensions)
    ]
    return table(
        "scorecard",
        CAPTION.to(lang),
        _columns(lang),
        made,
        lang,
        empty=EMPTY.to(lang),
        paper_note="　".join(f"{s.glyph} {s.markdown(lang)}" for s in missing(known)),
        style="blocks",
        key=key(WEEKLY, lang),
    )


def _columns(lang: Lang) -> tuple[Column, ...]:
    rates = Label("比率：95% 区间", "rates: 95% interval").to(lang)
    ends = Label("90% 区间", "90% interval").to(lang)
    words = {key: head(key, lang) for key in ("target", "pace")}
    return (
        Column("metric", head("metric", lang)),
        Column("actual", head("actual", lang, rates), True),
        Column("target", words["target"], True, label=words["target"]),
        Column("bar", head("bar", lang)),
        Column("percent", "", True, name=head("bar", lang)),
        Column("pace", words["pace"], True, label=words["pace"]),
        Column("forecast", head("forecast", lang, ends), True, label=head("forecast", lang)),
        Column("status", head("status", lang), corner=True),
    )


def _dimensions(pace: Figures, attainment: Figures) -> dict[str, str]:
    """Metric id -> dimension, in the order of F1."""
    found: dict[str, str] = {}
    for figure in (*attainment, *pace):
        metric, dimension = figure.inputs.get("metric"), figure.inputs.get("dimension")
        if metric and dimension and not figure.key.startswith("F10"):
            found.setdefault(str(metric), str(dimension))
    return found


def _dimension(figure: Figure, dimensions: dict[str, str]) -> str:
    return str(figure.inputs.get("dimension") or dimensions.get(str(figure.inputs.get("metric") or ""), ""))


def _group(figure: Figure, dimensions: dict[str, str], lang: Lang) -> str:
    return _dimension(figure, dimensions) or OTHERS.to(lang)


def _ordered(figures: Figures, dimensions: dict[str, str]) -> Iterable[Figure]:
    order = list(dict.fromkeys((*dimensions.values(), *(_dimension(f, dimensions) for f in figures))))
    metrics = list(dict.fromkeys(str(f.inputs.get("metric") or f.key) for f in figures))

    def rank(figure: Figure) -> tuple[bool, int, int, bool]:
        dimension = _dimension(figure, dimensions)
        metric = str(figure.inputs.get("metric") or figure.key)
        return (not dimension, order.index(dimension), metrics.index(metric), bool(_channel(figure)))

    return sorted(figures, key=rank)


def _channel(figure: Figure) -> str:
    channel = str(figure.inputs.get("channel") or "")
    return "" if channel == "all" else channel


def _inner(figure: Figure, figures: Figures) -> bool:
    """Whether it is a part of a whole that stands above it."""
    metric = figure.inputs.get("metric")
    return bool(
        metric
        and _channel(figure)
        and any(f.inputs.get("metric") == metric and not _channel(f) for f in figures)
    )


def _line(
    figure: Figure, end: Figure | None, findings: Findings, group: str, inner: bool, lang: Lang
) -> Line:
    cells: dict[str, str | tuple[str, str]] = {
        "metric": _name(figure, lang),
        "actual": _actual(figure, lang),
        "target": _target(figure, lang),
        "bar": bar(figure, lang).pair(),
        "percent": _percent(figure, lang),
        "pace": esc(show.index(figure.number), lang)
        if figure.name == "pace" and figure.value is not None
        else DASH,
        "forecast": _forecast(end, lang),
        "status": _status(figure, findings, lang),
    }
    return Line(cells, group, "indent" if inner else "", screen_only=show.actual(figure) is None)


def _name(figure: Figure, lang: Lang) -> str:
    mark = "\u00a0◇" if figure.provisional and figure.name == "rate" and figure.value is not None else ""
    return lines(esc(figure.of, lang) + mark, esc(show.sources(figure.cells, 2), lang))


def _actual(figure: Figure, lang: Lang) -> str:
    value, unit = show.actual(figure), show.unit_of(figure)
    if value is None:
        return DASH
    shown = linked(split_unit(esc(show.brief(value, unit), lang), _noun(figure, lang)), figure)
    if figure.low is None or figure.high is None:
        return shown
    return lines(shown, esc(show.interval_range(figure.low, figure.high, unit), lang))


def _target(figure: Figure, lang: Lang) -> str:
    if figure.target is None:
        return DASH
    return plain_unit(esc(show.brief_target(figure.target, show.unit_of(figure)), lang), _noun(figure, lang))


def _noun(figure: Figure, lang: Lang) -> str:
    """The noun behind a number; in English the row's name already says it."""
    unit = show.unit_of(figure)
    return "" if unit.kind == "money" or lang == "en" else esc(unit.label, lang)


def bar(figure: Figure, lang: Lang, longest: float = 1.1) -> Bar:
    """The bar of a judged figure, everything as a fraction of its target."""
    target = float(figure.target.value) if figure.target else 0.0
    attainment = figure.inputs.get("attainment")
    scaled = target > 0 and (figure.target is None or figure.target.comparison is not Comparison.AT_MOST)
    floor, passed = figure.inputs.get("floor"), figure.inputs.get("share")
    return Bar(
        value=None if attainment is None or show.actual(figure) is None else float(attainment),
        planned=float(passed) if passed and figure.name == "pace" and scaled else None,
        low=figure.low / target if scaled and figure.low is not None else None,
        high=figure.high / target if scaled and figure.high is not None else None,
        floor=float(floor) / target if scaled and floor else None,
        tone=TONES.get(figure.status.tone, "accent") if figure.status else "accent",
        longest=longest,
        label=_bar_name(figure, attainment, lang),
    )


def _bar_name(figure: Figure, attainment: float | None, lang: Lang) -> str:
    """What a bar is called when read out: its percentage, or why it has none."""
    if show.actual(figure) is None:
        return Standing.NO_DATA.label.to(lang)
    return Standing.UNDEFINED.label.to(lang) if attainment is None else show.share(attainment).to(lang)


def _percent(figure: Figure, lang: Lang) -> str:
    attainment = figure.inputs.get("attainment")
    if show.actual(figure) is None:
        return DASH
    if attainment is None:
        return quiet(Standing.UNDEFINED.label.to(lang))
    return esc(show.share(attainment), lang)


def _forecast(end: Figure | None, lang: Lang) -> str:
    if end is None or end.value is None:
        return ""
    unit = show.unit_of(end)
    value = show.estimate(end.number)
    first = esc(show.amount(value, unit) if unit.kind == "money" else show.bare(value, unit), lang)
    if end.low is None or end.high is None:
        return first
    low, high = show.estimate(end.low), show.estimate(end.high)
    return lines(first, esc(show.interval_range(low, high, unit), lang))


def _status(figure: Figure, findings: Findings, lang: Lang) -> tuple[str, str]:
    """On the page a line for each reason; on paper the first stands beside the status, to save a line a row."""
    state = figure.status or Standing.UNDEFINED
    seconds = [esc(_why(figure, state), lang)]
    if figure.provisional and figure.name == "rate" and figure.value is not None and figure.final_on:
        seconds.append(esc(FINAL.fill(day=show.day(figure.final_on)), lang))
    alternatives = figure.inputs.get("alternatives") or ()
    for found in alternatives[:1]:
        words = OTHER_WINDOW.fill(
            why=found.get("cell") or found.get("why") or "",
            pace=show.index(found["pace"]),
            word=show.standing(Standing(found["status"])),
        )
        seconds.append(esc(words, lang))
    said = contradiction(figure, findings)
    last = f"<br/>{other(esc(said, lang))}" if said else ""
    why, *more = seconds
    beside = f'{status(state, lang)} <span class="second">{why}</span>' if why else status(state, lang)
    told = ("；" if lang == "zh" else "; ").join(more)
    return lines(status(state, lang), *seconds) + last, lines(beside, told) + last


def _why(figure: Figure, state: Standing) -> Label:
    if state is Standing.NO_DATA and figure.final_on:
        return DUE.fill(day=show.day(figure.final_on))
    return figure.rule or figure.undefined or Label("", "")


def contradiction(figure: Figure, findings: Findings) -> Label | None:
    """What the form says where the rule says otherwise; None where they agree."""
    said, cell = figure.inputs.get("stated_status"), str(figure.inputs.get("stated_cell") or "")
    accused = {str(f.cells[0]) for f in findings.of("F8-STATUS") if f.cells}
    if not said or cell not in accused:
        return None
    return SAYS.fill(cell=cell, word=AlertStatus(said).label)
