"""How tables look, and the step from a great_tables table to a page: caption, row classes, one style, two variants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

import pandas as pd
from great_tables import GT, html

from campaignlib.tables.cells import legal
from campaignlib.words.block import Block, div, only_html, only_print, raw_html
from campaignlib.words.label import Lang

LOCALES: Mapping[Lang, str] = {"zh": "zh-Hans", "en": "en"}
"""great_tables knows zh-Hans; zh-CN raises."""

_VOID = frozenset(("br", "img", "path", "rect", "line", "polygon"))

STYLE = """
.cl-table{overflow-x:auto;max-width:100%}
.cl-table:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.cl-table table{width:100%;border-collapse:collapse;font-size:14px;line-height:1.5;color:var(--ink);background:none;
font-variant-numeric:tabular-nums lining-nums;margin:0}
.cl-table caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cl-table th,.cl-table td{padding:8px 14px 8px 0;vertical-align:top;text-align:left;font-weight:400;border:0;
border-bottom:1px solid var(--rule)}
.cl-table th:last-child,.cl-table td:last-child{padding-right:0}
.cl-table thead th{vertical-align:bottom;font-size:13px;color:var(--ink2);border-bottom:1px solid var(--edge);padding-top:0}
.cl-table .gt_right{text-align:right}
.cl-table .gt_right,.cl-table .tight,.cl-table thead th,.cl-table .c-owner,.cl-table .c-due{white-space:nowrap}
.cl-table tbody th{min-width:92px}.cl-table .c-risk{min-width:124px}
.cl-table .c-status{min-width:144px}
.cl-table .gt_group_heading{font-size:13px;color:var(--ink2);padding-top:16px;padding-bottom:4px}
.cl-table .second{font-size:12.5px;color:var(--ink3);text-wrap-style:pretty}
.cl-table .other{font-size:12.5px;color:var(--ink)}
.cl-table .unit{font-size:12.5px;color:var(--ink2);font-weight:400}
.cl-table .good{color:var(--good)}.cl-table .warn{color:var(--warn)}.cl-table .bad{color:var(--bad)}
.cl-table .ink2{color:var(--ink2)}.cl-table .ink3{color:var(--ink3)}
.cl-table a.figure{color:inherit;text-decoration:underline dotted 1px;text-underline-offset:3px}
.cl-table tr.indent>th:first-child{padding-left:14px}
.cl-table tr.total>*{border-top:1px solid var(--ink)}
.cl-table tr.total>th:first-child,.cl-table tr.total b{font-weight:700}
.cl-table svg.bar{display:block;overflow:visible}
.cl-table .c-bar{padding-top:7px}
@media (max-width:720px){
.cl-table th.gt_stub{position:sticky;left:0;background:var(--paper);min-width:88px}
.cl-table:not(.blocks) td:not(.gt_right):not(.c-owner):not(.c-due):not(.c-day){min-width:112px}
.cl-table.blocks table,.cl-table.blocks tbody{display:block}
.cl-table.blocks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cl-table.blocks tr{display:grid;grid-template-columns:1fr auto;column-gap:12px;border-bottom:1px solid var(--rule);padding:8px 0}
.cl-table.blocks tr.gt_group_heading_row{border-bottom:1px solid var(--rule);padding:8px 0 0}
.cl-table.blocks td,.cl-table.blocks th{border:0;padding:2px 0;position:static;min-width:0}
.cl-table.blocks tr.total{border-top:1px solid var(--ink)}.cl-table.blocks tr.total>*{border-top:0}
.cl-table.blocks .gt_right{text-align:left}
.cl-table.blocks .c-status{grid-row:1;grid-column:2;text-align:right;max-width:52vw}
.cl-table.blocks .c-target,.cl-table.blocks .c-percent,.cl-table.blocks .c-forecast{text-align:right}
.cl-table.blocks [data-label]::before{content:attr(data-label) " ";color:var(--ink3);font-size:12.5px}
}
@media print{.cl-table tr{break-inside:avoid}.cl-table thead{display:table-header-group}.cl-table tr.gt_group_heading_row{break-after:avoid}}
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key (ASCII, also its class `c-key`), its head as HTML, right for numbers; `label` is said
    before the value where a phone shows the row as a block; `name` is read out for an empty head."""

    key: str
    head: str
    right: bool = False
    label: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: HTML per column key; where paper needs other HTML than the screen, a pair of both. A `screen_only` row
    is told in the paper note instead."""

    cells: Mapping[str, str | tuple[str, str]]
    group: str = ""
    style: str = ""
    screen_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a report.

    gt       the great_tables table, to go on with
    block()  what a notebook shows: HTML for the page, HTML without style for paper; one sentence when it is empty
    """

    gt: GT
    paper: GT
    ident: str
    lang: Lang
    caption: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    empty: str = ""
    note: str = ""
    paper_note: str = ""
    style: str = ""
    key: Block | None = None
    folded: tuple[str, Table] | None = None

    def block(self) -> Block:
        """Markdown of both variants, the note below, and the folded rest."""
        if not self.lines:
            return Block(div(self.empty, "missing"), self.empty)
        paper = [raw_html(_finish(self, self.paper, screen=False))] if self._on_paper() else []
        paper += [div(self.paper_note, "note")] if self.paper_note else []
        parts = [self.key.markdown] if self.key else []
        parts += [only_html(raw_html(self.html())), only_print("\n\n".join(paper))]
        if self.note:
            parts.append(div(self.note, "note"))
        if self.folded:
            title, rest = self.folded
            inside = rest.block().markdown
            parts.append(
                f':::: {{.callout-note collapse="true" title="{escape(title, quote=True)}"}}\n{inside}\n::::'
            )
        return Block("\n\n".join(parts), self.caption)

    def html(self) -> str:
        """The page's variant alone, for a look at it."""
        return _finish(self, self.gt, screen=True)

    def _on_paper(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.screen_only)


def table(
    ident: str,
    caption: str,
    columns: Sequence[Column],
    lines: Iterable[Line],
    lang: Lang,
    *,
    empty: str,
    note: str = "",
    paper_note: str = "",
    style: str = "",
    key: Block | None = None,
    folded: tuple[str, Table] | None = None,
) -> Table:
    """A table from rows of HTML. `empty` is the sentence shown when there are no rows; `style` a further class
    (`blocks`: a row becomes a block on a phone); `key` the line above that explains signs."""
    made = tuple(lines)
    printed = tuple(line for line in made if not line.screen_only)
    return Table(
        gt=_gt(ident, columns, made, lang, 0),
        paper=_gt(f"{ident}-print", columns, printed, lang, 1),
        ident=ident,
        lang=lang,
        caption=caption,
        columns=tuple(columns),
        lines=made,
        empty=empty,
        note=note,
        paper_note=paper_note,
        style=style,
        key=key,
        folded=folded,
    )


def _gt(ident: str, columns: Sequence[Column], lines: tuple[Line, ...], lang: Lang, variant: int) -> GT:
    def cell(line: Line, key: str) -> str:
        made = line.cells.get(key, "")
        return made if isinstance(made, str) else made[variant]

    first, *others = columns
    data = {c.key: [cell(line, c.key) for line in lines] for c in columns}
    grouped = any(line.group for line in lines)
    if grouped:
        groups = list(dict.fromkeys(line.group for line in lines))
        data["group"] = [f"g{groups.index(line.group)}" for line in lines]
    frame = pd.DataFrame(data, dtype=object)
    made = GT(
        frame,
        id=ident,
        locale=LOCALES[lang],
        rowname_col=first.key,
        groupname_col="group" if grouped else None,
    )
    made = made.fmt_passthrough(escape=False).fmt_passthrough(columns=first.key, escape=False)
    made = made.tab_stubhead(html(first.head))
    made = made.cols_label({c.key: html(c.head) for c in others})
    right = [c.key for c in others if c.right]
    left = [c.key for c in others if not c.right]
    made = made.cols_align("left", columns=left) if left else made
    return made.cols_align("right", columns=right) if right else made


def _finish(made: Table, gt: GT, *, screen: bool) -> str:
    """great_tables' table with caption, row and column classes and ASCII ids, in our style instead of its own."""
    source = gt.as_raw_html()
    found = re.search(r"<table\b.*</table>", source, re.DOTALL)
    assert found is not None
    root = ET.fromstring(found.group())
    ident = made.ident if screen else f"{made.ident}-print"
    root.set("data-quarto-disable-processing", "true" if screen else "false")
    _classes(root, made, ident, made.lines if screen else made._on_paper(), made.lang)
    if not screen:
        return _html(root)
    root.set("id", ident)
    caption = ET.Element("caption", {"id": f"{ident}-caption"})
    caption.text = legal(made.caption)
    root.insert(0, caption)
    classes = " ".join(part for part in ("cl-table", made.style) if part)
    return (
        f'<div class="{classes}" role="region" aria-labelledby="{ident}-caption" tabindex="0">\n'
        f"<style>{STYLE}</style>\n{_html(root)}\n</div>"
    )


def _classes(root: ET.Element, made: Table, ident: str, lines: tuple[Line, ...], lang: Lang) -> None:
    labels = list(dict.fromkeys(line.group for line in lines))
    for head in root.iter("th"):
        if head.get("scope") == "colgroup":
            number = int(head.get("id", "").rsplit("g", 1)[1])
            head.text = legal(labels[number])
            if lang == "en" and re.search(r"[\u3400-\u9fff]", labels[number]):
                head.set("lang", "zh-Hans")
    for head, column in zip(root.findall("./thead/tr/th"), made.columns, strict=True):
        head.set("id", f"{ident}-{column.key}")
        if column.name:
            head.set("aria-label", column.name)
    _nameless(root, ident)
    rows = [
        row for row in root.findall("./tbody/tr") if "gt_group_heading_row" not in (row.get("class") or "")
    ]
    for row, line in zip(rows, lines, strict=True):
        row.set("role", "row")
        if line.style:
            row.set("class", line.style)
        for cell, column in zip(row, made.columns, strict=True):
            cell.set("class", f"{cell.get('class', '')} c-{column.key}".strip())
            if cell.tag == "td":
                cell.set("role", "cell")
            if column.label and (cell.text or len(cell)):
                cell.set("data-label", column.label)


def _nameless(root: ET.Element, ident: str) -> None:
    """Takes the heading of a group without a name away, and what refers to it."""
    body = root.find("./tbody")
    for row in list(body) if body is not None else ():
        head = row.find("th[@scope='colgroup']")
        if body is None or head is None or head.text:
            continue
        body.remove(row)
        for cell in root.iter("td"):
            kept = [name for name in (cell.get("headers") or "").split() if name != head.get("id")]
            cell.set("headers", " ".join(kept))


def _html(element: ET.Element) -> str:
    """An element as HTML. Not ElementTree's own: that leaves `<` in attributes, where Quarto would read `{{<`."""
    name = element.tag
    attributes = "".join(f' {k}="{escape(v, quote=True)}"' for k, v in element.attrib.items())
    inside = escape(element.text or "", quote=False) + "".join(
        _html(child) + escape(child.tail or "", quote=False) for child in element
    )
    return (
        f"<{name}{attributes}/>" if name in _VOID and not inside else f"<{name}{attributes}>{inside}</{name}>"
    )
