"""The HTML inside cells."""

from campaignlib.tables.cells import esc, legal, lines, marked, other, plain_unit, split_unit, status
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing


def test_text_from_data_is_escaped_and_foreign_runs_say_so() -> None:
    assert esc("<b>&{{<", "zh") == "&lt;b&gt;&amp;{{&lt;"
    assert esc(Label("线索", "Leads"), "en") == "Leads"
    assert esc("线索", "en") == '<span lang="zh-Hans">线索</span>'
    assert esc(None, "zh") == ""
    assert esc("a\nb", "zh") == "a<br/>b"
    assert legal("a\x0bb\x00") == "ab"


def test_second_lines_are_left_out_when_empty() -> None:
    assert lines("a", "", "b") == 'a<br/><span class="second">b</span>'
    assert other("F8!G5") == '<span class="other">≠ F8!G5</span>'


def test_a_status_is_shape_word_and_colour_and_its_shape_is_not_read_out() -> None:
    assert status(Standing.BEHIND, "zh") == (
        '<span class="warn"><span class="glyph" aria-hidden="true">▼</span> <b>落后</b></span>'
    )
    assert 'class="ink2"' in marked("●", "x")


def test_the_unit_stands_small_behind_the_number() -> None:
    assert split_unit("350万次", "次") == '<b>350万</b> <span class="unit">次</span>'
    assert split_unit("次", "次") == "<b>次</b>"
    assert plain_unit("≥500 条", "条") == '≥500 <span class="unit">条</span>'
