"""Contradictions: those that change a figure first, the rest folded."""

from __future__ import annotations

from campaignlib.findings import Finding, Findings
from campaignlib.sentences import show
from campaignlib.tables.cells import esc, lines, quiet
from campaignlib.tables.heads import head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words.label import Label, Lang

CAPTION = Label("表间矛盾：影响数字的在前", "Contradictions: those that change a figure first")
REST = Label("其余矛盾", "Other contradictions")
EMPTY = Label("没有发现矛盾。", "No contradictions found.")
FOLD = Label("展开其余{n}处", "Show the other {n}")
FOLD_ONE = Label("展开其余1处", "Show the other one")


def findings(found: Findings, lang: Lang, ident: str = "findings") -> Table:
    """Errors and warnings that change a figure, errors first, with the figures they change; below, folded, the rest."""
    first = sorted((f for f in found if show.affected(f)), key=lambda f: f.severity.rank)
    rest = sorted((f for f in found if not show.affected(f)), key=lambda f: f.severity.rank)
    if not first:
        first, rest = rest, []
    folded = None
    if rest:
        title = FOLD_ONE if len(rest) == 1 else FOLD.fill(n=len(rest))
        folded = (title.to(lang), _table(f"{ident}-rest", REST, rest, lang, changes=False))
    return _table(ident, CAPTION, first, lang, changes=any(map(show.affected, first)), folded=folded)


def _table(
    ident: str,
    caption: Label,
    found: list[Finding],
    lang: Lang,
    *,
    changes: bool,
    folded: tuple[str, Table] | None = None,
) -> Table:
    columns = [
        Column("rule", head("rule", lang)),
        Column("level", head("level", lang)),
        Column("said", head("said", lang)),
    ]
    if changes:
        columns.append(Column("change", head("change", lang)))
    made = [_line(f, lang) for f in found]
    return table(ident, caption.to(lang), columns, made, lang, empty=EMPTY.to(lang), folded=folded)


def _line(finding: Finding, lang: Lang) -> Line:
    names = show.readers_names(show.affected(finding))
    changed = ("、" if lang == "zh" else ", ").join(n.to(lang) for n in names)
    return Line(
        {
            "rule": lines(esc(show.rule_of(finding), lang), finding.code),
            "level": f'<span class="tight">{finding.severity.label.to(lang)}</span>',
            "said": lines(esc(finding.message, lang), esc(show.cells(finding.cells, 6), lang)),
            "change": changed or quiet("—"),
        }
    )
