"""Tables of days: the log merged, and what comes next; and the facts a retrospective begins with."""

from __future__ import annotations

from collections.abc import Sequence

from campaignlib.findings import Findings
from campaignlib.sentences import show
from campaignlib.sentences.dated import Day, Entry, Item
from campaignlib.sentences.sentence import Text
from campaignlib.tables.cells import DASH, esc, lines, other, quiet
from campaignlib.tables.heads import head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words.label import Label, Lang

LOG = Label("日报：完成、问题与需协调", "Daily log: done, problems and what is needed")
NO_LOG = Label("这一周没有日报。它来自F7进度跟踪表。", "No daily log this week. It comes from F7.")
NEXT = Label("接下来七天：事项与负责人", "The next seven days: items and owners")
NO_NEXT = Label(
    "接下来七天没有写日期的事。日期来自F1、F2、F4、F5、F7、F12和campaign.toml。",
    "Nothing is dated in the next seven days. Dates come from F1, F2, F4, F5, F7, F12 and campaign.toml.",
)
FACTS = Label("概览", "Overview")
NOT_LOGGED = Label("没有日报", "no log")
SAYS = Label("F7写{read}；数据是{expected}", "F7 says {read}; the data give {expected}")


def days(week: Sequence[Day], findings: Findings, lang: Lang) -> Table:
    """A row per entry; a day nobody logged stays as a row. What the data say otherwise stands under the entry."""
    columns = (
        Column("day", head("day", lang)),
        Column("done", head("done", lang)),
        Column("problem", head("problem", lang), label=head("problem", lang)),
        Column("need", head("need", lang), label=head("need", lang)),
        Column("owner", head("owner", lang), corner=True),
    )
    logged = any(day.entries for day in week)
    made = [line for day in week for line in _day(day, findings, lang)] if logged else []
    return table("days", LOG.to(lang), columns, made, lang, empty=NO_LOG.to(lang), style="blocks prose")


def _day(day: Day, findings: Findings, lang: Lang) -> list[Line]:
    when = f'<span class="tight">{esc(show.day(day.day), lang)}</span>'
    if not day.entries:
        return [Line({"day": when, "done": quiet(NOT_LOGGED.to(lang))})]
    return [
        Line(
            {
                "day": when if i == 0 else "",
                "done": _done(entry, findings, lang),
                "problem": esc(entry.problems, lang) or DASH,
                "need": esc(entry.needs, lang) or DASH,
                "owner": esc(entry.owner, lang) or DASH,
            }
        )
        for i, entry in enumerate(day.entries)
    ]


def _done(entry: Entry, findings: Findings, lang: Lang) -> str:
    made = esc(entry.done, lang) or DASH
    places = {str(cell) for cell in entry.cells}
    for found in findings.of("F7-FIGURE"):
        if found.cells and str(found.cells[0]) in places:
            told = SAYS.fill(read=found.read, expected=found.expected)
            made = f"{made}<br/>{other(esc(told, lang))}"
    return made


def next_week(items: Sequence[Item], lang: Lang) -> Table:
    """A row per dated item; the day stands once."""
    columns = (
        Column("day", head("day", lang)),
        Column("what", head("what", lang)),
        Column("owner", head("owner", lang)),
        Column("source", head("source", lang)),
    )
    made = []
    last = None
    for item in items:
        when = f'<span class="tight">{esc(show.day(item.day), lang)}</span>' if item.day != last else ""
        last = item.day
        made.append(
            Line(
                {
                    "day": when,
                    "what": _said(item.what, lang),
                    "owner": esc(item.owner, lang) or DASH,
                    "source": quiet(esc(item.source, lang)),
                }
            )
        )
    return table("next-week", NEXT.to(lang), columns, made, lang, empty=NO_NEXT.to(lang))


def facts(pairs: Sequence[tuple[Label, Text]], lang: Lang) -> Table:
    """Name and text, as `sentences.retrospective.overview` gives them."""
    columns = (Column("name", ""), Column("text", ""))
    made = [Line({"name": esc(name, lang), "text": lines(_said(text, lang))}) for name, text in pairs]
    return table("facts", FACTS.to(lang), columns, made, lang, empty="", style="facts")


def _said(text: Text, lang: Lang) -> str:
    return esc(text.plain(lang), lang)
