"""Goals against results."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.figures import Figures
from campaignlib.metrics.attainment import attainment
from campaignlib.metrics.feedback import feedback
from campaignlib.tables.evaluation import evaluation
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from tests.tables.seen import END, case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return evaluation(attainment(case(), END), lang, feedback=feedback(case(), END))


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "F10" in sentence(evaluation(Figures(), lang))


def test_goals_without_a_result_stay_as_rows() -> None:
    found = [r for r in rows(_made("zh")) if "F10无此行" in r[0]]
    assert len(found) == 4
    assert any("无数据" in r[-2] for r in found)
