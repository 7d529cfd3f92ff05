from __future__ import annotations

from campaignlib.words.label import LANGS, NONE, Label, joined, listing


def test_a_label_speaks_both_languages() -> None:
    label = Label("线索", "Leads")
    assert [label.to(lang) for lang in LANGS] == ["线索", "Leads"]
    assert str(label) == "线索"


def test_a_name_is_the_same_in_both() -> None:
    assert Label.same("张*") == Label("张*", "张*")


def test_filling_gives_each_language_its_own_words() -> None:
    filled = Label("{what}领先 {n}", "{what} are {n} ahead").fill(what=Label("线索", "Leads"), n=3)
    assert filled == Label("线索领先 3", "Leads are 3 ahead")


def test_an_empty_label_is_false() -> None:
    assert not NONE
    assert Label("", "x")


def test_nothing_in_a_row_is_nothing() -> None:
    assert listing([]) == joined() == joined(NONE, NONE) == NONE
    assert joined(NONE, Label("到8月2日", "to 2 Aug")) == Label("到8月2日", "to 2 Aug")
