"""Contradictions."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.checks.everything import check
from campaignlib.findings import Findings
from campaignlib.tables.findings import findings
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from tests.tables.seen import case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return findings(check(case()), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "没有发现矛盾。" in sentence(findings(Findings(), "zh"))


def test_those_that_change_no_figure_are_folded() -> None:
    found = check(case())
    made = findings(found, "zh")
    assert made.folded is not None
    title, rest = made.folded
    assert len(made.lines) + len(rest.lines) == len(found)
    assert title == f"展开其余{len(rest.lines)}处"


def test_errors_come_first() -> None:
    levels = [r[1] for r in rows(_made("en"))[1:]]
    assert levels == sorted(levels, key=["Error", "Warning", "Note"].index)


def test_without_one_that_changes_a_figure_nothing_is_folded() -> None:
    made = findings(check(case()).of("X-OWNER"), "en")
    assert made.folded is None
    assert rows(made)[0] == ["Rule", "Severity", "What it says"]
