"""What worked, what to improve, and the actions with owner, due date, effect and state (F12)."""

from __future__ import annotations

from campaignlib.figures import Figure, Figures
from campaignlib.sentences import show
from campaignlib.sentences.retrospective import lessons as counted
from campaignlib.tables.cells import DASH, esc, lines, marked, quiet
from campaignlib.tables.heads import head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import LessonKind

ACTIONS = Label("改进行动：负责人、截止、效果与状态", "Actions: owner, due date, effect and state")
NO_ACTIONS = Label(
    "没有改进行动。它来自F12复盘明细（类型：行动项）。",
    "There are no actions. They come from F12, the retrospective details (kind: action).",
)
LESSONS = {
    LessonKind.SUCCESS: Label("有效做法：原因与入库", "What worked: why, and where it goes"),
    LessonKind.PROBLEM: Label("问题与根因", "Problems and root causes"),
}
NO_LESSONS = {
    LessonKind.SUCCESS: Label(
        "没有写有效做法。它来自F12复盘明细（类型：成功经验）。",
        "Nothing is written under what worked. It comes from F12, the retrospective details.",
    ),
    LessonKind.PROBLEM: Label(
        "没有写问题。它来自F12复盘明细（类型：待改进问题）。",
        "Nothing is written under to improve. It comes from F12, the retrospective details.",
    ),
}
NOT_FILLED = Label("未填写", "not filled in")
STATES = {
    "overdue": ("▼", Label("逾期", "Overdue"), "warn"),
    "due": ("●", Label("未到期", "Not due yet"), "ink2"),
    "no_date": ("○", Label("没有日期", "No date"), "ink3"),
}
LATE, LATE_ONE = Label("已过{n}天", "{n} days ago"), Label("已过1天", "one day ago")


def actions(figures: Figures, lang: Lang) -> Table:
    """Rows: `action` figures. The note counts success, to improve, action, and says which is empty."""
    columns = (
        Column("action", head("action", lang)),
        Column("owner", head("owner", lang), label=head("owner", lang)),
        Column("due", head("due", lang), label=head("due", lang)),
        Column("effect", head("effect", lang), label=head("effect", lang)),
        Column("status", head("state", lang), corner=True),
    )
    made = [_action(f, lang) for f in figures.named("action")]
    note = counted(figures).markdown(lang).replace("**", "")
    return table(
        "actions",
        ACTIONS.to(lang),
        columns,
        made,
        lang,
        empty=NO_ACTIONS.to(lang),
        note=note,
        style="blocks prose",
    )


def _action(figure: Figure, lang: Lang) -> Line:
    said = figure.inputs
    glyph, word, tone = STATES.get(str(said.get("state")), STATES["no_date"])
    late = int(said.get("days_late") or 0)
    second = (LATE_ONE if late == 1 else LATE.fill(n=late)).to(lang) if late else ""
    return Line(
        {
            "action": lines(esc(str(figure.value), lang), esc(show.sources(figure.cells, 1), lang)),
            "owner": esc(said.get("owner"), lang) or DASH,
            "due": esc(show.day(said["due"]), lang) if said.get("due") else DASH,
            "effect": esc(said.get("effect"), lang) or quiet(NOT_FILLED.to(lang)),
            "status": lines(marked(glyph, word.to(lang), tone), second),
        }
    )


def lessons(figures: Figures, kind: LessonKind, lang: Lang) -> Table:
    """Rows: `lesson` figures of one kind, with root cause or reason, owner, and where they go."""
    why = head("root" if kind is LessonKind.PROBLEM else "cause", lang)
    columns = (
        Column("lesson", head("lesson", lang)),
        Column("root", why, label=why),
        Column("owner", head("owner", lang), corner=True),
        Column("goes", head("goes_to", lang), label=head("goes_to", lang)),
    )
    found = [f for f in figures.named("lesson") if f.inputs.get("kind") == kind.value]
    return table(
        f"lessons-{kind.value}",
        LESSONS[kind].to(lang),
        columns,
        [_lesson(f, lang) for f in found],
        lang,
        empty=NO_LESSONS[kind].to(lang),
        style="blocks prose",
    )


def _lesson(figure: Figure, lang: Lang) -> Line:
    said, blank = figure.inputs, quiet(NOT_FILLED.to(lang))
    return Line(
        {
            "lesson": lines(esc(str(figure.value), lang), esc(show.sources(figure.cells, 1), lang)),
            "root": esc(said.get("root_cause"), lang) or blank,
            "owner": esc(said.get("owner"), lang) or DASH,
            "goes": esc(said.get("goes_to"), lang) or blank,
        }
    )
