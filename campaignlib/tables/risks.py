"""Risks with their triggers and what is known now; and the issues of F9 that are not closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from campaignlib.campaign import Campaign, Row
from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.tables.cells import DASH, esc, lines, marked, other, quiet
from campaignlib.tables.heads import head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import IssueSize, IssueStatus, Level

CAPTION = Label("风险：启动条件与现在的状态", "Risks: triggers and where they stand")
EMPTY = Label("没有风险预案。它来自F6风险预案表。", "There is no risk plan. It comes from F6.")
LEVELS = Label("可能性{a}，影响{b}", "likelihood {a}, impact {b}")
STATES = {
    "triggered": ("◆", Label("已触发", "Triggered"), "bad"),
    "not_triggered": ("●", Label("未触发", "Not triggered"), "ink2"),
    "person": ("○", Label("由人判断", "For a person to judge"), "ink3"),
    "no_data": ("○", Label("无数据", "No data"), "ink3"),
}
ISSUES = Label("未结问题：原因、措施与方案用时", "Open issues: cause, adjustment and time to solution")
NO_ISSUES = Label(
    "没有未结的问题。问题来自F9问题响应记录。", "No open issues. They come from F9, the issue loop."
)
NOT_FILLED = Label("未填写", "not filled in")
MINUTES = Label("{n}分钟", "{n} min")
NO_TIMES = Label("没有时间记录", "no times recorded")
SOLVED = {
    True: ("▲", Label("达成", "Met"), "good"),
    False: ("▼", Label("超时", "Late"), "warn"),
    None: ("○", Label("未知", "Unknown"), "ink3"),
}
LARGE_ONLY = Label("不适用", "not applicable")
HOURS = Label("大问题≤{n}小时", "large ones ≤{n} h")


def risks(figures: Figures, lang: Lang) -> Table:
    """Rows: `risk` figures numbered in the order of F6, as in the matrix."""
    columns = (
        Column("risk", head("risk", lang)),
        Column("trigger", head("trigger", lang), label=head("trigger", lang)),
        Column("now", head("now", lang)),
        Column("plan", head("plan", lang), label=head("plan", lang)),
        Column("owner", head("owner", lang), corner=True),
    )
    made = [_line(i, f, lang) for i, f in enumerate(figures.named("risk"), 1)]
    return table("risks", CAPTION.to(lang), columns, made, lang, empty=EMPTY.to(lang), style="blocks prose")


def circled(number: int) -> str:
    """① to ⑳, then plain numbers.

    >>> circled(1), circled(21)
    ('①', '21')
    """
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


def _line(number: int, figure: Figure, lang: Lang) -> Line:
    said = figure.inputs
    glyph, word, tone = STATES.get(str(said.get("state")), STATES["no_data"])
    note = said.get("note")
    now = lines(marked(glyph, word.to(lang), tone), esc(figure.rule, lang))
    if note:
        now = f"{now}<br/>{other(esc(note, lang))}"
    levels = ""
    if said.get("likelihood") and said.get("impact"):
        a, b = Level(said["likelihood"]).label, Level(said["impact"]).label
        levels = LEVELS.fill(a=a, b=b).to(lang)
    return Line(
        {
            "risk": lines(f"{circled(number)} {esc(figure.of, lang)}", levels),
            "trigger": lines(
                esc(said.get("trigger"), lang) or quiet(NOT_FILLED.to(lang)), esc(_at(figure), lang)
            ),
            "now": now,
            "plan": esc(said.get("response"), lang) or quiet(NOT_FILLED.to(lang)),
            "owner": esc(said.get("owner"), lang) or DASH,
        }
    )


def _at(figure: Figure) -> str:
    found = [str(c) for c in figure.cells if c.sheet.startswith("F6")]
    return found[-1] if found else ""


def issues(c: Campaign, lang: Lang, as_of: date | str | None = None) -> Table:
    """Rows: issues of F9 reported by the day and not closed; a large one against the hours it may take."""
    today = c.day(as_of)
    rows = [row for row in c.rows("issues") if _open(row, today)]
    limit = c.config.thresholds.solution_hours
    columns = (
        Column("issue", head("issue", lang)),
        Column("cause", head("cause", lang), label=head("cause", lang)),
        Column("adjustment", head("adjustment", lang), label=head("adjustment", lang)),
        Column("owner", head("owner", lang), corner=True),
        Column(
            "solution",
            head("solution", lang, HOURS.fill(n=f"{limit:g}").to(lang)),
            label=head("solution", lang),
        ),
    )
    made = [_issue(c, row, today, limit, lang) for row in rows]
    return table(
        "issues", ISSUES.to(lang), columns, made, lang, empty=NO_ISSUES.to(lang), style="blocks prose"
    )


def _open(row: Row, today: date) -> bool:
    """Known by the day, and not closed by then."""
    if row.reported is not None and _day(row.reported) > today:
        return False
    if row.finished is not None:
        return _day(row.finished) > today
    return bool(row.status != IssueStatus.CLOSED.value)


def _issue(c: Campaign, row: Row, today: date, limit: float, lang: Lang) -> Line:
    blank = quiet(NOT_FILLED.to(lang))
    size = IssueSize(row.size).label.to(lang) if row.size else ""
    cell = str(next(iter(c.cells(row, "problem")), ""))
    between = "，" if lang == "zh" else ", "
    return Line(
        {
            "issue": lines(esc(row.problem, lang), esc(between.join(p for p in (size, cell) if p), lang)),
            "cause": esc(row.cause, lang) or blank,
            "adjustment": esc(row.adjustment, lang) or blank,
            "owner": esc(row.decider or row.reporter, lang) or DASH,
            "solution": _solution(row, today, limit, lang),
        }
    )


def _solution(row: Row, today: date, limit: float, lang: Lang) -> str:
    """Time from report to decision; an open one counts until the end of the day."""
    if row.size != IssueSize.LARGE.value:
        return quiet(LARGE_ONLY.to(lang))
    minutes = None
    if row.reported is not None:
        end = _moment(row.decided) if row.decided is not None else _moment(today + timedelta(days=1))
        minutes = (min(end, _moment(today + timedelta(days=1))) - _moment(row.reported)).total_seconds() / 60
    decided = row.decided is not None and _day(row.decided) <= today
    kept = None if minutes is None else minutes <= limit * 60
    glyph, word, tone = SOLVED[kept if decided or kept is False else None]
    second = MINUTES.fill(n=show.whole(minutes)) if minutes is not None else NO_TIMES
    return lines(marked(glyph, word.to(lang), tone), second.to(lang))


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _moment(value: date | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
