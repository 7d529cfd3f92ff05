"""The budget."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.figures import Figures
from campaignlib.metrics.contingency import contingency
from campaignlib.metrics.variance import variance
from campaignlib.tables.budget import budget
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from tests.support import campaign
from tests.tables.seen import WEEK, case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return budget(variance(case(), WEEK), contingency(case(), WEEK), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "F3" in sentence(budget(Figures(), Figures(), lang))


def test_spending_and_a_stated_total_that_agrees() -> None:
    c = campaign(
        totals={"budget": {"planned": 30000}},
        budget=[
            {"cost_class": "channel", "item": "广告", "planned": 20000, "actual": 25050},
            {"cost_class": "other", "item": "应急备用金", "planned": 10000, "actual": 0},
        ],
    )
    made = budget(variance(c, "2025-03-07"), contingency(c, "2025-03-07"), "en", "EUR")
    told = rows(made)
    assert told[0] == [
        "Item and source",
        "Budget / EUR",
        "Actual spend / EUR",
        "Variance / EUR",
        "Of the items",
    ]
    assert told[2][1:] == ["200", "250.50", "+51", "66.7%"]
    assert told[-2][1:] == ["300", "250.50", "−50", "100.0%"]
    assert "≠" not in told[-1][0]
    assert "not filled in" not in made.note
