"""ROI reconciled: one row per cost basis, and the difference between the two totals of the budget."""

from __future__ import annotations

from typing import Any

from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.tables.cells import DASH, esc, lines, linked, quiet, status, strong
from campaignlib.tables.heads import head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words import display
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Standing

CAPTION = Label("ROI对账：各成本口径", "ROI reconciled: each cost basis")
EMPTY = Label(
    "没有可以算ROI的数据。成本来自F3，增量收入来自F10或每日数据。",
    "There is nothing to compute ROI from. Cost comes from F3, incremental revenue from F10 or the daily data.",
)
USED = Label("采用", "used")
AGAINST = Label("对{t}", "Against {t}")
GAP = Label("差（{a} → {b}）", "Difference ({a} → {b})")
FORMULA = Label(
    "ROI＝（增量收入−成本）÷成本；iROAS＝增量收入÷成本。",
    "ROI = (incremental revenue − cost) ÷ cost; iROAS = incremental revenue ÷ cost.",
)
IN_UNIT = Label("{name}（{unit}）", "{name} ({unit})")
SOURCE = Label("收入：{source}。", "Revenue: {source}.")


def roi(figures: Figures, lang: Lang, currency: str = "CNY") -> Table:
    """Rows: `roi` figures, the basis that campaign.toml uses marked; then the difference."""
    found = figures.named("roi")
    target = next((f.target for f in found if f.target), None)
    unit = display.money(0, lang, currency).replace("0", "").strip()
    against = AGAINST.fill(t=show.target_label(target, found[0].unit)).to(lang) if target else ""
    columns = (
        Column("basis", head("basis", lang)),
        _number_column("cost", lang, unit),
        _number_column("revenue", lang, unit),
        _number_column("roi", lang),
        _number_column("iroas", lang),
        _number_column("per_lead", lang, unit),
        _number_column("per_qualified", lang, unit),
        Column("status", against or head("state", lang), corner=True),
    )
    made = [_line(f, lang) for f in found]
    gap = figures.get("roi_difference", "items-stated")
    if gap is not None and gap.value is not None and gap.inputs.get("cost_difference"):
        made.append(_gap(gap, found, lang))
    source = next((f.inputs.get("revenue_source") for f in found if f.inputs.get("revenue_source")), None)
    note = FORMULA.to(lang) + (" " if lang == "en" else "")
    note += SOURCE.fill(source=source).to(lang) if source else ""
    return table(
        "roi", CAPTION.to(lang), columns, made, lang, empty=EMPTY.to(lang), note=note.strip(), style="blocks"
    )


def _number_column(key: str, lang: Lang, unit: str = "") -> Column:
    label = IN_UNIT.fill(name=head(key, lang), unit=unit).to(lang) if unit else head(key, lang)
    return Column(key, head(key, lang, unit), True, label=label)


def _line(figure: Figure, lang: Lang) -> Line:
    said = figure.inputs
    name = esc(figure.basis, lang)
    if said.get("used"):
        name += f' <span class="unit">{USED.to(lang)}</span>'
    missing = figure.undefined is not None
    value = quiet(Standing.UNDEFINED.label.to(lang)) if missing else ""
    state = status(figure.status, lang) if figure.status else DASH
    return Line(
        {
            "basis": lines(name, esc(show.sources(_costs(figure), 2), lang)),
            "cost": _number(said.get("cost"), 0),
            "revenue": _number(said.get("revenue"), 0),
            "roi": value or linked(strong(show.share(figure.number, 2).to(lang)), figure),
            "iroas": _number(said.get("iroas"), 2),
            "per_lead": _number(said.get("cost_per_lead"), 2),
            "per_qualified": _number(said.get("cost_per_qualified"), 2),
            "status": lines(state, esc(figure.undefined, lang)) if missing else state,
        }
    )


def _costs(figure: Figure) -> Any:
    return [cell for cell in figure.cells if cell.sheet.startswith("F3")]


def _gap(gap: Figure, found: Figures, lang: Lang) -> Line:
    used = next((f for f in found if f.key == "stated"), None)
    other = next((f for f in found if f.key == "items"), None)
    a, b = (display.fixed(f.inputs["cost"], 0) if f else "" for f in (used, other))
    said = gap.inputs
    return Line(
        {
            "basis": strong(GAP.fill(a=a, b=b).to(lang)),
            "cost": strong(display.signed(said["cost_difference"])),
            "revenue": strong("0"),
            "roi": strong(display.points(gap.number, lang, 2, sign=True)),
            "iroas": strong(display.signed(gap.number, 2)),
            "per_qualified": strong(display.signed(said["cost_per_qualified_difference"], 2))
            if said.get("cost_per_qualified_difference") is not None
            else "",
        },
        style="total",
    )


def _number(value: Any, digits: int) -> str:
    return DASH if value is None else display.fixed(value, digits)
