"""Goals against results: the rows of F10, then the goals of F1 that no row of F10 answers."""

from __future__ import annotations

from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.sentences.retrospective import results
from campaignlib.tables.bar import Bar
from campaignlib.tables.cells import DASH, esc, lines, linked, plain_unit, split_unit, status
from campaignlib.tables.heads import head
from campaignlib.tables.key import RETROSPECTIVE, key
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Comparison, Standing

CAPTION = Label("目标达成：目标、实际与判定", "Goal attainment: target, actual and ruling")
EMPTY = Label(
    "没有结果可比。结果来自F10效果评估表，目标来自F1。",
    "There are no results to compare. They come from F10, the effect evaluation; goals from F1.",
)
NOT_IN_F10 = Label("F10无此行", "no row in F10")
FINAL = Label("◇ {day}定数", "◇ until {day}")
COUNTS = Label("{k}÷{n}", "{k} ÷ {n}")
SAMPLE = Label("n={n}", "n={n}")
LONGEST = 2.2


def evaluation(
    attainment: Figures, lang: Lang, currency: str = "CNY", feedback: Figures | None = None
) -> Table:
    """Rows: `attainment` figures. feedback: gives the row of satisfaction its sample size."""
    found = results(show.priced(attainment, currency))
    mean = feedback.get("satisfaction") if feedback else None
    columns = (
        Column("goal", head("goal", lang)),
        Column("actual", head("actual", lang), True),
        Column("target", head("target", lang), True, label=head("target", lang)),
        Column("bar", head("bar", lang)),
        Column("percent", "", True, name=head("bar", lang)),
        Column("status", head("status", lang), corner=True),
        Column("owner", head("owner", lang), label=head("owner", lang)),
    )
    made = [_line(f, mean, lang) for f in found]
    return table(
        "evaluation",
        CAPTION.to(lang),
        columns,
        made,
        lang,
        empty=EMPTY.to(lang),
        style="blocks",
        key=key(RETROSPECTIVE, lang),
    )


def _line(figure: Figure, mean: Figure | None, lang: Lang) -> Line:
    unit, value = show.unit_of(figure), show.actual(figure)
    noun = esc(unit.label, lang) if lang == "zh" and unit.kind != "money" else ""
    cells: dict[str, str | tuple[str, str]] = {
        "goal": _name(figure, lang),
        "actual": _actual(figure, mean, noun, lang),
        "target": plain_unit(esc(show.brief_target(figure.target, unit), lang), noun)
        if figure.target
        else DASH,
        "bar": bar(figure, lang).pair(),
        "percent": esc(show.share(figure.number), lang)
        if figure.value is not None and value is not None
        else DASH,
        "status": _status(figure, lang),
        "owner": esc(figure.inputs.get("owner"), lang),
    }
    return Line(cells)


def _name(figure: Figure, lang: Lang) -> str:
    k, n = figure.inputs.get("numerator"), figure.inputs.get("denominator")
    counts = COUNTS.fill(k=f"{k:,}", n=f"{n:,}").to(lang) if k is not None and n is not None else ""
    missing = NOT_IN_F10.to(lang) if figure.key.startswith("F1:") else ""
    mark = "\u00a0◇" if figure.provisional else ""
    first = next((str(c) for c in figure.cells if c.sheet), "")
    between = "；" if lang == "zh" else "; "
    told = between.join(part for part in (first, counts, missing) if part)
    return lines(esc(figure.of, lang) + mark, esc(told, lang))


def _actual(figure: Figure, mean: Figure | None, noun: str, lang: Lang) -> str:
    unit, value = show.unit_of(figure), show.actual(figure)
    if value is None:
        return DASH
    shown = linked(split_unit(esc(show.brief(value, unit), lang), noun), figure)
    if figure.low is not None and figure.high is not None:
        return lines(shown, esc(show.interval_range(figure.low, figure.high, unit), lang))
    if mean is not None and figure.inputs.get("metric") == "satisfaction" and mean.inputs.get("n"):
        return lines(shown, SAMPLE.fill(n=mean.inputs["n"]).to(lang))
    return shown


def bar(figure: Figure, lang: Lang) -> Bar:
    """The bar of an attainment on the retrospective's scale, 0 to 220 %."""
    target = float(figure.target.value) if figure.target else 0.0
    scaled = target > 0 and figure.target is not None and figure.target.comparison is not Comparison.AT_MOST
    known = figure.value is not None and show.actual(figure) is not None
    return Bar(
        value=figure.number if known else None,
        low=figure.low / target if scaled and figure.low is not None else None,
        high=figure.high / target if scaled and figure.high is not None else None,
        tone="warn" if figure.status and figure.status.tone == "warn" else "accent",
        longest=LONGEST,
        label=show.share(figure.number).to(lang) if known else Standing.NO_DATA.label.to(lang),
    )


def _status(figure: Figure, lang: Lang) -> str:
    state = figure.status or Standing.UNDEFINED
    seconds = [esc(figure.rule or figure.undefined or "", lang)]
    if figure.final_on:
        seconds.append(esc(FINAL.fill(day=show.day(figure.final_on)), lang))
    return lines(status(state, lang), *seconds)
