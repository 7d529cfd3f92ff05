"""Channels: what each brought and cost; spending that belongs to no channel is a row of its own."""

from __future__ import annotations

from typing import Any

from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.tables.cells import DASH, esc, lines, quiet, strong
from campaignlib.tables.heads import HEADS, head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words import display
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Standing

CAPTION = Label("渠道：带来的数量、支出与成本", "Channels: what each brought, spent and cost")
EMPTY = Label(
    "没有分渠道的数据。它来自daily.csv。", "There are no data per channel. They come from daily.csv."
)
TOTAL = Label("合计", "Total")
NOT_SPREAD = Label("不分摊", "not spread")
NO_SPEND = Label("没有支出记录", "no spend recorded")
COSTS = {"leads": "cpl", "qualified_leads": "cost_per_qualified", "orders": "cpa"}
UNALLOCATED = "unallocated"


def channels(funnel: Figures, lang: Lang, metric: str = "leads", currency: str = "CNY") -> Table:
    """Rows: channels with a figure of the metric or of spend, largest first; then unallocated; then all."""
    cost = COSTS.get(metric, "")
    keys = [f.key for f in funnel.named(metric, "spend") if f.key != "all"]
    own = [k for k in dict.fromkeys(keys) if k != UNALLOCATED]
    own.sort(key=lambda k: -(_known(funnel, metric, k)))
    rest = [UNALLOCATED] if UNALLOCATED in keys else []
    unit = display.money(0, lang, currency).replace("0", "").strip()
    columns = [
        Column("channel", head("channel", lang)),
        Column("amount", _metric(funnel, metric, lang), True),
        Column("share", head("share", lang), True),
        Column("spend", head("spend", lang, unit), True),
    ]
    if cost:
        per = next((f for f in funnel.named(cost)), None)
        label = HEADS.get({"cpl": "per_lead", "cost_per_qualified": "per_qualified"}.get(cost, ""))
        name = label.to(lang) if label else (per.definition.to(lang) if per else cost)
        columns.append(Column("cost", f'{name}<br/><span class="second">{unit}</span>', True))
    made = [_line(funnel, metric, cost, key, lang) for key in (*own, *rest)]
    if made and (funnel.get(metric, "all") or funnel.get("spend", "all")):
        made.append(_line(funnel, metric, cost, "all", lang))
    return table("channels", CAPTION.to(lang), columns, made, lang, empty=EMPTY.to(lang))


def _known(funnel: Figures, metric: str, key: str) -> float:
    figure = funnel.get(metric, key)
    return figure.number if figure is not None and figure.value is not None else -1.0


def _metric(funnel: Figures, metric: str, lang: Lang) -> str:
    found = next(iter(funnel.named(metric)), None)
    label = found.inputs.get("metric_label") if found is not None else None
    name = esc(label if isinstance(label, Label) else HEADS["leads"], lang)
    noun = esc(found.unit.label, lang) if found is not None and lang == "zh" else ""
    return f'{name}<br/><span class="second">{noun}</span>' if noun else name


def _line(funnel: Figures, metric: str, cost: str, key: str, lang: Lang) -> Line:
    amount, spend = funnel.get(metric, key), funnel.get("spend", key)
    whole = key == "all"
    name = TOTAL if whole else (amount or spend or _nothing()).of
    per = funnel.get(cost, key) if cost else None

    def said(text: str) -> str:
        return strong(text) if whole else text

    return Line(
        {
            "channel": said(esc(name, lang)),
            "amount": said(_count(amount, lang)),
            "share": _share(amount, lang),
            "spend": said(_money(spend)),
            "cost": said(_money(per))
            if per is not None and per.value is not None
            else _why(per, spend, key, lang),
        },
        style="total" if whole else "",
    )


def _nothing() -> Figure:
    return Figure(name="channel", of=Label("—", "—"), undefined=Label("—", "—"))


def _count(figure: Figure | None, lang: Lang) -> str:
    if figure is None or figure.value is None:
        return DASH
    return show.bare(figure.number, figure.unit).to(lang)


def _share(figure: Figure | None, lang: Lang) -> str:
    part: Any = figure.inputs.get("share_of_all") if figure is not None else None
    return DASH if part is None else show.share(part).to(lang)


def _money(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return DASH
    value = figure.value if not isinstance(figure.value, str) else 0
    exact = isinstance(value, int | float) or value == int(value)  # type: ignore[arg-type]
    return display.fixed(value, 0 if exact and figure.name == "spend" else 2)  # type: ignore[arg-type]


def _why(per: Figure | None, spend: Figure | None, key: str, lang: Lang) -> str:
    if key == UNALLOCATED:
        return lines(DASH, NOT_SPREAD.to(lang))
    if spend is None or spend.value is None:
        return lines(DASH, NO_SPEND.to(lang))
    undefined = quiet(Standing.UNDEFINED.label.to(lang))
    return lines(undefined, esc(per.undefined, lang)) if per is not None else DASH
