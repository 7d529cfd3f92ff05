"""Alerts: those the rule fires first, then those a form states and the rule does not."""

from __future__ import annotations

from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.tables.cells import esc, lines, marked, quiet, status
from campaignlib.tables.heads import head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Standing

CAPTION = Label("预警：规则、原因、第一步与响应时间", "Alerts: rule, cause, first action and response time")
EMPTY = Label("没有预警。规则没有触发，F8也没有写预警。", "No alerts. No rule fired and F8 states none.")
RULE_SAYS = Label("≠ 规则：{status}", "≠ by the rule: {status}")
STATED = Label("表上写预警（{cell}）", "the form states an alert ({cell})")
NOT_FILLED = Label("未填写", "not filled in")
NOT_ASKED = Label("不适用", "not applicable")
MINUTES = Label("{n}分钟", "{n} min")
NO_TIMES = Label("没有时间记录", "no times recorded")
LIMIT = Label("≤{n}分钟", "≤{n} min")
STATES = {
    "met": ("▲", Label("达成", "Met"), "good"),
    "breach": ("▼", Label("超时", "Late"), "warn"),
    "unknown": ("○", Label("未知", "Unknown"), "ink3"),
}


def alerts(figures: Figures, lang: Lang) -> Table:
    """Rows: `alert` figures with status, rule, cause, first action, owner and time to answer."""
    found = figures.named("alert")
    limit = next((f.inputs.get("deadline_minutes") for f in found), None)
    columns = (
        Column("alert", head("alert", lang)),
        Column("ruling", head("ruling", lang), corner=True),
        Column("cause", head("cause", lang), label=head("cause", lang)),
        Column("first", head("first_action", lang), label=head("first_action", lang)),
        Column("owner", head("owner", lang), label=head("owner", lang)),
        Column(
            "response",
            head("response", lang, LIMIT.fill(n=limit).to(lang) if limit else ""),
            label=head("response", lang),
        ),
    )
    made = [_line(f, lang) for f in found]
    return table("alerts", CAPTION.to(lang), columns, made, lang, empty=EMPTY.to(lang), style="blocks prose")


def _line(figure: Figure, lang: Lang) -> Line:
    said, state = figure.inputs, figure.status or Standing.UNDEFINED
    if said.get("fired"):
        ruling = lines(status(state, lang), esc(figure.rule, lang))
    else:
        cell = next((str(c) for c in reversed(figure.cells) if c.sheet.startswith("F8")), "F8")
        stated = STATED.fill(cell=cell).to(lang)
        rule = RULE_SAYS.fill(status=show.standing(state)).to(lang)
        ruling = lines(rule, esc(stated, lang), esc(figure.rule, lang))
    issue = str(said.get("issue_cell") or "")
    return Line(
        {
            "alert": lines(esc(figure.of, lang), esc(show.sources(figure.cells, 1), lang)),
            "ruling": ruling,
            "cause": esc(said.get("cause"), lang) or quiet(NOT_FILLED.to(lang)),
            "first": lines(esc(said["first_action"], lang), esc(issue, lang))
            if said.get("first_action")
            else quiet(NOT_FILLED.to(lang)),
            "owner": esc(said.get("owner"), lang),
            "response": _response(figure, lang),
        }
    )


def _response(figure: Figure, lang: Lang) -> str:
    said = figure.inputs
    if not said.get("fired") and said.get("issue") is None:
        return quiet(NOT_ASKED.to(lang))
    glyph, word, tone = STATES.get(str(said.get("state")), STATES["unknown"])
    minutes = said.get("response_minutes")
    second = MINUTES.fill(n=show.whole(minutes)) if minutes is not None else NO_TIMES
    return lines(marked(glyph, word.to(lang), tone), esc(second, lang))
