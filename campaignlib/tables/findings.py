"""Contradictions: errors and warnings that change a figure first, the rest folded."""

from __future__ import annotations

from campaignlib.findings import Finding, Findings, Severity
from campaignlib.sentences import show
from campaignlib.tables.cells import DASH, esc, lines
from campaignlib.tables.heads import head
from campaignlib.tables.style import Column, Line, Table, table
from campaignlib.words.label import Label, Lang

CAPTION = Label("表间矛盾：影响数字的在前", "Contradictions: those that change a figure first")
REST = Label("其余矛盾", "Other contradictions")
MOST = 12
"""Rows that stand open; the others are folded on the page. Paper shows all."""
EMPTY = Label("没有发现矛盾。", "No contradictions found.")
FOLD = Label("其余{n}处", "The other {n}")
FOLD_ONE = Label("其余1处", "The other one")


def findings(found: Findings, lang: Lang, ident: str = "findings") -> Table:
    """Errors and warnings that change a figure first, errors before warnings; then the other errors, warnings and
    notes. Folded are those that change none, and what is more than `MOST` rows."""
    known = sorted(found, key=lambda f: (not _first(f), f.severity.rank))
    changes = any(map(show.affected, known))
    first = [f for f in known if _first(f)] or known
    shown, rest = first[:MOST], [*first[MOST:], *known[len(first) :]]
    folded = None
    if rest:
        title = FOLD_ONE if len(rest) == 1 else FOLD.fill(n=len(rest))
        folded = (title.to(lang), _table(f"{ident}-rest", REST, rest, lang, changes=changes))
    return _table(ident, CAPTION, shown, lang, changes=changes, folded=folded)


def _first(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE and bool(show.affected(finding))


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
        Column("rule", head("rule", lang), width=19),
        Column("level", head("level", lang), corner=True, width=8),
        Column("said", head("said", lang), width=57 if changes else 73),
    ]
    if changes:
        columns.append(Column("change", head("change", lang), label=head("change", lang), width=16))
    made = [_line(f, lang) for f in found]
    return table(
        ident,
        caption.to(lang),
        columns,
        made,
        lang,
        empty=EMPTY.to(lang),
        style="blocks prose",
        folded=folded,
    )


def _line(finding: Finding, lang: Lang) -> Line:
    names = show.readers_names(show.affected(finding))
    changed = ("、" if lang == "zh" else ", ").join(n.to(lang) for n in names)
    return Line(
        {
            "rule": lines(esc(show.rule_of(finding), lang), finding.code),
            "level": f'<span class="tight">{finding.severity.label.to(lang)}</span>',
            "said": lines(esc(finding.message, lang), esc(show.cells(finding.cells, 6), lang)),
            "change": changed or DASH,
        }
    )
