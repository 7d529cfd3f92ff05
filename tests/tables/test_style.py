"""From great_tables to a page: caption, scopes, ids, escaping, both variants."""

import re
from xml.etree import ElementTree as ET

from great_tables import GT
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.tables.cells import esc
from campaignlib.tables.style import Column, Line, table

COLUMNS = (
    Column("name", "名称"),
    Column("value", "值", True, label="值"),
    Column("rest", "", name="其余", corner=True),
)
LINES = (
    Line({"name": esc("张*", "zh"), "value": "1"}, "甲 组"),
    Line({"name": "b", "value": ("<b>2</b>", "2")}, "甲 组", "indent"),
    Line({"name": "c", "value": "—"}, "乙", screen_only=True),
    Line({"name": "合计", "value": "3"}, style="total"),
)


def _made(**more: str):  # type: ignore[no-untyped-def]
    return table("t", "标题 & 更多", COLUMNS, LINES, "zh", empty="没有。", **more)


def _root(html: str) -> ET.Element:
    found = re.search(r"<table.*</table>", html, re.DOTALL)
    assert found
    return ET.fromstring(found.group())


def test_it_is_a_great_tables_table_to_go_on_with() -> None:
    assert isinstance(_made().gt, GT)


def test_caption_scopes_and_ids() -> None:
    root = _root(_made().html())
    assert root.findtext("caption") == "标题 & 更多"
    assert [th.get("scope") for th in root.findall("./thead/tr/th")] == ["col"] * 3
    assert [th.get("scope") for th in root.findall("./tbody/tr/th")] == [
        "colgroup", "row", "row", "colgroup", "row", "row",
    ]  # fmt: skip
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert all(i and i.isascii() and " " not in i for i in ids)
    told = {name for td in root.iter("td") for name in (td.get("headers") or "").split()}
    assert told <= set(ids)


def test_group_names_stand_as_written_and_a_nameless_group_has_no_heading() -> None:
    heads = [th.text for th in _root(_made().html()).iter("th") if th.get("scope") == "colgroup"]
    assert heads == ["甲 组", "乙"]


def test_rows_and_columns_carry_their_classes() -> None:
    rows = [tr for tr in _root(_made().html()).findall("./tbody/tr") if tr.get("role")]
    assert [tr.get("class") for tr in rows] == [None, "indent", None, "total"]
    assert "c-value" in (rows[0][1].get("class") or "")
    assert [cell.get("class", "").split()[-1] for cell in rows[0]] == ["c-name", "c-value", "corner"]
    assert rows[0][1].get("data-label") == "值"


def test_widths_are_said_where_all_columns_have_one() -> None:
    columns = (Column("name", "名称", width=30), Column("value", "值", width=70))
    made = table("t", "标题", columns, LINES[:1], "zh", empty="")
    assert [col.get("style") for col in _root(made.html()).iter("col")] == ["width:30%", "width:70%"]
    assert made.block().markdown.count("<colgroup>") == 2
    assert "<col" not in _made().html()


def test_paper_has_no_screen_only_rows_and_its_own_cells() -> None:
    screen, paper = _made().block().markdown.split('::: {.content-hidden when-format="html"}')
    assert "<b>2</b>" in screen
    assert "<b>2</b>" not in paper
    assert ">c<" in screen
    assert ">c<" not in paper


def test_without_rows_one_sentence() -> None:
    made = table("t", "标题", COLUMNS, (), "zh", empty="没有明细。它来自 F3。")
    assert made.block().markdown == "::: {.missing}\n没有明细。它来自 F3。\n:::"


def test_only_screen_rows_leave_paper_with_its_note() -> None:
    made = table("t", "标题", COLUMNS, LINES[2:3], "zh", empty="", paper_note="无数据：c")
    paper = made.block().markdown.split('when-format="html"}')[2]
    assert "<table" not in paper
    assert "无数据：c" in paper


def test_notes_and_folds() -> None:
    rest = table("rest", "其余", COLUMNS, LINES[:1], "zh", empty="")
    made = table("t", "标题", COLUMNS, LINES[:1], "zh", empty="", note="注", folded=('展开 "1" 处', rest))
    text = made.block().markdown
    assert "::: {.note}\n注\n:::" in text
    assert 'title="展开 &quot;1&quot; 处"' in text


def test_tables_bring_no_style_of_their_own() -> None:
    assert "<style" not in _made().block().markdown


def test_braces_in_a_head_stay() -> None:
    columns = (Column("a", "{{&lt; env &gt;}}"), Column("b", "{{x}}"))
    made = table("t", "标题", columns, [Line({"a": "1", "b": "2"})], "zh", empty="")
    assert [th.text for th in _root(made.html()).findall("./thead/tr/th")] == ["{{< env >}}", "{{x}}"]


@given(st.text(max_size=30))
def test_whatever_a_form_says_stays_text(text: str) -> None:
    made = table("t", text, COLUMNS, [Line({"name": esc(text, "zh"), "value": "1"}, "组")], "zh", empty="")
    html = made.html()
    assert "{{<" not in html
    assert "<script" not in html
    _root(html)
