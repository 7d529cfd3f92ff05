"""Contradictions."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.checks.everything import check
from campaignlib.findings import Findings, Severity
from campaignlib.sentences import show
from campaignlib.tables.findings import MOST, findings
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


def test_twelve_stand_open_and_the_others_are_folded() -> None:
    found = check(case())
    made = findings(found, "zh")
    assert made.folded is not None
    title, rest = made.folded
    assert len(made.lines) == MOST
    assert len(made.lines) + len(rest.lines) == len(found)
    assert title == f"其余{len(rest.lines)}处"


def test_errors_come_first_and_notes_are_folded() -> None:
    made = _made("en")
    levels = [r[1] for r in rows(made)[1:]]
    assert levels == sorted(levels, key=["Error", "Warning"].index)
    assert made.folded is not None
    assert "Note" in [r[1] for r in rows(made.folded[1])]


def test_a_note_that_changes_a_figure_is_no_reason_to_put_it_first() -> None:
    found = check(case())
    notes = [f for f in found if f.severity is Severity.NOTE and show.affected(f)]
    assert notes
    made = findings(Findings([*notes, *found.of("F3-SUM")]), "zh")
    assert [r[0] for r in rows(made)[1:]] == ["合计等于明细之和 / F3-SUM"]
    assert made.folded is not None
    assert len(made.folded[1].lines) == len(notes)


def test_without_one_that_changes_a_figure_nothing_is_folded() -> None:
    made = findings(check(case()).of("X-OWNER"), "en")
    assert made.folded is None
    assert rows(made)[0] == ["Rule", "Severity", "What it says"]
