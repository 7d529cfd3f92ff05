"""Days of the log, days to come, facts."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.checks.everything import check
from campaignlib.findings import Findings
from campaignlib.metrics.roi import roi
from campaignlib.sentences import dated
from campaignlib.sentences.retrospective import overview
from campaignlib.tables.dated import days, facts, next_week
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from tests.tables.seen import END, WEEK, case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return days(dated.days(case(), WEEK), check(case()), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "F7" in sentence(days((), Findings(), lang))


@pytest.mark.parametrize("lang", LANGS)
def test_next_week(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = next_week(dated.next_week(case(), WEEK), lang)
    whole(made)
    assert rows(made) == snapshot
    assert "F5" in sentence(next_week((), lang))


@pytest.mark.parametrize("lang", LANGS)
def test_facts(lang: Lang, snapshot: SnapshotAssertion) -> None:
    assert rows(facts(overview(case(), roi(case(), END)), lang)) == snapshot
