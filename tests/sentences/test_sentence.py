"""Texts: plain and as Markdown."""

from campaignlib.sentences.sentence import NOTHING, Sentence, Text, link, listed, raw, run, say, some, within
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, pace


def test_values_are_escaped_and_patterns_are_not() -> None:
    text = Text(Label("{a}：*{b}*", "{a}: *{b}*"), {"a": Label.same("张*"), "b": raw("{{< env HOME >}}")})
    assert text.plain("zh") == "张*：*{{< env HOME >}}*"
    assert "{{<" not in text.markdown("zh")
    assert "张\\*" in text.markdown("zh")


def test_braces_in_data_do_not_become_places() -> None:
    assert raw("{x} {0} {").plain("zh") == "{x} {0} {"


def test_chinese_on_an_english_page_says_so() -> None:
    assert raw("张*").markdown("en") == "[张\\*]{lang=zh-Hans}"
    assert raw("Leads").markdown("en") == "Leads"


def test_a_link_leads_to_the_note() -> None:
    figure = pace("F8:1", NAMES["leads"], Standing.AHEAD)
    assert (
        link(Label("850 条", "850 leads"), figure).markdown("en") == "[850 leads](#figure-pace-f8-1){.figure}"
    )


def test_runs_leave_no_gap_for_nothing() -> None:
    assert run([raw("a."), NOTHING, raw("b.")]).plain("en") == "a. b."
    assert run([raw("甲。"), NOTHING, raw("乙。")]).plain("zh") == "甲。乙。"
    assert not run([NOTHING])


def test_lists_of_none_one_two_three_and_more() -> None:
    names = ["A", "B", "C", "D"]
    assert [listed(names[:n]).plain("en") for n in range(4)] == ["", "A", "A and B", "A, B and C"]
    assert [some(names[:n]).plain("en") for n in (2, 3, 4)] == [
        "A and B",
        "A, B and one other",
        "A, B and 2 others",
    ]
    assert some(names[:3], 1).plain("zh") == "A等3项"
    assert some(names[:2], 1).plain("en") == "A and one other"


def test_names_inside_a_sentence() -> None:
    names = ["Topic reads", "ROI", "WeChat reads", "iROAS", "话题"]
    assert [within(Label.same(n)).en for n in names] == [
        "topic reads",
        "ROI",
        "WeChat reads",
        "iROAS",
        "话题",
    ]


def test_a_sentence_has_glyph_and_tone_of_its_standing() -> None:
    said = Sentence(bold=say("point.no_data"), standing=Standing.NO_DATA)
    assert (said.glyph, said.tone) == ("○", "ink3")
    assert Sentence(bold=raw("x"), mark="≠").glyph == "≠"
