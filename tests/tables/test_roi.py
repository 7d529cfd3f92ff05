"""ROI reconciled."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.figures import Figures
from campaignlib.metrics.roi import roi as figures
from campaignlib.tables.roi import roi
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from tests.tables.seen import END, case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return roi(figures(case(), END), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "F3" in sentence(roi(Figures(), lang))


def test_money_is_headed_by_its_currency() -> None:
    assert "EUR" in rows(roi(figures(case(), END), "en", "EUR"))[0][1]
