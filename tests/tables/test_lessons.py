"""Lessons and actions."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.figures import Figures
from campaignlib.metrics.actions import actions as figures
from campaignlib.tables.lessons import actions, lessons
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from campaignlib.words.terms import LessonKind
from tests.tables.seen import END, case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return actions(figures(case(), END), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "F12" in sentence(actions(Figures(), lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", [LessonKind.SUCCESS, LessonKind.PROBLEM])
def test_lessons(kind: LessonKind, lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = lessons(figures(case(), END), kind, lang)
    whole(made)
    assert rows(made) == snapshot
    assert "F12" in sentence(lessons(Figures(), kind, lang))
