"""The step from a great_tables table to a page: caption, widths, classes of rows and cells, two variants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd
from great_tables import GT, html

from campaignlib.tables.cells import legal
from campaignlib.words.block import Block, div, only_html, only_print, raw_html
from campaignlib.words.label import Lang

LOCALES: Mapping[Lang, str] = {"zh": "zh-Hans", "en": "en"}
"""great_tables knows zh-Hans; zh-CN raises."""

_VOID = frozenset(("br", "col", "img", "path", "rect", "line", "polygon"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key (ASCII, also its class `c-key`), its head as HTML, right for numbers; `name` is read out for
    an empty head; `width` is its share of the table in percent, where all columns have one. Where a phone shows the
    row as a block, `label` is said before the value, and the `corner` cell stands at the right of the first."""

    key: str
    head: str
    right: bool = False
    label: str = ""
    name: str = ""
    corner: bool = False
    width: int = 0


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
    block()  what a notebook shows: HTML for the page, HTML for paper; one sentence when it is empty
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
            return Block(div(self.empty, "missing"), self.empty, missing=True) if self.empty else Block("")
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
    """A table from rows of HTML. `empty` is the sentence shown when there are no rows; `style` further classes
    (`blocks`: a row becomes a block on a phone; `blocks prose`: with a line for every cell); `key` the line above
    that explains signs. How classes look is the page's matter."""
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
    made = made.tab_stubhead(_head(first))
    made = made.cols_label({c.key: _head(c) for c in others})
    right = [c.key for c in others if c.right]
    left = [c.key for c in others if not c.right]
    made = made.cols_align("left", columns=left) if left else made
    return made.cols_align("right", columns=right) if right else made


def _head(column: Column) -> Any:
    """great_tables would read `{{…}}` in a head as units and drop the braces."""
    return html(column.head.replace("{", "&#123;"))


def _finish(made: Table, gt: GT, *, screen: bool) -> str:
    """great_tables' table with caption, row and column classes and ASCII ids, without its own style."""
    source = gt.as_raw_html()
    found = re.search(r"<table\b.*</table>", source, re.DOTALL)
    assert found is not None
    root = ET.fromstring(found.group())
    ident = made.ident if screen else f"{made.ident}-print"
    root.set("data-quarto-disable-processing", "true" if screen else "false")
    _classes(root, made, ident, made.lines if screen else made._on_paper(), made.lang)
    if all(column.width for column in made.columns):
        root.insert(0, _widths(made.columns))
    if not screen:
        return _html(root)
    root.set("id", ident)
    caption = ET.Element("caption", {"id": f"{ident}-caption"})
    caption.text = legal(made.caption)
    root.insert(0, caption)
    classes = " ".join(part for part in ("cl-table", made.style) if part)
    return (
        f'<div class="{classes}" role="region" aria-labelledby="{ident}-caption" tabindex="0">\n'
        f"{_html(root)}\n</div>"
    )


def _widths(columns: Sequence[Column]) -> ET.Element:
    group = ET.Element("colgroup")
    for column in columns:
        ET.SubElement(group, "col", {"style": f"width:{column.width}%"})
    return group


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
            corner = " corner" if column.corner else ""
            cell.set("class", f"{cell.get('class', '')} c-{column.key}{corner}".strip())
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
