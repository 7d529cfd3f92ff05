"""Risks and open issues."""

from datetime import datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.figures import Figures
from campaignlib.metrics.risks import risks as figures
from campaignlib.tables.risks import issues, risks
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from tests.support import campaign
from tests.tables.seen import WEEK, case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return risks(figures(case(), WEEK), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "F6" in sentence(risks(Figures(), lang))


@pytest.mark.parametrize("lang", LANGS)
def test_issues(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = issues(case(), lang, WEEK)
    whole(made)
    assert rows(made) == snapshot
    assert "F9" in sentence(issues(campaign(), lang, "2025-03-07"))


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"decided": datetime(2025, 3, 7, 11, 35)}, "▲ 达成 / 95分钟"),
        ({"decided": datetime(2025, 3, 7, 13)}, "▼ 超时 / 180分钟"),
        ({}, "▼ 超时 / 840分钟"),
        ({"reported": None}, "○ 未知 / 没有时间记录"),
        ({"size": "small"}, "不适用"),
    ],
)
def test_time_to_solution_of_a_large_issue(changes: dict[str, object], shown: str) -> None:
    issue = {"problem": "观看少", "size": "large", "status": "open", "reported": datetime(2025, 3, 7, 10)}
    made = rows(issues(campaign(issues=[issue | changes]), "zh", "2025-03-07"))
    assert made[1][-1] == shown


def test_an_issue_closed_later_was_open_then() -> None:
    issue = {"problem": "观看少", "status": "closed", "finished": datetime(2025, 3, 9, 10)}
    assert len(issues(campaign(issues=[issue]), "zh", "2025-03-07").lines) == 1
    assert not issues(campaign(issues=[issue]), "zh", "2025-03-10").lines
